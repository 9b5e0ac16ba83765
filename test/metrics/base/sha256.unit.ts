import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { sha256 } from '../../../packages/metrics/src/base/sha256.js';

const expected = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const bytesOf = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => (i * 131 + (i >> 8)) & 255);

afterEach(() => vi.unstubAllGlobals());

describe.each([
  ['with the browser’s cryptography', () => undefined],
  ['on a page without HTTPS, which has none', () => vi.stubGlobal('crypto', {})],
])('%s', (_, begin) => {
  test('the digest is that of Node at every length', async () => {
    begin();
    for (const length of [...Array(200).keys(), 1000, 65_537, 1_000_003]) {
      const bytes = bytesOf(length);
      expect(await sha256(bytes)).toBe(expected(bytes));
    }
  });

  test('a piece of a larger buffer is digested alone', async () => {
    begin();
    const piece = bytesOf(300).subarray(100, 200);
    expect(await sha256(piece)).toBe(expected(piece));
  });
});
