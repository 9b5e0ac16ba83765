import { computeGoalSeries, type Goal, type GoalSeries, type PlanEvent, type Series } from '@zj/metrics';
import { monthsFrom, wave } from './series.js';
import { change, publish, type Change, type ShownGoal } from './verdicts.js';

/** The figure of each month; `null` where there is none. */
export type Monthly = readonly (number | null)[];

/** A goal period by period, as `zj publish` writes it: the SDK computes it from made-up figures. */
export function goalSeries(
  goal: ShownGoal,
  by: Change,
  series: Series,
  events: readonly PlanEvent[] = [],
): GoalSeries {
  const [changed, figures] = change(goal, by, series);
  const verdict = publish(goal, by, series);
  const computed = computeGoalSeries(changed as Goal, figures, { verdict, plan: { events, notes: [] } });
  return { ...computed, manifest: '0'.repeat(64) };
}

/** Observations at the ends of months. */
export function observe(from: string, figures: Monthly): Series['observations'] {
  return monthsFrom(from, figures.length).flatMap(({ end }, at) => {
    const value = figures[at] ?? null;
    return value === null ? [] : [{ date: end, value }];
  });
}

/** The months from January 2022 to October 2026: enough for a forecast with its interval. */
const months = wave(7, 58, 290, 0.13);

/** Events beside the figures. */
export const events: readonly PlanEvent[] = [
  {
    id: 'gmp',
    name: { zh: '首批GMP厂房投产', en: 'First GMP plants open' },
    date: '2026-09-10',
    note: { zh: '新增产能12家企业', en: 'Capacity for 12 more enterprises' },
    demo: true,
  },
  {
    id: 'upgrade',
    name: { zh: '园区扩区', en: 'The park is enlarged' },
    date: '2026-03-01',
    until: '2026-05-31',
    demo: true,
  },
];

const revenueGoal: ShownGoal = {
  id: 'leading-industries-revenue',
  name: { zh: '三大先导产业营业收入', en: 'Revenue of the three leading industries' },
  qualifier: { zh: '完成', en: 'complete', binding: 'firm' },
  target: 6000,
  unit: { zh: '元', en: 'yuan', power: 8 },
  period: { start: '2026-01-01', end: '2026-12-31' },
  accumulate: 'total',
};

/** The revenue goal over five years, or over the newest `count` months: on the way, with forecast and events. */
export function revenueSeries(
  by: Change = {},
  marks: readonly PlanEvent[] = events,
  count = months.length,
): GoalSeries {
  const from = monthsFrom('2022-01', months.length).at(-count)!.start.slice(0, 7);
  return goalSeries(
    revenueGoal,
    by,
    {
      ...{ grain: 'month', reportedThrough: '2026-10-31', count: false },
      observations: observe(from, months.slice(-count)),
    },
    marks,
  );
}

/** A rate that is to be at most 5.5 %, or what a story wants of it; 5.6 % in February broke that. */
export function limitSeries(by: Change = {}): GoalSeries {
  const figures = [
    5.4, 5.3, 5.2, 5.2, 5.1, 5.2, 5.3, 5.2, 5.1, 5.1, 5.2, 5.3, 5.4, 5.6, 5.3, 5.2, 5.1, 5.1, 5.2, 5.3, 5.2,
    5.1,
  ];
  return goalSeries(
    {
      ...revenueGoal,
      ...{ id: 'unemployment', name: { zh: '城镇调查失业率', en: 'Surveyed urban unemployment' } },
      ...{ unit: { zh: '%', en: '%' }, accumulate: 'level', target: 5.5, bound: 'at-most' },
    },
    by,
    {
      ...{ grain: 'month', reportedThrough: '2026-10-31', count: false },
      observations: observe('2025-01', figures),
    },
  );
}

/** A level on its way from 80 to 40: energy per output. */
export function levelSeries(by: Change = {}): GoalSeries {
  return goalSeries(
    {
      ...revenueGoal,
      ...{ id: 'energy', name: { zh: '单位产值能耗', en: 'Energy per output' }, accumulate: 'level' },
      ...{ unit: { zh: '千克标准煤', en: 'kg of coal equivalent' }, direction: 'decrease', target: 40 },
      baseline: { value: 80, date: '2025-12-31' },
    },
    by,
    {
      ...{ grain: 'month', reportedThrough: '2026-10-31', count: false },
      observations: observe('2024-01', wave(21, 34, 96, -0.2, 0.01)),
    },
  );
}
