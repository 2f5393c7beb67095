import { EVENTS, isMessage, type Told, VERSION } from './messages.js';

/**
 * The page's side of the frame, for pages that strip scripts' modules or forbid WebAssembly: a frame with the calculator in each
 * `<div data-payout-calculator>`, with the JSON inside it. Its events are fired at the `<div>`.
 */
const script = document.currentScript as HTMLScriptElement;
const address = new URL('frame.html', script.src);
const MOST_PIXELS = 20_000;

for (const place of document.querySelectorAll<HTMLElement>('[data-payout-calculator]')) open(place);

function open(place: HTMLElement): void {
  const text = place.querySelector('script[type="application/json"]')?.textContent ?? '{}';
  const frame = document.createElement('iframe');
  frame.src = address.href;
  frame.title = place.dataset['title'] ?? 'Payout calculator';
  frame.loading = 'lazy';
  frame.style.cssText = 'border: 0; inline-size: 100%; block-size: 75rem; display: block';

  const listen = ({ source, origin, data }: MessageEvent<unknown>) => {
    if (!frame.isConnected) return removeEventListener('message', listen);
    // Another window of the same origin is not this frame, and what this frame has become elsewhere is not ours.
    if (source !== frame.contentWindow || origin !== address.origin || !isMessage(data)) return;
    const told = data as Told;
    if (told.type === 'hello') give();
    else if (told.type === 'height') resize(told.height);
    else if (told.type === 'event' && (EVENTS as readonly string[]).includes(told.name)) {
      place.dispatchEvent(new CustomEvent(told.name, { bubbles: true, detail: told.detail }));
    }
  };
  const give = () => {
    const { locale, theme, view } = place.dataset;
    const documents = { ...parsed(text), ...(locale && { locale }), ...(theme && { theme }), ...(view && { view }) };
    frame.contentWindow?.postMessage({ payout: VERSION, type: 'open', documents }, address.origin);
  };
  const resize = (height: unknown) => {
    if (typeof height !== 'number' || !(height >= 0)) return;
    frame.style.blockSize = `${Math.min(Math.ceil(height), MOST_PIXELS)}px`;
  };
  addEventListener('message', listen);
  place.append(frame);
}

function parsed(text: string): object {
  try {
    return Object(JSON.parse(text));
  } catch {
    // The element tells what is missing.
    console.error('The JSON of a payout calculator cannot be read.');
    return {};
  }
}
