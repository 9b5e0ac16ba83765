import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMetrics, parseVerdicts, type PublishedVerdict } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goals, writeKinds } from './kinds-source.js';
import { openFolder, run, type Outcome } from './source.js';

// A goal of every kind of METHODS §8, from files to the verdict that a reader computes again.

let folder = '';
let remove: () => Promise<void>;
beforeAll(async () => ({ folder, remove } = await openFolder()));
afterAll(() => remove());

async function publish(name: string, asOf: string) {
  const out = join(folder, `${name}-release`);
  const source = await writeKinds(join(folder, name));
  const outcome: Outcome = await run('publish', source, '--out', out, '--as-of', asOf);
  expect([outcome.told, outcome.code]).toEqual([[], 0]);
  const { verdicts, problems } = parseVerdicts(
    JSON.parse(await readFile(join(out, 'verdicts.json'), 'utf8')),
  );
  expect(problems).toEqual([]);
  const metrics = createMetrics({ engine: nodeEngine() });
  await metrics.open(join(out, 'manifest.json'));
  const { equal } = await metrics.verify();
  await metrics.close();
  return { equal, verdicts: new Map(verdicts!.verdicts.map((one) => [one.goal, one])) };
}

describe('a source with a goal of every kind', () => {
  let equal = false;
  let verdicts: ReadonlyMap<string, PublishedVerdict>;
  beforeAll(async () => ({ equal, verdicts } = await publish('end', '2025-12-31')));

  test('is checked without a problem', async () => {
    const { told, code } = await run('check', await writeKinds(join(folder, 'check')));
    expect([told, code]).toEqual([[], 0]);
  });

  test('is published, and a reader computes the same', () => {
    expect(equal).toBe(true);
    expect([...verdicts.keys()]).toEqual(goals.map(({ id }) => id));
  });

  test.each<[string, object]>([
    // 420 ÷ 7200; the mean of the months is 5.5.
    [
      'average-of-ratio',
      { kind: 'average', status: 'missed', actual: 5.83333333333333, averaged: { periods: 12, of: 12 } },
    ],
    ['average-in-range', { kind: 'average', status: 'achieved', actual: 5.2, margin: 0.3, target: null }],
    [
      'average-of-days',
      { kind: 'average', status: 'achieved', actual: 0.166666666666667, averaged: { periods: 12, of: 12 } },
    ],
    ['floor', { kind: 'floor', status: 'achieved', actual: 6.5, margin: 0, nature: 'binding' }],
    ['ceiling', { kind: 'ceiling', status: 'missed', actual: 31, margin: -1 }],
    ['ceiling-of-total', { kind: 'ceiling', status: 'achieved', actual: 1200, margin: 0 }],
    ['ceiling-of-count', { kind: 'ceiling', status: 'achieved', actual: 3, margin: 0 }],
    ['range', { kind: 'range', status: 'achieved', actual: 5.4, margin: 0.1, range: { from: 4.5, to: 5.5 } }],
    ['each-year', { kind: 'each-period', status: 'missed', breaches: [{ date: '2022-12-31', value: 3.2 }] }],
    ['each-month', { kind: 'each-period', status: 'missed', breaches: [{ date: '2024-03-31', value: 33 }] }],
    [
      'each-month-of-days',
      { kind: 'each-period', status: 'missed', breaches: [{ date: '2024-05-31', value: 2 }] },
    ],
    [
      'each-year-of-months',
      {
        kind: 'each-period',
        status: 'missed',
        periods: [
          { date: '2021-12-31', value: 96, kept: true },
          { date: '2022-12-31', value: null, kept: null },
          { date: '2023-12-31', value: 108, kept: false },
        ],
        breaches: [{ date: '2023-12-31', value: 108 }],
      },
    ],
    ['each-year-without-one', { kind: 'each-period', status: 'not-assessable', breaches: [] }],
    ['each-quarter-without-one', { kind: 'each-period', status: 'not-assessable', breaches: [] }],
    ['plus', { kind: 'relative', status: 'missed', target: 78.3, actual: 78.2, nature: 'expected' }],
    ['percent', { kind: 'relative', status: 'achieved', target: 173, actual: 173, attainment: 1 }],
    [
      'growth',
      { kind: 'growth', status: 'achieved', target: 140.25517307, formula: { growth: 7, years: 5 } },
    ],
    [
      'chain',
      {
        kind: 'chain',
        status: 'missed',
        target: 46.9965,
        actual: 47,
        was: [{ target: 45, until: '2024-06-30' }],
      },
    ],
  ])('%s is judged as its kind', (id, expected) => {
    expect(verdicts.get(id)).toMatchObject(expected);
  });

  test('a month of days without events has none: a limit in each month has a figure for each', () => {
    const { periods } = verdicts.get('each-month-of-days')!;
    expect(periods!.map(({ value }) => value)).toEqual([0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0]);
  });

  test('a quarter with a missing month has no figure, and the others have', () => {
    const { periods, reason } = verdicts.get('each-quarter-without-one')!;
    expect(periods!.filter(({ value }) => value === null)).toEqual([
      { date: '2022-06-30', value: null, kept: null },
    ]);
    expect(periods).toHaveLength(12);
    expect(reason.zh).toContain('2022年');
  });

  test('average growth is that of the five years', () => {
    expect(verdicts.get('growth')!.averageGrowth).toBeCloseTo(1.41 ** 0.2 - 1, 11);
  });
});

test('on an earlier day only what is over by then is judged, and a reader computes the same', async () => {
  const { equal, verdicts } = await publish('middle', '2024-04-15');
  expect(equal).toBe(true);
  const of = (id: string) => verdicts.get(id);
  expect(of('average-of-ratio')).toMatchObject({
    status: 'on-track',
    actual: 5,
    margin: 0.6,
    averaged: { periods: 3, of: 12 },
  });
  expect(of('average-of-days')).toMatchObject({
    status: 'on-track',
    actual: 0,
    averaged: { periods: 3, of: 12 },
  });
  expect(of('each-month')).toMatchObject({ status: 'missed', breaches: [{ date: '2024-03-31', value: 33 }] });
  expect(of('each-month-of-days')).toMatchObject({ status: 'on-track', breaches: [] });
  expect(of('ceiling')).toMatchObject({ status: 'off-track', actual: 33 });
  // 300 of 1200 after 106 of 366 days, which allow 347.
  expect(of('ceiling-of-total')).toMatchObject({ status: 'on-track', actual: 300, margin: 900 });
  expect(of('ceiling-of-count')).toMatchObject({ status: 'on-track', actual: 1 });
});

test('a limit in shorter periods than those of the data is a problem', async () => {
  const [goal] = goals.filter(({ id }) => id === 'each-year');
  const source = await writeKinds(join(folder, 'shorter'), [{ ...goal!, grain: 'month' }]);
  const { problems } = await run('check', source);
  expect(problems.map(({ code, where }) => `${code} ${where.replace(/^.* /, '')}`)).toEqual([
    'limit-grain $.goals[0].grain',
  ]);
});
