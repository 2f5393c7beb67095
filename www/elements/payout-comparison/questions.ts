import type { Contract, Price, Scenario } from '#documents';
import type { Analyses } from '../../analyses/index.js';
import { equalNear, flipped } from '../../state/comparison/crossings.js';
import { isUncertain } from '../../state/comparison/drivers.js';
import { asVary } from '../../state/comparison/ranges.js';
import { withValueAt } from '../../state/pointers.js';
import { sentencePieces } from '../../state/sentences.js';
import { placesToRemove } from '../../state/terms.js';
import { isRefusal, type Question } from '../controllers/background.js';
import { axisOf } from './axis.js';
import { mapAlong } from './map.js';
import { aboutOf } from './matters.js';
import { bargained, CAUTION, cautiousSide, chosenTerm, measureOf, otherShapes, varyOf, varyToBargain } from './offers.js';
import { pairOf, uncertainOf, worked } from './pairs.js';
import type { Shown } from './shown.js';
import { wordsFor } from './words.js';

interface Asked {
  readonly lane: 'quick' | 'long';
  readonly question: Question<unknown> | undefined;
}

const DRAWS = 10_000;
/** For what is shown as a bar. */
const FEWER_DRAWS = 2000;

/** What is to be known for what is shown, by name; what is not to be known is asked nothing. The order is that in which it is asked. */
export function questionsOf(shown: Shown): Readonly<Record<string, Asked>> {
  const uncertain = uncertainOf(shown);
  const isSure = !isUncertain(uncertain);
  const about = aboutOf(shown);
  const one = (name: 'sensitivity' | 'variance') => {
    if (!about || isSure) return undefined;
    const { contract } = about;
    const ask = (analyses: Analyses) =>
      name === 'sensitivity'
        ? analyses.sensitivity(contract, uncertain)
        : analyses.varianceShares(contract, uncertain, { draws: FEWER_DRAWS, seed: 1 });
    return { key: keyOf(contract, uncertain), subject: keyOf(about.id), ask };
  };
  return {
    breakEven: { lane: 'quick', question: breakEven(shown) },
    grid: { lane: 'quick', question: grid(shown) },
    equal: { lane: 'quick', question: equal(shown) },
    equivalent: equivalent(shown, uncertain, isSure),
    sensitivity: { lane: 'quick', question: one('sensitivity') },
    variance: { lane: 'quick', question: one('variance') },
    simulation: { lane: 'long', question: simulation(shown, uncertain, isSure) },
    bargain: { lane: 'long', question: bargain(shown, uncertain) },
    prices: { lane: 'long', question: prices(shown, uncertain, isSure) },
  };
}

const keyOf = (...documents: unknown[]) => JSON.stringify(documents);

function simulation({ results }: Shown, scenario: Scenario, isSure: boolean): Question<unknown> | undefined {
  const contracts = results.columns.flatMap(({ sheet, total }) => (total === undefined ? [] : [sheet.contract]));
  if (contracts.length === 0 || results.currency === undefined || isSure) return undefined;
  return {
    key: keyOf(contracts, scenario),
    subject: keyOf(results.columns.map(({ sheet, total }) => total !== undefined && sheet.id)),
    ask: (analyses, asked) => analyses.simulate(contracts, scenario, { draws: DRAWS, seed: 1 }, asked),
  };
}

/** What is asked along a number does not depend on where it stands, so that dragging the point asks nothing. */
function breakEven(shown: Shown): Question<unknown> | undefined {
  const pair = pairOf(shown);
  const axis = pair && axisOf(shown, pair);
  if (!axis) return undefined;
  const { contracts, scenario, vary } = axis.asked();
  return {
    key: keyOf(contracts, scenario, vary, axis.of),
    subject: keyOf(pair[0].id, pair[1].id, axis.key),
    ask: async (analyses, asked) => {
      const found = await analyses.breakEven(contracts, scenario, vary, asked);
      // The engine moves a term of the first contract.
      return axis.of === 1 ? flipped(found) : found;
    },
  };
}

function grid(shown: Shown): Question<unknown> | undefined {
  const drivers = mapAlong(shown);
  const contracts = worked(shown).map(({ contract }) => contract);
  if (!drivers || contracts.length < 2 || shown.results.currency === undefined) return undefined;
  const [across, up] = drivers.map(({ path, span, driver }) => asVary(path, span, driver.entry)) as [
    ReturnType<typeof asVary>,
    ReturnType<typeof asVary>,
  ];
  const scenario = withValueAt(withValueAt(shown.results.scenario, across.path, across.from), up.path, up.from);
  return {
    key: keyOf(contracts, scenario, across, up),
    subject: keyOf(
      worked(shown).map(({ id }) => id),
      across.path,
      up.path,
    ),
    ask: (analyses) => analyses.grid(contracts, scenario, { across, up, columns: 31, rows: 21 }),
  };
}

/** What makes the second offer of a pair pay what the first one pays. */
function equal(shown: Shown): Question<unknown> | undefined {
  const [one, other] = pairOf(shown) ?? [];
  const term = other && chosenTerm(shown, other);
  if (!one || !other || !term || shown.readonly) return undefined;
  const vary = varyOf(term, other.column.facts?.minorUnits ?? 2);
  const contracts: [Contract, Contract] = [withValueAt(term.contract, vary.path, vary.from), one.contract];
  const { scenario } = shown.results;
  return {
    key: keyOf(contracts, scenario, vary, term.now),
    subject: keyOf(one.id, other.id, vary.path),
    ask: async (analyses, asked) => equalNear(await analyses.breakEven(contracts, scenario, vary, asked), term.now),
  };
}

/** What offers of another shape have to pay to be worth the same: by averages over many cases in the lane of what takes long. */
function equivalent(shown: Shown, uncertain: Scenario, isSure: boolean): Asked {
  const [one] = pairOf(shown) ?? [];
  const shapes = one && !shown.readonly ? otherShapes(shown, one) : [];
  const measure = isSure ? 'median' : measureOf(shown);
  const lane = measure === 'median' ? 'quick' : 'long';
  if (!one || shapes.length === 0) return { lane, question: undefined };
  const contracts = [one.contract, ...shapes.map(({ contract }) => contract)];
  const scenario = measure === 'median' ? shown.results.scenario : uncertain;
  const caution = measure === 'certaintyEquivalent' && { caution: CAUTION, side: cautiousSide(shown) };
  const question = { vary: shapes.map(({ vary }) => vary), measure, ...caution, ...(measure !== 'median' && { seed: 1 }) };
  return {
    lane,
    question: {
      key: keyOf(contracts, scenario, question),
      subject: keyOf(
        one.id,
        shapes.map(({ key }) => key),
        measure,
      ),
      ask: (analyses, asked) => analyses.equivalentOffers(contracts, scenario, question, asked),
    },
  };
}

function bargain(shown: Shown, scenario: Scenario): Question<unknown> | undefined {
  const found = bargained(shown);
  const { partner, brand } = shown.table.limits;
  if (!found || found.terms.length === 0 || partner === undefined || brand === undefined || shown.readonly) return undefined;
  const { contract } = found.sheet;
  const question = {
    vary: found.terms.map((term) => varyToBargain(term, contract)),
    partner: { limit: partner },
    brand: { limit: brand },
    power: `${shown.choices.power ?? '50'}%`,
    draws: 100,
    seed: 1,
  };
  return {
    key: keyOf(contract, scenario, question),
    subject: keyOf(
      found.sheet.id,
      question.vary.map(({ path }) => path),
    ),
    ask: (analyses) => analyses.bargain(contract, scenario, question),
  };
}

/** What each clause is worth, by leaving it out at the place at which the engine lets it be left out. */
function prices(shown: Shown, scenario: Scenario, isSure: boolean): Question<unknown> | undefined {
  const about = aboutOf(shown);
  if (!about) return undefined;
  const { contract, id, column } = about;
  const terms = shown.terms.get(id) ?? [];
  const words = wordsFor(shown.speech.language);
  const { formats } = column.facts ? shown.speech.inCurrency(column.facts) : shown.speech;
  const clauses = terms.map((term) => ({
    sentence: sentencePieces(term.phrase, words, formats)
      .map(({ text }) => text)
      .join(''),
    places: placesToRemove(term, terms),
  }));
  return {
    key: keyOf(contract, scenario, words.tag),
    subject: keyOf(id),
    ask: async (analyses, asked) => {
      const found: { path: string; sentence: string; price: Price }[] = [];
      for (const { sentence, places } of clauses) {
        const priced = await firstPriced(analyses, contract, scenario, places, isSure ? 1 : FEWER_DRAWS, asked);
        const isNew = priced && !found.some(({ path }) => path === priced.path);
        if (isNew && Number(priced.price.worth) !== 0) found.push({ sentence, ...priced });
      }
      return found.sort((one, other) => Math.abs(Number(other.price.worth)) - Math.abs(Number(one.price.worth)));
    },
  };
}

async function firstPriced(
  analyses: Analyses,
  contract: Contract,
  scenario: Scenario,
  places: readonly string[],
  draws: number,
  asked: { signal?: AbortSignal },
): Promise<{ path: string; price: Price } | undefined> {
  for (const path of places) {
    try {
      return { path, price: await analyses.priceOfClause(contract, scenario, { path, draws, seed: 1 }, asked) };
    } catch (error) {
      asked.signal?.throwIfAborted();
      if (!isRefusal(error)) throw error;
    }
  }
  return undefined;
}
