import type { Manifest } from '@zj/metrics';
import type { Verified, VerifyAsk } from '../element/source.js';
import type { Locale } from '../locale/locale.js';
import { sourceWords } from './book.js';
import { failing, methodOf, type Session } from './session.js';

/**
 * Computes the release of a session again. `page` is the manifest that the page read: another one of the engine would verify figures
 * that the page does not show. Rejects with a `FailureError`, and with the reason of the signal.
 */
export async function verifyWith(
  session: Session,
  { signal, shown, onProgress, onStep }: VerifyAsk,
  { locale, page }: { readonly locale: Locale; readonly page: Manifest | null },
): Promise<Verified> {
  const leave = session.follow(onProgress);
  try {
    return await untilAborted(
      session.ask(async (asked) => {
        const { manifest } = asked;
        const verify = methodOf(asked, 'verify', locale);
        if (!manifest || (page && !isSameRelease(page, manifest)))
          throw failing({ code: 'RELEASE', message: () => sourceWords(locale).otherRelease });
        signal.throwIfAborted();
        return { manifest, verification: await verify({ signal, shown, onStep }) };
      }, locale),
      signal,
    );
  } finally {
    leave();
  }
}

function isSameRelease({ files: one }: Manifest, { files: other }: Manifest): boolean {
  return one.verdicts.sha256 === other.verdicts.sha256 && one.database.sha256 === other.database.sha256;
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
