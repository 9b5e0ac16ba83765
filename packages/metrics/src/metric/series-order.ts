import { jsonPath, quote } from '../base/input.js';
import { problem, type Problem } from '../base/problem.js';
import { say } from '../base/sentence.js';
import type { SeriesOrder } from './metric.js';

/** That no two orders are of one series. */
export function* checkDistinctOrders(orders: readonly SeriesOrder[]): Generator<Problem> {
  const seen = new Map<string, number>();
  for (const [i, order] of orders.entries()) {
    const name = nameSeries(order);
    const first = seen.get(name);
    if (first === undefined) seen.set(name, i);
    else {
      const message = say`Two series are called ${quote(name)}: this one and ${jsonPath('publish', first)}.`;
      const remedy = say`Remove one of the two.`;
      yield problem({ code: 'duplicate', where: jsonPath('publish', i), message, remedy });
    }
  }
}

/** The name of a series, as its file has it: `industry-revenue.month.by-industry`. */
export function nameSeries({ metric, grain, by }: SeriesOrder): string {
  return by === undefined ? `${metric}.${grain}` : `${metric}.${grain}.by-${by}`;
}
