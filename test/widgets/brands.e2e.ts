import type { Page } from 'playwright';
import { format } from 'prettier';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { contrast, luminance, parseHex, type Rgb } from '../../stories/theme/colour.js';
import { completeTheme } from '../../stories/theme/complete.js';
import { colours, statuses, themes, type ThemeName } from '../../stories/theme/themes.js';
import { buildGauge } from './build.js';
import { brands, brandStyle, places, type Place } from './brands.js';
import { openHost, pageOf, settled, type Host } from './host.js';
import { measure, seeColours, type Seen } from './seen-colours.js';

interface Wish {
  readonly page?: string;
  readonly theme?: string;
  readonly media?: { readonly contrast?: 'more'; readonly media?: 'print' };
}

/** What a reader, a page or a medium asks for, beside a brand. */
const conditions = {
  plain: {},
  'dark page': { page: 'dark-page' },
  'theme dark': { theme: 'dark' },
  'theme elder': { theme: 'elder' },
  'theme contrast': { theme: 'contrast' },
  'prefers contrast': { media: { contrast: 'more' } },
  paper: { media: { media: 'print' } },
  'theme dark on paper': { theme: 'dark', media: { media: 'print' } },
} as const satisfies Readonly<Record<string, Wish>>;
type Condition = keyof typeof conditions;
const wish = (condition: Condition): Wish => conditions[condition];

const slug = (name: string): string => name.replaceAll(' ', '-');
const brandNames = Object.keys(brands);
const themeOf = (condition: Condition): string => wish(condition).theme ?? wish(condition).page ?? '';
const scopes = [...new Set((Object.keys(conditions) as Condition[]).map(themeOf))];

const inside = `label="L" value="60" target="100" baseline="0" start="2026-01-01" end="2026-12-31" as-of="2026-07-01"`;
/** For every scope and brand, a gauge in every place. */
function scene(): string {
  const gauge = (attributes = ''): string => `<zj-goal-gauge ${attributes} ${inside}></zj-goal-gauge>`;
  return scopes
    .map((scope) => {
      const open =
        scope === 'dark-page'
          ? '<section class="dark-page">'
          : `<section ${scope && `data-zj-theme="${scope}"`}>`;
      const named = brandNames.map((brand) => {
        const at = (place: Place): string => `data-at="${scope} ${slug(brand)} ${place}"`;
        return (
          `<div class="outside-${slug(brand)}">${open}${gauge(at('outside'))}</section></div>` +
          `${open}<div class="inside-${slug(brand)}">${gauge(at('inside'))}</div></section>` +
          `${open}${gauge(`${at('tag')} id="tag-${slug(brand)}" class="brand"`)}</section>`
        );
      });
      return `${named.join('')}${open}${gauge(`data-at="${scope} root"`)}</section>`;
    })
    .join('');
}

interface Row {
  readonly brand: string;
  readonly condition: Condition;
  readonly place: Place;
  readonly seen: Seen;
}

let host: Host;
let page: Page;
const rows: Row[] = [];
beforeAll(async () => {
  host = await openHost();
  host.answers.set('/page.css', () =>
    Promise.resolve({ body: `.dark-page{color-scheme:dark}${brandStyle}`, type: 'text/css' }),
  );
  ({ page } = await host.visit(pageOf(scene())));
  await settled(page);
  for (const condition of Object.keys(conditions) as Condition[]) {
    await page.emulateMedia({ media: null, contrast: null, ...wish(condition).media });
    const scope = themeOf(condition);
    for (const brand of brandNames) {
      for (const place of places) {
        const at = place === 'root' ? `${scope} root` : `${scope} ${slug(brand)} ${place}`;
        await page.evaluate(
          (name) => (document.documentElement.className = name),
          place === 'root' ? `root-${slug(brand)}` : '',
        );
        rows.push({ brand, condition, place, seen: (await seeColours(page, `[data-at="${at}"]`))[0]! });
      }
    }
  }
  await page.evaluate(() => (document.documentElement.className = ''));
});
afterEach(() => page.emulateMedia({ media: null, contrast: null, colorScheme: null }));
afterAll(() => host.close());

const under = (...wanted: readonly Condition[]): readonly Row[] =>
  rows.filter(({ condition }) => wanted.includes(condition));
const name = ({ brand, condition, place }: Row): string => `${brand}, ${condition}, ${place}`;
const defaults = (theme: ThemeName): Seen =>
  Object.fromEntries([...colours, 'action', 'focus'].map((one) => [one, themes[theme][one]!.css]));
const expectText = (row: { readonly seen: Seen }, least: number, label: string): void => {
  for (const [pair, figure] of Object.entries(measure(row.seen).text))
    expect.soft(figure, `${label}: ${pair}`).toBeGreaterThanOrEqual(least);
};

test('high contrast has the colours of its palette whatever a site has set, wherever it is set', () => {
  const found = under('theme contrast', 'prefers contrast');
  expect(found).toHaveLength(2 * brandNames.length * places.length);
  for (const row of found) {
    expect.soft(row.seen, name(row)).toEqual(defaults('contrast'));
    expectText(row, 7, name(row));
  }
});

test('on paper, every brand has the light colours: dark ink on white, and a track lighter than the value', () => {
  const white = parseHex('#ffffff');
  const found = under('paper', 'theme dark on paper');
  expect(found).toHaveLength(2 * brandNames.length * places.length);
  for (const row of found) {
    expect.soft(row.seen, name(row)).toEqual(defaults('light'));
    expect.soft(contrast(parseHex(row.seen.ink!), white), name(row)).toBeGreaterThanOrEqual(4.5);
    const track = contrast(parseHex(row.seen.track!), white);
    for (const status of statuses)
      expect.soft(contrast(parseHex(row.seen[status]!), white), name(row)).toBeGreaterThan(track);
  }
});

test('in elder mode secondary text and borders have the ink of the site', () => {
  for (const { seen, ...row } of under('theme elder')) {
    expect.soft(seen['ink-soft'], name({ seen, ...row })).toBe(seen.ink);
    expect.soft(seen.line, name({ seen, ...row })).toBe(seen.ink);
    expect
      .soft(seen.ink)
      .toBe(brands[row.brand]!['--zj-ink'] ?? rows.find((one) => one.brand === row.brand)!.seen.ink);
  }
});

test('a brand without colours, and the theme dark around a brand set outside of it, have the ready colours', () => {
  for (const row of under('plain')) {
    if (row.brand === 'serif') expect.soft(row.seen, name(row)).toEqual(defaults('light'));
  }
  for (const row of under('theme dark')) {
    if (row.brand === 'serif' || row.place === 'outside' || row.place === 'root')
      expect.soft(row.seen, name(row)).toEqual(defaults('dark'));
  }
});

test('a brand that names two colours is legible in every place and under every condition', () => {
  const found = rows.filter(({ brand }) => brand === 'partial');
  expect(found.length).toBe(Object.keys(conditions).length * places.length);
  for (const row of found) expectText(row, 4.5, name(row));
});

test('the colours of every brand are those that were reviewed: test/widgets/brands.md', async () => {
  await expect(await tell(rows)).toMatchFileSnapshot('brands.md');
});

/** All rows as a table; places with the same colours are one row. */
async function tell(all: readonly Row[]): Promise<string> {
  const groups = new Map<string, Row[]>();
  for (const row of all) {
    const key = JSON.stringify([row.brand, row.condition, row.seen]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const lines = [...groups.values()].map((group) => {
    const { brand, condition, seen } = group[0]!;
    const { text, mark } = measure(seen);
    const where = group.length === places.length ? 'anywhere' : group.map(({ place }) => place).join(', ');
    const cell = (one: string): string => `${seen[one]} ${text[one]!.toFixed(1)}`;
    return [
      brand,
      condition,
      where,
      seen.surface,
      ...['ink', 'ink-soft', 'action'].map(cell),
      seen.line,
      seen.track,
      ...statuses.map((one) => `${cell(one)} / ${mark[one]!.toFixed(1)}`),
    ].join(' | ');
  });
  const head = [
    'brand',
    'condition',
    'brand is set on',
    'surface',
    'ink',
    'ink-soft',
    'action',
    'line',
    'track',
    ...statuses,
  ];
  return format(
    `# Colours of five brands

The colours of a gauge under five brands, with the contrast of each text to its ground; of a status, its word on its tint / its mark on the track. A test compares this table with the built gauge. In high contrast every text has 7 at least, on paper all is light, and the partial brand never has less than 4.5. The pastel brand fails on purpose: outside high contrast and paper, a site's own ten colours are its own responsibility.

Places: the tag by an id and a class, a wrapper inside or outside of the scope of the theme, \`:root\`.

| ${head.join(' | ')} |
| ${head.map(() => '---').join(' | ')} |
${lines.map((line) => `| ${line} |`).join('\n')}
`,
    { parser: 'markdown', printWidth: 110 },
  );
}

/** A grid over all of sRGB. */
const levels = ['00', '33', '66', '99', 'cc', 'ff'];
const grid = levels.flatMap((red) =>
  levels.flatMap((green) => levels.map((blue) => `#${red}${green}${blue}`)),
);

describe.each(['light', 'dark'] as const)('on a page with a %s scheme', (scheme) => {
  const gauge = `[data-at="${scheme === 'light' ? '' : 'dark-page'} serif tag"]`;

  test('a theme of a surface alone is legible: its ink on any, the rest on all but middle greys', async () => {
    const seen = await seeColours(
      page,
      gauge,
      grid.map((surface) => ({ '--zj-surface': surface })),
    );
    for (const [at, surface] of grid.entries()) {
      expect.soft(seen[at]!.surface).toBe(surface);
      expect.soft(measure(seen[at]!).text.ink, surface).toBeGreaterThanOrEqual(4.5);
      const light = luminance(parseHex(surface));
      if (light <= 0.12 || light >= 0.25) {
        expectText({ seen: seen[at]! }, 4.5, surface);
        for (const [status, figure] of Object.entries(measure(seen[at]!).mark))
          expect.soft(figure, `${status} on the track of ${surface}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  test('a theme of an ink alone is legible: its surface is light below dark ink', async () => {
    const seen = await seeColours(
      page,
      gauge,
      grid.map((ink) => ({ '--zj-ink': ink })),
    );
    for (const [at, ink] of grid.entries()) {
      expect.soft(seen[at]!.ink).toBe(ink);
      expectText({ seen: seen[at]! }, 4.5, ink);
    }
  });

  test.each(['transparent', 'rgb(128 128 128 / 4%)', 'rgb(255 255 255 / 4%)', 'rgb(0 0 0 / 4%)'])(
    'the surface %s leaves the ink to the page',
    async (surface) => {
      const [seen] = await seeColours(page, gauge, [{ '--zj-surface': surface }]);
      const towards = scheme === 'light' ? '#ffffff' : '#000000';
      expect(contrast(parseHex(seen!.ink!), parseHex(towards))).toBeGreaterThan(14);
    },
  );

  test('a surface that nearly covers the page decides', async () => {
    const [light, dark] = await seeColours(page, gauge, [
      { '--zj-surface': 'rgb(255 255 255 / 90%)' },
      { '--zj-surface': 'rgb(0 0 0 / 90%)' },
    ]);
    expect(contrast(parseHex(light!.ink!), parseHex('#ffffff'))).toBeGreaterThan(14);
    expect(contrast(parseHex(dark!.ink!), parseHex('#000000'))).toBeGreaterThan(14);
  });

  test('below a pale ink of the site, derived text is as legible as without', async () => {
    const [pale] = await seeColours(page, gauge, [{ '--zj-ink': '#cccccc', '--zj-surface': '#ffffff' }]);
    const { ink, ...others } = measure(pale!).text;
    expect(ink).toBeLessThan(2);
    for (const [pair, figure] of Object.entries(others))
      expect.soft(figure, pair).toBeGreaterThanOrEqual(4.5);
  });

  test('the workbench of the guide derives the same colours', async () => {
    const settings = [
      ...grid.flatMap((colour) => [{ '--zj-surface': colour }, { '--zj-ink': colour }]),
      {
        '--zj-surface': '#163a5f',
        '--zj-ink': '#ffeedd',
        '--zj-at-risk': '#ffcc00',
        '--zj-focus': '#ff0000',
      },
    ];
    const seen = await seeColours(page, gauge, settings);
    for (const [at, setting] of settings.entries()) {
      const theme = completeTheme(setting, scheme);
      for (const [name, hex] of Object.entries(seen[at]!)) {
        const parts = [hex, theme[name]!.css].map(parseHex) as [Rgb, Rgb];
        const apart = Math.max(...parts[0].map((part, at) => Math.abs(part - parts[1][at]!) * 255));
        // Browsers round at other places.
        expect.soft(apart, `${JSON.stringify(setting)} ${name}: ${hex}`).toBeLessThan(1.01);
      }
    }
  });

  test('a surface like that of a ready theme brings the text and the statuses of that theme', async () => {
    const seen = await seeColours(page, gauge, [{ '--zj-surface': '#fff' }, { '--zj-surface': '#18222c' }]);
    for (const [at, ready] of (['light', 'dark'] as const).entries()) {
      const { line, track } = seen[at]!;
      expect(seen[at]).toEqual({ ...defaults(ready), line, track });
      expect(line).not.toBe(track);
    }
  });

  test('a status, a track or a border alone leaves the rest to the page', async () => {
    const own = { '--zj-off-track': '#010203', '--zj-track': '#040506', '--zj-line': '#070809' };
    const [seen] = await seeColours(page, gauge, [own]);
    expect(seen).toEqual({ ...defaults(scheme), 'off-track': '#010203', track: '#040506', line: '#070809' });
  });

  test('links follow on-track, and the focus ring follows links, until they have a colour of their own', async () => {
    const seen = await seeColours(page, gauge, [
      { '--zj-on-track': '#010203' },
      { '--zj-action': '#010203' },
      { '--zj-focus': '#010203' },
    ]);
    const initial = themes[scheme]['on-track']!.css;
    expect(seen.map((one) => [one['on-track'], one.action, one.focus])).toEqual([
      ['#010203', '#010203', '#010203'],
      [initial, '#010203', '#010203'],
      [initial, initial, '#010203'],
    ]);
  });
});

test.each([
  ['relative colours', 'dark', /color:color\(from/g],
  ['relative colours and light-dark()', 'light', /color:(color\(from|light-dark\()/g],
] as const)(
  'a browser without %s has whole palettes: %s on a dark page, high contrast over every brand, light on paper',
  async (_name, onDark, unknown) => {
    const { script, style } = await buildGauge();
    const older = await openHost();
    const without = (text: string): string => text.replace(unknown, 'color:zj-unknown(');
    // The sheet of a page has a space there.
    const sheet = without(style.replaceAll('color: light-dark', 'color:light-dark'));
    expect(without(script)).not.toBe(script);
    older.answers.set('/zj-goal-gauge.js', () => Promise.resolve({ body: without(script) }));
    older.answers.set('/zj.css', () => Promise.resolve({ body: sheet }));
    older.answers.set('/page.css', () =>
      Promise.resolve({ body: `.dark-page{color-scheme:dark}${brandStyle}` }),
    );
    const { page } = await older.visit(pageOf(scene()));
    await settled(page);
    const see = async (at: string): Promise<Seen> => (await seeColours(page, `[data-at="${at}"]`))[0]!;
    expect(await see(' serif tag')).toEqual(defaults('light'));
    expect(await see('dark-page serif tag')).toEqual(defaults(onDark));
    expect(await see('dark serif tag')).toEqual(defaults('dark'));
    expect(await see('contrast dark-green tag')).toEqual(defaults('contrast'));
    const { '--zj-surface': surface, '--zj-on-track': onTrack } = brands.partial!;
    expect(await see(' partial tag')).toEqual({
      ...defaults('light'),
      surface,
      ...Object.fromEntries(['on-track', 'action', 'focus'].map((one) => [one, onTrack])),
    });
    await page.emulateMedia({ media: 'print' });
    expect(await see('dark dark-green tag')).toEqual(defaults('light'));
    await older.close();
  },
);
