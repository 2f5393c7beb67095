import { define } from '../elements/define.js';
import { PayoutCalculator } from '../elements/payout-calculator/payout-calculator.js';
import { dress } from './dress.js';
import { EVENTS, isMessage, type Open, type Told, VERSION } from './messages.js';

/** The frame's side: it takes its documents from the page that holds it, once, and tells that page its height and what happens. */
const PROPERTIES = [
  'contract',
  'contracts',
  'scenario',
  'inputs',
  'presets',
  'messages',
  'src',
  'locale',
  'theme',
  'view',
  'readonly',
] as const;
define('payout-calculator', PayoutCalculator);
const calculator = document.createElement('payout-calculator');
let page: string | undefined;

addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
  if (source !== parent || page !== undefined || !isMessage(data) || data.type !== 'open') return;
  page = origin;
  const { documents } = data as Open;
  for (const name of PROPERTIES) if (Object.hasOwn(Object(documents), name)) Object.assign(calculator, { [name]: documents[name] });
  dress(calculator, Object(documents));
  document.body.append(calculator);
});

for (const name of EVENTS) {
  calculator.addEventListener(name, (event) => tell({ payout: VERSION, type: 'event', name, detail: (event as CustomEvent).detail }));
}

new ResizeObserver(() => {
  if (calculator.isConnected) tell({ payout: VERSION, type: 'height', height: document.documentElement.getBoundingClientRect().height });
}).observe(document.documentElement);

function tell(message: Told): void {
  if (page !== undefined) parent.postMessage(message, page);
}

// It holds nothing that others may not know.
if (parent !== window) parent.postMessage({ payout: VERSION, type: 'hello' } satisfies Told, '*');
