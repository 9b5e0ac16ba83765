import type { Condition, Contract, Metric } from '@zj/metrics';
import { throwDice, type Dice } from './worlds.js';
import { baseOf } from './base.js';
import { bucketOf, readDay, readDuring, writeDay } from './days.js';
import { toDouble, type Figure } from './figure.js';
import { evaluate, type Answer } from './naive.js';
import { whyRefused } from './refusal.js';
import { findMetric, leavesOf, readLeaf } from './rows.js';
import type { Dataset, During, Grain, Query, Row, Value, World } from './types.js';

/** A random question that compares, its answer by loops, and some of its cells with the question of their base alone. */
export interface Comparison {
  readonly seed: number;
  readonly query: Query;
  readonly world: World;
  readonly answer: Answer;
  readonly picks: readonly Pick[];
}

/** A row of the answer, and the plain question that its base must be equal to; none where the rule gives it no base. */
interface Pick {
  readonly row: number;
  readonly plain?: Query;
}

const words = (text: string) => ({ zh: text, en: text });
const districts = ['浦东', '张江', "it's"];

/** Rows on most days where months end, and in most months and years, so that a day too many or too few is seen. */
function drawDense(seed: number): World {
  const dice = throwDice(seed * 104_729);
  const { whole, pick, chance } = dice;
  const [from, to] = [readDay('2023-01-01'), readDay('2025-04-30')];
  // Through the end of a month, any other day, and one that other months lack.
  const reported = pick([
    '2026-03-31',
    '2026-02-28',
    '2026-04-30',
    '2026-03-30',
    '2024-02-29',
    writeDay(whole(to - 500, to)),
  ]);
  const describe = (id: string, grain: 'day' | 'month' | 'year', reportedThrough: string): Contract => ({
    ...{ version: 1, id: `${id}-${seed}`, name: words(id), description: words(id), file: `${id}.csv` },
    ...{ source: words('test'), reportedThrough, key: ['t'], time: { column: 't', grain } },
    columns: (
      [
        ['t', 'DATE'],
        ['district', 'VARCHAR'],
        ['amount', 'DECIMAL(12,2)'],
        ['staff', 'INTEGER'],
      ] as const
    ).map(([name, type]) => ({ name, label: words(name), type })),
  });
  const row = (t: string): Row => ({
    ...{ t, district: chance(0.1) ? null : pick(districts) },
    ...{
      amount: chance(0.1) ? null : `${whole(-500, 99_999)}.${whole(10, 99)}`,
      staff: chance(0.1) ? null : whole(0, 9),
    },
  });
  const dataset = (contract: Contract, days: readonly string[]): Dataset => ({
    contract,
    rows: days.filter((day) => day <= contract.reportedThrough).map(row),
  });
  const days = Array.from({ length: to - from + 1 }, (_, i) => writeDay(from + i)).filter((day) => {
    // Most days around the ends of months, and some of the others.
    const date = Number(day.slice(8));
    return chance(date > 26 || date < 4 ? 0.97 : 0.25);
  });
  const months = days.filter((day) => day.endsWith('-01'));
  const years = ['2021', '2022', '2023', '2024', '2025'].map((year) => `${year}-01-01`);
  return {
    datasets: [
      dataset(describe('daily', 'day', reported), days),
      dataset(describe('monthly', 'month', pick(['2025-03-31', '2025-03-15', '2025-02-28'])), [
        ...months,
        ...months,
      ]),
      dataset(describe('yearly', 'year', pick(['2024-12-31', '2025-03-31'])), [...years, ...years]),
    ],
    metrics: [...metricsOf('daily', seed), ...metricsOf('monthly', seed), ...metricsOf('yearly', seed)],
  };
}

function metricsOf(id: string, seed: number): readonly Metric[] {
  const made = (name: string, measure: Metric['measure'], more: Partial<Metric> = {}): Metric => ({
    ...{ id: `${id}-${name}`, name: words(name), description: words(name), unit: words('元') },
    ...{ measure, ...more },
  });
  const metric = (name: string, measure: Metric['measure'], more: Partial<Metric> = {}): Metric =>
    made(name, measure, { dataset: `${id}-${seed}`, ...more });
  const ratio = made('per-row', { ratio: [`${id}-sum`, `${id}-rows`] });
  return [
    metric('sum', { sum: 'amount' }),
    metric('rows', { count: 'rows' }),
    metric(
      'some',
      { sum: 'staff' },
      { empty: 'zero', where: [{ column: 'district', equals: districts[0]! }] },
    ),
    metric('counted', { count: 'rows' }, { empty: 'null', where: [{ column: 'staff', between: [5, null] }] }),
    metric('newest', { last: 'amount' }),
    metric(
      'newest-here',
      { last: 'staff' },
      { empty: 'zero', where: [{ column: 'district', equals: districts[1]! }] },
    ),
    metric('staff', { countDistinct: 'staff' }),
    metric('mean', { average: 'amount' }),
    metric('most', { maximum: 'amount' }),
    metric('middle', { median: 'staff' }),
    metric('early', { sum: 'staff' }, { reportedThrough: '2024-02-29' }),
    ratio,
    made('difference', { subtract: [`${id}-sum`, `${id}-newest`] }),
  ];
}

/** Worlds of many days. */
export const dense: readonly World[] = Array.from({ length: 6 }, (_, i) => drawDense(i + 1));

const grains: readonly Grain[] = ['day', 'week', 'month', 'quarter', 'half-year', 'year'];

function drawDuring({ whole, pick, chance }: Dice): During {
  const days = ['01', '15', '28', '29', '30', '31'];
  const day = (): string => {
    const month = `${whole(2023, 2025)}-${String(whole(1, 12)).padStart(2, '0')}`;
    const text = `${month}-${pick(days)}`;
    return writeDay(readDay(text)).slice(0, 7) === month ? text : `${month}-28`;
  };
  if (chance(0.35)) {
    const year = whole(2023, 2025);
    return pick([
      `${year}`,
      `${year}-Q${whole(1, 4)}`,
      `${year}-0${whole(1, 9)}`,
      `2023-03/${year}-12`,
      `${year}-02-28`,
    ]);
  }
  const [start, end] = [day(), day()].toSorted() as [string, string];
  return { start, end };
}

function drawQuery(dice: Dice, world: World): Query {
  const { whole, pick, chance } = dice;
  const kind = pick(['daily', 'daily', 'daily', 'monthly', 'yearly']);
  const metric = pick(world.metrics.filter(({ id }) => id.startsWith(kind))).id;
  const finest = { daily: 0, monthly: 2, yearly: 5 }[kind]!;
  const grain = chance(0.85) ? pick(grains.slice(finest)) : undefined;
  const stretched = grain !== undefined && chance(0.5);
  const cumulative = stretched && chance(0.5);
  const split = chance(0.4);
  // Each day of all years is a long list.
  const during =
    grain === undefined || (grain === 'day' && stretched) || chance(0.7) ? drawDuring(dice) : undefined;
  return {
    metric,
    by: [...(grain ? [grain] : []), ...(split ? ['district'] : [])],
    ...(during !== undefined && { during }),
    ...(chance(0.3) && { fiscalStart: whole(2, 12) }),
    ...(chance(0.2) && { where: [{ column: 'district', in: districts.slice(1) }] }),
    ...(cumulative && { cumulative: 'year-to-date' }),
    ...(stretched && !cumulative && { rolling: whole(1, pick([2, 4, 30])) }),
    ...(!stretched && grain && chance(0.2) && { complete: true }),
    ...(split && chance(0.3) && { totals: true }),
    compare: pick(['previous-period', 'year-over-year'] as const),
  };
}

/** A comparison from a seed. */
export function drawComparison(seed: number): Comparison {
  const world = dense[seed % dense.length]!;
  const dice = throwDice(seed * 15_485_863);
  let query = drawQuery(dice, world);
  while (whyRefused(query, world) !== undefined) query = drawQuery(dice, world);
  const answer = evaluate(query, world);
  const last = answer.rows.length - 1;
  const rows = last < 0 ? [] : [dice.pick([0, last, dice.whole(0, last)])];
  const picks = rows.map((row): Pick => ({ row, ...plainOf(query, world, answer, row) }));
  return { seed, query, world, answer, picks };
}

/** The question of the base of a row, asked without a comparison: of the stretch of days that the rule names. */
function plainOf(query: Query, world: World, { columns, rows }: Answer, row: number): { plain?: Query } {
  const { by = [], metric, during, fiscalStart = 1, where = [], rolling } = query;
  const cell = (name: string): Value => rows[row]![columns.findIndex((one) => one.name === name)] as Value;
  const grain = by.find((name): name is Grain => grains.includes(name as Grain));
  const window = readDuring(during, fiscalStart);
  const b = grain && readDay(String(cell(grain)));
  const stretches = leavesOf(world, metric!).map((leaf) => {
    const { known, own } = readLeaf(world, leaf, [], true);
    const stretch = baseOf(query, grain, window, Math.min(window.to, known), b);
    const first = Math.min(...own.map(({ t }) => t!));
    // Without a row there is no first bucket, and nothing rolls.
    const rolls = (): boolean => own.length > 0 && stretch!.from >= bucketOf(first, grain!, fiscalStart);
    return stretch && (rolling === undefined || rolls()) ? stretch : undefined;
  });
  const [stretch] = stretches;
  if (!stretch || stretches.some((one) => one?.to !== stretch.to)) return {};
  const total = query.totals && cell('row_kind') === 'total';
  const member = cell('district') as string | null;
  const own: readonly Condition[] =
    !by.includes('district') || total
      ? []
      : [member === null ? { column: 'district', null: true } : { column: 'district', equals: member }];
  return {
    plain: {
      metric: findMetric(world, metric!).id,
      during: { start: writeDay(stretch.from), end: writeDay(stretch.to) },
      where: [...where, ...own],
    },
  };
}

/** The base of a row of an answer, as a number. */
export function baseIn({ columns, rows }: Answer, row: number): number | null {
  const cell = rows[row]![columns.findIndex(({ name }) => name === 'value_base')] as Figure | null;
  return cell && toDouble(cell).double;
}
