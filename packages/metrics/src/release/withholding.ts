import type { Text } from '../base/text.js';
import type { Verdicts, WithheldGoal } from './manifest.js';
import type { RecomputedGoal } from './recomputed.js';
import { differingFields } from './verify.js';
import { withholdingReasons, type WithholdingCause } from './withheld.js';

/** A goal without a verdict, as published, beside the result from the published cells. */
export interface WithheldCheck {
  readonly goal: string;
  readonly name: Text;
  readonly equal: boolean;
  /** `null` where the release does not say that it is withheld, and must. */
  readonly published: WithheldGoal | null;
  /** For which it may be withheld; none where no merged cell crosses its selection and its figure can be computed. */
  readonly causes: readonly WithholdingCause[];
  /**
   * The differences. `name`; `reason`: it is not the text of one of the causes; `causes`: there is none; `verdicts`: the goal has
   * a verdict, too; `goal`: it is listed twice, or not at all, or the plan does not have it.
   */
  readonly differences: readonly string[];
}

/** Every goal that a release withholds, or must withhold, with the differences. */
export function checkWithheld(
  found: readonly RecomputedGoal[],
  { verdicts, withheld }: Pick<Verdicts, 'verdicts' | 'withheld'>,
): readonly WithheldCheck[] {
  const published = new Set(verdicts.map(({ goal }) => goal));
  const seen = new Set<string>();
  const checks = withheld.map((one): WithheldCheck => {
    const own = found.find(({ goal }) => goal.id === one.goal);
    const once = own !== undefined && !seen.has(one.goal);
    seen.add(one.goal);
    const differences = [
      ...(once ? compare(one, own) : ['goal']),
      ...(published.has(one.goal) ? ['verdicts'] : []),
    ];
    const { goal, name } = one;
    return {
      goal,
      name,
      equal: differences.length === 0,
      published: one,
      causes: own?.causes ?? [],
      differences,
    };
  });
  const silent = found.filter(
    ({ goal, verdict }) => !verdict && !seen.has(goal.id) && !published.has(goal.id),
  );
  return [
    ...checks,
    ...silent.map(({ goal: { id, name }, causes }): WithheldCheck => {
      return { goal: id, name, equal: false, published: null, causes, differences: ['goal'] };
    }),
  ];
}

function compare(told: WithheldGoal, { goal, causes }: RecomputedGoal): readonly string[] {
  if (causes.length === 0) return ['causes'];
  // Words of the publisher's own could hold a figure that nobody can check.
  const right = causes.some((one) => differingFields(told.reason, withholdingReasons[one]).length === 0);
  return [...differingFields({ name: told.name }, { name: goal.name }), ...(right ? [] : ['reason'])];
}
