import { jsonPath } from '../base/input.js';
import type { Day } from '../base/day.js';
import { problem, type Problem } from '../base/problem.js';
import { countPeriods, dayBefore, endOf, startOf } from './period.js';
import type { Leaf, Question } from './question.js';
import { say } from '../base/sentence.js';

/** More rows than these are no answer, and each is one for each combination of the dimensions. */
const MOST_PERIODS = 100_000;

/** That the periods of a complete axis, each with a row, are not too many. */
export function* checkAxis(question: Question): Generator<Problem> {
  const { window, time, fiscalStart } = question;
  if (!window || !time || !isComplete(question.query)) return;
  const end = question.allLeaves
    .map((leaf) => lastReported(leaf, question))
    .sort()
    .at(-1)!;
  const count = countPeriods({ start: window.start, end }, time.grain, fiscalStart);
  if (count <= MOST_PERIODS) return;
  const message = say`From ${window.start} to ${end} there are ${count} periods, and a complete axis has at most ${MOST_PERIODS}.`;
  const remedy = say`Write a shorter "during", or a longer grain in "by".`;
  yield problem({ code: 'too-many', where: jsonPath('during'), message, remedy });
}

/** Whether each period has a row. */
export function isComplete(query: Question['query']): boolean {
  return query.complete === true || isStretched(query);
}

/** Whether the figures of a period are of more than its own rows. */
export function isStretched({ cumulative, rolling }: Question['query']): boolean {
  return cumulative !== undefined || rolling !== undefined;
}

/** The last day up to which figures of a metric are reported, within the window. */
export function lastReported(
  { reportedThrough }: Pick<Leaf, 'reportedThrough'>,
  { window }: Pick<Question, 'window'>,
): Day {
  return earlier(reportedThrough, window);
}

/** The last day of which figures of a metric are known, within the window: E of QUERIES.md. */
export function lastKnown(
  leaf: Pick<Leaf, 'reportedThrough' | 'time'>,
  { window }: Pick<Question, 'window'>,
): Day {
  return earlier(lastWhole(leaf), window);
}

/** The last day of the last period of a dataset that is reported wholly: of October there is no figure on 15 October. */
export function lastWhole({
  reportedThrough,
  time,
}: Pick<Leaf, 'reportedThrough'> & { readonly time: Pick<Leaf['time'], 'grain' | 'fiscalStart'> }): Day {
  const start = startOf(reportedThrough, time.grain, time.fiscalStart);
  return endOf(start, time.grain) === reportedThrough ? reportedThrough : dayBefore(start);
}

const earlier = (day: Day, window: Question['window']): Day =>
  window && window.end < day ? window.end : day;
