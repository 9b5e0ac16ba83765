import { columnName } from '../dataset/schema.js';
import { power, text, unit } from '../plan/schema.js';
import {
  either,
  fields,
  id,
  list,
  oneOf,
  schemaAddress,
  version,
  words,
  type Schema,
  optional,
} from '../schema.js';
import type { Condition, Measure, Metric, MetricsFile } from './metric.js';

type Sum = Extract<Measure, { readonly sum: unknown }>;
type Count = Extract<Measure, { readonly count: unknown }>;
type OneOf = Extract<Condition, { readonly in: unknown }>;
type Equals = Extract<Condition, { readonly equals: unknown }>;

export const measure: Schema<Measure> = either(
  fields<Sum>('Measure', { sum: columnName }),
  fields<Count>('Measure', { count: oneOf<Count['count']>({ rows: true }) }),
  '{ "sum": "a_column" } or { "count": "rows" }',
);

export const condition: Schema<Condition> = either(
  fields<OneOf>('Condition', { column: columnName, in: list(words, 1) }),
  fields<Equals>('Condition', { column: columnName, equals: words }),
  '{ "column": "a_column", "in": ["a value", …] } or { "column": "a_column", "equals": "a value" }',
);

export const metric: Schema<Metric> = fields<Metric>('Metric', {
  id,
  name: text,
  description: text,
  dataset: id,
  measure,
  where: optional(list(condition)),
  unit,
  scale: optional(power),
});

export const metrics: Schema<MetricsFile> = fields<MetricsFile>('MetricsFile', {
  $schema: schemaAddress,
  version,
  metrics: list(metric),
});
