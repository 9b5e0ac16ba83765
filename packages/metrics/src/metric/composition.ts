import {
  isBase,
  isComposite,
  isSeriesMetric,
  termsOf,
  type BaseMetric,
  type SeriesMetric,
} from './measure.js';
import type { Metric, Term } from './metric.js';

/** Beyond this many terms, all written out, a statement is too long for anyone. */
export const MOST_TERMS = 200;

/** How metrics are made of each other. */
export interface Composition {
  /** Terms of a metric, all written out: itself, those of its parts, and numbers; of those alone that lead into no circle. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Of a metric that leads into a circle, the part by which it does. */
  readonly next: ReadonlyMap<string, string>;
}

/** Reads how metrics are made of each other, in chains of any length; their parts are among them, or unknown. */
export function readComposition(metrics: readonly Metric[]): Composition {
  const own = new Map(metrics.map((metric) => [metric.id, metric]));
  const sizes = new Map<string, number>();
  const users = new Map<string, string[]>();
  const waiting = new Map<string, number>();
  const parts = (metric: Metric) => partsOf(metric).filter((part) => own.has(part));
  for (const metric of own.values()) {
    waiting.set(metric.id, parts(metric).length);
    for (const part of parts(metric)) {
      const list = users.get(part);
      if (list) list.push(metric.id);
      else users.set(part, [metric.id]);
    }
  }
  const ready = [...waiting].filter(([, count]) => count === 0).map(([id]) => id);
  for (const id of ready) {
    // A number is one term, and so is an unknown name.
    const size = (term: Term): number => (typeof term === 'string' ? sizes.get(term) : undefined) ?? 1;
    sizes.set(id, 1 + allTermsOf(own.get(id)!).reduce<number>((sum, term) => sum + size(term), 0));
    for (const user of users.get(id) ?? []) {
      const left = waiting.get(user)! - 1;
      waiting.set(user, left);
      if (left === 0) ready.push(user);
    }
  }
  const circling = [...own.values()].filter(({ id }) => !sizes.has(id));
  return {
    sizes,
    next: new Map(circling.map((one) => [one.id, parts(one).find((part) => !sizes.has(part))!])),
  };
}

/**
 * The metrics of these ids and all that they are made of, each once; unknown ones are left out, and a circle ends where it
 * began. The parts of those that `ends` says are left out, too.
 */
export function reachOf(
  ids: readonly string[],
  known: ReadonlyMap<string, Metric>,
  ends?: (metric: Metric) => boolean,
): readonly Metric[] {
  const reached = new Map<string, Metric>();
  const open = [...ids].reverse();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const metric = known.get(id);
    if (!metric || reached.has(id)) continue;
    reached.set(id, metric);
    if (ends?.(metric)) continue;
    for (const part of partsOf(metric).reverse()) open.push(part);
  }
  return [...reached.values()];
}

/**
 * The metrics over rows that a metric rests on, by its id, each once: itself, or those that it is made of. Unknown ones are
 * left out.
 *
 * @example basesOf('revenue-per-patent', known).map(({ id }) => id) // ['revenue', 'patents']
 */
export function basesOf(id: string, known: ReadonlyMap<string, Metric>): readonly BaseMetric[] {
  return reachOf([id], known).filter(isBase);
}

/**
 * The metrics over rows whose figures in a cell a metric is computed from in the same cell: as {@link basesOf}, but none of those
 * below an index or a moving average.
 */
export function directBasesOf(id: string, known: ReadonlyMap<string, Metric>): readonly BaseMetric[] {
  return reachOf([id], known, isSeriesMetric).filter(isBase);
}

/** The metrics computed period by period that metrics are, or are made of, each once. */
export function seriesOf(
  ids: readonly string[],
  known: ReadonlyMap<string, Metric>,
): readonly SeriesMetric[] {
  return reachOf(ids, known).filter(isSeriesMetric);
}

function partsOf(metric: Metric): string[] {
  return allTermsOf(metric).filter((term) => typeof term === 'string');
}

function allTermsOf({ measure }: Metric): readonly Term[] {
  return isComposite(measure) ? termsOf(measure).terms : [];
}
