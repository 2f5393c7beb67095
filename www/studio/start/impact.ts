import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Contract, Imported, ImportOptions, Problem } from '#documents';
import type { StudioLanguage } from '../../locales/studio/index.js';
import { type ImportWords, withoutStale } from '../../state/import.js';
import { asking } from '../asking.js';
import { lazily } from '../lazily.js';
import type { Actions, Shown } from '../shown.js';
import { takeButtons } from './put.js';
import { contractReport } from './report.js';

/** What was brought in, and what became of it. */
interface Brought {
  readonly payload: string;
  readonly options: ImportOptions;
  readonly imported?: Imported;
  readonly problems?: readonly Pick<Problem, 'path' | 'message'>[];
}

const TEXT = 'start.impact.text';
const BROUGHT = 'start.impact.brought';
let turn = 0;

/** The words of an import's report in the studio's language. */
export function importWords(shown: Shown, actions: Actions): ImportWords | undefined {
  return lazily(`start.words.${shown.language}`, () => wordsOf(shown.language), shown, actions);
}

function wordsOf(language: StudioLanguage): Promise<ImportWords> {
  const words =
    language === 'de'
      ? import('../../locales/import/de.json', { with: { type: 'json' } })
      : import('../../locales/import/en.json', { with: { type: 'json' } });
  return words.then((loaded) => loaded.default);
}

/** Contracts of impact.com, pasted, dropped or out of a file. */
export function impact(shown: Shown, actions: Actions): TemplateResult {
  const { speech, choices } = shown;
  const text = String(choices[TEXT] ?? '');
  const brought = choices[BROUGHT] as Brought | undefined;
  const bring = (payload: string, options: ImportOptions = {}) => void bringIn(payload, options, shown, actions);
  const take = async (file: File | undefined, dropped = '') => {
    const payload = file ? await file.text() : dropped;
    if (payload === '') return;
    actions.choose({ [TEXT]: payload });
    bring(payload);
  };
  const chosen = (event: Event) => {
    const input = event.target as HTMLInputElement;
    void take(input.files?.[0]);
    input.value = '';
  };
  const dragged = (event: DragEvent) => {
    event.preventDefault();
    (event.currentTarget as HTMLElement).classList.toggle('over', event.type === 'dragover');
    if (event.type === 'drop') void take(event.dataTransfer?.files[0], event.dataTransfer?.getData('text'));
  };
  const submitted = (event: SubmitEvent) => {
    event.preventDefault();
    const payload = String(new FormData(event.target as HTMLFormElement).get('payload') ?? '');
    actions.choose({ [TEXT]: payload });
    bring(payload);
  };
  return html`
    <form class="bring" @submit=${submitted} @dragover=${dragged} @dragleave=${dragged} @drop=${dragged}>
      <p>${speech.tell('start.impact.intro')}</p>
      <label for="payload">${speech.tell('start.impact.label')}</label>
      <textarea
        id="payload"
        name="payload"
        rows=${brought?.imported ? 4 : 8}
        dir="ltr"
        spellcheck="false"
        autocomplete="off"
        placeholder=${speech.tell('start.impact.hint')}
        .value=${live(text)}
        @input=${(event: Event) => actions.choose({ [TEXT]: (event.target as HTMLTextAreaElement).value })}
      ></textarea>
      <p class="actions">
        <button type="submit" class=${brought?.imported ? '' : 'button'}>${speech.tell('start.impact.bring')}</button>
        <label class="file-button"><input type="file" class="unseen" accept=".json,application/json" @change=${chosen} />${speech.tell('start.impact.file')}</label>
      </p>
    </form>
    <div class="report" id="import-report" tabindex="-1" aria-label=${speech.tell('start.impact.report')} aria-live="polite">
      ${brought ? outcome(brought, shown, actions, (options) => bring(brought.payload, options)) : nothing}
    </div>
  `;
}

async function bringIn(payload: string, options: ImportOptions, { services }: Shown, actions: Actions): Promise<void> {
  turn += 1;
  const own = turn;
  const tell = (brought: Brought) => {
    // An answer that another one has overtaken says nothing any more.
    if (own === turn) actions.choose({ [BROUGHT]: brought });
  };
  try {
    const imported = await (await services.importing()).impact(payload, options);
    tell({
      payload,
      options: { assume: imported.contracts.flatMap((contract) => withoutStale(options, contract).assume ?? []) },
      imported,
    });
  } catch (error) {
    const found = error instanceof Error && 'problems' in error ? (error.problems as readonly Problem[]) : [];
    const message = error instanceof Error ? error.message : String(error);
    tell({ payload, options, problems: found.length > 0 ? found : [{ path: '', message }] });
  }
}

function outcome(
  { imported, problems, options }: Brought,
  shown: Shown,
  actions: Actions,
  again: (options: ImportOptions) => void,
): unknown {
  const { speech } = shown;
  const asked = asking(shown);
  const words = importWords(shown, actions);
  if (problems) {
    return html`<p class="verdict fault">${speech.tell('start.impact.refused')}</p>
      <ul lang="en">${problems.map(({ path, message }) => html`<li>${path === '' ? message : `${path}: ${message}`}</li>`)}</ul>`;
  }
  if (!imported || !words || !asked) return html`<p>${speech.tell('start.wait')}</p>`;
  const whole = imported.contracts.flatMap(({ contract }): readonly Contract[] => (contract ? [contract] : []));
  const several = whole.length > 1;
  return html`
    ${several ? html`<p class="verdict">${speech.tell('start.impact.several', { count: { count: String(whole.length) } })}</p>` : nothing}
    ${several ? takeButtons(whole, speech.tell('start.impact.all'), asked, shown, actions) : nothing}
    ${imported.contracts.map((contract) => contractReport(contract, { words, options, asked, again }, shown, actions))}
  `;
}
