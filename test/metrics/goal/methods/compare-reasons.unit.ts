import { describe, expect, test } from 'vitest';
import type { JudgedGoal } from '../../../../packages/metrics/src/goal/goal.js';
import { compareMethods, readByMethod } from '../../../../packages/metrics/src/goal/methods/compare.js';
import type { Series } from '../../../../packages/metrics/src/goal/series.js';
import type { PublishedMethod } from '../../../../packages/metrics/src/plan/plan.js';
import { annual, figures, level, read } from './compare-stage.js';

describe('a method that does not apply says why', () => {
  const empty = { observations: [] };
  const zero = { baseline: { value: 0, date: '2020-12-31' } };
  const below = { baseline: { value: -5, date: '2020-12-31' } };
  const same = { baseline: { value: 200, date: '2020-12-31' } };
  const late = { baseline: { value: 100, date: '2025-03-31' } };

  test.each<[PublishedMethod, Partial<JudgedGoal>, Partial<Series>, string, string]>([
    ...(['open-sdg', 'un-chart', 'destatis', 'escap'] as const).map(
      (method): [PublishedMethod, Partial<JudgedGoal>, Partial<Series>, string, string] => [
        method,
        {},
        empty,
        '目标期内尚未报送数据。',
        "Nothing is reported for the goal's period.",
      ],
    ),
    ...(['open-sdg', 'un-chart', 'escap', 'linear'] as const).map(
      (method): [PublishedMethod, Partial<JudgedGoal>, Partial<Series>, string, string] => [
        method,
        { baseline: null },
        {},
        '该目标无基期值。',
        'The goal has no baseline.',
      ],
    ),
    ...(['destatis', 'escap', 'linear'] as const).map(
      (method): [PublishedMethod, Partial<JudgedGoal>, Partial<Series>, string, string] => [
        method,
        { target: null },
        {},
        '文件未设目标值。',
        'The goal has no target figure.',
      ],
    ),
    ...(['un-chart', 'escap', 'linear'] as const).map(
      (method): [PublishedMethod, Partial<JudgedGoal>, Partial<Series>, string, string] => [
        method,
        same,
        {},
        '目标值等于基期值，没有需要完成的变化。',
        'The target is the baseline, so there is no way to go.',
      ],
    ),
    ...[zero, below].map((goal): [PublishedMethod, Partial<JudgedGoal>, Partial<Series>, string, string] => [
      'un-chart',
      goal,
      {},
      '基期值和当前值须大于0，方能计算年均变化率。',
      'A yearly rate needs a baseline and a current value above 0.',
    ]),
    [
      'un-chart',
      {},
      annual({ 2020: 100, 2021: 0 }),
      '基期值和当前值须大于0，方能计算年均变化率。',
      'A yearly rate needs a baseline and a current value above 0.',
    ],
    ['un-chart', late, {}, '现有数据距基期不足一年。', 'The figures are less than a year from the baseline.'],
    [
      'un-chart',
      { period: { start: '2021-01-01', end: '9999-12-31' } },
      { observations: [{ date: '2021-12-31', value: 1e15 }] },
      '年均变化率无法推算。',
      'The yearly rate cannot be carried forward.',
    ],
  ])('%s of %j with %j', (method, goal, series, zh, en) => {
    expect(read(method, goal, series)).toEqual({ method, inputs: null, outputs: null, words: { zh, en } });
  });

  test('on the first day of the period a figure from before it is none', () => {
    const first = readByMethod('linear', level, figures, { asOf: '2021-01-01' });
    expect(first.inputs!.currentValue).toBeNull();
    expect(readByMethod('escap', level, figures, { asOf: '2021-01-01' }).words.zh).toBe(
      '目标期内尚未报送数据。',
    );
  });

  test('before the period begins', () => {
    for (const { method, inputs, words } of compareMethods(level, figures, { asOf: '2020-12-31' })) {
      if (method === 'linear') continue;
      expect(inputs).toBeNull();
      expect(words).toEqual({ zh: '目标期尚未开始。', en: "The goal's period has not begun." });
    }
  });

  test('a key result without a figure stands at its start, and says so', () => {
    expect(read('linear', {}, empty)).toEqual({
      method: 'linear',
      inputs: { startValue: 100, targetValue: 200, currentValue: null },
      outputs: { percentageCompleted: 0 },
      words: {
        zh: '尚无数据，按起点值计，完成0.0%。',
        en: 'No figure yet, which counts as the start: 0.0% is complete.',
      },
    });
  });

  // These methods have a word of their own for it.
  test.each<[string, Partial<JudgedGoal>, Partial<Series>]>([
    ['无法评价：现有数据距基期不足一年。', late, {}],
    ['无法评价：基期值为0，增长率没有意义。', zero, {}],
    ['无法评价：基期值为0，增长率没有意义。', zero, annual({ 2021: 140 })],
    ['无法评价：基期值与当前值一正一负，增长率没有意义。', below, {}],
    ['无法评价：目标值等于基期值，达标所需增长率为0。', same, {}],
    ['无法评价：增长率无法计算。', { target: -1, direction: 'decrease' }, {}],
  ])('Open SDG: %s', (zh, goal, series) => {
    const { inputs, outputs, words } = read('open-sdg', goal, series);
    expect(inputs).not.toBeNull();
    expect(outputs).toEqual({ progressValue: null, score: null, status: 'not_available' });
    expect(words.zh).toBe(zh);
    expect(words.en).toMatch(/^Not available: [a-z].*\.$/);
  });

  test('Open SDG needs no baseline to see a target that is reached', () => {
    expect(read('open-sdg', { baseline: null, target: 140 })).toMatchObject({
      inputs: { baseValue: null, baseYear: null },
      outputs: { progressValue: null, score: 5, status: 'target_achieved' },
    });
  });

  test('the weather is not calculated from three years', () => {
    expect(read('destatis', {}, annual({ 2023: 120, 2024: 131, 2025: 140 }))).toMatchObject({
      outputs: { status: 'not_calculated', projected: null, averageChange: null },
      words: {
        zh: '未计算：截至最近一年，连续有数值的年份不足四个。',
        en: 'Not calculated: fewer than four years in a row up to the latest have a figure.',
      },
    });
  });
});
