import { describe, expect, test } from 'vitest';
import type { JudgedGoal } from '../../../packages/metrics/src/goal/goal.js';
import { judge } from '../../../packages/metrics/src/goal/judge.js';
import { foretell, citeMethod } from '../../../packages/metrics/src/goal/outlook.js';
import type { Series } from '../../../packages/metrics/src/goal/series.js';
import type { Forecast, Status } from '../../../packages/metrics/src/goal/verdict.js';
import { formatDay, statusWord, statusWords } from '../../../packages/metrics/src/goal/words.js';
import { chanceWord, forecastWords } from '../../../packages/metrics/src/goal/words-of-forecasts.js';
import { aspirational, enterprises, events, figure, firm, monthly, revenue, stock } from './goals.js';

const patents: JudgedGoal = {
  ...revenue,
  id: 'patents',
  qualifier: aspirational,
  target: 100,
  unit: { zh: '件', en: 'applications' },
};
const through = (values: readonly number[]): Series => monthly(values);
const tenMonths = (sum: number): Series => through([...Array<number>(9).fill(0), sum]);

describe('the reason, word for word', () => {
  test.each<[string, JudgedGoal, Series, string, string, string]>([
    [
      'a commitment ahead of schedule',
      revenue,
      tenMonths(5036),
      '2026-11-15',
      '截至2026年10月，完成83.9%，比时序进度快0.6个百分点，进度正常；按平均进度外推法，预计期末完成100.8%（历史数据不足，没有区间和概率）。',
      'As of October 2026, 83.9% is complete, 0.6 percentage points ahead of schedule: on track; 100.8% is expected at the end (by run rate, with too little history for an interval).',
    ],
    [
      'an aspiration behind schedule',
      patents,
      tenMonths(71),
      '2026-11-15',
      '截至2026年10月，达到争取目标的71.0%，比时序进度慢12.3个百分点，进度偏慢；按平均进度外推法，预计期末达到争取目标的85.2%（历史数据不足，没有区间和概率）。',
      'As of October 2026, 71.0% of the aspiration is reached, 12.3 percentage points behind schedule: at risk; 85.2% is expected at the end (by run rate, with too little history for an interval).',
    ],
    [
      'a commitment far behind, in the middle of a month',
      revenue,
      figure(1000, '2026-10-15'),
      '2026-10-20',
      '截至2026年10月15日，完成16.7%，比时序进度慢62.2个百分点，明显滞后；按平均进度外推法，预计期末完成21.1%（历史数据不足，没有区间和概率）。',
      'As of 15 October 2026, 16.7% is complete, 62.2 percentage points behind schedule: off track; 21.1% is expected at the end (by run rate, with too little history for an interval).',
    ],
    [
      'level with the schedule',
      { ...revenue, target: 365 },
      tenMonths(304.1),
      '2026-10-31',
      '截至2026年10月，完成83.3%，与时序进度持平，进度正常；按平均进度外推法，预计期末完成100.0%（历史数据不足，没有区间和概率）。',
      'As of October 2026, 83.3% is complete, level with the schedule: on track; 100.0% is expected at the end (by run rate, with too little history for an interval).',
    ],
    [
      'a small count',
      enterprises,
      events('2026-10-31', '2026-03-03'),
      '2026-11-15',
      '截至2026年10月，达到争取目标的50.0%，已有1家（目标2家），假定事件相互独立、速率恒定，期末达到目标的可能性较小（概率12.3%），明显滞后。',
      'As of October 2026, 50.0% of the aspiration is reached, 1 of 2 enterprises, and with independent events at a constant rate the target is unlikely to be reached (probability 12.3%): off track.',
    ],
    [
      'one of several, in a unit with a singular',
      { ...enterprises, unit: { zh: '家', en: 'enterprises', one: 'enterprise' } },
      events('2026-10-31', '2026-03-03'),
      '2026-11-15',
      '截至2026年10月，达到争取目标的50.0%，已有1家（目标2家），假定事件相互独立、速率恒定，期末达到目标的可能性较小（概率12.3%），明显滞后。',
      'As of October 2026, 50.0% of the aspiration is reached, 1 of 2 enterprises, and with independent events at a constant rate the target is unlikely to be reached (probability 12.3%): off track.',
    ],
    [
      'none of one, in a unit with a singular',
      { ...enterprises, target: 1, unit: { zh: '家', en: 'enterprises', one: 'enterprise' } },
      events('2026-10-31'),
      '2026-11-15',
      '截至2026年10月，达到争取目标的0.0%，已有0家（目标1家），假定事件相互独立、速率恒定，期末达到目标的可能性很小（概率4.3%），明显滞后。',
      'As of October 2026, 0.0% of the aspiration is reached, 0 of 1 enterprise, and with independent events at a constant rate the target is very unlikely to be reached (probability 4.3%): off track.',
    ],
    [
      'one of several, in a unit in English alone',
      { ...enterprises, unit: { en: 'enterprises', one: 'enterprise' } },
      events('2026-10-31', '2026-03-03'),
      '2026-11-15',
      '截至2026年10月，达到争取目标的50.0%，已有1 enterprise（目标2 enterprises），假定事件相互独立、速率恒定，期末达到目标的可能性较小（概率12.3%），明显滞后。',
      'As of October 2026, 50.0% of the aspiration is reached, 1 of 2 enterprises, and with independent events at a constant rate the target is unlikely to be reached (probability 12.3%): off track.',
    ],
    [
      'a commitment achieved',
      revenue,
      tenMonths(6192),
      '2026-10-31',
      '截至2026年10月，完成103.2%，已达成。',
      'As of October 2026, 103.2% is complete: achieved.',
    ],
    [
      'an aspiration achieved',
      { ...enterprises, target: 1 },
      events('2026-09-30', '2026-03-03'),
      '2026-09-30',
      '截至2026年9月，达到争取目标的100.0%，已达成。',
      'As of September 2026, 100.0% of the aspiration is reached: achieved.',
    ],
    [
      'achieved without a baseline',
      { ...stock, baseline: null },
      figure(100, '2025-12-31'),
      '2025-12-31',
      '截至2025年12月，已达成。',
      'As of December 2025: achieved.',
    ],
    [
      'to be held',
      { ...stock, hold: true },
      figure(100, '2025-12-31'),
      '2025-12-31',
      '截至2025年12月，完成100.0%，须保持到期末，进度正常。',
      'As of December 2025, 100.0% is complete, to be held to the end: on track.',
    ],
    [
      'a commitment missed by a hair, judged long after',
      revenue,
      { ...figure(5999.9, '2026-12-31'), reportedThrough: '2027-06-30' },
      '2027-06-30',
      '截至2026年12月，完成99.9%，期限已到，未达成。',
      'As of December 2026, 99.9% is complete, at the end of the period: missed.',
    ],
    [
      'an aspiration missed',
      patents,
      through([...Array<number>(11).fill(0), 97]),
      '2027-01-31',
      '截至2026年12月，达到争取目标的97.0%，期限已到，未达到争取目标。',
      'As of December 2026, 97.0% of the aspiration is reached, at the end of the period: aspiration not met.',
    ],
    [
      'too early',
      revenue,
      through([540]),
      '2026-02-15',
      '截至2026年1月，完成9.0%，时序进度8.5%，为时尚早，暂不能评判。',
      'As of January 2026, 9.0% is complete, 8.5% was due and it is too early to judge: not assessable.',
    ],
    [
      'not begun',
      revenue,
      through([]),
      '2025-12-31',
      '截至2025年12月，目标期尚未开始，暂无数据。',
      "As of December 2025, the goal's period has not begun: no data.",
    ],
    [
      'nothing reported',
      revenue,
      through([]),
      '2026-02-15',
      '截至2026年2月15日，目标期内尚未报送数据，暂无数据。',
      "As of 15 February 2026, nothing is reported for the goal's period: no data.",
    ],
    [
      'figures after a gap alone',
      revenue,
      { ...through([1, 2, 3]), observations: through([1, 2, 3]).observations.slice(1) },
      '2026-03-31',
      '截至2026年3月，目标期内没有可计入的数据，暂无数据；2026年1月无完整数据，自该月起不计入。',
      "As of March 2026, no figure of the goal's period counts: no data; January 2026 has no complete figure, so nothing from then on counts.",
    ],
    [
      'no target',
      { ...revenue, target: null },
      tenMonths(1),
      '2026-10-31',
      '截至2026年10月，文件未设目标值，暂不能评判。',
      'As of October 2026, the goal has no target figure: not assessable.',
    ],
    [
      'no baseline',
      { ...stock, baseline: null },
      figure(99, '2025-12-31'),
      '2025-12-31',
      '截至2025年12月，未达到目标值，且无基期值，暂不能评判。',
      'As of December 2025, the target is not reached and there is no baseline: not assessable.',
    ],
    [
      'target equal to baseline',
      { ...stock, target: 50 },
      figure(49, '2025-12-31'),
      '2025-12-31',
      '截至2025年12月，未达到目标值，而目标值不优于基期值，暂不能评判。',
      'As of December 2025, the target is not reached and is no better than the baseline: not assessable.',
    ],
    [
      'target on the wrong side of its baseline: the contradicting share is left out',
      { ...stock, target: 40 },
      figure(30, '2025-12-31'),
      '2025-12-31',
      '截至2025年12月，未达到目标值，而目标值不优于基期值，暂不能评判。',
      'As of December 2025, the target is not reached and is no better than the baseline: not assessable.',
    ],
    [
      'reached on the wrong side of its baseline',
      { ...stock, target: 40 },
      figure(45, '2025-12-31'),
      '2025-12-31',
      '截至2025年12月，已达成。',
      'As of December 2025: achieved.',
    ],
    [
      'all that a reader must know of the data',
      revenue,
      {
        ...tenMonths(5036),
        reportedThrough: '2026-12-31',
        observations: tenMonths(5036).observations.map((one) => ({ ...one, quality: 'provisional' })),
      },
      '2027-01-31',
      '截至2026年10月，完成83.9%，比时序进度快0.6个百分点，进度正常；按平均进度外推法，预计期末完成100.8%（历史数据不足，没有区间和概率）；2026年11月无完整数据，自该月起不计入；含初步数据；目标期已结束，数据尚未报全。',
      'As of October 2026, 83.9% is complete, 0.6 percentage points ahead of schedule: on track; 100.8% is expected at the end (by run rate, with too little history for an interval); November 2026 has no complete figure, so nothing from then on counts; some figures are provisional; the period is over and its figures are not complete.',
    ],
  ])('%s', (_, goal, series, asOf, zh, en) => {
    expect(judge(goal, series, { asOf }).reason).toEqual({ zh, en });
  });
});

describe('status words', () => {
  test('are those of METHODS §4', () => {
    expect(Object.entries(statusWords).map(([status, { zh }]) => `${status} ${zh}`)).toEqual([
      'achieved 已达成',
      'on-track 进度正常',
      'at-risk 进度偏慢',
      'off-track 明显滞后',
      'missed 未达成',
      'no-data 暂无数据',
      'not-assessable 暂不能评判',
    ]);
  });

  test('an aspiration is not met, a commitment missed; no other word depends on the qualifier', () => {
    expect(statusWord('missed', aspirational)).toEqual({ zh: '未达到争取目标', en: 'Aspiration not met' });
    expect(statusWord('missed', firm)).toEqual({ zh: '未达成', en: 'Missed' });
    for (const status of Object.keys(statusWords).filter((word) => word !== 'missed') as Status[]) {
      expect(statusWord(status, aspirational)).toBe(statusWords[status]);
    }
  });
});

test.each([
  ['2026-10-31', '2026年10月', 'October 2026'],
  ['2026-10-15', '2026年10月15日', '15 October 2026'],
  ['2026-01-01', '2026年1月1日', '1 January 2026'],
  ['2024-02-28', '2024年2月28日', '28 February 2024'],
  ['2024-02-29', '2024年2月', 'February 2024'],
  ['2025-02-28', '2025年2月', 'February 2025'],
  ['2025-12-31', '2025年12月', 'December 2025'],
])('%s is %s and %s', (day, zh, en) => {
  expect(formatDay(day)).toEqual({ zh, en });
});

test.each([
  [1, '很大', 'very likely'],
  [0.9, '很大', 'very likely'],
  [0.899, '较大', 'likely'],
  [0.66, '较大', 'likely'],
  [0.659, '约为一半', 'about as likely as not'],
  [0.33, '约为一半', 'about as likely as not'],
  [0.329, '较小', 'unlikely'],
  [0.1, '较小', 'unlikely'],
  [0.099, '很小', 'very unlikely'],
  [0, '很小', 'very unlikely'],
])('a probability of %f is %s, %s', (probability, zh, en) => {
  expect(chanceWord(probability)).toEqual({ zh, en });
});

describe('where it will end, word for word', () => {
  const forecast: Forecast = {
    method: 'holt-damped',
    point: 1.029,
    interval: [0.962, 1.004],
    probability: 0.7,
    backtest: null,
  };

  test('a commitment, with interval and probability', () => {
    expect(foretell(forecast, firm)).toEqual({
      zh: '按霍尔特阻尼法，预计期末完成102.9%（80%区间为96.2%至100.4%），达到目标的可能性较大（概率70.0%）',
      en: "102.9% is expected at the end (by Holt's method, damped, 80% interval 96.2% to 100.4%), and the target is likely to be reached (probability 70.0%)",
    });
  });

  test('an aspiration, and one without a probability', () => {
    expect(foretell(forecast, aspirational)).toEqual({
      zh: '按霍尔特阻尼法，预计期末达到争取目标的102.9%（80%区间为96.2%至100.4%），达到目标的可能性较大（概率70.0%）',
      en: "102.9% is expected at the end (by Holt's method, damped, 80% interval 96.2% to 100.4%), and the aspiration is likely to be reached (probability 70.0%)",
    });
    expect(foretell({ ...forecast, probability: null }, firm)).toEqual({
      zh: '按霍尔特阻尼法，预计期末完成102.9%（80%区间为96.2%至100.4%）',
      en: "102.9% is expected at the end (by Holt's method, damped, 80% interval 96.2% to 100.4%)",
    });
  });

  test('what a published method says, without its full stop', () => {
    const words = { zh: '进度得分80。', en: 'Progress score 80.' };
    const quoted = citeMethod({ method: 'un-chart', words } as Parameters<typeof citeMethod>[0]);
    expect(quoted.zh).toMatch(/：进度得分80$/);
    expect(quoted.en).toMatch(/: Progress score 80$/);
  });

  test('each method has its names', () => {
    expect(Object.entries(forecastWords).map(([method, { zh, en }]) => [method, zh, en])).toEqual([
      ['run-rate', '平均进度外推法', 'run rate'],
      ['same-period', '同期进度法', 'share of earlier years'],
      ['trend', '线性趋势法', 'straight line'],
      ['holt', '霍尔特法', "Holt's method"],
      ['holt-damped', '霍尔特阻尼法', "Holt's method, damped"],
      ['holt-winters-additive', '霍尔特—温特斯加法', 'additive Holt-Winters'],
      ['holt-winters-additive-damped', '霍尔特—温特斯阻尼加法', 'additive Holt-Winters, damped'],
      ['holt-winters-multiplicative', '霍尔特—温特斯乘法', 'multiplicative Holt-Winters'],
      ['holt-winters-multiplicative-damped', '霍尔特—温特斯阻尼乘法', 'multiplicative Holt-Winters, damped'],
      ['poisson-gamma', '泊松—伽马模型', 'Poisson-gamma'],
    ]);
  });
});
