import type { Column, Contract } from '../dataset/contract.js';
import { jsonPath, quote, type Path } from '../base/input.js';
import { suggest } from '../base/nearest.js';
import { isDay } from '../base/day.js';
import { wordsIn } from '../base/text.js';
import type { Unit } from '../base/unit.js';
import { problem, type Problem } from '../base/problem.js';
import { fixedColumns } from './condition.js';
import { isNumeric, readMeasure, type BaseMetric, type MeasureKind } from './measure.js';
import type { Condition, Scalar, Test } from './metric.js';
import { compareNumbers, compareTexts } from '../base/order.js';
import { listed, say, type Sentence } from '../base/sentence.js';

// The rules for a metric, a condition and a split against a contract: references collect these problems, a query throws them.

/** The published column of a name; where there is none, why. `published` are the only ones where some are withheld. */
export function* findColumn(
  name: string,
  { id, columns }: Contract,
  published: readonly string[] | undefined,
  at: Path,
): Generator<Problem, Column | undefined> {
  const open = columns.filter((column) => !column.confidential && (published?.includes(column.name) ?? true));
  const column = columns.find((one) => one.name === name);
  if (column && open.includes(column)) return column;
  const [where, remedy] = [
    jsonPath(...at),
    suggest(
      name,
      open.map((one) => one.name),
    ),
  ];
  if (!column) {
    yield problem({
      code: 'unknown-column',
      where,
      message: say`"${id}" has no column ${quote(name)}.`,
      remedy,
    });
  } else {
    const message = column.confidential
      ? say`"${name}" of "${id}" is confidential: it identifies the reporters, and is never published.`
      : say`"${name}" of "${id}" is not published: the rows are confidential, and only their public figures are available.`;
    yield problem({ code: 'not-published', where, message, remedy });
  }
  return undefined;
}

/** The columns that a query may split by and ask for: all, or the dimensions of the public cube. */
export function dimensionsOf({ cube, time }: Contract): readonly string[] | undefined {
  return cube && [time.column, ...cube.dimensions];
}

/** That a dataset can be split by a column: words, days, truth values and whole numbers. */
export function* checkDimension(
  name: string,
  contract: Contract,
  at: Path,
): Generator<Problem, Column | undefined> {
  const column = yield* findColumn(name, contract, dimensionsOf(contract), at);
  if (!column || !isNumeric(column) || column.type === 'INTEGER') return column;
  const message = say`"${name}" of "${contract.id}" is a quantity (${column.type}): figures are summed, not split by it.`;
  yield problem({
    code: 'dimension',
    where: jsonPath(...at),
    message,
    remedy: say`Split by a column of words or days.`,
  });
  return undefined;
}

/** That a measure can be computed from the published columns of its dataset. */
export function* checkMeasure(metric: BaseMetric, contract: Contract, at: Path): Generator<Problem> {
  const { kind, column: name, weight } = readMeasure(metric.measure);
  const { cube, id } = contract;
  if (cube && kind !== 'sum') {
    const least = cube.contributors ?? 3;
    const message = say`Metric "${metric.id}" ${asks[kind]}, but the rows of "${id}" are confidential: only sums over at least ${least} contributors are published.`;
    const remedy = say`Sum one of its measures: ${listed(cube.measures)}.`;
    yield problem({ code: 'not-published', where: jsonPath(...at, 'measure', kind), message, remedy });
    return;
  }
  for (const [key, wanted] of [
    [kind, name],
    ['weight', weight],
  ] as const) {
    if (wanted === undefined) continue;
    const path = [...at, 'measure', key];
    const column = yield* findColumn(wanted, contract, cube?.measures, path);
    if (!column) continue;
    if (kind !== 'countDistinct' && !isNumeric(column)) {
      const lacks = kind === 'sum' || kind === 'last' ? say`it has no sum` : say`it contains no numbers`;
      const message = say`Metric "${metric.id}" ${asks[kind]} of "${wanted}", which is ${column.type}: ${lacks}.`;
      const remedy = say`Name a column of type INTEGER, DECIMAL(p,s) or DOUBLE, or count the rows: { "count": "rows" }.`;
      yield problem({ code: 'measure', where: jsonPath(...path), message, remedy });
    } else if (key !== 'weight' && weight === undefined) yield* checkScale(metric, column, at);
  }
  if (metric.time !== undefined) yield* checkTime(metric.time, contract, [...at, 'time']);
  yield* checkReach(metric, contract, at);
}

const asks: Readonly<Record<MeasureKind, Sentence>> = {
  sum: say`asks for the sum`,
  count: say`counts rows`,
  countDistinct: say`counts values`,
  average: say`asks for the average`,
  minimum: say`asks for the minimum`,
  maximum: say`asks for the maximum`,
  median: say`asks for the median`,
  quantile: say`asks for a quantile`,
  last: say`asks for the last sum`,
};

/** That the scale turns the column's unit into the metric's. */
function* checkScale({ measure, unit, scale = 0 }: BaseMetric, column: Column, at: Path): Generator<Problem> {
  if ('countDistinct' in measure || !column.unit || powerOf(unit) === powerOf(column.unit) - scale) return;
  const right = powerOf(column.unit) - powerOf(unit);
  const message = say`${column.name} is in ${unitName(column.unit)}; "scale": ${scale} does not convert it to ${unitName(unit)}.`;
  const remedy = say`Write "scale": ${right}, or correct the unit.`;
  yield problem({ code: 'scale', where: jsonPath(...at), message, remedy });
}

function* checkTime(name: string, contract: Contract, at: Path): Generator<Problem> {
  const column = yield* findColumn(name, contract, dimensionsOf(contract), at);
  if (!column || column.type === 'DATE') return;
  const message = say`The column ${name} cannot date rows: it is of type ${column.type}.`;
  yield problem({
    code: 'time-column',
    where: jsonPath(...at),
    message,
    remedy: say`Name a column of type DATE.`,
  });
}

/** That a metric's figures cover no more than its dataset's. */
function* checkReach({ id, reportedThrough }: BaseMetric, contract: Contract, at: Path): Generator<Problem> {
  if (reportedThrough === undefined || reportedThrough <= contract.reportedThrough) return;
  const message = say`Metric "${id}" covers the days up to ${reportedThrough}, but "${contract.id}" only those up to ${contract.reportedThrough}.`;
  const remedy = say`Remove "reportedThrough", or correct one of the two days.`;
  yield problem({ code: 'reported-through', where: jsonPath(...at, 'reportedThrough'), message, remedy });
}

/** That conditions are on published columns, with values that these can have. */
export function* checkConditions(
  conditions: readonly Condition[],
  contract: Contract,
  at: Path,
): Generator<Problem> {
  for (const [i, condition] of conditions.entries()) {
    for (const [test, path] of placedTests(condition, [...at, i])) {
      const column = yield* findColumn(test.column, contract, dimensionsOf(contract), [...path, 'column']);
      if (column) yield* checkTest(test, column, contract.id, path);
    }
  }
}

/** The tests of a condition, each with the place where it stands. */
export function placedTests(condition: Condition, at: Path): readonly (readonly [Test, Path])[] {
  if ('not' in condition) return placedTests(condition.not, [...at, 'not']);
  if ('or' in condition) return condition.or.flatMap((one, i) => placedTests(one, [...at, 'or', i]));
  return [[condition, at]];
}

const ordering = ['between', 'above', 'below', 'atLeast', 'atMost'] as const;
const ofText = ['contains', 'startsWith'] as const;

/** That a column can be held against these values; `owner` is the id of the dataset whose column it is. */
export function* checkTest(
  test: Test,
  { name, type, values }: Pick<Column, 'name' | 'type' | 'values'>,
  owner: string | undefined,
  at: Path,
): Generator<Problem> {
  const its = owner === undefined ? `"${name}"` : say`"${name}" of ${quote(owner)}`;
  const [key] = Object.keys(test).filter((one) => one !== 'column') as [string];
  const among = (keys: readonly string[]): boolean => keys.includes(key);
  if (type === 'BOOLEAN' && among(ordering)) {
    const message = say`${its} is BOOLEAN: true and false have no order.`;
    const remedy = say`Write "equals": true or false.`;
    yield problem({ code: 'condition', where: jsonPath(...at, key), message, remedy });
    return;
  }
  if (type !== 'VARCHAR' && among(ofText)) {
    const message = say`${its} is ${type}: only texts have parts.`;
    const remedy = say`Write "equals", "between", "above" or "below".`;
    yield problem({ code: 'condition', where: jsonPath(...at, key), message, remedy });
    return;
  }
  const known = values && !among(ordering) && !among(ofText) && new Set(values.map(({ value }) => value));
  let right = true;
  for (const [place, value] of scalarsOf(test)) {
    const where = jsonPath(...at, ...place);
    if (!fits(value, type)) {
      right = false;
      const message = say`This must be ${written[wordOf(type)]}, because ${its} is ${type}, but is ${quote(value)}.`;
      yield problem({
        code: 'condition',
        where,
        message,
        remedy: say`Write a value of the type of the column.`,
      });
    } else if (known && !known.has(value as string)) {
      const message =
        owner === undefined
          ? say`${quote(value)} is not a value of "${name}".`
          : say`${quote(value)} is not a value of "${name}" in ${quote(owner)}.`;
      yield problem({ code: 'unknown-value', where, message, remedy: suggest(value as string, known) });
    }
  }
  if (right && 'between' in test) yield* checkBounds(test.between, type, [...at, 'between']);
}

function* checkBounds(
  [from, to]: Extract<Test, { readonly between: unknown }>['between'],
  type: Column['type'],
  at: Path,
): Generator<Problem> {
  if (from === null || to === null) return;
  const compare = wordOf(type) === 'number' ? compareNumbers : compareTexts;
  if (compare(String(from), String(to)) <= 0) return;
  const message = say`There is no value between ${quote(from)} and ${quote(to)}.`;
  yield problem({
    code: 'condition',
    where: jsonPath(...at),
    message,
    remedy: say`Write the smaller first.`,
  });
}

/** The values that a test names, each with its place in it. */
function scalarsOf(test: Test): readonly (readonly [Path, Scalar])[] {
  return Object.entries(test).flatMap(([key, given]: [string, unknown]): (readonly [Path, Scalar])[] => {
    if (key === 'column' || key === 'null') return [];
    if (!Array.isArray(given)) return [[[key], given as Scalar]];
    return (given as readonly (Scalar | null)[]).flatMap((value, i) =>
      value === null ? [] : [[[key, i], value]],
    );
  });
}

const written = {
  VARCHAR: say`a text`,
  DATE: say`a day such as "2026-10-31"`,
  BOOLEAN: say`true or false`,
  number: say`a number`,
};
const wordOf = (type: Column['type']): keyof typeof written =>
  type === 'VARCHAR' || type === 'DATE' || type === 'BOOLEAN' ? type : 'number';

function fits(value: Scalar, type: Column['type']): boolean {
  if (type === 'BOOLEAN') return typeof value === 'boolean';
  if (type === 'VARCHAR') return typeof value === 'string';
  if (type === 'DATE') return typeof value === 'string' && isDay(value);
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value === 'string' && /^-?\d{1,38}(\.\d{1,37})?$/.test(value) && value.length <= 40;
}

const summing: readonly MeasureKind[] = ['sum', 'count', 'average', 'median', 'quantile', 'last'];

/**
 * That no row counts twice: rows that stand under several values are counted once for each, so only one value at a time
 * has a figure (METHODS §7). `across` is a key that puts the values of the split together again.
 */
export function* checkOverlap(
  metric: BaseMetric,
  { id, columns }: Contract,
  by: readonly string[],
  conditions: readonly Condition[],
  at: Path,
  across?: string,
): Generator<Problem> {
  if (!summing.includes(readMeasure(metric.measure).kind)) return;
  const fixed = fixedColumns(conditions);
  for (const { name, overlapping } of columns) {
    if (!overlapping || fixed.has(name) || (by.includes(name) && across === undefined)) continue;
    const message =
      across === undefined
        ? say`The values of "${name}" in "${id}" overlap: one row can belong to several, and a sum over them counts it more than once.`
        : say`The values of "${name}" in "${id}" overlap: one row can belong to several, and "${across}" counts it more than once.`;
    const remedy =
      across === undefined
        ? say`Split by "${name}", or ask for one of its values.`
        : say`Remove "${across}", or ask for one of its values.`;
    yield problem({ code: 'overlap', where: jsonPath(...at), message, remedy });
  }
}

/** The power of ten that figures in a unit are in. */
export const powerOf = ({ power }: Unit): number => power ?? 0;

/** Whether two units are the same: their power, and their words in each language that both are in. */
export function isSameUnit(a: Unit, b: Unit): boolean {
  const shared = (['zh', 'en'] as const).filter((one) => a[one] !== undefined && b[one] !== undefined);
  return shared.length > 0 && shared.every((one) => a[one] === b[one]) && powerOf(a) === powerOf(b);
}

/** `10⁸ yuan` as plain text: 10^8 yuan (元). */
export function unitName(unit: Unit): Sentence {
  const { words, lang } = wordsIn(unit, 'en');
  const name = lang === 'en' && unit.zh !== undefined ? say`${words} (${unit.zh})` : words;
  const power = powerOf(unit);
  return power === 0 ? say`${name}` : say`10^${power} ${name}`;
}
