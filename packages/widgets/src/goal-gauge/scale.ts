import type { PublishedVerdict } from '@zj/metrics';

/** The part of the way that is drawn. Places on it are shares of the way: 0 at the baseline, 1 at the target. */
export interface Scale {
  /** 0; less where the figure is on the wrong side of its baseline. */
  readonly low: number;
  /** 1; more where the figure, or its forecast, is beyond the target. */
  readonly high: number;
  /** How many pieces the scale is drawn in: one for each thing where few are counted, else 0. */
  readonly segments: number;
  /** Where a figure stands, in the goal's unit; `null` where there is no way. */
  readonly share: ((figure: number) => number) | null;
}

/** So many things are drawn as a segment each. */
const most = 12;

/**
 * The scale of a verdict. It ends at the target, and goes on in steps (a quarter more, half, twice the way) where there is more
 * to show, so that new figures seldom change it; a figure beyond twice the way is cut off there, marked by a break.
 */
export function scaleOf({
  actual,
  attainment,
  baseline,
  target,
  count,
  forecast,
}: Pick<PublishedVerdict, 'actual' | 'attainment' | 'baseline' | 'target' | 'count' | 'forecast'>): Scale {
  const share =
    attainment === null
      ? null
      : (figure: number): number => (figure - baseline!) / (target! - baseline!) || 0;
  // Without a way a figure has no place among the segments.
  if (count && target! > 0 && target! <= most && Number.isInteger(target) && (share || actual === null)) {
    const segments = Math.min(Math.max(target!, Math.ceil(actual!)), most);
    return { low: 0, high: segments / target!, segments, share };
  }
  const places = [attainment ?? 0, ...((share && forecast?.interval?.map(share)) ?? [])];
  return {
    low: -stretch(-Math.min(...places)),
    high: 1 + stretch(Math.max(...places) - 1),
    segments: 0,
    share,
  };
}

/** How far a scale goes on for something that is so far beyond its end; for less than reads as nothing it does not. */
function stretch(beyond: number): number {
  return [0, 0.25, 0.5].find((step) => beyond < step + 0.005) ?? 1;
}
