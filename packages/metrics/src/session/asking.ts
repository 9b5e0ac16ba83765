import type { CallOptions, Engine, RunOptions } from '../engine/engine.js';
import { tableRows } from '../engine/table.js';
import type { Day } from '../base/day.js';
import type { Catalogue } from '../query/catalogue.js';
import { compileQuery, findCovered } from '../query/compile.js';
import { findCompleteness } from '../query/lack.js';
import { parseQuery, type Query } from '../query/query.js';
import type { PublishedVerdict } from '../release/manifest.js';
import { contractsOf, findById, joinSources, recomputeGoal, sourcesOf } from '../release/recompute.js';
import type { OpenRelease } from '../release/verification.js';
import { refuseWithheld } from '../release/withheld.js';
import { freeze } from './frozen.js';
import { explainOverflow } from './overflow.js';
import { createResult, type QueryResult } from './result.js';
import type { TableCache } from './table-cache.js';

/** An engine, with its earlier answers. */
export interface Answerer {
  readonly engine: Pick<Engine, 'read' | 'resolve' | 'run'>;
  readonly cache: TableCache;
}

/** An answerer for whom names without a place mean the tables of one of several databases. */
export function within({ engine, cache }: Answerer, database: string): Answerer {
  return {
    engine: {
      read: (url, options) => engine.read(url, options),
      resolve: (path, base) => engine.resolve(path, base),
      run: (sql, options) => engine.run(sql, { ...options, database }),
    },
    cache: {
      ...cache,
      find: (sql, options?: RunOptions) => cache.find(sql, { ...options, database }),
      run: (sql, options?: RunOptions) => cache.run(sql, { ...options, database }),
    },
  };
}

/** Answers a query over a catalogue. Throws `UNKNOWN_NAME`, `REFUSED`, and as `engine.run`. */
export async function answerQuery(
  { engine, cache }: Answerer,
  catalogue: Catalogue,
  input: Query,
  options?: CallOptions,
): Promise<QueryResult<never>> {
  const query = freeze(parseQuery(input));
  const { sql, columns } = compileQuery(query, catalogue);
  const types = columns.map(({ type }) => type);
  const { value, cached } = await cache.find(sql, { ...options, types }).catch(async (error: unknown) => {
    throw await explainOverflow(error, engine, query, { ...options, catalogue });
  });
  const time = columns.findIndex(({ role }) => role === 'time');
  const completeness = await findCompleteness(query, catalogue, {
    run: async (statement) => tableRows(await cache.run(statement, options)),
    ...(time >= 0 && { periods: value.columns[time]!.values as readonly (Day | null)[] }),
  });
  const reportedThrough = findCovered(query, catalogue);
  const origin = originOf(query, catalogue);
  return createResult(value, {
    ...{ columns, query, completeness, reportedThrough, cached },
    ...origin,
  }) as QueryResult<never>;
}

/** Who stands behind the figures of a query, and whether a dataset below them is made up. */
export function originOf(
  { metric, metrics = [] }: Query,
  catalogue: Catalogue,
): Pick<QueryResult, 'source' | 'demo'> {
  const ids = metric === undefined ? metrics : [metric];
  const contracts = [...new Set(ids.flatMap((id) => contractsOf(catalogue, id)))];
  const asked = ids.map((id) => findById('metric', catalogue.metrics, id));
  return {
    source: joinSources(asked.flatMap((one) => sourcesOf(one, contractsOf(catalogue, one.id)))),
    ...(contracts.some(({ demo }) => demo !== undefined) && { demo: true }),
  };
}

/** Judges a goal of a release; on its own day where `asOf` is absent. Throws as {@link answerQuery}. */
export async function judgeGoal(
  { engine, cache }: Answerer,
  release: OpenRelease,
  id: string,
  { catalogue, ...options }: CallOptions & { readonly asOf?: Day; readonly catalogue: Catalogue },
): Promise<PublishedVerdict> {
  const { manifest } = release;
  const goal = findById('goal', manifest.plan.goals, id);
  const judging = { ...options, asOf: options.asOf ?? manifest.asOf };
  await refuseWithheld(engine, release, goal, judging);
  return recomputeGoal(cache, manifest, goal, judging).catch(async (error: unknown) => {
    const question = { metric: goal.metric, by: ['period'] };
    throw await explainOverflow(error, engine, question, { catalogue, ...options });
  });
}
