const known = new Map<string, Intl.PluralRules>();

/** The plural rules of a language, made once: making them takes longer than a sentence. */
export function pluralRulesOf(tag: string): Intl.PluralRules {
  const rules = known.get(tag) ?? new Intl.PluralRules(tag);
  known.set(tag, rules);
  return rules;
}
