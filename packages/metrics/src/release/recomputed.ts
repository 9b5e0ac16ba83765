import type { Goal } from '../plan/plan.js';
import type { WithheldGoal } from './manifest.js';
import type { Computable, RecomputeOptions } from './recompute.js';
import type { StepRecorder } from './steps.js';
import { findCauses, tryGoal, type Attempt, type WithholdingCause } from './withheld.js';

/** A goal of a release, as its own data judge it. */
export interface RecomputedGoal {
  readonly goal: Goal;
  /** Absent where its figure cannot be computed. */
  readonly verdict: Attempt['verdict'];
  /** Its series, before it names its manifest; absent as the verdict. */
  readonly series: Attempt['series'];
  /** For which it may be withheld; looked for only where it is, or has no figure. */
  readonly causes: readonly WithholdingCause[];
  /** Whether it is withheld, and may be. */
  readonly justified: boolean;
}

/** Judges every goal again, a step each, and checks whether the withheld ones may be withheld. Throws as `engine.run`. */
export async function recomputeGoals(
  { engine, take }: StepRecorder,
  release: Computable,
  withheld: readonly WithheldGoal[],
  options: RecomputeOptions,
): Promise<readonly RecomputedGoal[]> {
  const found: RecomputedGoal[] = [];
  for (const goal of release.plan.goals) {
    const judge = async (): Promise<RecomputedGoal> => {
      const { verdict, series, cause } = await tryGoal(engine, release, goal, options);
      const told = withheld.some((one) => one.goal === goal.id);
      const causes = told || cause ? await findCauses(engine, release, goal, { ...options, cause }) : [];
      return { goal, verdict, series, causes, justified: told && causes.length > 0 };
    };
    found.push(await take('goal', goal.id, judge));
  }
  return found;
}
