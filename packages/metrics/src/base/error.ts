import type { Problem } from './problem.js';
import { printSentence, type Sentence, type Translation } from './sentence.js';

/** The kinds of broken promises of the SDK. Codes are stable; messages are for people and may change. */
export type MetricsErrorCode =
  /** The worker script is missing, is refused by the page's policy, or stopped. */
  | 'ENGINE_WORKER'
  /** The engine's WebAssembly file is missing, incomplete or refused by the page's policy, or the browser is too old. */
  | 'ENGINE_WASM'
  /** A package that the engine or its result needs is not installed. */
  | 'ENGINE_PACKAGE'
  /** The database file is missing, incomplete, or not the file of the manifest. */
  | 'DATABASE'
  /** The manifest or another file of the release is missing or malformed. */
  | 'RELEASE'
  /** The engine refused a statement. */
  | 'SQL'
  /** A result column has a type that the engine does not return. */
  | 'RESULT_TYPE'
  /** There was no answer within the deadline, and the call was interrupted. */
  | 'DEADLINE'
  /** The caller's signal was aborted. */
  | 'ABORTED'
  /** The engine was closed, or was not opened. */
  | 'CLOSED'
  /** A metric, dimension, goal or dataset is not declared. */
  | 'UNKNOWN_NAME'
  /** A query or an option has no correct answer, such as a sum over an overlapping dimension. */
  | 'REFUSED';

/** The cause of an error: the original error, or problems of the input. */
export interface MetricsErrorOptions extends ErrorOptions {
  readonly problems?: readonly Problem[];
}

/**
 * A broken promise, with its reason and remedy. `cause` keeps the original error, or the problems of an input.
 *
 * @example
 * const error = await metrics.query({ metric: 'revenue', by: ['day'] }).catch((error) => error);
 * error.code; // 'REFUSED'
 * error.problems.map(formatProblem); // ['$.by[0]: "revenue" has figures by month, and none by day. …']
 */
export class MetricsError extends Error {
  override readonly name = 'MetricsError';
  /** All problems of the given query, contract, metrics or release; empty if they are not the reason. */
  readonly problems: readonly Problem[];
  /** The message with its parameters: {@link translateError} tells it in another language. */
  readonly sentence: Sentence;

  /** An engine of one's own may give a plain text: it is told as it is in every language. */
  constructor(
    readonly code: MetricsErrorCode,
    message: Sentence | string,
    { problems, ...options }: MetricsErrorOptions = {},
  ) {
    const sentence = typeof message === 'string' ? { text: message, parameters: [] } : message;
    super(printSentence(sentence), problems ? { cause: problems, ...options } : options);
    this.problems = problems ?? [];
    this.sentence = sentence;
  }
}

/** A file that did not come because a server or the connection failed, which may pass: nothing is known of the file itself. */
export class UnreachedError extends MetricsError {}

/**
 * The message of an error in another language; for an error of another library its own message.
 *
 * @example
 * import { zhCN } from '@zj/metrics/zh-CN';
 * await metrics.query(query).catch((error) => show(translateError(error, zhCN)));
 */
export function translateError(error: unknown, translation: Translation): string {
  if (error instanceof MetricsError) return printSentence(error.sentence, translation);
  return error instanceof Error ? error.message : String(error);
}
