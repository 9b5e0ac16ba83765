import { describe, expect, test } from 'vitest';
import type { JudgedGoal } from '../../../packages/metrics/src/goal/goal.js';
import { enterprises, events, monthly, revenue, stock } from '../goal/goals.js';
import { deficit, grain, life, prices } from '../goal/kinds/goals.js';
import { row } from '../goal/kinds/table.js';
import { by, seriesOf } from './goal-sample.js';

const months = (year: number, count = 12): readonly string[] =>
  Array.from({ length: count }, (_, i) => new Date(Date.UTC(year, i + 1, 0)).toISOString().slice(0, 10));

describe('a total by month', () => {
  const of2025 = [400, 300, 500, 450, 450, 500, 450, 450, 500, 500, 450, 550];
  const of2026 = [420.5, 310.25, 520, 480, 470, 530, 475, 470, 520, 840.43];
  const figures = monthly([...of2025, ...of2026], { year: 2025 });
  const series = seriesOf(revenue, figures, '2026-11-15');

  test('has every month from the first figure to the end of the goal, those to come without a figure', () => {
    expect(series.grain).toBe('month');
    expect(seriesOf(revenue, { ...figures, fiscalStart: 1 }, '2026-11-15')).toEqual(series);
    expect(series.periods.map(({ end }) => end)).toEqual([...months(2025), ...months(2026)]);
    expect(series.periods[0]).toEqual({
      start: '2025-01-01',
      end: '2025-01-31',
      value: 400,
      toDate: 400,
    });
    expect(by('lack', series)).toEqual({ '2026-11-30': 'coming', '2026-12-31': 'coming' });
  });

  test('adds the months of its year up without the noise of doubles, and those of the year before', () => {
    const toDate = by('toDate', series);
    expect(toDate['2025-12-31']).toBe(5500);
    expect(toDate['2026-02-28']).toBe(730.75);
    expect(toDate['2026-10-31']).toBe(5036.18);
    expect(series.verdict.actual).toBe(5036.18);
    expect(toDate['2026-11-30']).toBeNull();
  });

  test('has the same months of the year before beside each month, those to come too', () => {
    expect(by('lastYear', series)).toEqual(
      Object.fromEntries(months(2026).map((end, i) => [end, of2025[i]])),
    );
    expect(by('lastYearToDate', series)).toMatchObject({
      '2026-01-31': 400,
      '2026-03-31': 1200,
      '2026-12-31': 5500,
    });
  });

  test('is due by days and by the share of the year before, each from the first month of the goal on', () => {
    const due = by('due', series);
    expect(Object.keys(due)).toEqual(months(2026));
    expect(due['2026-10-31']!.linear).toBeCloseTo((6000 * 304) / 365, 9);
    expect(due['2026-03-31']!['same-period']).toBeCloseTo((6000 * 1200) / 5500, 9);
    expect(due['2026-12-31']).toEqual({ linear: 6000, 'same-period': 6000 });
    const { schedule, otherSchedules } = series.verdict;
    expect(schedule!.expected * 6000).toBeCloseTo(due['2026-10-31']!.linear!, 9);
    expect(otherSchedules[0]!.expected * 6000).toBeCloseTo(due['2026-10-31']!['same-period']!, 9);
  });

  test('goes on with the forecast of its verdict, which is the last point', () => {
    const { forecast } = series.verdict;
    expect(series.forecast!.method).toBe(forecast!.method);
    expect(series.forecast!.level).toBe(0.8);
    expect(series.forecast!.points.map(({ end }) => end)).toEqual(['2026-11-30', '2026-12-31']);
    expect(series.forecast!.points.at(-1)).toMatchObject({
      point: forecast!.point,
      interval: forecast!.interval,
    });
  });

  test('has no kept months, and a ceiling on it has: those up to which it is not exceeded', () => {
    expect(by('kept', series)).toEqual({});
    const ceiling = seriesOf({ ...revenue, target: 4000, bound: 'at-most' }, figures, '2026-11-15');
    const kept = by('kept', ceiling);
    expect(Object.keys(kept)).toEqual(months(2026, 10));
    expect(kept['2026-08-31']).toBe(true); // 3675.75
    expect(kept['2026-09-30']).toBe(false); // 4195.75
    expect(by('due', ceiling)['2026-12-31']).toMatchObject({ linear: 4000 });
  });

  test('has a path along milestones: exactly the milestone on its day, and straight between', () => {
    // 29 ÷ 700 × 700 is not 29 in doubles.
    const milestones = [{ date: '2026-06-30', value: 29 }];
    const way = seriesOf({ ...revenue, target: 700, milestones }, figures, '2026-11-15');
    const due = by('due', way);
    expect(way.milestones).toEqual(milestones);
    expect(series).not.toHaveProperty('milestones');
    expect(due['2026-06-30']!.path).toBe(29);
    expect(due['2026-01-31']!.path).toBeCloseTo((29 * 31) / 181, 9);
    expect(due['2026-12-31']!.path).toBe(700);
    expect(due['2026-06-30']!.linear).toBeCloseTo((700 * 181) / 365, 9);
  });

  test('is known up to a gap, and the figures beyond are drawn', () => {
    const gap = {
      ...figures,
      observations: figures.observations.filter(({ date }) => date !== '2026-05-31'),
    };
    const broken = seriesOf(revenue, gap, '2026-11-15');
    expect(by('lack', broken)['2026-05-31']).toBe('missing');
    expect(by('value', broken)['2026-06-30']).toBe(530);
    const toDate = by('toDate', broken);
    expect([toDate['2026-04-30'], toDate['2026-05-31'], toDate['2026-06-30']]).toEqual([1730.75, null, null]);
    expect(broken.verdict.actual).toBe(1730.75);
  });

  test('tells the state of a figure; an estimate is drawn, and adds nothing up', () => {
    const observations = figures.observations.map((one) =>
      one.date === '2026-10-31'
        ? { ...one, quality: 'estimate' as const }
        : one.date === '2026-09-30'
          ? { ...one, quality: 'provisional' as const }
          : one,
    );
    const states = seriesOf(revenue, { ...figures, observations }, '2026-11-15');
    expect(by('state', states)).toEqual({ '2026-09-30': 'provisional', '2026-10-31': 'estimate' });
    expect(by('value', states)['2026-10-31']).toBe(840.43);
    expect(by('toDate', states)).toMatchObject({ '2026-09-30': 4195.75, '2026-10-31': null });
    expect(states.verdict.actual).toBe(4195.75);
  });

  test('names months that are never published as such, and adds the others up', () => {
    const observations = figures.observations.filter(({ date }) => date.slice(5, 7) !== '01');
    const series = seriesOf(revenue, { ...figures, observations, omits: [1] }, '2026-11-15');
    expect(by('lack', series)).toMatchObject({ '2026-01-31': 'omitted', '2026-11-30': 'coming' });
    expect(by('toDate', series)).toMatchObject({
      '2026-01-31': null,
      '2026-02-28': 310.25,
      '2026-03-31': 830.25,
    });
    // The first figure is that of February 2025.
    expect(series.periods[0]!.end).toBe('2025-02-28');
    expect(by('lastYearToDate', series)['2026-03-31']).toBe(800);
  });

  test('takes no estimate of an earlier year for a sum or for last year’s figure', () => {
    const observations = figures.observations.map((one) =>
      one.date === '2025-02-28' ? { ...one, quality: 'estimate' as const } : one,
    );
    const series = seriesOf(revenue, { ...figures, observations }, '2026-11-15');
    expect(by('toDate', series)).toMatchObject({ '2025-01-31': 400, '2025-02-28': null, '2025-12-31': null });
    expect(by('lastYear', series)).toMatchObject({ '2026-01-31': 400, '2026-03-31': 500 });
    expect(by('lastYear', series)['2026-02-28']).toBeUndefined();
    expect(by('lastYearToDate', series)).toEqual({ '2026-01-31': 400 });
  });

  test('ends with the goal’s own end, where that lies within a month: no figure is ever due for it', () => {
    const goal: JudgedGoal = { ...revenue, period: { start: '2026-01-01', end: '2026-10-20' } };
    const series = seriesOf(goal, figures, '2026-11-15');
    expect(series.periods.at(-1)).toMatchObject({ start: '2026-10-01', end: '2026-10-20', lack: 'coming' });
    expect(by('due', series)['2026-10-20']!.linear).toBe(6000);
  });

  test('knows on a day what was reported by then, and nothing later', () => {
    const early = seriesOf(revenue, figures, '2026-03-15');
    expect(by('lack', early)['2026-03-31']).toBe('coming');
    expect(by('toDate', early)).toMatchObject({ '2026-02-28': 730.75, '2026-03-31': null });
  });
});

describe('events by day', () => {
  const days = ['2025-03-02', '2025-03-20', '2025-11-05', '2026-02-28'];
  const series = seriesOf({ ...enterprises, target: 5 }, events('2026-10-12', ...days), '2026-10-12');

  test('are told by month from the goal’s first day on: no event is none, and a month that is not over is partial', () => {
    expect(series.grain).toBe('month');
    expect(series.periods.map(({ end }) => end)).toEqual([...months(2025), ...months(2026)]);
    const value = by('value', series);
    expect([value['2025-01-31'], value['2025-03-31'], value['2026-02-28']]).toEqual([0, 2, 1]);
    expect(by('partial', series)).toEqual({ '2026-10-31': '2026-10-12' });
    expect(by('lack', series)).toEqual({ '2026-11-30': 'coming', '2026-12-31': 'coming' });
  });

  test('are counted since the first day, through both years', () => {
    const toDate = by('toDate', series);
    expect([toDate['2025-02-28'], toDate['2025-12-31'], toDate['2026-10-31']]).toEqual([0, 3, 4]);
    expect(series.verdict.actual).toBe(4);
    expect(by('lastYear', series)).toMatchObject({ '2026-01-31': 0, '2026-03-31': 2, '2026-12-31': 0 });
    expect(by('lastYear', series)['2025-12-31']).toBeUndefined();
    // The same stretch one year before the goal begins is not known.
    expect(by('lastYearToDate', series)).toEqual({});
  });

  test('are forecast by their rate: the last point is the median outcome at the end', () => {
    expect(series.forecast!.method).toBe('poisson-gamma');
    expect(series.forecast!.points.map(({ end }) => end)).toEqual(['2026-10-31', '2026-11-30', '2026-12-31']);
    expect(series.forecast!.points.at(-1)!.point).toBe(series.verdict.forecast!.point);
  });

  test('have no figure of last year where last year is still to come, and a month that is over is whole', () => {
    const early = seriesOf(enterprises, events('2025-06-30', '2025-03-02'), '2025-06-30');
    expect(Object.keys(by('lastYear', early))).toEqual(months(2026, 6));
    expect(by('partial', early)).toEqual({});
    const total = { ...enterprises, accumulate: 'total' } as const;
    const known = seriesOf(total, events('2025-06-30', '2023-12-02', '2025-03-02'), '2025-06-30');
    expect(Object.keys(by('lastYearToDate', known)).at(-1)).toBe('2026-06-30');
  });

  test('before an estimate they count, from then on nothing does', () => {
    const figures = events('2026-10-31', ...days);
    const observations = figures.observations.map((one) =>
      one.date === '2025-03-20' ? { ...one, quality: 'estimate' as const } : one,
    );
    const series = seriesOf(enterprises, { ...figures, observations }, '2026-10-31');
    expect(series.verdict).toMatchObject({ actual: 1, dataThrough: '2025-03-19' });
    expect(by('value', series)['2025-03-31']).toBe(2);
    expect(by('state', series)).toEqual({ '2025-03-31': 'estimate' });
    expect(by('toDate', series)).toMatchObject({ '2025-02-28': 0, '2025-03-31': 1, '2025-04-30': null });
  });

  test('of a goal that begins and ends within a month are those of its days', () => {
    const goal: JudgedGoal = { ...enterprises, period: { start: '2025-03-10', end: '2025-12-15' } };
    const series = seriesOf(
      { ...goal, accumulate: 'total' },
      events('2026-10-31', '2024-03-12', '2025-03-02', '2025-03-20', '2025-12-20'),
      '2026-10-31',
    );
    expect(by('value', series)).toMatchObject({ '2025-03-31': 2, '2025-12-15': 0 });
    expect(by('toDate', series)).toMatchObject({ '2025-03-31': 1, '2025-12-15': 1 });
    expect(by('due', series)['2025-12-15']).toEqual({ linear: 2, 'same-period': 2 });
    expect(by('lastYear', series)['2025-03-31']).toBe(1);
    // The month before the first day has no sum of its own.
    expect(Object.keys(by('toDate', series))).not.toContain('2025-02-28');
  });
});

describe('a level', () => {
  test('by year has a way from its baseline to its target', () => {
    const series = seriesOf(life, row('year', '2019-01-01', [77, 77.3, null, 77.9, 78]), '2024-06-30');
    expect(series.periods.map(({ end, value, lack }) => [end, value ?? lack])).toEqual([
      ['2019-12-31', 77],
      ['2020-12-31', 77.3],
      ['2021-12-31', 'missing'],
      ['2022-12-31', 77.9],
      ['2023-12-31', 78],
      ['2024-12-31', 'coming'],
      ['2025-12-31', 'coming'],
    ]);
    expect(series.verdict.actual).toBe(78);
    const due = by('due', series);
    expect(Object.keys(due)).toEqual([...[0, 1, 2, 3, 4, 5].map((year) => `202${year}-12-31`)]);
    expect(due['2020-12-31']).toEqual({ linear: 77.3 });
    expect(due['2023-12-31']!.linear).toBeCloseTo(77.3 + 1095 / 1826, 9);
    expect(due['2025-12-31']).toEqual({ linear: 78.3 });
    expect(by('toDate', series)).toEqual({});
    expect(by('lastYear', series)).toEqual({
      '2020-12-31': 77,
      '2021-12-31': 77.3,
      '2023-12-31': 77.9,
      '2024-12-31': 78,
    });
  });

  test('read on any day has the last reading of each month, and owes none', () => {
    const observations = [
      { date: '2024-12-31', value: 50 },
      { date: '2025-03-03', value: 60 },
      { date: '2025-03-28', value: 62 },
      { date: '2025-06-10', value: 70 },
    ];
    const figures = { grain: 'day', reportedThrough: '2025-06-15', count: false, observations } as const;
    const series = seriesOf(stock, figures, '2025-06-30');
    expect(by('value', series)).toMatchObject({ '2025-02-28': null, '2025-03-31': 62, '2025-06-30': 70 });
    expect(by('lack', series)['2025-02-28']).toBeUndefined();
    expect(by('lack', series)['2025-07-31']).toBe('coming');
    expect(by('partial', series)).toEqual({ '2025-06-30': '2025-06-15' });
    expect(series.verdict.actual).toBe(70);
    expect(by('due', series)['2024-12-31']).toEqual({ linear: 50 });
    // June 2025 is not over: it is no figure to compare with.
    expect(Object.keys(by('lastYear', series))).toEqual(['2025-12-31', '2026-03-31']);
  });

  test('read on a day and then estimated has the reading: an estimate stands in only where there is no other', () => {
    const observations = [
      { date: '2025-03-03', value: 60 },
      { date: '2025-03-28', value: 62, quality: 'estimate' },
      { date: '2025-04-28', value: 64, quality: 'estimate' },
    ] as const;
    const figures = { grain: 'day', reportedThrough: '2025-06-15', count: false, observations } as const;
    const series = seriesOf(stock, figures, '2025-06-30');
    expect(series.verdict.actual).toBe(60);
    expect(by('value', series)).toMatchObject({ '2025-03-31': 60, '2025-04-30': 64 });
    expect(by('state', series)).toEqual({ '2025-04-30': 'estimate' });
  });

  test('with a floor has no way, and says of each of its own figures whether it keeps it', () => {
    const series = seriesOf(grain, row('year', '2019-01-01', [6.4, 6.6, 6.6, 6.5, 6.49]), '2023-12-31');
    expect(by('kept', series)).toEqual({ '2021-12-31': true, '2022-12-31': true, '2023-12-31': false });
    expect(by('due', series)).toEqual({});
    expect(series.forecast).toBeUndefined();
  });

  test('with a range keeps it between its ends, which still keep it', () => {
    const series = seriesOf(prices, row('month', '2026-01-01', [4.4, 4.5, 5.5, 5.6]), '2026-04-30');
    expect(Object.values(by('kept', series))).toEqual([false, true, true, false]);
  });

  test('with a limit in each period keeps or breaks it by each period’s own figure, as its verdict says', () => {
    const cells = [
      2.5,
      3,
      { value: 3.1, quality: 'provisional' },
      { value: 2, quality: 'estimate' },
    ] as const;
    const series = seriesOf(deficit, row('year', '2021-01-01', cells), '2024-12-31');
    expect(series.grain).toBe('year');
    expect(by('kept', series)).toEqual({ '2021-12-31': true, '2022-12-31': true, '2023-12-31': false });
    expect(series.verdict.periods!.map(({ date, kept }) => [date, kept])).toEqual([
      ['2021-12-31', true],
      ['2022-12-31', true],
      ['2023-12-31', false],
      ['2024-12-31', null],
    ]);
  });

  test('with a limit on each day has days for periods', () => {
    const goal: JudgedGoal = { ...deficit, period: { start: '2025-01-01', end: '2025-01-04' } };
    const observations = [
      { date: '2025-01-01', value: 2 },
      { date: '2025-01-03', value: 4 },
    ];
    const figures = { grain: 'day', reportedThrough: '2025-01-03', count: false, observations } as const;
    expect(seriesOf(goal, figures, '2025-01-03')).toMatchObject({
      grain: 'day',
      periods: [
        { start: '2025-01-01', end: '2025-01-01', value: 2, kept: true },
        { end: '2025-01-02', value: null, lack: 'missing' },
        { end: '2025-01-03', value: 4, kept: false },
        { end: '2025-01-04', value: null, lack: 'coming' },
      ],
    });
  });
});
