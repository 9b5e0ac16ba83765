import type { Verified, VerifyAsk } from '../element/source.js';
import type { Locale } from '../locale/locale.js';
import { failing } from '../element/failure.js';
import { sourceWords } from './book.js';
import { methodOf, type Session } from './session.js';

/** Computes the release of a session again. Rejects with a `FailureError`, and with the reason of the signal. */
export async function verifyWith(
  session: Session,
  { signal, shown, onProgress, onStep }: VerifyAsk,
  locale: Locale,
): Promise<Verified> {
  const leave = session.follow(onProgress);
  try {
    return await untilAborted(
      session.ask(async (asked) => {
        const { manifest } = asked;
        const verify = methodOf(asked, 'verify', locale);
        if (!manifest)
          throw failing({ code: 'ENGINE', message: () => sourceWords(locale).lacksMethod('manifest') });
        signal.throwIfAborted();
        return { manifest, verification: await verify({ signal, shown, onStep }) };
      }, locale),
      signal,
    );
  } finally {
    leave();
  }
}

/** An engine that starts for all elements of a source goes on; the one who cancels waits no more. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(signal.reason as Error);
    if (signal.aborted) return leave();
    signal.addEventListener('abort', leave, { once: true });
    work.then(resolve, reject);
  });
}
