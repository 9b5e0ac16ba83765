import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { oldestBrowsers, tooOld } from '../../packages/metrics/src/engine/wasm/support.js';
import { find, floor } from '../floor/floor.js';
import { names } from './find.mjs';
import { browsersPage, isSince, rowsBelow, tested } from './page.js';

const root = join(import.meta.dirname, '../..');
const titles = { chrome: 'Chromium', firefox: 'Firefox', safari: 'Safari' } as const;
const ids = ['chrome', 'firefox', 'safari'] as const;
const oldest = ids.map((id) => `${titles[id]} ${floor[id]}`);

/** Where MDN tells of what the page calls by this name. */
const places: Readonly<Record<string, string>> = {
  '`adoptedStyleSheets`': 'api.ShadowRoot.adoptedStyleSheets',
  '`static {}` in classes': 'javascript.classes.static.initialization_blocks',
  'exceptions in WebAssembly': 'webassembly.exception-handling',
  "`'wasm-unsafe-eval'`": 'http.headers.Content-Security-Policy.script-src.wasm-unsafe-eval',
  '`light-dark()`': 'css.types.color.light-dark',
  '`color-mix()`': 'css.types.color.color-mix',
  '`contain-intrinsic-width`': 'css.properties.contain-intrinsic-width',
  '`@media (scripting)`': 'css.at-rules.media.scripting',
  '`::details-content`': 'css.selectors.details-content',
  '`text-wrap`': 'css.properties.text-wrap',
  '`text-spacing-trim`': 'css.properties.text-spacing-trim',
};

describe('the oldest browsers are the same three', () => {
  test.each([
    ['README.md', readFileSync(join(root, 'README.md'), 'utf8')],
    ['the guide to embedding', readFileSync(join(root, 'stories/docs/embedding.mdx'), 'utf8')],
    ['the guide of the SDK', readFileSync(join(root, 'packages/metrics/GUIDE.md'), 'utf8')],
    ['the page for browsers', browsersPage.replaceAll('**', '')],
    ["the SDK's own message", tooOld('').message],
  ])('in %s', (_, text) => {
    // Each with the first number behind it.
    for (const one of oldest) expect(text).toContain(one);
    for (const id of ids) {
      const told = new RegExp(`${titles[id]} ([\\d.]*\\d)`).exec(text)?.[1];
      expect(told).toBe(floor[id]);
    }
  });

  test("as the SDK's message names them", () => {
    expect(oldestBrowsers).toEqual(oldest);
  });
});

describe('the table of parts', () => {
  const rows = rowsBelow('Which part needs which version');

  test.each(rows.map((row) => [row[1]!, row] as const))(
    'has the versions of %s as MDN has them',
    (name, row) => {
      const support = find(...places[name]!.split('.'))!.__compat!.support;
      const since = ids.map((id) => {
        const { version_added } = [support[id]!].flat()[0]!;
        return version_added === false ? 'never' : String(version_added);
      });
      expect(row.slice(2, 5)).toEqual(since);
    },
  );

  test('says of all that is newer than the floor, and of nothing else, that something else is seen', () => {
    expect(rows.map(([, name]) => name).sort()).toEqual(Object.keys(places).sort());
    for (const row of rows) expect(row[5]).not.toBe('');
  });
});

test('the table of tested browsers has a row for each browser of the walk', () => {
  expect([...tested.keys()]).toEqual(Object.values(names));
  expect(tested.get('Chromium 109')).toMatch(/^109\./);
});

test('a version is this one or a later one by its numbers', () => {
  expect(isSince('153.8.0', '153.8.0')).toBe(true);
  expect(isSince('153.10.0', '153.8.0')).toBe(true);
  expect(isSince('153.8', '153.8.0')).toBe(true);
  expect(isSince('115.0', '153.8.0')).toBe(false);
});
