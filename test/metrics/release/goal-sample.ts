import type { JudgedGoal } from '../../../packages/metrics/src/goal/goal.js';
import { judge } from '../../../packages/metrics/src/goal/judge.js';
import { directionOf } from '../../../packages/metrics/src/goal/kind.js';
import type { Series } from '../../../packages/metrics/src/goal/series.js';
import { computeGoalSeries } from '../../../packages/metrics/src/release/goal-series.js';
import type { PublishedVerdict } from '../../../packages/metrics/src/release/manifest.js';
import type { Goal, Plan } from '../../../packages/metrics/src/plan/plan.js';
import type { GoalPeriod, UnsealedGoalSeries } from '../../../packages/metrics/src/release/series-file.js';

/** The series of a goal that is judged by some figures on a day, and its verdict as a release would have it. */
export function seriesOf(
  judged: JudgedGoal,
  series: Series,
  asOf: string,
  plan: Partial<Pick<Plan, 'events' | 'notes'>> = {},
): UnsealedGoalSeries {
  const goal = { metric: 'metric', ...judged } as Goal;
  const { name, unit, qualifier, period } = judged;
  const verdict: PublishedVerdict = {
    ...judge(judged, series, { asOf }),
    ...{ name, unit, qualifier, period, direction: directionOf(judged), count: series.count },
    clause: { quote: { zh: '到期达到目标' } },
    source: { zh: '示例数据' },
    ...{ methods: [], interpretations: [], completeness: [], demo: true, sql: 'SELECT 1' },
  };
  return computeGoalSeries(goal, series, { verdict, plan });
}

/** Of each period that has it one entry of it, by its last day. */
export function by<K extends keyof GoalPeriod>(
  key: K,
  { periods }: Pick<UnsealedGoalSeries, 'periods'>,
): Readonly<Record<string, GoalPeriod[K]>> {
  return Object.fromEntries(periods.flatMap((one) => (key in one ? [[one.end, one[key]]] : [])));
}
