import type { Problem } from './problem.js';

/** What can go wrong with a promise the SDK made. Codes are stable; messages are for people and may change. */
export type MetricsErrorCode =
  /** The worker script is missing, refused by the page's policy, or died. */
  | 'ENGINE_WORKER'
  /** The engine's WebAssembly file is missing, truncated or refused by the page's policy. */
  | 'ENGINE_WASM'
  /** A package that the engine or its result needs is not installed. */
  | 'ENGINE_PACKAGE'
  /** The database file is missing, truncated or not the one the manifest names. */
  | 'DATABASE'
  /** The manifest or another file of the release is missing or malformed. */
  | 'RELEASE'
  /** The engine refused a statement. */
  | 'SQL'
  /** A result column has a type that may not cross the boundary. */
  | 'RESULT_TYPE'
  /** No answer within the deadline; what was under way was interrupted. */
  | 'DEADLINE'
  /** The caller's signal was aborted. */
  | 'ABORTED'
  /** The engine was closed, or was not opened. */
  | 'CLOSED'
  /** A metric, dimension, goal or dataset that nothing declares. */
  | 'UNKNOWN_NAME'
  /** A query or an option that has no right answer, such as a sum across an overlapping dimension. */
  | 'REFUSED';

/** What an error was caused by: the original error, or problems of the input. */
export interface MetricsErrorOptions extends ErrorOptions {
  readonly problems?: readonly Problem[];
}

/**
 * A broken promise: says what happened and what to do. `cause` keeps the original error, or the problems of an input.
 *
 * @example
 * const error = await metrics.query({ metric: 'revenue', by: ['day'] }).catch((error) => error);
 * error.code; // 'REFUSED'
 * error.problems.map(formatProblem); // ['$.by[0]: "revenue" has figures by month, and none by day. …']
 */
export class MetricsError extends Error {
  override readonly name = 'MetricsError';
  /** What is wrong with the query, contract, metrics or release that was given, all of it; empty where that is not why. */
  readonly problems: readonly Problem[];

  constructor(
    readonly code: MetricsErrorCode,
    message: string,
    { problems, ...options }: MetricsErrorOptions = {},
  ) {
    super(message, problems ? { cause: problems, ...options } : options);
    this.problems = problems ?? [];
  }
}
