import type { Contract } from '../dataset/contract.js';
import { jsonPath, type Path } from '../base/input.js';
import { problem, type Problem } from '../base/problem.js';
import { say } from '../base/sentence.js';
import { basesOf } from '../metric/composition.js';
import type { Metric } from '../metric/metric.js';
import type { Plan } from '../plan/plan.js';

/**
 * That the years of a plan and of the datasets of its goals begin with the same month: else a chart's quarter is another than that of
 * the goal beside it. Each contract is told once, at the first goal that rests on it; `files` are those of the contracts.
 */
export function* checkFiscalPlan(
  { goals, fiscalStart }: Pick<Plan, 'goals' | 'fiscalStart'>,
  metrics: readonly Metric[],
  contracts: readonly Contract[],
  at: Path = [],
  files: readonly string[] = [],
): Generator<Problem> {
  const known = new Map(metrics.map((metric) => [metric.id, metric]));
  const used = goals.map(({ metric }) => new Set(basesOf(metric, known).map(({ dataset }) => dataset)));
  const own = fiscalStart ?? 1;
  for (const [i, contract] of contracts.entries()) {
    const goal = used.findIndex((datasets) => datasets.has(contract.id));
    const other = contract.fiscalStart ?? 1;
    if (goal < 0 || other === own) continue;
    const where =
      fiscalStart === undefined ? jsonPath(...at, 'goals', goal, 'metric') : jsonPath(...at, 'fiscalStart');
    const place = files[i] === undefined ? jsonPath('fiscalStart') : `${files[i]} ${jsonPath('fiscalStart')}`;
    const message = say`The years of this plan begin with month ${own}, but those of "${contract.id}", which the goal "${goals[goal]!.id}" rests on, begin with month ${other} (${place}).`;
    const remedy = say`Write the same "fiscalStart" in both: ${other} in the plan, or ${own} in the contract.`;
    yield problem({ code: 'fiscal-start', where, message, remedy });
  }
}
