import { expect, type Locator, type Page, test } from '@playwright/test';
import { violations } from './axe.js';
import { enter, FEE, FLAT, number, openTable, pays, sales, totalOf } from './offers.js';

const SHEETS = [{ contract: FEE }, { contract: FLAT, role: 'counter' }];
const RANGED = sales({ low: '60', likely: '110', high: '200' }, 6);

/** What has the focus, as someone hears it, and whether it can be seen. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let element = document.activeElement as HTMLElement | null;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement as HTMLElement;
    const labels = [...((element as HTMLInputElement | null)?.labels ?? [])].map(({ innerText }) => innerText);
    const style = element && getComputedStyle(element);
    const box = element?.closest('label')?.getBoundingClientRect() ?? element?.getBoundingClientRect();
    return {
      name: (element?.ariaLabel ?? (labels.join(' ') || element?.innerText) ?? '').replace(/\s+/g, ' ').trim(),
      lost: element === document.body,
      outlined: style ? style.outlineStyle !== 'none' && style.outlineWidth !== '0px' : false,
      inWindow: box ? box.bottom > 0 && box.top < innerHeight : false,
    };
  });

/** Goes on by the tabulator until what is called so has the focus, and can be seen to have it. */
async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  for (let stop = 0; stop < 150; stop += 1) {
    await page.keyboard.press(key);
    const now = await focused(page);
    if (!name.test(now.name)) continue;
    expect(now.outlined, `${now.name} is outlined`).toBe(true);
    await expect.poll(async () => (await focused(page)).inWindow, `${now.name} is in the window`).toBe(true);
    return;
  }
  throw new Error(`${name} can't be reached.`);
}

test('from nothing to a link by keyboard alone, and nobody loses their place', async ({ page, context }) => {
  test.slow();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/comparison.html');
  const comparison = page.locator('payout-comparison');
  await comparison.locator('.map-cell').first().waitFor();
  const press = async (key: string) => {
    await page.keyboard.press(key);
    await expect.poll(async () => (await focused(page)).lost).toBe(false);
  };
  await tabTo(page, /^Clear the table$/);
  await press('Enter');
  await expect(comparison.getByRole('article')).toHaveCount(0);
  await tabTo(page, /^A fixed amount for each sale$/);
  await press('Enter');
  await tabTo(page, /^A share of each sale$/);
  await press('Enter');
  await expect(comparison.getByRole('article')).toHaveCount(2);
  await expect(totalOf(comparison, 'A')).toHaveText('$2,880.00');

  await tabTo(page, /^Rate in: Sale/, 'Shift+Tab');
  await page.keyboard.type('a lot');
  await page.keyboard.press('Tab');
  const rate = number(comparison, /^Rate in: Sale/);
  await expect(rate).toHaveAttribute('aria-invalid', 'true');
  await expect(rate).toHaveAccessibleDescription(/can’t be read as a number/);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('20');
  await page.keyboard.press('Tab');
  await expect(totalOf(comparison, 'B')).toHaveText('$3,840.00');
  await expect(comparison.getByRole('status')).toHaveText('A pays $2,880.00. B pays $3,840.00.');

  await tabTo(page, /^Add a term$/);
  await page.keyboard.press('ArrowDown');
  for (const _ of ['perSale', 'commission', 'perLead', 'oneTime', 'retainer', 'guarantee', 'cap']) await page.keyboard.press('ArrowDown');
  await press('Enter');
  await expect(number(comparison, /^Amount in: At most/)).toHaveCount(1);
  await tabTo(page, /^Amount in: At most/, 'Shift+Tab');
  await page.keyboard.type('300');
  await page.keyboard.press('Tab');
  await expect(totalOf(comparison, 'B')).toHaveText('$3,600.00');
  await tabTo(page, /^Remove: At most/);
  await press('Enter');
  await expect(totalOf(comparison, 'B')).toHaveText('$3,840.00');

  await tabTo(page, /^Notes on offer B/);
  await page.keyboard.type('Ask Ana.');
  await tabTo(page, /^Move the point: Purchases a month/);
  await page.keyboard.press('ArrowRight');
  await expect(comparison.getByRole('radio', { name: 'My own' })).toBeChecked();
  await tabTo(page, /^Copy a link/, 'Shift+Tab');
  await press('Enter');
  await expect(comparison.getByRole('status')).toHaveText(/^The link is copied/);
  for (let undo = 0; undo < 3; undo += 1) {
    await tabTo(page, /^Undo$/, 'Shift+Tab');
    await press('Enter');
    await page.keyboard.press('Tab');
  }
  await expect(number(comparison, /^Notes on offer B/)).toHaveValue('');
});

test('taking something away leaves the focus beside it, and so does the last step of undo', async ({ page }) => {
  const comparison = await openTable(page, SHEETS, sales('100'));
  const after = async (button: Locator) => {
    await button.focus();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await focused(page)).lost).toBe(false);
    return (await focused(page)).name;
  };
  await after(comparison.getByRole('button', { name: 'Duplicate and change' }).first());
  await expect(comparison.getByRole('article')).toHaveCount(3);
  expect(await after(comparison.getByRole('button', { name: 'Remove this offer' }).last())).not.toBe('');
  await expect(comparison.getByRole('article')).toHaveCount(2);
  expect(await after(comparison.getByRole('button', { name: 'Undo' }))).toBe('Undo');
  expect(await after(comparison.getByRole('button', { name: 'Undo' }))).toBe('Redo');
  expect(await after(comparison.getByRole('button', { name: /^Remove: One-time/ }))).not.toBe('');
});

test('a list from which something is added is opened by the arrow keys, and adds nothing by itself', async ({ page }) => {
  const comparison = await openTable(page, SHEETS, sales('100'));
  const terms = comparison.getByRole('article').first().getByRole('listitem');
  const before = await terms.count();
  await comparison.getByRole('combobox', { name: 'Add a term' }).first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(terms).toHaveCount(before);
});

test('a screen reader is told where it is, what everything is called, and the result once', async ({ page }) => {
  const comparison = await openTable(page, SHEETS, sales('100'));
  await comparison.locator('.map-cell').first().waitFor();
  const [fee] = await comparison.getByRole('article').all();
  await expect(fee ?? comparison).toMatchAriaSnapshot(`
    - 'article "Offer A: Fee"':
      - paragraph:
        - combobox "Kind of offer"
      - heading "Fee" [level=3]:
        - textbox "Name of offer A": Fee
      - paragraph:
        - text: $1,300.00
        - strong: Pays most
      - paragraph
      - region "Terms of offer A":
        - list:
          - listitem:
            - paragraph:
              - 'textbox "Name in: …: 10% of the order amount."': Sale
              - text: ":"
              - 'textbox "Rate in: Sale: … of the order amount."': 10%
              - text: of the order amount.
            - 'button "Remove: Sale: 10% of the order amount."'
          - listitem:
            - paragraph:
              - text: "One-time payment:"
              - 'textbox "Amount in: One-time payment: … on January 1, 2027."': $500
              - text: "on"
              - 'textbox "Date in: One-time payment: $500 on …."': 2027-01-01
              - text: .
            - 'button "Remove: One-time payment: $500 on January 1, 2027."'
      - paragraph:
        - combobox "Add a term"
      - text: Notes on offer A
      - textbox "Notes on offer A"
      - group: The whole contract as JSON
      - paragraph:
        - button "Duplicate and change"
        - button "Remove this offer"
  `);
  await expect(comparison.getByRole('table').filter({ hasText: 'Per conversion' })).toMatchAriaSnapshot(`
    - table:
      - rowgroup:
        - row:
          - columnheader
          - columnheader /Fee/
          - columnheader /Flat/
  `);
  await expect(comparison.getByRole('navigation', { name: 'Offers' })).toMatchAriaSnapshot(`
    - navigation "Offers":
      - link /A.*Fee.*\\$1,300\\.00/
      - link /B.*Flat.*\\$1,200\\.00/
  `);
  await expect(comparison.getByRole('slider', { name: 'Move the point: Purchases a month' })).toHaveAttribute('aria-valuetext', '100');
  await expect(comparison.getByRole('status')).toHaveCount(1);
  await expect(comparison.getByRole('status')).toHaveText('');
  const status: string[] = [];
  await page.exposeFunction('told', (text: string) => status.push(text));
  await comparison.evaluate((element) => {
    const region = element.shadowRoot?.querySelector('[role=status]');
    if (region)
      new MutationObserver(() => (window as unknown as { told(text: string): void }).told(region.textContent ?? '')).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
  });
  const amount = number(comparison, /^Amount in: Sale: … each/);
  await amount.fill('');
  await amount.pressSequentially('13');
  await expect(totalOf(comparison, 'B')).toHaveText('$1,300.00');
  expect(status).toEqual([]);
  await amount.press('Tab');
  await expect.poll(() => status).toEqual(['A pays $1,300.00. B pays $1,300.00.']);
});

/** The fullest table: four offers, faults, both sides, everything opened. */
async function fullest(page: Page): Promise<Locator> {
  const mistaken = { ...pays({ fixed: 'twelve' }, 'Mistaken') };
  const comparison = await openTable(
    page,
    [...SHEETS, { contract: pays({ percent: '15%' }, 'Share'), notes: 'Theirs.' }, { contract: mistaken, role: 'benchmark' }],
    RANGED,
  );
  await expect(comparison.getByText('10,000 cases worked through.')).toBeVisible({ timeout: 30_000 });
  await enter(number(comparison, /^Amount in: Sale: … each/), 'no');
  await comparison.getByRole('radio', { name: 'Both' }).check();
  for (const summary of await page.locator('payout-comparison summary').all()) await summary.click();
  return comparison;
}

for (const media of [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
  { colorScheme: 'dark', forcedColors: 'active' },
] as const) {
  test(`axe finds nothing in the fullest table, ${media.colorScheme}${media.forcedColors === 'active' ? ', forced colours' : ''}`, async ({
    page,
  }) => {
    test.slow();
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    await fullest(page);
    expect(await violations(page)).toEqual([]);
  });
}

test('from right to left at 320 pixels with text twice as large nothing leaves the window sideways, and axe finds nothing', async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize({ width: 320, height: 700 });
  const comparison = await fullest(page);
  await page.evaluate(() => Object.assign(document.documentElement, { lang: 'ar', dir: 'rtl' }));
  await comparison.evaluate((element) => element.setAttribute('locale', 'ar-EG'));
  await expect(comparison.getByRole('heading', { name: 'أين يتقاطعان' })).toBeVisible();
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await violations(page)).toEqual([]);
});

/** Things that can be pressed and are lower than this; what has a label is pressed by that, too. */
const lowerThan = (page: Page, height: number, what: string) =>
  page.locator('payout-comparison').evaluate(
    (element, { height, what }) =>
      [...(element.shadowRoot?.querySelectorAll<HTMLInputElement>(what) ?? [])]
        .filter((target) => target.checkVisibility({ visibilityProperty: true }))
        .map((target) => {
          const pressed = target.matches('[type=radio], [type=checkbox]') ? (target.closest('label') ?? target) : target;
          return { target: target.outerHTML.slice(0, 200), height: pressed.getBoundingClientRect().height };
        })
        .filter((each) => each.height < height),
    { height, what },
  );

test.describe('with a finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('everything that can be pressed is at least 44 px high', async ({ page }) => {
    await fullest(page);
    expect(await lowerThan(page, 44, 'button, summary, input, select, textarea, nav a')).toEqual([]);
  });
});

for (const width of [320, 768, 1280]) {
  test(`everything that can be pressed is at least 44 px high, and in a sentence 24 px, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await fullest(page);
    expect(await lowerThan(page, 44, 'button, summary, input:not(.blank), select, textarea, nav a')).toEqual([]);
    expect(await lowerThan(page, 24, '.blank')).toEqual([]);
  });

  test(`nothing moves while it loads, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.addInitScript(() => {
      window.shifts = [];
      new PerformanceObserver((list) => {
        window.shifts.push(...(list.getEntries() as (PerformanceEntry & { value: number })[]).map(({ value }) => value));
      }).observe({ type: 'layout-shift', buffered: true });
    });
    // The page is there long before the element, and the element long before the engine.
    await page.route('**/payout-comparison.js', async (route) => {
      const response = await route.fetch();
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.fulfill({ response });
    });
    await page.route('**/payout_calculator_first.wasm', async (route) => {
      const response = await route.fetch();
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.fulfill({ response });
    });
    await page.goto('/comparison.html');
    const comparison = page.locator('payout-comparison');
    await expect(comparison.getByText('10,000 cases worked through.')).toBeAttached({ timeout: 20_000 });
    await expect(comparison.getByText('Working …').filter({ visible: true })).toHaveCount(0, { timeout: 20_000 });
    expect(await page.evaluate(() => window.shifts)).toEqual([]);
  });
}

test('whoever asked for less motion sees none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const comparison = await openTable(page, SHEETS, RANGED);
  await comparison.locator('.map-cell').first().waitFor();
  const moving = () => page.evaluate(() => document.getAnimations().length);
  expect(await moving()).toBe(0);
  await enter(number(comparison, /^Amount in: Sale: … each/), '13');
  await comparison.getByRole('radio', { name: 'Brand', exact: true }).check();
  expect(await moving()).toBe(0);
  const slow = await comparison.evaluate((element) =>
    [...(element.shadowRoot?.querySelectorAll('*') ?? [])]
      .filter((each) =>
        /[1-9]/.test(`${getComputedStyle(each).transitionDuration} ${getComputedStyle(each).animationDuration}`.replaceAll('1e-05s', '0s')),
      )
      .map(({ tagName, className }) => `${tagName} ${className}`),
  );
  expect(slow).toEqual([]);
});
