import type { TemplateResult } from 'lit';
import { termsEditor } from '../../elements/parts/terms-editor.js';
import { wordsFor } from '../../elements/payout-comparison/words.js';
import { faultText } from '../../state/comparison/problems.js';
import { withDraft } from '../../state/studio/desk.js';
import { termsPlace, withModel } from '../../state/studio/models.js';
import { type Term, type TermField, withoutTerm } from '../../state/terms.js';
import { typedTerm } from '../../state/typed.js';
import type { Actions, Shown } from '../shown.js';
import type { Model } from './model.js';

/** Sentences of a contract with their fields; what can't be taken stays in its field, with what is wrong. */
export function sentences(
  terms: readonly Term[],
  id: string,
  { place, checked, asked, replace }: Model,
  { speech, desk }: Shown,
  actions: Actions,
): TemplateResult {
  const { contract, facts } = checked;
  const own = facts ? speech.inCurrency(facts) : speech;
  const words = wordsFor(speech.language);
  return termsEditor({
    contract,
    terms,
    words,
    direction: 'ltr',
    formats: own.formats,
    id,
    readonly: false,
    typed: (path) => {
      const draft = desk.drafts[termsPlace(place, path)];
      if (!draft) return undefined;
      const fault = faultText(draft, own);
      return { text: draft.typed, ...(fault !== undefined && { fault }) };
    },
    label: (kind, sentence) => speech.tell(`terms.blank.${kind}`, { term: { text: sentence } }),
    removeLabel: (sentence) => speech.tell('terms.takeOut', { term: { text: sentence } }),
    type: (field: TermField, text, done) => {
      const at = termsPlace(place, field.path);
      actions.change(
        (now) => {
          const before = now.work.contracts[place];
          if (!before) return now;
          const typed = typedTerm(before, field, { text, done }, now.drafts[at], own.formats, asked.answer);
          return withDraft(typed.contract === before ? now : withModel(now, place, typed.contract), at, typed.draft);
        },
        at,
        done,
      );
    },
    remove: (term) => {
      const without = withoutTerm(contract, term, checked.terms, asked.check);
      if (without) replace(without);
      else actions.note(speech.tell('terms.needed'));
    },
  });
}
