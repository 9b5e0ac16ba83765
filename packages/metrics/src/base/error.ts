/** What can go wrong with a promise the SDK made. Codes are stable; messages are for people and may change. */
export type MetricsErrorCode =
  /** The worker script is missing, refused by the page's policy, or died. */
  | 'ENGINE_WORKER'
  /** The engine's WebAssembly file is missing, truncated or refused by the page's policy. */
  | 'ENGINE_WASM'
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

/** A broken promise: says what happened and what to do; `cause` keeps the original error. */
export class MetricsError extends Error {
  override readonly name = 'MetricsError';
  constructor(
    readonly code: MetricsErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
