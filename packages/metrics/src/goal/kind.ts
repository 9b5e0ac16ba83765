import { targetOf } from '../plan/formula.js';
import type { Direction } from '../plan/plan.js';
import type { JudgedGoal } from './goal.js';
import type { GoalKind } from './verdict.js';

/**
 * The kind of a goal (METHODS §8); `undefined` for a plain total, count or level.
 *
 * @example kindOf({ ...goal, accumulate: 'level', bound: 'at-most' }) // 'ceiling'
 */
export function kindOf({ accumulate, bound, range, formula, hold }: JudgedGoal): GoalKind | undefined {
  if (formula) return 'growth' in formula ? 'growth' : 'chain' in formula ? 'chain' : 'relative';
  if (accumulate === 'average') return 'average';
  if (!bound && !range) return undefined;
  if (hold === 'each-period') return 'each-period';
  if (range) return 'range';
  return bound === 'at-least' ? 'floor' : 'ceiling';
}

/** The side on which more of the figure is good: as the goal says, else as its bound or its formula does. */
export function directionOf({ direction, bound, formula, baseline }: JudgedGoal): Direction {
  if (direction) return direction;
  if (bound) return bound === 'at-most' ? 'decrease' : 'increase';
  return formula && baseline && targetOf(baseline, formula) < baseline.value ? 'decrease' : 'increase';
}

/** The goal with the target that its formula computes, to be judged as a level; any other goal as it is. */
export function settleGoal(goal: JudgedGoal): JudgedGoal {
  const { formula, baseline } = goal;
  if (!formula || !baseline) return goal;
  return { ...goal, target: targetOf(baseline, formula), direction: directionOf(goal) };
}
