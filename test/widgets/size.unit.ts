import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { ZjGoalGauge } from '@zj/widgets';
import { buildGauge } from './build.js';

const root = join(import.meta.dirname, '../..');
let script = '';

beforeAll(async () => {
  ({ script } = await buildGauge());
});

test('the gauge with all that it needs is at most 12 000 bytes of brotli', () => {
  const bytes = brotliCompressSync(script).length;
  console.log(`zj-goal-gauge.js: ${bytes} bytes of brotli, ${Buffer.byteLength(script)} raw`);
  expect(bytes).toBeLessThanOrEqual(12_000);
});

test('it asks for no other file, evaluates no text, parses no markup and sets no inline style', () => {
  const forbidden =
    /\bimport\b|\brequire\b|\beval\b|new Function|innerHTML|insertAdjacent|document\.write|\.style\b/;
  expect(forbidden.exec(script)?.[0]).toBeUndefined();
});

test('it begins with a byte order mark, so that a page in another encoding reads it as it is', () => {
  expect(script.startsWith('\uFEFF')).toBe(true);
});

test('it says the version of its package', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'packages/widgets/package.json'), 'utf8')) as {
    version: string;
  };
  expect(ZjGoalGauge.version).toBe(version);
});
