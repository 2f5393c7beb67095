import { expect, test } from '@playwright/test';
import type { Contract, Scenario } from '#documents';

type Package = typeof import('../../www/entrypoints/analyses.js');

const CONTRACT: Contract = { version: 1, currency: 'USD', payouts: [{ event: 'sale', pay: { percent: '10%' } }] };
const SCENARIO: Scenario = {
  version: 1,
  start: '2027-01',
  months: 12,
  streams: [{ event: 'sale', perMonth: { p10: '80', p90: '200' }, amount: '50' }],
};

test('a page simulates in a worker, stays smooth, and can stop it', async ({ page }) => {
  await page.goto('/');
  const found = await page.evaluate(
    async ({ contract, scenario }) => {
      const { loadAnalyses } = (await import(new URL('/package/analyses.js', location.href).href)) as Package;
      const analyses = await loadAnalyses();
      const draw = (draws: number, signal?: AbortSignal) =>
        analyses.simulate([contract], scenario, { draws, seed: 7 }, signal ? { signal } : {});
      const reference = await draw(200);
      let frames = 0;
      const count = () => {
        frames += 1;
        requestAnimationFrame(count);
      };
      const stop = new AbortController();
      const long = draw(1_000_000, stop.signal).then(
        () => 'finished',
        (error: unknown) => (error as Error).name,
      );
      const behind = draw(200);
      requestAnimationFrame(count);
      await new Promise((resolve) => setTimeout(resolve, 500));
      const smooth = frames;
      stop.abort();
      const answer = {
        stopped: await long,
        smooth,
        same: JSON.stringify(await behind) === JSON.stringify(reference),
        mean: reference.contracts[0]?.mean,
      };
      const refused = await analyses.compare([{ ...contract, currency: 'XYZ' }], scenario).catch((error) => error.problems[0].path);
      analyses.close();
      const closed = await draw(5).catch((error: unknown) => (error as Error).name);
      return { ...answer, refused, closed };
    },
    { contract: CONTRACT, scenario: SCENARIO },
  );
  expect(found).toMatchObject({ stopped: 'AbortError', same: true, mean: '8634.10', refused: '/0/currency' });
  expect(found.smooth).toBeGreaterThan(5);
  expect(found.closed).toBe('AbortError');
});
