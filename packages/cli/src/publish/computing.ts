import {
  basesOf,
  MetricsError,
  recompute,
  type Computable,
  type Day,
  type Engine,
  type Plan,
  type Problem,
  type PublishedVerdict,
} from '@zj/metrics';

/** Verdicts, or why the figures they need cannot be had. */
export interface Computed {
  readonly verdicts: readonly PublishedVerdict[];
  readonly problems: readonly Problem[];
}

/** Judges every goal; `file` is where the plan stands. */
export async function computeGoals(
  engine: Pick<Engine, 'run'>,
  release: Computable & { readonly plan: Plan },
  { asOf, file }: { readonly asOf: Day; readonly file: string },
): Promise<Computed> {
  const verdicts: PublishedVerdict[] = [];
  const problems: Problem[] = [];
  for (const [index, goal] of release.plan.goals.entries()) {
    const where = `${file} $.goals[${index}]`;
    const known = new Map(release.metrics.map((metric) => [metric.id, metric]));
    try {
      verdicts.push(...(await recompute(engine, { ...release, plan: { goals: [goal] } }, { asOf })));
    } catch (error) {
      if (!isOverflow(error)) throw error;
      const datasets = basesOf(goal.metric, known).map(({ dataset }) => dataset);
      const of = `The metric ${goal.metric}`;
      const remedy = `Give its column fewer digits in the contract of ${[...new Set(datasets)].join(', ')}, such as DECIMAL(18,2), or the metric a smaller "scale".`;
      problems.push(overflowProblem(where, of, remedy));
    }
  }
  return { verdicts, problems };
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
