import { formatProblem, parseGoalSeries, translateProblem, type GoalSeries } from '@zj/metrics';
import { zhCN } from '@zj/metrics/zh-CN';
import { expect, test } from 'vitest';
import { sealGoalSeries } from '../../../packages/metrics/src/release/digest.js';
import { edit } from '../example.js';
import { monthly, revenue } from '../goal/goals.js';
import { seriesOf } from './goal-sample.js';

const figures = monthly([...Array<number>(12).fill(450), 500, 480, 520], { year: 2025 });
const file = sealGoalSeries(seriesOf(revenue, figures, '2026-04-10'), 'a'.repeat(64));

/** The problems of the file with some entries changed. */
function told(...changes: readonly (readonly [path: string, value: unknown])[]): readonly string[] {
  const changed = changes.reduce<unknown>((json, [path, value]) => edit(json, path, value), file);
  return parseGoalSeries(changed).problems.map(({ code, where, message }) => `${code} ${where} ${message}`);
}

test('a series is given back as it is', () => {
  const { series, problems } = parseGoalSeries(JSON.parse(JSON.stringify(file)));
  expect(problems).toEqual([]);
  expect(series).toEqual(file);
});

test('of a file of strangers all problems come at once, with place and remedy', () => {
  const json = [
    ['kind', 'metric'],
    ['periods.0.value', '450'],
    ['periods.1.lack', 'gone'],
    ['forecast.points.0.interval', [1]],
    ['verdict.status', undefined],
  ].reduce<unknown>((one, [path, value]) => edit(one, path as string, value), file);
  const { series, problems } = parseGoalSeries(json, { file: 'revenue.json' });
  expect(series).toBeUndefined();
  expect(problems.map(formatProblem).toSorted()).toEqual([
    expect.stringContaining('revenue.json $.forecast.points[0].interval[1]: This must be a number'),
    'revenue.json $.kind: This must be the word "goal", but is "metric". Publish the release again: zj publish.',
    'revenue.json $.periods[0].value: This must be a number, but is "450". Write digits without quotes, spaces or separators, such as 6000 or 0.95.',
    expect.stringContaining('revenue.json $.periods[1].lack: This must be one of missing, omitted, coming'),
    expect.stringContaining('revenue.json $.verdict: "status" is missing.'),
  ]);
});

const { points } = file.forecast!;
const last = points.length - 1;
test.each<readonly [string, readonly (readonly [string, unknown])[], string]>([
  [
    'a period that is left out',
    [['periods', file.periods.filter((_, i) => i !== 3)]],
    'series $.periods[3] The period from 2025-04-01 to 2025-04-30 is missing, or out of its place.',
  ],
  [
    'the last periods',
    [['periods', file.periods.slice(0, -1)]],
    'series $.periods The period from 2026-12-01 to 2026-12-31 is missing, or out of its place.',
  ],
  [
    'a period after the end',
    [['periods', [...file.periods, { start: '2027-01-01', end: '2027-01-31', value: null, lack: 'coming' }]]],
    "series $.periods[24] The period from 2027-01-01 to 2027-01-31 is beyond the goal's end.",
  ],
  [
    'a period of other days',
    [['periods.2.end', '2025-03-30']],
    'series $.periods[2] The period from 2025-03-01 to 2025-03-31 is missing, or out of its place.',
  ],
  [
    'periods of another length',
    [['grain', 'quarter']],
    'series $.periods[0] The period from 2025-01-01 to 2025-03-31 is missing, or out of its place.',
  ],
  [
    'a beginning after the end',
    [['verdict.period', { start: '2023-01-01', end: '2024-12-31' }]],
    'series $.periods[0] The series begins on 2025-01-01, and its goal ends on 2024-12-31.',
  ],
  [
    'a beginning thousands of years ago',
    [['periods.0.start', '0001-01-01']],
    'series $.periods[0] The series begins on 0001-01-01, and its goal ends on 2026-12-31.',
  ],
  [
    'a state of no figure',
    [['periods.20.state', 'provisional']],
    'series $.periods[20] The period has a state, and no figure.',
  ],
  [
    'a figure that is said to be missing',
    [['periods.0.lack', 'missing']],
    'series $.periods[0] The period has a figure, and a reason for having none.',
  ],
  [
    'a part that is the whole',
    [['periods.0.partial', '2025-01-31']],
    "series $.periods[0] The day 2025-01-31, through which the figure goes, is not before the period's end.",
  ],
  [
    'milestones that are not in order',
    [
      [
        'milestones',
        [
          { date: '2026-06-30', value: 3000 },
          { date: '2026-03-31', value: 1500 },
        ],
      ],
    ],
    "series $.milestones[1] The milestone of 2026-03-31 is out of order, or after the goal's end.",
  ],
  [
    'a milestone after its end',
    [['milestones', [{ date: '2027-01-31', value: 3000 }]]],
    "series $.milestones[0] The milestone of 2027-01-31 is out of order, or after the goal's end.",
  ],
  [
    'no forecast',
    [['forecast', undefined]],
    'series $.forecast There is no forecast, and its verdict has one.',
  ],
  [
    'a forecast of its own',
    [['verdict.forecast', null]],
    'series $.forecast There is a forecast, and its verdict has none.',
  ],
  [
    'another last forecast',
    [[`forecast.points.${last}.point`, 6001]],
    `series $.forecast.points[${last}] The last forecast is not that of the verdict.`,
  ],
  [
    'another interval',
    [[`forecast.points.${last}.interval`, [1, 2]]],
    `series $.forecast.points[${last}] The last forecast is not that of the verdict.`,
  ],
  [
    'a forecast of the past',
    [['forecast.points.0.end', '2026-01-31']],
    'series $.forecast.points[0] The forecast for 2026-01-31 is out of order, or for no end of a period to come.',
  ],
  [
    'an interval upside down',
    [['forecast.points.0.interval', [2, 1]]],
    'series $.forecast.points[0] The interval begins above its end.',
  ],
])('a series with %s is refused', (_, changes, message) => {
  expect(told(...changes)[0]).toBe(message);
});

test('its problems are told in Chinese', () => {
  const broken = edit(file, 'periods.0.lack', 'missing') as GoalSeries;
  const [problem] = parseGoalSeries(broken).problems;
  expect(translateProblem(problem!, zhCN)).toMatchObject({
    message: '该期有数值，又写明了没有数值的原因。',
    remedy: '请重新发布：zj publish。',
  });
});
