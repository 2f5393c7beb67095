import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { loadAnalyses } from 'payout-calculator/analyses';
import { loadEngine } from 'payout-calculator/engine';

// A server that renders may import the element; it is defined where there are elements.
await import('payout-calculator');
await import('payout-calculator/define');
await import('payout-calculator/comparison');
await import('payout-calculator/define-comparison');
await import('payout-calculator/payout-comparison.js');

const wasm = await readFile(new URL(import.meta.resolve('payout-calculator/payout_calculator_bg.wasm')));
const contract = { version: 1, currency: 'USD', payouts: [{ event: 'lead', pay: { fixed: '100' } }] };
const scenario = { version: 1, start: '2027-03', months: 12, streams: [{ event: 'lead', perMonth: '8' }] };
const engine = await loadEngine(wasm);
assert.equal(engine.project(contract, scenario).totals.earned, '9600.00');
const analyses = await loadAnalyses(wasm);
assert.equal((await analyses.compare([contract], scenario)).contracts[0].earned, '9600.00');
