import { rm } from 'node:fs/promises';
import { parseGoalSeries, recompute, type Engine, type GoalSeries } from '@zj/metrics';
import { recomputeGoalSeries, sealGoalSeries } from '@zj/metrics/internal';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { by } from './goal-sample.js';
import { writeRelease, type Release } from './release.js';

const engine = nodeEngine();
const statements: string[] = [];
/** The engine, with each statement written down. */
const watched: Pick<Engine, 'run'> = {
  run: (sql, options) => {
    statements.push(sql);
    return engine.run(sql, options);
  },
};

let release: Release;
let series: readonly GoalSeries[];
beforeAll(async () => {
  release = await writeRelease();
  await engine.open({ url: release.databaseFile });
  const { manifest, verdicts } = release;
  const found = [];
  for (const goal of manifest.plan.goals)
    found.push(await recomputeGoalSeries(watched, manifest, goal, { asOf: manifest.asOf }));
  series = found.map((one) => sealGoalSeries(one.series, verdicts.manifest));
  expect(found.map(({ verdict }) => verdict)).toEqual(verdicts.verdicts);
});
afterAll(async () => {
  await engine.close();
  await rm(release.folder, { recursive: true, force: true });
});

test('a series takes no statement more than its verdict', async () => {
  const before = [...statements];
  statements.length = 0;
  await recompute(watched, release.manifest, { asOf: release.manifest.asOf });
  expect(before).toEqual(statements);
  expect(before.length).toBeGreaterThan(3);
});

test('every goal of the park has a series that a reader takes, with the verdict that is published', () => {
  for (const [i, one] of series.entries()) {
    expect(parseGoalSeries(JSON.parse(JSON.stringify(one))).problems).toEqual([]);
    expect(one.verdict).toEqual(release.verdicts.verdicts[i]);
    expect(one.notes).toEqual(release.manifest.plan.notes);
  }
});

test('each month of revenue is the sum of its published rows, and the year to date that of its months', async () => {
  const [revenue] = series as [GoalSeries];
  const [{ where }] = release.manifest.metrics as unknown as [
    { readonly where: readonly { readonly in: string[] }[] },
  ];
  const industries = where[0]!.in.map((one) => `'${one}'`).join(', ');
  // In 亿元, of rows in 万元.
  const { columns } = await engine.run(
    `SELECT last_day(month) AS month, CAST(sum(revenue) AS DOUBLE) / 10000 AS own,
      CAST(sum(sum(revenue)) OVER (PARTITION BY year(month) ORDER BY month) AS DOUBLE) / 10000 AS year
    FROM industry_revenue WHERE industry IN (${industries}) GROUP BY month ORDER BY month`,
  );
  const [months, own, year] = columns.map(({ values }) => values) as [string[], number[], number[]];
  const near = (figures: readonly number[]) =>
    Object.fromEntries(months.map((end, i) => [end, expect.closeTo(figures[i]!, 9) as number]));
  expect(months).toHaveLength(46);
  expect(by('value', revenue)).toMatchObject(near(own));
  expect(by('toDate', revenue)).toMatchObject(near(year));
});

test('the park is as METHODS.md §9 and FORECASTS.md tell it', () => {
  const [revenue] = series as [GoalSeries];
  expect(revenue.periods.find(({ end }) => end === '2026-10-31')).toEqual({
    start: '2026-10-01',
    end: '2026-10-31',
    value: 521.861135,
    toDate: 5036.18,
    lastYear: 464.370716,
    lastYearToDate: 4494.271129,
    due: {
      linear: expect.closeTo(4997.26, 2) as number,
      'same-period': expect.closeTo(4893.88, 2) as number,
    },
  });
  expect(revenue.forecast).toMatchObject({
    method: 'same-period',
    points: [
      { end: '2026-11-30', point: expect.closeTo(5565.32, 2) as number, coverage: 1 },
      { end: '2026-12-31', point: revenue.verdict.forecast!.point },
    ],
  });
  const [low, high] = revenue.forecast!.points[0]!.interval!;
  expect([low, high]).toEqual([expect.closeTo(5534.66, 2), expect.closeTo(5593.51, 2)]);
  const { point, interval } = revenue.verdict.forecast!;
  expect([point, ...interval!].map((one) => one.toFixed(2))).toEqual(['6174.47', '6165.10', '6203.50']);
});
