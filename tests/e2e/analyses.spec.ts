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

test('a page that may start no worker simulates in slices, tells how far it is, and can stop it', async ({ page }) => {
  await page.route('/', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': "worker-src 'none'" } });
  });
  let workers = 0;
  page.on('worker', (worker) => {
    if (worker.url().includes('analyses')) workers += 1;
  });
  await page.goto('/');
  const found = await page.evaluate(
    async ({ contract, scenario }) => {
      const { loadAnalyses } = (await import(new URL('/package/analyses.js', location.href).href)) as Package;
      const analyses = await loadAnalyses();
      const steps: number[][] = [];
      let longest = 0;
      let before = performance.now();
      const timer = setInterval(() => {
        longest = Math.max(longest, performance.now() - before);
        before = performance.now();
      });
      const draw = (draws: number, asked: { signal?: AbortSignal; onProgress?: (done: number, of: number) => void }) =>
        analyses.simulate([contract], scenario, { draws, seed: 7 }, asked);
      const answer = await draw(3000, { onProgress: (done, of) => steps.push([done, of]) });
      const steady = longest;
      const stop = new AbortController();
      const long = draw(1_000_000, { signal: stop.signal, onProgress: () => stop.abort() });
      const behind = draw(200, {});
      const stopped = await long.catch((error: unknown) => (error as Error).name);
      const mean = (await behind).contracts[0]?.mean;
      const refused = await analyses.simulate([contract], { ...scenario, months: '0' }).catch((error) => error.problems[0].path);
      clearInterval(timer);
      analyses.close();
      const closed = await draw(5, {}).catch((error: unknown) => (error as Error).name);
      return { draws: answer.draws, steps, steady, stopped, mean, refused, closed };
    },
    { contract: CONTRACT, scenario: SCENARIO },
  );
  expect(found).toMatchObject({ draws: 3000, stopped: 'AbortError', mean: '8634.10', refused: '/months', closed: 'AbortError' });
  expect(workers).toBe(0);
  expect(found.steps.length).toBeGreaterThan(3);
  expect(found.steps.every(([done = 0, of], place) => of === 3000 && done > (found.steps[place - 1]?.[0] ?? 0))).toBe(true);
  // A slice is 12 ms; a page is stopped for as long as one takes, and not for the whole.
  expect(found.steady).toBeLessThan(400);
});

test('a page simulates in a worker, stays smooth, and can stop it', async ({ page }) => {
  await page.goto('/');
  const found = await page.evaluate(
    async ({ contract, scenario }) => {
      const { loadAnalyses } = (await import(new URL('/package/analyses.js', location.href).href)) as Package;
      const analyses = await loadAnalyses();
      const draw = (draws: number) => analyses.simulate([contract], scenario, { draws, seed: 7 });
      // Event by event, since refunds have no quicker form: it is still at work when it is stopped.
      const refunds = { share: '5%', afterDays: '30' };
      const slow = { ...scenario, streams: scenario.streams?.map((stream) => ({ ...stream, refunds })) };
      let told = 0;
      const reference = await analyses.simulate([contract], scenario, { draws: 200, seed: 7 }, { onProgress: () => (told += 1) });
      let frames = 0;
      const count = () => {
        frames += 1;
        requestAnimationFrame(count);
      };
      const stop = new AbortController();
      const long = analyses.simulate([contract], slow as typeof scenario, { draws: 1_000_000, seed: 7 }, { signal: stop.signal }).then(
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
        told,
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
  expect(found.told).toBeGreaterThan(0);
  expect(found.closed).toBe('AbortError');
});
