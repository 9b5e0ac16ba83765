import type { Contract } from '../dataset/contract.js';
import { collect, jsonPath, type Path } from '../base/input.js';
import { MetricsError } from '../base/error.js';
import { problem, type Problem } from '../base/problem.js';
import { wordsIn, type Bilingual } from '../base/text.js';
import { additivityOf, partsOf } from '../metric/additivity.js';
import { basesOf, MOST_TERMS, readComposition, seriesOf } from '../metric/composition.js';
import { timeOf } from '../metric/measure.js';
import type { Metric, SeriesOrder } from '../metric/metric.js';
import { checkOverlap } from '../metric/rules.js';
import { hasNoTotal } from './adding.js';
import type { Catalogue } from './catalogue.js';
import { compileQuery } from './compile.js';
import type { QueryKeys } from './query.js';

/** The questions whose answers a published series holds. */
export interface SeriesQueries {
  /** The figures of the periods, with those of one year before; the whole, shares and contributions as far as there are any. */
  readonly own: QueryKeys;
  /** The same for the year up to each period; absent where figures do not add up over time, and where the periods are years. */
  readonly toDate?: QueryKeys;
  /** Why the members are not added up; absent where they add up to the whole, and without a dimension. */
  readonly apart?: Bilingual;
}

/**
 * The questions of an order: they ask for everything that the additivity of its metric and the overlap of its dimension allow
 * (QUERIES.md §3). Nothing is tried out: an order that has no right answer is refused when its queries are compiled.
 *
 * @example
 * querySeries({ metric: 'industry-revenue', grain: 'month', by: 'industry' }, catalogue).own;
 * // { metric: 'industry-revenue', by: ['month', 'industry'], complete: true, compare: 'year-over-year', share: true, … }
 */
export function querySeries({ metric: id, grain, by }: SeriesOrder, catalogue: Catalogue): SeriesQueries {
  const { metrics, datasets } = catalogue;
  const known = new Map(metrics.map((metric) => [metric.id, metric]));
  const leaves = basesOf(id, known).flatMap((metric) => {
    const contract = datasets.find((one) => one.contract.id === metric.dataset)?.contract;
    return contract ? [{ metric, contract, time: timeOf(metric, contract) }] : [];
  });
  const plain = { metric: id, by: by === undefined ? [grain] : [grain, by], complete: true } as const;
  const metric = known.get(id);
  if (!metric) return { own: plain };
  const additivity = additivityOf(metric, partsOf(leaves, known));
  // Nobody could tell whether a change of an index is only a missing report.
  const below = new Set(seriesOf([id], known).flatMap((one) => basesOf(one.id, known)));
  const reported = leaves.some((leaf) => below.has(leaf.metric) && leaf.contract.reporters !== undefined);
  const overlap = by === undefined ? undefined : findOverlap(by, leaves);
  const adds = by !== undefined && overlap === undefined && additivity !== 'non-additive';
  const whole = by !== undefined && overlap === undefined && !hasNoTotal(metric, leaves, known);
  const own: QueryKeys = {
    ...plain,
    ...(!reported && { compare: 'year-over-year' as const }),
    ...(adds && { share: true }),
    ...(adds && !reported && { contribution: true }),
    ...(whole && { totals: true }),
  };
  const apart = by === undefined || adds ? undefined : overlap ? tellOverlap(by, overlap) : tellApart(metric);
  return {
    own,
    ...(additivity === 'additive' && grain !== 'year' && { toDate: { ...own, cumulative: 'year-to-date' } }),
    ...(apart && { apart }),
  };
}

/** The contract in which one row may stand under several values of a dimension, where that matters to the metric. */
function findOverlap(
  by: string,
  leaves: readonly { readonly metric: Parameters<typeof checkOverlap>[0]; readonly contract: Contract }[],
): Contract | undefined {
  return leaves.find(({ metric, contract }) => {
    const split = contract.columns.some(({ name, overlapping }) => overlapping && name === by);
    return (
      split && collect(checkOverlap(metric, contract, [by], metric.where ?? [], [], 'totals')).length > 0
    );
  })?.contract;
}

function tellOverlap(by: string, { columns }: Contract): Bilingual {
  const label = columns.find(({ name }) => name === by)!.label;
  const [zh, en] = [wordsIn(label, 'zh').words, wordsIn(label, 'en').words];
  return {
    zh: `“${zh}”的各项有重叠，一条记录可能同时属于几项，因此各项不相加，也不计占比。`,
    en: `The values of “${en}” overlap: one row can belong to several. So they are not added up, and have no shares.`,
  };
}

function tellApart({ name }: Metric): Bilingual {
  const [zh, en] = [wordsIn(name, 'zh').words, wordsIn(name, 'en').words];
  return {
    zh: `“${zh}”不能相加：各项之和不是总体的数值，因此不计占比。`,
    en: `“${en}” does not add up: the sum of the parts is not the figure of the whole. So they have no shares.`,
  };
}

/** That each series that a file of metrics asks for can be computed. */
export function* checkOrders(
  orders: readonly SeriesOrder[],
  { metrics, contracts }: { readonly metrics: readonly Metric[]; readonly contracts: readonly Contract[] },
  at: Path = [],
): Generator<Problem> {
  const { sizes } = readComposition(metrics);
  const catalogue = { metrics, datasets: contracts.map((contract) => ({ contract })) };
  for (const [i, order] of orders.entries()) {
    // Unknown metrics, and those that lead into a circle or are too long, are told elsewhere.
    if ((sizes.get(order.metric) ?? Infinity) > MOST_TERMS) continue;
    for (const one of findProblems(order, catalogue)) {
      const place = placeOf(one.where, order);
      if (place) yield problem({ ...one, where: jsonPath(...at, 'publish', i, ...place), ...one.sentences });
    }
  }
}

function findProblems(order: SeriesOrder, catalogue: Catalogue): readonly Problem[] {
  const { own, toDate } = querySeries(order, catalogue);
  try {
    for (const query of toDate ? [own, toDate] : [own]) compileQuery(query, catalogue);
    return [];
  } catch (error) {
    if (error instanceof MetricsError && error.problems) return error.problems;
    throw error;
  }
}

/** The place in an order of a problem of its query; undefined for those of the metric itself, which are told where it is defined. */
function placeOf(where: string, { by }: SeriesOrder): Path | undefined {
  if (where === '$.by[0]' || where === '$.cumulative') return ['grain'];
  if (where === '$.by[1]') return by === undefined ? [] : ['by'];
  return /^\$(\.(by|metric|fiscalStart))?$/.test(where) ? ['metric'] : undefined;
}
