import type { Column, Contract } from '../dataset/contract.js';
import { isBase, isComposite, isSeriesMeasure, readMeasure, termsOf, type BaseMetric } from './measure.js';
import type { Additivity, Metric } from './metric.js';
import { isRelative } from '../base/unit.js';

/** The metrics and columns by which the parts of a metric are found; unknown names are passed over. */
export interface Parts {
  readonly metric: (id: string) => Metric | undefined;
  readonly column?: (metric: BaseMetric) => Column | undefined;
}

/** Where the parts of metrics are found: among those known, and in the contracts of the leaves. */
export function partsOf(
  leaves: readonly { readonly metric: BaseMetric; readonly contract: Contract }[],
  known: ReadonlyMap<string, Metric>,
): Parts {
  const contracts = new Map(leaves.map(({ metric, contract }) => [metric.dataset, contract]));
  return {
    metric: (id) => known.get(id),
    column: ({ dataset, measure }) => {
      const { column } = readMeasure(measure);
      return contracts.get(dataset)?.columns.find(({ name }) => name === column);
    },
  };
}

/** From the narrowest to the widest. */
const additivities: readonly Additivity[] = ['non-additive', 'semi-additive', 'additive'];

/** The narrowest of several. */
export function narrowest(all: readonly Additivity[]): Additivity {
  return additivities[Math.min(...all.map((one) => additivities.indexOf(one)))] ?? 'non-additive';
}

/** The additivity of a metric: its declaration, as far as its measure allows. */
export function additivityOf(metric: Metric, parts: Parts): Additivity {
  const { additivity } = metric;
  if (additivity !== undefined && isRelativeSum(metric, parts)) {
    // A sum at the last day may declare its additivity over dimensions alone.
    return 'last' in metric.measure ? narrowest(['semi-additive', additivity]) : additivity;
  }
  const implied = impliedAdditivity(metric, parts);
  return additivity === undefined ? implied : narrowest([implied, additivity]);
}

/** The additivity that follows from the measure and its unit, without the metric's declaration. */
export function impliedAdditivity(metric: Metric, parts: Parts): Additivity {
  const { measure } = metric;
  if (!isComposite(measure)) {
    if ('sum' in measure) return isRelativeSum(metric, parts) ? 'non-additive' : 'additive';
    if ('count' in measure) return 'additive';
    if ('last' in measure) return isRelativeSum(metric, parts) ? 'non-additive' : 'semi-additive';
    return 'non-additive';
  }
  const of = (id: string): Additivity => {
    const part = parts.metric(id);
    return part ? additivityOf(part, parts) : 'additive';
  };
  if (isSeriesMeasure(measure)) return 'non-additive';
  const { key, terms } = termsOf(measure);
  const named = terms.filter((term) => typeof term === 'string');
  if (key === 'multiply') return named.length === 1 ? of(named[0]!) : 'non-additive';
  // A number would be added once for each part.
  if (key === 'ratio' || named.length < terms.length) return 'non-additive';
  return narrowest(named.map(of));
}

/**
 * Whether a metric sums figures in %, percentage points, ‰ or an index, also on a last day: such a sum adds up only if it is
 * declared to.
 */
export function isRelativeSum(metric: Metric, { column }: Parts): boolean {
  if (!('sum' in metric.measure || 'last' in metric.measure)) return false;
  return isRelative(metric.unit) || (isBase(metric) && isRelative(column?.(metric)?.unit));
}

/** Whether the declaration of a metric says less than its measure allows. */
export function isNarrowed(metric: Metric, parts: Parts): boolean {
  const { additivity } = metric;
  if (additivity === undefined) return false;
  const implied = impliedAdditivity(metric, parts);
  return additivity !== implied && narrowest([implied, additivity]) === additivity;
}

/** Whether a figure of several rows is their sum, or their number, over time, too. */
export function isAdding(metric: BaseMetric): boolean {
  const { kind } = readMeasure(metric.measure);
  return kind === 'sum' || kind === 'count';
}

/**
 * Whether a figure of several rows is their sum or their number: a declaration can forbid those. All others are computed anew
 * from the rows.
 */
export function isAddingRows(metric: BaseMetric): boolean {
  return isAdding(metric) || readMeasure(metric.measure).kind === 'last';
}
