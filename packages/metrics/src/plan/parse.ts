import { checkKnown, checkUnique, jsonPath, readFile, type InputOptions, type Path } from '../base/input.js';
import type { Draft } from '../base/draft.js';
import { problem, withRemedy, type Problem } from '../base/problem.js';
import { boundKeyRemedy } from './bounds.js';
import { checkGoal, checkPeriod } from './goal-rules.js';
import { checkLadder } from './ladder-rules.js';
import type { Plan } from './plan.js';
import { plan as planSchema } from './schema.js';
import { say } from '../base/sentence.js';

/** A plan, or all that is wrong with it; a `draft` can be held against other files all the same. */
export type ParsedPlan =
  | { readonly plan: Plan; readonly draft?: undefined; readonly problems: readonly [] }
  | { readonly plan?: undefined; readonly draft?: Draft<Plan>; readonly problems: readonly Problem[] };

/**
 * Reads a plan from JSON of unknown shape.
 *
 * @example
 * const { plan, problems } = parsePlan(json, { file: 'plan.json' });
 * if (!plan) throw new Error(problems.map(formatProblem).join('\n'));
 */
export function parsePlan(json: unknown, options?: InputOptions): ParsedPlan {
  const { value, draft, problems } = readFile(planSchema, json, checkPlan, options);
  if (value) return { plan: value, problems: [] };
  return { ...(draft && { draft }), problems: problems.map(remedyBound) };
}

/** Other plans have other keys for a floor or a ceiling: the remedy names ours. */
function remedyBound(found: Problem): Problem {
  const [, key] = /\.goals\[\d+\]\.([\w-]+)$/.exec(found.where) ?? [];
  const remedy = found.code === 'unknown-key' && key !== undefined ? boundKeyRemedy(key) : undefined;
  return remedy === undefined ? found : withRemedy(found, remedy);
}

/** The rules of a plan beyond its shape; `at` is its place in the file. */
export function* checkPlan(plan: Plan, at: Path = []): Generator<Problem> {
  const tasks = plan.areas.flatMap((area) => area.tasks);
  const tiers = plan.ladder?.tiers ?? [];
  yield* checkUnique('goal', plan.goals, [...at, 'goals']);
  yield* checkUnique('theme', plan.themes, [...at, 'themes']);
  yield* checkUnique('area', plan.areas, [...at, 'areas']);
  yield* checkUnique('tier', tiers, [...at, 'ladder', 'tiers']);
  yield* checkUnique('platform', plan.platforms, [...at, 'platforms']);

  yield* checkPeriod(plan.document.period, [...at, 'document', 'period']);
  const themes = new Set(plan.themes.map(({ id }) => id));
  for (const [i, goal] of plan.goals.entries()) {
    yield* checkGoal(goal, [...at, 'goals', i]);
    if (goal.theme !== undefined)
      yield* checkKnown('theme', goal.theme, themes, [...at, 'goals', i, 'theme']);
  }

  for (const [i, area] of plan.areas.entries()) {
    yield* checkUnique('task', area.tasks, [...at, 'areas', i, 'tasks']);
    for (const [j, task] of area.tasks.entries()) {
      if (task.id.startsWith(`${area.id}.`)) continue;
      const where = jsonPath(...at, 'areas', i, 'tasks', j, 'id');
      const message = say`Task ${task.id} is in area ${area.id}.`;
      const remedy = say`Write it like ${area.id}.${j + 1}, or move the task.`;
      yield problem({ code: 'wrong-area', where, message, remedy });
    }
  }

  const goals = new Set(plan.goals.map(({ id }) => id));
  for (const [i, { goal }] of tiers.entries()) {
    if (goal !== undefined) yield* checkKnown('goal', goal, goals, [...at, 'ladder', 'tiers', i, 'goal']);
  }
  if (plan.ladder) yield* checkLadder(plan.ladder, [...at, 'ladder']);
  const taskIds = new Set(tasks.map(({ id }) => id));
  for (const [i, { task }] of plan.platforms.entries()) {
    yield* checkKnown('task', task, taskIds, [...at, 'platforms', i, 'task']);
  }
  yield* checkEvents(plan, goals, at);
}

/** That each event has an id of its own, does not end before it begins, and names goals of the plan. */
function* checkEvents(
  { events = [] }: Pick<Plan, 'events'>,
  goals: ReadonlySet<string>,
  at: Path,
): Generator<Problem> {
  yield* checkUnique('event', events, [...at, 'events']);
  for (const [i, { date, until, goals: concerned = [] }] of events.entries()) {
    const path = [...at, 'events', i];
    if (until !== undefined && until < date) {
      const message = say`The event begins on ${date}, after its last day ${until}.`;
      const remedy = say`Exchange the two days, correct one, or remove "until" if it is of one day.`;
      yield problem({ code: 'period', where: jsonPath(...path, 'until'), message, remedy });
    }
    for (const [j, goal] of concerned.entries())
      yield* checkKnown('goal', goal, goals, [...path, 'goals', j]);
  }
}
