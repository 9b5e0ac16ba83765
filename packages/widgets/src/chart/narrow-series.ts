import { isMergedUnder, knownBase } from './merged-cells.js';
import {
  differenceUnit,
  type FigureState,
  type MetricFigures,
  type MetricLine,
  type MetricSeries,
  type Query,
  type QueryKeys,
  type QueryResult,
} from '@zj/metrics';

/** The parts of a result that figures are read from. */
type ResultLike = Pick<QueryResult, 'columns' | 'rowCount' | 'completeness'>;

/** The questions whose answers are the figures of a series: those of the periods, and of the year to date where it has them. */
export interface SeriesQuestions {
  readonly own: Query;
  readonly toDate?: Query;
}

/**
 * The questions that a series answers, from the figures that it has: asked without conditions, their answers are its figures.
 *
 * @example questionsOf(series).own // { metric: 'revenue', by: ['month', 'industry'], complete: true, compare: 'year-over-year', share: true, … }
 */
export function questionsOf({ metric, grain, dimension, fiscalStart, lines }: MetricSeries): SeriesQuestions {
  const has = (name: keyof MetricFigures): boolean => lines.some(({ own }) => own[name] !== undefined);
  const own: QueryKeys = {
    metric,
    by: dimension ? [grain, dimension.name] : [grain],
    complete: true,
    ...(fiscalStart !== undefined && { fiscalStart }),
    ...(has('lastYear') && { compare: 'year-over-year' as const }),
    ...(has('share') && { share: true }),
    ...(has('contribution') && { contribution: true }),
    ...(dimension && lines.some(({ kind }) => kind === 'total') && { totals: true }),
  };
  const canSum = lines.some(({ toDate }) => toDate !== undefined);
  return {
    own: own as Query,
    ...(canSum && { toDate: { ...own, cumulative: 'year-to-date' } as Query }),
  };
}

/**
 * A published series with the figures of answers to its questions under a selection: its names, source, events and gaps stay. An answer does
 * not say how settled each figure is, so each is as settled as the least settled one of its period. Its gaps are those of the answer on
 * display: the sums reach back to the beginning of the year, also where the selection begins later.
 */
export function narrowSeries(
  series: MetricSeries,
  own: ResultLike,
  sums?: ResultLike,
  showsSums = false,
): MetricSeries {
  const days = new Set(columnOf(own, 'time')?.values.map(String));
  const kept = series.periods.flatMap(({ start }, at) => (days.has(start) ? [at] : []));
  // Between the first and the last period none is left out; where there is no row, all are without figures.
  const all = series.periods.map((_, at) => at);
  const places = kept.length > 0 ? all.slice(kept[0], kept.at(-1)! + 1) : all;
  const periods = places.map((at) => series.periods[at]!);
  const none = series.lines.some(({ kind }) => kind === 'merged') ? 'merged' : 'empty';
  const read = (result: ResultLike): ReadonlyMap<string, Found> => readLines(result, none);
  const [found, later] = [read(own), sums && read(sums)];
  const nothing: Found = { kind: 'total', member: undefined, rows: new Map() };
  const figures = found.size > 0 ? found : new Map([['', nothing]]);
  const lines = [...figures].map(([key, line]): MetricLine => {
    const sum = sums && later?.get(key);
    const label = series.lines.find(
      ({ kind, member }) => kind === line.kind && member === line.member,
    )?.label;
    const of = (name: 'own' | 'toDate', result: ResultLike, rows: Found['rows']): MetricFigures =>
      withoutGaps(
        figuresOf(result, rows, periods, { ...series, cumulative: name === 'toDate' ? true : undefined }),
        ...([series, name, places] as const),
      );
    const ownFigures = of('own', own, line.rows);
    const toDate = sums && of('toDate', sums, sum?.rows ?? nothing.rows);
    const states = statesOf(series, 'states', places, ownFigures);
    const toDateStates = toDate && statesOf(series, 'toDateStates', places, toDate);
    return {
      kind: line.kind,
      ...(line.member !== undefined && { member: line.member }),
      ...(label && { label }),
      own: ownFigures,
      ...(toDate && { toDate }),
      ...(states && { states }),
      ...(toDateStates && { toDateStates }),
    };
  });
  const order: readonly MetricLine['kind'][] = ['total', 'member', 'merged', 'empty'];
  const given = series.lines.map(({ kind, member }) => keyOf(kind, member));
  const rank = ({ kind, member }: MetricLine): number =>
    order.indexOf(kind) * (given.length + 1) + (given.indexOf(keyOf(kind, member)) + 1 || given.length);
  return {
    ...series,
    periods,
    lines: lines.sort((a, b) => rank(a) - rank(b)),
    completeness: (showsSums && sums ? sums : own).completeness,
  };
}

/** The rows of a line, by the first days of their periods. */
interface Found {
  readonly kind: MetricLine['kind'];
  readonly member: string | undefined;
  readonly rows: Map<string, number>;
}

function readLines(result: ResultLike, none: 'merged' | 'empty'): ReadonlyMap<string, Found> {
  const [time, by, kinds] = (['time', 'dimension', 'kind'] as const).map((role) => columnOf(result, role));
  const lines = new Map<string, Found>();
  for (let row = 0; row < result.rowCount; row++) {
    const cell = by?.values[row] ?? null;
    const kind = !by || kinds?.values[row] === 'total' ? 'total' : cell === null ? none : 'member';
    const member = kind === 'member' ? String(cell) : undefined;
    const key = keyOf(kind, member);
    const line = lines.get(key) ?? { kind, member, rows: new Map<string, number>() };
    lines.set(key, line);
    line.rows.set(String(time?.values[row]), row);
  }
  return lines;
}

function keyOf(kind: MetricLine['kind'], member: string | undefined): string {
  return `${kind} ${member ?? ''}`;
}

function columnOf({ columns }: ResultLike, role: string): ResultLike['columns'][number] | undefined {
  return columns.find((column) => column.role === role);
}

/**
 * The columns of an answer as a series has them: per cent are compared in percentage points, all others in per cent. Where cells were
 * merged that may be of a period, nothing of it is known.
 */
function figuresOf(
  result: ResultLike,
  rows: Found['rows'],
  periods: MetricSeries['periods'],
  { unit, fiscalStart, cumulative }: MetricSeries & { readonly cumulative: true | undefined },
): MetricFigures {
  const { completeness } = result;
  const isMerged = isMergedUnder(completeness, { cumulative, fiscalStart });
  const counted = (role: string): readonly (number | null)[] | undefined => {
    const column = columnOf(result, role);
    return (
      column &&
      periods.map(({ start }) => {
        const row = rows.get(start);
        const cell = row === undefined ? null : column.values[row];
        return typeof cell === 'number' ? cell + 0 : null;
      })
    );
  };
  const list = (role: string): readonly (number | null)[] | undefined =>
    counted(role)?.map((cell, at) => (isMerged(periods[at]!.start, periods[at]!.end) ? null : cell));
  const bases = (): readonly (number | null)[] | undefined => {
    const [value, differences] = [counted('value'), counted('difference')];
    return counted('base')?.map((base, at) =>
      knownBase(base, value?.[at] ?? null, differences?.[at] ?? null, completeness),
    );
  };
  const names = {
    lastYear: 'base',
    change: differenceUnit(unit) === unit ? 'percent' : 'difference',
  } as const;
  const known = { ...names, share: 'share', contribution: 'contribution' } as const;
  return {
    value: list('value') ?? periods.map(() => null),
    ...Object.fromEntries(
      Object.entries(known).flatMap(([name, role]) => {
        const values = name === 'lastYear' ? bases() : list(role);
        return values ? [[name, values]] : [];
      }),
    ),
  };
}

/**
 * Figures without those that no line of the published series has: a part is missing of such a period, or nothing was known then. A query
 * adds up what there is.
 */
function withoutGaps(
  figures: MetricFigures,
  { lines }: MetricSeries,
  of: 'own' | 'toDate',
  places: readonly number[],
): MetricFigures {
  const isKnown = (name: keyof MetricFigures, at: number): boolean =>
    lines.some((line) => (line[of]?.[name]?.[at] ?? null) !== null);
  return Object.fromEntries(
    Object.entries(figures).map(([name, values]: [string, readonly (number | null)[]]) => [
      name,
      values.map((value, place) => (isKnown(name as keyof MetricFigures, places[place]!) ? value : null)),
    ]),
  ) as unknown as MetricFigures;
}

/** The least settled state comes first. */
const leastSettled: readonly FigureState[] = ['estimate', 'provisional', 'revised', 'final'];

/** Of each period the least settled state of all lines, where there is a figure. */
function statesOf(
  { lines }: MetricSeries,
  name: 'states' | 'toDateStates',
  places: readonly number[],
  { value }: MetricFigures,
): MetricLine['states'] {
  const states = places.map((at, place) => {
    if (value[place] === null) return null;
    return leastSettled.find((state) => lines.some((line) => line[name]?.[at] === state)) ?? 'final';
  });
  return states.some((state) => state !== null && state !== 'final') ? states : undefined;
}
