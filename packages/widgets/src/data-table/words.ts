import type { EmptyMeaning } from '@zj/metrics';
import type { SeriesWords } from './rows/words.js';

/** The words of a data table in one language. Numbers of rows come written. */
export interface TableWords {
  /** The name of a table that has none. */
  readonly table: string;
  /** Between the names of several metrics. */
  readonly and: string;
  /** Nothing says which data are shown. */
  readonly noInput: string;
  /** A dataset without an engine. */
  readonly noEngine: string;

  // The sentence below the name.
  readonly rows: (count: string, isOne: boolean) => string;
  readonly ofRows: (count: string, all: string) => string;
  /** The parts of an order, the first one first. */
  readonly sorted: (parts: readonly string[]) => string;
  readonly by: (column: string, direction: string) => string;
  /** From the greatest down, of figures, days and texts. */
  readonly direction: (kind: 'figure' | 'day' | 'text', isDescending: boolean) => string;
  readonly given: string;
  /** Texts are in the order of their code points, or of their sounds. */
  readonly byCode: string;
  readonly byPinyin: string;

  // The heads.
  readonly sort: (column: string) => string;
  readonly sortTip: string;
  readonly kinds: Readonly<Record<'text' | 'figure' | 'day' | 'flag' | 'state', string>>;
  readonly distinct: (count: string) => string;
  readonly decimals: (count: number) => string;
  readonly empty: (count: string) => string;
  /** Cells without a value that have a word, such as those of totals. */
  readonly emptyOf: (word: string, count: string) => string;
  readonly list: string;
  readonly unit: (name: string, unit: string) => string;
  readonly grains: Readonly<Record<'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'year', string>>;

  // Cells.
  readonly empties: Readonly<Record<EmptyMeaning | 'text' | 'figure', string>>;
  readonly rowKinds: Readonly<Record<'total' | 'rest' | 'merged', string>>;
  /** A period that is not over, and the last day of its figures: `2026年第四季度（截至2026年10月）`. */
  readonly partial: (period: string, day: string) => string;
  readonly yes: string;
  readonly no: string;
  readonly pending: string;
  readonly detail: (row: string, column: string) => string;
  readonly close: string;
  readonly row: (number: string) => string;

  // Totals.
  readonly total: string;
  readonly rate: string;
  readonly notAdded: string;
  /** Why figures that add up have no sum. */
  readonly unknownSum: Readonly<Record<'merged' | 'gap' | 'large', string>>;
  /** Some figures of a sum are provisional or estimates. */
  readonly openSum: string;

  // Finding.
  readonly find: string;
  /** The name of the search for those who hear it. */
  readonly findIn: (table: string) => string;
  readonly found: (at: string, count: string) => string;
  readonly foundMany: (count: string) => string;
  readonly foundNone: string;
  readonly finding: string;
  readonly previous: string;
  readonly next: string;
  readonly only: string;
  readonly browserFind: string;

  // Filters of columns.
  readonly filter: (column: string) => string;
  readonly filtered: (column: string) => string;
  readonly atLeast: string;
  readonly atMost: string;
  readonly contains: string;
  /** Beside a field whose text is no number. */
  readonly noNumber: string;
  /** The rows have no such column that is chosen in the source around. */
  readonly beside: (chosen: string) => string;
  readonly apply: string;
  readonly clear: string;
  readonly clearAll: string;
  readonly none: string;
  /** There are no rows at all. */
  readonly noRows: string;
  readonly emptyValue: string;
  readonly mostFrequent: (count: string) => string;

  // Pages and modes.
  /** The name of the links to the pages of a table: a page may have several. */
  readonly pages: (table: string) => string;
  readonly page: (page: string) => string;
  readonly previousPage: string;
  readonly nextPage: string;
  /** Of rows that are scrolled, on paper. */
  readonly printed: (from: string, to: string, all: string) => string;
  readonly stretch: (from: string, to: string) => string;
  readonly ofPages: (page: string, count: string) => string;
  readonly perPage: string;
  readonly manyRows: (count: string) => string;
  readonly mode: string;
  readonly inPages: string;
  readonly scrolling: string;
  readonly otherRelease: (needed: string, own: string) => string;
  /** A name of the address that another element of the page holds. */
  readonly nameTaken: (name: string) => string;
  /** A part of a link that cannot be used. */
  readonly unusable: (part: string) => string;
  readonly longAddress: string;
  readonly tooLong: string;

  // Copying and saving.
  readonly copy: (count: string) => string;
  readonly copied: (count: string) => string;
  readonly notCopied: string;
  readonly csv: string;
  readonly saving: (done: string, all: string) => string;
  readonly stop: string;
  readonly stopped: string;
  readonly notSaved: (why: string) => string;

  // The order of texts, and the order of cards.
  readonly textOrder: string;
  readonly code: string;
  readonly pinyin: string;
  readonly cardOrder: string;
  readonly ordered: (column: string, isDescending: boolean) => string;

  readonly help: string;
  /** The words of the columns of a series. */
  readonly series: SeriesWords;
}
