import { checkKnown, jsonPath, type Path } from '../input.js';
import type { Problem } from '../problem.js';
import { impliedAdditivity, isComposite, narrowest, termsOf } from './measure.js';
import type { Additivity, CompositeMeasure, Metric } from './metric.js';
import { isSameUnit, powerOf, unitName } from './rules.js';

/** What is wrong between the metrics of one file: keys that mean nothing here, unknown parts, circles, units, additivity. */
export function* checkDefinitions(metrics: readonly Metric[], at: Path = []): Generator<Problem> {
  const known = new Map(metrics.map((metric) => [metric.id, metric]));
  for (const [i, metric] of metrics.entries()) {
    const path = [...at, 'metrics', i];
    yield* checkKeys(metric, path);
    yield* checkParts(metric, known, path);
    if (findCircle(metric, known) || sizeOf(metric, known) > MOST_TERMS) continue;
    yield* checkUnits(metric, known, path);
    yield* checkAdditivity(metric, known, path);
  }
}

type Known = ReadonlyMap<string, Metric>;

function* checkKeys({ id, measure, scale = 0, ...metric }: Metric, at: Path): Generator<Problem> {
  if (!Number.isInteger(scale) || Math.abs(scale) > 18) {
    const message = `Metric "${id}" has the scale ${scale}.`;
    const remedy = 'Use a whole number from −18 to 18.';
    yield { code: 'scale', where: jsonPath(...at, 'scale'), message, remedy };
  }
  if (!isComposite(measure)) {
    if (metric.dataset !== undefined) return;
    const remedy = 'Add "dataset": the id of the dataset that holds the rows.';
    yield { code: 'missing-key', where: jsonPath(...at), message: '"dataset" is missing.', remedy };
    return;
  }
  for (const key of ['dataset', 'where', 'time', 'reportedThrough'] as const) {
    if (metric[key] === undefined) continue;
    const message = `"${key}" is of rows, and "${id}" is made of other metrics.`;
    yield {
      code: 'composite',
      where: jsonPath(...at, key),
      message,
      remedy: 'Remove it; the others have theirs.',
    };
  }
}

function* checkParts(metric: Metric, known: Known, at: Path): Generator<Problem> {
  if (!isComposite(metric.measure)) return;
  const { key, terms } = termsOf(metric.measure);
  const names = new Set(known.keys());
  for (const [i, term] of terms.entries()) {
    if (typeof term === 'string') yield* checkKnown('metric', term, names, [...at, 'measure', key, i]);
  }
  const where = jsonPath(...at, 'measure', key);
  if (terms.every((term) => typeof term === 'number')) {
    const remedy = 'Name a metric among them.';
    yield { code: 'composite', where, message: 'This is made of numbers alone.', remedy };
  }
  const circle = findCircle(metric, known);
  if (circle) {
    const message = `${circle.join(' is made of ')}: a circle has no value.`;
    yield { code: 'circle', where, message, remedy: 'Make one of them of something else.' };
  } else if (sizeOf(metric, known) > MOST_TERMS) {
    const message = `Written out, "${metric.id}" has more than ${MOST_TERMS} terms.`;
    yield { code: 'composite', where, message, remedy: 'Make it of fewer metrics.' };
  }
}

/** The ids on a way that leads from a metric back to itself, or into a circle; `clear` are those that lead into none. */
function findCircle(
  { id, measure }: Metric,
  known: Known,
  way: readonly string[] = [],
  clear = new Set<string>(),
): readonly string[] | undefined {
  if (way.includes(id)) return [...way, id];
  if (clear.has(id) || !isComposite(measure)) return undefined;
  for (const part of partsOf(measure, known)) {
    const circle = findCircle(part, known, [...way, id], clear);
    if (circle) return circle;
  }
  clear.add(id);
  return undefined;
}

function partsOf(measure: CompositeMeasure, known: Known): readonly Metric[] {
  return termsOf(measure).terms.flatMap((term) => (typeof term === 'string' ? (known.get(term) ?? []) : []));
}

/** Beyond this many terms, all written out, a statement is too long for anyone. */
const MOST_TERMS = 1000;

/** How many terms a metric without circles has, all written out. */
function sizeOf({ id, measure }: Metric, known: Known, sizes = new Map<string, number>()): number {
  if (!isComposite(measure)) return 1;
  const size =
    sizes.get(id) ?? partsOf(measure, known).reduce((sum, part) => sum + sizeOf(part, known, sizes), 1);
  sizes.set(id, size);
  return size;
}

/** Only what has one unit is added, and the sum has it, too. */
function* checkUnits({ unit, measure, scale = 0 }: Metric, known: Known, at: Path): Generator<Problem> {
  if (!('add' in measure || 'subtract' in measure)) return;
  const { key, terms } = termsOf(measure);
  for (const [i, term] of terms.entries()) {
    const part = typeof term === 'string' ? known.get(term) : undefined;
    if (!part || isSameUnit(part.unit, { ...unit, power: powerOf(unit) + scale })) continue;
    const message = `${part.id} is in ${unitName(part.unit)}, and does not ${key} to ${unitName(unit)}.`;
    const remedy = 'Metrics that add or subtract have one unit: change a unit, or the "scale".';
    yield { code: 'unit', where: jsonPath(...at, 'measure', key, i), message, remedy };
  }
}

function* checkAdditivity({ measure, additivity }: Metric, known: Known, at: Path): Generator<Problem> {
  const of = (id: string): Additivity => {
    const part = known.get(id);
    if (!part) return 'additive';
    const own = impliedAdditivity(part.measure, of);
    return part.additivity === undefined ? own : narrowest([own, part.additivity]);
  };
  const implied = impliedAdditivity(measure, of);
  if (additivity === undefined || narrowest([implied, additivity]) === additivity) return;
  const message = `The measure is ${implied}, and cannot be declared ${additivity}.`;
  const remedy = `Remove "additivity", or narrow it: ${implied} or less.`;
  yield { code: 'additivity', where: jsonPath(...at, 'additivity'), message, remedy };
}
