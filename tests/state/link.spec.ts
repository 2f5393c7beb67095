import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Contract } from '#documents';
import { fromLink, restoredTable, type SavedTable, savedTable, toLink } from '../../www/state/comparison/saved.js';
import { emptyTable, withSheet } from '../../www/state/comparison/table.js';

const preset = (name: string) => JSON.parse(readFileSync(new URL(`../../presets/${name}.json`, import.meta.url), 'utf8')) as Contract;
const NOTES =
  'They asked for a longer lock. We said yes to 45 days if the first payment stays at 50 %; Ana confirms by Friday – “in principle”. ';

const table = ['smc-web-solution', 'canvas-score', 'evolve'].reduce(
  (table, name) => withSheet(table, preset(name), 'counter', NOTES.repeat(4)),
  emptyTable(new Date('2027-01-15T00:00Z')),
);

/** Links that were given out by earlier versions: they open, as long as there are links. */
const GIVEN_OUT = JSON.parse(readFileSync(new URL('links.json', import.meta.url), 'utf8')) as { link: string; table: SavedTable }[];

test('a table of three presets with notes is the same after its way through a link, byte for byte', async () => {
  const saved = {
    ...savedTable({ ...table, baseline: 2, set: 'own', own: { '/months': '24' }, view: 'both', limits: { partner: '900' } }),
  };
  const link = await toLink(saved);
  expect(link.length).toBeLessThan(4000);
  const opened = await fromLink(`#other=1&${link}`);
  expect(JSON.stringify(opened)).toBe(JSON.stringify(saved));
  expect(await toLink(savedTable(restoredTable(emptyTable(), opened)))).toBe(link);
});

test('links that were given out still open', async () => {
  expect(GIVEN_OUT.length).toBeGreaterThan(0);
  for (const { link, table } of GIVEN_OUT) {
    const opened = restoredTable(emptyTable(), await fromLink(link));
    expect(savedTable(opened)).toEqual(table);
  }
});

const packed = (value: unknown) => toLink(value as SavedTable);

test('what is no table is refused, and says why', async () => {
  const bomb = await packed({ version: 1, sheets: [], scenario: { name: ' '.repeat(250_000) } });
  const hostile: readonly (readonly [string, string])[] = [
    ['payout-comparison=', 'saved_damaged'],
    ['payout-comparison=!!!', 'saved_damaged'],
    [(await toLink(savedTable(table))).slice(0, -9), 'saved_damaged'],
    [`payout-comparison=${'A'.repeat(20_000)}`, 'saved_damaged'],
    [await packed({ version: 2, sheets: [], scenario: {} }), 'saved_too_new'],
    [await packed({ version: 1, sheets: [1], scenario: {} }), 'saved_damaged'],
    [await packed({ version: 1, sheets: Array.from({ length: 5 }, () => ({ contract: {} })), scenario: {} }), 'saved_damaged'],
    [await packed([]), 'saved_damaged'],
  ];
  for (const [link, code] of hostile) {
    const opened = fromLink(link).then((value) => restoredTable(emptyTable(), value));
    await expect(opened, link.slice(0, 60)).rejects.toMatchObject({ code });
  }
  expect(await fromLink('#else=1')).toBeUndefined();
  await expect(packed({ version: 1, sheets: [], scenario: { name: 'x'.repeat(300_000) } })).resolves.toBeDefined();
  await expect(fromLink(await packed({ version: 1, sheets: [], scenario: { name: 'x'.repeat(300_000) } }))).rejects.toMatchObject({
    code: 'saved_damaged',
  });
  expect(bomb.length).toBeLessThan(2000);
});

test('of what is strange in a table, only that is left out', async () => {
  const odd = {
    version: 1,
    sheets: [{ contract: {}, role: 'boss', notes: 7 }],
    scenario: {},
    own: { '/months': '24', '/x': {}, '/y': 'no' },
    set: 'best',
    baseline: 9,
    view: [],
    limits: { partner: '5', __proto__: 1 },
  };
  const opened = restoredTable(emptyTable(), await fromLink(await packed(odd)));
  expect(savedTable(opened)).toEqual({
    version: 1,
    sheets: [{ contract: {}, role: 'proposal' }],
    scenario: {},
    own: { '/months': '24' },
    limits: { partner: '5' },
  });
});
