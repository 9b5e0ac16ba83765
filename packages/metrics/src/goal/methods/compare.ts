import type { Day } from '../../base/day.js';
import type { PublishedMethod } from '../../plan/plan.js';
import { isKept } from '../../plan/target-kind.js';
import { checkArguments } from '../argument.js';
import type { JudgedGoal } from '../goal.js';
import { settleGoal } from '../kind.js';
import type { Series } from '../series.js';
import type { MethodVerdict } from '../verdict.js';
import { readDestatis } from './destatis-reading.js';
import { readEscap } from './escap-reading.js';
import { readLinear } from './linear-reading.js';
import { readOpenSdg } from './open-sdg-reading.js';
import { declineKept, readGoal, type Reading } from './reading.js';
import { readUnChart } from './un-chart-reading.js';

/** In the order in which they are put side by side. */
const readers: Readonly<Record<PublishedMethod, (reading: Reading) => MethodVerdict>> = {
  'open-sdg': readOpenSdg,
  'un-chart': readUnChart,
  destatis: readDestatis,
  escap: readEscap,
  linear: readLinear,
};

/**
 * The result of a published method for a goal on a day, in the method's own words, or why it does not apply (METHODS §6). Annual
 * figures are the last of each year that count (METHODS §2); the base is the goal's baseline in its date's year, and 0 for a
 * total or a count since a day. Throws `MetricsError` `REFUSED` as `judge` does.
 *
 * @example readByMethod('linear', goal, series, { asOf: '2026-11-15' }).outputs // { percentageCompleted: 83.93333333333334 }
 */
export function readByMethod(
  method: PublishedMethod,
  goal: JudgedGoal,
  series: Series,
  { asOf }: { readonly asOf: Day },
): MethodVerdict {
  checkArguments(goal, series, asOf);
  if (isKept(goal)) return declineKept(method);
  return readers[method](readGoal(settleGoal(goal), series, asOf));
}

/**
 * The results of all published methods for a goal on a day, side by side and always in the same order: those that apply with
 * inputs and outputs, the others with the reason (METHODS §6). Throws `MetricsError` `REFUSED` as `judge` does.
 *
 * @example compareMethods(goal, series, { asOf: '2026-11-15' }).map(({ method }) => method) // ['open-sdg', 'un-chart', 'destatis', 'escap', 'linear']
 */
export function compareMethods(
  goal: JudgedGoal,
  series: Series,
  { asOf }: { readonly asOf: Day },
): readonly MethodVerdict[] {
  checkArguments(goal, series, asOf);
  const methods = Object.keys(readers) as PublishedMethod[];
  if (isKept(goal)) return methods.map(declineKept);
  const reading = readGoal(settleGoal(goal), series, asOf);
  return methods.map((method) => readers[method](reading));
}
