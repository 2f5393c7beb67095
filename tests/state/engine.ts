import { readFile } from 'node:fs/promises';
import type { Contract, Scenario } from '#documents';
import type { Ask } from '../../www/state/comparison/results.js';

type EngineModule = typeof import('../../www/entrypoints/engine.js');

const dist = (name: string) => new URL(`../../dist/${name}`, import.meta.url);
const packaged = async () => (await import(dist('engine.js').href)) as EngineModule;

/** The built engine, in Node. */
export async function loadedEngine() {
  const { loadEngine } = await packaged();
  return loadEngine(await readFile(dist('payout_calculator_bg.wasm')));
}

/** The built engine, asked as the comparison asks it. */
export async function asked(): Promise<Ask> {
  const [{ EngineError }, engine] = [await packaged(), await loadedEngine()];
  const answer = <T>(call: () => T) => {
    try {
      return { ok: call() };
    } catch (error) {
      if (error instanceof EngineError) return { problems: error.problems };
      throw error;
    }
  };
  return {
    check: (contract: Contract) => answer(() => engine.checkContract(contract)),
    project: (contract: Contract, scenario: Scenario) => answer(() => engine.project(contract, scenario)),
  };
}
