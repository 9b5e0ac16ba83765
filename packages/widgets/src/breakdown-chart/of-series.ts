import type { Day, MetricFigures, MetricLine, MetricSeries } from '@zj/metrics';
import { hasMerged, yearStart } from '../chart/merged-cells.js';
import type { Breakdown, Part, Span } from './breakdown.js';

/** Which figures of a series: of a period by its name or one of its days, the last one where empty; its own, or those of the year up to its end. */
export interface Choice {
  readonly period: string;
  readonly cumulative: boolean;
}

/** The periods that data have: the first day, the last one, and the last period as an attribute names it. */
export interface KnownPeriods {
  readonly first: Day;
  readonly last: Day;
  readonly example: string;
}

/** Why a series has nothing to show. */
export type Refusal =
  | { readonly code: 'no-parts' }
  | { readonly code: 'no-period'; readonly known: KnownPeriods | null }
  | { readonly code: 'no-cumulative' }
  | { readonly code: 'merged' };

/** The figures of a published series at a period, or why there are none. */
export function breakdownOfSeries(series: MetricSeries, { period, cumulative }: Choice): Breakdown | Refusal {
  const { dimension, periods, lines, grain, fiscalStart = 1 } = series;
  if (!dimension) return { code: 'no-parts' };
  if (cumulative && !lines.some(({ toDate }) => toDate)) return { code: 'no-cumulative' };
  const figuresOf = (line: MetricLine): MetricFigures | undefined => (cumulative ? line.toDate : line.own);
  const newest = (): number => lastKnown(series, ({ own }) => own);
  const known = period ? findPeriod(series, period) : lastKnown(series, figuresOf);
  // Of sums of which none is known the newest period is shown, which says why.
  const at = known < 0 && !period && cumulative ? newest() : known;
  const spanned = periods[at];
  if (at < 0 && !period && hasMerged(series.completeness)) return { code: 'merged' };
  if (!spanned) return { code: 'no-period', known: knownPeriods(series) };
  const span: Span = {
    start: spanned.start,
    end: spanned.end,
    grain,
    since: cumulative ? yearStart(spanned.start, fiscalStart) : null,
    fiscalStart,
    partial: spanned.partial ?? null,
  };
  const partOf = (line: MetricLine): Part => {
    const figures = figuresOf(line);
    const cell = (list: readonly (number | null)[] | undefined): number | null => list?.[at] ?? null;
    return {
      member: line.member ?? null,
      label: line.label ?? null,
      value: cell(figures?.value),
      base: cell(figures?.lastYear),
      change: cell(figures?.change),
      share: cell(figures?.share),
      contribution: cell(figures?.contribution),
      state: (cumulative ? line.toDateStates : line.states)?.[at] ?? 'final',
    };
  };
  const of = (kind: MetricLine['kind']): readonly Part[] =>
    lines
      .filter((line) => line.kind === kind)
      .map(partOf)
      // A member that has not come yet, or has gone, is no part of this period.
      .filter(({ value, base }) => kind === 'total' || value !== null || base !== null);
  return {
    name: series.name,
    unit: series.unit,
    format: series.format,
    dimension,
    span,
    base: 'year',
    parts: [...of('member'), ...of('empty')],
    rest: null,
    merged: of('merged')[0] ?? null,
    total: of('total')[0] ?? null,
    adds: !dimension.apart && lines.some((line) => figuresOf(line)?.share),
    apart: dimension.apart ?? null,
    source: series.source,
    through: series.reportedThrough,
    demo: series.demo,
    stopped: cumulative ? stoppedAt(series, at) : null,
    lacks: series.completeness.map(({ text }) => text),
  };
}

/** The last period that has a figure. */
function lastKnown(
  { periods, lines }: MetricSeries,
  figuresOf: (line: MetricLine) => MetricFigures | undefined,
): number {
  for (let at = periods.length - 1; at >= 0; at--)
    if (lines.some((line) => (figuresOf(line)?.value[at] ?? null) !== null)) return at;
  return -1;
}

/** The end of the newest period whose sum so far is not known, where that is the one that is shown, or a later one. */
function stoppedAt(series: MetricSeries, at: number): Day | null {
  const newest = lastKnown(series, ({ own }) => own);
  const isKnown = series.lines.some(({ toDate }) => (toDate?.value[newest] ?? null) !== null);
  return newest >= at && !isKnown ? series.periods[newest]!.end : null;
}

/** Periods of one length, in order. */
interface Periods {
  readonly periods: readonly Pick<Span, 'start' | 'end'>[];
  readonly grain: Span['grain'];
  readonly fiscalStart?: number | undefined;
}

/** The periods that can be asked for; `null` where there are none. A period without a name of its own goes by its first day. */
export function knownPeriods(given: Periods): KnownPeriods | null {
  const { periods, fiscalStart = 1 } = given;
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return null;
  const year = yearStart(last.start, fiscalStart).slice(0, 4);
  const names = ['', '-Q1', '-Q2', '-Q3', '-Q4', '-H1', '-H2'].map((part) => year + part);
  const isLast = (name: string): boolean => findPeriod(given, name) === periods.length - 1;
  return {
    first: first.start,
    last: last.end,
    example: [...names, last.start.slice(0, 7)].find(isLast) ?? last.start,
  };
}

/** The period of a name, as a query's `during` reads it, or the one that a day lies in; −1 where there is none. */
export function findPeriod({ periods, grain, fiscalStart = 1 }: Periods, name: string): number {
  const day = firstDay(name.trim(), fiscalStart);
  const isNamed = (start: Day, end: Day): boolean =>
    /^\d{4}-\d\d-\d\d$/.test(name.trim())
      ? start <= day && day <= end
      : start === day && grainOf(name) === grain;
  return periods.findIndex(({ start, end }) => isNamed(start, end));
}

const parts: Readonly<Record<string, number>> = { Q: 3, H: 6 };

/** The first day of a named period: a fiscal year goes by the calendar year that it begins in. */
function firstDay(name: string, fiscalStart: number): Day {
  const [, year, letter, part] = /^(\d{4})(?:-(Q(?=[1-4])|H(?=[12]))(\d))?$/.exec(name) ?? [];
  if (year === undefined) return /^\d{4}-\d\d$/.test(name) ? `${name}-01` : name;
  const month = Number(year) * 12 + fiscalStart - 1 + (letter ? parts[letter]! * (Number(part) - 1) : 0);
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

function grainOf(name: string): string {
  if (name.includes('Q')) return 'quarter';
  if (name.includes('H')) return 'half-year';
  return name.trim().length === 4 ? 'year' : 'month';
}
