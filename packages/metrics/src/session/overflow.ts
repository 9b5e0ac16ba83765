import type { CallOptions, Engine } from '../engine/engine.js';
import { isOverflow } from '../engine/overflow.js';
import { MetricsError } from '../base/error.js';
import { quote } from '../base/input.js';
import type { Catalogue } from '../query/catalogue.js';
import { compileQuery } from '../query/compile.js';
import { basesOf } from '../metric/composition.js';
import type { Query } from '../query/query.js';
import { allOfThese, inTurn, listed, say } from '../base/sentence.js';

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
  const all = allOfThese(named.map((id) => quote(id)));
  const several = named.length > 1;
  const what = several
    ? say`The metrics ${all} have sums of more than the 38 digits that can be added exactly.`
    : say`The metric ${all} has a sum of more than the 38 digits that can be added exactly.`;
  const contracts = listed(datasets.map((id) => quote(id)));
  // A measure without a scale, or with a division, is not made smaller by one.
  const scaled = named.some((id) => (known.get(id)?.scale ?? 0) > 0);
  const remedy = several
    ? scaled
      ? say`Give their columns fewer digits in the contract of ${contracts}, such as DECIMAL(18,2), the metrics a smaller "scale", or the query a shorter "during".`
      : say`Give their columns fewer digits in the contract of ${contracts}, such as DECIMAL(18,2), or the query a shorter "during".`
    : scaled
      ? say`Give its column fewer digits in the contract of ${contracts}, such as DECIMAL(18,2), the metric a smaller "scale", or the query a shorter "during".`
      : say`Give its column fewer digits in the contract of ${contracts}, such as DECIMAL(18,2), or the query a shorter "during".`;
  return new MetricsError('REFUSED', inTurn([what, remedy]), { cause: error });
}
