import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

type Engine = typeof import('../../build/engine/payout_calculator.js');

interface Case {
  contract?: unknown;
  events?: unknown;
  options?: unknown;
}

const built = (file: string) => new URL(`../../build/engine/${file}`, import.meta.url);
const moduleOf = (file: string) => new WebAssembly.Module(readFileSync(built(file)));

/** An engine of its own: the address differs, so its state does. */
async function engineOf(file: string) {
  const engine = (await import(built(`payout_calculator.js?${file}`).href)) as Engine;
  const link = (rest: WebAssembly.Module) =>
    new WebAssembly.Instance(rest, { first: engine.initSync({ module: rest }) as unknown as WebAssembly.ModuleImports });
  engine.initSync({ module: moduleOf(file) });
  return { engine, link };
}

/** Everything under tests/vectors that has a contract and events. */
function cases(): Case[] {
  const files = ['worked', 'programs'].flatMap((folder) => {
    const path = new URL(`../vectors/${folder}/`, import.meta.url);
    const names = readdirSync(path).filter((name) => name.endsWith('.json'));
    return names.map((name) => JSON.parse(readFileSync(new URL(name, path), 'utf8')) as unknown);
  });
  const within = (value: unknown, around: Case): Case[] => {
    if (typeof value !== 'object' || value === null) return [];
    const here = Array.isArray(value) ? around : { ...around, ...(value as Case) };
    if ('events' in value && here.contract !== undefined) return [here];
    return Object.values(value).flatMap((inner) => within(inner, here));
  };
  return files.flatMap((file) => within(file, {}));
}

test('the engine in two parts answers as the whole one does, and that as the one compiled for speed; the first part alone answers the same, or nothing', async () => {
  const whole = await engineOf('payout_calculator_small.wasm');
  const fast = await engineOf('payout_calculator_bg.wasm');
  const parts = await engineOf('payout_calculator_first.wasm');
  const rest = moduleOf('payout_calculator_rest.wasm');
  const answer = ({ engine }: { engine: Engine }, { contract, events, options }: Case) => [
    engine.check_contract(contract),
    engine.evaluate(contract, events, options),
  ];
  const all = cases();
  expect(all.length).toBeGreaterThan(150);
  let incomplete = 0;
  for (const each of all) {
    const expected = answer(whole, each);
    expect(answer(fast, each)).toEqual(expected);
    try {
      expect(answer(parts, each)).toEqual(expected);
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      incomplete += 1;
    }
    parts.engine.__wbg_reset_state();
    parts.link(rest);
    expect(answer(parts, each)).toEqual(expected);
    parts.engine.__wbg_reset_state();
  }
  expect(incomplete).toBeGreaterThan(0);
});
