import { isComposite, isSeriesMeasure, readMeasure, termsOf } from './measure.js';
import type { Metric, Term } from './metric.js';

/**
 * How a figure grows with the length of its period: 1 as a sum or a count does, 0 if it does not, as an average, −1 if it shrinks.
 * Undefined for figures of which nothing can be said, such as the largest value.
 *
 * @example timePowerOf(known.get('mean-price')!, known) // 0: the price of a month can be held against that of a year
 */
export function timePowerOf({ measure }: Metric, known: ReadonlyMap<string, Metric>): number | undefined {
  if (!isComposite(measure)) {
    const { kind } = readMeasure(measure);
    if (kind === 'sum' || kind === 'count') return 1;
    return ['average', 'median', 'quantile', 'last'].includes(kind) ? 0 : undefined;
  }
  if (isSeriesMeasure(measure)) return undefined;
  const { key, terms } = termsOf(measure);
  const of = (term: Term): number | undefined => {
    const part = typeof term === 'string' ? known.get(term) : undefined;
    return part ? timePowerOf(part, known) : 0;
  };
  const [first, ...others] = terms.map(of);
  return others.reduce((left, right) => {
    if (left === undefined || right === undefined) return undefined;
    if (key === 'ratio') return left - right;
    if (key === 'multiply') return left + right;
    return left === right ? left : undefined;
  }, first);
}
