import type { Completeness, Condition, Contract, Metric, MissingMark } from '@zj/metrics';
import type { Test } from '../../../packages/metrics/src/metric/metric.js';
import { hasMeans, meansColumn, tableName } from '../../../packages/metrics/src/dataset/contract.js';
import { sqlName, sqlText } from '../../../packages/metrics/src/base/sql.js';
import { baseOf } from './base.js';
import {
  addBuckets,
  bucketOf,
  lastDayOf,
  readDuring,
  writeDay,
  type DayNumber,
  type Stretch,
} from './days.js';
import { grains } from './naive.js';
import { columnOf, compareValues, directLeavesOf, leavesOf, readLeaf, seriesOf } from './rows.js';
import type { Dataset, Grain, Query, Scalar, World } from './types.js';
import { throwDice } from './worlds.js';

/** Runs plain SQL. */
export type Rows = (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** The facts of a dataset beside its rows. */
export interface Kept {
  readonly dataset: Dataset;
  readonly rejected: number;
}

const marks: readonly MissingMark[] = [
  { mark: '/', means: 'not-applicable' },
  { mark: '…', means: 'not-available' },
  { mark: 'x', means: 'suppressed' },
  { mark: '0*', means: 'below-half' },
];

/** A world whose files had rows that were rejected, marks in place of figures, and months that are never told. */
export function withLacks(
  world: World,
  seed: number,
): { readonly world: World; readonly kept: readonly Kept[] } {
  const { chance, whole, pick } = throwDice(seed * 104_729);
  const kept = world.datasets.map((dataset) => {
    const contract: Contract = {
      ...dataset.contract,
      ...(chance(0.7) && { missing: marks }),
      ...(dataset.contract.time.grain === 'month' && chance(0.5) && { omits: [1, whole(2, 12)] }),
    };
    const figures = contract.columns.filter((column) => hasMeans(column, contract));
    const rows = dataset.rows.map((row) => {
      const means = figures
        .filter(({ name }) => (row[name] ?? null) === null && chance(0.6))
        .map(({ name }) => [meansColumn(name), pick(marks).means]);
      return { ...row, ...(Object.fromEntries(means) as Record<string, string>) };
    });
    return { dataset: { contract, rows }, rejected: chance(0.5) ? whole(1, 9) : 0 };
  });
  return { world: { ...world, datasets: kept.map(({ dataset }) => dataset) }, kept };
}

/** The statement that makes the table of a dataset, with the meanings of its empty cells. */
export function tableSql({ contract, rows }: Dataset): string {
  const columns = contract.columns.filter(({ confidential }) => !confidential);
  const means = columns.filter((column) => hasMeans(column, contract)).map(({ name }) => meansColumn(name));
  const types = [
    ...columns.map(({ name, type }) => `${sqlName(name)} ${type}`),
    ...means.map((name) => `${sqlName(name)} VARCHAR`),
  ];
  const names = [...columns.map(({ name }) => name), ...means];
  const lines = rows.map(
    (row) =>
      `(${names.map((name) => (typeof row[name] === 'string' ? sqlText(row[name]) : String(row[name] ?? null))).join(', ')})`,
  );
  const table = sqlName(tableName(contract));
  return `CREATE OR REPLACE TABLE ${table} (${types.join(', ')}); INSERT INTO ${table} VALUES ${lines.join(', ')}`;
}

interface Reading {
  readonly metric: Metric;
  readonly contract: Contract;
  readonly grain: Grain;
  readonly time: string;
  /** Conditions of the metric alone, and of the query. */
  readonly own: string;
  readonly asked: string;
  /** Both, unknown wherever a column that they test is empty; undefined where there are none. */
  readonly undecided: string | undefined;
  /** Of value and base; undefined where time plays no part. */
  readonly stretches: readonly Stretch[] | undefined;
  readonly known: DayNumber;
  readonly reportedThrough: DayNumber;
}

/** The completeness of an answer, counted by SQL as a person would write it, one question after another. */
export async function countLacks(
  query: Query,
  world: World,
  kept: readonly Kept[],
  rows: Rows,
  silent: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<readonly Omit<Completeness, 'text'>[]> {
  const ids = query.metrics ?? [query.metric!];
  const metrics = [...new Set(ids.flatMap((id) => leavesOf(world, id)))];
  const found: Omit<Completeness, 'text'>[] = [];
  for (const id of new Set(metrics.map(({ dataset }) => dataset!))) {
    const { dataset, rejected } = kept.find((one) => one.dataset.contract.id === id)!;
    const { contract } = dataset;
    const readings = ids
      .flatMap((one) => readingsOf(one, query, world))
      .filter((one) => one.metric.dataset === id);
    if (rejected > 0) found.push({ dataset: id, kind: 'rejected', count: rejected, names: [] });
    for (const { name } of contract.columns) {
      const of = readings.filter(({ metric }) => measured(metric).includes(name));
      if (of.length === 0 || contract.cube || contract.key.includes(name)) continue;
      for (const means of ['empty', 'not-applicable', 'not-available', 'suppressed', 'below-half'] as const) {
        const marked = hasMeans(columnOf(contract, name), contract);
        if (means !== 'empty' && !marked) continue;
        const meaning = marked
          ? ` AND ${sqlName(meansColumn(name))} IS NOT DISTINCT FROM ${means === 'empty' ? 'NULL' : sqlText(means)}`
          : '';
        const sql = `SELECT count(*) AS n FROM ${sqlName(tableName(contract))} WHERE ${sqlName(name)} IS NULL${meaning} AND (${of.map(readBy).join(' OR ')})`;
        const [row] = await rows(sql);
        const count = Number(row!.n);
        if (count > 0) found.push({ dataset: id, kind: 'empty', column: name, means, count, names: [] });
      }
    }
    const undecided = readings.flatMap(({ undecided: condition, ...one }) =>
      condition === undefined ? [] : [`(${whenBy(one)} AND (${condition}) IS NULL)`],
    );
    // A period is not missing if a merged cell may hold its figure.
    const merged = new Set<string>();
    if (contract.cube && undecided.length > 0) {
      const sql = `SELECT CAST(${sqlName(contract.time.column)} AS VARCHAR) AS day FROM ${sqlName(tableName(contract))} WHERE ${undecided.join(' OR ')}`;
      const days = (await rows(sql)).map(({ day }) => String(day));
      for (const day of days) merged.add(contract.time.grain === 'year' ? day.slice(0, 4) : day.slice(0, 7));
      // An index reads all periods, and a metric's own conditions are nobody's question.
      const tells = (query.where ?? []).length > 0 && ids.every((one) => seriesOf(world, one).length === 0);
      const names = tells ? [...new Set(days)].toSorted() : [];
      if (days.length > 0) found.push({ dataset: id, kind: 'merged', count: days.length, names });
    }
    const missing = new Set<string>();
    for (const reading of readings)
      for (const name of await missingOf(reading, rows)) if (!merged.has(name)) missing.add(name);
    if (missing.size > 0)
      found.push({ dataset: id, kind: 'missing', count: missing.size, names: [...missing].toSorted() });
    const members = [...(silent.get(id) ?? [])].toSorted(compareValues);
    if (members.length > 0)
      found.push({ dataset: id, kind: 'silent', count: members.length, names: members });
  }
  return found;
}

function measured({ measure }: Metric): readonly string[] {
  return Object.entries(measure)
    .filter(([key]) => key !== 'at' && key !== 'count')
    .map(([, name]) => String(name));
}

/** Of a moving average all its periods are read, of an index the base period, too. */
function readingsOf(id: string, query: Query, world: World): readonly Reading[] {
  const direct = directLeavesOf(world, id).map((metric) => readingOf(metric, query, world));
  const series = seriesOf(world, id).flatMap(({ id: one, measure }) => {
    const queries: Query[] = [{ ...query, rolling: 'periods' in measure ? measure.periods : 1 }];
    if ('base' in measure) {
      const { where, fiscalStart } = query;
      queries.push({ during: measure.base, ...(where && { where }), ...(fiscalStart && { fiscalStart }) });
    }
    return queries.flatMap((own) => leavesOf(world, one).map((metric) => readingOf(metric, own, world)));
  });
  return [...direct, ...series];
}

function readingOf(metric: Metric, query: Query, world: World): Reading {
  const { by = [], fiscalStart = 1 } = query;
  const name = by.find((one) => grains.includes(one));
  const leaf = readLeaf(world, metric, query.where ?? [], true);
  const { contract } = leaf;
  const grain = name === 'period' ? leaf.grain : (name as Grain | undefined);
  const window = readDuring(query.during, fiscalStart);
  const time = metric.time ?? contract.time.column;
  const ends =
    metric.reportedThrough === undefined ? [] : [`${sqlName(time)} <= ${dayText(leaf.reportedThrough)}`];
  const conditions = (all: readonly Condition[]) => all.map((one) => conditionSql(one, contract));
  return {
    ...{
      metric,
      contract,
      grain: leaf.grain,
      time,
      known: leaf.known,
      reportedThrough: leaf.reportedThrough,
    },
    own: ['true', ...ends, ...conditions(metric.where ?? [])].join(' AND '),
    asked: ['true', ...conditions(query.where ?? [])].join(' AND '),
    undecided: [...(metric.where ?? []), ...(query.where ?? [])].length
      ? [...(metric.where ?? []), ...(query.where ?? [])]
          .map((one) => conditionSql(one, contract, decidedSql))
          .join(' AND ')
      : undefined,
    stretches: grain || query.during !== undefined ? listStretches(query, grain, window, leaf) : undefined,
  };
}

/** The days of each cell, of value and base: QUERIES.md §3. Without `during` no day is before the bucket of the first row. */
function listStretches(
  query: Query,
  grain: Grain | undefined,
  window: Stretch,
  leaf: ReturnType<typeof readLeaf>,
): readonly Stretch[] {
  const { fiscalStart = 1, cumulative, rolling, compare } = query;
  const end = Math.min(window.to, leaf.known);
  const days = leaf.own.map(({ t }) => t!);
  const start = window.from === -Infinity ? Math.min(...days) : window.from;
  const bases = (b: DayNumber | undefined): readonly Stretch[] => {
    const base = compare && baseOf(query, grain, window, end, b);
    return base ? [base] : [];
  };
  if (!grain) return [window, ...bases(undefined)];
  if (start === Infinity) return [];
  const found: Stretch[] = [];
  for (
    let b = bucketOf(start, grain, fiscalStart);
    b <= bucketOf(end, grain, fiscalStart);
    b = addBuckets(b, grain, 1)
  ) {
    const to = Math.min(lastDayOf(b, grain), window.to);
    const from = cumulative
      ? bucketOf(b, 'year', fiscalStart)
      : rolling !== undefined
        ? addBuckets(b, grain, 1 - rolling)
        : Math.max(b, window.from);
    found.push({ from, to }, ...bases(b));
  }
  if (window.from !== -Infinity) return found;
  const first = bucketOf(start, grain, fiscalStart);
  return found
    .map((one) => ({ ...one, from: Math.max(one.from, first) }))
    .filter(({ from, to }) => from <= to);
}

/** The condition on the days of rows that count in a figure. */
function whenBy({ grain, time, stretches, known }: Omit<Reading, 'undecided'>): string {
  const of = sqlName(time);
  const over = grain === 'day' ? '' : ` AND ${of} <= ${dayText(known)}`;
  const when = stretches
    ? `(${['false', ...stretches.map((one) => between(of, one))].join(' OR ')})`
    : 'true';
  return `${when}${over}`;
}

/** The condition on the rows that a metric reads. */
function readBy(reading: Reading): string {
  const { metric, contract, grain, time, own, asked, stretches, known } = reading;
  const of = sqlName(time);
  const over = grain === 'day' ? '' : ` AND ${of} <= ${dayText(known)}`;
  if (!('last' in metric.measure)) return `(${own} AND ${asked} AND ${whenBy(reading)})`;
  const rows = `FROM ${sqlName(tableName(contract))} WHERE ${own}${over}`;
  const lasts = (stretches ?? [{ from: -Infinity, to: Infinity }]).map(
    (one) => `${of} = (SELECT max(${of}) ${rows} AND ${between(of, one)})`,
  );
  return `(${own} AND ${asked}${over} AND (${['false', ...lasts].join(' OR ')}))`;
}

async function missingOf(
  { contract, grain, time, own, asked, stretches, known, reportedThrough }: Reading,
  rows: Rows,
): Promise<readonly string[]> {
  if (grain === 'day') return [];
  const step = grain === 'month' ? 'MONTH' : 'YEAR';
  const due = stretches
    ? ['false', ...stretches.map((one) => between('p', one))].join(' OR ')
    : `p >= (SELECT min(${sqlName(time)}) FROM ${sqlName(tableName(contract))} WHERE ${own})`;
  const found = await rows(
    `SELECT strftime(p, '${grain === 'month' ? '%Y-%m' : '%Y'}') AS p
    FROM (SELECT CAST(unnest(generate_series(DATE '1990-01-01', DATE '2030-01-01', INTERVAL 1 ${step})) AS DATE) AS p)
    WHERE (${due}) AND p <= ${dayText(known)} AND CAST(p + INTERVAL 1 ${step} AS DATE) - 1 <= ${dayText(reportedThrough)}
      AND month(p) NOT IN (${[0, ...(grain === 'month' ? (contract.omits ?? []) : [])].join(', ')})
      AND p NOT IN (SELECT ${sqlName(time)} FROM ${sqlName(tableName(contract))} WHERE ${own} AND ${asked})`,
  );
  return found.map(({ p }) => String(p));
}

function between(of: string, { from, to }: Stretch): string {
  return [
    `${of} IS NOT NULL`,
    ...(from === -Infinity ? [] : [`${of} >= ${dayText(from)}`]),
    ...(to === Infinity ? [] : [`${of} <= ${dayText(to)}`]),
  ].join(' AND ');
}

const dayText = (day: DayNumber): string => `DATE '${writeDay(day)}'`;

function conditionSql(condition: Condition, contract: Contract, of = testSql): string {
  if ('not' in condition) return `(NOT ${conditionSql(condition.not, contract, of)})`;
  if ('or' in condition)
    return `(${condition.or.map((one) => conditionSql(one, contract, of)).join(' OR ')})`;
  return `(${of(condition, contract)})`;
}

/** A test; its result for an empty cell is always unknown. */
function decidedSql(condition: Test, contract: Contract): string {
  return `CASE WHEN ${sqlName(condition.column)} IS NOT NULL THEN ${testSql(condition, contract)} END`;
}

const signs = { equals: '=', notEquals: '<>', above: '>', below: '<', atLeast: '>=', atMost: '<=' } as const;

function testSql(condition: Test, contract: Contract): string {
  const { type } = columnOf(contract, condition.column);
  const of = sqlName(condition.column);
  const literal = (value: Scalar): string =>
    type === 'VARCHAR' ? sqlText(String(value)) : type === 'DATE' ? `DATE '${String(value)}'` : String(value);
  if ('null' in condition) return `${of} IS ${condition.null ? '' : 'NOT '}NULL`;
  if ('in' in condition) return `${of} IN (${condition.in.map(literal).join(', ')})`;
  if ('contains' in condition) return `contains(${of}, ${sqlText(condition.contains)})`;
  if ('startsWith' in condition) return `starts_with(${of}, ${sqlText(condition.startsWith)})`;
  if (!('between' in condition)) {
    const [[key, value]] = Object.entries(condition).filter(([one]) => one !== 'column') as [
      [keyof typeof signs, Scalar],
    ];
    return `${of} ${signs[key]} ${literal(value)}`;
  }
  const [low, high] = condition.between;
  return [
    `${of} = ${of}`,
    ...(low === null ? [] : [`${of} >= ${literal(low)}`]),
    ...(high === null ? [] : [`${of} <= ${literal(high)}`]),
  ].join(' AND ');
}
