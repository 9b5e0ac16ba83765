import { describe, expect, test } from 'vitest';
import { judge } from '../../../packages/metrics/src/goal/judge.js';
import type { Series } from '../../../packages/metrics/src/goal/series.js';
import { enterprises, events, figure, monthly, revenue, stock } from './goals.js';
import { as, without, year } from './observed-stage.js';

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
    expect(verdict).toMatchObject({
      actual: null,
      before: { value: 50, date: '2024-12-31' },
      dataThrough: null,
      status: 'no-data',
    });
    expect(verdict.reason.zh).toBe(
      '截至2025年12月，目标期内没有可计入的数据，暂无数据；此前最近一次数据为2024年12月的50个，不作评判依据；2025年1月无完整数据，自该月起不计入。',
    );
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
