import type { Text } from '../plan/plan.js';
import type { Verdicts, WithheldGoal } from './manifest.js';
import type { RecomputedGoal } from './recomputed.js';
import { differingFields } from './verify.js';
import { withhold } from './withheld.js';

/** A goal without a verdict, as published, beside what the published cells say of it. */
export interface WithheldCheck {
  readonly goal: string;
  readonly name: Text;
  readonly equal: boolean;
  /** `null` where the release does not say that it is withheld, and must. */
  readonly published: WithheldGoal | null;
  /** As it may be told; `null` where it may not be withheld, for no merged cell crosses its selection and its figure can be computed. */
  readonly recomputed: WithheldGoal | null;
  /** What differs: `name`, `reason`; `goal` where one side is missing, or it is told twice; `verdicts` where it has a verdict, too. */
  readonly differences: readonly string[];
}

/** Every goal that a release withholds, or must withhold, with what is wrong with that. */
export function checkWithheld(
  found: readonly RecomputedGoal[],
  { verdicts, withheld }: Pick<Verdicts, 'verdicts' | 'withheld'>,
): readonly WithheldCheck[] {
  const published = new Set(verdicts.map(({ goal }) => goal));
  const seen = new Set<string>();
  const checks = withheld.map((one): WithheldCheck => {
    const own = found.find(({ goal }) => goal.id === one.goal);
    const twice = seen.has(one.goal);
    seen.add(one.goal);
    const recomputed = own ? nearest(own, one) : null;
    const differences = [
      ...(recomputed && !twice ? differingFields(one, recomputed) : ['goal']),
      ...(published.has(one.goal) ? ['verdicts'] : []),
    ];
    const { goal, name } = one;
    return { goal, name, equal: differences.length === 0, published: one, recomputed, differences };
  });
  const silent = found.filter(
    ({ goal, verdict }) => !verdict && !seen.has(goal.id) && !published.has(goal.id),
  );
  return [
    ...checks,
    ...silent.map(({ goal }): WithheldCheck => {
      const recomputed = withhold(goal, 'not-computable');
      return {
        goal: goal.id,
        name: goal.name,
        equal: false,
        published: null,
        recomputed,
        differences: ['goal'],
      };
    }),
  ];
}

/** How a goal may be withheld: as it is told, where that holds, else by the first cause. */
function nearest({ goal, causes }: RecomputedGoal, told: WithheldGoal): WithheldGoal | null {
  const possible = causes.map((cause) => withhold(goal, cause));
  return possible.find((one) => differingFields(told, one).length === 0) ?? possible[0] ?? null;
}
