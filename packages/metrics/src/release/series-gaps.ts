import type { Day } from '../base/day.js';
import type { SeriesGrain } from '../metric/metric.js';
import type { Completeness } from '../query/completeness.js';
import { endOf, moveDay, resolveDuring, startOf, steps, times } from '../query/period.js';
import type { LineRow, SeriesLine } from './metric-lines.js';

/** The lines of a series: of its periods, and of the year up to each. */
export interface SeriesLines {
  readonly lines: readonly SeriesLine[];
  readonly sums: readonly SeriesLine[] | undefined;
}

/**
 * The lines of a series without the figures that a part is missing of, as goals have them: a quarter of two months is no quarter, a
 * year so far with a month missing, or from before the first figure on, is none, and none is compared with such a one. A query has
 * them, and says beside them what is missing; a chart would show them as if they were whole.
 *
 * A line also has a gap of its own, where the data have cells without a figure: each period without one after its first figure. And
 * what has no figure has moved nothing: a blank cell is no fall.
 */
export function withoutGaps(
  { lines, sums }: SeriesLines,
  completeness: readonly Completeness[],
  {
    grain,
    fiscalStart,
    isDaily,
    omits = [],
  }: {
    readonly grain: SeriesGrain;
    readonly fiscalStart: number;
    /** Whether all rows are of days: those that there are none of count as nothing. */
    readonly isDaily: boolean;
    /** Months that no figure is ever published of. */
    readonly omits?: readonly number[];
  },
): SeriesLines {
  const missing = completeness.flatMap(({ kind, names }) =>
    kind === 'missing' ? names.flatMap((name) => resolveDuring(name, fiscalStart)?.start ?? []) : [],
  );
  const isWhole = (start: Day, end: Day): boolean => missing.every((day) => day < start || day > end);
  const yearOf = (day: Day): Day => startOf(day, 'year', fiscalStart);
  const own = clear(lines, grain, (start) => isWhole(start, endOf(start, grain)));
  const first = own
    .flatMap(({ rows }) => [...rows].flatMap(([day, { value }]) => (value === null ? [] : [day])))
    .sort()[0];
  const isSum = (start: Day): boolean =>
    first !== undefined && first <= yearOf(start) && isWhole(yearOf(start), endOf(start, grain));
  // The first week of a year may begin in the one before.
  const opens = (start: Day): boolean =>
    grain === 'week' && first !== undefined && moveDay(first, times(steps.day, -6)) <= yearOf(start)
      ? isWhole(yearOf(start), endOf(start, grain))
      : isSum(start);
  const hasBlanks = completeness.some(isBlank);
  const blanksOf = (line: SeriesLine): readonly Day[] =>
    hasBlanks && !isDaily ? findBlanks(line, grain === 'month' ? omits : []) : [];
  const added = sums?.map((sum) => {
    const line = own.find((one) => one.kind === sum.kind && one.member === sum.member);
    const blanks = line ? blanksOf(line) : [];
    const isFilled = (start: Day): boolean => blanks.every((day) => day < yearOf(start) || day > start);
    return clearLine(sum, grain, (start) => opens(start) && isFilled(start));
  });
  const unmoved = (some: readonly SeriesLine[]): readonly SeriesLine[] =>
    some.map((line) => withoutMoves(line, hasBlanks, isDaily));
  return { lines: unmoved(own), sums: added && unmoved(added) };
}

/** Cells of which a figure could be: what does not apply has none, and less than half of a unit counts as nothing. */
function isBlank({ kind, means }: Completeness): boolean {
  return kind === 'empty' && means !== 'not-applicable' && means !== 'below-half';
}

/** The periods after the first figure of a line that have none. */
function findBlanks({ rows }: SeriesLine, omits: readonly number[]): readonly Day[] {
  const days = [...rows.keys()].sort();
  const first = days.findIndex((day) => rows.get(day)!.value !== null);
  return days.filter(
    (day, at) =>
      first >= 0 && at > first && rows.get(day)!.value === null && !omits.includes(Number(day.slice(5, 7))),
  );
}

/** A line without contributions of what has no figure, and of what is compared with a base that may be a blank cell. */
function withoutMoves(line: SeriesLine, hasBlanks: boolean, isDaily: boolean): SeriesLine {
  const clearRow = (row: LineRow): LineRow => {
    const { contribution, base } = row.figures;
    const isKnown = hasBlanks ? row.value !== null && base != null : isDaily || row.value !== null;
    return contribution == null || isKnown
      ? row
      : { ...row, figures: { ...row.figures, contribution: null } };
  };
  return { ...line, rows: new Map([...line.rows].map(([day, row]) => [day, clearRow(row)])) };
}

/** Lines whose figures are those of whole stretches alone, and whose bases are, too. */
function clear(
  lines: readonly SeriesLine[],
  grain: SeriesGrain,
  isWhole: (start: Day) => boolean,
): readonly SeriesLine[] {
  return lines.map((line) => clearLine(line, grain, isWhole));
}

function clearLine(line: SeriesLine, grain: SeriesGrain, isWhole: (start: Day) => boolean): SeriesLine {
  const back = grain === 'week' ? times(steps.week, -52) : times(steps.month, -12);
  const clearRow = (day: Day, row: LineRow): LineRow => {
    if (!isWhole(day)) {
      const base = isWhole(moveDay(day, back)) && row.figures.base !== undefined ? row.figures.base : null;
      return { ...row, value: null, figures: { base } };
    }
    if (isWhole(moveDay(day, back))) return row;
    const { value = null, share = null } = row.figures;
    return { ...row, figures: { value, share } };
  };
  return { ...line, rows: new Map([...line.rows].map(([day, row]) => [day, clearRow(day, row)])) };
}
