import type { Worth } from '#documents';

/** What a visitor looks at: kept while the element stands, and in no link. */
export interface Choices {
  /** The two sheets that are looked at together, by their ids. */
  readonly one?: number;
  readonly other?: number;
  /** Along what: a driver's place, or a sheet and the place of its term; and between which values. */
  readonly driver?: string;
  readonly from?: string;
  readonly to?: string;
  readonly across?: string;
  readonly up?: string;
  /** Whose uncertainty is taken apart. */
  readonly about?: number;
  /** The term that is to make two sheets equal. */
  readonly term?: string;
  /** By what offers of another shape are worth the same. */
  readonly measure?: Worth;
  /** The terms that are open to bargaining, and the partner's power, in percent. */
  readonly open?: readonly string[];
  readonly power?: string;
  /** The offer that is picked among those that no other is better than. */
  readonly best?: number;
  /** Whether sentences that are the same are shown, too. */
  readonly all?: boolean;
  /** The sheet that a narrow screen shows. */
  readonly page?: number;
}
