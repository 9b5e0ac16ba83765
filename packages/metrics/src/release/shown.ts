import type { PublishedVerdict, Verdicts, WithheldGoal } from './manifest.js';
import type { RecomputedGoal } from './recomputed.js';
import { differingFields, verify, type GoalVerification } from './verify.js';

/** The verdicts that a page shows: some of a release's, or the whole file. */
export type Shown = readonly PublishedVerdict[] | Verdicts;

/** The verdicts of a page beside those computed again. */
export interface ShownCheck {
  readonly equal: boolean;
  /** One for each verdict that is shown. */
  readonly goals: readonly GoalVerification[];
  /** Where the whole file is shown, the fields that differ from the published one: `asOf`, `manifest`, `plan`, `withheld`. */
  readonly differences: readonly string[];
}

/** Compares the verdicts of a page with those computed again; goals that it does not show are not asked for. */
export function checkShown(shown: Shown, published: Verdicts, found: readonly RecomputedGoal[]): ShownCheck {
  const whole = 'verdicts' in shown ? shown : undefined;
  const verdicts = 'verdicts' in shown ? shown.verdicts : shown;
  const names = new Set(verdicts.map(({ goal }) => goal));
  // A goal that is withheld for a reason has no figure to show.
  const due = found.flatMap(({ goal, verdict, justified }) =>
    verdict && !justified && names.has(goal.id) ? [verdict] : [],
  );
  const { goals } = verify({ verdicts }, due);
  const differences = whole ? differingFields(headOf(whole), headOf(published)) : [];
  return { equal: differences.length === 0 && goals.every(({ equal }) => equal), goals, differences };
}

function headOf({ plan, asOf, manifest, withheld }: Verdicts): Omit<Verdicts, 'version' | 'verdicts'> & {
  readonly withheld: readonly WithheldGoal[];
} {
  return { plan, asOf, manifest, withheld };
}
