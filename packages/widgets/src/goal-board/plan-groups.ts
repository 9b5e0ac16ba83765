import type { Text } from '@zj/metrics';
import { aText, isLike, orAbsent, type Sample } from '../element/like.js';

/** The parts of a plan that order its goals. */
export interface GoalOrder {
  readonly document: { readonly title: Text };
  readonly goals: readonly { readonly id: string; readonly theme?: string }[];
  readonly themes: readonly { readonly id: string; readonly ordinal: string; readonly title: Text }[];
}

const plan: Sample = {
  document: { title: aText },
  goals: [{ id: '', theme: orAbsent('') }],
  themes: [{ id: '', ordinal: '', title: aText }],
};

/** The order of a plan of a manifest, which nobody has checked yet; `undefined` for one without. */
export function orderOfPlan(data: unknown): GoalOrder | undefined {
  return isLike(data, plan) ? (data as GoalOrder) : undefined;
}
