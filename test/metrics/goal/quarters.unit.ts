import { describe, expect, test } from 'vitest';
import { monthsIn, type PeriodGrain } from '../../../packages/metrics/src/base/period.js';
import { monthEnd, periodEnd } from '../../../packages/metrics/src/goal/calendar.js';
import { movePeriod } from '../../../packages/metrics/src/goal/forecast/month.js';
import { judge } from '../../../packages/metrics/src/goal/judge.js';
import { observe } from '../../../packages/metrics/src/goal/observed.js';
import { formatPeriod, periodNouns } from '../../../packages/metrics/src/goal/period-words.js';
import { samePeriodShare } from '../../../packages/metrics/src/goal/same-period.js';
import type { Series } from '../../../packages/metrics/src/goal/series.js';
import { times } from '../../soak.js';
import { revenue, stock } from './goals.js';
import { random } from './random.js';

// METHODS §2: quarters, half-years and fiscal years, against tables computed by hand.

/** Figures of one period after another, from that of a day on. */
function series(
  grain: PeriodGrain,
  first: string,
  values: readonly (number | null)[],
  more: Partial<Series> = {},
): Series {
  const periods = { grain, fiscalStart: more.fiscalStart };
  const ends = values.map((_, i) => periodEnd(periods, first, i));
  return {
    ...{ grain, count: false, reportedThrough: ends.at(-1)! },
    observations: ends.flatMap((date, i) => (values[i] === null ? [] : [{ date, value: values[i]! }])),
    ...more,
  };
}

const fiscal = { ...revenue, period: { start: '2025-04-01', end: '2026-03-31' } };

describe('a total of quarters', () => {
  const figures = [1000, 1400, 1500, 2200];
  test.each([
    // Calendar quarters of 2026, due on 31 March, 30 June, 30 September and 31 December: 90, 181, 273 and 365 days.
    ['2025-12-31', null, null, null, 'no-data'],
    ['2026-03-30', null, null, null, 'no-data'],
    ['2026-03-31', 1000, '2026-03-31', 90 / 365, 'at-risk'],
    ['2026-04-01', 1000, '2026-03-31', 90 / 365, 'at-risk'],
    ['2026-06-29', 1000, '2026-03-31', 90 / 365, 'at-risk'],
    ['2026-06-30', 2400, '2026-06-30', 181 / 365, 'at-risk'],
    ['2026-09-30', 3900, '2026-09-30', 273 / 365, 'at-risk'],
    ['2026-12-30', 3900, '2026-09-30', 273 / 365, 'at-risk'],
    ['2026-12-31', 6100, '2026-12-31', 1, 'achieved'],
    ['2027-05-01', 6100, '2026-12-31', 1, 'achieved'],
  ])('on %s is %s through %s', (asOf, actual, dataThrough, expected, status) => {
    const verdict = judge(revenue, series('quarter', '2026-01-01', figures), { asOf });
    expect(verdict).toMatchObject({ actual, dataThrough, status });
    expect(verdict.schedule?.expected ?? null).toBe(expected);
    expect(verdict.reason.zh).not.toContain('无完整数据');
  });

  test.each([
    // The fiscal year from April 2025: 91, 183, 275 and 365 days.
    ['2025-06-29', null, null, null],
    ['2025-06-30', 1000, '2025-06-30', 91 / 365],
    ['2025-12-30', 2400, '2025-09-30', 183 / 365],
    ['2025-12-31', 3900, '2025-12-31', 275 / 365],
    ['2026-03-31', 6100, '2026-03-31', 1],
  ])('of a fiscal year on %s is %s through %s', (asOf, actual, dataThrough, expected) => {
    const verdict = judge(fiscal, series('quarter', '2025-04-01', figures, { fiscalStart: 4 }), { asOf });
    expect(verdict).toMatchObject({ actual, dataThrough });
    expect(verdict.schedule?.expected ?? null).toBe(expected);
  });

  test('ends at a gap, which is told by its quarter; what comes after it does not count', () => {
    const gapped = series('quarter', '2026-01-01', [1000, null, 1500]);
    const verdict = judge(revenue, gapped, { asOf: '2026-10-15' });
    expect(verdict).toMatchObject({ actual: 1000, dataThrough: '2026-03-31' });
    expect(verdict.reason.zh).toMatch(/^截至2026年3月，.*；2026年第二季度无完整数据，自该季度起不计入。$/);
    expect(verdict.reason.en).toMatch(/; the second quarter of 2026 has no complete figure, so nothing/);
    // A quarter that is not over is no gap, however much of it is reported.
    expect(judge(revenue, gapped, { asOf: '2026-06-29' }).reason.zh).not.toContain('无完整数据');
    expect(judge(revenue, series('quarter', '2026-01-01', [null, 1]), { asOf: '2026-07-01' })).toMatchObject({
      status: 'no-data',
      actual: null,
    });
  });

  test('of a fiscal year tells a gap by its months', () => {
    const gapped = series('quarter', '2025-04-01', [1000, 900, null, 1], { fiscalStart: 4 });
    const { reason } = judge(fiscal, gapped, { asOf: '2026-03-31' });
    expect(reason.zh).toContain('2025年10月至12月无完整数据，自该季度起不计入');
    expect(reason.en).toContain('October to December 2025 has no complete figure');
  });

  test('with an estimate ends before it, and with a provisional figure says so', () => {
    const all = series('quarter', '2026-01-01', [1000, 1400, 1500]);
    const as = (quality: 'estimate' | 'provisional'): Series => ({
      ...all,
      observations: all.observations.map((one, i) => (i === 1 ? { ...one, quality } : one)),
    });
    expect(judge(revenue, as('estimate'), { asOf: '2026-09-30' })).toMatchObject({
      ...{ actual: 1000, dataThrough: '2026-03-31', provisional: false },
    });
    expect(judge(revenue, as('provisional'), { asOf: '2026-09-30' })).toMatchObject({
      ...{ actual: 3900, provisional: true },
    });
  });

  test('does not know months that are never published: they are of monthly figures', () => {
    const omitted = series('quarter', '2026-01-01', [1000, 1400], { omits: [3, 6] });
    expect(judge(revenue, omitted, { asOf: '2026-06-30' })).toMatchObject({ actual: 2400 });
    expect(judge(revenue, { ...omitted, observations: [] }, { asOf: '2026-06-30' }).reason.zh).toContain(
      '2026年第一季度无完整数据',
    );
  });

  test('that ends within a quarter counts up to the last quarter that is over by then, and never ends', () => {
    const goal = { ...revenue, period: { start: '2026-01-01', end: '2026-11-30' } };
    const verdict = judge(goal, series('quarter', '2026-01-01', figures), { asOf: '2027-01-15' });
    expect(verdict).toMatchObject({ actual: 3900, dataThrough: '2026-09-30', stale: true });
  });
});

describe('a total of half-years and of fiscal years', () => {
  test('counts up to the last half-year that is over, and names its gap', () => {
    const halves = series('half-year', '2026-01-01', [2500, 3600]);
    const at = (asOf: string) => judge(revenue, halves, { asOf });
    expect(at('2026-06-29').status).toBe('no-data');
    expect(at('2026-06-30')).toMatchObject({ actual: 2500, dataThrough: '2026-06-30' });
    expect(at('2026-12-30')).toMatchObject({ actual: 2500, dataThrough: '2026-06-30' });
    expect(at('2026-12-31')).toMatchObject({ actual: 6100, status: 'achieved' });
    const gap = series('half-year', '2026-01-01', [null, 3600]);
    expect(judge(revenue, gap, { asOf: '2027-01-01' }).reason).toMatchObject({
      zh: expect.stringContaining('2026年上半年无完整数据，自该半年起不计入') as string,
      en: expect.stringContaining('the first half of 2026 has no complete figure') as string,
    });
  });

  test('of three fiscal years has a year’s figure when it is over', () => {
    const goal = { ...revenue, period: { start: '2023-04-01', end: '2026-03-31' } };
    const years = series('year', '2023-04-01', [1800, null, 2000], { fiscalStart: 4 });
    expect(judge(goal, years, { asOf: '2024-03-30' })).toMatchObject({ actual: null });
    expect(judge(goal, years, { asOf: '2025-03-30' })).toMatchObject({
      ...{ actual: 1800, dataThrough: '2024-03-31' },
    });
    const verdict = judge(goal, years, { asOf: '2026-04-01' });
    expect(verdict).toMatchObject({ actual: 1800, dataThrough: '2024-03-31' });
    expect(verdict.reason.zh).toContain('2024年4月至2025年3月无完整数据，自该年度起不计入');
  });
});

describe('a level', () => {
  test('by quarter is the last before a gap; by fiscal year the latest, although earlier years have none', () => {
    const quarters = series('quarter', '2025-01-01', [60, 62, null, 80], { reportedThrough: '2026-01-31' });
    expect(judge(stock, quarters, { asOf: '2026-01-31' })).toMatchObject({
      ...{ actual: 62, dataThrough: '2025-06-30' },
    });
    const goal = { ...stock, baseline: { value: 50, date: '2022-03-31' }, period: fiscal.period };
    const years = series('year', '2023-04-01', [55, null, 70], { fiscalStart: 4 });
    expect(judge({ ...goal, target: 60 }, years, { asOf: '2026-03-31' })).toMatchObject({
      ...{ actual: 70, status: 'achieved' },
    });
  });

  test('has no figure before its own first quarter is over', () => {
    const quarters = series('quarter', '2024-10-01', [55, 60]);
    expect(judge(stock, quarters, { asOf: '2025-03-30' })).toMatchObject({
      ...{ status: 'no-data', before: { value: 55, date: '2024-12-31' } },
    });
    expect(judge(stock, quarters, { asOf: '2025-03-31' })).toMatchObject({ actual: 60 });
  });
});

describe('the same period of earlier years', () => {
  test('is known where each of its quarters has a figure', () => {
    const all = series('quarter', '2024-01-01', [10, 20, 30, 40, 20, 20, 20, 40, 5]);
    const at = (day: string, known = all) => samePeriodShare(known.observations, known, revenue.period, day);
    expect(at('2026-03-31')).toBeCloseTo((10 / 100 + 20 / 100) / 2, 15);
    expect(at('2026-06-30')).toBeCloseTo((30 / 100 + 40 / 100) / 2, 15);
    const gapped = { ...all, observations: all.observations.filter(({ date }) => date !== '2024-09-30') };
    expect(at('2026-03-31', gapped)).toBe(20 / 100);
  });
});

describe('figures that do not fit their quarters are refused', () => {
  test.each([
    ['two of one', ['2026-06-30', '2026-05-31'], {}, 'it has two figures of 2026-Q2'],
    [
      'one after a later one',
      ['2026-06-30', '2026-03-31'],
      {},
      'its figure of 2026-Q1 comes after that of 2026-Q2',
    ],
    [
      'two of a fiscal one',
      ['2025-11-30', '2026-01-31'],
      { fiscalStart: 2 },
      'it has two figures of 2025-Q4',
    ],
    [
      'a month that there is not',
      [],
      { fiscalStart: 13 },
      '"fiscalStart" of its series must be a month from 1 to 12, not 13',
    ],
    [
      'half a month',
      [],
      { fiscalStart: 1.5 },
      '"fiscalStart" of its series must be a month from 1 to 12, not 1.5',
    ],
  ])('%s', (_, dates, more, message) => {
    const observations = dates.map((date) => ({ date, value: 1 }));
    const given: Series = { ...series('quarter', '2026-01-01', [1]), observations, ...more };
    expect(() => judge(revenue, given, { asOf: '2026-12-31' })).toThrow(message);
  });
});

test.each([
  ['quarter', undefined, '2026-03-31', '2026年第一季度', 'the first quarter of 2026'],
  ['quarter', undefined, '2026-12-31', '2026年第四季度', 'the fourth quarter of 2026'],
  ['half-year', undefined, '2026-12-31', '2026年下半年', 'the second half of 2026'],
  ['year', undefined, '2026-12-31', '2026年', '2026'],
  ['year', 4, '2026-03-31', '2025年4月至2026年3月', 'April 2025 to March 2026'],
  ['half-year', 4, '2026-03-31', '2025年10月至2026年3月', 'October 2025 to March 2026'],
  ['quarter', 4, '2025-06-30', '2025年4月至6月', 'April to June 2025'],
  ['month', 4, '2025-06-30', '2025年6月', 'June 2025'],
  ['day', 4, '2025-06-15', '2025年6月15日', '15 June 2025'],
] as const)('a %s of years from month %s that ends on %s is %s', (grain, fiscalStart, end, zh, en) => {
  expect(formatPeriod(end, { grain, fiscalStart })).toEqual({ zh, en });
});

test('years that begin with another month are counted as fiscal years', () => {
  expect(periodNouns({ grain: 'year' })).toEqual({ zh: '年', en: 'years', one: '年' });
  expect(periodNouns({ grain: 'year', fiscalStart: 4 })).toEqual({
    zh: '个年度',
    en: 'fiscal years',
    one: '年度',
  });
});

describe('random goals', () => {
  const many = Array.from({ length: 500 + times(9500) }, (_, seed) => seed + 1);
  const grains: readonly PeriodGrain[] = ['quarter', 'half-year', 'year'];

  /** Whole years of months, with a gap now and then, and their sums by a longer period of some fiscal year. */
  function draw(seed: number) {
    const next = random(seed);
    const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
    const fiscalStart = whole(1, 12);
    const grain = grains[whole(0, 2)]!;
    const start = `${whole(2022, 2025)}-${String(fiscalStart).padStart(2, '0')}-01`;
    const end = monthEnd(start, 12 * whole(1, 3) - 1);
    const length = whole(1, 48);
    const months = Array.from({ length }, (_, i) => ({
      date: monthEnd(start, i - 12),
      value: whole(-200, 1000) / 4,
    })).filter(() => next() > 0.02);
    const known = new Map(months.map((one) => [one.date, one.value]));
    const long = { grain, fiscalStart };
    const ends = [...new Set(months.map(({ date }) => periodEnd(long, date)))];
    const sums = ends.flatMap((date) => {
      const own = Array.from({ length: monthsIn[grain] }, (_, i) => known.get(monthEnd(date, -i)));
      return own.includes(undefined)
        ? []
        : [{ date, value: own.reduce<number>((sum, value) => sum + value!, 0) }];
    });
    const reportedThrough = monthEnd(start, length - 13);
    const common = { count: false, reportedThrough };
    const asOf = monthEnd(start, whole(-14, 40));
    const goal = { ...revenue, target: whole(500, 5000), period: { start, end } };
    return {
      ...{ goal, asOf, long, next },
      monthly: { ...common, grain: 'month', observations: months } as Series,
      summed: { ...common, ...long, observations: sums } as Series,
    };
  }

  test('of sums by a longer period are those of their months up to the same day', () => {
    let counted = 0;
    for (const seed of many) {
      const { goal, asOf, monthly, summed } = draw(seed);
      const verdict = judge(goal, summed, { asOf });
      if (verdict.dataThrough === null) continue;
      counted++;
      const months = judge(goal, monthly, { asOf: verdict.dataThrough });
      expect(verdict.actual, `seed ${seed}`).toBe(months.actual);
      expect(verdict.dataThrough).toBe(months.dataThrough);
      expect(verdict.schedule).toEqual(months.schedule);
      expect(verdict.attainment).toBe(months.attainment);
      // The day of judging may be later, and the months after the last quarter do not count.
      expect([verdict.status, verdict.thresholds]).toEqual([months.status, months.thresholds]);
    }
    expect(counted).toBeGreaterThan(many.length / 5);
  });

  test('move with their fiscal year: figures, gaps and days by as many months', () => {
    for (const seed of many) {
      const { goal, asOf, summed, long, next } = draw(seed);
      const by = Math.floor(next() * 23) - 11;
      const move = (day: string): string => movePeriod({ start: '2020-01-01', end: day }, by).end;
      const fiscalStart = ((long.fiscalStart - 1 + by + 24) % 12) + 1;
      const moved: Series = {
        ...summed,
        fiscalStart,
        reportedThrough: move(summed.reportedThrough!),
        observations: summed.observations.map((one) => ({ ...one, date: move(one.date) })),
      };
      const accumulate = next() < 0.5 ? 'total' : 'level';
      const own = { ...goal, accumulate } as const;
      const other = { ...own, period: movePeriod(goal.period, by) };
      const before = observe(own, summed, asOf);
      const shift = (day: string | null): string | null => day && move(day);
      expect(observe(other, moved, move(asOf)), `seed ${seed}`).toEqual({
        ...before,
        dataThrough: shift(before.dataThrough),
        through: shift(before.through),
        gap: shift(before.gap),
        before: before.before && { ...before.before, date: move(before.before.date) },
        own: before.own.map((one) => ({ ...one, date: move(one.date) })),
        history: before.history.map((one) => ({ ...one, date: move(one.date) })),
      });
      const [one, two] = [judge(own, summed, { asOf }), judge(other, moved, { asOf: move(asOf) })];
      // Months differ in length, so a pace near a threshold may be on its other side.
      const pace = one.schedule?.ratio ?? 0;
      const near = [0.6, 0.95].some((line) => Math.abs(pace - line) < 0.05);
      const early = Math.abs((one.schedule?.expected ?? 1) - 0.1) < 0.02;
      if (!near && !early) expect(two.status, `seed ${seed}`).toBe(one.status);
    }
  });
});
