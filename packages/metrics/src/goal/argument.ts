import { MetricsError } from '../base/error.js';
import { listed, say, type Sentence } from '../base/sentence.js';
import { isDay } from '../base/day.js';
import { checkTarget } from '../plan/target-rules.js';
import type { Day } from '../base/day.js';
import { monthsIn, namePeriod } from '../base/period.js';
import type { JudgedGoal } from './goal.js';
import type { Series } from './series.js';

/** Throws `MetricsError` `REFUSED` if a program without types left out an argument of `judge`, or gave another thing. */
export function checkCall(goal: unknown, series: unknown, options: unknown): void {
  const isObject = (given: unknown): given is Readonly<Record<string, unknown>> =>
    typeof given === 'object' && given !== null;
  const wrong = [
    ...(isObject(goal) && isObject(goal.period) ? [] : ['goal']),
    ...(isObject(series) && Array.isArray(series.observations) ? [] : ['series']),
    ...(isObject(options) ? [] : ['options']),
  ];
  if (wrong.length === 0) return;
  throw new MetricsError(
    'REFUSED',
    say`Missing or of another type: ${listed(wrong)}. Write judge(goal, series, options) with a goal of plan.goals, a series such as { grain: 'month', reportedThrough: '2026-10-31', count: false, observations: [] } and options such as { asOf: '2026-10-31' }.`,
  );
}

/** Throws `MetricsError` `REFUSED` if a goal, a series or a day breaks its type. */
export function checkArguments(goal: JudgedGoal, series: Series, asOf: Day): void {
  const { period, target, baseline, milestones = [] } = goal;
  const refuse = (what: Sentence): never => {
    throw new MetricsError('REFUSED', say`Goal ${goal.id} cannot be judged: ${what}.`);
  };
  const checkDay = (day: Day): void => {
    if (!isDay(day)) refuse(say`${String(day)} is not a calendar day such as 2026-10-31`);
  };
  const checkFigure = (figure: number): void => {
    if (!Number.isFinite(figure)) refuse(say`${figure} is not a finite number`);
  };
  for (const day of [asOf, period.start, period.end, series.reportedThrough ?? asOf]) checkDay(day);
  for (const { date, value } of [...(baseline ? [baseline] : []), ...milestones, ...series.observations]) {
    checkDay(date);
    checkFigure(value);
  }
  if (series.grain !== 'day' && !Object.hasOwn(monthsIn, series.grain)) {
    refuse(
      say`the grain of its series is "${String(series.grain)}", not day, month, quarter, half-year or year`,
    );
  }
  if (series.fiscalStart !== undefined && !isMonth(series.fiscalStart))
    refuse(say`"fiscalStart" of its series must be a month from 1 to 12, not ${String(series.fiscalStart)}`);
  checkOrder(series, refuse);
  checkFigure(target ?? 0);
  if (period.start > period.end) refuse(say`its period ends before it begins`);
  if (series.omits && !isOmission(series.omits)) {
    refuse(
      say`"omits" of its series must be months from 1 to 12, with at least one month left, not ${listed(series.omits)}`,
    );
  }
  if (goal.direction === 'decrease' && goal.accumulate !== 'level' && !goal.bound) {
    refuse(say`only a level can decrease`);
  }
  checkKind(goal, series, refuse);
}

/** That the parts of a goal of METHODS §8 fit each other, as a plan's file is told, and its series has periods to average. */
function checkKind(goal: JudgedGoal, { grain }: Series, refuse: (what: Sentence) => never): void {
  const { accumulate, bound, range, formula, hold } = goal;
  const known =
    ['total', 'since', 'level', 'average'].includes(accumulate) &&
    [undefined, 'at-least', 'at-most'].includes(bound) &&
    [undefined, true, false, 'each-period'].includes(hold);
  if (!known) refuse(say`"accumulate", "bound" or "hold" is no word of the format`);
  if (!bound && !range && !formula && accumulate !== 'average' && hold !== 'each-period') return;
  const figures = [...(range ? [range.from, range.to] : []), ...(formula ? figuresOf(formula) : [])];
  if (!figures.every(Number.isFinite))
    refuse(say`its range or its formula has a figure that is no finite number`);
  if (bound && (accumulate === 'total' || accumulate === 'since') && (goal.target ?? 0) < 0) {
    refuse(say`its ceiling is below zero, where a sum begins`);
  }
  const [found] = checkTarget(goal, []);
  if (found) throw new MetricsError('REFUSED', say`Goal ${goal.id} cannot be judged. ${found.message}`);
  if (accumulate === 'average' && grain === 'day') {
    refuse(say`an average needs a series by month or longer, not by day`);
  }
}

/** The figures of a formula; of another object something that is no number. */
function figuresOf(formula: object): readonly number[] {
  const { plus, percent, growth, years, chain } = formula as Readonly<Record<string, unknown>>;
  if (growth !== undefined) return Number.isInteger(years) && Number(years) <= 100 ? [Number(growth)] : [NaN];
  if (Array.isArray(chain)) return chain.length > 0 ? chain.map(Number) : [NaN];
  return [(plus ?? percent ?? NaN) as number];
}

/** That figures are in order of time, one for each period: any other could be counted twice, or not at all. */
function checkOrder({ grain, fiscalStart, observations }: Series, refuse: (what: Sentence) => never): void {
  const nameOf = (date: Day): string => (grain === 'day' ? date : namePeriod(date, { grain, fiscalStart }));
  let last = '';
  for (const { date } of observations) {
    // Days, and the names of periods of one grain, sort as text.
    const period = nameOf(date);
    if (period === last) refuse(say`it has two figures of ${period}`);
    if (period < last) refuse(say`its figure of ${period} comes after that of ${last}`);
    last = period;
  }
}

function isOmission(omits: readonly number[]): boolean {
  return omits.every(isMonth) && new Set(omits).size < 12;
}

function isMonth(month: number): boolean {
  return Number.isInteger(month) && month >= 1 && month <= 12;
}
