import * as v from 'valibot';
import { jsonPath, quote, readInput } from '../base/input.js';
import { problem, type Problem } from '../base/problem.js';
import { fields, list, oneOf, optional, says, type Schema } from '../base/schema.js';
import { say } from '../base/sentence.js';
import type { Condition } from '../metric/metric.js';
import { conditionOf } from '../metric/schema.js';
import { during } from './during-schema.js';
import { name } from './name.js';
import type { During } from './period.js';
import { refuse, type Ordering, type Query } from './query.js';

/**
 * Rows as data: those of a dataset, or of the answer to a query; which of them stay, and in which order.
 *
 * @example
 * const question: RowsQuestion = {
 *   dataset: 'industry-revenue',
 *   where: [{ column: 'industry', equals: '集成电路' }],
 *   orderBy: [{ column: 'revenue', direction: 'descending' }],
 * };
 */
export interface RowsQuestion {
  /** A dataset, or else a query. */
  readonly dataset?: string;
  readonly query?: Query;
  /** The columns that are shown, searched and summed, in this order; all where absent. */
  readonly columns?: readonly string[];
  /** Conditions on any of its columns, as those of a query. */
  readonly where?: readonly Condition[];
  /** The days of a dataset's rows; a query has its own. */
  readonly during?: During;
  /** The text of some cell that is shown contains this: ASCII letters in either case, all else code point by code point. */
  readonly search?: string;
  /**
   * Rows that meet one of these conditions are found beside those that contain `search`: for words that a page shows for values. They
   * may test why a cell is empty, where a column has `means`: `{ column: 'revenue:means', equals: 'suppressed' }`.
   */
  readonly orWhere?: readonly Condition[];
  /** Rows that are equal in all of these stay in their own order. */
  readonly orderBy?: readonly RowOrdering[];
}

/** The order of rows by a column; empty cells come last in both directions. */
export interface RowOrdering extends Ordering {
  /** Its values in an order of the page's own, such as pinyin; others come after them, by code point. */
  readonly ranks?: readonly string[];
}

const LONGEST_SEARCH = 1000;
const searched = says(
  say`a text of at most ${LONGEST_SEARCH} characters`,
  say`Write the text that cells contain, or leave "search" out.`,
);

/** A query has its own schema, which tells its problems. */
const anyQuery: Schema<Query> = v.custom<Query>(
  (input) => typeof input === 'object' && input !== null,
  says(say`an object`, say`Write a query, such as { "metric": "revenue", "by": ["month"] }.`),
);

const rowsQuestion = fields<RowsQuestion>('RowsQuestion', {
  dataset: optional(name),
  query: optional(anyQuery),
  columns: optional(list(name, 1)),
  where: optional(list(conditionOf(name))),
  during: optional(during),
  search: optional(v.pipe(v.string(searched), v.maxLength(LONGEST_SEARCH, searched))),
  orWhere: optional(list(conditionOf(name))),
  orderBy: optional(
    list(
      fields<RowOrdering>('RowOrdering', {
        column: name,
        direction: optional(oneOf<NonNullable<Ordering['direction']>>({ ascending: true, descending: true })),
        ranks: optional(list(name)),
      }),
    ),
  ),
});

/** Rows asked for in an unknown shape, copied. Throws `REFUSED`, with the place of each problem. */
export function parseRowsQuestion(input: unknown): RowsQuestion {
  const { value, problems } = readInput(rowsQuestion, withoutUndefined(input), checkSubject);
  if (value) return value;
  throw refuseRows(problems);
}

/** The problems of a question for rows as an error. */
export function refuseRows(problems: readonly Problem[]): Error {
  return refuse(problems, say`The rows cannot be given.`);
}

function* checkSubject({ dataset, query, during: days }: RowsQuestion): Generator<Problem> {
  if (dataset === undefined && query === undefined) {
    const remedy = say`Name a dataset, or write a query.`;
    yield problem({ code: 'missing-key', where: '$', message: say`"dataset" is missing.`, remedy });
  }
  if (dataset !== undefined && query !== undefined) {
    const message = say`There are both ${quote('dataset')} and ${quote('query')}.`;
    yield problem({
      code: 'two-forms',
      where: jsonPath('query'),
      message,
      remedy: say`Remove one of the two.`,
    });
  }
  if (query !== undefined && days !== undefined) {
    const message = say`${quote('during')} is for the rows of a dataset.`;
    const remedy = say`Write it into the query.`;
    yield problem({ code: 'two-forms', where: jsonPath('during'), message, remedy });
  }
}

/** A key that is `undefined` is absent, as it is in JSON. */
function withoutUndefined(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}
