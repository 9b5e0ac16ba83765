import { describe, expect, test } from 'vitest';
import { judgeWithoutHistory } from '../../../packages/metrics/src/goal/conclusion.js';
import { judge } from '../../../packages/metrics/src/goal/judge.js';
import { compareMethods } from '../../../packages/metrics/src/goal/methods/compare.js';
import type { Series } from '../../../packages/metrics/src/goal/series.js';
import { enterprises, events, monthly, revenue, stock } from './goals.js';
import { as, without, year } from './observed-stage.js';

describe('METHODS §2: data through', () => {
  test('is the earlier of what is reported and the day of judging, and the schedule is taken there', () => {
    const series = monthly(year.slice(0, 10));
    for (const [asOf, through, actual, days] of [
      ['2026-11-15', '2026-10-31', 550, 304],
      ['2026-10-31', '2026-10-31', 550, 304],
      ['2026-09-30', '2026-09-30', 450, 273],
      ['2027-03-01', '2026-10-31', 550, 304],
    ] as const) {
      const verdict = judge(revenue, series, { asOf });
      expect(verdict).toMatchObject({ asOf, dataThrough: through, actual });
      expect(verdict.schedule!.expected).toBe(days / 365);
    }
  });

  test("October's figure is not used on 15 October: the days run on, the figures do not", () => {
    const verdict = judge(revenue, monthly(year), { asOf: '2026-10-15' });
    expect(verdict).toMatchObject({ dataThrough: '2026-10-15', actual: 450 });
    expect(verdict.schedule!.expected).toBe(288 / 365);
    expect(verdict.reason.zh).toContain('2026年10月无完整数据，自该月起不计入');
    expect(verdict.reason.zh).toMatch(/^截至2026年10月15日，/);
  });

  test('figures reported to the middle of a month count its complete months', () => {
    const verdict = judge(
      revenue,
      { ...monthly(year), reportedThrough: '2026-10-15' },
      { asOf: '2026-12-01' },
    );
    expect(verdict).toMatchObject({ dataThrough: '2026-10-15', actual: 450 });
  });

  test('in the middle of the first month nothing is reported yet', () => {
    expect(judge(revenue, monthly(year), { asOf: '2026-01-15' })).toMatchObject({
      status: 'no-data',
      actual: null,
    });
    expect(judge(revenue, monthly(year), { asOf: '2026-01-31' })).toMatchObject({ actual: 10 });
  });

  test('after the end date, the status stands and is stale while the data have not come so far', () => {
    expect(judge(revenue, monthly(year.slice(0, 10)), { asOf: '2026-12-31' }).stale).toBe(false);
    expect(judge(revenue, monthly(year.slice(0, 10)), { asOf: '2027-01-01' })).toMatchObject({
      stale: true,
      status: 'off-track',
      dataThrough: '2026-10-31',
    });
    expect(judge(revenue, monthly(year), { asOf: '2027-01-01' })).toMatchObject({
      stale: false,
      status: 'missed',
    });
    expect(judge(revenue, monthly([]), { asOf: '2027-01-01' })).toMatchObject({
      stale: true,
      status: 'no-data',
    });
  });
});

describe('METHODS §2: what counts', () => {
  test('figures outside the period do not', () => {
    const observations = [
      { date: '2025-12-31', value: 1000 },
      { date: '2026-01-01', value: 1 },
      { date: '2026-12-31', value: 2 },
      { date: '2027-01-01', value: 1000 },
    ];
    const series = { grain: 'day', count: false, reportedThrough: '2027-06-30', observations } as const;
    expect(judge(revenue, series, { asOf: '2027-12-31' })).toMatchObject({
      actual: 3,
      dataThrough: '2027-06-30',
    });
  });

  test('days without events had none: a register reported through a day counts 0', () => {
    expect(judge(enterprises, events('2025-12-31'), { asOf: '2026-03-31' })).toMatchObject({
      actual: 0,
      attainment: 0,
      dataThrough: '2025-12-31',
    });
  });

  test('events after the day of judging do not count', () => {
    const series = events('2026-10-31', '2025-06-30', '2025-07-01');
    expect(judge(enterprises, series, { asOf: '2025-06-30' }).actual).toBe(1);
    expect(judge(enterprises, series, { asOf: '2025-07-01' }).actual).toBe(2);
  });

  test('a level is the latest figure of its own period, none from before it and none from after it', () => {
    const observations = [
      { date: '2024-12-31', value: 50 },
      { date: '2025-12-31', value: 70 },
      { date: '2027-12-31', value: 100 },
    ];
    const series = { grain: 'day', count: false, reportedThrough: '2027-12-31', observations } as const;
    expect(judge(stock, series, { asOf: '2025-06-30' })).toMatchObject({ actual: null, status: 'no-data' });
    expect(judge(stock, series, { asOf: '2026-06-30' })).toMatchObject({ actual: 70, before: null });
    expect(judge(stock, series, { asOf: '2028-06-30' })).toMatchObject({ actual: 70, status: 'missed' });
  });

  test('a sum of monthly doubles is exact', () => {
    expect(judge(revenue, monthly([0.1, 0.2]), { asOf: '2026-02-28' }).actual).toBe(0.3);
  });

  test('money of 10¹⁵ counts to the last unit, and is judged to the twelfth digit', () => {
    const goal = { ...revenue, target: 1_000_000_000_000_000 };
    expect(judge(goal, monthly([999_999_999_999_998, 1]), { asOf: '2026-02-28' })).toMatchObject({
      actual: 999_999_999_999_999,
      status: 'achieved',
    });
    expect(judge(goal, monthly([999_999_999_998_998, 1]), { asOf: '2026-02-28' })).toMatchObject({
      actual: 999_999_999_998_999,
      status: 'on-track',
    });
  });
});

describe('METHODS §2: a level is judged by figures of its own period alone', () => {
  const readings = (...of: readonly (readonly [date: string, value: number])[]): Series => ({
    grain: 'day',
    count: false,
    reportedThrough: '2025-12-31',
    observations: of.map(([date, value]) => ({ date, value })),
  });

  test('a figure from before it, though it reaches the target, achieves nothing', () => {
    const verdict = judge(stock, readings(['2024-06-30', 150]), { asOf: '2025-12-31' });
    expect(verdict).toMatchObject({
      status: 'no-data',
      actual: null,
      attainment: null,
      forecast: null,
      before: { value: 150, date: '2024-06-30' },
    });
    expect(verdict.reason).toEqual({
      zh: '截至2025年12月，目标期内尚未报送数据，暂无数据；此前最近一次数据为2024年6月的150个，不作评判依据。',
      en: "As of December 2025, nothing is reported for the goal's period: no data; the last figure before is 150 units, for June 2024, which is not judged.",
    });
  });

  test('of several figures before it the last one stays, and it goes with the first figure of the period', () => {
    const series = readings(['2024-06-30', 40], ['2024-12-31', 50], ['2025-01-01', 60]);
    expect(judge(stock, series, { asOf: '2025-01-01' })).toMatchObject({ actual: 60, before: null });
    expect(judge(stock, { ...series, reportedThrough: '2024-12-31' }, { asOf: '2025-01-01' })).toMatchObject({
      actual: null,
      before: { value: 50, date: '2024-12-31' },
    });
  });

  test("a figure of the baseline's own day is the baseline, not progress", () => {
    const late = { ...stock, baseline: { value: 50, date: '2025-03-31' } };
    const before = judge(late, readings(['2025-02-28', 45], ['2025-03-31', 50]), { asOf: '2025-12-31' });
    expect(before).toMatchObject({ status: 'no-data', before: { value: 50, date: '2025-03-31' } });
    const after = readings(['2025-03-31', 50], ['2025-04-01', 75]);
    expect(judge(late, after, { asOf: '2025-12-31' })).toMatchObject({ actual: 75, attainment: 0.5 });
  });

  test('before the period begins the last figure is told, too', () => {
    expect(judge(stock, readings(['2024-06-30', 40]), { asOf: '2024-12-01' })).toMatchObject({
      status: 'no-data',
      dataThrough: null,
      before: { value: 40, date: '2024-06-30' },
    });
    const series = { ...readings(['2024-06-30', 40]), reportedThrough: '2024-05-31' };
    expect(judge(stock, series, { asOf: '2024-12-01' }).before).toBeNull();
  });

  test('an estimate is no figure from before it either', () => {
    const series = as(readings(['2024-06-30', 40], ['2024-12-31', 50]), 'estimate', '2024-12-31');
    expect(judge(stock, series, { asOf: '2025-12-31' }).before).toEqual({ value: 40, date: '2024-06-30' });
  });

  test('figures from before it still make the history that forecasts and methods use', () => {
    const filled = monthly(
      Array.from({ length: 39 }, (_, i) => 20 + i),
      { year: 2022 },
    );
    const verdict = judge(
      stock,
      { ...filled, reportedThrough: '2025-03-31' },
      { asOf: '2025-03-31', forecast: 'trend' },
    );
    expect(verdict.forecast!.point).toBeCloseTo(79, 9);
  });

  test('a total or a count tells nothing from before: it begins at nothing', () => {
    const series = { ...readings(['2024-06-30', 40]), reportedThrough: '2024-12-31' };
    expect(judge({ ...revenue, period: stock.period }, series, { asOf: '2025-06-30' })).toMatchObject({
      status: 'no-data',
      before: null,
    });
  });

  test.each([
    [{ zh: '元', en: 'yuan', power: 8 }, 4200, '4200亿元', '420 billion yuan'],
    [{ zh: '元', en: 'yuan', power: 4 }, -0.5, '−0.5万元', '−0.005 million yuan'],
    [{ zh: '%', en: '%' }, 5.2, '5.2%', '5.2%'],
    [{ zh: '元', en: 'yuan', power: 12 }, 1.3, '1.3万亿元', '1.3 trillion yuan'],
    [{ zh: '家', en: 'enterprises' }, 0.1 + 0.2, '0.3家', '0.3 enterprises'],
    [{ zh: '家', en: 'enterprises', one: 'enterprise' }, 1, '1家', '1 enterprise'],
    [{ zh: '家', en: 'enterprises', one: 'enterprise' }, 2, '2家', '2 enterprises'],
  ])('it is told in its unit: %j %d', (unit, value, zh, en) => {
    const { reason } = judge({ ...stock, unit }, readings(['2024-06-30', value]), { asOf: '2025-12-31' });
    expect(reason.zh).toContain(`2024年6月的${zh}，`);
    expect(reason.en).toContain(`is ${en}, for June 2024,`);
  });
});

describe('METHODS §2: figures in order of time, one for each period', () => {
  const series = (grain: Series['grain'], ...dates: readonly string[]): Series => ({
    grain,
    count: false,
    reportedThrough: '2026-12-31',
    observations: dates.map((date) => ({ date, value: 1 })),
  });

  test.each([
    ['month', '2026-01-31', '2026-01-31', 'two figures of 2026-01'],
    ['month', '2026-02-27', '2026-02-28', 'two figures of 2026-02'],
    ['month', '2026-02-28', '2026-01-31', 'figure of 2026-01 comes after that of 2026-02'],
    ['year', '2025-06-30', '2025-12-31', 'two figures of 2025'],
    ['year', '2025-12-31', '2024-12-31', 'figure of 2024 comes after that of 2025'],
    ['day', '2026-05-04', '2026-05-04', 'two figures of 2026-05-04'],
    ['day', '2026-05-04', '2026-05-03', 'figure of 2026-05-03 comes after that of 2026-05-04'],
  ] as const)('by %s, %s before %s is refused', (grain, first, second, why) => {
    const wrong = series(grain, first, second);
    for (const ask of [judge, judgeWithoutHistory, compareMethods])
      expect(() => ask(revenue, wrong, { asOf: '2026-12-31' })).toThrow(
        expect.objectContaining({
          code: 'REFUSED',
          message: expect.stringContaining(why) as string,
        }) as Error,
      );
  });

  test('days after each other in one month are events in order', () => {
    const events = series('day', '2026-05-03', '2026-05-04');
    expect(judge(revenue, events, { asOf: '2026-12-31' }).actual).toBe(2);
  });
});

describe('METHODS §2: months for which no figure is ever published', () => {
  const omits = [1];
  /** Two years from 2025 on without their Januaries. */
  const published = (...dates: readonly string[]): Series => ({
    ...without(
      {
        ...monthly(
          Array.from({ length: 24 }, (_, i) => 100 + i),
          { year: 2025 },
        ),
        reportedThrough: '2026-12-31',
      },
      '2025-01-31',
      '2026-01-31',
      ...dates,
    ),
    omits,
  });
  const biennial = { ...revenue, period: { start: '2025-01-01', end: '2026-12-31' } };

  test.each(['total', 'since', 'level'] as const)('are no gap in a %s', (accumulate) => {
    const goal = { ...biennial, accumulate };
    const verdict = judge(goal, published(), { asOf: '2026-06-30' });
    expect(verdict.dataThrough).toBe('2026-06-30');
    expect(verdict.reason.zh).not.toContain('无完整数据');
    const undeclared = { ...published(), omits: [] };
    expect(judge(goal, undeclared, { asOf: '2026-06-30' }).dataThrough).not.toBe('2026-06-30');
  });

  test('other months are: the figures count through the last one published before', () => {
    const verdict = judge(biennial, published('2026-02-28'), { asOf: '2026-06-30' });
    expect(verdict.dataThrough).toBe('2025-12-31');
    expect(verdict.reason.zh).toContain('2026年2月无完整数据，自该月起不计入');
    expect(judge(biennial, published('2025-09-30'), { asOf: '2026-06-30' }).dataThrough).toBe('2025-08-31');
  });

  test('in one of them the last figure counts, and the days run on', () => {
    const series = { ...published(), reportedThrough: '2026-01-31' };
    const verdict = judge(biennial, series, { asOf: '2026-03-15' });
    expect(verdict.dataThrough).toBe('2026-01-31');
    expect(verdict.schedule!.expected).toBe(396 / 730);
    expect(verdict.needed!.months).toBe(11);
    expect(verdict.reason.zh).not.toContain('无完整数据');
  });

  test('leave an earlier year complete, to compare with', () => {
    const verdict = judge(revenue, published(), { asOf: '2026-06-30' });
    expect(verdict.otherSchedules.map(({ kind }) => kind)).toEqual(['same-period']);
    const incomplete = judge(revenue, published('2025-09-30'), { asOf: '2026-06-30' });
    expect(incomplete.otherSchedules).toEqual([]);
  });

  test.each([[[0]], [[13]], [[1.5]], [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]]])(
    'are months, and not all of them: %j is refused',
    (wrong) => {
      expect(() => judge(revenue, { ...published(), omits: wrong }, { asOf: '2026-06-30' })).toThrow('omits');
    },
  );

  test('say nothing of a series by day or year', () => {
    const yearly: Series = {
      grain: 'year',
      count: false,
      reportedThrough: '2025-12-31',
      omits: [12],
      observations: [{ date: '2025-12-31', value: 7 }],
    };
    expect(judge(biennial, yearly, { asOf: '2026-06-30' }).actual).toBe(7);
  });
});
