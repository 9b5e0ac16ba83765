import type { GoalPeriod, GoalSeries } from '@zj/metrics';
import { sumStates } from '../chart/sum-states.js';
import type { Curve, Trend, Values } from './trend.js';

/** The series of a goal as a trend of one curve. */
export function readGoal(series: GoalSeries): Trend {
  const { verdict, periods } = series;
  const values = (now: keyof GoalPeriod, before: keyof GoalPeriod): Values => ({
    value: periods.map((period) => (period[now] as number | null | undefined) ?? null),
    ...(periods.some((period) => period[before] !== undefined) && {
      lastYear: periods.map((period) => (period[before] as number | undefined) ?? null),
    }),
  });
  const curve: Curve = {
    id: verdict.goal,
    kind: 'total',
    own: values('value', 'lastYear'),
    ...(periods.some(({ toDate }) => toDate !== undefined) &&
      (verdict.kind === 'average'
        ? { average: values('toDate', 'lastYearToDate').value }
        : { toDate: values('toDate', 'lastYearToDate'), ...sumStates(series) })),
    states: periods.map(({ state }) => state),
    lacks: periods.map(({ lack }) => lack),
  };
  return {
    name: verdict.name,
    unit: verdict.unit,
    source: verdict.source,
    demo: verdict.demo,
    through: verdict.dataThrough,
    grain: series.grain,
    fiscalStart: series.fiscalStart,
    periods,
    curves: [curve],
    goal: series,
    events: series.events,
    gaps: verdict.completeness,
  };
}
