import type { ContractFacts, Phrase, Sentence } from '#documents';

/** Two sentences about the same, or one that the other contract has no match for. */
export interface Difference {
  readonly one: Phrase | undefined;
  readonly other: Phrase | undefined;
  readonly same: boolean;
}

/** What two contracts say, clause by clause: sentences about the same stand beside each other, in the first contract's order. */
export function differencesOf(one: ContractFacts, other: ContractFacts): readonly Difference[] {
  const left = [...other.summary];
  const rows = one.summary.map((sentence): Difference => {
    const match = bestOf(sentence, left);
    if (match) left.splice(left.indexOf(match), 1);
    const same = match !== undefined && JSON.stringify(match.phrase) === JSON.stringify(sentence.phrase);
    return { one: sentence.phrase, other: match?.phrase, same };
  });
  return [...rows, ...left.map(({ phrase }): Difference => ({ one: undefined, other: phrase, same: false }))];
}

/** The sentence that says the same; else one that says the like of the same kind of clause. */
function bestOf({ phrase, clause }: Sentence, among: readonly Sentence[]): Sentence | undefined {
  const text = JSON.stringify(phrase);
  const kind = (pointer: string | null | undefined) => pointer?.split('/')[1];
  const alike = among.filter((other) => other.phrase.say === phrase.say && kind(other.clause) === kind(clause));
  return alike.find((other) => JSON.stringify(other.phrase) === text) ?? alike.find((other) => other.clause === clause) ?? alike[0];
}
