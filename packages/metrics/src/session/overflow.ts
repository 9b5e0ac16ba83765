import type { CallOptions, Engine } from '../engine/engine.js';
import { isOverflow } from '../engine/overflow.js';
import { MetricsError } from '../base/error.js';
import { quote } from '../base/input.js';
import type { Catalogue } from '../query/catalogue.js';
import { compileQuery } from '../query/compile.js';
import { basesOf } from '../metric/composition.js';
import type { Query } from '../query/query.js';

/**
 * The refusal that takes the place of an overflow: it names the metric over rows whose sum alone is too large, found by asking for
 * each alone; or those asked for, where only together they are. Any other error is given back as it is.
 */
export async function explainOverflow(
  error: unknown,
  engine: Pick<Engine, 'run'>,
  { metric, metrics, by, during, where, fiscalStart, cumulative, rolling }: Query,
  { catalogue, ...options }: CallOptions & { readonly catalogue: Catalogue },
): Promise<unknown> {
  if (!isOverflow(error)) return error;
  const asked = metrics ?? [metric];
  const known = new Map(catalogue.metrics.map((one) => [one.id, one]));
  const bases = [...new Map(asked.flatMap((id) => basesOf(id, known)).map((one) => [one.id, one])).values()];
  const stretch = { by, during, where, fiscalStart, cumulative, rolling };
  const large = [];
  for (const base of bases) {
    const { sql } = compileQuery({ metric: base.id, ...stretch }, catalogue);
    const failure: unknown = await engine.run(sql, options).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (failure === undefined) continue;
    if (!isOverflow(failure)) return failure;
    large.push(base);
  }
  const named = large.length > 0 ? large.map(({ id }) => id) : asked;
  const datasets = [...new Set((large.length > 0 ? large : bases).map(({ dataset }) => dataset))];
  const several = named.length > 1;
  const [who, its, one] = several
    ? [`The metrics ${named.map(quote).join(' and ')} have sums`, 'their columns', 'the metrics']
    : [`The metric ${quote(named[0]!)} has a sum`, 'its column', 'the metric'];
  // What has no scale, or divides, is not made smaller by one.
  const scaled = named.some((id) => (known.get(id)?.scale ?? 0) > 0);
  const message =
    `${who} of more than the 38 digits that can be added exactly. ` +
    `Give ${its} fewer digits in the contract of ${datasets.map(quote).join(', ')}, such as DECIMAL(18,2), ${scaled ? `${one} a smaller "scale", ` : ''}or the query a shorter "during".`;
  return new MetricsError('REFUSED', message, { cause: error });
}
