import { jsonPath, type Path } from '../base/input.js';
import { problem, type Problem } from '../base/problem.js';
import { isSame } from '../base/same.js';
import { say } from '../base/sentence.js';
import { boundOfGoal } from './bounds.js';
import type { Goal, Period, Thresholds } from './plan.js';
import { isKept, isSummed } from './target-kind.js';
import { checkTarget } from './target-rules.js';

/** The rules of a goal beyond its shape; `at` is its place in the file. */
export function* checkGoal(goal: Goal, at: Path): Generator<Problem> {
  const { period, baseline, target, milestones = [] } = goal;
  const where = (...keys: Path) => jsonPath(...at, ...keys);
  yield* checkPeriod(period, [...at, 'period']);

  const kept = isKept(goal);
  const summed = isSummed(goal);
  yield* checkTarget(goal, at);
  if (goal.accumulate !== 'level') {
    if (goal.direction === 'decrease' && !kept) {
      const message = say`Only a level can have the direction "decrease": a sum or count only grows.`;
      const remedy = say`Write "accumulate": "level", or "direction": "increase". For a sum that must not grow beyond its target, write "bound": "at-most" instead.`;
      yield problem({ code: 'decrease', where: where('direction'), message, remedy });
    }
    if (baseline && summed) {
      const message = say`Only a level can have a baseline: a sum or count begins at 0.`;
      const remedy = kept
        ? say`Remove the baseline.`
        : say`Remove the baseline, or write "accumulate": "level".`;
      yield problem({ code: 'baseline', where: where('baseline'), message, remedy });
    }
    if (goal.hold === true && !kept && summed) {
      const message = say`Only a level can have "hold": a sum or count does not fall below its target again.`;
      yield problem({ code: 'hold', where: where('hold'), message, remedy: say`Remove "hold".` });
    }
  } else if (baseline && baseline.date >= period.end) {
    // The schedule runs from the day after the baseline (METHODS §2); an old baseline is as good as a new one.
    const message = say`The baseline is of ${baseline.date}, but the goal ends on ${period.end}.`;
    const remedy = say`Give the figure of a day before the end: most often the day before the period begins.`;
    yield problem({ code: 'baseline', where: where('baseline', 'date'), message, remedy });
  }

  // A bound needs no way to it: a level can be kept below zero.
  if (target !== null && target < 0 && (!kept || summed)) yield* checkNegative(goal, target, where('target'));

  const first = baseline && baseline.date < period.start ? baseline.date : period.start;
  if (goal.accumulate === 'level' && baseline && target !== null && !kept && !goal.formula) {
    const decrease = goal.direction === 'decrease';
    // A target that equals the baseline is a level to keep (METHODS §4).
    if (!isSame(target, baseline.value) && (decrease ? target > baseline.value : target < baseline.value)) {
      const message = decrease
        ? say`The target ${target} is above the baseline ${baseline.value}, but the level is meant to decrease.`
        : say`The target ${target} is below the baseline ${baseline.value}, but the level is meant to increase.`;
      const key = decrease ? 'at-most' : 'at-least';
      const keep = decrease
        ? say`A ceiling that is already met is a bound: write "bound": "${key}", and remove the baseline and the direction.`
        : say`A floor that is already met is a bound: write "bound": "${key}", and remove the baseline.`;
      const other = decrease ? 'increase' : 'decrease';
      const turn = say`If it is a bound to keep, write "bound": "${key}" and remove the baseline. Else correct the target or the baseline, or write "direction": "${other}".`;
      const remedy = boundOfGoal(goal) === key ? keep : turn;
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
function* checkNegative(goal: Goal, target: number, where: string): Generator<Problem> {
  const { accumulate, baseline } = goal;
  const code = 'negative-target';
  if (accumulate !== 'level') {
    const message = say`The target ${target} is below zero, but a sum or count begins at 0.`;
    const remedy = isKept(goal)
      ? say`Correct the target, or write "accumulate": "level".`
      : say`Correct the target, or write "accumulate": "level" with a "baseline".`;
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

/** That a period does not end before it begins. */
export function* checkPeriod({ start, end }: Period, at: Path): Generator<Problem> {
  if (start <= end) return;
  const message = say`The period begins on ${start}, after its end on ${end}.`;
  yield problem({
    code: 'period',
    where: jsonPath(...at),
    message,
    remedy: say`Exchange the two days, or correct one.`,
  });
}
