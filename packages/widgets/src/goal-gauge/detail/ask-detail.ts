import { loadPart, tellUnreachable } from '../../element/part.js';
import { updateAll } from '../../element/release.js';
import type { Say } from '../../locale/words.js';

/** The exports of the file beside the gauge's. */
type Detail = typeof import('./detail.js');

const file = 'zj-goal-gauge-detail.js';
let detail: Detail | undefined;
let state: 'absent' | 'busy' | 'failed' = 'absent';
/** How often it failed: after the first time the button to try again stays, and keeps the focus. */
let failures = 0;

/** The file, once it is there, or why it could not be read. */
export interface DetailAnswer {
  readonly detail: Detail | undefined;
  readonly failed: Say | undefined;
  readonly tried: boolean;
}

/** The code of the detail, or its failure. The first call has it loaded; all gauges update when it is there. */
export function askDetail(): DetailAnswer {
  if (state === 'absent') {
    state = 'busy';
    loadPart(file, () => import('./detail.js'), failures).then(
      (part) => {
        detail = part;
        updateAll();
      },
      () => {
        state = 'failed';
        failures++;
        updateAll();
      },
    );
  }
  return { detail, failed: state === 'failed' ? tellUnreachable(file) : undefined, tried: failures > 0 };
}

/** Lets the next to ask try again, where it failed. */
export function forgetFailure(): void {
  if (state === 'failed') state = 'absent';
}
