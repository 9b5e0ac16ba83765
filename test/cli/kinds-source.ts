import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Contract, Goal, Metric, Plan } from '@zj/metrics';
import { lines } from './source.js';

// A source with a goal of every kind of METHODS §8, over data by year, month and day.

const words = (text: string) => ({ zh: text, en: text });
type Rows = readonly (readonly (string | number)[])[];

function dataset(
  id: string,
  grain: Contract['time']['grain'],
  columns: readonly string[],
  reportedThrough: string,
  rows: Rows,
): { readonly contract: Contract; readonly csv: string } {
  const [time = ''] = columns;
  const contract: Contract = {
    version: 1,
    id,
    name: words(id),
    description: words(id),
    file: `${id}.csv`,
    source: words('test'),
    reportedThrough,
    columns: columns.map((name, i) =>
      i === 0
        ? { name, label: words(name), type: 'DATE', required: true }
        : name === 'number'
          ? { name, label: words(name), type: 'VARCHAR', required: true }
          : { name, label: words(name), type: 'DECIMAL(18,4)', unit: words('units') },
    ),
    key: [columns.includes('number') ? 'number' : time],
    time: { column: time, grain },
  };
  return { contract, csv: lines(columns.join(','), ...rows.map((row) => row.join(','))) };
}

const monthsFrom = (year: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => new Date(Date.UTC(year, i, 1)).toISOString().slice(0, 10));

/** Of 2024: 5 % of 200 in the first half of the year, 6 % of 1000 in the second; dust above 32 in March. */
const months = dataset(
  'months',
  'month',
  ['month', 'unemployed', 'workforce', 'price', 'dust', 'energy'],
  '2024-12-31',
  monthsFrom(2024, 12).map((month, i) => [
    month,
    ...(i < 6 ? [10, 200, 5] : [60, 1000, 5.4]),
    i === 2 ? 33 : 31,
    100,
  ]),
);
const years = dataset(
  'years',
  'year',
  ['year', 'grain', 'deficit', 'life', 'intensity', 'research', 'discharge'],
  '2025-12-31',
  [
    ['2020-01-01', 6.7, 9, 77.3, 200, 100, 60],
    ['2021-01-01', 6.4, 2.8, 77.5, 195, 108, 57],
    ['2022-01-01', 6.6, 3.2, 77.7, 190, 117, 53],
    ['2023-01-01', 6.7, 3, 77.9, 185, 125, 50],
    ['2024-01-01', 6.8, 2.9, 78, 180, 133, 48.5],
    ['2025-01-01', 6.5, 2.9, 78.2, 173, 141, 47],
  ],
);
/** 8 a month in 2021 and 2022, without May 2022, and 9 a month in 2023. */
const emissions = dataset(
  'emissions',
  'month',
  ['month', 'carbon'],
  '2023-12-31',
  monthsFrom(2021, 36)
    .map((month, i) => [month, i < 24 ? 8 : 9] as const)
    .filter(([month]) => month !== '2022-05-01'),
);
const accidents = dataset('accidents', 'day', ['day', 'number'], '2024-12-31', [
  ['2023-03-03', 'a'],
  ['2024-05-06', 'b'],
  ['2024-05-07', 'c'],
]);
const datasets = [months, years, emissions, accidents];

const metric = (
  id: string,
  dataset: string | undefined,
  measure: Metric['measure'],
  more: Partial<Metric> = {},
) => ({
  id,
  name: words(id),
  description: words(id),
  ...(dataset && { dataset }),
  measure,
  unit: words('units'),
  ...more,
});
const metrics: readonly Metric[] = [
  metric('unemployed', 'months', { sum: 'unemployed' }),
  metric('workforce', 'months', { sum: 'workforce' }),
  metric('unemployment', undefined, { ratio: ['unemployed', 'workforce'] }, { scale: 2, unit: words('%') }),
  metric('price', 'months', { last: 'price' }),
  metric('dust', 'months', { last: 'dust' }),
  metric('energy', 'months', { sum: 'energy' }),
  ...['grain', 'deficit', 'life', 'intensity', 'research', 'discharge'].map((id) =>
    metric(id, 'years', { last: id }),
  ),
  metric('carbon', 'emissions', { sum: 'carbon' }),
  metric('accidents', 'accidents', { count: 'rows' }),
];

const of2024 = { start: '2024-01-01', end: '2024-12-31' } as const;
const fiveYears = { start: '2021-01-01', end: '2025-12-31' } as const;
const threeYears = { start: '2021-01-01', end: '2023-12-31' } as const;

function goal(
  id: string,
  metric: string,
  rest: Pick<Goal, 'target' | 'period' | 'accumulate'> & Partial<Goal>,
): Goal {
  return {
    id,
    name: words(id),
    metric,
    clause: { quote: words(id) },
    qualifier: { ...words('keep'), binding: 'firm' },
    unit: metrics.find((one) => one.id === metric)!.unit,
    deadline: words('by the end'),
    interpretations: [],
    ...rest,
  };
}
const limit = { accumulate: 'level', bound: 'at-most', hold: 'each-period' } as const;
const from2020 = (value: number) => ({ value, date: '2020-12-31' });
const computed = { target: null, period: fiveYears, accumulate: 'level' } as const;

export const goals: readonly Goal[] = [
  goal('average-of-ratio', 'unemployment', {
    target: 5.6,
    bound: 'at-most',
    period: of2024,
    accumulate: 'average',
  }),
  goal('average-in-range', 'price', {
    target: null,
    range: { from: 4.5, to: 5.5 },
    period: of2024,
    accumulate: 'average',
  }),
  goal('average-of-days', 'accidents', {
    target: 0.5,
    bound: 'at-most',
    period: of2024,
    accumulate: 'average',
  }),
  goal('floor', 'grain', {
    target: 6.5,
    bound: 'at-least',
    period: fiveYears,
    accumulate: 'level',
    nature: 'binding',
  }),
  goal('ceiling', 'dust', { target: 30, bound: 'at-most', period: of2024, accumulate: 'level' }),
  goal('ceiling-of-total', 'energy', { target: 1200, bound: 'at-most', period: of2024, accumulate: 'total' }),
  goal('ceiling-of-count', 'accidents', {
    target: 3,
    bound: 'at-most',
    period: { start: '2023-01-01', end: '2024-12-31' },
    accumulate: 'since',
  }),
  goal('range', 'price', {
    target: null,
    range: { from: 4.5, to: 5.5 },
    period: of2024,
    accumulate: 'level',
  }),
  goal('each-year', 'deficit', { ...limit, target: 3, period: fiveYears }),
  goal('each-month', 'dust', { ...limit, target: 32, period: of2024, grain: 'month' }),
  goal('each-month-of-days', 'accidents', { ...limit, target: 1, period: of2024, grain: 'month' }),
  goal('each-year-of-months', 'carbon', { ...limit, target: 100, period: threeYears, grain: 'year' }),
  goal('each-year-without-one', 'carbon', { ...limit, target: 110, period: threeYears, grain: 'year' }),
  goal('each-quarter-without-one', 'carbon', { ...limit, target: 27, period: threeYears, grain: 'quarter' }),
  goal('plus', 'life', { ...computed, formula: { plus: 1 }, baseline: from2020(77.3), nature: 'expected' }),
  goal('percent', 'intensity', { ...computed, formula: { percent: -13.5 }, baseline: from2020(200) }),
  goal('growth', 'research', { ...computed, formula: { growth: 7, years: 5 }, baseline: from2020(100) }),
  goal('chain', 'discharge', {
    ...computed,
    period: { start: '2024-01-01', end: '2025-12-31' },
    formula: { chain: [-3, -3.1] },
    baseline: { value: 50, date: '2023-12-31' },
    was: [{ target: 45, until: '2024-06-30', document: { title: words('Review') }, reason: words('review') }],
  }),
];

const plan: Plan = {
  version: 1,
  id: 'kinds',
  document: {
    title: words('Plan'),
    issuer: words('test'),
    period: { start: '2021-01-01', end: '2025-12-31' },
    basis: [],
    interpretations: [],
  },
  goals,
  themes: [],
  areas: [],
  safeguards: [],
  organisations: [],
  platforms: [],
  places: [],
  funds: [],
  notes: [],
};

/** Writes the source; some of its goals alone, where they are given. */
export async function writeKinds(source: string, only: readonly Goal[] = goals): Promise<string> {
  await mkdir(join(source, 'data'), { recursive: true });
  await writeFile(join(source, 'plan.json'), JSON.stringify({ ...plan, goals: only }));
  await writeFile(join(source, 'metrics.json'), JSON.stringify({ version: 1, metrics }));
  for (const { contract, csv } of datasets) {
    await writeFile(join(source, `data/${contract.id}.json`), JSON.stringify(contract));
    await writeFile(join(source, `data/${contract.file}`), csv);
  }
  return source;
}
