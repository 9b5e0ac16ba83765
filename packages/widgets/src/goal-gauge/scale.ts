import type { PublishedVerdict } from '@zj/metrics';

/** The way of a goal: from 0 at its baseline to 1 at its target. Nothing stretches it. */
export interface Scale {
  /** How many pieces the way is drawn in: one for each thing where few are counted, else 0. */
  readonly segments: number;
  /** Where a figure stands, in the goal's unit; `null` where there is no way. */
  readonly share: ((figure: number) => number) | null;
}

/** So many things are drawn as a segment each. */
const most = 12;

/** The scale of a verdict. */
export function scaleOf({
  actual,
  attainment,
  baseline,
  target,
  count,
}: Pick<PublishedVerdict, 'actual' | 'attainment' | 'baseline' | 'target' | 'count'>): Scale {
  const share =
    attainment === null
      ? null
      : (figure: number): number => (figure - baseline!) / (target! - baseline!) || 0;
  // Without a way a figure has no place among the segments.
  const isCounted =
    count &&
    target! > 0 &&
    target! <= most &&
    Number.isInteger(target) &&
    (share !== null || actual === null);
  return { segments: isCounted ? target! : 0, share };
}

/** The share of the way that is done; a level that is reached may have no way to it. */
export function doneOf(verdict: Pick<PublishedVerdict, 'attainment' | 'status'>): number {
  return verdict.attainment ?? (verdict.status === 'achieved' ? 1 : 0);
}

/** Whether a forecast still tells something: a decided goal needs none. */
export function hasForecast({ forecast, status }: Pick<PublishedVerdict, 'forecast' | 'status'>): boolean {
  return !!forecast && !/achieved|missed/.test(status);
}
