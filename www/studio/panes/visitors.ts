import { html, type TemplateResult } from 'lit';
import type { ContractFacts } from '#documents';
import { audiences } from '../questions/audiences.js';
import { numbers } from '../questions/numbers.js';
import { questions } from '../questions/questions.js';
import { words } from '../questions/words.js';
import type { Actions, Shown } from '../shown.js';

/** What visitors are asked, with which numbers they begin, and what is said around them. */
export function visitorsPane(shown: Shown, actions: Actions): TemplateResult {
  const { speech, checked } = shown;
  const facts = checked.flatMap(({ facts }): ContractFacts[] => (facts ? [facts] : []));
  return html`
    <h2>${speech.tell('questions.heading')}</h2>
    ${numbers(facts, shown, actions)} ${questions(facts, shown, actions)} ${audiences(facts, shown, actions)} ${words(shown, actions)}
  `;
}
