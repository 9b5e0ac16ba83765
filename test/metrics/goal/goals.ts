import type { Qualifier } from '../../../packages/metrics/src/plan/plan.js';
import type { JudgedGoal } from '../../../packages/metrics/src/goal/goal.js';
import type { Series } from '../../../packages/metrics/src/goal/series.js';
import { monthEnd } from '../../../packages/metrics/src/goal/calendar.js';

export const firm: Qualifier = { zh: '完成', en: 'complete', binding: 'firm' };
export const aspirational: Qualifier = { zh: '争取', en: 'strive for', binding: 'aspirational' };

/** 6000 亿元 in 2026. */
export const revenue: JudgedGoal = {
  id: 'revenue',
  name: { zh: '营业收入', en: 'Revenue' },
  unit: { zh: '元', en: 'yuan', power: 8 },
  qualifier: firm,
  target: 6000,
  period: { start: '2026-01-01', end: '2026-12-31' },
  accumulate: 'total',
};

/** 2 enterprises from 2025 to 2026: 730 days. */
export const enterprises: JudgedGoal = {
  id: 'enterprises',
  name: { zh: '企业', en: 'Enterprises' },
  unit: { zh: '家', en: 'enterprises' },
  qualifier: aspirational,
  target: 2,
  period: { start: '2025-01-01', end: '2026-12-31' },
  accumulate: 'since',
};

/** From 50 at the end of 2024 to 100 at the end of 2026: 730 days. */
export const stock: JudgedGoal = {
  id: 'stock',
  name: { zh: '存量', en: 'Stock' },
  unit: { zh: '个', en: 'units' },
  qualifier: firm,
  target: 100,
  period: { start: '2025-01-01', end: '2026-12-31' },
  accumulate: 'level',
  baseline: { value: 50, date: '2024-12-31' },
};

/** Monthly figures from January of a year on. */
export function monthly(
  values: readonly number[],
  { year = 2026, ...rest }: Partial<Series> & { year?: number } = {},
): Series {
  const observations = values.map((value, i) => ({ date: monthEnd(`${year}-01-01`, i), value }));
  return {
    grain: 'month',
    reportedThrough: observations.at(-1)?.date ?? null,
    count: false,
    observations,
    ...rest,
  };
}

/** Events, one on each of these days, reported through a day. */
export function events(reportedThrough: string, ...days: readonly string[]): Series {
  return {
    grain: 'day',
    reportedThrough,
    count: true,
    observations: days.map((date) => ({ date, value: 1 })),
  };
}

/** A single figure on the day through which it is reported. */
export function figure(value: number, date: string): Series {
  return { grain: 'day', reportedThrough: date, count: false, observations: [{ date, value }] };
}

/** A day by its number from the first of 2025. */
export const dayOf2025 = (number: number): string =>
  new Date(Date.UTC(2025, 0, number)).toISOString().slice(0, 10);
