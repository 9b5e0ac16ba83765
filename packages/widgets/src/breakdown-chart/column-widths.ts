import { lineWidth } from '../drawing/text-width.js';
import type { BreakdownShape } from './shape.js';

/** Widths of a table's columns in `em` of its text. */
export interface Widths {
  /** By the names of the custom properties that hold them. */
  readonly columns: Readonly<Record<`--_${string}`, string>>;
  /** The width that is left for the bars. */
  readonly bars: number;
}

/** Beside a text: the space between columns, and the arrow of the sorted one. */
const [gap, arrow] = [1.2, 1.2];
/** The column of ranks. */
const ranks = 2;

/**
 * How wide the columns are: each as its texts need it, and names at most a third of the table. All rows have the same, so that the bars of
 * all are on one scale.
 *
 * @example columnWidths(shape, 58).columns['--_share'] // '5.1em'
 */
export function columnWidths(
  { rows, columns, appearance, dimension }: BreakdownShape,
  width: number,
  /** Columns that are not shown. */
  hidden: readonly string[] = [],
): Widths {
  const names =
    Math.max(
      ...rows.map(({ name, state }) => lineWidth(state ? `${name} ${state}` : name, true)),
      lineWidth(dimension) + arrow,
    ) + gap;
  const figures = (at: number): number =>
    Math.max(
      0,
      ...rows.map(
        ({ cells }) => lineWidth(cells[at]!.text, true) + (cells[at]!.direction === null ? 0 : arrow),
      ),
    );
  const isChange = appearance === 'change';
  const widths: Record<string, number> = {
    names: Math.min(names, Math.max(width / 3, 6)),
    figures: figures(0) + (isChange ? 0.6 : gap / 2),
  };
  for (const [at, { id, label, unit }] of columns.entries()) {
    if (at === 0 || hidden.includes(id)) continue;
    // A head breaks between its words, and before its unit.
    const head = Math.max(...`${label} ${unit}`.split(' ').map((word) => lineWidth(word) + 0.5));
    widths[id] = Math.max(figures(at), head + arrow) + gap;
  }
  const all = Object.values(widths).reduce((sum, one) => sum + one, ranks);
  return {
    columns: Object.fromEntries(
      Object.entries(widths).map(([name, one]) => [`--_${name}`, `${Math.ceil(one * 10) / 10}em`]),
    ),
    // Figures stand at both ends of bars that go both ways.
    bars: width - all - (isChange ? widths.figures! : 0),
  };
}
