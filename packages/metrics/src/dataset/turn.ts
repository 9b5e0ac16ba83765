/** Work that takes long is done in slices of so many rows or cells. */
export const sliceLength = 4096;

/**
 * Lets everything else that waits for this thread have its turn: a page stays alive while a large file is read. A timer
 * would be slowed down to one turn a second in a tab that is not seen.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
