import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { ZjGoalGauge } from '@zj/widgets';
import { buildGauge, type Built } from './build.js';

const root = join(import.meta.dirname, '../..');
const readJson = <T>(path: string): T => JSON.parse(readFileSync(join(root, path), 'utf8')) as T;
let built: Built;

beforeAll(async () => {
  built = await buildGauge();
});

test('each file has the size that is written down, in bytes of brotli; npm run sizes writes it anew', () => {
  const sizes = readJson<Record<string, number>>('packages/widgets/sizes.json');
  const files = { 'zj-goal-gauge.js': built.script, 'zj-goal-gauge-detail.js': built.detail };
  for (const [name, code] of Object.entries(files)) {
    const bytes = brotliCompressSync(code).length;
    // Node's own brotli differs by a few bytes from version to version.
    expect(bytes, name).toBeLessThanOrEqual(sizes[name]! + 40);
    expect(bytes, name).toBeGreaterThan(sizes[name]! - 200);
  }
});

test('all that paints is at most 14 500 bytes', () => {
  expect(
    readJson<Record<string, number>>('packages/widgets/sizes.json')['zj-goal-gauge.js'],
  ).toBeLessThanOrEqual(14_500);
});

test('the gauge asks for no other file but the one beside it; both evaluate no text, parse no markup and set no inline style', () => {
  expect(built.script.match(/\bimport\b.{0,40}/g)).toEqual([
    expect.stringMatching(/^import\("\.\/zj-goal-gauge-detail\.js"\)/),
  ]);
  for (const code of [built.script, built.detail]) {
    expect(
      /\brequire\b|\beval\b|new Function|innerHTML|insertAdjacent|document\.write|\.style\b/.exec(code)?.[0],
    ).toBeUndefined();
  }
  expect(built.detail).not.toMatch(/\bimport\b/);
});

test('it begins with a byte order mark, so that a page in another encoding reads it as it is', () => {
  expect(built.script.startsWith('\uFEFF')).toBe(true);
});

test('it says the version of its package', () => {
  const { version } = readJson<{ version: string }>('packages/widgets/package.json');
  expect(ZjGoalGauge.version).toBe(version);
});
