import { describe, expect, test } from 'vitest';
import { tell } from './floor.js';
import { checkScript } from './script.js';
import { checkSheet } from './sheet.js';

const inScript = (text: string): readonly string[] => checkScript('a.js', text).map(({ what }) => what);
const inSheet = (text: string): readonly string[] => checkSheet('a.css', text).map(({ what }) => what);

test('a finding names file, place, feature, the browsers that lack it, and the remedy', () => {
  expect(checkScript('a.js', 'const a = [2, 1];\nexport const b = a.toSorted();').map(tell)).toEqual([
    'a.js:2:20 Array.toSorted() is newer than the floor (Chrome 110). Write it with what the floor knows, or ask for it first, as a condition or by ?.',
  ]);
});

describe('a script', () => {
  test.each([
    ['x.toReversed()', 'Array.toReversed()'],
    ['x.with(0, 1)', 'Array.with()'],
    ['const { toSpliced } = x', 'Array.toSpliced'],
    ['const { groupBy } = Object; Object.groupBy([], f)', 'Object.groupBy'],
    ['new Set().union(x)', 'Set.union()'],
    ['[...m.values().map(f)]', 'Iterator.map'],
    ['Promise.withResolvers()', 'Promise.withResolvers'],
    ['AbortSignal.any([])', 'AbortSignal.any'],
    ['new Intl.Segmenter()', 'Intl.Segmenter'],
    ['new Intl.NumberFormat("zh", { roundingMode: "floor" })', 'Intl.NumberFormat roundingMode'],
    ['answer.bytes()', 'Blob.bytes()'],
    ['URL.canParse(x)', 'URL.canParse'],
    ['box.checkVisibility()', 'Element.checkVisibility()'],
    ['box.ariaValueText = "1"', 'Element.ariaValueText'],
    ['scheduler.postTask(f)', 'scheduler'],
    ['window.requestIdleCallback(f)', 'requestIdleCallback'],
    ['box.addEventListener("scrollend", f)', 'Document scrollend event'],
    ['new WeakRef(x); new CustomStateSet()', 'CustomStateSet'],
    ['const sheet = `.a{color:light-dark(red,blue)}`', 'light-dark()'],
  ])('is reported for %s', (text, what) => {
    expect(inScript(text)).toContain(what);
  });

  test.each(['/[a--b]/v', 'import x from "./x.json" with { type: "json" }', 'using x = open();'])(
    'is reported for the syntax of %s',
    (text) => {
      expect(inScript(text)).toHaveLength(1);
    },
  );

  test.each([
    '[...x].sort().at(-1)',
    'x.findLast(f); x.filter(f); structuredClone(x); Object.hasOwn(x, y); AbortSignal.timeout(5)',
    'class A { static #a = 1; static { this.b = 2 } }; a ??= b; await c;',
    'x.toSorted?.(f)',
    'if (a.toSorted) a.toSorted()',
    'const b = "groupBy" in Object ? Object.groupBy(x, f) : 0',
    'typeof scheduler === "undefined" || scheduler.yield()',
    'const own = { bytes: 1 }; own.bytes',
    'const scheduler = make(); scheduler.run()',
    'const text = "toSorted and light-dark() and :has()"',
    'const rows = `@supports(color:light-dark(red,red)){.a{color:light-dark(red,red)}}`',
    'Object.values(x).map(f)',
  ])('is not reported for %s', (text) => {
    expect(inScript(text)).toEqual([]);
  });
});

describe('a style sheet', () => {
  test.each([
    ['a { color: color-mix(in srgb, red, blue) }', 'color-mix()'],
    ['a { color: red; color: color-mix(in srgb, var(--a), blue) }', 'color-mix()'],
    ['a { --b: light-dark(red, blue) }', 'light-dark()'],
    ['a, b:has(c) { color: red }', ':has'],
    ['a { b & { color: red } }', 'nested rules'],
    ['@scope (a) { b { color: red } }', '@scope'],
    ['a { text-wrap: balance }', 'text-wrap'],
    ['a::details-content { color: red }', '::details-content'],
    ['@media (scripting: none) { a { color: red } }', '@media (scripting)'],
    ['a { width: 1rcap }', 'the unit rcap'],
    ['a { display: ruby-text }', 'display: ruby-text'],
  ])('is reported for %s', (text, what) => {
    expect(inSheet(text)).toEqual([what]);
  });

  test.each([
    'a { color: red; color: color-mix(in srgb, red, blue) }',
    '@supports (color: light-dark(red, red)) { a { --b: light-dark(red, blue) } }',
    '@supports selector(b:has(c)) { b:has(c) { color: red } }',
    'a { -webkit-print-color-adjust: exact; print-color-adjust: exact }',
    '@container (width > 20em) { a:is(b, c):focus-visible { inset: 0; gap: 1cqi } }',
    '@layer a { b { color: hwb(50 40% 59%) } }',
  ])('is not reported for %s', (text) => {
    expect(inSheet(text)).toEqual([]);
  });
});
