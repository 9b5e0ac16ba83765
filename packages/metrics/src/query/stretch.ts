import type { Day } from '../base/day.js';
import type { Period } from '../plan/plan.js';
import { isStretched, lastKnown, lastReported, lastWhole } from './axis.js';
import { stretchStart } from './base.js';
import { endOf, moveDay, nextDay, placeBack, startOf, steps, times } from './period.js';
import type { Leaf, Question } from './question.js';

/**
 * The days of each cell of a question, for a metric over rows: those of its value, then those of its base (QUERIES.md §3).
 * Without `during` the periods begin with that of `first`, and no day before it stands in a cell; where there is none, there are no cells.
 */
export function listStretches(leaf: Leaf, question: Question, first: Day | undefined): readonly Period[] {
  const { window, time, lag, fiscalStart } = question;
  const start = window?.start ?? first;
  if (start === undefined) return [];
  const last = lastWhole(leaf);
  // Before the first period that is asked nothing was due.
  const due = time && !window ? startOf(start, time.grain, fiscalStart) : undefined;
  const cut = ({ start, end }: Period): readonly Period[] => {
    const from = later(start, due);
    // A month that is not over has no figure, and so have later ones.
    const to = leaf.time.grain !== 'day' && last < end ? last : end;
    return from <= to ? [{ start: from, end: to }] : [];
  };
  const end = lastDay(leaf, question);
  if (!time) {
    const known = { start, end: lastKnown(leaf, question) };
    const base = lag && known.start <= known.end ? cut(placeBack(known, lag)) : [];
    return [...cut({ start, end: end ?? '9999-12-31' }), ...base];
  }
  const found: Period[] = [];
  const until = startOf(lastKnown(leaf, question), time.grain, fiscalStart);
  for (let b = startOf(start, time.grain, fiscalStart); b <= until; b = moveDay(b, steps[time.grain])) {
    const whole = endOf(b, time.grain);
    const from = isStretched(question.query) ? stretchStart(b, question) : later(b, window?.start);
    found.push(...cut({ start: from, end: end !== undefined && end < whole ? end : whole }));
    const base = lag && baseStretch(b, leaf, question);
    if (base) found.push(...cut(base));
  }
  return found;
}

/** The last day whose rows count; none where nothing ends them. */
function lastDay(leaf: Leaf, question: Question): Day | undefined {
  return leaf.metric.reportedThrough === undefined ? question.window?.end : lastReported(leaf, question);
}

/** The days that the period `b` is compared with; none where it has no base. */
function baseStretch(b: Day, leaf: Leaf, question: Question): Period | undefined {
  const { window, time, fiscalStart, query } = question;
  const [lag, grain] = [question.lag!, time!.grain];
  const known = lastKnown(leaf, question);
  const whole = endOf(b, grain);
  const before = moveDay(b, times(lag, -1));
  // Of 29 February there is no day a year before.
  if (moveDay(before, lag) !== b) return undefined;
  const plain = { start: later(b, window?.start), end: whole < known ? whole : known };
  if (plain.start > plain.end) return undefined;
  const place = placeBack(plain, lag);
  if (place.start > place.end) return undefined;
  if (!isStretched(query)) return place;
  if (query.cumulative) {
    const [year, own] = [startOf(before, 'year', fiscalStart), startOf(b, 'year', fiscalStart)];
    const right = query.compare === 'year-over-year' ? moveDay(year, steps.year) === own : year === own;
    if (!right) return undefined;
  }
  return { start: stretchStart(before, question), end: place.end };
}

function later(day: Day, other: Day | undefined): Day {
  return other !== undefined && other > day ? other : day;
}

/** Stretches put together where they meet or overlap, in order of time. */
export function mergeStretches(stretches: readonly Period[]): readonly Period[] {
  const merged: Period[] = [];
  for (const one of [...stretches].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))) {
    const last = merged.at(-1);
    if (!last || nextDay(last.end) < one.start) merged.push(one);
    else if (last.end < one.end) merged[merged.length - 1] = { start: last.start, end: one.end };
  }
  return merged;
}
