import { MetricsError } from '../base/error.js';
import { jsonPath, quote, readInput } from '../base/input.js';
import { problem, tellFirst, type Problem } from '../base/problem.js';
import type { ProblemCode } from '../base/problem-code.js';
import { fields, flag, list, oneOf, optional, whole } from '../base/schema.js';
import { nearest } from '../base/nearest.js';
import { allOfThese, listed, say, type Sentence } from '../base/sentence.js';
import type { Condition } from '../metric/metric.js';
import { during } from './during-schema.js';
import { isGrain, resolveDuring, type During, type Grain } from './period.js';
import { conditionOf } from '../metric/schema.js';
import { name } from './name.js';

/**
 * A question as data: metrics, by dimensions and time, during a period, under conditions. QUERIES.md says the meaning of each
 * key. Keys that exclude or need each other do so in the type, too.
 *
 * @example
 * const query: Query = { metric: 'industry-revenue', by: ['industry'], orderBy: [{ column: 'value', direction: 'descending' }], limit: 3 };
 */
export type Query = QueryKeys & OneOrSeveral & OneStretch & WithParts & WithPeriods & WithBase;

/** One metric, or several. */
type OneOrSeveral =
  | { readonly metric: string; readonly metrics?: undefined }
  | { readonly metric?: undefined; readonly metrics: readonly string[] };
/** A figure is of the year to date, or of some periods. */
type OneStretch = { readonly cumulative?: undefined } | { readonly rolling?: undefined };
/** Figures of parts need a dimension in `by`. */
type WithParts =
  | { readonly by: readonly string[] }
  | {
      readonly share?: false | undefined;
      readonly contribution?: false | undefined;
      readonly totals?: false | undefined;
      readonly top?: undefined;
    };
/** Figures of periods need a grain in `by`. */
type WithPeriods =
  | { readonly by: readonly string[] }
  | {
      readonly cumulative?: undefined;
      readonly rolling?: undefined;
      readonly complete?: false | undefined;
    };
/** A change is one from a base, and a base is that of a period. */
type WithBase =
  | { readonly compare?: undefined; readonly contribution?: false | undefined }
  | { readonly compare: Comparison; readonly by: readonly string[] }
  | { readonly compare: Comparison; readonly during: During };

/** Which period a figure is compared with. */
export type Comparison = 'previous-period' | 'year-over-year';

/** The order of rows by a column of the result; rows that are equal in it stay in their own order. */
export interface Ordering {
  readonly column: string;
  /** `ascending` where absent; empty cells come last in both. */
  readonly direction?: 'ascending' | 'descending';
}

/** Every key that a query may have. */
export interface QueryKeys {
  /** One metric, whose column is `value`; or `metrics`, whose columns are named by their ids. */
  readonly metric?: string;
  readonly metrics?: readonly string[];
  /** Dimensions of the datasets, and at most one grain (`period` is the dataset's own), each once. */
  readonly by?: readonly string[];
  readonly during?: During;
  readonly where?: readonly Condition[];
  /** The month in which fiscal years begin, 1 to 12; that of the datasets' contracts where absent. */
  readonly fiscalStart?: number;
  readonly cumulative?: 'year-to-date';
  /** So many periods of the grain in `by`, the row's own included. */
  readonly rolling?: number;
  readonly compare?: Comparison;
  readonly share?: boolean;
  readonly contribution?: boolean;
  readonly top?: Top;
  readonly totals?: boolean;
  readonly complete?: boolean;
  /** Conditions on the figures of the result, by the names of its columns: which finished rows stay. */
  readonly having?: readonly Condition[];
  readonly orderBy?: readonly Ordering[];
  /** The first so many rows; rows of totals and of the rest stay beside them. */
  readonly limit?: number;
}

/** The first members of a dimension, all others as one. */
export interface Top {
  readonly count: number;
  /** The dimension; the only one of `by` where absent. */
  readonly of?: string;
  /** One of the metrics asked for, the first where absent. */
  readonly by?: string;
}

const most = 100_000;
const MOST_METRICS = 50;

const query = fields<QueryKeys>('Query', {
  metric: optional(name),
  metrics: optional(list(name, 1)),
  by: optional(list(name)),
  during: optional(during),
  where: optional(list(conditionOf(name))),
  fiscalStart: optional(whole(1, 12)),
  cumulative: optional(oneOf<NonNullable<QueryKeys['cumulative']>>({ 'year-to-date': true })),
  rolling: optional(whole(1, most)),
  compare: optional(oneOf<Comparison>({ 'previous-period': true, 'year-over-year': true })),
  share: optional(flag),
  contribution: optional(flag),
  top: optional(fields<Top>('Top', { count: whole(1, most), of: optional(name), by: optional(name) })),
  totals: optional(flag),
  complete: optional(flag),
  having: optional(list(conditionOf(name))),
  orderBy: optional(
    list(
      fields<Ordering>('Ordering', {
        column: name,
        direction: optional(oneOf<NonNullable<Ordering['direction']>>({ ascending: true, descending: true })),
      }),
    ),
  ),
  limit: optional(whole(1, most)),
});

/** Whether a name in `by` is a stretch of time: a grain, or the dataset's own. */
export function isTime(name: string): name is Grain | 'period' {
  return name === 'period' || isGrain(name);
}

function* checkQuery(query: QueryKeys): Generator<Problem> {
  const { metric, metrics, by = [] } = query;
  if (metric === undefined && metrics === undefined) {
    yield wrong('missing-key', [], say`"metric" is missing.`, say`Name one metric, or several in "metrics".`);
  }
  if (metric !== undefined && metrics !== undefined) {
    yield wrong(
      'two-forms',
      ['metrics'],
      say`The query has both "metric" and "metrics".`,
      say`Remove one of the two.`,
    );
  }
  if (metrics && metrics.length > MOST_METRICS) {
    const message = say`These are ${metrics.length} metrics, and a query has at most ${MOST_METRICS}.`;
    yield wrong('too-many', ['metrics'], message, say`Write several queries.`);
  }
  yield* checkDistinct(metrics ?? [], 'metrics');
  yield* checkDistinct(by, 'by');
  const times = by.filter(isTime);
  if (times.length > 1) {
    const message = say`${allOfThese(times.map((time) => quote(time)))} are two grains of time.`;
    yield wrong('two-grains', ['by', by.indexOf(times[1]!)], message, say`Keep one of them.`);
  }
  yield* checkTime(query, times.length > 0);
  yield* checkSplit(
    query,
    by.filter((name) => !isTime(name)),
  );
}

function* checkTime(query: QueryKeys, timed: boolean): Generator<Problem> {
  const { during, fiscalStart, cumulative, rolling, compare } = query;
  // Without a month of its own its years begin as those of its datasets: the later ones end, the more it may name.
  const starts = fiscalStart === undefined ? [1, 12] : [fiscalStart];
  if (during !== undefined && !starts.some((start) => resolveDuring(during, start)))
    yield duringProblem(during);
  if (cumulative !== undefined && rolling !== undefined) {
    yield wrong(
      'two-forms',
      ['rolling'],
      say`"cumulative" and "rolling" exclude each other.`,
      say`Write two queries.`,
    );
  }
  for (const key of ['cumulative', 'rolling', 'complete'] as const) {
    if (timed || query[key] === undefined || query[key] === false) continue;
    yield wrong('no-grain', [key], say`"${key}" needs a grain.`, say`Add a grain to "by", such as "month".`);
  }
  if (compare !== undefined && !timed && during === undefined) {
    const remedy = say`Add "during", or a grain to "by".`;
    yield wrong('no-grain', ['compare'], say`"compare" needs a period.`, remedy);
  }
}

/** That `during` names no days. */
export function duringProblem(during: During): Problem {
  const [message, remedy] =
    typeof during === 'object' && 'start' in during
      ? [
          say`The period from ${during.start} to ${during.end} has no days.`,
          say`Write the earlier day as "start".`,
        ]
      : [
          say`${quote(during)} is not a period.`,
          say`Write it like 2026, 2026-H1, 2026-Q3, 2026-07, or two joined by "/", the earlier first.`,
        ];
  return wrong('during', ['during'], message, remedy);
}

function* checkSplit(
  { metric, metrics = [], compare, contribution, top, ...query }: QueryKeys,
  dimensions: readonly string[],
): Generator<Problem> {
  const split = { share: query.share, contribution, top, totals: query.totals };
  for (const [key, value] of Object.entries(split)) {
    if (dimensions.length > 0 || value === undefined || value === false) continue;
    yield wrong('no-dimension', [key], say`"${key}" needs a dimension.`, say`Add a dimension to "by".`);
  }
  if (contribution && compare === undefined) {
    const remedy = say`Add "compare": "year-over-year" or "previous-period".`;
    yield wrong('no-compare', ['contribution'], say`"contribution" needs "compare".`, remedy);
  }
  if (!top) return;
  const asked = metric === undefined ? metrics : [metric];
  if (top.of === undefined && dimensions.length > 1) {
    const remedy = say`Add "of": one of ${listed(dimensions)}.`;
    yield wrong('two-dimensions', ['top'], say`"top" does not name its dimension.`, remedy);
  }
  for (const [key, known] of [
    ['of', dimensions],
    ['by', asked],
  ] as const) {
    const name = top[key];
    if (name === undefined || known.includes(name) || known.length === 0) continue;
    const meant = nearest(name, known) ?? known[0]!;
    const message =
      key === 'of'
        ? say`${quote(name)} is not a dimension of "by".`
        : say`${quote(name)} is not a metric of this query.`;
    yield wrong('top', ['top', key], message, say`Write ${quote(meant)}, or add this name to the query.`);
  }
}

function* checkDistinct(names: readonly string[], key: string): Generator<Problem> {
  const seen = new Set<string>();
  for (const [i, name] of names.entries()) {
    if (!seen.has(name)) seen.add(name);
    else yield wrong('duplicate', [key, i], say`${quote(name)} is named twice.`, say`Remove it here.`);
  }
}

function wrong(
  code: ProblemCode,
  at: readonly (string | number)[],
  message: Sentence,
  remedy: Sentence,
): Problem {
  return problem({ code, where: jsonPath(...at), message, remedy });
}

/** A query of unknown shape, copied. Throws `REFUSED`, with the place of each problem: `$.where[0].equals`. */
export function parseQuery(input: unknown): Query {
  const { value, problems } = readInput(query, withoutUndefined(input), checkQuery);
  // Keys that exclude each other were checked above.
  if (value) return value as Query;
  throw refuse(problems);
}

/** The problems of a query as an error: `UNKNOWN_NAME` if the first is an unknown name, else `REFUSED`. */
export function refuse(
  problems: readonly Problem[],
  what = say`The query cannot be answered.`,
): MetricsError {
  const code =
    problems[0]?.code.startsWith('unknown-') && problems[0].code !== 'unknown-key'
      ? 'UNKNOWN_NAME'
      : 'REFUSED';
  return new MetricsError(code, say`${what} ${tellFirst(problems)}`, { problems });
}

/** A key that is `undefined` is absent, as it is in JSON. */
export function withoutUndefined(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}
