import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import light from '../../packages/widgets/tokens/light.tokens.json';
import { writeFrameworks } from '../../.ci/frameworks.mjs';
import { writeManifest, writeReference } from '../../.ci/manifest.mjs';
import { writeTokens } from '../../.ci/tokens.mjs';
import { plotInks } from '../../packages/widgets/src/drawing/plot-ink.js';
import { sheet } from '../../packages/widgets/src/goal-gauge/sheet.js';
import { widthSheet } from '../../packages/widgets/src/goal-gauge/width-sheet.js';
import { formatHex, mix, parseHex } from '../../stories/theme/colour.js';
import { completeTheme } from '../../stories/theme/complete.js';
import { printCss, printTokens } from '../../stories/theme/export.js';
import { listPairs, measurePair, tint, veils } from '../../stories/theme/pairs.js';
import { tellFailures } from '../../stories/theme/show.js';
import {
  brands,
  colours,
  files,
  printDefault,
  resolveTheme,
  themes,
  type ThemeName,
} from '../../stories/theme/themes.js';
import { compareBrand, compareStatuses, leastDifference, visions } from '../../stories/theme/vision.js';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const names = Object.keys(themes) as ThemeName[];

interface Token {
  readonly $type?: string;
  readonly $value: unknown;
}
type Group = Readonly<Record<string, Token>> & { readonly $type?: string };

describe('the files of tokens', () => {
  const folder = 'packages/widgets/tokens';
  const tokens = readdirSync(join(root, folder)).flatMap((file) => {
    const content = JSON.parse(read(`${folder}/${file}`)) as Record<string, Group | string>;
    const groups = Object.values(content).filter((group) => typeof group !== 'string');
    return groups.flatMap(({ $type, ...members }) =>
      Object.entries(members).map(([name, token]) => ({
        at: `${file} ${name}`,
        type: token.$type ?? $type,
        value: token.$value,
      })),
    );
  });

  test('hold to the format: a type of its own or its group, and a value of that type', () => {
    expect(tokens.length).toBeGreaterThanOrEqual(50);
    const shapes: Readonly<Record<string, unknown>> = {
      color: { colorSpace: 'srgb', components: [expect.any(Number), expect.any(Number), expect.any(Number)] },
      dimension: { value: expect.any(Number) as number, unit: expect.stringMatching(/^(px|rem)$/) as string },
      fontFamily: expect.arrayContaining([expect.any(String)]),
      number: expect.any(Number),
      fontWeight: expect.any(Number),
      strokeStyle: {
        dashArray: expect.any(Array) as unknown[],
        lineCap: expect.stringMatching(/^(round|butt|square)$/) as string,
      },
    };
    for (const { at, type, value } of tokens) {
      if (typeof value === 'string') expect(value, at).toMatch(/^\{[a-z]+\.[a-z-]+\}$/);
      else if (type === 'color') expect(value, at).toMatchObject(shapes.color as object);
      else expect(value, at).toEqual(shapes[type!]);
    }
  });

  test('tell a colour the same by its components and by its hexadecimal text', () => {
    for (const { at, type, value } of tokens) {
      if (type !== 'color' || typeof value === 'string') continue;
      const { components, hex } = value as { components: [number, number, number]; hex: string };
      expect(formatHex(components), at).toBe(hex);
    }
  });

  test('name the same tokens in every theme, ten of them colours', () => {
    expect(colours).toHaveLength(10);
    for (const name of names) expect(Object.keys(themes[name])).toEqual(Object.keys(themes.light));
  });

  test('a token that refers to another follows it', () => {
    const base = {
      color: { $type: 'color', ink: { $value: { hex: '#010203' } }, line: { $value: '{color.ink}' } },
    };
    const over = { color: { $type: 'color', ink: { $value: { hex: '#040506' } } } };
    expect(resolveTheme(base, over).line!.css).toBe('#040506');
  });
});

describe('what follows from the tokens', () => {
  test('the committed files are those of the tokens: else run `npm run tokens`', async () => {
    const written = (await writeTokens()) as Record<string, string>;
    expect(Object.keys(written)).toHaveLength(3);
    for (const [file, text] of Object.entries(written)) expect(read(file), file).toBe(text);
  });

  test('the committed manifest, reference and types for frameworks are those of the elements: else run `npm run manifest`', async () => {
    const manifest = await writeManifest();
    expect(read('packages/widgets/custom-elements.json')).toBe(manifest);
    expect(read('packages/widgets/ELEMENTS.md')).toBe(await writeReference(manifest));
    for (const [file, text] of Object.entries(await writeFrameworks(manifest)))
      expect(read(`packages/widgets/frameworks/${file}`), file).toBe(text);
  });

  test('the manifest has every token with its default, and nothing without a description', () => {
    const { modules } = JSON.parse(read('packages/widgets/custom-elements.json')) as {
      modules: {
        declarations: Record<string, { name: string; description?: string; default?: string }[]>[];
      }[];
    };
    const element = modules
      .flatMap(({ declarations }) => declarations)
      .find(({ tagName }) => (tagName as unknown) === 'zj-goal-gauge')!;
    expect(element.cssProperties!.map(({ name }) => name).sort()).toEqual(
      Object.keys(themes.light)
        .map((name) => `--zj-${name}`)
        .sort(),
    );
    for (const { name, default: value } of element.cssProperties!)
      expect(value, name).toBe(printDefault(themes.light[name.replace('--zj-', '')]!));
    for (const kind of ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties'])
      for (const { name, description } of element[kind]!) expect(description, `${kind} ${name}`).toBeTruthy();
  });

  test('an element has the custom properties that it is painted by, and methods with what they take and give', () => {
    const { modules } = JSON.parse(read('packages/widgets/custom-elements.json')) as {
      modules: { declarations: { tagName?: string; cssProperties: { name: string }[] }[] }[];
    };
    const namesOf = (tag: string): readonly string[] =>
      modules
        .flatMap(({ declarations }) => declarations)
        .find(({ tagName }) => tagName === tag)!
        .cssProperties.map(({ name }) => name);
    const left = namesOf('zj-goal-gauge').filter((name) => !namesOf('zj-trend-chart').includes(name));
    expect(left).toHaveLength(6);
    expect(namesOf('zj-breakdown-chart')).toEqual(namesOf('zj-trend-chart'));
    expect(namesOf('zj-source')).toEqual([]);
    const folders = ['chart', 'trend-chart', 'breakdown-chart'].map((name) => `packages/widgets/src/${name}`);
    const sources = folders.flatMap((folder) =>
      readdirSync(join(root, folder)).map((name) => read(`${folder}/${name}`)),
    );
    for (const name of left)
      expect(
        sources.filter((text) => text.includes(name) || text.includes(name.replace('--zj-', '--_'))),
      ).toEqual([]);
    expect(read('packages/widgets/ELEMENTS.md')).toContain(
      '`(options?: { width?: number }) => Promise<string>`',
    );
  });

  test('the fan and the forbidden side of a bound cover as much as the contrasts say', () => {
    for (const [name, share] of Object.entries(veils)) expect(plotInks[name]!.opacity, name).toBe(share);
  });

  test('the gauge is drawn by the sizes of the tokens where a page sets none', () => {
    for (const name of ['font-size', 'font-size-small', 'radius', 'target-size'])
      expect(sheet, name).toMatch(new RegExp(`var\\(--zj-${name}, ?`));
    // A narrow card spreads its lines by gaps of its own.
    const defaults = [...sheet.replace(widthSheet, '').matchAll(/var\(--zj-([a-z-]+), ?([^()]+)\)/g)];
    for (const [, name, value] of defaults) {
      const token = themes.light[name!];
      // A fall back on other fonts, and on what the sheet computes itself, has no token's value.
      if (token && token.type !== 'fontFamily' && token.css !== 'auto')
        expect(value!.replace(/^\./, '0.'), name).toBe(token.css);
    }
  });

  test('a status word stands on a tint that the contrasts reckon with', () => {
    expect(`${tint * 100}%`).toBe(themes.light.tint!.css);
  });
});

describe.each(names)('in the theme %s', (name) => {
  const theme = themes[name];
  const pairs = listPairs(name.startsWith('contrast'));

  test.each(pairs)('$name has a contrast of $least', (pair) => {
    expect(measurePair(theme, pair)).toBeGreaterThanOrEqual(pair.least);
  });

  test.each(visions)(`the colours of any two statuses are ${leastDifference} apart in %s`, (vision) => {
    const apart = compareStatuses(theme, vision);
    expect(apart).toHaveLength(10);
    for (const { one, other, difference } of apart)
      expect(difference, `${one}, ${other}`).toBeGreaterThanOrEqual(leastDifference);
  });
});

describe.each(brands)('the brand %s', (brand) => {
  describe.each([brand, `${brand} dark`] as const)('in %s', (name) => {
    test.each(visions)(`is ${leastDifference} apart from every status in %s`, (vision) => {
      const apart = compareBrand(themes[name], vision);
      expect(apart).toHaveLength(5);
      for (const { other, difference } of apart)
        expect(difference, other).toBeGreaterThanOrEqual(leastDifference);
    });
  });

  test.each([
    ['light', [files.light, files[brand]]],
    ['dark', [files.light, files.dark, files[`${brand}Dark`]]],
  ] as const)('has in elder mode the contrasts of the rules, on a %s page', (_scheme, below) => {
    const theme = resolveTheme(...below, files.elder);
    expect(theme['ink-soft']!.css).toBe(theme.ink!.css);
    for (const pair of listPairs(false))
      expect(measurePair(theme, pair), pair.name).toBeGreaterThanOrEqual(pair.least);
  });
});

test('every colour of every theme is in a pair', () => {
  const used = new Set(listPairs(true).flatMap(({ top, ground }) => [top, ground]));
  expect([...used].sort()).toEqual([...colours, 'action', 'focus'].sort());
  expect(parseHex('#ff8000')[1]).toBeCloseTo(0.502, 3);
});

describe('the workbench', () => {
  const values = {
    '--zj-ink': '#2b1a17',
    '--zj-surface': '#fffdf9',
    '--zj-action': '#a00010',
    '--zj-focus': '',
  };

  test('exports a theme as CSS, without what is left out', () => {
    expect(printCss(values)).toBe(
      ':root {\n  --zj-ink: #2b1a17;\n  --zj-surface: #fffdf9;\n  --zj-action: #a00010;\n}\n',
    );
  });

  test('exports a theme as design tokens, which laid over the light ones give its colours', () => {
    const file = JSON.parse(printTokens(values)) as Readonly<Record<string, Record<string, unknown>>>;
    expect(Object.keys(file)).toEqual(['color', 'accent']);
    const theme = resolveTheme(light, file);
    expect([theme.ink!.css, theme.surface!.css, theme.action!.css]).toEqual([
      '#2b1a17',
      '#fffdf9',
      '#a00010',
    ]);
    expect(theme.focus!.css).toBe('#a00010');
    for (const { $value } of [file.color!.ink, file.accent!.action] as Token[]) {
      const { components, hex } = $value as { components: [number, number, number]; hex: string };
      expect(formatHex(components)).toBe(hex);
    }
  });

  test.each(['light', 'dark'] as const)('knows the defaults of the scheme %s', (scheme) => {
    expect(completeTheme({}, scheme)).toEqual(themes[scheme]);
    const { action, focus } = completeTheme({ '--zj-on-track': '#123456' }, scheme);
    expect([action!.css, focus!.css]).toEqual(['#123456', '#123456']);
  });

  test('counts the pairs that fail', () => {
    expect(tellFailures(themes.light)).toBe('0 of 26 pairs fail');
    const pale = completeTheme({ '--zj-ink': '#cccccc', '--zj-surface': '#ffffff' }, 'light');
    expect(tellFailures(pale)).toBe('4 of 26 pairs fail');
  });

  test('mixes in Oklab as browsers do: grey in the middle of black and white is #636363', () => {
    expect(formatHex(mix(parseHex('#000000'), parseHex('#ffffff'), 0.5))).toBe('#636363');
  });
});
