import MiniSearch from 'minisearch';

/** A section of the documentation. */
export interface Section {
  readonly page: string;
  readonly heading: string;
  readonly url: string;
  /** What it lists: fields, words, codes. */
  readonly names: string;
  readonly text: string;
}

/** A section that was found, with the words by which it was. */
export type Found = Section & { readonly words: readonly string[] };

const MOST = 12;

/** Looks in sections: for every word, also where it is only begun or has a letter wrong. Titles count more than text. */
export function searchIn(sections: readonly Section[]): (query: string) => readonly Found[] {
  const index = new MiniSearch<Section & { id: number }>({
    fields: ['heading', 'page', 'names', 'text'],
    storeFields: ['page', 'heading', 'url', 'names', 'text'],
    // Code is found by its parts and as a whole: `payout-error`, `lead.perMonth`, `engine_blocked`, `perMonth`.
    tokenize: (text) => text.split(/[^\p{L}\p{N}_$-]+/u).flatMap((word) => [word, ...partsOf(word)]),
    searchOptions: {
      boost: { heading: 4, names: 3, page: 2 },
      combineWith: 'AND',
      prefix: true,
      fuzzy: (word) => (word.length > 4 ? 0.2 : false),
      // What is asked for is not cut: one that is whole counts more than its parts.
      tokenize: (text) => text.split(/[^\p{L}\p{N}_$-]+/u).filter(Boolean),
    },
  });
  index.addAll(sections.map((section, id) => ({ ...section, id })));
  return (query) =>
    index
      .search(query)
      .slice(0, MOST)
      .map(({ page, heading, url, names, text, terms }) => ({ page, heading, url, names, text, words: terms }));
}

function partsOf(word: string): readonly string[] {
  const parts = word.split(/[_-]|(?<=\p{Ll})(?=\p{Lu})/u).filter(Boolean);
  return parts.length > 1 ? parts : [];
}
