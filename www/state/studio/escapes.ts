/** What would end a script, begin a comment, or be an entity, where JSON stands in HTML. */
const IN_HTML = /[<>&\u2028\u2029]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * A value as JSON that can stand inside HTML, in a script's source, and in a template: what could mean something else there is written as `\uXXXX`, which
 * JSON reads as the same character.
 *
 * @param also more characters that mean something where it will stand
 */
export function jsonText(value: unknown, indent = 0, also?: RegExp): string {
  const text = JSON.stringify(value, null, indent);
  // Outside of strings stand brackets, commas, digits and words alone.
  return text.replace(/"(?:[^"\\]|\\.)*"/g, (string) => {
    const safe = string.replace(IN_HTML, unicodeOf);
    return also ? safe.replace(new RegExp(also, 'g'), unicodeOf) : safe;
  });
}

/** A text that can stand between tags, and between the quotes of an attribute. */
export function htmlText(text: string, also?: RegExp): string {
  const safe = text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
  return also ? safe.replace(new RegExp(also, 'g'), (character) => `&#${character.charCodeAt(0)};`) : safe;
}

/** Attributes as HTML, each with a space before it. */
export function htmlAttributes(attributes: Readonly<Record<string, string>>, also?: RegExp): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${htmlText(value, also)}"`)
    .join('');
}

/** A text as an expression between braces, for JSX and Svelte. */
export function inBraces(text: string): string {
  return `{${jsonText(text)}}`;
}

/** Attributes for JSX and Svelte, each with a space before it. */
export function templateAttributes(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}=${/^[\w ./:@#?=%+-]*$/.test(value) ? `"${value}"` : inBraces(value)}`)
    .join('');
}

/** Every line but an empty one further in. */
export function indented(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by));
}

function unicodeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
