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
 */
export const highlighted = (code, language) => (hljs.getLanguage(language) ? hljs.highlight(code, { language }).value : escaped(code));
