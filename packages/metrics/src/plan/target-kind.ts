// Targets that are more than one figure to reach: METHODS §8.

/** Whether a figure is to stay at its target or above it (不低于), or at its target or below it (控制在…以内). */
export type Bound = 'at-least' | 'at-most';

/** A bound with two sides, both of which still keep it: 5%左右 as 4.5 to 5.5. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** How a document computes a target from the baseline. `percent` and `growth` are in per cent; each link of `chain` is the change of one year. */
export type Formula =
  | { readonly plus: number }
  | { readonly percent: number }
  | { readonly growth: number; readonly years: number }
  | { readonly chain: readonly number[] };

/** 约束性: the government is bound to it; 预期性: it expects it. */
export type Nature = 'binding' | 'expected';

/** The periods in each of which a limit is to hold. */
export type LimitGrain = 'month' | 'quarter' | 'half-year' | 'year';

/** Whether a goal is a bound or a range: kept, not reached. */
export function isKept({ bound, range }: { readonly bound?: Bound; readonly range?: Range }): boolean {
  return bound !== undefined || range !== undefined;
}

/** Whether a goal is a sum or a count within its own period, from 0. */
export function isSummed({ accumulate }: { readonly accumulate: string }): boolean {
  return accumulate === 'total' || accumulate === 'since';
}
