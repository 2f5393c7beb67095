import { expect, type Page, test } from '@playwright/test';

const headline = (page: Page, text: string | RegExp) => page.locator('payout-calculator').getByRole('heading', { name: text });
const locale = (page: Page, tag: string) =>
  page.locator('payout-calculator').evaluate((element, value) => element.setAttribute('locale', value), tag);

test.beforeEach(async ({ page }) => {
  await page.goto('/');
  await headline(page, 'You could earn $800.00 a month').waitFor();
});

test('a visitor without a mouse gets from the models to the reasons', async ({ page }) => {
  const chosen = page.getByRole('radio', { name: 'Fixed pay per lead' });
  await chosen.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Commission' })).toBeChecked();
  await expect(headline(page, 'You could earn $400.00 a month')).toBeVisible();

  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Purchases a month' })).toBeFocused();
  await page.keyboard.press('Tab');
  const slider = page.getByRole('slider', { name: 'Purchases a month' });
  await expect(slider).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', '41 purchases a month');
  await expect(headline(page, 'You could earn $410.00 a month')).toBeVisible();

  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Order value' })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('250.50');
  await page.keyboard.press('Enter');
  await expect(headline(page, 'You could earn $1,027.05 a month')).toBeVisible();

  const why = page.getByText('Why $12,324.60?');
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(why).toBeFocused({ timeout: 50 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(page.getByText('10% of an order of $250.50 is $25.05.')).toBeVisible();
});

test('slider and field have one value', async ({ page }) => {
  const [field, slider] = [page.getByRole('textbox', { name: 'Leads a month' }), page.getByRole('slider', { name: 'Leads a month' })];
  await field.fill('33');
  await expect(slider).toHaveValue('33');
  await slider.press('ArrowLeft');
  await expect(field).toHaveValue('32');
});

test('a German visitor’s “1.234,56” is read as it is meant', async ({ page }) => {
  await locale(page, 'de-DE');
  await page.getByRole('radio', { name: 'Commission' }).check();
  const value = page.getByRole('textbox', { name: 'Bestellwert' });
  await value.fill('1.234,56');
  await value.press('Tab');
  await expect(value).toHaveValue('1.234,56');
  await expect(headline(page, /^Sie könnten 4\.938,40\s\$ im Monat verdienen/)).toBeVisible();
  await value.fill('1,234.56');
  await value.press('Tab');
  await expect(value).toHaveAccessibleDescription(/^Das lässt sich nicht als Zahl lesen\./);
});

test('digits of the visitor’s own are read: “١٬٢٣٤٫٥٠” in Arabic', async ({ page }) => {
  await locale(page, 'ar-EG');
  await page.getByRole('radio', { name: 'Commission' }).check();
  const value = page.getByRole('textbox', { name: 'قيمة الطلب' });
  await value.fill('١٬٢٣٤٫٥٠');
  await value.press('Tab');
  await expect(value).toHaveValue('١٬٢٣٤٫٥٠');
  // 10 % of 1,234.50, 40 times.
  await expect(headline(page, /٤٬٩٣٨٫٠٠/)).toBeVisible();
  await value.fill('1234.5');
  await value.press('Tab');
  await expect(value).toHaveValue('١٬٢٣٤٫٥٠');
});

test('while a slider moves, what is out of sight waits, and what is open does not', async ({ page }) => {
  const table = page.locator('payout-calculator .chart').getByRole('table');
  const first = table.getByRole('cell').first();
  await page.getByText('View as a table').click();
  const moved = (leads: string, type: string) =>
    page.getByRole('slider', { name: 'Leads a month' }).evaluate(
      (slider: HTMLInputElement, [value, event]) => {
        slider.value = value as string;
        slider.dispatchEvent(new Event(event as string, { bubbles: true, composed: true }));
      },
      [leads, type],
    );
  await moved('20', 'input');
  await expect(first).toHaveText('$2,000.00');
  await page.getByText('View as a table').click();
  await moved('30', 'input');
  await expect(headline(page, /\$3,000\.00/)).toBeVisible();
  await moved('30', 'change');
  await page.getByText('View as a table').click();
  await expect(first).toHaveText('$3,000.00');
});

test('while a slider moves, the chart follows; the worker is asked, and all is drawn, when it rests', async ({ page }) => {
  await page.clock.install();
  await page.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    Object.assign(window, { asked: 0 });
    Worker.prototype.postMessage = function (this: Worker, ...sent: Parameters<typeof postMessage>) {
      (window as unknown as { asked: number }).asked += 1;
      postMessage.apply(this, sent);
    } as typeof postMessage;
  });
  const asked = () => page.evaluate(() => (window as unknown as { asked: number }).asked);
  await page.goto('/');
  await expect(headline(page, 'You could earn $800.00 a month')).toBeVisible();
  await page.evaluate(() => {
    const limited = { event: 'lead', pay: { fixed: '100' }, limits: [{ max: '9000', per: 'month' }] };
    Object.assign(document.querySelector('payout-calculator') as object, {
      contracts: [{ version: 1, currency: 'USD', payouts: [limited] }],
    });
  });
  await expect(page.getByText(/more in February 2028 would add \$100.00 each/)).toBeVisible();
  await page.clock.pauseAt(Date.now() + 60_000);
  const before = await asked();
  const chart = page.locator('payout-calculator .month title').first();
  const table = page.locator('payout-calculator .chart td').first();
  for (const leads of ['10', '11', '12', '13']) {
    await page.getByRole('slider', { name: 'Leads a month' }).evaluate((slider: HTMLInputElement, leads) => {
      slider.value = leads;
      slider.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    }, leads);
    await page.clock.runFor(32);
    await expect(headline(page, `You could earn $1,${leads[1]}00.00 a month`)).toBeVisible();
  }
  await page.clock.runFor(64);
  await expect(chart).toHaveText('March 2027: $1,300.00');
  await expect(table).toHaveText('$800.00');
  expect(await asked()).toBe(before);
  await page.clock.resume();
  await expect(table).toHaveText('$1,300.00');
  await expect.poll(asked).toBeGreaterThan(before);
});

const FAULTS = [
  { text: '12x', message: 'This can’t be read as a number. Write it like 8.' },
  { text: '', message: 'Enter a number, for example 8.' },
  { text: '101', message: 'Enter a number from 0 to 100.' },
  { text: '2.5', message: 'Use a whole number.' },
];

for (const { text, message } of FAULTS) {
  test(`“${text}” is pointed out at the field and kept, and the last good result is marked`, async ({ page }) => {
    const field = page.getByRole('textbox', { name: 'Leads a month' });
    await field.fill(text);
    const pointedOut = page.getByRole('paragraph').filter({ hasText: message });
    await expect(pointedOut).toBeHidden();
    await field.press('Tab');
    await expect(pointedOut).toBeVisible();
    await expect(field).toHaveValue(text);
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(message);
    await expect(page.getByText('The result is still for your last valid numbers.')).toBeVisible();
    await expect(headline(page, 'You could earn $800.00 a month')).toBeVisible();
    await expect(page.locator('payout-calculator').getByRole('status')).toHaveText(message);

    await field.fill('9');
    await expect(pointedOut).toBeHidden();
    await expect(headline(page, 'You could earn $900.00 a month')).toBeVisible();
    await expect(page.getByText('The result is still for')).toBeHidden();
  });
}

test('numbers outlive a change of model, and Reset brings the first ones back', async ({ page }) => {
  await page.getByRole('textbox', { name: 'Leads a month' }).fill('5');
  await page.getByRole('radio', { name: 'Commission' }).check();
  await page.getByRole('radio', { name: 'Combination' }).check();
  await expect(page.getByRole('textbox', { name: 'Leads a month' })).toHaveValue('5');
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page.getByRole('textbox', { name: 'Leads a month' })).toHaveValue('8');
  await expect(headline(page, 'You could earn $1,976.67 a month')).toBeVisible();
});

test('a result is announced once a change is done, and not on the way', async ({ page }) => {
  const status = page.locator('payout-calculator').getByRole('status');
  await expect(status).toHaveText('');
  const field = page.getByRole('textbox', { name: 'Leads a month' });
  await field.fill('20');
  await expect(headline(page, 'You could earn $2,000.00 a month')).toBeVisible();
  await expect(status).toHaveText('');
  await field.press('Tab');
  await expect(status).toHaveText('You could earn $2,000.00 a month: $24,000.00 from March 2027 to February 2028.');
});

test('a placement outside the months looked at is named under what did not apply', async ({ page }) => {
  await page.evaluate(() => {
    Object.assign(document.querySelector('payout-calculator') as object, {
      scenario: { version: 1, start: '2027-04', months: 6, streams: [{ event: 'lead', perMonth: '0' }] },
    });
  });
  await page.getByRole('radio', { name: 'Combination' }).check();
  await expect(page.getByRole('heading', { name: 'What did not apply' })).toBeVisible();
  await expect(
    page.getByText(/^Placement in all customer e-mails.*: earned on March 1, 2027, outside April 1, 2027 to September 30, 2027\.$/),
  ).toBeVisible();
  await expect(page.getByText('Qualified lead: nothing to pay for, as your numbers have none.')).toBeVisible();
});

test('the chart’s table has the same months and amounts', async ({ page }) => {
  await page.getByRole('radio', { name: 'Combination' }).check();
  await page.getByText('View as a table').click();
  const rows = page.locator('payout-calculator figure').getByRole('row');
  await expect(rows).toHaveCount(13);
  await expect(rows.nth(1)).toHaveText(/March 2027\s*\$6,560\.00\s*\$6,560\.00/);
  await expect(rows.nth(12)).toHaveText(/February 2028\s*\$1,560\.00\s*\$23,720\.00/);
});

const CURRENCIES = [
  {
    currency: 'JPY',
    rate: '2.9%',
    amount: '505',
    headline: 'You could earn ¥15 a month',
    why: 'Each is rounded from ¥14.645 to ¥15, with halves rounded up.',
  },
  {
    currency: 'KWD',
    rate: '10%',
    amount: '0.125',
    headline: /You could earn KWD\s0\.013 a month/,
    why: /Each is rounded from KWD\s0\.0125 to KWD\s0\.013/,
  },
  {
    currency: 'USD',
    rate: '2.9%',
    amount: '5',
    headline: 'You could earn $0.15 a month',
    why: 'Each is rounded from $0.145 to $0.15, with halves rounded up.',
  },
];

for (const { currency, rate, amount, headline: text, why } of CURRENCIES) {
  test(`${currency} is shown, and explained, in its own minor units`, async ({ page }) => {
    await page.evaluate(
      ([code, percent, value]) => {
        Object.assign(document.querySelector('payout-calculator') as object, {
          contracts: [{ version: 1, currency: code, payouts: [{ event: 'sale', label: 'Sale', pay: { percent } }] }],
          scenario: { version: 1, start: '2027-03', months: 2, streams: [{ event: 'sale', perMonth: '1', amount: value }] },
        });
      },
      [currency, rate, amount],
    );
    await expect(headline(page, text)).toBeVisible();
    await page.getByText('Why').click();
    await expect(page.getByText(why)).toBeVisible();
  });
}

test('printed, it is one page, with the table, the assumptions and the disclaimer', async ({ page }) => {
  await page.getByRole('radio', { name: 'Combination' }).check();
  await page.emulateMedia({ media: 'print' });
  for (const text of ['Every order is worth $100.00.', 'Qualified lead: $100 each.', 'August 2027', 'An illustration worked out from']) {
    await expect(page.locator('payout-calculator').getByText(text).last()).toBeVisible();
  }
  const margin = { top: '10mm', bottom: '10mm', left: '10mm', right: '10mm' };
  for (const format of ['A4', 'Letter']) {
    const pdf = await page.pdf({ format, margin });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  }
});
