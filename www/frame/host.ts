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
    const { locale = languageOf(place), theme = schemeOf(frame), view, look } = place.dataset;
    const documents = {
      ...withAddresses(parsed(text)),
      ...(locale && { locale }),
      ...(theme && { theme }),
      ...(view && { view }),
      ...(look && { look }),
    };
    frame.contentWindow?.postMessage({ payout: VERSION, type: 'open', documents }, address.origin);
  };
  const resize = (height: unknown) => {
    if (typeof height !== 'number' || !(height >= 0)) return;
    frame.style.blockSize = `${Math.min(Math.ceil(height), MOST_PIXELS)}px`;
  };
  addEventListener('message', listen);
  place.append(frame);
}

/** Inside the frame, an address would be one beside the frame's own. */
function withAddresses(documents: object): object {
  const addresses = Object.entries(documents).filter(
    ([name, value]) => /^(src|ctaLink)$/.test(name) && URL.canParse(value, document.baseURI),
  );
  return { ...documents, ...Object.fromEntries(addresses.map(([name, value]) => [name, new URL(value, document.baseURI).href])) };
}

function languageOf(place: HTMLElement): string | undefined {
  return place.closest('[lang]')?.getAttribute('lang') ?? undefined;
}

/** The page's scheme, where it is not the one that the frame takes from the visitor's system. */
function schemeOf(frame: HTMLElement): string | undefined {
  frame.style.color = 'light-dark(#fff, #000)';
  const isDark = getComputedStyle(frame).color === 'rgb(0, 0, 0)';
  if (isDark === matchMedia('(prefers-color-scheme: dark)').matches) return undefined;
  return isDark ? 'dark' : 'light';
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
