import type { Column, Contract } from '../dataset/contract.js';
import { isSummable } from '../dataset/parse.js';
import { checkKnown, collect, jsonPath, quote, type Path } from '../input.js';
import { suggest } from '../nearest.js';
import type { Plan, Unit } from '../plan/plan.js';
import type { Problem } from '../problem.js';
import type { Condition, Metric } from './metric.js';

/** A plan with the metrics and datasets that it relies on. */
export interface References {
  readonly plan: Pick<Plan, 'goals'>;
  readonly metrics: readonly Metric[];
  readonly contracts: readonly Contract[];
}

/** The names of the files, in front of the place of each problem. */
export interface ReferenceFiles {
  readonly plan?: string;
  readonly metrics?: string;
  /** One for each contract, in the same order. */
  readonly contracts?: readonly string[];
}

/**
 * What is wrong between files that are right by themselves: names that nothing declares, sums and conditions that the
 * data cannot answer, and units that do not fit each other.
 *
 * @example
 * const problems = checkReferences({ plan, metrics, contracts }, { plan: 'plan.json', metrics: 'metrics.json' });
 */
export function checkReferences(
  { plan, metrics, contracts }: References,
  files: ReferenceFiles = {},
): readonly Problem[] {
  const inFile = (file: string | undefined) => (file === undefined ? {} : { file });
  return [
    ...contracts.flatMap((contract, i) =>
      collect(checkContractId(contracts, contract, i), inFile(files.contracts?.[i])),
    ),
    ...collect(checkMetrics(metrics, contracts), inFile(files.metrics)),
    ...collect(checkGoals(plan, metrics), inFile(files.plan)),
  ];
}

function* checkContractId(contracts: readonly Contract[], { id }: Contract, i: number): Generator<Problem> {
  if (contracts.findIndex((other) => other.id === id) === i) return;
  const message = `Another contract has the id ${quote(id)}, too.`;
  yield { code: 'duplicate', where: '$.id', message, remedy: 'Give one of the datasets another id.' };
}

/** That each goal has its metric, in the same unit. */
export function* checkGoals(
  { goals }: Pick<Plan, 'goals'>,
  metrics: readonly Metric[],
  at: Path = [],
): Generator<Problem> {
  const known = new Map(metrics.map((metric) => [metric.id, metric]));
  const names = new Set(known.keys());
  for (const [i, { metric: name, unit }] of goals.entries()) {
    const metric = known.get(name);
    if (!metric) yield* checkKnown('metric', name, names, [...at, 'goals', i, 'metric']);
    else if (!isSameUnit(metric.unit, unit)) {
      const message = `The target is in ${unitName(unit)}, but the metric ${name} is in ${unitName(metric.unit)}.`;
      const remedy = 'Write the same unit in both, and the target in it.';
      yield { code: 'unit', where: jsonPath(...at, 'goals', i, 'unit'), message, remedy };
    }
  }
}

/** That each metric can be computed from what its dataset publishes. */
export function* checkMetrics(
  metrics: readonly Metric[],
  contracts: readonly Contract[],
  at: Path = [],
): Generator<Problem> {
  const known = new Map(contracts.map((contract) => [contract.id, contract]));
  const names = new Set(known.keys());
  for (const [i, metric] of metrics.entries()) {
    const contract = known.get(metric.dataset);
    const path = [...at, 'metrics', i];
    if (!contract) yield* checkKnown('dataset', metric.dataset, names, [...path, 'dataset']);
    else {
      const columns = new Map(contract.columns.map((column) => [column.name, column]));
      yield* checkMeasure(metric, contract, columns, path);
      yield* checkConditions(metric, contract, columns, path);
    }
  }
}

type Columns = ReadonlyMap<string, Column>;

function* checkMeasure(
  metric: Metric,
  { id, cube }: Contract,
  columns: Columns,
  at: Path,
): Generator<Problem> {
  const { measure } = metric;
  if ('count' in measure) {
    if (!cube) return;
    const message = `The rows of ${id} are confidential and are not published: they cannot be counted.`;
    const remedy = `Sum one of its measures: ${cube.measures.join(', ')}.`;
    yield { code: 'not-published', where: jsonPath(...at, 'measure', 'count'), message, remedy };
    return;
  }
  const [column, path] = [columns.get(measure.sum), [...at, 'measure', 'sum']];
  if (!column) yield* checkKnown('column', measure.sum, new Set(columns.keys()), path);
  else if (!isSummable(column)) {
    const message = `The column ${column.name} of type ${column.type} has no exact sum.`;
    const remedy = 'Name a column of type INTEGER or DECIMAL(p,s), or count the rows: { "count": "rows" }.';
    yield { code: 'measure', where: jsonPath(...path), message, remedy };
  } else if (cube && !cube.measures.includes(column.name)) {
    const message = `The column ${column.name} is not among the measures that ${id} publishes.`;
    yield {
      code: 'not-published',
      where: jsonPath(...path),
      message,
      remedy: suggest(column.name, cube.measures),
    };
  } else if (column.unit && powerOf(metric.unit) !== powerOf(column.unit) - (metric.scale ?? 0)) {
    const scale = powerOf(column.unit) - powerOf(metric.unit);
    const message = `${column.name} is in ${unitName(column.unit)}; "scale": ${metric.scale ?? 0} does not make ${unitName(metric.unit)} of it.`;
    yield {
      code: 'scale',
      where: jsonPath(...at),
      message,
      remedy: `Write "scale": ${scale}, or correct the unit.`,
    };
  }
}

function* checkConditions(
  metric: Metric,
  { id, cube }: Contract,
  columns: Columns,
  at: Path,
): Generator<Problem> {
  const conditions = metric.where ?? [];
  for (const [i, condition] of conditions.entries()) {
    const [column, path] = [columns.get(condition.column), [...at, 'where', i]];
    if (!column) {
      yield* checkKnown('column', condition.column, new Set(columns.keys()), [...path, 'column']);
    } else if (cube && !cube.dimensions.includes(column.name)) {
      const message = `The column ${column.name} is not among the dimensions that ${id} publishes.`;
      const [where, remedy] = [jsonPath(...path, 'column'), suggest(column.name, cube.dimensions)];
      yield { code: 'not-published', where, message, remedy };
    } else if (column.type !== 'VARCHAR') {
      const message = `A condition compares words, but ${column.name} is of type ${column.type}.`;
      const remedy = 'Name a column of type VARCHAR; for time, give the goal a period.';
      yield { code: 'condition', where: jsonPath(...path, 'column'), message, remedy };
    } else yield* checkValues(condition, column, path);
  }
  const one = new Set(
    conditions.filter((condition) => valuesOf(condition).length === 1).map((c) => c.column),
  );
  for (const { name } of columns.values()) {
    if (!columns.get(name)!.overlapping || one.has(name)) continue;
    const message = `The values of ${name} overlap: a row can stand under several, and a sum would count it twice.`;
    const remedy = `Add a condition that names one value: { "column": "${name}", "equals": "…" }.`;
    yield { code: 'overlap', where: jsonPath(...at), message, remedy };
  }
}

function* checkValues(condition: Condition, column: Column, at: Path): Generator<Problem> {
  if (!column.values) return;
  const known = new Set(column.values.map(({ value }) => value));
  for (const [i, value] of valuesOf(condition).entries()) {
    if (known.has(value)) continue;
    const where = 'in' in condition ? jsonPath(...at, 'in', i) : jsonPath(...at, 'equals');
    const message = `${quote(value)} is no value of ${column.name}.`;
    yield { code: 'unknown-value', where, message, remedy: suggest(value, known) };
  }
}

function valuesOf(condition: Condition): readonly string[] {
  return 'in' in condition ? condition.in : [condition.equals];
}

const powerOf = ({ power }: Unit) => power ?? 0;
const isSameUnit = (a: Unit, b: Unit) => a.zh === b.zh && a.en === b.en && powerOf(a) === powerOf(b);

/** `10⁸ yuan` as plain text: 10^8 yuan (元). */
function unitName(unit: Unit): string {
  return `${powerOf(unit) === 0 ? '' : `10^${powerOf(unit)} `}${unit.en} (${unit.zh})`;
}
