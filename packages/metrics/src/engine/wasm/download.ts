import { MetricsError, UnreachedError, type MetricsErrorCode } from '../../base/error.js';
import type { Call } from '../calls.js';
import type { Progress } from '../engine.js';
import { say, type Sentence } from '../../base/sentence.js';

/** The wanted file, and the code of its failure. */
export interface Download {
  readonly url: string;
  readonly code: MetricsErrorCode;
  readonly step?: Progress['step'];
  /** The most bytes that it may have: the download ends after them. */
  readonly bytes?: number | undefined;
}

/** Loads a file whole, and tells how far it has come. Throws `code`, as an {@link UnreachedError} where another time may bring it. */
export async function download(
  { url, code, step, bytes }: Download,
  { signal, advance }: Call,
): Promise<Uint8Array> {
  const fail = (message: Sentence, cause?: unknown): MetricsError =>
    new MetricsError(code, message, { cause });
  try {
    // A copy from before the last release is asked for again; one that is still right is not sent again.
    const answer = await fetch(url, { signal, cache: 'no-cache' });
    if (isPassing(answer.status)) throw new UnreachedError(code, notThere(url, answer.status));
    if (!answer.ok || !answer.body) throw fail(notThere(url, answer.status));
    const chunks: Uint8Array[] = [];
    let loaded = 0;
    const reader = answer.body.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      chunks.push(next.value);
      loaded += next.value.length;
      if (bytes !== undefined && loaded > bytes) {
        void reader.cancel().catch(() => undefined);
        throw fail(
          say`${url} has more than ${bytes} bytes. Upload the files of the release again, all together.`,
        );
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
    throw cause instanceof MetricsError ? cause : new UnreachedError(code, didNotLoad(url), { cause });
  }
}

/** Whether a server says that it cannot answer now: a time that is too long, too many requests, or a fault of its own. */
function isPassing(status: number): boolean {
  return status >= 500 || status === 408 || status === 429;
}

/** The answers of a server without the file, and who can change it. */
export function notThere(url: string, status: number): Sentence {
  if (status >= 500)
    return say`${url} cannot be loaded: the server answered ${status}. Try again later, or ask the administrator of the server.`;
  if (status === 401 || status === 403)
    return say`${url} cannot be loaded: the server answered ${status}. Ask the administrator of the server to let this page read it.`;
  return say`${url} does not exist: the server answered ${status}. Check the address, and upload the file if it is missing.`;
}

/** The browser's words for a failed connection or a policy: it does not say which. */
export function didNotLoad(url: string): Sentence {
  return say`${url} did not load. Check the connection, and that the policies of the page and of the server allow it, and try again.`;
}
