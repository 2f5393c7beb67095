import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ContractFacts } from '#documents';
import { isMoney } from '../../state/inputs.js';
import type { Preset } from '../../state/session.js';
import { withWork } from '../../state/studio/desk.js';
import { presetText, questionsOf, withPresetValue } from '../../state/studio/questions.js';
import type { Work } from '../../state/studio/work.js';
import { entryField, faultOf } from '../entry-field.js';
import type { Actions, Shown } from '../shown.js';
import { questionName } from './questions.js';

/** Numbers to start from, each set with a name: "Newsletter, 5,000 readers". */
export function audiences(facts: readonly ContractFacts[], shown: Shown, actions: Actions): TemplateResult {
  const { speech, work } = shown;
  const add = () =>
    actions.change((desk) => withWork(desk, { presets: [...desk.work.presets, { label: speech.tell('audience.new'), values: {} }] }));
  return html`<section>
    <h3>${speech.tell('audience.heading')}</h3>
    <p class="aside">${speech.tell('audience.text')}</p>
    ${work.presets.map((preset, place) => audience(preset, place, facts, shown, actions))}
    <p><button type="button" @click=${add}>+ ${speech.tell('audience.add')}</button></p>
  </section>`;
}

function audience(preset: Preset, place: number, facts: readonly ContractFacts[], shown: Shown, actions: Actions): TemplateResult {
  const { speech, work } = shown;
  const all = questionsOf(work, facts).filter(({ locked }) => !locked);
  const name = { audience: { text: preset.label } };
  const changed = (presets: Work['presets'], change: (preset: Preset) => Preset) =>
    presets.map((each, at) => (at === place ? change(each) : each));
  const rename = (event: Event) => {
    const label = (event.target as HTMLInputElement).value;
    actions.change(
      (desk) => withWork(desk, { presets: changed(desk.work.presets, (preset) => ({ ...preset, label })) }),
      `audience ${place} label`,
      event.type === 'change',
    );
  };
  const remove = () => actions.change((desk) => withWork(desk, { presets: desk.work.presets.filter((_, at) => at !== place) }));
  return html`<div class="audience" role="group" aria-label=${preset.label}>
    <p class="named">
      <input type="text" maxlength="120" aria-label=${speech.tell('audience.name')} .value=${live(preset.label)} @input=${rename} @change=${rename} />
      <button type="button" class="take-out" aria-label=${speech.tell('audience.remove', name)} @click=${remove}>×</button>
    </p>
    <div class="answers">
      ${all.map((question) => {
        const asked = questionName(question, all, shown);
        const field = `audience ${place} ${question.id}`;
        return html`<label><span>${asked}</span>${entryField(
          {
            place: field,
            kind: isMoney(question) ? 'money' : 'count',
            label: speech.tell('audience.answer', { ...name, question: { text: asked } }),
            written: presetText(preset, question.id, (value) => speech.formats.entry(value, 0)),
            placeholder: speech.formats.entry(question.initial, 0),
            optional: true,
            paired: true,
            take: (work, value) => ({
              ...work,
              presets: changed(work.presets, (preset) => withPresetValue(preset, question.id, value)),
            }),
          },
          shown,
          actions,
        )}</label>${faultOf(field, shown)}`;
      })}
    </div>
  </div>`;
}
