import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ContractFacts } from '#documents';
import { type InputSpec, isMoney } from '../../state/inputs.js';
import { fieldPhrase } from '../../state/names.js';
import { withWork } from '../../state/studio/desk.js';
import { moved, questionsOf, withMore, withOption } from '../../state/studio/questions.js';
import type { Work } from '../../state/studio/work.js';
import { entryField, faultOf } from '../entry-field.js';
import type { Actions, Shown } from '../shown.js';

const BOUNDS = ['min', 'max', 'step'] as const;

/** Which questions visitors see, in which order, how they are called, and how far an answer may go. */
export function questions(facts: readonly ContractFacts[], shown: Shown, actions: Actions): TemplateResult {
  const { speech, work } = shown;
  const all = questionsOf(work, facts);
  return html`<section>
    <h3>${speech.tell('questions.asked')}</h3>
    <p class="aside">${speech.tell('questions.asked.text')}</p>
    <ol class="questions-list">${all.map((question, place) => html`<li>${row(question, place, all, shown, actions)}</li>`)}</ol>
  </section>`;
}

/** What an element calls it, before the author gives it a name. */
export function questionName(question: InputSpec, all: readonly InputSpec[], { speech }: Pick<Shown, 'speech'>): string {
  return speech.phrase(fieldPhrase(question, all.filter(({ kind }) => kind === question.kind).length === 1));
}

function row(question: InputSpec, place: number, all: readonly InputSpec[], shown: Shown, actions: Actions): TemplateResult {
  const { speech, work } = shown;
  const { id, locked, more } = question;
  const { title: _, ...plain } = question;
  const usual = questionName(plain, all, shown);
  const name = { question: { text: questionName(question, all, shown) } };
  const change = (make: (work: Work) => Work['inputs'], about = '', done = true) =>
    actions.change((desk) => withWork(desk, { inputs: make(desk.work) }), about, done);
  const move = (by: -1 | 1) => change(({ inputs }) => moved(inputs, all, id, by));
  const label = (event: Event) => {
    const text = (event.target as HTMLInputElement).value;
    change(
      ({ inputs }) => withOption(inputs, id, 'label', text.trim() === '' ? undefined : text),
      `question label ${id}`,
      event.type === 'change',
    );
  };
  const bound = (which: (typeof BOUNDS)[number]) => {
    const own = work.inputs[id]?.[which];
    return html`<label class="bound"><span>${speech.tell(`questions.${which}`)}</span>${entryField(
      {
        place: `question ${which} ${id}`,
        kind: isMoney(question) ? 'money' : 'count',
        label: speech.tell(`questions.${which}.of`, name),
        written: own === undefined ? '' : speech.formats.entry(String(own), 0),
        placeholder: speech.formats.entry(question[which], 0),
        optional: true,
        take: (work, value) => ({ ...work, inputs: withOption(work.inputs, id, which, value === undefined ? undefined : String(value)) }),
      },
      shown,
      actions,
    )}</label>`;
  };
  return html`
    <div class="question">
      <label class="named"><span class="unseen">${speech.tell('questions.label.of', { question: { text: usual } })}</span>
        <input type="text" maxlength="120" placeholder=${usual} .value=${live(work.inputs[id]?.label ?? '')} @input=${label} @change=${label} />
      </label>
      <span class="moves">
        <button type="button" ?disabled=${place === 0} aria-label=${speech.tell('questions.up', name)} @click=${() => move(-1)}>↑</button>
        <button type="button" ?disabled=${place === all.length - 1} aria-label=${speech.tell('questions.down', name)} @click=${() => move(1)}>↓</button>
      </span>
      <span class="bounds">${BOUNDS.map(bound)}</span>
      <span class="ticks">
        <label><input type="checkbox" .checked=${live(locked)} @change=${() => change(({ inputs }) => withOption(inputs, id, 'locked', locked ? undefined : true))} />${speech.tell('questions.locked')}</label>
        <label><input type="checkbox" .checked=${live(more)} ?disabled=${locked} @change=${() => change(({ inputs }) => withMore(inputs, all, id, !more))} />${speech.tell('questions.more')}</label>
      </span>
      ${BOUNDS.map((which) => faultOf(`question ${which} ${id}`, shown))}
    </div>
  `;
}
