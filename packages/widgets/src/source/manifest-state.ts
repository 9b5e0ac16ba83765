import type { Manifest } from '@zj/metrics';
import { failing, type Failure } from '../element/failure.js';
import { ask, read, type Known, type Wish } from '../element/release.js';
import type { Locale } from '../locale/locale.js';
import { sourceWords } from './book.js';

/** The manifest that a source names: which file it is, and how far it is read. */
export interface ManifestState {
  readonly wish?: Wish<Manifest> | undefined;
  readonly known?: Known<Manifest> | undefined;
  readonly failure?: Failure | undefined;
}

/** The state of a source after its update. */
type Now = () => Promise<ManifestState>;

/** The manifest that answers have to be of; none where the source names none. Rejects with a `FailureError` where it cannot be read. */
export async function awaitManifest(now: Now): Promise<Manifest | undefined> {
  const { wish, failure } = await now();
  if (!wish) {
    if (failure) throw failing(failure);
    return undefined;
  }
  if (!ask(wish).content) await read(wish);
  const { content, failure: lack } = ask(wish);
  const { wish: later } = await now();
  // The page may have named another one meanwhile.
  if (later?.url !== wish.url || later.integrity !== wish.integrity) return awaitManifest(now);
  if (!content && lack) throw failing(lack);
  return content;
}

/**
 * Reads the manifest again, because answers are of another release. Where it has changed, the elements ask anew; where it has not, they
 * are to tell this failure.
 */
export async function renewManifest(now: Now, locale: Locale): Promise<Failure> {
  const { wish } = await now();
  if (wish) await read(wish);
  const { failure } = await now();
  return failure ?? { code: 'RELEASE', message: () => sourceWords(locale).otherRelease(wish?.url ?? '') };
}
