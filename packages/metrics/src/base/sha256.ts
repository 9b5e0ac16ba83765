/**
 * SHA-256 of bytes in hexadecimal (FIPS 180-4). Pages served without HTTPS have no `crypto.subtle`, and their
 * readers may check a release too: they load a library for it.
 */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await digestOf(bytes);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function digestOf(bytes: Uint8Array): Promise<Uint8Array> {
  const { subtle } = globalThis.crypto as Partial<Crypto>;
  if (subtle) return new Uint8Array(await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  const { sha256: compute } = await import('@noble/hashes/sha2.js');
  return compute(bytes);
}
