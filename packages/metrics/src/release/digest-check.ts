/** A SHA-256 as published, beside the one computed again. */
export interface DigestCheck {
  readonly equal: boolean;
  readonly published: string;
  readonly recomputed: string;
}

/** Holds a published SHA-256 against the one computed again. */
export function checkDigest(published: string, recomputed: string): DigestCheck {
  return { equal: published === recomputed, published, recomputed };
}
