import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import type { Contract } from '#documents';

type Package = typeof import('../../www/entrypoints/engine.js');

const dist = (name: string) => new URL(`../../dist/${name}`, import.meta.url);
const load = async () => (await import(dist('engine.js').href)) as Package;
const bytes = () => readFile(dist('payout_calculator_bg.wasm'));

const CONTRACT: Contract = {
  version: 1,
  currency: 'USD',
  payouts: [{ event: 'sale', pay: { percent: '2.9%' } }],
};

test('the engine runs in Node, from bytes, once for all', async () => {
  const { loadEngine } = await load();
  const engine = await loadEngine(await bytes());
  expect(await loadEngine()).toBe(engine);
  const statement = engine.evaluate(CONTRACT, [{ type: 'sale', date: '2027-03-14', amount: '5.00' }]);
  expect(statement.totals.earned).toBe('0.15');
  expect(engine.version()).toMatch(/^\d+\.\d+\.\d+$/);
});

test('documents that are refused come back with every mistake in them', async () => {
  const { EngineError, loadEngine } = await load();
  const engine = await loadEngine(await bytes());
  const refused = (call: () => unknown) => {
    try {
      call();
    } catch (error) {
      if (error instanceof EngineError) return { code: error.code, paths: error.problems.map(({ path }) => path) };
      throw error;
    }
    throw new Error('nothing was refused');
  };
  const contract = { ...CONTRACT, currency: 'XYZ' };
  expect(refused(() => engine.checkContract(contract))).toEqual({ code: 'invalid_contract', paths: ['/currency'] });
  expect(refused(() => engine.evaluate(CONTRACT, [{ type: '', date: '2027-02-30' }]))).toEqual({
    code: 'invalid_events',
    paths: ['/0/type', '/0/date'],
  });
  expect(refused(() => engine.project(CONTRACT, { version: 1, start: '2027-13', months: 1 }))).toEqual({
    code: 'invalid_scenario',
    paths: ['/start'],
  });
});
