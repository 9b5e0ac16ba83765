import { ask } from './release.js';
import type { SourceGift } from './source.js';
import { verdictsForm } from './verdicts-form.js';

/** The digest of a release: that of its manifest, as its folder is named by it; and whether it is still being read. */
export interface ReleaseDigest {
  readonly digest: string | undefined;
  readonly busy: boolean;
}

/** The digest of the release of a source. Without a manifest, and of one that cannot be read, there is none. */
export function digestOf(gift: SourceGift): ReleaseDigest {
  const located = gift.locate('verdicts', verdictsForm);
  if (!located.file) return { digest: undefined, busy: located.busy === true };
  const { content, busy } = ask(located.file);
  const digest: unknown = content?.manifest;
  return { digest: typeof digest === 'string' ? digest : undefined, busy: !content && busy === true };
}
