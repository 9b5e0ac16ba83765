import type { Say } from '../locale/words.js';

/**
 * The kind of failure; older figures may still be shown. `ATTRIBUTE`: one is missing or cannot be read. `RELEASE`: the file
 * cannot be reached, takes too long or is malformed. `UNKNOWN_NAME`: it has no such goal. `FAULT`: the gauge itself has a fault,
 * and the data have none. `PART`: `zj.js` cannot load the element's file.
 */
export type FailureCode = 'ATTRIBUTE' | 'RELEASE' | 'UNKNOWN_NAME' | 'FAULT' | 'PART';

/** The failure and its remedy, in words. */
export interface Failure {
  readonly code: FailureCode;
  readonly message: Say;
}
