import type { Limits, PublishedVerdict } from '@zj/metrics';
import { limitsOf as readLimits } from '@zj/metrics/internal';

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
export function limitsOf(
  verdict: Pick<PublishedVerdict, 'kind' | 'bound' | 'range' | 'target'>,
): Limits | null {
  return isKept(verdict.kind) ? readLimits(verdict) : null;
}

/** Whether a goal is a ceiling on a sum: it begins at nothing, and every day uses some of it. */
export function isUsedUp({ bound, baseline }: Pick<PublishedVerdict, 'bound' | 'baseline'>): boolean {
  return bound !== undefined && baseline !== null;
}
