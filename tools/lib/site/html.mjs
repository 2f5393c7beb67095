/** @type {Record<string, string>} */
const ESCAPED = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it is written in HTML, between tags or in a quoted attribute. */
export const escaped = (/** @type {string} */ text) => text.replace(/[&<>"]/g, (letter) => ESCAPED[letter] ?? letter);

/** What HTML says, without its tags. */
export const plain = (/** @type {string} */ html) =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
