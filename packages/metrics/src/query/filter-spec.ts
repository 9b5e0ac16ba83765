import type { Day } from '../base/day.js';
import type { Column, ColumnValue, Contract } from '../dataset/contract.js';
import { jsonPath, quote, readInput, type Path } from '../base/input.js';
import { suggest } from '../base/nearest.js';
import { problem, type Problem } from '../base/problem.js';
import { fields as object, list, optional } from '../base/schema.js';
import { allOfThese, say } from '../base/sentence.js';
import type { Text } from '../base/text.js';
import type { Unit } from '../base/unit.js';
import { MetricsError } from '../base/error.js';
import { basesOf } from '../metric/composition.js';
import { timeOf } from '../metric/measure.js';
import type { Metric } from '../metric/metric.js';
import { checkConditions, checkDimension } from '../metric/rules.js';
import { conditionOf } from '../metric/schema.js';
import type { Catalogue, Relation } from './catalogue.js';
import { compileQuery } from './compile.js';
import { grainNoun } from './grain-words.js';
import { name } from './name.js';
import type { Selection } from './narrow.js';
import { isFiner, resolveDuring, type Grain } from './period.js';
import { during } from './during-schema.js';
import { duringProblem, isTime, refuse, withoutUndefined, type Query } from './query.js';
import { grainWords } from './words.js';

/** The dataset, the columns and the figure of a filter. */
export interface FilterSpec {
  readonly dataset: string;
  /** Columns that a reader chooses from, and at most one grain for the period: `['month', 'industry']`. */
  readonly fields: readonly string[];
  /** A metric over the dataset, whose figure stands beside each value. */
  readonly metric?: string | undefined;
}

/** A field that a reader chooses from. */
export interface FilterField {
  readonly name: string;
  readonly label: Text;
  /** `period`: its values are the first days of periods, and `during` chooses them. `values`: conditions on its column choose them. */
  readonly kind: 'period' | 'values';
  /** The column that conditions on it test. */
  readonly column: string;
  readonly type: Column['type'];
  readonly unit?: Unit;
  /** The length of the periods. */
  readonly grain?: Grain;
  /** The month with which years begin, where the contract has fiscal years. */
  readonly fiscalStart?: number;
  /** The words for people that the contract declares, in its order. */
  readonly words?: readonly ColumnValue[];
}

/** A filter that was found right. */
export interface FilterPlan {
  readonly relation: Relation;
  readonly contract: Contract;
  readonly fields: readonly FilterField[];
  /** The metric of the figures. */
  readonly metric?: Metric;
  /** The last day that all its counts and figures can cover. */
  readonly reportedThrough: Day;
}

const cannot = say`The filter cannot be made.`;
const filterSpec = object<FilterSpec>('FilterSpec', {
  dataset: name,
  fields: list(name, 1),
  metric: optional(name),
});
const selection = object<Partial<Selection>>('Selection', {
  where: optional(list(conditionOf(name))),
  during: optional(during),
});

/** Reads a filter of unknown shape against a catalogue. Throws `UNKNOWN_NAME`, `REFUSED`, with every problem in its `problems`. */
export function readFilter(input: unknown, catalogue: Catalogue): FilterPlan {
  const read = readInput(filterSpec, withoutUndefined(input), (spec) => checkSpec(spec, catalogue));
  if (!read.value) throw refuse(read.problems, cannot);
  const { dataset, fields, metric: asked } = read.value;
  const relation = catalogue.datasets.find(({ contract }) => contract.id === dataset)!;
  const { contract } = relation;
  const metric = catalogue.metrics.find(({ id }) => id === asked);
  const known = new Map(catalogue.metrics.map((one) => [one.id, one]));
  const bases = metric ? basesOf(metric.id, known) : [];
  return {
    relation,
    contract,
    fields: fields.map((field) => describe(field, contract)),
    ...(metric && { metric }),
    reportedThrough: [contract, ...bases].flatMap((one) => one.reportedThrough ?? []).sort()[0]!,
  };
}

function* checkSpec(spec: FilterSpec, catalogue: Catalogue): Generator<Problem> {
  const { dataset, fields, metric } = spec;
  const ids = catalogue.datasets.map(({ contract }) => contract.id);
  if (!ids.includes(dataset)) {
    const message = say`No dataset is called ${quote(dataset)}.`;
    yield problem({
      code: 'unknown-dataset',
      where: jsonPath('dataset'),
      message,
      remedy: suggest(dataset, ids),
    });
    return;
  }
  const { contract, table } = catalogue.datasets.find((one) => one.contract.id === dataset)!;
  if (contract.cube && table?.[0] === 'memory') {
    const message = say`The rows of ${quote(dataset)} are confidential, and only its public cube may be shown.`;
    const remedy = say`Publish it and open the release, or remove "cube" from the contract.`;
    yield problem({ code: 'not-published', where: jsonPath('dataset'), message, remedy });
  }
  const seen = new Set<string>();
  for (const [i, field] of fields.entries()) {
    const at: Path = ['fields', i];
    if (seen.has(field)) {
      const message = say`${quote(field)} is named twice.`;
      yield problem({ code: 'duplicate', where: jsonPath(...at), message, remedy: say`Remove it here.` });
      continue;
    }
    seen.add(field);
    if (isTime(field)) yield* checkGrain(field, contract, at);
    else yield* checkDimension(field, contract, at);
  }
  const times = [...seen].filter(isTime);
  if (times.length > 1) {
    const message = say`${allOfThese(times.map((time) => quote(time)))} are two grains of time.`;
    const where = jsonPath('fields', fields.indexOf(times[1]!));
    yield problem({ code: 'two-grains', where, message, remedy: say`Keep one of them.` });
  }
  if (metric !== undefined) yield* checkFigure(metric, spec, contract, catalogue);
}

function* checkGrain(field: Grain | 'period', { id, time }: Contract, at: Path): Generator<Problem> {
  if (field === 'period' || !isFiner(field, time.grain)) return;
  const message = say`"${id}" has figures by ${grainNoun[time.grain]}, and none by ${grainNoun[field]}.`;
  const remedy =
    time.grain === 'year'
      ? say`Write ${quote(time.grain)}.`
      : say`Write ${quote(time.grain)}, or a longer grain.`;
  yield problem({ code: 'grain', where: jsonPath(...at), message, remedy });
}

/** That a metric is one over the dataset, dated as its rows, and has a figure for each value of each field. */
function* checkFigure(
  id: string,
  { fields }: FilterSpec,
  contract: Contract,
  catalogue: Catalogue,
): Generator<Problem> {
  const known = new Map(catalogue.metrics.map((one) => [one.id, one]));
  const where = jsonPath('metric');
  if (!known.has(id)) {
    const message = say`No metric is called ${quote(id)}.`;
    yield problem({ code: 'unknown-metric', where, message, remedy: suggest(id, [...known.keys()]) });
    return;
  }
  const bases = basesOf(id, known);
  if (bases.some(({ dataset }) => dataset !== contract.id)) {
    const message = say`The metric ${quote(id)} is not one over "${contract.id}" alone.`;
    const remedy = say`Name a metric over the dataset of the filter.`;
    yield problem({ code: 'figure', where, message, remedy });
    return;
  }
  if (bases.some((base) => timeOf(base, contract).column !== contract.time.column)) {
    const message = say`The metric ${quote(id)} is not dated by "${contract.time.column}", as the rows of "${contract.id}" are.`;
    const remedy = say`Name a metric over the dataset of the filter.`;
    yield problem({ code: 'figure', where, message, remedy });
    return;
  }
  for (const [i, field] of fields.entries()) {
    if (
      isTime(field)
        ? [...checkGrain(field, contract, [])].length
        : [...checkDimension(field, contract, [])].length
    )
      continue;
    try {
      compileQuery(figureQuery(id, field, { where: [] }), catalogue);
    } catch (error) {
      const { problems = [] } = error as MetricsError;
      if (problems.length === 0) throw error;
      yield* problems.map((one) => ({ ...one, where: jsonPath('fields', i) }));
    }
  }
}

/** The query for the figures of a field's values under a selection, its own conditions left out already. */
export function figureQuery(metric: string, field: string, { where, during: days }: Selection): Query {
  return {
    metric,
    by: [field],
    ...(where.length > 0 && { where }),
    ...(days !== undefined && { during: days }),
    // Of a period without rows a count is 0, and a sum is not known.
    ...(isTime(field) && { complete: true }),
  };
}

function describe(field: string, { columns, time, fiscalStart }: Contract): FilterField {
  if (isTime(field)) {
    const grain = field === 'period' ? time.grain : field;
    return {
      name: field,
      label: grainWords[grain],
      kind: 'period',
      column: time.column,
      type: 'DATE',
      grain,
      ...(fiscalStart !== undefined && { fiscalStart }),
    };
  }
  const { label, type, unit, values } = columns.find((one) => one.name === field)!;
  return {
    ...{ name: field, label, kind: 'values', column: field, type },
    ...(unit && { unit }),
    ...(values && { words: values }),
  };
}

/**
 * A selection of unknown shape, copied, for a filter: its conditions are on columns of the dataset. Throws `UNKNOWN_NAME`, `REFUSED`, with
 * every problem in its `problems`.
 */
export function readSelection(input: unknown, contract: Contract): Selection {
  const { value, problems } = readInput(selection, withoutUndefined(input), function* (given) {
    yield* checkConditions(given.where ?? [], contract, ['where']);
    if (given.during !== undefined && !resolveDuring(given.during, contract.fiscalStart)) {
      yield duringProblem(given.during);
    }
  });
  if (!value) throw refuse(problems, say`The selection cannot be used.`);
  return { where: [], ...value };
}
