import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { parseHex } from '../../stories/theme/colour.js';
import { colours, themes, type ThemeName } from '../../stories/theme/themes.js';
import { openHost, pageOf, settled, tag, type Host } from './host.js';
import { every, file } from '../../stories/verdicts.js';

/** One page with a part for every theme; the reader's settings are emulated. */
let host: Host;
let page: Page;
beforeAll(async () => {
  host = await openHost();
  const verdicts = Object.entries(goals).map(([goal, verdict]) => ({ ...verdict, goal }));
  host.answers.set('/verdicts.json', () =>
    Promise.resolve({ body: file(verdicts), type: 'application/json' }),
  );
  host.answers.set('/page.css', () => Promise.resolve({ body: style }));
  const tags = Object.keys(goals).map((goal) => tag(goal));
  const parts = [
    ...['', 'light', 'dark', 'contrast', 'dark contrast', 'elder', 'dark elder'],
    ...['blue', 'blue dark', 'red', 'dark red', 'red contrast'],
  ].map((theme) => `<div ${theme && `data-zj-theme="${theme}"`}>${tags.join('')}</div>`);
  ({ page } = await host.visit(
    pageOf(
      `${parts.join('')}<div class="opted" data-zj-theme="contrast">${tags.join('')}</div><div class="own">${tags.join('')}</div>` +
        `<section data-zj-theme="contrast elder"><div class="nested" data-zj-theme="light">${tags.join('')}</div><div class="off">${tags.join('')}</div></section>` +
        `<section class="schemes" data-zj-theme="red"><div class="dim">${tags.join('')}</div><div class="ended" data-zj-theme="light">${tags.join('')}</div></section>` +
        `<div class="small" data-zj-theme="elder">${tag('revenue', 'id="small"')}</div>`,
    ),
  ));
  await settled(page);
});
afterEach(() => page.emulateMedia({ media: null, colorScheme: null, contrast: null }));
afterAll(() => host.close());

/** Where each colour of a theme is seen. */
const seen: Readonly<Record<string, readonly [goal: string, selector: string, property: string]>> = {
  ink: ['revenue', 'figcaption', 'color'],
  'ink-soft': ['revenue', '.dial p', 'color'],
  surface: ['revenue', 'figure', 'background-color'],
  line: ['revenue', 'figure', 'border-top-color'],
  track: ['revenue', '[part=track]', 'stroke'],
  achieved: ['achieved', '.chip', 'color'],
  'on-track': ['revenue', '.chip', 'color'],
  'at-risk': ['at-risk', '.chip', 'color'],
  'off-track': ['off-track', '.chip', 'color'],
  neutral: ['no-data', '.chip', 'color'],
};
const goals = {
  revenue: every['on track']!,
  achieved: every['achieved, a count']!,
  'at-risk': every['at risk']!,
  'off-track': every['off track, a count']!,
  'no-data': every['no data']!,
};

const own = Object.fromEntries(colours.map((name, at) => [name, `rgb(${10 + at}, ${90 + at}, ${200 + at})`]));
const style = `.opted{color-scheme:light dark}.dim{color-scheme:dark}.off{--zj-contrast:initial;--zj-elder:initial}#small{--zj-font-size:12px;--zj-font-size-small:.5em;--zj-target-size:20px}.own{${Object.entries(
  own,
)
  .map(([name, value]) => `--zj-${name}:${value}`)
  .join(';')}}`;

/** The colours that the gauges of a part of the page are painted with. */
function readColours(part: string): Promise<Record<string, string>> {
  return page.$eval(
    part,
    (root, places) =>
      Object.fromEntries(
        Object.entries(places).map(([name, [goal, selector, property]]) => {
          const element = root.querySelector(`[goal=${goal}]`)!.shadowRoot!.querySelector(selector)!;
          return [name, getComputedStyle(element).getPropertyValue(property)];
        }),
      ),
    seen,
  );
}

const rgb = (hex: string): string =>
  `rgb(${parseHex(hex)
    .map((part) => Math.round(part * 255))
    .join(', ')})`;
const wanted = (theme: ThemeName): Record<string, string> =>
  Object.fromEntries(colours.map((name) => [name, rgb(themes[theme][name]!.css)]));

const part = (theme: string): string => (theme ? `[data-zj-theme='${theme}']` : 'div:not([data-zj-theme])');

test.each([
  ['', 'light', 'light'],
  ['', 'dark', 'light'],
  ['light', 'dark', 'light'],
  ['dark', 'light', 'dark'],
  ['contrast', 'light', 'contrast'],
  ['dark contrast', 'light', 'contrast dark'],
  ['elder', 'light', 'elder'],
  ['dark elder', 'light', 'elder dark'],
  ['blue', 'light', 'blue'],
  ['blue dark', 'light', 'blue dark'],
  ['red', 'dark', 'red'],
  ['dark red', 'light', 'red dark'],
  ['red contrast', 'light', 'contrast'],
] as const)(
  'data-zj-theme="%s" where the reader has %s gives the colours of %s',
  async (theme, colorScheme, name) => {
    await page.emulateMedia({ colorScheme });
    expect(await readColours(part(theme))).toEqual(wanted(name));
  },
);

/** The colours of a card's summary and of the line along its top. */
const readBrand = (place: string): Promise<readonly string[]> =>
  page.$eval(`${place} zj-goal-gauge`, (gauge) => {
    const style = (selector: string): CSSStyleDeclaration =>
      getComputedStyle(gauge.shadowRoot!.querySelector(selector)!);
    return [style('summary').color, style('figure').backgroundImage];
  });

test.each([
  ['blue', 'blue'],
  ['blue dark', 'blue dark'],
  ['red', 'red'],
  ['dark red', 'red dark'],
] as const)('in data-zj-theme="%s", links and the line along the top have the brand', async (theme, name) => {
  const brand = rgb(themes[name].action!.css);
  const [link, line] = await readBrand(part(theme));
  expect(link).toBe(brand);
  expect(line).toContain(brand);
});

test('a brand is dark in a dark part of a page, and ends at the next theme inside', async () => {
  expect(await readColours('.dim')).toEqual(wanted('red dark'));
  expect(await readColours('.ended')).toEqual(wanted('light'));
  const [link, line] = await readBrand('.ended');
  expect(link).toBe(rgb(themes.light.action!.css));
  expect(line).toContain('rgba(0, 0, 0, 0)');
});

test('high contrast leaves out the line of a brand', async () => {
  expect((await readBrand(part('red contrast')))[1]).toContain('rgba(0, 0, 0, 0)');
});

test('where a page opts into a dark scheme, high contrast is dark for readers who have it dark', async () => {
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await readColours('.opted')).toEqual(wanted('contrast dark'));
});

test.each([
  ['', part('elder')],
  [', also where a site sets sizes of its own', '.small'],
])('the theme elder has the sizes of elder mode%s', async (_name, place) => {
  const sizes = await page.$eval(`${place} zj-goal-gauge`, (gauge) => {
    const style = (selector: string): CSSStyleDeclaration =>
      getComputedStyle(gauge.shadowRoot!.querySelector(selector)!);
    return [style('figcaption').fontSize, style('summary').fontSize, style('summary').minHeight];
  });
  expect(sizes).toEqual(['24px', '24px', '60px']);
});

test('high contrast and elder mode hold in all that is inside, whatever the theme there, until it is switched off', async () => {
  const full = wanted('contrast');
  expect(await readColours('.nested')).toEqual({ ...full, 'ink-soft': full.ink, line: full.ink });
  expect(await readColours('.off')).toEqual(wanted('light'));
});

test('a site sets a theme of its own by ten custom properties, each of which is seen', async () => {
  expect(await readColours('.own')).toEqual(own);
});

test('a reader who asks for more contrast gets it, whatever the site has set', async () => {
  await page.emulateMedia({ contrast: 'more' });
  expect(await readColours('.own')).toEqual(wanted('contrast'));
});

test('on paper the dark theme and the colours of a site give way to light, and high contrast stays', async () => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await readColours(part('dark'))).toEqual(wanted('light'));
  expect(await readColours('.own')).toEqual(wanted('light'));
  expect(await readColours(part('dark contrast'))).toEqual(wanted('contrast'));
  expect(await readColours('.opted')).toEqual(wanted('contrast'));
});
