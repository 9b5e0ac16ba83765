import { checkKnown, collect, jsonPath, quote, type Path } from '../base/input.js';
import type { Period } from '../plan/plan.js';
import { problem, type Problem } from '../base/problem.js';
import { additivityOf, partsOf, type Parts } from '../metric/additivity.js';
import { checkAxis } from './axis.js';
import { tableOf, type Catalogue } from './catalogue.js';
import {
  basesOf,
  directBasesOf,
  MOST_TERMS,
  reachOf,
  readComposition,
  seriesOf,
} from '../metric/composition.js';
import { checkDefinitions } from '../metric/definition.js';
import { isBase, timeOf } from '../metric/measure.js';
import type { Metric } from '../metric/metric.js';
import { isFiner, lengthOf, resolveDuring, steps, type Grain, type Step } from './period.js';
import type { Leaf, Question } from './question.js';
import { duringProblem, isTime, parseQuery, refuse, type Query } from './query.js';
import { checkConditions, checkDimension, checkMeasure, checkOverlap } from '../metric/rules.js';
import { say, type Parameter, type Sentence } from '../base/sentence.js';
import { readFiscalStart } from './fiscal-start.js';
import { grainNoun } from './grain-words.js';

/**
 * Reads a query of unknown shape against a catalogue; `period` over datasets of several grains is refused, or is the
 * coarsest of them where `mixed`. Throws `UNKNOWN_NAME`, `REFUSED`.
 */
export function readQuestion(input: unknown, catalogue: Catalogue, mixed = false): Question {
  const query = parseQuery(input);
  const known = new Map(catalogue.metrics.map((metric) => [metric.id, metric]));
  const ids = query.metrics ?? [query.metric];
  const at = (i: number): Path => (query.metrics ? ['metrics', i] : ['metric']);
  const declared = new Set(known.keys());
  throwAny(ids.flatMap((id, i) => [...checkKnown('metric', id, declared, at(i))]));

  const leaves = readLeaves(ids, reachOf(ids, known), catalogue, query.compare !== undefined);
  const { by = [], where = [], top } = query;
  const fiscalStart = readFiscalStart(query, leaves);
  const names = by.filter((name) => !isTime(name));
  const asked = ids.map((id) => ({ metric: known.get(id)!, name: query.metrics ? id : 'value' }));
  const time = readTime(query, leaves, mixed);
  const window = query.during === undefined ? undefined : resolveDuring(query.during, fiscalStart);
  if (query.during !== undefined && !window) throw refuse([duringProblem(query.during)]);
  throwAny(checkLeaves(query, leaves));
  throwAny(checkParts(query, asked, partsOf(leaves, known)));
  const [first] = leaves as [Leaf];
  const series = seriesOf(ids, known);
  const direct = new Set(ids.flatMap((id) => directBasesOf(id, known)));
  const below = new Set(series.flatMap(({ id }) => basesOf(id, known)));
  const dimensions = names.map((name) => first.contract.columns.find((one) => one.name === name)!);
  const question = {
    query,
    asked,
    known,
    allLeaves: leaves,
    leaves: leaves.filter(({ metric }) => direct.has(metric)),
    series,
    seriesLeaves: leaves.filter(({ metric }) => below.has(metric)),
    dimensions,
    ...(time && { time }),
    fiscalStart,
    ...(window && { window }),
    ...(query.compare && { lag: lagOf(query.compare, time?.grain, window) }),
    conditions: where,
    ...(top && {
      top: { count: top.count, of: top.of ?? names[0]!, by: known.get(top.by ?? ids[0]!)! },
    }),
  };
  throwAny(checkAxis(question));
  return question;
}

function throwAny(problems: Iterable<Problem>, what?: Sentence): void {
  const found = collect(problems);
  if (found.length > 0) throw refuse(found, what);
}

/** The metrics over rows that a query rests on, each found to be measurable. */
function readLeaves(
  ids: readonly string[],
  used: readonly Metric[],
  { metrics, datasets }: Catalogue,
  compared: boolean,
): readonly Leaf[] {
  for (const found of checkDefinitions(metrics, [], used)) {
    const index = Number(/^\$\.metrics\[(\d+)\]/.exec(found.where)?.[1]);
    throw refuse([found], say`The metric ${quote(metrics[index]!.id)} cannot be computed.`);
  }
  throwAny(checkLength(ids, used));
  const relations = new Map(datasets.map((relation) => [relation.contract.id, relation]));
  const names = new Set(relations.keys());
  return used.filter(isBase).map((metric) => {
    const what = say`The metric ${quote(metric.id)} cannot be computed.`;
    throwAny(checkKnown('dataset', metric.dataset, names, ['dataset']), what);
    const relation = relations.get(metric.dataset)!;
    const { contract } = relation;
    throwAny(checkMeasure(metric, contract, []), what);
    throwAny(checkConditions(metric.where ?? [], contract, ['where']), what);
    const reportedThrough = metric.reportedThrough ?? contract.reportedThrough;
    const { reporters } = contract;
    return {
      ...{ metric, contract, table: tableOf(relation), time: timeOf(metric, contract), reportedThrough },
      ...(compared && reporters !== undefined && { reporters }),
    };
  });
}

/** That the metrics of a query are not too long together. */
function* checkLength(ids: readonly string[], used: readonly Metric[]): Generator<Problem> {
  const { sizes } = readComposition(used);
  const count = ids.reduce((sum, id) => sum + sizes.get(id)!, 0);
  if (count <= MOST_TERMS) return;
  const message = say`Expanded, these metrics have ${count} terms, but a query may have at most ${MOST_TERMS}.`;
  yield problem({
    code: 'too-many',
    where: jsonPath('metrics'),
    message,
    remedy: say`Write several queries.`,
  });
}

function* checkLeaves(query: Query, leaves: readonly Leaf[]): Generator<Problem> {
  const { by = [], where = [], top } = query;
  const names = by.filter((name) => !isTime(name));
  const types = new Map<string, string>();
  for (const { metric, contract } of leaves) {
    for (const [i, name] of by.entries()) {
      if (isTime(name)) continue;
      const at = ['by', i];
      const column = yield* checkDimension(name, contract, at);
      const type = column && (types.get(name) ?? column.type);
      if (!type) continue;
      types.set(name, type);
      if (type === column.type) continue;
      const message = say`"${name}" is ${type} in one dataset, and ${column.type} in "${contract.id}".`;
      yield problem({
        code: 'dimension',
        where: jsonPath(...at),
        message,
        remedy: say`Query the metrics separately.`,
      });
    }
    yield* checkConditions(where, contract, ['where']);
    const conditions = [...(metric.where ?? []), ...where];
    yield* checkOverlap(metric, contract, names, conditions, []);
    for (const key of ['totals', 'share', 'contribution', 'top'] as const) {
      const across = key === 'top' ? top !== undefined : query[key] === true;
      const split = contract.columns.some(({ name, overlapping }) => overlapping && names.includes(name));
      if (across && split) yield* checkOverlap(metric, contract, names, conditions, [key], key);
    }
  }
}

/** The problems of the asked metrics together. */
function* checkParts(
  { by = [], share, contribution, totals, top, compare }: Query,
  asked: Question['asked'],
  parts: Parts,
): Generator<Problem> {
  for (const { metric } of asked) {
    if (!(share || contribution) || additivityOf(metric, parts) !== 'non-additive') continue;
    const key = share ? 'share' : 'contribution';
    const message = say`The parts of ${quote(metric.id)} do not add up to a whole.`;
    yield problem({
      code: 'additivity',
      where: jsonPath(key),
      message,
      remedy: say`Remove "${key}", or ask for an additive metric.`,
    });
  }
  const columns = new Set(by);
  const suffixes = [
    '',
    ...(compare ? ['_base', '_difference', '_percent'] : []),
    ...(share ? ['_share'] : []),
    ...(contribution ? ['_contribution'] : []),
  ];
  const results = asked.flatMap(({ name }) => suffixes.map((suffix) => `${name}${suffix}`));
  for (const name of [...results, ...(top || totals ? ['row_kind'] : [])]) {
    if (columns.has(name)) {
      const message = say`Two columns of the result would be called ${quote(name)}.`;
      yield problem({
        code: 'duplicate',
        where: jsonPath(),
        message,
        remedy: say`Use fewer metrics or figures in one query.`,
      });
    }
    columns.add(name);
  }
}

function readTime({ by = [] }: Query, leaves: readonly Leaf[], mixed: boolean): Question['time'] {
  const name = by.find(isTime);
  if (name === undefined) return undefined;
  const at = jsonPath('by', by.indexOf(name));
  const grains = [...new Set(leaves.map(({ time }) => time.grain))].sort((a, b) => (isFiner(a, b) ? 1 : -1));
  if (name === 'period') {
    if (grains.length === 1 || mixed) return { name, grain: grains[0]! };
    const nouns: readonly Parameter[] = grains.map((grain) => grainNoun[grain]);
    const all = nouns.reduce((before, after) => say`${before} and by ${after}`);
    const message = say`The datasets are by ${all}: they have no common period.`;
    // A finer one is none of all datasets.
    const remedy =
      grains[0] === 'year'
        ? say`Write ${quote('year')}.`
        : say`Write ${quote(grains[0]!)}, or a longer grain.`;
    throw refuse([problem({ code: 'grain', where: at, message, remedy })]);
  }
  const coarse = leaves.find(({ time }) => isFiner(name, time.grain));
  if (coarse) {
    const { contract, time } = coarse;
    const message = say`"${contract.id}" has figures by ${grainNoun[time.grain]}, and none by ${grainNoun[name]}.`;
    const remedy =
      time.grain === 'year'
        ? say`Write ${quote(time.grain)}.`
        : say`Write ${quote(time.grain)}, or a longer grain.`;
    throw refuse([problem({ code: 'grain', where: at, message, remedy })]);
  }
  return { name, grain: name };
}

/** The longest periods of the datasets of some metrics: those of their common series. */
export function coarsestTime(leaves: readonly Pick<Leaf, 'time'>[]): Leaf['time'] {
  return leaves
    .map(({ time }) => time)
    .reduce((most, time) => (isFiner(most.grain, time.grain) ? time : most));
}

function lagOf(compare: NonNullable<Query['compare']>, grain: Grain | undefined, window?: Period): Step {
  if (compare === 'year-over-year')
    return grain === 'week' ? { months: 0, days: 364 } : { months: 12, days: 0 };
  return grain ? steps[grain] : lengthOf(window!);
}
