import type { Contract, Metric } from '@zj/metrics';
import { baseOf, bucketBefore, grainOfBase } from './base.js';
import { addBuckets, bucketOf, lastDayOf, readDuring, writeDay } from './days.js';
import type { DayNumber, Stretch } from './days.js';
import * as figure from './figure.js';
import type { Figure } from './figure.js';
import { combineParts, measureRows } from './measure.js';
import {
  columnOf,
  compareValues,
  directLeavesOf,
  findMetric,
  isSeries,
  leavesOf,
  partsOf,
  readLeaf,
  seriesOf,
} from './rows.js';
import type { DatedRow, Leaf } from './rows.js';
import type { Grain, Query, Value, World } from './types.js';

/** The columns and rows of a result, as QUERIES.md says. */
export interface Answer {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly (Value | Figure)[])[];
  /** By dataset, who reported in the base of a cell, and does not now. */
  readonly silent: ReadonlyMap<string, ReadonlySet<string>>;
}

export const grains: readonly string[] = ['period', 'day', 'week', 'month', 'quarter', 'half-year', 'year'];

/** The dimension values of a row of the result, in the order of `by`. */
interface Combination {
  readonly kind: 'value' | 'rest' | 'total';
  readonly values: readonly Value[];
}

interface Cell {
  readonly bucket: DayNumber | undefined;
  readonly combination: Combination;
}

/** A metric over rows, and how far it goes. */
interface OpenLeaf extends Leaf {
  /** The first bucket with rows of its own. */
  readonly first: DayNumber | undefined;
  /** E: the last day known. */
  readonly end: DayNumber;
}

/** Value or base: the days of a cell's bucket, of one metric over rows; none where it has none. */
type Side = (leaf: OpenLeaf, b: DayNumber | undefined) => Stretch | undefined;

const within = (t: DayNumber | null, { from, to }: Stretch): boolean => t === null || (t >= from && t <= to);

/** Is told the rows of each figure that a metric over rows has, also where it is only on the way to another. */
export type Watch = (metric: Metric, rows: readonly DatedRow[]) => void;

/** Answers a query by loops over rows in memory, one cell after another. */
export function evaluate(query: Query, world: World, watch?: Watch): Answer {
  const { by = [], fiscalStart = 1, cumulative, rolling, compare, top } = query;
  const ids = query.metrics ?? [query.metric!];
  const dimensions = by.filter((name) => !grains.includes(name));
  const time = by.find((name) => grains.includes(name));
  const timeAsked = time !== undefined || query.during !== undefined;
  const window = readDuring(query.during, fiscalStart);
  const leaves = [...new Set(ids.flatMap((id) => leavesOf(world, id)))].map((metric) =>
    readLeaf(world, metric, query.where ?? [], timeAsked),
  );
  const grain = time === 'period' ? leaves[0]!.grain : (time as Grain | undefined);

  const bucket = (t: DayNumber): DayNumber => bucketOf(t, grain!, fiscalStart);
  const opened = leaves.map((leaf): OpenLeaf => {
    const days = leaf.own.map(({ t }) => t).filter((t) => t !== null);
    const first = grain && days.length > 0 ? bucket(Math.min(...days)) : undefined;
    return { ...leaf, first, end: Math.min(window.to, leaf.known) };
  });

  // Buckets, and the days that each stands for.
  const complete = query.complete === true || cumulative !== undefined || rolling !== undefined;
  const everyBucket = grain && complete ? listBuckets() : undefined;

  function listBuckets(): readonly DayNumber[] {
    const firsts = opened.flatMap(({ first }) => (first === undefined ? [] : [first]));
    const from = window.from === -Infinity ? Math.min(...firsts) : bucket(window.from);
    if (from === Infinity) return [];
    return bucketsBetween(from, Math.max(...leaves.map((leaf) => Math.min(window.to, leaf.reportedThrough))));
  }

  function bucketsBetween(from: DayNumber, to: DayNumber): readonly DayNumber[] {
    const list: DayNumber[] = [];
    for (let b = from; b <= bucket(to); b = addBuckets(b, grain!, 1)) list.push(b);
    return list;
  }

  const value: Side = (_, b) => {
    if (b === undefined) return window;
    const to = Math.min(lastDayOf(b, grain!), window.to);
    if (cumulative) return { from: bucketOf(b, 'year', fiscalStart), to };
    if (rolling !== undefined) return { from: addBuckets(b, grain!, 1 - rolling), to };
    return { from: Math.max(b, window.from), to };
  };
  const base: Side | undefined = compare && (({ end }, b) => baseOf(query, grain, window, end, b));

  /** The cells that the rows of a leaf stand in, by their bucket, on one side. */
  const places = new Map(
    [value, ...(base ? [base] : [])].map((side) => [
      side,
      new Map(opened.map((leaf) => [leaf, placeRows(leaf, side)])),
    ]),
  );

  function placeRows(leaf: OpenLeaf, side: Side): readonly Placed[] {
    if (!grain) return placed(leaf.rows, [[undefined, side(leaf, undefined)]]);
    if (!everyBucket && side === value)
      return leaf.rows.filter(({ t }) => within(t, window)).map((row) => ({ row, b: bucket(row.t!) }));
    const days = leaf.rows.map(({ t }) => t!);
    if (days.length === 0) return [];
    const buckets = everyBucket ?? bucketsBetween(bucket(Math.min(...days)), leaf.end);
    return placed(
      leaf.rows,
      buckets.map((b) => [b, side(leaf, b)]),
    );
  }

  const direct = new Set(ids.flatMap((id) => directLeavesOf(world, id)));
  const inSeries = new Set(ids.flatMap((id) => seriesOf(world, id)).flatMap(({ id }) => leavesOf(world, id)));
  const used = opened.flatMap((leaf) => [
    ...(direct.has(leaf.metric) ? [...places.values()].flatMap((side) => side.get(leaf)!) : []),
    ...(inSeries.has(leaf.metric) ? placeWhole(leaf) : []),
  ]);

  /** The cells of whole periods, and of those that they are compared with. */
  function placeWhole(leaf: OpenLeaf): readonly Placed[] {
    if (leaf.rows.length === 0) return [];
    const from = window.from === -Infinity ? -Infinity : bucket(window.from);
    const to = window.to === Infinity ? Infinity : bucket(window.to);
    const now = leaf.rows.map((row) => ({ row, b: bucket(row.t!) })).filter(({ b }) => b >= from && b <= to);
    if (!compare) return now;
    const first = Math.max(from, bucket(Math.min(...leaf.rows.map(({ t }) => t!))));
    const buckets = bucketsBetween(first, leaf.end).filter((b) => lastDayOf(b, grain!) <= leaf.end);
    const then = buckets.flatMap((b) => {
      const before = bucketBefore(b, grain!, compare === 'year-over-year');
      return leaf.rows
        .filter(({ t }) => before !== undefined && bucket(t!) === before)
        .map((row) => ({ row, b }));
    });
    return [...now, ...then];
  }

  const usedRows = [...new Set(used.map(({ row }) => row))];

  // Members of the dimension of `top`, the largest first.
  const of = top && (top.of ?? dimensions[0]!);
  const ranking = of === undefined ? [] : rankMembers(of);
  const kept = new Set(ranking.slice(0, top?.count));

  function rankMembers(name: string): readonly Value[] {
    const members = [...new Set(usedRows.map(({ cells }) => cells[name] ?? null))];
    const ranked = members.map((member) => ({
      member,
      size: figureOf(
        top!.by ?? ids[0]!,
        () => window,
        undefined,
        ({ rows }) => rows.filter(({ cells }) => (cells[name] ?? null) === member),
      ),
    }));
    ranked.sort((a, b) => {
      if (a.size === null || b.size === null)
        return Number(a.size === null) - Number(b.size === null) || compareValues(a.member, b.member);
      return figure.compareFigures(b.size, a.size) || compareValues(a.member, b.member);
    });
    return ranked.map(({ member }) => member);
  }

  function combinationOf({ cells }: DatedRow): Combination {
    const rest = of !== undefined && !kept.has(cells[of] ?? null);
    const values = dimensions.map((name) => (rest && name === of ? null : (cells[name] ?? null)));
    return { kind: rest ? 'rest' : 'value', values };
  }

  // The rows of each combination are found once.
  const groups = new Map(opened.map((leaf) => [leaf, groupBy(leaf.rows, combinationOf)]));
  const pick =
    (combination: Combination) =>
    (leaf: OpenLeaf): readonly DatedRow[] =>
      combination.kind === 'total' ? leaf.rows : (groups.get(leaf)!.get(JSON.stringify(combination)) ?? []);

  /** A metric over the rows of a cell, or over those that `choose` leaves. */
  function figureOf(
    id: string,
    side: Side,
    b: DayNumber | undefined,
    choose: (leaf: OpenLeaf) => readonly DatedRow[],
  ): Figure | null {
    const metric = findMetric(world, id);
    if (isSeries(metric)) return seriesFigure(metric, side, b!, choose);
    const parts = directLeavesOf(world, id).map((one) => opened.find((leaf) => leaf.metric === one)!);
    if (!parts.every((leaf) => isKnown(leaf, side, b))) return null;
    if (metric.dataset === undefined) {
      const figures = partsOf(metric).map((part) =>
        typeof part === 'number' ? figure.readExact(part) : figureOf(part, side, b, choose),
      );
      return combineParts(metric, figures);
    }
    const [leaf] = parts as [OpenLeaf];
    const { rows, lastDay } = readCell(leaf, side, b, choose);
    watch?.(metric, rows);
    return measureRows(metric, leaf.contract, rows, lastDay);
  }

  /** An index or a moving average, from the figures of whole periods. */
  function seriesFigure(
    metric: Metric,
    side: Side,
    b: DayNumber,
    choose: (leaf: OpenLeaf) => readonly DatedRow[],
  ): Figure | null {
    const below = leavesOf(world, metric.id).map((one) => opened.find((leaf) => leaf.metric === one)!);
    if (!below.every(({ end }) => lastDayOf(b, grain!) <= end)) return null;
    const period = side === value ? b : bucketBefore(b, grain!, compare === 'year-over-year');
    if (period === undefined) return null;
    const part = String(partsOf(metric)[0]);
    const at = (p: DayNumber): Figure | null =>
      below.every(({ first }) => first !== undefined && first <= p)
        ? wholeFigure(part, { from: p, to: lastDayOf(p, grain!) }, choose)
        : null;
    const { measure, scale = 0 } = metric;
    if ('movingAverage' in measure) {
      const figures = Array.from({ length: measure.periods }, (_, i) => at(addBuckets(period, grain!, -i)));
      const filled = figures.filter((one) => one !== null);
      if (filled.length < figures.length) return null;
      const sum = filled.reduce(figure.add, figure.zero);
      return figure.divide(figure.shift(sum, scale), figure.readExact(measure.periods));
    }
    if (!('base' in measure)) throw new Error(`${metric.id} is no index`);
    const base = readDuring(measure.base, fiscalStart);
    const long = grainOfBase(measure.base);
    const isThere = below.every(({ own, known }) => {
      const days = own.map(({ t }) => t).filter((t) => t !== null);
      return (
        base.to <= known && days.length > 0 && bucketOf(Math.min(...days), long, fiscalStart) <= base.from
      );
    });
    const [now, then] = [at(period), isThere ? wholeFigure(part, base, choose) : null];
    if (!now || !then || figure.compareFigures(then, figure.zero) <= 0) return null;
    return figure.divide(figure.shift(now, 2), then);
  }

  /** A metric over the rows of some days, whatever the window of the query is. */
  function wholeFigure(
    id: string,
    stretch: Stretch,
    choose: (leaf: OpenLeaf) => readonly DatedRow[],
  ): Figure | null {
    const metric = findMetric(world, id);
    if (metric.dataset === undefined) {
      const figures = partsOf(metric).map((part) =>
        typeof part === 'number' ? figure.readExact(part) : wholeFigure(part, stretch, choose),
      );
      return combineParts(metric, figures);
    }
    const leaf = opened.find((one) => one.metric === metric)!;
    const { rows, lastDay } = readCell(leaf, () => stretch, undefined, choose);
    watch?.(metric, rows);
    return measureRows(metric, leaf.contract, rows, lastDay);
  }

  /** The rows of a cell, and the last day of the metric's own there. */
  function readCell(
    leaf: OpenLeaf,
    side: Side,
    b: DayNumber | undefined,
    choose: (leaf: OpenLeaf) => readonly DatedRow[],
  ): { readonly rows: readonly DatedRow[]; readonly lastDay: () => DayNumber | undefined } {
    const stretch = side(leaf, b);
    // Of a month or a year that is not over, a row says nothing yet.
    const counts = ({ t }: DatedRow): boolean =>
      stretch !== undefined && within(t, stretch) && (leaf.grain === 'day' || t === null || t <= leaf.known);
    const lastDay = (): DayNumber | undefined => {
      const days = leaf.own.filter((row) => row.t !== null && counts(row)).map(({ t }) => t!);
      return days.length > 0 ? Math.max(...days) : undefined;
    };
    return { rows: choose(leaf).filter(counts), lastDay };
  }

  /** Who reported a figure in a cell: of a stock, on its last day. */
  function reportersIn(leaf: OpenLeaf, side: Side, cell: Cell): readonly string[] {
    const { rows, lastDay } = readCell(leaf, side, cell.bucket, pick(cell.combination));
    const last = 'last' in leaf.metric.measure ? lastDay() : undefined;
    const counted = rows.filter(({ t }) => !('last' in leaf.metric.measure) || t === last);
    const told = counted.filter(({ cells }) =>
      measuredIn(leaf.metric).every((name) => (cells[name] ?? null) !== null),
    );
    const names = told.map(({ cells }) => cells[leaf.contract.reporters!] ?? null);
    return names.filter((name) => name !== null).map(String);
  }

  /** Who reported in the base of a cell, and does not now, of one metric over rows. */
  function silentIn(leaf: OpenLeaf, cell: Cell): readonly string[] {
    if (!base || leaf.contract.reporters === undefined) return [];
    const now = new Set(reportersIn(leaf, value, cell));
    return reportersIn(leaf, base, cell).filter((name) => !now.has(name));
  }

  /** Whether a metric over rows has a figure in a bucket: not after E, nor before there are enough buckets. */
  function isKnown(leaf: OpenLeaf, side: Side, b: DayNumber | undefined): boolean {
    const stretch = side(leaf, b);
    if (!stretch) return false;
    if (b === undefined) return leaf.grain === 'day' || grain !== undefined || window.from <= leaf.known;
    if (b > bucket(leaf.end)) return false;
    return rolling === undefined || (leaf.first !== undefined && stretch.from >= leaf.first);
  }

  function listCells(): readonly Cell[] {
    const found = new Map<string, Cell>();
    const put = (cell: Cell): void => void found.set(JSON.stringify(cell), cell);
    if (by.length === 0) put({ bucket: undefined, combination: { kind: 'value', values: [] } });
    else if (everyBucket) {
      const combinations = groupBy(usedRows, combinationOf);
      if (dimensions.length === 0) combinations.set(JSON.stringify({ kind: 'value', values: [] }), []);
      for (const key of combinations.keys())
        for (const b of everyBucket) put({ bucket: b, combination: JSON.parse(key) as Combination });
    } else {
      for (const { row, b } of used) put({ bucket: b, combination: combinationOf(row) });
    }
    const cells = [...found.values()];
    if (!query.totals) return cells;
    const total: Combination = { kind: 'total', values: dimensions.map(() => null) };
    const buckets = new Set(cells.map((cell) => cell.bucket));
    return [...cells, ...[...buckets].map((b) => ({ bucket: b, combination: total }))];
  }

  function figuresOf(cell: Cell): readonly (Figure | null)[] {
    const { bucket: b, combination } = cell;
    const all: Combination = { kind: 'total', values: [] };
    return ids.flatMap((id) => {
      const now = figureOf(id, value, b, pick(combination));
      const then = base ? figureOf(id, base, b, pick(combination)) : null;
      const below = new Set(leavesOf(world, id));
      const silent = opened.some((leaf) => below.has(leaf.metric) && silentIn(leaf, cell).length > 0);
      const difference = silent || !now || !then ? null : figure.subtract(now, then);
      const change = figure.subtract(now ?? figure.zero, then ?? figure.zero);
      return [
        now,
        ...(base ? [then, difference, difference && then && figure.percent(difference, then)] : []),
        ...(query.share ? [percentOf(now, figureOf(id, value, b, pick(all)))] : []),
        ...(query.contribution
          ? [silent ? null : percentOf(change, figureOf(id, base!, b, pick(all)), true)]
          : []),
      ];
    });
  }

  /** 100·a ÷ b, or ÷ |b|. */
  function percentOf(a: Figure | null, b: Figure | null, absolute = false): Figure | null {
    if (!a || !b) return null;
    const negative = !absolute && figure.toDouble(b).double < 0;
    return figure.percent(negative ? figure.negate(a) : a, b);
  }

  function compareCells(a: Cell, b: Cell): number {
    const total = Number(a.combination.kind === 'total') - Number(b.combination.kind === 'total');
    if (total !== 0) return total;
    for (const name of by) {
      const i = dimensions.indexOf(name);
      const [left, right] = [a.combination.values[i]!, b.combination.values[i]!];
      const order =
        name === time
          ? a.bucket! - b.bucket!
          : name === of
            ? rankOf(a.combination, left) - rankOf(b.combination, right)
            : compareValues(left, right);
      if (order !== 0) return order;
    }
    return 0;
  }

  function rankOf({ kind }: Combination, member: Value): number {
    return kind === 'rest' ? ranking.length : ranking.indexOf(member);
  }

  const kinds = top !== undefined || query.totals === true;
  const cells = listCells();
  const silent = new Map<string, Set<string>>();
  for (const leaf of opened) {
    for (const cell of cells.filter(({ combination }) => combination.kind !== 'total')) {
      for (const name of silentIn(leaf, cell)) {
        const { id } = leaf.contract;
        silent.set(id, (silent.get(id) ?? new Set<string>()).add(name));
      }
    }
  }
  const rows = [...cells]
    .sort(compareCells)
    .map((cell) => [
      ...by.map((name) =>
        name === time ? writeDay(cell.bucket!) : cell.combination.values[dimensions.indexOf(name)]!,
      ),
      ...figuresOf(cell),
      ...(kinds ? [cell.combination.kind] : []),
    ]);
  return { columns: listColumns(query, ids, leaves[0]!.contract), rows, silent };
}

/** The columns that a figure is made of. */
function measuredIn({ measure }: Metric): readonly string[] {
  return Object.entries(measure).flatMap(([key, name]) =>
    key === 'count' || key === 'at' ? [] : [String(name)],
  );
}

/** A row and the bucket that it stands in. */
interface Placed {
  readonly row: DatedRow;
  readonly b: DayNumber | undefined;
}

function placed(
  rows: readonly DatedRow[],
  stretches: readonly (readonly [DayNumber | undefined, Stretch | undefined])[],
): readonly Placed[] {
  return rows.flatMap((row) =>
    stretches.filter(([, stretch]) => stretch && within(row.t, stretch)).map(([b]) => ({ row, b })),
  );
}

function groupBy(
  rows: readonly DatedRow[],
  combinationOf: (row: DatedRow) => Combination,
): Map<string, DatedRow[]> {
  const groups = new Map<string, DatedRow[]>();
  for (const row of rows) {
    const key = JSON.stringify(combinationOf(row));
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function listColumns(query: Query, ids: readonly string[], contract: Contract): Answer['columns'] {
  const typeOf = (name: string): string => {
    if (grains.includes(name)) return 'DATE';
    const { type } = columnOf(contract, name);
    return ['VARCHAR', 'BOOLEAN', 'DATE'].includes(type) ? type : 'DOUBLE';
  };
  const figures = [
    '',
    ...(query.compare ? ['_base', '_difference', '_percent'] : []),
    ...(query.share ? ['_share'] : []),
    ...(query.contribution ? ['_contribution'] : []),
  ];
  return [
    ...(query.by ?? []).map((name) => ({ name, type: typeOf(name) })),
    ...ids.flatMap((id) =>
      figures.map((suffix) => ({ name: `${query.metrics ? id : 'value'}${suffix}`, type: 'DOUBLE' })),
    ),
    ...(query.top || query.totals ? [{ name: 'row_kind', type: 'VARCHAR' }] : []),
  ];
}
