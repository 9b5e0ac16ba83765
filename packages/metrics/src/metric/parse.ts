import type { Draft } from '../base/draft.js';
import { checkKnown, checkUnique, readFile, type InputOptions } from '../base/input.js';
import type { Problem } from '../base/problem.js';
import { checkDefinitions } from './definition.js';
import { checkDistinctOrders } from './series-order.js';
import type { Metric, MetricsFile, SeriesOrder } from './metric.js';
import { metrics as metricsSchema } from './schema.js';

/** The metrics of a file, or all that is wrong with it; a `draft` can be held against other files all the same. */
export type ParsedMetrics =
  | {
      readonly metrics: readonly Metric[];
      /** The series that are to be published; none where the file asks for none. */
      readonly publish: readonly SeriesOrder[];
      readonly draft?: undefined;
      readonly problems: readonly [];
    }
  | {
      readonly metrics?: undefined;
      readonly publish?: undefined;
      readonly draft?: Draft<readonly Metric[]>;
      readonly problems: readonly Problem[];
    };

/**
 * Reads a file of metrics from JSON of unknown shape.
 *
 * @example
 * const { metrics, problems } = parseMetrics(json, { file: 'metrics.json' });
 */
export function parseMetrics(json: unknown, options?: InputOptions): ParsedMetrics {
  const { value, draft, problems } = readFile(metricsSchema, json, check, options);
  if (value) return { metrics: value.metrics, publish: value.publish ?? [], problems: [] };
  if (!draft) return { problems };
  const [own, other] = [draft.value.metrics, draft.other.metrics];
  return { draft: { ...draft, value: own, other }, problems };
}

function* check({ metrics, publish = [] }: MetricsFile): Generator<Problem> {
  yield* checkUnique('metric', metrics, ['metrics']);
  yield* checkDefinitions(metrics);
  const known = new Set(metrics.map(({ id }) => id));
  for (const [i, { metric }] of publish.entries())
    yield* checkKnown('metric', metric, known, ['publish', i, 'metric']);
  yield* checkDistinctOrders(publish);
}
