import { contrast as contrastOf, LEAST_CONTRAST } from '../state/contrast.js';

/** The knobs of the page of looks: what they are set to, as a style sheet that a page can take. */
const form = document.querySelector('form') as HTMLFormElement;
const calculator = document.querySelector('payout-calculator') as HTMLElement;
const stage = document.querySelector('.stage') as HTMLElement;
const code = document.querySelector('pre code') as HTMLElement;
const contrast = document.querySelector('.contrast') as HTMLElement;
const turned = new Set<string>();

form.addEventListener('input', (event) => {
  turned.add((event.target as HTMLInputElement).name);
  show();
});
form.addEventListener('reset', () => {
  turned.clear();
  requestAnimationFrame(show);
});
show();

function show(): void {
  const values = new Map([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  calculator.className = values.get('look') ?? '';
  for (const name of ['theme', 'view']) calculator.setAttribute(name, values.get(name) ?? '');
  stage.style.setProperty('--stage-width', turned.has('width') ? `${values.get('width')}px` : '100%');
  const properties = [...values].filter(([name]) => name.startsWith('--payout-'));
  const written = (name: string, value: string) => (name === '--payout-radius' ? `${value}px` : value);
  for (const [name, value] of properties) {
    if (turned.has(name)) calculator.style.setProperty(name, written(name, value));
    else calculator.style.removeProperty(name);
  }
  const own = properties.filter(([name]) => turned.has(name)).map(([name, value]) => `  ${name}: ${written(name, value)};`);
  const look = values.get('look') === '' ? [] : ['@import "payout-calculator/themes.css";', ''];
  const selector = values.get('look') === '' ? 'payout-calculator' : `payout-calculator.${values.get('look')}`;
  const rule =
    own.length > 0
      ? [`${selector} {`, ...own, '}']
      : look.length > 0
        ? [`/* <payout-calculator class="${values.get('look')}"> */`]
        : ['/* Nothing: these are its own. */'];
  code.textContent = [...look, ...rule].join('\n');
  contrast.textContent = told(values);
}

/** Colours that were turned and can't be read well on each other: WCAG 2.2 asks for 4.5 to 1. */
function told(values: ReadonlyMap<string, string>): string {
  const pairs = [
    ['--payout-ink', '--payout-surface'],
    ['--payout-ink', '--payout-tint'],
    ['--payout-on-accent', '--payout-accent'],
    ['--payout-accent', '--payout-surface'],
  ] as const;
  const low = pairs
    .filter(([one, other]) => turned.has(one) || turned.has(other))
    .map(([one, other]) => [one, other, contrastOf(values.get(one) ?? '', values.get(other) ?? '')] as const);
  return low
    .filter(([, , ratio]) => ratio < LEAST_CONTRAST)
    .map(([one, other, ratio]) => `${one} on ${other} has a contrast of ${ratio.toFixed(1)} to 1, and needs ${LEAST_CONTRAST}.`)
    .join(' ');
}
