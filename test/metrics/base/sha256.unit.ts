import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { computeSha256, sha256 } from '../../../packages/metrics/src/base/sha256.js';

const expected = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const bytesOf = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => (i * 131 + (i >> 8)) & 255);

test('the digest is the same with and without the browser’s cryptography', async () => {
  for (const length of [...Array(200).keys(), 1000, 65_537, 1_000_003]) {
    const bytes = bytesOf(length);
    expect(Buffer.from(computeSha256(bytes)).toString('hex')).toBe(expected(bytes));
  }
  expect(await sha256(bytesOf(1000))).toBe(expected(bytesOf(1000)));
});

test('a piece of a larger buffer is digested alone', async () => {
  const piece = bytesOf(300).subarray(100, 200);
  expect(await sha256(piece)).toBe(expected(piece));
  expect(Buffer.from(computeSha256(piece)).toString('hex')).toBe(expected(piece));
});
