import { updateAll } from '../../element/release.js';

/** What the file beside the gauge's has. */
type Detail = typeof import('./detail.js');

let detail: Detail | undefined;
let state: 'absent' | 'busy' | 'failed' = 'absent';
/** Whether it ever failed: then the button to try again stays, and keeps the focus. */
let tried = false;

/** The file, once it is there, or that it could not be read. */
export interface DetailAnswer {
  readonly detail: Detail | undefined;
  readonly failed: boolean;
  readonly tried: boolean;
}

/** What is needed to show what stands behind a figure; the first to ask has it read, and all gauges are told what came of it. */
export function askDetail(): DetailAnswer {
  if (state === 'absent') {
    state = 'busy';
    import('./detail.js').then(
      (file) => {
        detail = file;
        updateAll();
      },
      () => {
        state = 'failed';
        tried = true;
        updateAll();
      },
    );
  }
  return { detail, failed: state === 'failed', tried };
}

/** Lets the next to ask try again, where it failed. */
export function forgetFailure(): void {
  if (state === 'failed') state = 'absent';
}
