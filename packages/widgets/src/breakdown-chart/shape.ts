import type { Card } from '../chart/card.js';
import type { Locale } from '../locale/locale.js';
import type { Part } from './breakdown.js';
import type { Order } from './ranking.js';

/** How a breakdown is drawn: ranked bars in a table, bars of increases and decreases, or a small chart for each part. */
export type Appearance = 'table' | 'change' | 'multiples';

/** The wishes of a reader, or of a page. */
export interface BreakdownLook {
  readonly locale: Locale;
  readonly appearance: Exclude<Appearance, 'multiples'>;
  /** So many parts one by one, all others as the rest. */
  readonly top: number;
  /** `null`: by the figures of the bars. */
  readonly order: Order | null;
  readonly isAscending: boolean;
  /** Whether the parts of the rest are shown below it. */
  readonly isOpen: boolean;
}

/** A column of figures. */
export interface Column {
  readonly id: 'value' | 'difference' | 'share' | 'change' | 'contribution';
  readonly label: string;
  /** The unit of its figures, where they do not carry it themselves. */
  readonly unit: string;
}

/** A figure of a row. */
export interface Cell {
  readonly column: Column['id'];
  readonly text: string;
  /** Of a change as it reads: more, the same, less; `null` for other figures. */
  readonly direction: -1 | 0 | 1 | null;
}

/** A bar in per cent of the width of its drawing, from its left edge. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  /** Where the figure is that it is compared with. */
  readonly mark: number | null;
  readonly isNegative: boolean;
}

/** A row of the table. */
export interface Row {
  /** `part` is one of the rest, while that is open. */
  readonly kind: 'member' | 'rest' | 'part' | 'merged' | 'total';
  /** Tells it from the other rows. */
  readonly key: string;
  /** The member that it selects; `null` where the data do not state one. */
  readonly member: string | null;
  readonly rank: string;
  readonly name: string;
  /** Its exact figures. */
  readonly part: Part;
  readonly cells: readonly Cell[];
  /** How settled its figure is, where not all are alike. */
  readonly state: string;
  readonly bar: Bar | null;
  /** Why it has no bar, although it has a figure. */
  readonly noBar: string;
}

/** A breakdown ready to be drawn. */
export interface BreakdownShape extends Card {
  readonly appearance: BreakdownLook['appearance'];
  readonly status: null;
  /** The unit of the figures, and the meaning of the marks on bars. */
  readonly legend: string;
  /** The name of the dimension, and the column of a condition that selects a row. */
  readonly dimension: string;
  readonly column: string;
  /** The name of the base, for the heads of exact figures; empty where there is none. */
  readonly base: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** The order that they are in. */
  readonly order: Order;
  readonly isAscending: boolean;
  /** Whether there is a rest that opens, and is open. */
  readonly isOpen: boolean | null;
  /** Where zero is on the bars, where some are on its left; else `null`. */
  readonly zero: number | null;
  /** The words over its two sides. */
  readonly sides: readonly [left: string, right: string];
  /** The unit of amounts, and the power of ten that moves exact figures to it. */
  readonly unit: string;
  readonly shift: number;
  /** The last day of the period; empty where it is not known. */
  readonly day: string;
}
