import { describe, expect, test } from 'vitest';
import type { JudgedGoal } from '../../../packages/metrics/src/goal/goal.js';
import { enterprises, monthly, revenue } from '../goal/goals.js';
import { energy, unemployment } from '../goal/kinds/goals.js';
import { row } from '../goal/kinds/table.js';
import { by, seriesOf } from './goal-sample.js';

describe('other kinds', () => {
  test('a month of an average keeps and breaks nothing: only the whole is judged', () => {
    const series = seriesOf(unemployment, row('month', '2026-01-01', [5.7, 5.1, 5.4]), '2026-03-31');
    expect(by('value', series)).toMatchObject({ '2026-01-31': 5.7, '2026-12-31': null });
    expect([by('kept', series), by('due', series)]).toEqual([{}, {}]);
    expect(series.forecast).toBeUndefined();
  });

  test('an average goes on month by month to that of its verdict, and ends at a gap', () => {
    const rates = [5.7, 5.1, 5.4, null, 5.2];
    const observations = row('month', '2025-01-01', [5, 5, 5.3, 5.1, 5.1]).observations;
    const later = row('month', '2026-01-01', rates);
    const series = seriesOf(
      unemployment,
      { ...later, observations: [...observations, ...later.observations] },
      '2026-05-31',
    );
    const toDate = by('toDate', series);
    expect(toDate).toMatchObject({
      '2025-02-28': 5,
      '2025-03-31': 5.1,
      '2025-05-31': 5.1,
      '2025-06-30': null,
    });
    expect(toDate).toMatchObject({ '2026-01-31': 5.7, '2026-02-28': 5.4, '2026-03-31': 5.4 });
    expect(toDate).toMatchObject({ '2026-04-30': null, '2026-05-31': null });
    expect(series.verdict).toMatchObject({ actual: 5.4, dataThrough: '2026-03-31' });
    expect(by('lastYearToDate', series)).toMatchObject({ '2026-02-28': 5, '2026-03-31': 5.1 });
  });

  test('an average of a ratio is one sum by the other, not the mean of its months', () => {
    const observations = [
      { date: '2026-01-31', value: 10, parts: [1, 10] as const },
      { date: '2026-02-28', value: 2, parts: [2, 100] as const },
    ].map((one) => ({ ...one, value: one.parts[0] / one.parts[1] }));
    const figures = { grain: 'month', count: false, reportedThrough: '2026-02-28', observations } as const;
    const series = seriesOf(unemployment, figures, '2026-02-28');
    expect(by('toDate', series)).toMatchObject({ '2026-01-31': 0.1, '2026-02-28': 0.0272727272727273 });
    expect(series.verdict.actual).toBe(0.0272727272727273);
  });

  test('a month that is declared as never published is none of an average, even if it has a figure', () => {
    const figures = row('month', '2026-01-01', [9, 5.1, 5.4], { omits: [1] });
    const series = seriesOf(unemployment, figures, '2026-03-31');
    expect(series.periods[0]).toMatchObject({ value: null, lack: 'omitted', toDate: null });
    expect(by('toDate', series)['2026-03-31']).toBe(5.25);
    expect(series.verdict.actual).toBe(5.25);
    // Of a total it counts, as its verdict does.
    expect(by('toDate', seriesOf(revenue, figures, '2026-03-31'))['2026-01-31']).toBe(9);
  });

  test('a ceiling on a total is used up along its days', () => {
    const series = seriesOf(energy, row('month', '2026-01-01', [31, 27]), '2026-02-28');
    expect(by('due', series)['2026-02-28']).toEqual({ linear: 59 });
    expect(by('kept', series)).toEqual({ '2026-01-31': true, '2026-02-28': true });
  });

  test('a goal without a target has figures and no way', () => {
    const series = seriesOf({ ...revenue, target: null }, monthly([1, 2]), '2026-03-01');
    expect(by('toDate', series)).toMatchObject({ '2026-02-28': 3 });
    expect(by('due', series)).toEqual({});
  });

  test('a goal of which nothing is reported has a way all the same', () => {
    const none = { grain: 'month', reportedThrough: '2026-02-28', count: false, observations: [] } as const;
    const series = seriesOf(revenue, none, '2026-03-01');
    expect(series.periods.map(({ lack }) => lack)).toEqual([
      'missing',
      'missing',
      ...Array<string>(10).fill('coming'),
    ]);
    expect(by('due', series)['2026-12-31']).toEqual({ linear: 6000 });
    expect(by('toDate', series)['2026-01-31']).toBeNull();
  });
});

describe('other years', () => {
  test('fiscal years are added up from their first month on, in quarters of their own', () => {
    const goal: JudgedGoal = { ...revenue, target: 100, period: { start: '2025-04-01', end: '2026-03-31' } };
    const ends = ['2024-06-30', '2024-09-30', '2024-12-31', '2025-03-31', '2025-06-30', '2025-09-30'];
    const figures = {
      grain: 'quarter',
      fiscalStart: 4,
      count: false,
      reportedThrough: '2025-11-30',
      observations: ends.map((date, i) => ({ date, value: 10 + i })),
    } as const;
    const series = seriesOf(goal, figures, '2025-11-30');
    expect(series).toMatchObject({ grain: 'quarter', fiscalStart: 4 });
    expect(series.periods.map(({ start, end, toDate }) => [start, end, toDate])).toEqual([
      ['2024-04-01', '2024-06-30', 10],
      ['2024-07-01', '2024-09-30', 21],
      ['2024-10-01', '2024-12-31', 33],
      ['2025-01-01', '2025-03-31', 46],
      ['2025-04-01', '2025-06-30', 14],
      ['2025-07-01', '2025-09-30', 29],
      ['2025-10-01', '2025-12-31', null],
      ['2026-01-01', '2026-03-31', null],
    ]);
    expect(by('lastYearToDate', series)['2025-12-31']).toBe(33);
    expect(by('due', series)['2025-09-30']).toEqual({
      linear: expect.closeTo((100 * 183) / 365, 9) as number,
      'same-period': expect.closeTo((100 * 21) / 46, 9) as number,
    });
  });

  test('of a goal of two years the two years before are added up on their own', () => {
    const goal: JudgedGoal = { ...revenue, period: enterprises.period };
    const series = seriesOf(goal, monthly(Array<number>(64).fill(1), { year: 2021 }), '2026-04-30');
    const toDate = by('toDate', series);
    const ends = ['2021-12-31', '2022-12-31', '2023-12-31', '2024-12-31', '2025-01-31', '2026-04-30'];
    expect(ends.map((end) => toDate[end])).toEqual([12, 24, 12, 24, 1, 16]);
    // One year before: the same stretch, from January 2024 to April 2025.
    expect(by('lastYearToDate', series)['2026-04-30']).toBe(16);
  });

  test('half-years and a leap year: the end of February compares with the end of February', () => {
    const goal: JudgedGoal = { ...revenue, period: { start: '2024-01-01', end: '2024-12-31' } };
    const series = seriesOf(
      goal,
      monthly([5, 6, 7, ...Array<number>(9).fill(1), 8, 9], { year: 2023 }),
      '2024-02-29',
    );
    expect(by('lastYear', series)['2024-02-29']).toBe(6);
    expect(by('lastYearToDate', series)['2024-02-29']).toBe(11);
    const halves = {
      grain: 'half-year',
      count: false,
      reportedThrough: '2024-06-30',
      observations: [{ date: '2024-06-30', value: 3 }],
    } as const;
    expect(seriesOf(goal, halves, '2024-07-01').periods.map(({ end, toDate }) => [end, toDate])).toEqual([
      ['2024-06-30', 3],
      ['2024-12-31', null],
    ]);
  });
});

test('a series has the notes of its plan, and its own events in order of their days', () => {
  const event = { name: { zh: '事件' } };
  const plan = {
    notes: [{ zh: '示例数据' }],
    events: [
      { ...event, id: 'all', date: '2026-05-01' },
      { ...event, id: 'own', date: '2026-02-01', goals: ['revenue', 'other'] },
      { ...event, id: 'metric', date: '2026-03-01', metrics: ['metric'] },
      { ...event, id: 'other', date: '2026-03-01', goals: ['other'] },
      { ...event, id: 'another', date: '2026-03-01', metrics: ['another'] },
    ],
  };
  const series = seriesOf(revenue, monthly([1]), '2026-02-01', plan);
  expect(series.events.map(({ id }) => id)).toEqual(['own', 'metric', 'all']);
  expect(series.notes).toBe(plan.notes);
});
