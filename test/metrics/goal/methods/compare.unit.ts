import { describe, expect, test } from 'vitest';
import type { JudgedGoal } from '../../../../packages/metrics/src/goal/goal.js';
import { judge } from '../../../../packages/metrics/src/goal/judge.js';
import { compareMethods, readByMethod } from '../../../../packages/metrics/src/goal/methods/compare.js';
import { methodNames, methodTerms } from '../../../../packages/metrics/src/goal/methods/words.js';
import type { Observation } from '../../../../packages/metrics/src/goal/series.js';
import type { MethodVerdict } from '../../../../packages/metrics/src/goal/verdict.js';
import type { PublishedMethod } from '../../../../packages/metrics/src/plan/plan.js';
import { enterprises, events, monthly, revenue } from '../goals.js';
import { annual, asOf, figures, level, read } from './compare-stage.js';

describe('a level by every published method, in its own words', () => {
  const ends = { baseValue: 100, baseYear: 2020, currentValue: 140, currentYear: 2025 };

  test('Open SDG', () => {
    const ratio = (1.4 ** 0.2 - 1) / (2 ** 0.1 - 1);
    expect(read('open-sdg')).toEqual({
      method: 'open-sdg',
      inputs: { ...ends, target: 200, targetYear: 2030, direction: 'increase', limit: null },
      outputs: {
        progressValue: expect.closeTo(ratio, 12) as number,
        score: expect.closeTo(7.1429 * ratio - 4.2857, 10) as number,
        status: 'substantial_progress',
      },
      words: {
        zh: '进展显著：朝目标方向的年均变化率是达标所需的0.96倍，得分2.64（−5至5）。',
        en: 'Substantial progress: the yearly rate towards the target is 0.96 times the one needed, score 2.64 of −5 to 5.',
      },
    });
  });

  test("the UN's progress chart", () => {
    expect(read('un-chart')).toEqual({
      method: 'un-chart',
      inputs: { ...ends, target: 200, targetYear: 2030, direction: 'increase' },
      outputs: {
        cagr: expect.closeTo(1.4 ** 0.2 - 1, 14) as number,
        expectedTargetYearValue: expect.closeTo(196, 10) as number,
        ratio: expect.closeTo(0.96, 12) as number,
        score: 3,
      },
      words: {
        zh: '已达标或可如期达标：按现有年均变化率推算，到2030年可完成所需变化的96.00%。',
        en: 'Target met or on track: at the present yearly rate, 96.00% of the way is done by 2030.',
      },
    });
  });

  test('the weather symbols, from the last six years', () => {
    expect(read('destatis')).toEqual({
      method: 'destatis',
      inputs: {
        series: '2020: 100, 2021: 106, 2022: 115, 2023: 120, 2024: 131, 2025: 140',
        target: 200,
        targetYear: 2030,
        direction: 'increase',
      },
      outputs: { status: 'cloud', projected: 180, averageChange: 8 },
      words: {
        zh: '多云：方向正确，但按近年平均变化推算，到2030年的差距超过现有差距的20%。',
        en: 'Cloud: the direction is right, but at the recent mean change the target is missed in 2030 by more than 20% of the present gap.',
      },
    });
  });

  test('the Current Status Index', () => {
    expect(read('escap')).toEqual({
      method: 'escap',
      inputs: { currentValue: 140, baseValue: 100, target: 200, direction: 'increasing' },
      outputs: { index: 4 },
      words: {
        zh: '现状指数为4.00（0为基期，10为目标）。',
        en: 'The Current Status Index is 4.00, where 0 is the baseline and 10 the target.',
      },
    });
  });

  test('key-result attainment', () => {
    expect(read('linear')).toEqual({
      method: 'linear',
      inputs: { startValue: 100, targetValue: 200, currentValue: 140 },
      outputs: { percentageCompleted: 40 },
      words: { zh: '完成40.0%。', en: '40.0% is complete.' },
    });
  });

  test('that is to fall', () => {
    const fall = { target: 60, direction: 'decrease' } as const;
    expect(read('open-sdg', fall).outputs).toMatchObject({ status: 'deterioration', score: -5 });
    expect(read('open-sdg', fall).words.zh).toContain('是达标所需的−1.40倍，得分−5.00');
    expect(read('un-chart', fall).outputs).toMatchObject({ score: 1 });
    expect(read('un-chart', { ...fall, target: null }).words.zh).toContain('年均变化率为−6.97%');
    expect(read('destatis', fall).outputs).toMatchObject({ status: 'thunderstorm' });
    expect(read('destatis', { ...fall, target: 150 }).words.zh).toBe('晴：目标已达到。');
    expect(read('escap', fall)).toMatchObject({
      inputs: { direction: 'decreasing' },
      outputs: { index: -10 },
    });
    expect(read('linear', fall).outputs).toEqual({ percentageCompleted: -100 });
  });

  test('that has no target, by the two that need none', () => {
    expect(read('open-sdg', { target: null })).toMatchObject({
      inputs: { target: null },
      outputs: { status: 'substantial_progress', score: 5 },
      words: {
        zh: '进展显著：朝期望方向的年均变化率为6.96%，得分5.00（−5至5）。',
        en: 'Substantial progress: the yearly rate in the wanted direction is 6.96%, score 5.00 of −5 to 5.',
      },
    });
    expect(read('un-chart', { target: null })).toMatchObject({
      outputs: { score: 3, ratio: null },
      words: {
        zh: '已达标或可如期达标：朝期望方向的年均变化率为6.96%。',
        en: 'Target met or on track: the yearly rate in the wanted direction is 6.96%.',
      },
    });
  });

  test('that has reached its target', () => {
    expect(read('open-sdg', { target: 140 }).words).toEqual({
      zh: '目标已实现：得分5.00（−5至5）。',
      en: 'Target achieved: score 5.00 of −5 to 5.',
    });
    for (const direction of ['increase', 'decrease'] as const)
      expect(read('destatis', { target: 140, direction }).words).toEqual({
        zh: '晴：目标已达到。',
        en: 'Sun: the target is reached.',
      });
  });

  test.each([
    [180, 'sun', '晴：按近年平均变化推算，到2030年可达到目标，或差距不足现有差距的5%。'],
    [185, 'slightly_cloudy', '少云：按近年平均变化推算，到2030年的差距为现有差距的5%至20%。'],
  ])('the weather of a target of %d is %s', (target, status, zh) => {
    expect(read('destatis', { target })).toMatchObject({ outputs: { status }, words: { zh } });
  });
});

describe('annual figures', () => {
  const observations: readonly Observation[] = [
    { date: '2020-12-31', value: 100 },
    { date: '2022-06-30', value: 105 },
    { date: '2022-12-31', value: 110 },
    { date: '2023-12-31', value: 120 },
    { date: '2024-03-31', value: 125 },
    { date: '2024-12-31', value: 999, quality: 'estimate' },
    { date: '2025-03-31', value: 150, quality: 'provisional' },
    { date: '2025-06-30', value: 160 },
  ];
  const on = (day: string, goal: Partial<JudgedGoal> = {}): MethodVerdict['inputs'] =>
    read('destatis', goal, { observations, reportedThrough: '2025-06-30' }, day).inputs;

  test('are the last of each year, without estimates', () => {
    expect(on('2026-01-01')!.series).toBe('2020: 100, 2022: 110, 2023: 120, 2024: 125, 2025: 160');
  });

  test('are none from after the day of judging', () => {
    expect(on('2025-05-31')!.series).toBe('2020: 100, 2022: 110, 2023: 120, 2024: 125, 2025: 150');
    expect(on('2024-01-31')!.series).toBe('2020: 100, 2022: 110, 2023: 120');
    expect(on('2022-07-31')!.series).toBe('2020: 100, 2022: 105');
  });

  test('are none from after the end of the period, as for the verdict itself', () => {
    const period = { start: '2021-01-01', end: '2024-06-30' };
    expect(on('2026-01-01', { period })!.series).toBe('2020: 100, 2022: 110, 2023: 120, 2024: 125');
    const goal = { ...level, period };
    const series = { ...figures, observations, reportedThrough: '2025-06-30' };
    expect(readByMethod('linear', goal, series, { asOf }).inputs!.currentValue).toBe(
      judge(goal, series, { asOf }).actual,
    );
  });

  test('of a yearly series are those of its years', () => {
    const yearly = { ...figures, grain: 'year' } as const;
    expect(compareMethods(level, yearly, { asOf })).toEqual(compareMethods(level, figures, { asOf }));
  });

  test('are none from after a missing month', () => {
    const months = monthly([101, 102, 103, 104], { year: 2021 });
    const broken = { ...months, observations: months.observations.filter(({ value }) => value !== 103) };
    expect(readByMethod('open-sdg', level, broken, { asOf })).toMatchObject({
      inputs: { currentValue: 102, currentYear: 2021 },
    });
  });
});

describe('a figure of its own period', () => {
  const tenMonths = monthly([480, 470, 500, 505, 510, 515, 500, 505, 520, 531]);
  const total = compareMethods(revenue, tenMonths, { asOf: '2026-11-15' });
  const since = compareMethods(enterprises, events('2026-10-31', '2026-03-03'), { asOf: '2026-11-15' });

  test('begins at 0: the index and the attainment have a meaning', () => {
    expect(total[3]).toMatchObject({
      inputs: { currentValue: 5036, baseValue: 0, target: 6000, direction: 'increasing' },
      outputs: { index: 50_360 / 6000 },
    });
    expect(total[4]).toMatchObject({
      inputs: { startValue: 0, targetValue: 6000, currentValue: 5036 },
      outputs: { percentageCompleted: 503_600 / 6000 },
      words: { zh: '完成83.9%。', en: '83.9% is complete.' },
    });
    expect(since.slice(3).map(({ outputs }) => outputs)).toEqual([{ index: 5 }, { percentageCompleted: 50 }]);
  });

  test('and growth has none', () => {
    for (const verdicts of [total, since])
      for (const { inputs, outputs, words } of verdicts.slice(0, 2)) {
        expect([inputs, outputs]).toEqual([null, null]);
        expect(words).toEqual({
          zh: '该目标自期初从0累计，基期值为0，增长率没有意义。',
          en: 'The goal counts up from 0 within its own period, and growth from a baseline of 0 has no meaning.',
        });
      }
  });

  test('nor is there a series of years to project', () => {
    for (const verdicts of [total, since]) {
      expect(verdicts[2]).toEqual({
        method: 'destatis',
        inputs: null,
        outputs: null,
        words: {
          zh: '该目标是目标期内的累计值，没有可供推算的逐年数值。',
          en: 'The goal is a figure of its own period, so there are no figures from year to year to project.',
        },
      });
    }
  });

  test('a baseline that it should not have says nothing', () => {
    const odd = { ...revenue, baseline: { value: 3000, date: '2025-12-31' } };
    expect(compareMethods(odd, tenMonths, { asOf: '2026-11-15' })).toEqual(total);
  });
});

describe('side by side', () => {
  test('all five stand in one order, each as it reads alone', () => {
    const verdicts = compareMethods(level, figures, { asOf });
    expect(verdicts.map(({ method }) => method)).toEqual(Object.keys(methodNames));
    expect(verdicts).toEqual(Object.keys(methodNames).map((method) => read(method as PublishedMethod)));
  });

  test('what went in and came out has a name that people read', () => {
    for (const { inputs, outputs } of compareMethods(level, figures, { asOf }))
      for (const name of [...Object.keys(inputs!), ...Object.keys(outputs!)])
        expect(methodTerms).toHaveProperty(name);
  });

  test('goal and series stay as they were', () => {
    const before = structuredClone({ level, figures });
    compareMethods(level, figures, { asOf });
    expect({ level, figures }).toEqual(before);
  });

  test('never say minus zero', () => {
    const nothing = {
      ...level,
      target: -0,
      baseline: { value: -0, date: '2020-12-31' },
    };
    for (const { inputs, outputs } of compareMethods(nothing, annual({ 2021: -0 }), { asOf }))
      for (const value of Object.values({ ...inputs, ...outputs })) expect(Object.is(value, -0)).toBe(false);
  });

  test('a broken promise is refused by name', () => {
    const refused = expect.objectContaining({ name: 'MetricsError', code: 'REFUSED' }) as Error;
    expect(() => compareMethods(level, figures, { asOf: '2026-02-30' })).toThrow(refused);
    expect(() => read('linear', { target: NaN })).toThrow(refused);
  });
});
