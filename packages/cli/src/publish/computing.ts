import { basesOf, isOverflow, listed, problem, say, withhold } from '@zj/metrics/internal';
import {
  MetricsError,
  recompute,
  type Computable,
  type Day,
  type Engine,
  type Goal,
  type Plan,
  type Problem,
  type PublishedVerdict,
  type Sentence,
  type WithheldGoal,
} from '@zj/metrics';

/** Verdicts, and the goals that get none. */
export interface Computed {
  readonly verdicts: readonly PublishedVerdict[];
  readonly withheld: readonly Withheld[];
}

/** A goal without a verdict. */
export interface Withheld {
  /** As it is published: without a figure. */
  readonly goal: WithheldGoal;
  /** The same for the publisher, with a remedy. */
  readonly note: Problem;
}

/** Judges every goal; `file` is where the plan stands. A goal whose figure cannot be computed is withheld. */
export async function computeGoals(
  engine: Pick<Engine, 'run'>,
  release: Computable & { readonly plan: Plan },
  { asOf, file }: { readonly asOf: Day; readonly file: string },
): Promise<Computed> {
  const verdicts: PublishedVerdict[] = [];
  const withheld: Withheld[] = [];
  for (const [index, goal] of release.plan.goals.entries()) {
    try {
      verdicts.push(...(await recompute(engine, { ...release, plan: { goals: [goal] } }, { asOf })));
    } catch (error) {
      const note = noteOf(error, goal, release, `${file} $.goals[${index}]`);
      withheld.push({ goal: withhold(goal, 'not-computable'), note });
    }
  }
  return { verdicts, withheld };
}

/** The remedy for a figure that cannot be computed. Throws an error that is not the figure's. */
function noteOf(error: unknown, { metric }: Goal, { metrics }: Computable, where: string): Problem {
  if (isOverflow(error)) {
    const known = new Map(metrics.map((one) => [one.id, one]));
    const datasets = listed([...new Set(basesOf(metric, known).map(({ dataset }) => dataset))]);
    const remedy = say`Give its column fewer digits in the contract of ${datasets}, such as DECIMAL(18,2), or the metric a smaller "scale"; until then the goal is published without a figure.`;
    return overflowProblem(where, say`The metric ${metric}`, remedy);
  }
  if (!(error instanceof MetricsError) || error.code !== 'REFUSED') throw error;
  const message = say`The metric ${metric} cannot be computed: ${error.sentence}`;
  const remedy = say`Until it can, the goal is published without a figure.`;
  return problem({ code: 'withheld', where, message, remedy });
}

/** A sum beyond the 38 digits of a DECIMAL. */
export function overflowProblem(where: string, of: Sentence, remedy: Sentence): Problem {
  const message = say`${of} has a sum of more than the 38 digits that can be added exactly.`;
  return problem({ code: 'overflow', where, message, remedy });
}
