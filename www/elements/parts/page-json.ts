/** A page that does not give the element what it needs. */
export class SourceError extends Error {
  override readonly name = 'SourceError';

  constructor(
    readonly code: 'invalid_json' | 'missing_contract' | 'src_unreachable' | 'src_not_found',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const MOST_CHARACTERS = 256 * 1024;

/**
 * The object that a page writes as JSON: at `src`, else in the element's child `<script type="application/json">`, else an empty one.
 *
 * @throws {SourceError} when what there is cannot be fetched or read
 */
export async function pageJson(element: HTMLElement, src: string | null | undefined): Promise<object> {
  return src ? await fetched(src) : writtenIn(element);
}

function writtenIn(element: HTMLElement): object {
  const script = element.querySelector<HTMLScriptElement>(':scope > script[type="application/json"]');
  const text = script?.textContent ?? '';
  return text.trim() === '' ? {} : parsed(text, 'inside the element');
}

async function fetched(src: string): Promise<object> {
  let url: URL;
  try {
    url = new URL(src, document.baseURI);
  } catch (cause) {
    throw new SourceError('src_unreachable', `"${src}" is no address.`, { cause });
  }
  if (!/^https?:$/.test(url.protocol)) throw new SourceError('src_unreachable', `"${src}" is not an http(s) address.`);
  let text: string;
  try {
    const response = await fetch(url, { credentials: 'same-origin' });
    if (!response.ok) throw new SourceError('src_not_found', `${url.href} answered ${response.status} ${response.statusText}.`);
    text = await response.text();
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    const reason = 'It is offline, or its server does not let this page read it (CORS), or a policy forbids it (connect-src).';
    throw new SourceError('src_unreachable', `${url.href} could not be fetched. ${reason}`, { cause });
  }
  return parsed(text, `at ${url.href}`);
}

function parsed(text: string, where: string): object {
  if (text.length > MOST_CHARACTERS) {
    throw new SourceError('invalid_json', `The JSON ${where} may be ${MOST_CHARACTERS} characters long, and is ${text.length}.`);
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (cause) {
    throw new SourceError('invalid_json', `The JSON ${where} cannot be read: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
  throw new SourceError('invalid_json', `The JSON ${where} is not an object.`);
}
