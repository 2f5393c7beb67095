import type { Contract, Price } from '#documents';
import type { Analyses } from '../../analyses/index.js';
import { isUncertain, uncertainScenario } from '../../state/comparison/drivers.js';
import { asVary } from '../../state/comparison/ranges.js';
import { withValueAt } from '../../state/pointers.js';
import { sentencePieces } from '../../state/sentences.js';
import { placesToRemove } from '../../state/terms.js';
import { isRefusal, type Question } from '../controllers/background.js';
import { evenAlong } from './even.js';
import { mapAlong } from './map.js';
import { aboutOf } from './matters.js';
import { bargained, chosenTerm, otherShapes, varyOf, varyToBargain } from './offers.js';
import { pairOf, worked } from './pairs.js';
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
  const uncertain = uncertainScenario(shown.table.scenario, shown.results.drivers, shown.table.set, shown.table.own);
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
    goal: { lane: 'quick', question: goal(shown) },
    equivalent: { lane: 'quick', question: equivalent(shown) },
    sensitivity: { lane: 'quick', question: one('sensitivity') },
    variance: { lane: 'quick', question: one('variance') },
    simulation: { lane: 'long', question: simulation(shown, uncertain, isSure) },
    bargain: { lane: 'long', question: bargain(shown, uncertain) },
    prices: { lane: 'long', question: prices(shown, uncertain, isSure) },
  };
}

const keyOf = (...documents: unknown[]) => JSON.stringify(documents);

function simulation({ results }: Shown, scenario: Shown['table']['scenario'], isSure: boolean): Question<unknown> | undefined {
  const contracts = results.columns.flatMap(({ sheet, total }) => (total === undefined ? [] : [sheet.contract]));
  if (contracts.length === 0 || results.currency === undefined || isSure) return undefined;
  return {
    key: keyOf(contracts, scenario),
    subject: keyOf(results.columns.map(({ sheet, total }) => total !== undefined && sheet.id)),
    ask: (analyses, asked) => analyses.simulate(contracts, scenario, { draws: DRAWS, seed: 1 }, asked),
  };
}

/** What is asked along a driver does not depend on where it stands, so that dragging the point asks nothing. */
function breakEven(shown: Shown): Question<unknown> | undefined {
  const [pair, found] = [pairOf(shown), evenAlong(shown)];
  if (!pair || !found) return undefined;
  const contracts: [Contract, Contract] = [pair[0].contract, pair[1].contract];
  const vary = asVary(found.path, found.span, found.driver.entry);
  const scenario = withValueAt(shown.results.scenario, found.path, vary.from);
  return {
    key: keyOf(contracts, scenario, vary),
    subject: keyOf(pair[0].id, pair[1].id, vary.path),
    ask: (analyses) => analyses.breakEven(contracts, scenario, vary),
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

function goal(shown: Shown): Question<unknown> | undefined {
  const [one, other] = pairOf(shown) ?? [];
  const term = other && chosenTerm(shown, other);
  if (!one || !other || !term || shown.readonly) return undefined;
  const vary = varyOf(term, other.column.facts?.minorUnits ?? 2);
  const { scenario } = shown.results;
  return {
    key: keyOf(other.contract, scenario, one.total, vary),
    subject: keyOf(one.id, other.id, vary.path),
    ask: (analyses) => analyses.goalSeek(other.contract, scenario, { earn: one.total, vary }),
  };
}

function equivalent(shown: Shown): Question<unknown> | undefined {
  const [one] = pairOf(shown) ?? [];
  if (!one || shown.readonly) return undefined;
  const shapes = otherShapes(shown, one);
  if (shapes.length === 0) return undefined;
  const contracts = [one.contract, ...shapes.map(({ contract }) => contract)];
  const vary = shapes.map(({ vary }) => vary);
  const { scenario } = shown.results;
  return {
    key: keyOf(contracts, scenario, vary),
    subject: keyOf(
      one.id,
      shapes.map(({ key }) => key),
    ),
    ask: (analyses) => analyses.equivalentOffers(contracts, scenario, { vary }),
  };
}

function bargain(shown: Shown, scenario: Shown['table']['scenario']): Question<unknown> | undefined {
  const found = bargained(shown);
  const { partner, brand } = shown.table.limits;
  if (!found || found.terms.length === 0 || partner === undefined || brand === undefined || shown.readonly) return undefined;
  const vary = found.terms.map(varyToBargain);
  const question = {
    vary,
    partner: { limit: partner },
    brand: { limit: brand },
    power: `${shown.choices.power ?? '50'}%`,
    draws: 100,
    seed: 1,
  };
  const { contract, id } = found.sheet;
  return {
    key: keyOf(contract, scenario, question),
    subject: keyOf(
      id,
      vary.map(({ path }) => path),
    ),
    ask: (analyses) => analyses.bargain(contract, scenario, question),
  };
}

/** What each clause is worth, by leaving it out at the place at which the engine lets it be left out. */
function prices(shown: Shown, scenario: Shown['table']['scenario'], isSure: boolean): Question<unknown> | undefined {
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
  scenario: Shown['table']['scenario'],
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
