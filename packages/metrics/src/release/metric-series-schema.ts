import * as v from 'valibot';
import {
  columnName,
  fields,
  figure,
  flag,
  id,
  list,
  oneOf,
  optional,
  orNull,
  says,
  schemaAddress,
  version,
  whole,
  words,
  type Schema,
} from '../base/schema.js';
import { say } from '../base/sentence.js';
import type { FigureState } from '../base/state.js';
import { format, seriesGrain } from '../metric/schema.js';
import { bilingual, day, planEvent, text, unit } from '../plan/schema.js';
import { completeness, sha256 } from './schema.js';
import type { MetricFigures, MetricLine, MetricSeries, SeriesDimension, SeriesSpan } from './series-file.js';

const again = say`Publish the release again: zj publish.`;
/** A member of a dimension: any text, also an empty one. */
const member = v.string(says(say`a text`, again));

const values = list(orNull(figure));
const figures = fields<MetricFigures>('MetricFigures', {
  value: values,
  lastYear: optional(values),
  change: optional(values),
  share: optional(values),
  contribution: optional(values),
});

const states = list(
  orNull(oneOf<FigureState>({ final: true, provisional: true, estimate: true, revised: true })),
);
const line = fields<MetricLine>('MetricLine', {
  kind: oneOf<MetricLine['kind']>({ total: true, member: true, merged: true, empty: true }),
  member: optional(member),
  label: optional(text),
  own: figures,
  toDate: optional(figures),
  states: optional(states),
  toDateStates: optional(states),
});

const span = fields<SeriesSpan>('SeriesSpan', { start: day, end: day, partial: optional(day) });

export const metricSeries: Schema<MetricSeries> = fields<MetricSeries>('MetricSeries', {
  $schema: schemaAddress,
  version,
  kind: v.literal('metric', says(say`the word "metric"`, again)),
  manifest: sha256,
  asOf: day,
  metric: id,
  name: text,
  description: text,
  unit,
  format: optional(format),
  source: text,
  demo: flag,
  reportedThrough: day,
  grain: seriesGrain,
  fiscalStart: optional(whole(1, 12)),
  dimension: optional(
    fields<SeriesDimension>('SeriesDimension', { name: columnName, label: text, apart: optional(bilingual) }),
  ),
  periods: list(span),
  lines: list(line),
  events: list(planEvent),
  completeness: list(completeness),
  sql: list(words, 1),
});
