import { MetricsError } from '../base/error.js';
import { say } from '../base/sentence.js';

/** Work that takes long is done in slices of so many rows or cells. */
export const sliceLength = 4096;

/**
 * Lets everything else that waits for this thread have its turn: a page stays alive while a large file is read, and an abort
 * is heard. A timer would be slowed down to one turn a second in a tab that is not seen. Throws `ABORTED` where `signal`
 * is aborted by then.
 */
export async function nextTurn(signal?: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
  checkAborted(signal);
}

/** Throws `ABORTED` where the caller's signal is aborted. */
export function checkAborted(signal: AbortSignal | undefined): void {
  if (!signal?.aborted) return;
  throw new MetricsError('ABORTED', say`The caller cancelled the reading.`, { cause: signal.reason });
}

/** Takes turns in the midst of long work. */
export interface Pace {
  /** Counts units of work that were done, and gives a turn to be awaited where a slice of them is full. */
  readonly next: (units?: number) => Promise<void> | undefined;
}

/** Work in slices of so many units, such as rows, cells or bytes. */
export function keepPace(signal: AbortSignal | undefined, slice = sliceLength): Pace {
  let done = 0;
  return {
    next(units = 1) {
      done += units;
      if (done < slice) return undefined;
      done = 0;
      return nextTurn(signal);
    },
  };
}
