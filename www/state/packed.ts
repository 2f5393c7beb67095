/** Of a link's part, and of what it unfolds to. */
const MOST_CHARACTERS = 16_384;
const MOST_BYTES = 262_144;

/** A value as the part of a link: JSON, deflated, in base64url. */
export async function packed(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const deflated = await drained(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw')), MOST_BYTES);
  const letters = Array.from(deflated, (byte) => String.fromCharCode(byte)).join('');
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * The value that was packed.
 *
 * @throws for what was cut off, was never packed, or unfolds to more than a link may hold
 */
export async function unpacked(text: string): Promise<unknown> {
  if (text.length > MOST_CHARACTERS) throw new RangeError('too long');
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
  const inflated = await drained(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')), MOST_BYTES);
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(inflated));
}

/** What a page's fragment says after a key. */
export function partOf(fragment: string, key: string): string | undefined {
  const parts = fragment.replace(/^#/, '').split('&');
  return parts.find((part) => part.startsWith(key))?.slice(key.length);
}

/** All that a stream gives, as long as that is no more than it may be. */
async function drained(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > most) {
      await reader.cancel();
      throw new RangeError('too much');
    }
    chunks.push(next.value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
