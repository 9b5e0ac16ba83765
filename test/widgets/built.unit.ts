import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { ZjGoalGauge } from '@zj/widgets';
import { buildGauge, type Built } from './build.js';

const root = join(import.meta.dirname, '../..');
const readJson = <T>(path: string): T => JSON.parse(readFileSync(join(root, path), 'utf8')) as T;
let built: Built;

beforeAll(async () => {
  built = await buildGauge();
});

test('the gauge asks for no other files but those beside it; all evaluate no text, parse no markup of their own and set no inline style', () => {
  expect(built.script.match(/\bimport\(.{0,30}/g)).toEqual([
    ...['element-verify', 'goal-gauge-menu', 'goal-gauge-detail', 'goal-gauge-menu'].map((name): unknown =>
      expect.stringContaining(`import("./zj-${name}.js")`),
    ),
    // The same by its full address.
    expect.stringMatching(/^import\(\w+\)/),
  ]);
  for (const code of [built.script, built.detail, built.menu]) {
    const found = code.match(
      /\brequire\b|\beval\b|new Function|innerHTML|insertAdjacent|document\.write|\.style\b/g,
    );
    // Lit parses its templates, which hold no data, in one place.
    expect(found ?? []).toEqual(code === built.script ? ['innerHTML'] : []);
  }
  expect(built.detail + built.menu).not.toMatch(/\bimport\b/);
});

test('it begins with a byte order mark, so that a page in another encoding reads it as it is', () => {
  expect(built.script.startsWith('\uFEFF')).toBe(true);
});

test('it says the version of its package', () => {
  const { version } = readJson<{ version: string }>('packages/widgets/package.json');
  expect(ZjGoalGauge.version).toBe(version);
});
