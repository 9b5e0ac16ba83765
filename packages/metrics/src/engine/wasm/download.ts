import { MetricsError, type MetricsErrorCode } from '../../base/error.js';
import type { Call } from '../calls.js';
import type { Progress } from '../engine.js';

/** What is wanted, and what to call it when it does not come. */
export interface Download {
  readonly url: string;
  readonly code: MetricsErrorCode;
  readonly step?: Progress['step'];
  /** The most bytes that it may have: what goes on after them is not waited for. */
  readonly bytes?: number | undefined;
}

/** Loads a file whole, and tells how far it has come. Throws `code`. */
export async function download(
  { url, code, step, bytes }: Download,
  { signal, advance }: Call,
): Promise<Uint8Array> {
  const fail = (what: string, cause?: unknown): MetricsError =>
    new MetricsError(code, `${url} ${what}. Check the address and the connection, and try again.`, { cause });
  try {
    // A copy from before the last release is asked for again; one that is still right is not sent again.
    const answer = await fetch(url, { signal, cache: 'no-cache' });
    if (!answer.ok || !answer.body) throw fail(`is not there: the server answered ${answer.status}`);
    const chunks: Uint8Array[] = [];
    let loaded = 0;
    const reader = answer.body.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      chunks.push(next.value);
      loaded += next.value.length;
      if (bytes !== undefined && loaded > bytes) {
        void reader.cancel().catch(() => undefined);
        throw fail(`has more than ${bytes} bytes`);
      }
      if (step) advance({ step, loaded, ...(bytes !== undefined && { total: bytes }) });
    }
    const whole = new Uint8Array(loaded);
    let at = 0;
    for (const chunk of chunks) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    return whole;
  } catch (cause) {
    throw cause instanceof MetricsError ? cause : fail('did not load', cause);
  }
}
