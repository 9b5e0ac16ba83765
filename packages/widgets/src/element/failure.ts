import type { Say } from '../locale/words.js';

/**
 * The kind of failure; older figures may still be shown. `ATTRIBUTE`: one is missing or cannot be read. `RELEASE`: the file
 * cannot be reached, takes too long, is malformed or is of another release. `UNKNOWN_NAME`: it has no such goal. `FAULT`: the element itself has a fault,
 * and the data have none. `PART`: `zj.js` cannot load the element's file. `ENGINE`: none is named, or it cannot be had. `QUERY`: a
 * question has no answer.
 */
export type FailureCode = 'ATTRIBUTE' | 'RELEASE' | 'UNKNOWN_NAME' | 'FAULT' | 'PART' | 'ENGINE' | 'QUERY';

/** The failure and its remedy, in words. */
export interface Failure {
  readonly code: FailureCode;
  readonly message: Say;
}

/** An error of which an element tells the failure. */
export interface FailureError extends Error {
  readonly failure: Failure;
}

/** The failure behind an error: its own, or a fault of the element. */
export function failureOf(error: unknown): Failure {
  const own = (error as Partial<FailureError> | null)?.failure;
  return own ?? { code: 'FAULT', message: (face) => face.broken };
}

/** The error by which a question tells its failure. */
export function failing(failure: Failure, cause?: unknown): FailureError {
  const error = new Error(failure.code, { cause });
  return Object.assign(error, { failure });
}
