import { checkUnique, readInput, type InputOptions } from '../input.js';
import type { Problem } from '../problem.js';
import { checkDefinitions } from './definition.js';
import type { Metric } from './metric.js';
import { metrics as metricsSchema } from './schema.js';

/** The metrics of a file, or all that is wrong with it. */
export type ParsedMetrics =
  | { readonly metrics: readonly Metric[]; readonly problems: readonly [] }
  | { readonly metrics?: undefined; readonly problems: readonly Problem[] };

/**
 * Reads a file of metrics from JSON of unknown shape.
 *
 * @example
 * const { metrics, problems } = parseMetrics(json, { file: 'metrics.json' });
 */
export function parseMetrics(json: unknown, options?: InputOptions): ParsedMetrics {
  const { value, problems } = readInput(metricsSchema, json, check, options);
  return value ? { metrics: value.metrics, problems: [] } : { problems };
}

function* check({ metrics }: { readonly metrics: readonly Metric[] }): Generator<Problem> {
  yield* checkUnique('metric', metrics, ['metrics']);
  yield* checkDefinitions(metrics);
}
