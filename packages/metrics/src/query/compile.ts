import type { TimeColumn } from '../dataset/contract.js';
import { collect } from '../base/input.js';
import type { Day } from '../base/day.js';
import type { Period } from '../plan/plan.js';
import type { FigureState } from '../base/state.js';
import { checkAdding } from './adding.js';
import { isStretched, lastWhole } from './axis.js';
import type { Catalogue } from './catalogue.js';
import { askStates, declaredState, stateColumn } from './figure-state.js';
import { additivityOf, partsOf } from '../metric/additivity.js';
import { isCount } from '../metric/metric.js';
import { coarsest, type Grain } from './period.js';
import { refuse, type Query } from './query.js';
import { readQuestion } from './question-reader.js';
import type { Question } from './question.js';
import type { ResultColumn } from './result-column.js';
import { checkSelection } from './selection.js';
import { checkSeries } from './series-check.js';
import { printDuckdb } from './sql/duckdb.js';
import { stateQuestion } from './statement.js';
import { differenceUnit, pointsUnit } from '../base/unit.js';
import { figureWords, grainWords, kindWords, percentUnit, type FigureRole } from './words.js';

/** A query as a statement, with its columns. */
export interface CompiledQuery {
  readonly sql: string;
  readonly columns: readonly ResultColumn[];
}

/** A metric over time as a statement, with the facts of its figures. */
export interface CompiledSeries extends CompiledQuery {
  readonly grain: TimeColumn['grain'];
  /** The month, 1 to 12, with which its quarters, half-years and years begin; 1 where absent. */
  readonly fiscalStart?: number;
  /** The last day of which all figures that it rests on are reported. */
  readonly reportedThrough: Day;
  /** The weakest state that one of its datasets declares for all rows; a column of states says it of each figure, see `names`. */
  readonly state: FigureState;
  /** Whether it counts things: METHODS §4. */
  readonly count: boolean;
  /** Months, from 1 to 12, for which one of its datasets never has a figure. */
  readonly omits: readonly number[];
  /** The columns of the periods, of the figures, of their states, and of the parts of each figure where they were asked for. */
  readonly names: SeriesNames;
}

/** The columns of a series. */
export interface SeriesNames {
  readonly period: string;
  readonly value: string;
  /** The weakest state of the rows that a figure is made of (METHODS §2), where a contract has a column of states. */
  readonly state?: string;
  readonly parts?: SeriesParts;
}

/** The columns of a ratio's dividend and divisor; the quotient times 10 to the power of `scale` is the figure. */
export interface SeriesParts {
  readonly above: string;
  readonly below: string;
  readonly scale: number;
}

/** A query as a statement, with the states of its figures. */
export interface CompiledStates extends CompiledQuery {
  /** The weakest state that one of its datasets declares for all rows. */
  readonly state: FigureState;
  /** The column of the states, where a contract has one. */
  readonly states?: string;
  /** The month, 1 to 12, with which its years begin. */
  readonly fiscalStart: number;
  /** The last day that all figures cover: that of the last period that is reported wholly. */
  readonly covered: Day;
}

/** A metric over time: in the periods of its datasets, or in longer ones. */
export interface SeriesQuery extends Pick<Query, 'complete'> {
  readonly metric: string;
  readonly during?: Period;
  /** Longer periods than those of its datasets. */
  readonly grain?: Grain;
  /** The metrics of a ratio's dividend and divisor, to stand beside each figure. */
  readonly parts?: readonly [string, string];
}

/**
 * The statement that answers a query (QUERIES.md), for DuckDB: exact until the last SELECT, where figures become DOUBLE.
 * Throws `UNKNOWN_NAME`, `REFUSED`, with the places of the query's problems.
 *
 * @example
 * const { sql, columns } = compileQuery(
 *   { metric: 'industry-revenue', by: ['quarter', 'industry'], during: '2026', compare: 'year-over-year' },
 *   { metrics, datasets: [{ contract }] },
 * );
 * columns.map(({ name }) => name);
 * // ['quarter', 'industry', 'value', 'value_base', 'value_difference', 'value_percent']
 */
export function compileQuery(query: unknown, catalogue: Catalogue): CompiledQuery {
  return compileQuestion(readQuestion(query, catalogue), catalogue);
}

/**
 * The statement that gives a metric over time: `period` DATE (the first day of a month or a longer period, or the day of an event) and
 * `value` DOUBLE in the metric's unit, a row for each period that has one, in order. Where a contract has a column of states, `state`
 * VARCHAR is the weakest state of the rows that the figure is made of. Throws `UNKNOWN_NAME`, `REFUSED`.
 *
 * @example
 * compileSeries({ metric: 'leading-industries-revenue', during: { start: '2026-01-01', end: '2026-12-31' } }, catalogue).sql;
 * // SELECT month AS period, CAST(sum(revenue) * 0.0001 AS DOUBLE) AS value
 * // FROM industry_revenue
 * // WHERE month BETWEEN DATE '2026-01-01' AND DATE '2026-12-31'
 * //   AND industry IN ('集成电路', '生物医药', '人工智能')
 * // GROUP BY month
 * // ORDER BY month
 */
export function compileSeries(
  { metric, during, grain: asked, complete, parts }: SeriesQuery,
  catalogue: Catalogue,
): CompiledSeries {
  const query = {
    ...(parts ? { metrics: [metric, ...parts] } : { metric }),
    by: [asked ?? 'period'],
    ...(during && { during }),
    ...(complete && { complete }),
  };
  const question = askStates(readQuestion(query, catalogue, true));
  const { fiscalStart, allLeaves: leaves } = question;
  const grain = (asked as TimeColumn['grain']) ?? coarsest(leaves.map(({ time }) => time.grain));
  const contracts = leaves.map(({ contract }) => contract);
  const compiled = compileQuestion(question, catalogue);
  const state = stateColumn(question);
  const { scale = 0 } = question.asked[0]!.metric;
  return {
    ...compiled,
    grain,
    ...(fiscalStart !== 1 && grain !== 'day' && grain !== 'month' && { fiscalStart }),
    reportedThrough: leaves.map((leaf) => leaf.reportedThrough).sort()[0]!,
    state: declaredState(question),
    count: isCount(question.asked[0]!.metric),
    omits: [...new Set(contracts.flatMap(({ omits = [] }) => omits))].sort((a, b) => a - b),
    names: {
      period: compiled.columns[0]!.name,
      value: question.asked[0]!.name,
      ...(state && { state: state.name }),
      ...(parts && { parts: { above: parts[0], below: parts[1], scale } }),
    },
  };
}

/** As {@link compileQuery}, its figures exact where they can be: of the type that the engine gives them, and not DOUBLE. */
export function compileExact(
  query: unknown,
  catalogue: Catalogue,
): CompiledQuery & { readonly question: Question } {
  const question = { ...readQuestion(query, catalogue), exact: true };
  return { ...compileQuestion(question, catalogue), question };
}

/** As {@link compileQuery}, with the weakest state of the rows that each figure is made of (METHODS §2). */
export function compileStates(query: unknown, catalogue: Catalogue): CompiledStates {
  const question = askStates(readQuestion(query, catalogue));
  const state = stateColumn(question);
  return {
    ...compileQuestion(question, catalogue),
    state: declaredState(question),
    ...(state && { states: state.name }),
    fiscalStart: question.fiscalStart,
    covered: lastCovered(question),
  };
}

/** The last day that all figures of a query cover: that of the last period that is reported wholly. Throws as {@link compileQuery}. */
export function findCovered(query: unknown, catalogue: Catalogue): Day {
  return lastCovered(readQuestion(query, catalogue));
}

function lastCovered({ allLeaves }: Question): Day {
  return allLeaves.map(lastWhole).sort()[0]!;
}

function compileQuestion(question: Question, catalogue: Catalogue): CompiledQuery {
  const problems = [...collect(checkAdding(question)), ...collect(checkSeries(question))];
  if (problems.length > 0) throw refuse(problems);
  const columns = describeColumns(question);
  checkSelection(question.query, columns);
  return { sql: printDuckdb(stateQuestion(question, catalogue)), columns };
}

function describeColumns(question: Question): readonly ResultColumn[] {
  const { query, asked } = question;
  const adding = addingNames(question);
  const state = stateColumn(question);
  const kind: ResultColumn = { name: 'row_kind', type: 'VARCHAR', role: 'kind', label: kindWords };
  return [
    ...(query.by ?? []).map((name) => describeKey(name, question)),
    ...asked.flatMap((one) => rolesOf(query).map((role) => describeFigure(one, role, { query, adding }))),
    ...(state ? [state] : []),
    ...(query.top || query.totals ? [kind] : []),
  ];
}

function describeKey(name: string, { time, dimensions }: Question): ResultColumn {
  if (name === time?.name) {
    return { name, type: 'DATE', role: 'time', label: grainWords[time.grain], grain: time.grain };
  }
  const { type, label, unit, values } = dimensions.find((one) => one.name === name)!;
  const shown = type === 'VARCHAR' || type === 'DATE' || type === 'BOOLEAN' ? type : 'DOUBLE';
  return {
    name,
    type: shown,
    role: 'dimension',
    label,
    ...(unit && { unit }),
    ...(values && { members: values }),
  };
}

function rolesOf({ compare, share, contribution }: Query): readonly FigureRole[] {
  return [
    'value',
    ...(compare ? (['base', 'difference', 'percent'] as const) : []),
    ...(share ? (['share'] as const) : []),
    ...(contribution ? (['contribution'] as const) : []),
  ];
}

/** The names of the figures whose sums over the rows are figures. */
function addingNames(question: Question): ReadonlySet<string> {
  const { query, asked, known, dimensions, allLeaves } = question;
  if (isStretched(query) || dimensions.some(({ overlapping }) => overlapping)) return new Set();
  const parts = partsOf(allLeaves, known);
  const adding = asked.filter(({ metric }) => additivityOf(metric, parts) === 'additive');
  return new Set(adding.map(({ name }) => name));
}

function describeFigure(
  { metric, name }: Question['asked'][number],
  role: FigureRole,
  { query: { compare }, adding }: { readonly query: Query; readonly adding: ReadonlySet<string> },
): ResultColumn {
  const own = role === 'value' || role === 'base' || role === 'difference';
  const { unit, format } = metric;
  // 83.9 % less 82.7 % is no per cent of anything.
  const points = role === 'difference' && differenceUnit(unit) !== unit;
  const shown = format && points ? { ...format, style: 'number' as const } : format;
  return {
    name: role === 'value' ? name : `${name}_${role}`,
    type: 'DOUBLE',
    role,
    label: figureWords(metric.name, role, compare),
    metric: metric.id,
    unit: points ? differenceUnit(unit) : own ? unit : role === 'contribution' ? pointsUnit : percentUnit,
    ...(own && shown && { format: shown }),
    ...(role === 'value' && adding.has(name) && { additive: true as const }),
  };
}
