import { html, nothing, type TemplateResult } from 'lit';
import type { Phrase } from '#documents';
import { differencesOf } from '../../state/comparison/differences.js';
import { sentencePieces } from '../../state/sentences.js';
import { called, pairOf } from './pairs.js';
import type { Actions, Shown } from './shown.js';
import { wordsFor } from './words.js';

/** What two offers say, clause by clause, beside each other. */
export function differences(shown: Shown, actions: Actions): TemplateResult | typeof nothing {
  const { speech, choices } = shown;
  const pair = pairOf(shown);
  const [one, other] = pair?.map(({ column }) => column.facts) ?? [];
  if (!pair || !one || !other) return nothing;
  const words = wordsFor(speech.language);
  const rows = differencesOf(one, other);
  const different = rows.filter(({ same }) => !same);
  const said = (phrase: Phrase | undefined) =>
    phrase
      ? sentencePieces(phrase, words, speech.formats).map(({ text, value }) => (value ? html`<strong>${text}</strong>` : text))
      : html`<span class="aside">${speech.tell('differences.missing')}</span>`;
  const shownRows = choices.all ? rows : different;
  return html`
    <section class="panel" part="panel" aria-labelledby="differences-heading">
      <div class="section-head">
        <h3 id="differences-heading">${speech.tell('differences')}</h3>
        <label class="inline"><input type="checkbox" .checked=${choices.all === true} @change=${(event: Event) => actions.choose({ all: (event.target as HTMLInputElement).checked })} />
          ${speech.tell('differences.all')}</label>
      </div>
      ${different.length === 0 ? html`<p>${speech.tell('differences.none')}</p>` : nothing}
      ${
        shownRows.length === 0
          ? nothing
          : html`<div class="scroll" tabindex="0" role="group" aria-label=${speech.tell('differences')}>
              <table class="ledger clauses" lang=${words.tag}>
                <thead><tr><td></td>${pair.map((named) => html`<th scope="col">${called(named)}</th>`)}</tr></thead>
                <tbody>
                  ${shownRows.map(({ one, other, same }) => {
                    const kind = same ? 'differences.same' : one && other ? 'differences.changed' : 'differences.only';
                    return html`<tr ?data-same=${same}><th scope="row">${speech.tell(kind)}</th><td data-letter=${pair[0].letter}>${said(one)}</td><td data-letter=${pair[1].letter}>${said(other)}</td></tr>`;
                  })}
                </tbody>
              </table>
            </div>`
      }
    </section>
  `;
}
