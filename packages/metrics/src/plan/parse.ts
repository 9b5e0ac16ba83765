import { isSame } from '../base/same.js';
import { checkKnown, checkUnique, jsonPath, readFile, type InputOptions, type Path } from '../base/input.js';
import type { Draft } from '../base/draft.js';
import { problem, withRemedy, type Problem } from '../base/problem.js';
import { boundKeyRemedy, boundOfGoal } from './bounds.js';
import type { Goal, Period, Plan, Thresholds } from './plan.js';
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

/** A goal has no key for a floor or a ceiling: the remedy names the keys that do. */
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
  const taskIds = new Set(tasks.map(({ id }) => id));
  for (const [i, { task }] of plan.platforms.entries()) {
    yield* checkKnown('task', task, taskIds, [...at, 'platforms', i, 'task']);
  }
}

function* checkGoal(goal: Goal, at: Path): Generator<Problem> {
  const { period, baseline, target, milestones = [] } = goal;
  const where = (...keys: Path) => jsonPath(...at, ...keys);
  yield* checkPeriod(period, [...at, 'period']);

  if (goal.accumulate !== 'level') {
    if (goal.direction === 'decrease') {
      const message = say`Only a level can have the direction "decrease": a sum or count only grows.`;
      const remedy = say`Write "accumulate": "level", or "direction": "increase".`;
      yield problem({ code: 'decrease', where: where('direction'), message, remedy });
    }
    if (baseline) {
      const message = say`Only a level can have a baseline: a sum or count begins at 0.`;
      const remedy = say`Remove the baseline, or write "accumulate": "level".`;
      yield problem({ code: 'baseline', where: where('baseline'), message, remedy });
    }
    if (goal.hold) {
      const message = say`Only a level can have "hold": a sum or count does not fall below its target again.`;
      yield problem({ code: 'hold', where: where('hold'), message, remedy: say`Remove "hold".` });
    }
  } else if (baseline && baseline.date >= period.end) {
    // The schedule runs from the day after the baseline (METHODS §2); an old baseline is as good as a new one.
    const message = say`The baseline is of ${baseline.date}, but the goal ends on ${period.end}.`;
    const remedy = say`Give the figure of a day before the end: most often the day before the period begins.`;
    yield problem({ code: 'baseline', where: where('baseline', 'date'), message, remedy });
  }

  if (target !== null && target < 0) yield* checkNegative(goal, target, where('target'));

  const first = baseline && baseline.date < period.start ? baseline.date : period.start;
  if (goal.accumulate === 'level' && baseline && target !== null) {
    const decrease = goal.direction === 'decrease';
    // A target that equals the baseline is a level to keep (METHODS §4).
    if (!isSame(target, baseline.value) && (decrease ? target > baseline.value : target < baseline.value)) {
      const message = decrease
        ? say`The target ${target} is above the baseline ${baseline.value}, but the level is meant to decrease.`
        : say`The target ${target} is below the baseline ${baseline.value}, but the level is meant to increase.`;
      const bound = decrease ? 'ceiling' : 'floor';
      const stay = decrease
        ? say`A ceiling that is already met needs no baseline: remove it, and write "hold": true.`
        : say`A floor that is already met needs no baseline: remove it, and write "hold": true.`;
      const other = decrease ? 'increase' : 'decrease';
      const turn = say`Correct the target or the baseline, or write "direction": "${other}".`;
      const remedy = boundOfGoal(goal) === bound ? stay : turn;
      yield problem({ code: 'target', where: where('target'), message, remedy });
    }
  }

  let last = baseline ? baseline.date : '';
  for (const [i, { date }] of milestones.entries()) {
    if (date < first || date >= period.end) {
      const message = say`The milestone of ${date} is not between ${first} and ${period.end}.`;
      const remedy = say`Give a day of the period; the figure of its last day is the target.`;
      yield problem({ code: 'milestone', where: where('milestones', i, 'date'), message, remedy });
    } else if (date <= last) {
      const message = say`The milestone of ${date} does not come after ${last}.`;
      yield problem({
        code: 'milestone',
        where: where('milestones', i, 'date'),
        message,
        remedy: say`Order them by day.`,
      });
    }
    last = date;
  }
  yield* checkThresholds(goal.thresholds ?? {}, [...at, 'thresholds']);
}

/** That a target below zero has a way to it (METHODS §2): from 0 upward there is none. */
function* checkNegative({ accumulate, baseline }: Goal, target: number, where: string): Generator<Problem> {
  const code = 'negative-target';
  if (accumulate !== 'level') {
    const message = say`The target ${target} is below zero, but a sum or count begins at 0.`;
    const remedy = say`Correct the target, or write "accumulate": "level" with a "baseline".`;
    yield problem({ code, where, message, remedy });
  } else if (!baseline) {
    const message = say`The target ${target} is below zero, so it needs a baseline.`;
    const remedy = say`Add "baseline": { "value": …, "date": "…" }, the figure from before the period, or correct the target.`;
    yield problem({ code, where, message, remedy });
  }
}

/** The thresholds of a goal without its own (METHODS §4). */
const usual = { onTrack: 0.95, atRisk: 0.6, onTrackProbability: 0.5, atRiskProbability: 0.2 };

function* checkThresholds(own: Partial<Thresholds>, at: Path): Generator<Problem> {
  const all = { ...usual, ...own };
  const pairs = [
    ['atRisk', 'onTrack'],
    ['atRiskProbability', 'onTrackProbability'],
  ] as const;
  for (const [lower, upper] of pairs) {
    if (all[lower] <= all[upper]) continue;
    const message = say`"${lower}" is ${all[lower]}, above "${upper}" with ${all[upper]}.`;
    const remedy = say`Set both, "${lower}" at most as high as "${upper}".`;
    yield problem({ code: 'thresholds', where: jsonPath(...at), message, remedy });
  }
}

function* checkPeriod({ start, end }: Period, at: Path): Generator<Problem> {
  if (start <= end) return;
  const message = say`The period begins on ${start}, after its end on ${end}.`;
  yield problem({
    code: 'period',
    where: jsonPath(...at),
    message,
    remedy: say`Exchange the two days, or correct one.`,
  });
}
