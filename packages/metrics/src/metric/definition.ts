import { checkKnown, jsonPath, type Path } from '../base/input.js';
import { problem, type Problem } from '../base/problem.js';
import { MOST_TERMS, readComposition, type Composition } from './composition.js';
import { impliedAdditivity, narrowest } from './additivity.js';
import { isComposite, isSeriesMeasure, termsOf } from './measure.js';
import type { Metric, Term } from './metric.js';
import { checkSeriesMeasure } from './series-rules.js';
import { checkUnits } from './unit-rules.js';
import { say, type Parameter } from '../base/sentence.js';

/**
 * The problems between the metrics of one file: keys without a meaning here, unknown parts, circles, units, additivity. If only
 * some are `used`, metrics that are neither used nor part of a used one are passed over.
 */
export function* checkDefinitions(
  metrics: readonly Metric[],
  at: Path = [],
  used: readonly Metric[] = metrics,
): Generator<Problem> {
  const known = new Map(used.map((metric) => [metric.id, metric]));
  const names = new Set(metrics.map(({ id }) => id));
  const composition = readComposition(used);
  const told = new Set<string>();
  for (const [i, metric] of metrics.entries()) {
    if (!known.has(metric.id)) continue;
    const path = [...at, 'metrics', i];
    yield* checkKeys(metric, path);
    yield* checkTerms(metric, names, path);
    yield* checkCircle(metric, composition, told, path);
    yield* checkSize(metric, composition, path);
    if ((composition.sizes.get(metric.id) ?? Infinity) > MOST_TERMS) continue;
    yield* checkUnits(metric, known, path);
    yield* checkSeriesMeasure(metric, known, path);
    yield* checkAdditivity(metric, known, path);
  }
}

type Known = ReadonlyMap<string, Metric>;

function* checkKeys({ id, measure, scale = 0, ...metric }: Metric, at: Path): Generator<Problem> {
  if (!Number.isInteger(scale) || Math.abs(scale) > 18) {
    const message = say`Metric "${id}" has the scale ${scale}.`;
    const remedy = say`Use a whole number from −18 to 18.`;
    yield problem({ code: 'scale', where: jsonPath(...at, 'scale'), message, remedy });
  }
  if (!isComposite(measure)) {
    if (metric.dataset !== undefined) return;
    const remedy = say`Add "dataset": the id of the dataset that contains the rows.`;
    yield problem({
      code: 'missing-key',
      where: jsonPath(...at),
      message: say`"dataset" is missing.`,
      remedy,
    });
    return;
  }
  for (const key of ['dataset', 'where', 'time', 'reportedThrough'] as const) {
    if (metric[key] === undefined) continue;
    const message = say`"${key}" is only for metrics over rows, but "${id}" is made of other metrics.`;
    yield problem({
      code: 'composite',
      where: jsonPath(...at, key),
      message,
      remedy: say`Remove it; the other metrics have their own.`,
    });
  }
}

function* checkTerms({ measure }: Metric, names: ReadonlySet<string>, at: Path): Generator<Problem> {
  if (!isComposite(measure)) return;
  const { key, terms } = termsOf(measure);
  for (const [i, term] of terms.entries()) {
    const place = isSeriesMeasure(measure) ? [key] : [key, i];
    if (typeof term === 'string') yield* checkKnown('metric', term, names, [...at, 'measure', ...place]);
  }
  if (terms.some((term) => typeof term === 'string')) return;
  const [where, message] = [jsonPath(...at, 'measure', key), say`This is made of numbers alone.`];
  yield problem({ code: 'composite', where, message, remedy: say`Name a metric among them.` });
}

/** More names than these are not read. */
const LONGEST_WAY = 8;

/** That a metric leads into no circle. The metrics on a way too long to be written are `told` of once. */
function* checkCircle(
  { id, measure }: Metric,
  { next }: Composition,
  told: Set<string>,
  at: Path,
): Generator<Problem> {
  if (!isComposite(measure) || !next.has(id)) return;
  const way = [id];
  const closed = () => way.indexOf(way.at(-1)!) < way.length - 1;
  while (!closed() && way.length < LONGEST_WAY) way.push(next.get(way.at(-1)!)!);
  if (!closed()) {
    if (told.has(id)) return;
    for (let one = id; !told.has(one); one = next.get(one)!) told.add(one);
  }
  const names = (closed() ? way : way.slice(0, 3)).map((one) =>
    one.length > 40 ? `${one.slice(0, 39)}…` : one,
  );
  const parts: readonly Parameter[] = [...names, ...(closed() ? [] : ['…'])];
  const chain = parts.reduce((whole, part) => say`${whole} is made of ${part}`);
  const message = say`${chain}: a circular definition has no value.`;
  const where = jsonPath(...at, 'measure', termsOf(measure).key);
  yield problem({ code: 'circle', where, message, remedy: say`Define one of them by another metric.` });
}

/** That a metric is not too long to be written out; one that is made of such a one is only a consequence. */
function* checkSize({ id, measure }: Metric, { sizes }: Composition, at: Path): Generator<Problem> {
  const isLong = (term: Term): boolean => typeof term === 'string' && (sizes.get(term) ?? 0) > MOST_TERMS;
  if (!isComposite(measure) || !isLong(id)) return;
  const { key, terms } = termsOf(measure);
  if (terms.some(isLong)) return;
  const message = say`Expanded, "${id}" has more than ${MOST_TERMS} terms.`;
  const remedy = say`Define it by fewer metrics.`;
  yield problem({ code: 'composite', where: jsonPath(...at, 'measure', key), message, remedy });
}

function* checkAdditivity(metric: Metric, known: Known, at: Path): Generator<Problem> {
  const { measure, additivity } = metric;
  const parts = { metric: (id: string) => known.get(id) };
  // A sum may say anything: its column may be in %, which its contract knows.
  if (additivity === undefined || 'sum' in measure) return;
  // A last day's sum may declare its additivity over dimensions, but over time it is computed anew.
  const implied = 'last' in measure ? 'semi-additive' : impliedAdditivity(metric, parts);
  if (narrowest([implied, additivity]) === additivity) return;
  const message = say`The measure is ${implied}, and cannot be declared ${additivity}.`;
  const remedy = say`Remove "additivity", or narrow it: ${implied} or less.`;
  yield problem({ code: 'additivity', where: jsonPath(...at, 'additivity'), message, remedy });
}
