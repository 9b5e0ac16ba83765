import type { Completeness, Day } from '@zj/metrics';

/** The gaps behind figures, as far as they are of merged cells. */
export type Merges = readonly Pick<Completeness, 'kind' | 'names'>[];

/** Whether cells that were merged for confidentiality may be of the figures, and are not counted. */
export function hasMerged(lacks: Merges): boolean {
  return lacks.some(({ kind }) => kind === 'merged');
}

/**
 * Whether such cells may be of the figure of a stretch of days: that is then not known, however much of it was counted. Cells whose days
 * nobody tells may be of every figure.
 *
 * @example isMergedIn([{ kind: 'merged', names: ['2026-03-01'] }], '2026-01-01', '2026-03-31') // true
 */
export function isMergedIn(lacks: Merges, start: Day, end: Day): boolean {
  return lacks.some(
    ({ kind, names }) =>
      kind === 'merged' && (names.length === 0 || names.some((day) => start <= day && day <= end)),
  );
}

/** The days that the figure of a period counts: of a sum of the year those from its beginning; of moving windows nobody knows. */
export function isMergedUnder(
  lacks: Merges,
  {
    cumulative,
    rolling,
    fiscalStart = 1,
  }: {
    readonly cumulative?: unknown;
    readonly rolling?: unknown;
    readonly fiscalStart?: number | undefined;
  },
): (start: Day, end: Day) => boolean {
  if (rolling !== undefined) return () => hasMerged(lacks);
  return (start, end) =>
    isMergedIn(lacks, cumulative === undefined ? start : yearStart(start, fiscalStart), end);
}

/** The first day of the year that a day lies in. */
export function yearStart(day: Day, fiscalStart: number): Day {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return `${month < fiscalStart ? year - 1 : year}-${String(fiscalStart).padStart(2, '0')}-01`;
}

/** The bases of figures: one is not known where a difference from it is not, though both are there, because cells were merged. */
export function knownBase(
  base: number | null,
  value: number | null,
  difference: number | null,
  lacks: Merges,
): number | null {
  return hasMerged(lacks) && value !== null && difference === null ? null : base;
}
