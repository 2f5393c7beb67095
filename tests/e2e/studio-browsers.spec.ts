import { expect } from '@playwright/test';
import { packed } from '../../www/state/packed.js';
import { emptyWork } from '../../www/state/studio/work.js';
import { inEachBrowser } from '../browsers/each.js';

const WORK = {
  ...emptyWork(),
  contracts: [{ version: 1, name: 'Harbor partners', currency: 'USD', payouts: [{ event: 'lead', pay: { fixed: '100' } }] }],
  scenario: { version: 1, start: '2027-01', months: '12', streams: [{ event: 'lead', perMonth: '20' }] },
};

const go = (address: string) => location.assign(address);
const heading = () => document.querySelector('.pane h2')?.textContent ?? '';
const promised = () => {
  const page = document.querySelector<HTMLIFrameElement>('.preview iframe')?.contentDocument;
  return page?.querySelector('payout-calculator')?.shadowRoot?.querySelector('[part=headline]')?.textContent?.replace(/\s+/g, ' ') ?? '';
};
const pasted = () => document.querySelector('.pane pre')?.textContent ?? '';

inEachBrowser('a work out of a link is shaped, shown and taken away', ['/'], async (visitor, url) => {
  await visitor.open(url);
  await visitor.run(go, new URL(`/studio.html#payout-studio=${await packed(WORK)}`, url).href);
  const shows = (read: () => string) => expect.poll(() => visitor.run(read).catch(() => ''), { timeout: 20_000 });
  await shows(promised).toContain('You could earn $2,000.00 a month');
  await visitor.press('Questions');
  await shows(heading).toBe('What visitors are asked');
  await visitor.enter('Leads a month, as expected', '40');
  await shows(promised).toContain('You could earn $4,000.00 a month');
  await visitor.enter('Leads a month, as expected', 'many');
  await shows(promised).toContain('You could earn $4,000.00 a month');
  await visitor.press('Undo');
  await shows(promised).toContain('You could earn $4,000.00 a month');
  await visitor.press('Both sides');
  await shows(heading).toBe('What it costs you');
  await visitor.press('Take away');
  await shows(pasted).toMatch(/"perMonth": "40"/);
});
