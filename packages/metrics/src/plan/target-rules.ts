import { isYearsAfter, type Day } from '../base/day.js';
import { jsonPath, type Path } from '../base/json-path.js';
import { problem, type Problem } from '../base/problem.js';
import type { ProblemCode } from '../base/problem-code.js';
import { say, type Sentence } from '../base/sentence.js';
import { changesOf, targetOf, yearsOf } from './formula.js';
import type { Goal } from './plan.js';
import { isKept, isSummed } from './target-kind.js';

/** Yields one problem of a goal: its code, the keys to its place, the message and the remedy. */
type Tell = (code: ProblemCode, keys: Path, message: Sentence, remedy: Sentence) => Problem;

/** The parts of a goal that say what its document demands. */
export type TargetGoal = Pick<
  Goal,
  | 'target'
  | 'bound'
  | 'range'
  | 'formula'
  | 'was'
  | 'accumulate'
  | 'direction'
  | 'baseline'
  | 'hold'
  | 'grain'
  | 'milestones'
  | 'period'
>;

/** That bounds, ranges, averages, limits and formulas of a goal are written as METHODS §8 says. */
export function* checkTarget(goal: TargetGoal, at: Path): Generator<Problem> {
  const tell: Tell = (code, keys, message, remedy) =>
    problem({ code, where: jsonPath(...at, ...keys), message, remedy });
  const given = (['bound', 'range', 'formula'] as const).filter((key) => goal[key] !== undefined);
  const [first, second] = given;
  if (first && second) {
    const message = say`The goal has "${first}" and "${second}": a target is written in one way.`;
    yield tell(second, [second], message, say`Remove "${first}" or "${second}".`);
    return;
  }
  if (isKept(goal)) yield* checkKept(goal, tell);
  else if (goal.accumulate === 'average') {
    const message = say`An average of the period is judged by a bound or a range, and the goal has none.`;
    const remedy = say`Add "bound": "at-least" (不低于), "bound": "at-most" (控制在…以内) or "range": { "from": 4.5, "to": 5.5 }.`;
    yield tell('accumulate', ['accumulate'], message, remedy);
  }
  if (goal.formula) yield* checkFormula(goal, goal.formula, tell);
  yield* checkLimit(goal, tell);
  yield* checkFormer(goal, tell);
}

function* checkKept(goal: TargetGoal, tell: Tell): Generator<Problem> {
  const { bound, range, baseline, direction, hold, milestones = [] } = goal;
  const key = bound ? 'bound' : 'range';
  const summed = isSummed(goal);
  if (bound === 'at-least' && summed) {
    const message = say`A sum or a count that grows to its target needs no floor.`;
    const remedy = say`Remove "bound": the target is reached at this figure or above. If every period has to keep it by its own figure, write "accumulate": "level" and "hold": "each-period".`;
    yield tell('bound', ['bound'], message, remedy);
  }
  if (range) {
    if (range.from > range.to) {
      const message = say`The range begins at ${range.from}, above its end ${range.to}.`;
      yield tell('range', ['range'], message, say`Exchange the two figures, or correct one.`);
    }
    if (goal.target !== null) {
      const message = say`The goal has a range and the target ${goal.target}: a range has no single target.`;
      yield tell('range', ['target'], message, say`Write "target": null, or remove "range".`);
    }
    if (summed) {
      const message = say`A sum or a count passes through the range on its way: only a level or an average can keep one.`;
      const remedy = say`Write "accumulate": "level" or "average", or two goals: the lower end as a plain target, the upper end with "bound": "at-most".`;
      yield tell('range', ['range'], message, remedy);
    }
  }
  if (baseline && !summed) {
    const message = say`A bound or a range is kept, not reached: it has no baseline.`;
    yield tell('baseline', ['baseline'], message, say`Remove the baseline.`);
  }
  const right = bound === 'at-least' ? 'increase' : bound && !summed ? 'decrease' : undefined;
  if (direction !== undefined && direction !== right) {
    const message = bound
      ? say`The bound "${bound}" does not go with the direction "${direction}".`
      : say`A range has no direction.`;
    yield tell(
      'direction',
      ['direction'],
      message,
      say`Remove "direction": "${key}" says which side is good.`,
    );
  }
  if (hold === true) {
    const message = say`A bound or a range is judged at the end date anyway: "hold": true changes nothing.`;
    const remedy = say`Remove "hold". If every period has to keep it, write "hold": "each-period".`;
    yield tell('hold', ['hold'], message, remedy);
  }
  const beyond = milestones.findIndex(({ value }) => goal.target !== null && value > goal.target);
  if (summed && beyond >= 0) {
    const message = say`The milestone of ${milestones[beyond]!.date} is ${milestones[beyond]!.value}, above the ceiling ${goal.target ?? ''}.`;
    yield tell(
      'milestone',
      ['milestones', beyond, 'value'],
      message,
      say`Correct the milestone or the target.`,
    );
  }
  if (milestones.length > 0 && !summed) {
    const message = say`A bound or a range has no way to it, and so no milestones.`;
    yield tell('milestone', ['milestones'], message, say`Remove "milestones".`);
  }
}

function* checkFormula(
  goal: TargetGoal,
  formula: NonNullable<Goal['formula']>,
  tell: Tell,
): Generator<Problem> {
  const { accumulate, baseline, target, direction, period } = goal;
  const write = say`Write the target as a number, and remove "formula".`;
  if (target !== null) {
    const message = say`The goal has a formula and the target ${target}: the formula computes it.`;
    yield tell('formula', ['target'], message, say`Write "target": null, or remove "formula".`);
  }
  if (accumulate !== 'level') {
    const message = say`Only a level is computed from its baseline.`;
    yield tell(
      'formula',
      ['formula'],
      message,
      say`Write "accumulate": "level", or write the target as a number and remove "formula".`,
    );
    return;
  }
  if (!baseline) {
    const message = say`The formula starts from the baseline, and the goal has none.`;
    const remedy = say`Add "baseline": { "value": …, "date": "…" }, the figure from before the period.`;
    yield tell('formula', ['formula'], message, remedy);
    return;
  }
  if (!('plus' in formula)) {
    if (baseline.value <= 0) {
      const message = say`A change in per cent needs a baseline above zero, and it is ${baseline.value}.`;
      yield tell('formula', ['formula'], message, write);
      return;
    }
    const low = changesOf(formula).find((change) => change < -100);
    if (low !== undefined) {
      const message = say`Nothing can fall by more than 100 per cent, and the formula says ${low}.`;
      yield tell('formula', ['formula'], message, say`Correct the formula.`);
      return;
    }
  }
  yield* checkYears(yearsOf(formula), baseline.date, period.end, tell);
  const aim = targetOf(baseline, formula);
  if (Math.abs(aim) >= Number.MAX_VALUE) {
    const message = say`The formula gives a target that is too large to be a number.`;
    yield tell('formula', ['formula'], message, say`Correct the formula.`);
    return;
  }
  const falls = aim < baseline.value;
  if (direction !== undefined && aim !== baseline.value && falls !== (direction === 'decrease')) {
    const message = falls
      ? say`The formula gives ${aim}, below the baseline ${baseline.value}, but the level is meant to increase.`
      : say`The formula gives ${aim}, above the baseline ${baseline.value}, but the level is meant to decrease.`;
    yield tell(
      'direction',
      ['direction'],
      message,
      say`Remove "direction": the formula says it. Or correct its sign.`,
    );
  }
}

/** That the years of a formula lead from the baseline to the end date. */
function* checkYears(years: number | null, from: Day, to: Day, tell: Tell): Generator<Problem> {
  if (years === null || isYearsAfter(from, to, years)) return;
  const message = say`The formula spans ${years} years, but they do not lead from the baseline of ${from} to the end on ${to}.`;
  const remedy = say`Correct the years or the two days. If the document counts otherwise, write the target as a number, and remove "formula".`;
  yield tell('formula', ['formula'], message, remedy);
}

/** That a limit in each period is a bound or a range of a level, and that only such a limit has a grain. */
function* checkLimit(goal: TargetGoal, tell: Tell): Generator<Problem> {
  const { hold, grain, accumulate } = goal;
  if (hold !== 'each-period') {
    if (grain === undefined) return;
    const message = say`Only a limit that holds in each period has a "grain".`;
    yield tell('limit-grain', ['grain'], message, say`Remove "grain", or write "hold": "each-period".`);
    return;
  }
  if (!isKept(goal)) {
    const message = say`"hold": "each-period" says that every period keeps a bound or a range, and the goal has none.`;
    const remedy = say`Add "bound" or "range", or write "hold": true for a level that must still stand at the end date.`;
    yield tell('hold', ['hold'], message, remedy);
  }
  if (accumulate !== 'level') {
    const message = say`"hold": "each-period" judges each period by its own figure: only a level has one.`;
    yield tell('hold', ['hold'], message, say`Write "accumulate": "level", or remove "hold".`);
  }
}

/** That former targets are in order of time and ended before the goal does. */
function* checkFormer({ was = [], period }: TargetGoal, tell: Tell): Generator<Problem> {
  let last = '';
  for (const [i, { target, range, until }] of was.entries()) {
    if ((target === null) === (range === undefined)) {
      const message = say`A former target is one figure or a range.`;
      yield tell(
        'former-target',
        ['was', i],
        message,
        say`Give "target" a number, or write null and add "range".`,
      );
    }
    if (range && range.from > range.to) {
      const message = say`The range begins at ${range.from}, above its end ${range.to}.`;
      yield tell(
        'former-target',
        ['was', i, 'range'],
        message,
        say`Exchange the two figures, or correct one.`,
      );
    }
    if (until <= last) {
      const message = say`The former target that held until ${until} does not come after that until ${last}.`;
      yield tell('former-target', ['was', i, 'until'], message, say`Order them by day.`);
    } else if (until >= period.end) {
      const message = say`The former target held until ${until}, but the goal ends on ${period.end}.`;
      const remedy = say`Give the last day before the change.`;
      yield tell('former-target', ['was', i, 'until'], message, remedy);
    }
    last = until;
  }
}
