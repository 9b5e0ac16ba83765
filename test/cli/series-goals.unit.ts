import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMetrics, type Contract, type Metric, type Plan, type Verdicts } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFolder, park, run } from './source.js';

// Goals for an index, a moving average and a ratio of years by months, from files to a verified release.

let folder = '';
let remove: () => Promise<void>;
beforeAll(async () => ({ folder, remove } = await openFolder()));
afterAll(() => remove());

const words = (text: string) => ({ zh: text, en: text });
const contractOf = (id: string, grain: 'month' | 'year', column: string): Contract => ({
  ...{ version: 1, id, name: words(id), description: words(id), file: `${id}.csv`, source: words('test') },
  reportedThrough: '2025-12-31',
  columns: [
    { name: grain, label: words(grain), type: 'DATE' },
    { name: column, label: words(column), type: 'DECIMAL(18,2)' },
  ],
  key: [grain],
  time: { column: grain, grain },
});
const metric = (id: string, more: Pick<Metric, 'measure' | 'unit'> & Partial<Metric>): Metric => ({
  ...{ id, name: words(id), description: words(id) },
  ...more,
});
const [yuan, persons, index] = [words('yuan'), words('persons'), { zh: '指数', en: 'index' }];
const metrics = [
  metric('output', { dataset: 'output', measure: { sum: 'amount' }, unit: yuan }),
  metric('residents', { dataset: 'residents', measure: { last: 'number' }, unit: persons }),
  metric('per-head', { measure: { ratio: ['output', 'residents'] }, unit: words('yuan a person') }),
  metric('per-head-index', { measure: { index: 'per-head', base: '2020' }, unit: index }),
  metric('output-average', { measure: { movingAverage: 'output', periods: 3 }, unit: yuan }),
];

test('are published, judged by hand-made figures, and verified from the published data', async () => {
  const [source, out] = [join(folder, 'source'), join(folder, 'out')];
  await mkdir(join(source, 'data'), { recursive: true });
  const plan = JSON.parse(await readFile(join(park, 'plan.json'), 'utf8')) as Plan;
  const [first] = plan.goals as [Plan['goals'][0]];
  const goal = (name: string, target: number) => ({
    ...first,
    ...{ id: name, name: words(name), metric: name, target, interpretations: [], accumulate: 'level' },
    unit: metrics.find(({ id }) => id === name)!.unit,
    period: { start: '2021-01-01', end: '2025-12-31' },
    theme: undefined,
    baseline: { value: 1, date: '2020-12-31' },
  });
  const goals = [goal('per-head', 13), goal('per-head-index', 125), goal('output-average', 160)];
  const { version, id, document } = plan;
  await writeFile(
    join(source, 'plan.json'),
    JSON.stringify({
      ...plan,
      version,
      id,
      document,
      goals,
      themes: [],
      areas: [],
      ladder: undefined,
      taskReports: undefined,
      platforms: [],
    }),
  );
  await writeFile(join(source, 'metrics.json'), JSON.stringify({ version: 1, metrics }));
  for (const contract of [contractOf('output', 'year', 'amount'), contractOf('residents', 'month', 'number')])
    await writeFile(join(source, 'data', `${contract.id}.json`), JSON.stringify(contract));
  await writeFile(
    join(source, 'data/output.csv'),
    [
      'year,amount',
      ...[100, 110, 120, 140, 150, 180].map((amount, i) => `${2020 + i}-01-01,${amount}`),
      '',
    ].join('\n'),
  );
  const months = [2020, 2021, 2022, 2023, 2024, 2025].flatMap((year) =>
    ['01', '06', '12'].map((month) => `${year}-${month}-01,${month === '12' ? 10 + (year - 2020) : 99}`),
  );
  await writeFile(join(source, 'data/residents.csv'), ['month,number', ...months, ''].join('\n'));

  const { code, told } = await run('publish', source, '--out', out);
  expect([code, told]).toEqual([0, []]);
  const { verdicts } = JSON.parse(await readFile(join(out, 'verdicts.json'), 'utf8')) as Verdicts;
  expect(verdicts.map(({ actual, status }) => [actual, status])).toEqual([
    [12, 'missed'],
    // 180 ÷ 15 by 100 ÷ 10
    [120, 'missed'],
    // 140, 150 and 180
    [470 / 3, 'missed'],
  ]);
  const opened = createMetrics({ engine: nodeEngine() });
  await opened.open(join(out, 'manifest.json'));
  const { equal } = await opened.verify();
  expect(equal).toBe(true);
  await opened.close();
});
