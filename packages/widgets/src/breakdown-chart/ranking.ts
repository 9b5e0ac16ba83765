import { isSame } from '@zj/metrics';
import { sumDigits } from '@zj/metrics/internal';
import type { Breakdown, Part } from './breakdown.js';

/** The order of rows: by a column, by the names by code point, or as the file or the query has them. */
export type Order = (typeof orders)[number];

/** All of them. */
export const orders = ['value', 'share', 'change', 'difference', 'contribution', 'name', 'given'] as const;

/** A part with its place by size. */
export interface Ranked extends Part {
  /** From 1; parts of one size share it, and the next one skips as many. `null` without a figure. */
  readonly rank: number | null;
}

/** The key of a part among the others, with a member of any name. */
export function keyOf({ member }: Pick<Part, 'member'>): string {
  return member === null ? '?' : `=${member}`;
}

/** The value less the base; `null` where one of them is missing. */
export function differenceOf({ value, base }: Part): number | null {
  return value === null || base === null ? null : sumDigits([value, -base]);
}

/** The parts from the largest value on, or from the largest difference either way; those without a figure last, by name. */
export function rankParts(parts: readonly Part[], by: 'value' | 'difference'): readonly Ranked[] {
  const measure = (part: Part): number | null => {
    if (by === 'value') return part.value;
    const difference = differenceOf(part);
    return difference === null ? null : Math.abs(difference);
  };
  const sorted = [...parts].sort((a, b) => last(measure(a), measure(b), -1) || byName(a, b));
  const ranked: Ranked[] = [];
  for (const [at, part] of sorted.entries()) {
    const before = ranked[at - 1];
    const size = measure(part);
    const isTie = size !== null && before !== undefined && isSame(measure(before)!, size);
    ranked.push({ ...part, rank: size === null ? null : isTie ? before.rank : at + 1 });
  }
  return ranked;
}

/** The parts in another order, descending for figures; those without a figure come last in both directions. */
export function orderParts(
  parts: readonly Ranked[],
  given: readonly Part[],
  order: Order,
  isAscending: boolean,
): readonly Ranked[] {
  const way = isAscending ? 1 : -1;
  if (order === 'name') return [...parts].sort((a, b) => way * byName(a, b));
  if (order === 'given') {
    const places = new Map(given.map(({ member }, at) => [member, at]));
    const place = ({ member }: Part): number => places.get(member)!;
    return [...parts].sort((a, b) => way * (place(a) - place(b)));
  }
  const measure = (part: Part): number | null => (order === 'difference' ? differenceOf(part) : part[order]);
  return [...parts].sort((a, b) => last(measure(a), measure(b), way) || byName(a, b));
}

/** By size, `null` last. */
function last(a: number | null, b: number | null, way: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return way * (a - b);
}

/** By code point, as the SDK has texts in order; a part without a name last. */
function byName({ member: a }: Part, { member: b }: Part): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const [left, right] = [[...a], [...b]];
  for (const [at, letter] of left.entries()) {
    const other = right[at];
    if (other === undefined) return 1;
    if (letter !== other) return letter.codePointAt(0)! - other.codePointAt(0)!;
  }
  return left.length - right.length;
}

/**
 * Parts put together, where they may be: the sums of their values and of their bases, the change from these, the sum of their
 * contributions. A sum of which a part is missing is missing; a part without a figure in either year is none.
 */
export function sumParts(parts: readonly Part[], { adds }: Pick<Breakdown, 'adds'>): Part {
  const sum = (figure: (part: Part) => number | null): number | null => {
    const figures = parts.map(figure);
    return adds && figures.every((one) => one !== null) ? sumDigits(figures) : null;
  };
  const [value, base] = [sum((part) => part.value), sum((part) => part.base)];
  const known = parts.filter((part) => part.value !== null);
  return {
    member: null,
    label: null,
    value: value ?? (adds && known.length > 0 ? sumDigits(known.map((part) => part.value!)) : null),
    base,
    change: value !== null && base ? (100 * sumDigits([value, -base])) / Math.abs(base) : null,
    share: adds ? parts.reduce((whole, { share }) => whole + (share ?? 0), 0) : null,
    contribution: sum((part) => part.contribution),
    state: weakest(parts),
  };
}

const states = ['estimate', 'provisional', 'revised', 'final'] as const;

/** The state of figures put together is the weakest of theirs. */
function weakest(parts: readonly Part[]): Part['state'] {
  return states.find((state) => parts.some((part) => part.state === state)) ?? null;
}
