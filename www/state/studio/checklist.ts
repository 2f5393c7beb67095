import type { ContractFacts, Problem } from '#documents';
import type { StudioKey } from '../../locales/studio/en.js';
import { compareDecimals, decimalOf } from '../decimal.js';
import type { AllInputOptions, InputSpec } from '../inputs.js';
import { fieldPhrase, typeName } from '../names.js';
import { openSession, type Session, withValues } from '../session.js';
import type { Fact } from '../speech.js';
import type { Term } from '../terms.js';
import { hasHost, isFile, isFolder, isUnsafe, type Package } from './hosting.js';
import { isAddress, markupOf } from './markup.js';
import { faintIn } from './palette.js';
import { policyOf, policyText } from './policy.js';
import type { Target } from './snippets.js';
import type { Work } from './work.js';

/** Something said in the studio's words. */
export interface Said {
  readonly key: StudioKey;
  readonly facts?: Readonly<Record<string, Fact>>;
}

/** One thing that was looked at before publishing. */
export interface Checkpoint {
  readonly id:
    | 'contract'
    | 'tiers'
    | 'limits'
    | 'assumptions'
    | 'questions'
    | 'disclaimer'
    | 'call'
    | 'contrast'
    | 'languages'
    | 'hosting'
    | 'policy';
  /** `stop`: the page would not work, or not safely; `warn`: it works, and is probably not meant so. */
  readonly state: 'ok' | 'warn' | 'stop';
  readonly says: readonly Said[];
  /** Where it is mended. */
  readonly step: 'terms' | 'visitors' | 'look' | 'take';
}

/** What the engine says of a contract. */
export interface Judged {
  readonly contract: Work['contracts'][number];
  readonly facts?: ContractFacts;
  readonly terms: readonly Term[];
  readonly problems: readonly Problem[];
}

/** As many characters as the element reads. */
const MOST_CHARACTERS = 256 * 1024;
/** Languages that the element has words in. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'ja', 'ar'] as const;

/** All that is looked at before a work is published, whether there is something to mend or not. */
export function checkList(work: Work, judged: readonly Judged[], target: Target, files: Package): readonly Checkpoint[] {
  const session = sessionOf(work, judged);
  return [
    contract(judged),
    // Of terms that can't be read, nothing else is known.
    ...(session ? [tiers(judged), limits(judged), assumptions(work, session), questions(work, session)] : []),
    disclaimer(work),
    call(work),
    contrast(work),
    languages(work),
    hosting(work),
    policy(work, target, files),
  ];
}

/** `id` with what was found: fine as `fine` says, unless there is something. */
function point(
  id: Checkpoint['id'],
  step: Checkpoint['step'],
  found: readonly Said[],
  fine: Said,
  state: 'warn' | 'stop' = 'warn',
): Checkpoint {
  return found.length > 0 ? { id, step, state, says: found } : { id, step, state: 'ok', says: [fine] };
}

function contract(judged: readonly Judged[]): Checkpoint {
  const problems = judged.flatMap(({ problems }) => problems);
  if (problems.length > 0) return point('contract', 'terms', [counted('check.contract.wrong', problems.length)], FINE.contract, 'stop');
  const odd = judged.flatMap(({ facts }) => facts?.warnings ?? []).filter(({ code }) => code !== 'unreachable_tier');
  return point('contract', 'terms', odd.length > 0 ? [counted('check.contract.odd', odd.length)] : [], FINE.contract);
}

function tiers(judged: readonly Judged[]): Checkpoint {
  const unreachable = judged.flatMap(({ facts }) => facts?.warnings ?? []).filter(({ code }) => code === 'unreachable_tier');
  return point('tiers', 'terms', unreachable.length > 0 ? [counted('check.tiers.unreachable', unreachable.length)] : [], {
    key: 'check.tiers.fine',
  });
}

/** Each limit of the contracts has to have a sentence among the terms that visitors can open. */
function limits(judged: readonly Judged[]): Checkpoint {
  const all = judged.map(({ contract, terms }) => {
    const said = new Set(terms.map(({ clause }) => clause));
    return limitsIn(contract).map((place) => said.has(place));
  });
  const unsaid = all.flat().filter((isSaid) => !isSaid).length;
  const fine: Said = all.flat().length > 0 ? counted('check.limits.said', all.flat().length) : { key: 'check.limits.none' };
  return point('limits', 'terms', unsaid > 0 ? [counted('check.limits.unsaid', unsaid)] : [], fine);
}

function limitsIn(value: unknown, place = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inside]) =>
    name === 'limits' && Array.isArray(inside)
      ? inside.map((_, index) => `${place}/limits/${index}`)
      : limitsIn(inside, `${place}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}

/** The element shows what it takes for granted; but where nobody said a number, that is one that nobody meant. */
function assumptions({ scenario }: Work, { models }: Session): Checkpoint {
  const streams = new Set(scenario.streams?.map(({ event }) => event));
  const paid = new Map(models.flatMap(({ facts }) => facts.payouts).map(({ event, label }) => [event, label ?? undefined]));
  const missing = [...paid]
    .filter(([event]) => !streams.has(event))
    .map(([event, label]) => said('check.assumptions.missing', { name: nameOf(event, label) }));
  return point('assumptions', 'visitors', missing, { key: 'check.assumptions.fine' });
}

function questions({ inputs, presets }: Work, session: Session): Checkpoint {
  const specs = session.models.flatMap(({ specs }) => specs);
  const found = [
    ...Object.entries(inputs).flatMap(([id, options]) => boundsOf(id, options, specs)),
    ...presets.flatMap(({ label, values }) => {
      const isLost = Object.entries(values).some(([id, value]) => Object.keys(withValues(session, { [id]: value }).fields).length === 0);
      return isLost ? [said('check.questions.preset', { name: { text: label } })] : [];
    }),
  ];
  return point('questions', 'visitors', found, { key: 'check.questions.fine' });
}

/** What is wrong with an input's bounds: the element widens them for the scenario's own number, without a word. */
function boundsOf(id: string, { min, max }: AllInputOptions[string], specs: readonly InputSpec[]): readonly Said[] {
  const spec = specs.find((spec) => spec.id === id);
  if (!spec) return [said('check.questions.unasked', { name: { text: id } })];
  const name: Fact = { phrase: fieldPhrase(spec, false) };
  const [least, most] = [decimalOf(min), decimalOf(max)];
  const [low, high] = [spec.range?.low ?? spec.initial, spec.range?.high ?? spec.initial];
  if (least !== undefined && most !== undefined && compareDecimals(least, most) >= 0) return [said('check.questions.crossed', { name })];
  if (least !== undefined && compareDecimals(low, least) < 0)
    return [said('check.questions.below', { name, value: { count: low }, bound: { count: least } })];
  if (most !== undefined && compareDecimals(high, most) > 0)
    return [said('check.questions.above', { name, value: { count: high }, bound: { count: most } })];
  return [];
}

/** The element puts its own back where a page's is empty; one without a word would stand there as it is. */
function disclaimer({ words }: Work): Checkpoint {
  const own = words.disclaimer?.trim();
  const fine: Said = { key: own ? 'check.disclaimer.own' : 'check.disclaimer.usual' };
  return point('disclaimer', 'visitors', own && !/\p{L}{2}/u.test(own) ? [{ key: 'check.disclaimer.wordless' }] : [], fine);
}

function call({ words: { cta, ctaLink } }: Work): Checkpoint {
  if (ctaLink && !isAddress(ctaLink))
    return point('call', 'visitors', [said('check.call.unsafe', { address: { text: ctaLink } })], FINE.call, 'stop');
  if (ctaLink && !cta) return point('call', 'visitors', [{ key: 'check.call.wordless' }], FINE.call);
  if (!ctaLink) return point('call', 'visitors', [{ key: 'check.call.without' }], FINE.call);
  return point('call', 'visitors', isUnsafe(ctaLink) ? [{ key: 'check.call.plain' }] : [], FINE.call);
}

function contrast({ look }: Work): Checkpoint {
  const faint = faintIn(look);
  return point('contrast', 'look', faint.length > 0 ? [counted('check.contrast.faint', faint.length)] : [], { key: 'check.contrast.fine' });
}

function languages({ locale, words }: Work): Checkpoint {
  const [tag = ''] = (locale ?? '').toLowerCase().split('-', 1);
  const isKnown = locale === undefined || LANGUAGES.some((known) => known === tag);
  const hasWords = Object.keys(words).length > 0;
  const fine: Said = locale
    ? said('check.languages.set', { language: { text: locale } })
    : { key: hasWords ? 'check.languages.mixed' : 'check.languages.page' };
  return point('languages', 'visitors', isKnown ? [] : [said('check.languages.unknown', { language: { text: locale ?? '' } })], fine);
}

function hosting({ hosting: { base, terms, src }, ...work }: Work): Checkpoint {
  const inFile = terms === 'file';
  const { length } = JSON.stringify(markupOf({ ...work, hosting: { base, terms, src } }).terms);
  const wrong: Said[] = [
    ...(isFolder(base) ? [] : [said('check.hosting.wrong', { address: { text: base } })]),
    ...(inFile && !isFile(src) ? [said('check.hosting.wrong', { address: { text: src } })] : []),
    ...(length > MOST_CHARACTERS
      ? [said('check.hosting.long', { count: { count: String(length) }, most: { count: String(MOST_CHARACTERS) } })]
      : []),
  ];
  if (wrong.length > 0) return point('hosting', 'take', wrong, FINE.hosting, 'stop');
  const plain = [base, ...(inFile ? [src] : [])]
    .filter(isUnsafe)
    .map((address) => said('check.hosting.plain', { address: { text: address } }));
  return point('hosting', 'take', plain, { key: hasHost(base) ? 'check.hosting.elsewhere' : 'check.hosting.fine' });
}

/** Never a fault of the work; but a page that has a policy has to allow what the calculator needs. */
function policy(work: Work, target: Target, files: Package): Checkpoint {
  const { 'default-src': _, 'require-trusted-types-for': __, 'trusted-types': ___, ...needed } = policyOf(target, work, files);
  return point('policy', 'take', [], said('check.policy.needs', { policy: { text: policyText(needed) } }));
}

const FINE = {
  contract: { key: 'check.contract.fine' },
  call: { key: 'check.call.fine' },
  hosting: { key: 'check.hosting.fine' },
} as const satisfies Record<string, Said>;

const said = (key: StudioKey, facts: NonNullable<Said['facts']>): Said => ({ key, facts });
const counted = (key: StudioKey, count: number) => said(key, { count: { count: String(count) } });

function nameOf(event: string, label: string | undefined): Fact {
  const name = typeName(event, label);
  return typeof name === 'string' ? { text: name } : { phrase: name };
}

/** The calculator's own view of the work, which says what it asks for; none while a contract is wrong. */
function sessionOf({ contracts: [first, ...others], scenario, inputs, presets }: Work, judged: readonly Judged[]): Session | undefined {
  const facts = new Map(judged.flatMap(({ contract, facts }) => (facts ? [[contract, facts] as const] : [])));
  const [known] = facts.values();
  if (!first || !known || ![first, ...others].every((contract) => facts.has(contract))) return undefined;
  return openSession([first, ...others], scenario, inputs, presets, (contract) => facts.get(contract) ?? known);
}
