import * as v from 'valibot';
import { MetricsError } from '../error.js';
import { jsonPath, quote, readInput } from '../input.js';
import type { Period } from '../plan/plan.js';
import { period } from '../plan/schema.js';
import { formatProblem, type Problem } from '../problem.js';
import { either, fields, list, optional, says, type Schema } from '../schema.js';
import type { Condition } from './metric.js';

/** A question as data: one metric, by dimensions and time, during a period, under conditions. */
export interface Query {
  readonly metric: string;
  /** Dimensions of the metric's dataset, each once; `period` is its time column at the dataset's own grain. */
  readonly by?: readonly string[];
  readonly during?: Period;
  readonly where?: readonly Condition[];
}

// Which names and values there are, the contract knows: here they need only be texts.
const name: Schema<string> = v.string(says('a text', 'Write it in quotes.'));
const oneOf = fields<Extract<Condition, { readonly in: unknown }>>('Condition', {
  column: name,
  in: list(name),
});
const equals = fields<Extract<Condition, { readonly equals: unknown }>>('Condition', {
  column: name,
  equals: name,
});
const form =
  '{ "column": "a_column", "in": ["a value", …] } or { "column": "a_column", "equals": "a value" }';
const neither = either(oneOf, equals, form);

/** By the key that is there, so that a problem is told of the value and not of the whole condition. */
const condition: Schema<Condition> = v.lazy((input): Schema<Condition> => {
  if (typeof input !== 'object' || input === null) return neither;
  if (Object.hasOwn(input, 'in')) return oneOf;
  return Object.hasOwn(input, 'equals') ? equals : neither;
});

const query = fields<Query>('Query', {
  metric: name,
  by: optional(list(name)),
  during: optional(period),
  where: optional(list(condition)),
});

function* checkQuery({ by = [] }: Query): Generator<Problem> {
  for (const [i, name] of by.entries()) {
    if (by.indexOf(name) === i) continue;
    const message = `${quote(name)} is named twice.`;
    yield { code: 'duplicate', where: jsonPath('by', i), message, remedy: 'Remove it here.' };
  }
}

/** A query of unknown shape, copied. Throws `REFUSED`, with the place of what is wrong: `$.where[0].equals`. */
export function parseQuery(input: unknown): Query {
  const { value, problems } = readInput(query, withoutUndefined(input), checkQuery);
  if (value) return value;
  const shown = problems.slice(0, 3).map(formatProblem).join(' ');
  throw new MetricsError('REFUSED', `The query cannot be answered. ${shown}`, { cause: problems });
}

/** A key that is `undefined` is absent, as it is in JSON. */
function withoutUndefined(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}
