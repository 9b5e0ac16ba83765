import { updateAll } from './source.js';

/** What the file beside the gauge's has. */
type Detail = typeof import('./detail.js');

let detail: Detail | undefined;
let state: 'absent' | 'busy' | 'failed' = 'absent';

/** The file, once it is there, or that it could not be read. */
export interface DetailAnswer {
  readonly detail: Detail | undefined;
  readonly failed: boolean;
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
        updateAll();
      },
    );
  }
  return { detail, failed: state === 'failed' };
}

/** Lets the next to ask try again, where it failed. */
export function forgetFailure(): void {
  if (state === 'failed') state = 'absent';
}
