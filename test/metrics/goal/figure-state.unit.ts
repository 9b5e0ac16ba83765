import { describe, expect, test } from 'vitest';
import { judge } from '../../../packages/metrics/src/goal/judge.js';
import type { JudgedGoal } from '../../../packages/metrics/src/goal/goal.js';
import type { Observation, Series } from '../../../packages/metrics/src/goal/series.js';
import { enterprises, monthly, revenue, stock } from './goals.js';

type Quality = NonNullable<Observation['quality']>;

const year = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120];
const as = (series: Series, ...all: readonly (readonly [date: string, quality: Quality])[]): Series => ({
  ...series,
  observations: series.observations.map((one) => {
    const found = all.find(([date]) => date === one.date);
    return found ? { ...one, quality: found[1] } : one;
  }),
});

/** Events by day, each day's number with its state. */
const events = (...days: readonly (readonly [date: string, value: number, quality?: Quality])[]): Series => ({
  grain: 'day',
  reportedThrough: '2026-10-31',
  count: true,
  observations: days.map(([date, value, quality]) => ({ date, value, ...(quality && { quality }) })),
});

describe('revised figures', () => {
  test('are final, count as any other, and the verdict says that some replace earlier ones', () => {
    const asOf = '2026-10-31';
    const plain = judge(revenue, monthly(year), { asOf });
    const verdict = judge(revenue, as(monthly(year), ['2026-03-31', 'revised']), { asOf });
    expect(verdict).toEqual({ ...plain, revised: true, reason: verdict.reason });
    expect(verdict.reason.zh).toBe(plain.reason.zh.replace('。', '；含修订数据。'));
    expect(verdict.reason.en).toBe(plain.reason.en.replace(/\.$/, '; some figures are revised.'));
  });

  test('are told beside provisional ones', () => {
    const series = as(monthly(year), ['2026-03-31', 'revised'], ['2026-10-31', 'provisional']);
    const verdict = judge(revenue, series, { asOf: '2026-10-31' });
    expect(verdict).toMatchObject({ provisional: true, revised: true });
    expect(verdict.reason.zh).toMatch(/；含初步数据；含修订数据。$/);
  });

  test('that do not count are not told, and the key is absent', () => {
    const series = as(monthly(year), ['2026-10-31', 'revised']);
    expect(judge(revenue, series, { asOf: '2026-09-30' })).not.toHaveProperty('revised');
    expect(
      judge(stock, as(monthly(year, { year: 2025 }), ['2025-05-31', 'revised']), { asOf: '2025-12-31' }),
    ).not.toHaveProperty('revised');
  });
});

describe('an estimate is a gap', () => {
  test('of months: figures count through the month before it, and the reason says that it is an estimate', () => {
    const series = as(monthly(year), ['2026-09-30', 'estimate']);
    const verdict = judge(revenue, series, { asOf: '2026-12-31' });
    expect(verdict).toMatchObject({ actual: 360, dataThrough: '2026-08-31' });
    expect(verdict.reason.zh).toContain('；2026年9月为预计数，自该月起不计入');
    expect(verdict.reason.en).toContain('; September 2026 is an estimate, so nothing from then on counts');
  });

  test('of the first month: nothing counts, and that is not the same as nothing reported', () => {
    const series = as(monthly([10]), ['2026-01-31', 'estimate']);
    const verdict = judge(revenue, { ...series, reportedThrough: '2026-01-31' }, { asOf: '2026-01-31' });
    expect(verdict).toMatchObject({ status: 'no-data', actual: null, dataThrough: null });
    expect(verdict.reason).toEqual({
      zh: '截至2026年1月，目标期内没有可计入的数据，暂无数据；2026年1月为预计数，自该月起不计入。',
      en: "As of January 2026, no figure of the goal's period counts: no data; January 2026 is an estimate, so nothing from then on counts.",
    });
  });

  test('of years: the latest year that is no estimate is the level', () => {
    const goal: JudgedGoal = {
      ...stock,
      target: 5000,
      baseline: { value: 3000, date: '2022-12-31' },
      period: { start: '2023-01-01', end: '2027-12-31' },
    };
    const series: Series = {
      grain: 'year',
      reportedThrough: '2025-12-31',
      count: false,
      observations: [
        { date: '2023-12-31', value: 3300 },
        { date: '2024-12-31', value: 3700, quality: 'revised' },
        { date: '2025-12-31', value: 4900, quality: 'estimate' },
      ],
    };
    const verdict = judge(goal, series, { asOf: '2026-03-01' });
    expect(verdict).toMatchObject({ actual: 3700, dataThrough: '2024-12-31', revised: true });
    expect(verdict.reason.zh).toContain('2025年为预计数，自该年起不计入；含修订数据。');
    // A later figure that is no estimate is the level.
    const later = { date: '2026-12-31', value: 4100 };
    const all = { ...series, reportedThrough: '2026-12-31', observations: [...series.observations, later] };
    expect(judge(goal, all, { asOf: '2027-03-01' })).toMatchObject({
      actual: 4100,
      dataThrough: '2026-12-31',
    });
  });

  test.each<[string, Series, number | null, string | null]>([
    ['none', events(['2025-03-03', 1], ['2026-02-02', 1]), 2, '2026-10-31'],
    ['after others', events(['2025-03-03', 1], ['2026-02-02', 5, 'estimate']), 1, '2026-02-01'],
    ['before others', events(['2025-03-03', 1, 'estimate'], ['2026-02-02', 1]), 0, '2025-03-02'],
    ['on the first day', events(['2025-01-01', 1, 'estimate'], ['2026-02-02', 1]), null, null],
    ['before the period', events(['2024-12-31', 9, 'estimate'], ['2026-02-02', 1]), 1, '2026-10-31'],
    ['not reported yet', events(['2026-02-02', 1], ['2026-11-01', 9, 'estimate']), 1, '2026-10-31'],
    ['on the last day reported', events(['2026-02-02', 1], ['2026-10-31', 9, 'estimate']), 1, '2026-10-30'],
    ['two', events(['2026-02-02', 1, 'estimate'], ['2026-03-03', 1, 'estimate']), 0, '2026-02-01'],
  ])('of days: figures count through the day before it: %s', (_, series, actual, dataThrough) => {
    const verdict = judge(enterprises, series, { asOf: '2026-11-15' });
    expect(verdict).toMatchObject({ actual, dataThrough });
    expect(verdict.reason.zh.includes('预计数')).toBe(dataThrough !== '2026-10-31');
  });

  test('of days: the reason names the day, also the last of a month', () => {
    const series = events(['2026-02-02', 1], ['2026-09-30', 1, 'estimate']);
    const { reason } = judge(enterprises, series, { asOf: '2026-11-15' });
    expect(reason.zh).toContain('2026年9月30日为预计数，自该日起不计入');
    expect(reason.en).toContain('30 September 2026 is an estimate, so nothing from then on counts');
  });

  test('of days, in a level: the latest figure that is none, unless an estimate is later', () => {
    const level: JudgedGoal = {
      ...enterprises,
      accumulate: 'level',
      baseline: { value: 0, date: '2024-12-31' },
    };
    const series = events(['2026-02-02', 1], ['2026-03-03', 9, 'estimate'], ['2026-04-04', 2]);
    expect(judge(level, series, { asOf: '2026-11-15' })).toMatchObject({
      ...{ actual: 2, dataThrough: '2026-10-31' },
    });
    expect(judge(level, series, { asOf: '2026-03-31' })).toMatchObject({
      ...{ actual: 1, dataThrough: '2026-03-02' },
    });
  });
});
