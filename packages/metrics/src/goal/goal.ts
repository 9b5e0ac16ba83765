import type { Goal } from '../plan/plan.js';

/** The part of a goal that judging needs; every {@link Goal} of a plan has it. */
export type JudgedGoal = Pick<
  Goal,
  | 'id'
  | 'name'
  | 'unit'
  | 'qualifier'
  | 'target'
  | 'bound'
  | 'range'
  | 'formula'
  | 'period'
  | 'accumulate'
  | 'direction'
  | 'baseline'
  | 'hold'
  | 'grain'
  | 'milestones'
  | 'thresholds'
  | 'method'
>;
