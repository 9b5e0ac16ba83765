import type { Say } from '../locale/language.js';

/**
 * Why a gauge has nothing to show. `ATTRIBUTE`: one is missing or cannot be read. `RELEASE`: the file cannot be reached, takes
 * too long or is malformed. `UNKNOWN_NAME`: it has no such goal. `FAULT`: the gauge itself has a fault, and the data have none.
 */
export type FailureCode = 'ATTRIBUTE' | 'RELEASE' | 'UNKNOWN_NAME' | 'FAULT';

/** What went wrong, and what to do. */
export interface Failure {
  readonly code: FailureCode;
  readonly message: Say;
}
