import * as v from 'valibot';
import { source } from '../dataset/schema.js';
import { isTooDeep, MOST_LEVELS } from '../base/input.js';
import { day, power, text, unit } from '../plan/schema.js';
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
  pattern,
  says,
  schemaAddress,
  share,
  version,
  whole,
  type Entries,
  type Schema,
} from '../base/schema.js';
import { say, type Sentence } from '../base/sentence.js';
import type {
  Additivity,
  BaseMeasure,
  CompositeMeasure,
  Condition,
  Format,
  Measure,
  Metric,
  MetricsFile,
  Scalar,
  SeriesGrain,
  SeriesOrder,
  Term,
  Test,
} from './metric.js';

type Keyed<T, K extends string> = Extract<T, { readonly [key in K]: unknown }>;
type Base<K extends string> = Keyed<BaseMeasure, K>;
type Composite<K extends string> = Keyed<CompositeMeasure, K>;

/** One of several kinds of object; `form` shows some. */
const anyOf = <T>(schemas: readonly Schema<T>[], forms: Sentence): Schema<T> =>
  v.union([...schemas], says(say`of one of several forms`, forms));

const termWords = says(say`the id of a metric, or a number`, say`Write "a-metric" or 100.`);
const term: Schema<Term> = v.union([id, figure], termWords);
const pair = <T>(item: Schema<T>): Schema<readonly [T, T]> =>
  v.strictTuple([item, item], says(say`two of them`, say`Write two in brackets.`));

const basePeriod = pattern(
  /^(?!0000)\d{4}(-(H[12]|Q[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?))?$/,
  say`one period`,
  say`Write it like 2020, 2020-H1, 2020-Q3 or 2020-07.`,
);
/** A moving average of more periods than these is a mistake: five years of days are 1826. */
const MOST_PERIODS = 2000;

export const measure: Schema<Measure> = anyOf<Measure>(
  [
    fields<Base<'sum'>>('Measure', { sum: columnName }),
    fields<Base<'count'>>('Measure', { count: oneOf<Base<'count'>['count']>({ rows: true }) }),
    fields<Base<'countDistinct'>>('Measure', { countDistinct: columnName }),
    fields<Base<'average'>>('Measure', { average: columnName, weight: optional(columnName) }),
    fields<Base<'minimum'>>('Measure', { minimum: columnName }),
    fields<Base<'maximum'>>('Measure', { maximum: columnName }),
    fields<Base<'median'>>('Measure', { median: columnName }),
    fields<Base<'quantile'>>('Measure', { quantile: columnName, at: share }),
    fields<Base<'last'>>('Measure', { last: columnName }),
    fields<Composite<'ratio'>>('Measure', { ratio: pair(id) }),
    fields<Composite<'add'>>('Measure', { add: list(term, 1) }),
    fields<Composite<'subtract'>>('Measure', { subtract: pair(term) }),
    fields<Composite<'multiply'>>('Measure', { multiply: list(term, 1) }),
    fields<Composite<'index'>>('Measure', { index: id, base: basePeriod }),
    fields<Composite<'movingAverage'>>('Measure', { movingAverage: id, periods: whole(2, MOST_PERIODS) }),
  ],
  say`Write { "sum": "a_column" }, { "count": "rows" }, { "ratio": ["a-metric", "another"] } or another form of QUERIES.md.`,
);

const scalar: Schema<Scalar> = v.union(
  [v.string(), figure, v.boolean()],
  says(say`a text, a number, or true or false`, say`Write a value of the column's type.`),
);

/** The forms of a condition, by the key that tells them apart. */
function conditions(column: Schema<string>, inner: Schema<Condition>) {
  const bounds = v.strictTuple(
    [orNull(scalar), orNull(scalar)],
    says(say`two bounds`, say`Write [min, max]; null is no bound.`),
  );
  return {
    in: fields<Keyed<Test, 'in'>>('Condition', { column, in: list(scalar, 1) }),
    equals: fields<Keyed<Test, 'equals'>>('Condition', { column, equals: scalar }),
    notEquals: fields<Keyed<Test, 'notEquals'>>('Condition', { column, notEquals: scalar }),
    above: fields<Keyed<Test, 'above'>>('Condition', { column, above: scalar }),
    below: fields<Keyed<Test, 'below'>>('Condition', { column, below: scalar }),
    atLeast: fields<Keyed<Test, 'atLeast'>>('Condition', { column, atLeast: scalar }),
    atMost: fields<Keyed<Test, 'atMost'>>('Condition', { column, atMost: scalar }),
    between: fields<Keyed<Test, 'between'>>('Condition', { column, between: bounds }),
    contains: fields<Keyed<Test, 'contains'>>('Condition', { column, contains: part }),
    startsWith: fields<Keyed<Test, 'startsWith'>>('Condition', { column, startsWith: part }),
    null: fields<Keyed<Test, 'null'>>('Condition', { column, null: flag }),
    not: fields<Keyed<Condition, 'not'>>('Condition', { not: inner }),
    or: fields<Keyed<Condition, 'or'>>('Condition', { or: list(inner, 1) }),
  };
}

const someText = says(say`a text that is not empty`, say`Write some of its letters in quotes.`);
const part = v.pipe(v.string(someText), v.minLength(1, someText));

const form = say`Write { "column": "a_column", "in": ["a value", …] }, { …, "equals": "a value" }, { …, "between": [1, null] }, { "not": { … } } or another form of QUERIES.md.`;

const tooDeep: Schema<Condition> = v.never(
  says(say`a condition of at most ${MOST_LEVELS} levels`, say`Nest "not" and "or" less.`),
);

export const condition: Schema<Condition> = anyOf<Condition>(
  Object.values(
    conditions(
      columnName,
      v.lazy((input) => (isTooDeep(input) ? tooDeep : condition)),
    ),
  ),
  form,
);

/** A condition of a query: by the key that is there, so that a problem is told of the value and not of the whole. */
export function conditionOf(column: Schema<string>): Schema<Condition> {
  const forms: Readonly<Record<string, Schema<Condition>>> = conditions(
    column,
    v.lazy((input) => (isTooDeep(input) ? tooDeep : any)),
  );
  const none = anyOf(Object.values(forms), form);
  const any: Schema<Condition> = v.lazy((input): Schema<Condition> => {
    const keys = typeof input === 'object' && input !== null ? Object.keys(forms) : [];
    const key = keys.find((one) => Object.hasOwn(input as object, one));
    return key === undefined ? none : forms[key]!;
  });
  return any;
}

export const format = fields<Format>('Format', {
  decimals: optional(whole(0, 18)),
  style: optional(oneOf<NonNullable<Format['style']>>({ number: true, percent: true })),
  sign: optional(flag),
});

export const metric: Schema<Metric> = fields<Metric>('Metric', {
  id,
  name: text,
  description: text,
  dataset: optional(id),
  measure,
  where: optional(list(condition)),
  time: optional(columnName),
  reportedThrough: optional(day),
  unit,
  scale: optional(power),
  format: optional(format),
  additivity: optional(oneOf<Additivity>({ additive: true, 'semi-additive': true, 'non-additive': true })),
  empty: optional(oneOf<NonNullable<Metric['empty']>>({ null: true, zero: true })),
  source: optional(source),
});

export const seriesGrain = oneOf<SeriesGrain>({
  week: true,
  month: true,
  quarter: true,
  'half-year': true,
  year: true,
});

/** The parts of a published series' name. */
export const seriesOrderEntries: Entries<SeriesOrder> = {
  metric: id,
  grain: seriesGrain,
  by: optional(columnName),
};
const seriesOrder = fields<SeriesOrder>('SeriesOrder', seriesOrderEntries);

export const metrics: Schema<MetricsFile> = fields<MetricsFile>('MetricsFile', {
  $schema: schemaAddress,
  version,
  metrics: list(metric),
  publish: optional(list(seriesOrder)),
});
