import type { DuckDBConnection } from '@duckdb/node-api';

/** Milliseconds between two interrupts. */
const again = 25;

/**
 * Work that the connection is interrupted in when the signal is aborted: again and again, as an interrupt that comes between two
 * statements is lost, but never after the work is over, when it would hit another's. Throws the signal's reason.
 */
export async function interruptible<T>(
  connection: DuckDBConnection,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (!signal) return work();
  signal.throwIfAborted();
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = (): void => {
    connection.interrupt();
    timer = setInterval(() => connection.interrupt(), again);
  };
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await work();
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    clearInterval(timer);
    signal.removeEventListener('abort', stop);
  }
}
