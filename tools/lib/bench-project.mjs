import { readFileSync } from 'node:fs';
import { chromiumTurns, quantile, rounded } from './bench-turns.mjs';
import { at } from './paths.mjs';

/** Turns until what is called is compiled for speed, and turns that count. */
const [WARM_UP, TIMES] = [60, 200];

/**
 * How long a page's main thread is busy with projecting a contract with every clause over three years.
 *
 * @returns {Promise<import('./figures.mjs').Figure[]>}
 */
export async function benchProject() {
  const contract = JSON.parse(readFileSync(at('tests/plain/every-clause.json'), 'utf8'));
  // It ends before three years are over, and says no rate for the currency that it pays in.
  contract.effective.to = '2029-12-31';
  contract.conversion.rates.push({ from: 'USD', to: 'EUR', on: '2027-01-01', rate: '0.9' });
  const browser = await chromiumTurns('project', [contract, SCENARIO]);
  const times = [];
  for (let turn = -WARM_UP; turn < TIMES; turn += 1) {
    const took = (await browser.turn()) / 1e6;
    if (turn >= 0) times.push(took);
  }
  await browser.end();
  const note = `36 months of every clause, in Chromium; median ${rounded(quantile(times, 0.5), 2)} of ${TIMES}`;
  return [{ id: 'project.p95_ms', value: rounded(quantile(times, 0.95), 2), unit: 'ms', note }];
}

/** Each event that the contract pays for, and those that its bonuses and guarantees count. */
const SCENARIO = {
  version: 1,
  start: '2027-01',
  months: 36,
  streams: [
    {
      event: 'sale',
      perMonth: '120',
      amount: '95',
      growth: { percent: '3%', per: 'month' },
      refunds: { share: '5%', afterDays: 20 },
      attributes: { country: 'US', customerStatus: 'new' },
    },
    { event: 'sale', perMonth: '40', amount: '640', attributes: { country: 'CA', customerStatus: 'existing', category: 'cameras' } },
    { event: 'lead', perMonth: '30' },
    { event: 'mille', perMonth: '900' },
    { event: 'signup', perMonth: '25' },
    { event: 'trial', perMonth: '12', amount: '49' },
    { event: 'booking', perMonth: '3', amount: '12000' },
    { event: 'click', perMonth: '4000' },
  ],
};
