import type { ImportedContract, ImportOptions } from '#documents';
import words from '../locales/import/en.json' with { type: 'json' };
import terms from '../locales/terms/en.json' with { type: 'json' };
import { formatsFor } from '../state/formats.js';
import {
  type ImportReport,
  importReport,
  type OpenQuestion,
  type ReportRow,
  sideBySide,
  withAnswer,
  withoutStale,
} from '../state/import.js';
import { termsInWords } from '../state/sentences.js';

type ImportPackage = typeof import('../entrypoints/import.js');
type EnginePackage = typeof import('../entrypoints/engine.js');

/** The package as it is published, so not part of this bundle. */
const packaged = <T>(name: string) => import(`${new URL(`/package/${name}`, location.origin)}`) as Promise<T>;

const form = document.querySelector('form') as HTMLFormElement;
const payload = form.elements.namedItem('payload') as HTMLTextAreaElement;
const file = form.elements.namedItem('file') as HTMLInputElement;
const verdict = document.querySelector('.verdict') as HTMLElement;
const report = document.querySelector('.report') as HTMLElement;

const importing = packaged<ImportPackage>('import.js').then(({ loadImport }) => loadImport());
const loadingEngine = packaged<EnginePackage>('engine.js').then(({ loadEngine }) => loadEngine());
let answers: ImportOptions = {};

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void bringIn({});
});
file.addEventListener('change', () => void take(file.files?.[0]));
for (const type of ['dragover', 'dragleave', 'drop'] as const) {
  form.addEventListener(type, (event) => {
    event.preventDefault();
    form.classList.toggle('over', type === 'dragover');
    if (type === 'drop') void take(event.dataTransfer?.files[0], event.dataTransfer?.getData('text'));
  });
}

async function take(dropped: File | undefined, text = ''): Promise<void> {
  payload.value = dropped ? await dropped.text() : text || payload.value;
  await bringIn({});
}

/** Brings the payload in anew: the report says what became of it with these answers. */
async function bringIn(options: ImportOptions): Promise<void> {
  try {
    const { contracts } = await (await importing).impact(payload.value, options);
    answers = { assume: contracts.flatMap((contract) => withoutStale(options, contract).assume ?? []) };
    const shown = await Promise.all(contracts.map(contractReport));
    verdict.textContent = contracts.map((contract) => said(contract, importReport(contract, words))).join(' ');
    report.replaceChildren(...shown.flat());
  } catch (error) {
    verdict.textContent = error instanceof Error ? error.message : String(error);
    report.replaceChildren();
  }
}

const said = ({ id }: ImportedContract, { verdict }: ImportReport) => (id ? `${id}: ${verdict}` : verdict);

async function contractReport(contract: ImportedContract): Promise<Node[]> {
  const { sections, questions } = importReport(contract, words);
  const asked = questions.filter(({ state }) => state !== 'settled');
  const settled = questions.filter(({ state }) => state === 'settled');
  const choices = element('div', { className: 'questions' }, asked.map(choice));
  return [
    element('h2', { textContent: contract.contract?.name ?? contract.id ?? contract.path }),
    ...sections.filter(({ key }) => key === 'gaps' || key === 'refused').map(({ title, rows }) => table(title, rows)),
    ...(contract.contract ? [await besideFields(contract)] : []),
    ...(asked.length > 0 ? [element('h3', { textContent: words['section.assumptions'] }), choices] : []),
    ...(settled.length > 0 ? [folded(words['section.settled'], settled.map(settledRow))] : []),
    ...sections.filter(({ key }) => key === 'notes').map(({ title, rows }) => folded(title, rows)),
  ];
}

/** The contract's plain words beside the payload's own fields. */
async function besideFields(imported: ImportedContract): Promise<HTMLElement> {
  const facts = (await loadingEngine).checkContract(imported.contract ?? '');
  const sentences = termsInWords(facts, terms, 'en', formatsFor('en', facts.currency, facts.minorUnits));
  const rows = sideBySide(imported, facts, sentences).map(({ sentence, fields }) =>
    element('tr', {}, [element('td', { textContent: sentence }), element('td', {}, byHolder(fields).map(holder))]),
  );
  const head = element(
    'tr',
    {},
    ['What the contract says', 'Where that stands in the payload'].map((textContent) => element('th', { textContent, scope: 'col' })),
  );
  return element('div', { className: 'scroll' }, [element('table', {}, [element('thead', {}, [head]), element('tbody', {}, rows)])]);
}

/** Fields of one object stand together. */
function byHolder(fields: readonly ReportRow[]): readonly (readonly [place: string, fields: readonly ReportRow[]])[] {
  const held = new Map<string, ReportRow[]>();
  for (const field of fields) {
    const holder = field.place.split(' › ').slice(0, -1).join(' › ');
    held.set(holder, [...(held.get(holder) ?? []), field]);
  }
  return [...held];
}

function holder([place, fields]: readonly [string, readonly ReportRow[]]): HTMLElement {
  const said = fields.map(({ place, value }) => `${place.split(' › ').at(-1)}: ${value}`);
  return element('div', {}, [element('span', { className: 'place', textContent: place }), said.join(' · ')]);
}

function choice({ assumption, question, place, options, state }: OpenQuestion): HTMLElement {
  const select = element('select', {}, [
    ...(state === 'open' ? [element('option', { value: '', textContent: words['section.open'] })] : []),
    ...options.map(({ value, label }) => element('option', { value, textContent: label, selected: value === assumption.taken })),
  ]);
  select.addEventListener('change', () => void bringIn(withAnswer(answers, assumption, select.value)));
  return element('label', {}, [element('span', {}, [question, element('span', { className: 'place', textContent: place })]), select]);
}

const settledRow = ({ assumption: { path }, place, question, options }: OpenQuestion): ReportRow => ({
  path,
  place,
  value: question,
  said: options[0]?.label ?? '',
  to: [],
});

function table(title: string, rows: readonly ReportRow[]): HTMLElement {
  const lines = rows.map(({ place, value, said }) =>
    element('tr', {}, [
      element('td', { textContent: said }),
      element('td', {}, [element('span', { className: 'place', textContent: place }), value]),
    ]),
  );
  const caption = element('caption', {}, [element('h3', { textContent: title })]);
  return element('div', { className: 'scroll' }, [element('table', {}, [caption, element('tbody', {}, lines)])]);
}

function folded(title: string, rows: readonly ReportRow[]): HTMLElement {
  return element('details', {}, [element('summary', { textContent: `${title} (${rows.length})` }), table(title, rows)]);
}

/** What the payload says only ever becomes text. */
function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  inside: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...inside);
  return made;
}
