import type { Cell, QueryResult } from '@zj/metrics';
import { monthsIn, unitKind } from '@zj/metrics/internal';
import { isMergedIn, isMergedUnder, knownBase } from '../chart/merged-cells.js';
import type { Breakdown, Part, Span } from './breakdown.js';
import { findPeriod, knownPeriods, type Refusal } from './of-series.js';

/** The parts of a query's result that are read. */
export type ResultLike = Pick<QueryResult, 'columns' | 'rowCount' | 'query' | 'completeness'> &
  Partial<Pick<QueryResult, 'reportedThrough' | 'source' | 'demo'>>;

/**
 * The figures of a query's result by its one dimension: of the last period where it has periods, or of the one that `period`
 * names. Members are put together, and shares told, only if the query asked for shares: it refuses them where members overlap.
 */
export function breakdownOfResult(result: ResultLike, period: string): Breakdown | Refusal {
  const {
    columns,
    rowCount,
    query,
    completeness,
    reportedThrough: through,
    source = null,
    demo = false,
  } = result;
  const dimensions = columns.filter(({ role }) => role === 'dimension');
  const [dimension] = dimensions;
  const value = columns.find(({ role }) => role === 'value');
  if (!dimension || dimensions.length > 1 || !value) return { code: 'no-parts' };
  const of = (role: string): readonly Cell[] =>
    columns.find((column) => column.role === role && column.metric === value.metric)?.values ?? [];
  const number = (cell: Cell | undefined): number | null => (typeof cell === 'number' ? cell : null);
  const [bases, shares, contributions] = [of('base'), of('share'), of('contribution')];
  const isPoints = value.unit !== undefined && unitKind(value.unit) === 'percent';
  const changes = of(isPoints ? 'difference' : 'percent');
  const time = columns.find(({ role }) => role === 'time');
  const kinds = columns.find(({ role }) => role === 'kind')?.values;
  const days = time
    ? [...new Set<Cell>(time.values)].filter((one): one is string => typeof one === 'string').sort()
    : [];
  const { grain = 'day' } = time ?? {};
  const { fiscalStart = 1 } = query;
  const spans = days.map((one) => {
    const whole = spanOf(one, grain, fiscalStart);
    const isPartial = through !== undefined && one <= through && through < whole.end;
    return isPartial ? { ...whole, partial: through } : whole;
  });
  const span = period ? spans[findPeriod({ periods: spans, grain, fiscalStart }, period)] : spans.at(-1);
  if (time && !span)
    return { code: 'no-period', known: knownPeriods({ periods: spans, grain, fiscalStart }) };
  // Without periods, cells of whatever day may be of the figures.
  const isUnknown = span
    ? isMergedUnder(completeness, query)(span.start, span.end)
    : isMergedIn(completeness, '0000-01-01', '9999-12-31');
  const known = (cell: Cell | undefined): number | null => (isUnknown ? null : number(cell));
  const hasBlanks = completeness.some(({ kind, means }) => kind === 'empty' && means !== 'not-applicable');
  const rows: (Part & { readonly kind: string })[] = [];
  for (let row = 0; row < rowCount; row++) {
    if (time && time.values[row] !== span?.start) continue;
    const member = dimension.values[row];
    rows.push({
      kind: String(kinds?.[row] ?? 'value'),
      member: member === null || member === undefined ? null : String(member),
      label: dimension.members?.find(({ value: one }) => one === member)?.label ?? null,
      value: known(value.values[row]),
      base: knownBase(
        number(bases[row]),
        number(value.values[row]),
        number(of('difference')[row]),
        completeness,
      ),
      change: known(changes[row]),
      share: known(shares[row]),
      // What has no figure has moved nothing: a blank cell is no fall.
      contribution:
        number(value.values[row]) === null || (hasBlanks && number(bases[row]) === null)
          ? null
          : number(contributions[row]),
      // A result does not say how settled its figures are.
      state: null,
    });
  }
  const { name, label } = dimension;
  return {
    name: value.label,
    unit: value.unit ?? { zh: '', en: '' },
    format: value.format,
    dimension: { name, label },
    span: span ?? null,
    base: query.compare ? (query.compare === 'year-over-year' ? 'year' : 'period') : null,
    parts: rows.filter(({ kind }) => kind === 'value'),
    rest: rows.find(({ kind }) => kind === 'rest') ?? null,
    merged: null,
    total: rows.find(({ kind }) => kind === 'total') ?? null,
    adds: shares.length > 0,
    apart: null,
    source,
    through: null,
    demo,
    stopped: null,
    lacks: completeness.map(({ text }) => text),
  };
}

/** The period of a grain that begins with a day. */
function spanOf(start: string, grain: Span['grain'], fiscalStart: number): Span {
  const [year, month, date] = start.split('-').map(Number) as [number, number, number];
  const [months, days] = grain === 'day' ? [0, 0] : grain === 'week' ? [0, 6] : [monthsIn[grain], -1];
  const end = new Date(Date.UTC(year, month - 1 + months, date + days)).toISOString().slice(0, 10);
  return { start, end, grain, since: null, fiscalStart, partial: null };
}
