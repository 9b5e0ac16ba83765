import { describe, expect, test } from 'vitest';
import { judge } from '../../../packages/metrics/src/goal/judge.js';
import type { Observation, Series } from '../../../packages/metrics/src/goal/series.js';
import { enterprises, events, figure, monthly, revenue, stock } from './goals.js';

const year = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120];
const without = (series: Series, ...dates: readonly string[]): Series => ({
  ...series,
  observations: series.observations.filter(({ date }) => !dates.includes(date)),
});
const as = (
  series: Series,
  quality: Observation['quality'] & string,
  ...dates: readonly string[]
): Series => ({
  ...series,
  observations: series.observations.map((one) => (dates.includes(one.date) ? { ...one, quality } : one)),
});

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

  test('a level is its latest figure, even one from before the period, but none from after it', () => {
    const observations = [
      { date: '2024-12-31', value: 50 },
      { date: '2025-12-31', value: 70 },
      { date: '2027-12-31', value: 100 },
    ];
    const series = { grain: 'day', count: false, reportedThrough: '2027-12-31', observations } as const;
    expect(judge(stock, series, { asOf: '2025-06-30' }).actual).toBe(50);
    expect(judge(stock, series, { asOf: '2026-06-30' }).actual).toBe(70);
    expect(judge(stock, series, { asOf: '2028-06-30' })).toMatchObject({ actual: 70, status: 'missed' });
  });

  test('a sum of monthly doubles is exact', () => {
    expect(judge(revenue, monthly([0.1, 0.2]), { asOf: '2026-02-28' }).actual).toBe(0.3);
  });

  test('money of 10¹⁵ counts to the last unit', () => {
    const goal = { ...revenue, target: 1_000_000_000_000_000 };
    expect(judge(goal, monthly([999_999_999_999_998, 1]), { asOf: '2026-02-28' })).toMatchObject({
      actual: 999_999_999_999_999,
      status: 'on-track',
    });
    expect(judge(goal, monthly([999_999_999_999_998, 2]), { asOf: '2026-02-28' }).status).toBe('achieved');
  });
});

describe('METHODS §2: a missing month', () => {
  test('ends the figures before it, moves the data-through date there, and is named', () => {
    const verdict = judge(revenue, without(monthly(year), '2026-05-31'), { asOf: '2026-12-31' });
    expect(verdict).toMatchObject({ actual: 100, dataThrough: '2026-04-30', status: 'off-track' });
    expect(verdict.schedule!.expected).toBe(120 / 365);
    expect(verdict.reason.zh).toMatch(/^截至2026年4月，.*；2026年5月无完整数据，自该月起不计入。$/);
    expect(verdict.reason.en).toMatch(/; May 2026 has no complete figure, so nothing from then on counts\.$/);
  });

  test('at the end of what is declared is missing too', () => {
    const verdict = judge(
      revenue,
      { ...monthly(year.slice(0, 8)), reportedThrough: '2026-10-31' },
      { asOf: '2026-11-15' },
    );
    expect(verdict).toMatchObject({ actual: 360, dataThrough: '2026-08-31' });
    expect(verdict.reason.zh).toContain('2026年9月无完整数据');
  });

  test('at the beginning leaves nothing', () => {
    const verdict = judge(revenue, without(monthly(year), '2026-01-31'), { asOf: '2026-11-15' });
    expect(verdict).toMatchObject({ status: 'no-data', actual: null, dataThrough: null });
    expect(verdict.reason.zh).toContain('2026年1月无完整数据');
  });

  test('before the period does not matter', () => {
    const earlier = without(monthly([1, 2, 3], { year: 2025 }), '2025-02-28').observations;
    const series = { ...monthly(year), observations: [...earlier, ...monthly(year).observations] };
    expect(judge(revenue, series, { asOf: '2026-12-31' }).actual).toBe(780);
    const level = { ...stock, period: revenue.period };
    expect(judge(level, series, { asOf: '2026-12-31' }).actual).toBe(120);
  });

  test('makes a finished period stale, not missed', () => {
    const verdict = judge(revenue, without(monthly(year), '2026-12-31'), { asOf: '2027-02-01' });
    expect(verdict).toMatchObject({ dataThrough: '2026-11-30', stale: true, status: 'off-track' });
  });

  test('in a level ends it at the last known figure before', () => {
    const series = without(monthly(year, { year: 2025 }), '2025-05-31');
    expect(judge(stock, series, { asOf: '2025-12-31' })).toMatchObject({
      actual: 40,
      dataThrough: '2025-04-30',
    });
  });

  test('is none in a level that is first known later than the period begins', () => {
    const series = without(monthly(year, { year: 2025 }), '2025-01-31', '2025-02-28');
    expect(judge(stock, series, { asOf: '2025-12-31' })).toMatchObject({
      actual: 120,
      dataThrough: '2025-12-31',
    });
  });

  test('at the beginning of the period ends a level that was known before it', () => {
    const before = [{ date: '2024-12-31', value: 50 }];
    const series = without(monthly(year, { year: 2025 }), '2025-01-31');
    const verdict = judge(
      stock,
      { ...series, observations: [...before, ...series.observations] },
      { asOf: '2025-12-31' },
    );
    expect(verdict).toMatchObject({ actual: 50, dataThrough: '2024-12-31', status: 'not-assessable' });
  });

  test('is not due where the period ends within it', () => {
    const half = { ...revenue, period: { start: '2026-01-01', end: '2026-06-15' } };
    expect(judge(half, monthly(year), { asOf: '2026-12-31' })).toMatchObject({
      actual: 150,
      status: 'missed',
    });
  });
});

describe('METHODS §2: quality', () => {
  test('a verdict on provisional figures says so', () => {
    const verdict = judge(revenue, as(monthly(year), 'provisional', '2026-10-31'), { asOf: '2026-10-31' });
    expect(verdict).toMatchObject({ provisional: true, actual: 550 });
    expect(verdict.reason.zh).toMatch(/；含初步数据。$/);
    expect(verdict.reason.en).toMatch(/; some figures are provisional\.$/);
  });

  test('a provisional figure that does not count makes nothing provisional', () => {
    expect(
      judge(revenue, as(monthly(year), 'provisional', '2026-10-31'), { asOf: '2026-09-30' }).provisional,
    ).toBe(false);
    const level = as(monthly(year, { year: 2025 }), 'provisional', '2025-05-31');
    expect(judge(stock, level, { asOf: '2025-12-31' }).provisional).toBe(false);
    expect(judge(stock, level, { asOf: '2025-05-31' }).provisional).toBe(true);
  });

  test('estimates are never judged: an estimated month is a missing one', () => {
    const verdict = judge(revenue, as(monthly(year), 'estimate', '2026-09-30', '2026-10-31'), {
      asOf: '2026-10-31',
    });
    expect(verdict).toMatchObject({ actual: 360, dataThrough: '2026-08-31' });
  });

  test('an estimated level leaves the figure before it, an estimated event none', () => {
    const observations = [
      ...figure(60, '2025-06-30').observations,
      { date: '2025-12-31', value: 90, quality: 'estimate' },
    ] as const;
    const series: Series = { grain: 'day', count: false, reportedThrough: '2025-12-31', observations };
    expect(judge(stock, series, { asOf: '2025-12-31' }).actual).toBe(60);
    expect(
      judge(enterprises, as(events('2025-12-31', '2025-06-30'), 'estimate', '2025-06-30'), {
        asOf: '2025-12-31',
      }).actual,
    ).toBe(0);
  });
});

describe('annual figures', () => {
  const annual = (
    reportedThrough: string,
    ...values: readonly (readonly [year: number, value: number])[]
  ): Series => ({
    grain: 'year',
    reportedThrough,
    count: false,
    observations: values.map(([at, value]) => ({ date: `${at}-12-31`, value })),
  });
  const climb = {
    ...stock,
    baseline: { value: 50, date: '2022-12-31' },
    period: { start: '2023-01-01', end: '2026-12-31' },
  };

  test('of a level are watched from year to year: the latest counts, and the schedule is taken at its year', () => {
    const series = annual('2025-12-31', [2018, 40], [2022, 50], [2023, 60], [2025, 80]);
    const verdict = judge(climb, series, { asOf: '2026-05-01' });
    expect(verdict).toMatchObject({ actual: 80, dataThrough: '2025-12-31', attainment: 0.6 });
    expect(verdict.schedule!.expected).toBe(1096 / 1461);
  });

  test('that end before the last day reported are said to end, and nothing is inferred after them', () => {
    const verdict = judge(climb, annual('2025-12-31', [2022, 50], [2023, 60]), { asOf: '2026-05-01' });
    expect(verdict).toMatchObject({ actual: 60, dataThrough: '2023-12-31' });
    expect(verdict.reason.zh).toMatch(/^截至2023年12月，.*；2024年无完整数据，自该年起不计入/);
    const midYear = judge(climb, annual('2024-06-30', [2023, 60]), { asOf: '2026-05-01' });
    expect(midYear).toMatchObject({ actual: 60, dataThrough: '2023-12-31' });
    expect(midYear.reason.zh).not.toContain('无完整数据');
  });

  test('of a total count through the last year before one that is missing', () => {
    const total = { ...revenue, period: { start: '2023-01-01', end: '2026-12-31' } };
    expect(
      judge(total, annual('2025-12-31', [2022, 9], [2023, 10], [2025, 30]), { asOf: '2026-05-01' }),
    ).toMatchObject({
      actual: 10,
      dataThrough: '2023-12-31',
    });
    expect(judge(total, annual('2025-12-31', [2022, 9], [2024, 10]), { asOf: '2026-05-01' }).status).toBe(
      'no-data',
    );
  });

  test('that are estimates are never judged', () => {
    const series = annual('2025-12-31', [2023, 60], [2024, 70]);
    expect(judge(climb, as(series, 'estimate', '2024-12-31'), { asOf: '2026-05-01' }).actual).toBe(60);
  });
});
