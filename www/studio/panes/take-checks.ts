import { html, nothing, type TemplateResult } from 'lit';
import type { Checkpoint, Said } from '../../state/studio/checklist.js';
import type { Actions, Shown } from '../shown.js';

const ORDER = { stop: 0, warn: 1, ok: 2 } as const;
const SIGNS = { stop: '✕', warn: '!', ok: '✓' } as const;

/** The check list before publishing; what is to be mended comes first. */
export function checksPart(points: readonly Checkpoint[], { speech }: Shown, actions: Actions): TemplateResult {
  const sorted = [...points].sort((one, other) => ORDER[one.state] - ORDER[other.state]);
  const many = (state: Checkpoint['state']) => points.filter((point) => point.state === state).length;
  const worst = sorted[0]?.state ?? 'ok';
  const verdict =
    worst === 'ok' ? speech.tell('take.checks.ready') : speech.tell(`take.checks.${worst}`, { count: { count: String(many(worst)) } });
  const say = ({ key, facts }: Said) => speech.tell(key, withLanguage(facts, speech.formats.locale));
  return html`<section class="take-part" aria-labelledby="take-checks">
    <h3 id="take-checks">${speech.tell('take.checks')}</h3>
    <p class="verdict">${verdict}</p>
    <ul class="checks">
      ${sorted.map(
        ({ id, state, says, step }) => html`<li data-state=${state}>
          <span class="sign" aria-hidden="true">${SIGNS[state]}</span>
          <div>
            <h4>${speech.tell(`check.${id}`)}<span class="unseen">: ${speech.tell(`take.state.${state}`)}</span></h4>
            ${says.map((each) => html`<p>${say(each)}</p>`)}
          </div>
          ${
            state === 'ok'
              ? nothing
              : html`<button type="button" @click=${() => mend(step, actions)}>
                  ${speech.tell('take.mend', { step: { text: step === 'take' ? speech.tell('take.hosting') : speech.tell(`step.${step}`) } })}
                </button>`
          }
        </li>`,
      )}
    </ul>
  </section>`;
}

/** A language by its name, as its tag says nothing to most. */
function withLanguage(facts: Said['facts'], locale: string): Said['facts'] {
  const { language } = facts ?? {};
  if (!language || !('text' in language)) return facts;
  try {
    return { ...facts, language: { text: new Intl.DisplayNames([locale], { type: 'language' }).of(language.text) ?? language.text } };
  } catch {
    return facts;
  }
}

function mend(step: Checkpoint['step'], actions: Actions): void {
  if (step === 'take') document.querySelector<HTMLInputElement>('#take-base')?.focus();
  else {
    actions.go(step);
    document.querySelector('.steps')?.scrollIntoView({ block: 'start' });
  }
}
