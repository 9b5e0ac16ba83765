import type { Day, QueryColumn, QueryResult, Text } from '@zj/metrics';
import { isMergedUnder, knownBase } from '../chart/merged-cells.js';
import { fillPeriods } from './regular.js';
import { cutOf } from '../chart/tell-query.js';
import type { Curve, Span, Trend } from './trend.js';

/** The parts of a result of the SDK that a chart reads. */
export type ReadResult = Pick<QueryResult, 'columns' | 'rowCount' | 'query'> &
  Partial<Pick<QueryResult, 'completeness' | 'reportedThrough' | 'source' | 'demo'>>;

/** The reasons for which a result cannot be drawn over time. */
export type ResultFault = 'no-time' | 'no-figures' | 'units' | 'dimensions';

/** The result of a query as a trend: a line for each member of its dimension, or for each of its metrics. */
export function readResult({
  columns,
  rowCount,
  query,
  completeness = [],
  reportedThrough: through,
  source,
  demo,
}: ReadResult): Trend | ResultFault {
  const all = (role: QueryColumn['role']): readonly QueryColumn[] =>
    columns.filter((column) => column.role === role);
  const [time] = all('time');
  const figures = all('value');
  const [first] = figures;
  const [by, ...further] = all('dimension');
  if (!time?.grain) return 'no-time';
  if (!first) return 'no-figures';
  // A chart has one axis, and tells lines apart by one name.
  if (figures.some(({ unit }) => JSON.stringify(unit) !== JSON.stringify(first.unit))) return 'units';
  if (further.length > 0 || (by && figures.length > 1)) return 'dimensions';
  const [kinds] = all('kind');
  const rows = Array.from({ length: rowCount }, (_, row) => row);
  const days = rows.map((row) => time.values[row]).filter((day): day is Day => typeof day === 'string');
  const asked = cutOf({ columns, query });
  const periods = fillPeriods(days, time.grain).map((span): Span => {
    const isCut = asked !== undefined && (span.start < asked.start || asked.end < span.end);
    const [start, end] = isCut
      ? [max(span.start, asked.start), min(span.end, asked.end)]
      : [span.start, span.end];
    const isPartial = through !== undefined && start <= through && through < end;
    return {
      ...span,
      ...(isPartial && { partial: through }),
      ...(isCut && { cut: { start, end } }),
    };
  });
  const isMerged = isMergedUnder(completeness, query);
  const merged = periods.map(({ start, end }) => isMerged(start, end));
  const places = new Map(periods.map(({ start }, at) => [start, at]));
  const isDue = query.compare === 'year-over-year';

  const curve = (
    id: string,
    name: Text | undefined,
    column: QueryColumn,
    kind: Curve['kind'],
    own: readonly number[],
  ): Curve => {
    const pick = (one: QueryColumn | undefined): unknown[] | undefined => {
      if (!one) return undefined;
      const values = periods.map((): unknown => null);
      for (const row of own) values[places.get(time.values[row] as Day)!] = one.values[row] ?? null;
      return values;
    };
    const beside = (role: QueryColumn['role']): QueryColumn | undefined =>
      all(role).find(({ metric }) => metric === column.metric);
    const counted = pick(column) as (number | null)[];
    const value = counted.map((one, at) => (merged[at] ? null : one));
    const differences = pick(beside('difference')) as (number | null)[] | undefined;
    return {
      id,
      kind,
      name,
      own: {
        value,
        lastYear: isDue
          ? (pick(beside('base')) as (number | null)[]).map((base, at) =>
              knownBase(base, counted[at]!, differences?.[at] ?? null, completeness),
            )
          : undefined,
        change: isDue ? (pick(beside('percent')) as (number | null)[]) : undefined,
      },
      // A result does not say how settled its figures are.
      states: value.map(() => null),
      lacks: value.map((figure, at) => (figure !== null ? undefined : merged[at] ? 'merged' : 'missing')),
    };
  };

  const dated = rows.filter((row) => places.has(time.values[row] as Day));
  const kindOf = (row: number): unknown => kinds?.values[row] ?? 'value';
  const members = by
    ? [...new Set(dated.filter((row) => kindOf(row) === 'value').map((row) => by.values[row]))]
    : [];
  const [rest, totals] = ['rest', 'total'].map((kind) => dated.filter((row) => kindOf(row) === kind)) as [
    number[],
    number[],
  ];
  const curves = by
    ? [
        ...members.map((member) => {
          const name = String(member ?? '—');
          const own = dated.filter((row) => kindOf(row) === 'value' && by.values[row] === member);
          const words = by.members?.find(({ value }) => value === member)?.label;
          return curve(name, words ?? { zh: name, en: name }, first, 'member', own);
        }),
        ...(rest.length > 0 ? [curve('rest:', undefined, first, 'rest', rest)] : []),
        ...(totals.length > 0 ? [curve('total:', undefined, first, 'total', totals)] : []),
      ]
    : figures.map((column) => curve(column.metric ?? column.name, column.label, column, 'member', dated));
  const [only] = curves;
  return {
    name: first.label,
    unit: first.unit ?? { zh: '', en: '' },
    source,
    demo: demo === true,
    through: null,
    grain: time.grain,
    fiscalStart: query.fiscalStart,
    periods,
    curves: curves.length === 1 && !by ? [{ ...only!, kind: 'total', name: undefined }] : curves,
    mayBePartial: through === undefined && time.grain !== 'day',
    summed: query.cumulative !== undefined,
    events: [],
    gaps: completeness,
  };
}

function max(a: Day, b: Day): Day {
  return a > b ? a : b;
}

function min(a: Day, b: Day): Day {
  return a < b ? a : b;
}
