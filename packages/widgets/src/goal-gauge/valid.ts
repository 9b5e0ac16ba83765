import type { PublishedVerdict, Range, WithheldGoal } from '@zj/metrics';
import { isKept } from './kept.js';
import { aDay, aShare, aText, isLike, orAbsent, orNull, type Sample } from '../element/like.js';

/** The parts of a verdict that a gauge's face shows. */
const face: Sample = {
  goal: '',
  name: aText,
  unit: aUnit,
  qualifier: (data) => aText(data) && isLike(data, { binding: '' }),
  period: { start: aDay, end: aDay },
  asOf: aDay,
  dataThrough: orNull(aDay),
  actual: orNull(0),
  target: orNull(0),
  baseline: orNull(0),
  attainment: orNull(0),
  schedule: orNull({ expected: 0, gap: 0, ratio: orNull(0) }),
  forecast: orNull({
    point: 0,
    interval: orNull((data) => isLike(data, [0]) && (data as readonly number[]).length === 2),
    probability: orNull(aShare),
  }),
  // A newer publisher may know others: see `tellStatus`.
  status: (data) => typeof data === 'string' && /^[a-z-]{1,40}$/.test(data),
  stale: true,
  provisional: true,
  count: true,
  demo: true,
  source: aText,
  reason: aText,
  // A kind that a newer publisher has is told in words: see `keptShape`.
  nature: orAbsent((data) => data === 'binding' || data === 'expected'),
  kind: orAbsent((data) => typeof data === 'string' && /^[a-z-]{1,40}$/.test(data)),
};

type Parts = Readonly<Record<string, Sample>>;

/** The parts of a goal that is kept. */
const kept: Parts = {
  bound: orAbsent((data) => data === 'at-least' || data === 'at-most'),
  range: orAbsent((data) => isLike(data, { from: 0, to: 0 }) && (data as Range).from <= (data as Range).to),
  margin: orNull(0),
  averaged: orAbsent({ periods: 0, of: 0 }),
  grain: orAbsent((data) => /^(day|month|quarter|half-year|year)$/.test(String(data))),
  fiscalStart: orAbsent((data) => Number.isInteger(data) && (data as number) >= 1 && (data as number) <= 12),
};

/** A figure of a period, which may still be revised. */
const dated = { date: aDay, provisional: orAbsent(true), estimated: orAbsent(true) };

/** The parts of a limit that holds in each period. */
const limit: Parts = {
  periods: [{ ...dated, value: orNull(0), kept: orNull(true) }],
  breaches: [{ ...dated, value: 0 }],
};

/** Whether data are a verdict whose face a gauge can show. The detail shows the rest as far as it is valid. */
export function isVerdict(data: unknown): data is PublishedVerdict {
  if (!isLike(data, face)) return false;
  if (isKept((data as PublishedVerdict).kind)) {
    const { kind, bound, range } = data as PublishedVerdict;
    if (
      !isLike(data, kind === 'each-period' ? { ...kept, ...limit } : kept) ||
      (bound === undefined) === (range === undefined)
    )
      return false;
  }
  const { actual, target, baseline, attainment } = data as PublishedVerdict;
  // Progress is of a way: without both its ends, or where they are the same, there is none.
  return (
    attainment === null ||
    (actual !== null && target !== null && baseline !== null && Math.abs(target - baseline) > 1e-99)
  );
}

/** Whether data name a goal that is withheld, and why. */
export function isWithheld(data: unknown): data is WithheldGoal {
  return isLike(data, { name: aText, reason: aText });
}

/** A text with what a unit has beside it: an English singular and a power of ten. */
function aUnit(data: unknown): boolean {
  if (!aText(data)) return false;
  const { one = '', power } = data as { readonly one?: unknown; readonly power?: unknown };
  return typeof one === 'string' && within(power ?? 0, 18);
}

/** A whole number at most so far from nothing. */
function within(data: unknown, most: number): boolean {
  return Number.isInteger(data) && Math.abs(data as number) <= most;
}
