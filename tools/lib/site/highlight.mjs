import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import css from 'highlight.js/lib/languages/css';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import rust from 'highlight.js/lib/languages/rust';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import { escaped } from './html.mjs';

/** The languages that the documentation's blocks of code name. */
const LANGUAGES = { css, html: xml, js: javascript, json, jsx: javascript, rust, sh: bash, ts: typescript };
for (const [name, language] of Object.entries(LANGUAGES)) hljs.registerLanguage(name, language);

/**
 * Code as HTML, its words in spans with classes, so that a style sheet colours them and no script has to.
 *
 * @param {string} code
 * @param {string} language as it stands behind the fence; of one that is not known, the plain text
 * @returns {string}
 */
export function highlighted(code, language) {
  if (!hljs.getLanguage(language)) return escaped(code);
  if (language !== 'html') return hljs.highlight(code, { language }).value;
  // Terms inside a page are JSON, which the language of pages knows nothing of.
  return code
    .split(/(?<=<script type="application\/json">)([\s\S]*?)(?=<\/script>)/)
    .map((part, place) => hljs.highlight(part, { language: place % 2 === 1 ? 'json' : language }).value)
    .join('');
}
