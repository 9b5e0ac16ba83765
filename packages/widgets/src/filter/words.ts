import type { Quick } from './periods.js';

/** The words of a filter, in one language. */
export interface FilterWords {
  /** Its name where the page gives none. */
  readonly filter: string;
  /** How many rows match: the figure, and the words around it. */
  readonly matching: (rows: string, all: string) => readonly [before: string, rows: string, after: string];
  /** Cells that may match or not, because they were merged. */
  readonly merged: (cells: string) => string;
  /** The engine starts. */
  readonly starting: string;
  /** New figures are computed. */
  readonly computing: string;
  /** The figures on display are those of before. */
  readonly older: string;
  readonly noSource: string;
  readonly noEngine: string;

  // Chips
  readonly conditions: string;
  /** Nothing is chosen yet. */
  readonly noConditions: string;
  readonly chip: (field: string, choice: string) => string;
  readonly or: string;
  readonly excluding: (choice: string) => string;
  /** Merged cells are left out beside it: they may have the values that are. */
  readonly alsoExcluding: (merged: string) => string;
  /** The first of many values, and how many there are. */
  readonly andMore: (first: string, count: number) => string;
  readonly remove: (chip: string) => string;
  readonly moreChips: (count: number) => string;
  readonly fewerChips: string;
  readonly clearAll: string;
  /** Conditions that the page has set on columns that are no fields. */
  readonly beside: (count: number) => string;
  /** Conditions on columns that the dataset does not have. */
  readonly notNarrowed: (chosen: string) => string;

  // Values
  readonly blank: string;
  readonly mergedValue: string;
  /** An empty value of which nobody knows if it was merged. */
  readonly either: string;
  readonly count: (all: number, chosen: number, excludes: boolean) => string;
  readonly found: (all: number, found: number) => string;
  readonly search: (field: string) => string;
  readonly searchHint: string;
  readonly plainHint: string;
  readonly noneFound: (text: string) => string;
  readonly more: (count: number) => string;
  readonly exclude: string;
  readonly ownLeftOut: string;
  /** The rows of a value, as they are read aloud. */
  readonly rows: (rows: string) => string;

  // Periods
  readonly chart: (figure: string, unit: string) => string;
  readonly rowsChart: string;
  readonly from: string;
  readonly to: string;
  readonly first: (field: string) => string;
  readonly last: (field: string) => string;
  /** The week that begins with a day. */
  readonly week: (first: string) => string;
  /** A period that is not over: up to which day it counts. */
  readonly partial: (period: string, day: string) => string;
  readonly quick: Readonly<Record<Quick, string>>;
  readonly unclear: (text: string, example: string) => string;
  readonly outside: (text: string, first: string, last: string) => string;
  readonly reversed: string;

  // The address
  readonly otherRelease: (needed: string, own: string) => string;
  readonly unknownRelease: (needed: string) => string;
  readonly unknownName: (name: string) => string;
  readonly unknownValue: (field: string, values: string) => string;
  /** A name stands there more than once, and its texts are no one choice. */
  readonly repeated: (field: string) => string;
  /** A name of the address that is another element's, or the release's. */
  readonly notHeld: (name: string) => string;
  readonly tooLong: string;
}
