import type { Goal } from '../plan/plan.js';

/** What judging needs to know of a goal; every {@link Goal} of a plan is one. */
export type JudgedGoal = Pick<
  Goal,
  | 'id'
  | 'name'
  | 'unit'
  | 'qualifier'
  | 'target'
  | 'period'
  | 'accumulate'
  | 'direction'
  | 'baseline'
  | 'hold'
  | 'milestones'
  | 'thresholds'
  | 'method'
>;
