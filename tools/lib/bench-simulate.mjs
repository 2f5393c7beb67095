import { run } from '@quri/squiggle-lang';
import { CONTRACT, FRACTIONAL_SQUIGGLE, meanByHand, SCENARIO, SQUIGGLE } from './bench-models.mjs';
import { figure, loaded, nativeTurns, rounded, timed } from './bench-turns.mjs';
import { Failure } from './failure.mjs';

/** So many standard errors may two means be apart, each of which has one. */
const APART = 6;

/**
 * A simulation in WebAssembly in Node, against the native engine and against the same by hand with plain numbers, taking turns.
 *
 * @param {number} count of rounds
 * @param {number} draws
 * @returns {Promise<import('./figures.mjs').Figure[]>}
 */
export async function benchSimulate(count, draws) {
  const simulated = await simulation();
  const question = JSON.stringify({ draws, seed: 1 });
  const native = await nativeTurns('simulate', JSON.stringify([CONTRACT]), JSON.stringify(SCENARIO), question);
  agree('by hand', meanByHand(draws), simulated(draws));
  /** @type {{ toNative: number, toPlain: number, each: number }[]} */
  const rounds = [];
  for (let round = -1; round < count; round += 1) {
    const byNative = await native.turn();
    const [byWasm, byHand] = [timed(() => simulated(draws)), timed(() => meanByHand(draws))];
    if (round >= 0) rounds.push({ toNative: byNative / byWasm, toPlain: byHand / byWasm, each: byWasm / draws / 1000 });
  }
  native.end();
  const of = (/** @type {'toNative' | 'toPlain' | 'each'} */ what) => rounds.map((round) => round[what]);
  return [
    figure('simulate.wasm_vs_native', 'x', 3, of('toNative')),
    figure('simulate.vs_plain_js', 'x', 4, of('toPlain')),
    figure('simulate.draw_us', 'µs', 1, of('each')),
  ];
}

/**
 * The same against Squiggle: the same model as a function of samples, and the idiomatic one, in which there are no whole events and cents.
 *
 * @param {number} count of rounds
 * @param {number} draws
 * @returns {Promise<import('./figures.mjs').Figure[]>}
 */
export async function benchSquiggle(count, draws) {
  const simulated = await simulation();
  const squiggle = async (/** @type {string} */ model, /** @type {number} */ round) => {
    const started = process.hrtime.bigint();
    const { result } = await run(model, { environment: { sampleCount: draws, xyPointLength: 1000, seed: `${round}` } });
    const took = Number(process.hrtime.bigint() - started);
    if (!result.ok) throw new Failure(`Squiggle: ${result.value.toString()}`);
    return { mean: Number(result.value.result.toString()), took };
  };
  /** @type {{ same: number, fractional: number }[]} */
  const rounds = [];
  for (let round = -1; round < count; round += 1) {
    const [same, fractional] = [await squiggle(SQUIGGLE, round), await squiggle(FRACTIONAL_SQUIGGLE, round)];
    const byWasm = timed(() => simulated(draws));
    agree('by Squiggle', same.mean, simulated(draws));
    agree("by Squiggle's distributions", fractional.mean, simulated(draws));
    if (round >= 0) rounds.push({ same: same.took / byWasm, fractional: fractional.took / byWasm });
  }
  return [
    figure(
      'simulate.vs_squiggle',
      'x',
      1,
      rounds.map(({ same }) => same),
    ),
    figure(
      'simulate.vs_squiggle_fractional',
      'x',
      2,
      rounds.map(({ fractional }) => fractional),
    ),
  ];
}

/**
 * What the memory of a new engine comes to with ten times as many draws.
 *
 * @param {number} draws
 * @returns {Promise<import('./figures.mjs').Figure[]>}
 */
export async function benchMemory(draws) {
  const memory = async (/** @type {number} */ times) => {
    const module = await loaded(`?${times}`);
    simulatedBy(module, times);
    return module.initSync().memory.buffer.byteLength;
  };
  const [few, many] = [await memory(draws), await memory(draws * 10)];
  const note = `${draws * 10} draws against ${draws}, ${rounded((many - few) / (draws * 9), 1)} bytes for each more`;
  return [{ id: 'simulate.memory_growth', value: rounded(many / few, 2), unit: 'x', note }];
}

async function simulation() {
  const module = await loaded();
  return (/** @type {number} */ draws) => simulatedBy(module, draws);
}

function simulatedBy(/** @type {any} */ module, /** @type {number} */ draws) {
  return module.simulate([CONTRACT], SCENARIO, { draws, seed: 1 }).ok.contracts[0];
}

function agree(/** @type {string} */ how, /** @type {number} */ mean, /** @type {{ mean: string, standardError: string }} */ ours) {
  if (Math.abs(mean - Number(ours.mean)) > APART * Number(ours.standardError)) {
    throw new Failure(`${how} the mean is ${mean}, by the engine ${ours.mean} ± ${ours.standardError}`);
  }
}
