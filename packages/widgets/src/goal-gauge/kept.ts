import type { PublishedVerdict } from '@zj/metrics';

/** The figures between which a goal is kept; `null` on a side that is open. */
export interface Limits {
  readonly low: number | null;
  readonly high: number | null;
}

/** The kinds of goals that are kept, not reached, and those whose target a formula computes (METHODS §8). */
const [kept, computed] = [
  /^(average|floor|ceiling|range|each-period)$/,
  /^(relative|growth|chain)$/,
] as const;

/** Whether a goal is a bound, a range, an average or a limit: it has no way to go. */
export function isKept(kind = ''): boolean {
  return kept.test(kind);
}

/** Whether a goal is of a kind that only a newer script knows. */
export function isNewer(kind?: string): boolean {
  return kind !== undefined && !kept.test(kind) && !computed.test(kind);
}

/** The limits of a goal that is kept; `null` for another goal, and where the document sets no figure. */
export function limitsOf({
  kind,
  bound,
  range,
  target,
}: Pick<PublishedVerdict, 'kind' | 'bound' | 'range' | 'target'>): Limits | null {
  if (!isKept(kind)) return null;
  if (range) return { low: range.from, high: range.to };
  if (target === null) return null;
  return bound === 'at-least' ? { low: target, high: null } : { low: null, high: target };
}

/** Whether a goal is a ceiling on a sum: it begins at nothing, and every day uses some of it. */
export function isUsedUp({ bound, baseline }: Pick<PublishedVerdict, 'bound' | 'baseline'>): boolean {
  return bound !== undefined && baseline !== null;
}
