import type { KnownFigures } from './forecast/history.js';
import type { Observed } from './observed.js';
import type { Series } from './series.js';

/** The figures that a forecast of a goal rests on: those that judge it. `null` where none is reported. */
export function knownFigures(
  { actual, dataThrough, history }: Pick<Observed, 'actual' | 'dataThrough' | 'history'>,
  target: number | null,
  { grain, fiscalStart, omits, count }: Series,
): KnownFigures | null {
  if (actual === null || dataThrough === null) return null;
  return {
    actual,
    dataThrough,
    target,
    observations: history,
    grain,
    count,
    ...(fiscalStart !== undefined && { fiscalStart }),
    ...(omits && { omits }),
  };
}
