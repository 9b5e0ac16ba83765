import type { Engine } from '../engine/engine.js';
import type { Goal } from '../plan/plan.js';
import type { PublishedVerdict, WithheldGoal } from './manifest.js';
import type { Computable, RecomputeOptions } from './recompute.js';
import { differingFields } from './verify.js';
import { findCauses, tryGoal, withhold, type WithholdingCause } from './withheld.js';

/** A goal of a release, as its own data judge it. */
export interface RecomputedGoal {
  readonly goal: Goal;
  /** `null` where its figure cannot be computed. */
  readonly verdict: PublishedVerdict | null;
  /** For which it may be withheld; looked for only where it is. */
  readonly causes: readonly WithholdingCause[];
  /** Whether it is withheld for one of them, with the name and the reason that belong there. */
  readonly justified: boolean;
}

/** Judges every goal again, and finds for those that are withheld whether they may be. Throws what `engine.run` throws. */
export async function recomputeGoals(
  engine: Pick<Engine, 'run'>,
  release: Computable,
  withheld: readonly WithheldGoal[],
  options: RecomputeOptions,
): Promise<readonly RecomputedGoal[]> {
  const found: RecomputedGoal[] = [];
  for (const goal of release.plan.goals) {
    const verdict = await tryGoal(engine, release, goal, options);
    const own = withheld.filter((one) => one.goal === goal.id);
    const causes =
      own.length > 0 || !verdict ? await findCauses(engine, release, goal, { ...options, verdict }) : [];
    const justified = own.some((one) =>
      causes.some((cause) => differingFields(one, withhold(goal, cause)).length === 0),
    );
    found.push({ goal, verdict, causes, justified });
  }
  return found;
}
