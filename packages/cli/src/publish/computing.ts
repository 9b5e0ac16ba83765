import {
  basesOf,
  MetricsError,
  recompute,
  withhold,
  type Computable,
  type Day,
  type Engine,
  type Goal,
  type Plan,
  type Problem,
  type PublishedVerdict,
  type WithheldGoal,
  type WithholdingCause,
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
  /** The same for whoever publishes, with what can be done. */
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
      withheld.push({ goal: withhold(goal, why(error)), note });
    }
  }
  return { verdicts, withheld };
}

/** Why a figure cannot be computed. Throws an error that is not the figure's. */
function why(error: unknown): WithholdingCause {
  if (isOverflow(error)) return 'overflow';
  if (!(error instanceof MetricsError) || !uncomputable.includes(error.code)) throw error;
  return 'not-computable';
}

const uncomputable: readonly string[] = ['REFUSED', 'RESULT_TYPE'];

function noteOf(error: unknown, { metric }: Goal, { metrics }: Computable, where: string): Problem {
  const known = new Map(metrics.map((one) => [one.id, one]));
  if (!isOverflow(error)) {
    const message = `The metric ${metric} cannot be computed: ${(error as Error).message}`;
    return {
      code: 'withheld',
      where,
      message,
      remedy: 'Until it can, the goal is published without a figure.',
    };
  }
  const datasets = [...new Set(basesOf(metric, known).map(({ dataset }) => dataset))].join(', ');
  const remedy = `Give its column fewer digits in the contract of ${datasets}, such as DECIMAL(18,2), or the metric a smaller "scale"; until then the goal is published without a figure.`;
  return overflowProblem(where, `The metric ${metric}`, remedy);
}

/** A sum beyond the 38 digits of a DECIMAL. */
export function overflowProblem(where: string, of: string, remedy: string): Problem {
  const message = `${of} has a sum of more than the 38 digits that can be added exactly.`;
  return { code: 'overflow', where, message, remedy };
}

/** Whether an engine stopped because a number has more digits than its type. */
export function isOverflow(error: unknown): boolean {
  const { message } = error as Error;
  const exact = error instanceof MetricsError ? error.code === 'SQL' : error instanceof Error;
  return exact && /^(Out of Range|Conversion) Error/.test(message);
}
