// Writes the files that follow from the design tokens in packages/widgets/tokens, so that a colour is written once: the palette
// and the names that the gauge is built with, the themes of zj.css, and TOKENS.md with every contrast: npm run tokens
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { importThemes } from './themes.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const written = 'Written by `npm run tokens` from packages/widgets/tokens.';

/** The text of every file that follows from the tokens, by its path. */
export async function writeTokens() {
  const source = await importThemes();
  const files = {
    'packages/widgets/src/theme/palette.ts': palette(source),
    'packages/widgets/src/theme/themes.css': themesCss(source),
    'packages/widgets/TOKENS.md': tokensMd(source),
  };
  const parsers = { ts: 'typescript', css: 'css', md: 'markdown' };
  const formatted = Object.entries(files).map(async ([file, text]) => [
    file,
    await format(text, { parser: parsers[file.split('.').at(-1)], singleQuote: true, printWidth: 110 }),
  ]);
  return Object.fromEntries(await Promise.all(formatted));
}

function palette({ colours, themes: { light, dark, contrast, 'contrast dark': contrastDark } }) {
  const hex = (name) => [light, dark, contrast, contrastDark].map((theme) => theme[name].css.slice(1));
  const short = colours.map((name) => `${[name, ...hex(name)].join(' ')},`).join('');
  const pairs = colours.map((name) => `'${name}': ['${light[name].css}', '${dark[name].css}'],`).join('\n');
  const names = Object.keys(light).map((name) => `'${name}'`);
  return `// ${written}

/** What a page may set, each as a custom property: \`--zj-\` and the name. The first ten make a theme. */
export type TokenName = ${names.join(' | ')};

/** The ten colours, each with its light and its dark value. */
export const colours = { ${pairs} } as const;

/** The same for the elements' own sheets, where every byte counts: light, dark, high contrast, high contrast in the dark. */
export const palette = '${short}';
`;
}

function themesCss({ colours, themes, brands }) {
  const { light, dark } = themes;
  const rule = (selector, lines) => `${selector} { ${lines.join(' ')} }`;
  const named = (name) => `[data-zj-theme~='${name}']`;
  const fixed = (name, theme) =>
    rule(named(name), [
      `color-scheme: ${name};`,
      ...colours.map((colour) => `--zj-${colour}: ${theme[colour].css};`),
      ...['action', 'focus', 'rule'].map((one) => `--zj-${one}: initial;`),
    ]);
  const branded = (selector, write) =>
    rule(selector, [
      ...[...colours, 'action'].map((colour) => `--zj-${colour}: ${write(colour)};`),
      '--zj-focus: initial;',
      '--zj-rule: var(--zj-action);',
    ]);
  const brand = (name) => {
    const [bright, dim] = ['', ' dark'].map((scheme) => themes[name + scheme]);
    const both = branded(named(name), (one) => `light-dark(${bright[one].css}, ${dim[one].css})`);
    return `${branded(named(name), (one) => bright[one].css)}
    ${branded(`${named(name)}${named('dark')}`, (one) => dim[one].css)}
    /* As dark as the page, or as a part of it. */
    @supports (color: light-dark(red, red)) { ${both} }`;
  };
  const unset = colours.map((colour) => `--zj-${colour}: initial;`);
  return `/* Themes for a part of a page or all of it: data-zj-theme="dark", "blue", "red", "contrast", "elder", or several. ${written} */
  @media not print {
    ${fixed('light', light)}
    ${fixed('dark', dark)}
    /* Elements contain both palettes: colours that are set outside end here, and elements complete those that are set inside. */
    @supports (color: light-dark(red, red)) {
      ${rule(`${named('light')}, ${named('dark')}`, unset)}
    }
  }
  /* Brands: later than light and dark, so that they can be named together. Statuses keep their meaning. */
  @media not print {
    ${brands.map(brand).join('\n')}
  }
  /* Switches, on while empty. Elements have the colours and sizes, so that a site's own never have priority. */
  ${rule(named('contrast'), ['--zj-contrast: ;'])}
  ${rule(named('elder'), ['--zj-elder: ;'])}`;
}

function tokensMd({
  colours,
  themes,
  statuses,
  visions,
  listPairs,
  measurePair,
  compareStatuses,
  compareBrand,
  brands,
  leastDifference,
  hooks,
  printDefault,
}) {
  const row = (cells) => `| ${cells.join(' | ')} |`;
  const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
  const names = Object.keys(themes);
  const { light } = themes;
  const code = (name, value) => [
    `\`--zj-${name}\``,
    light[name].description,
    ...value.map((css) => `\`${css}\``),
  ];
  const isHigh = (theme) => theme.startsWith('contrast');
  const pairs = listPairs(true);
  const figure = (theme, wanted) => {
    const pair = listPairs(isHigh(theme)).find(({ name }) => name === wanted.name);
    return pair ? `${measurePair(themes[theme], pair).toFixed(2)} (${pair.least})` : '';
  };
  const nearest = (theme, vision) => {
    const [{ one, other, difference }] = compareStatuses(themes[theme], vision);
    return `${difference.toFixed(1)} ${one}, ${other}`;
  };
  const brandOf = (theme, vision) => {
    if (!brands.some((brand) => theme.startsWith(brand))) return '';
    const [{ other, difference }] = compareBrand(themes[theme], vision);
    return `; ${difference.toFixed(1)} brand, ${other}`;
  };
  const seen = names.filter((name) => !name.startsWith('elder'));
  return `<!-- ${written} -->

# Design tokens

The source is the folder [tokens](tokens), in the format of the W3C Design Tokens Community Group (Format Module 2025.10). \`light\` is the base; \`dark\`, \`contrast\`, \`contrast-dark\`, \`elder\`, and \`blue\` and \`red\` with \`blue-dark\` and \`red-dark\`, contain only the differences. The token \`ink\` is the custom property \`--zj-ink\`. In TypeScript, a name is a \`TokenName\`, and a theme is a \`Theme\`.

## A theme of your own: ten colours

${table(
  ['token', 'for', ...names],
  colours.map((name) =>
    code(
      name,
      names.map((theme) => themes[theme][name].css),
    ),
  ),
)}

Set them anywhere: on \`:root\`, on a wrapper, on the tag, by any selector. The nearest one applies.

\`\`\`css
:root {
  --zj-on-track: #1061c6;
}
\`\`\`

**Some of the ten.** The rest follows from the surface. \`--zj-surface: #163a5f\` alone gives light text and bright statuses, on a light page and on a dark page. From \`--zj-ink\` alone follows the surface: light for dark ink, dark for light ink. If neither is set, the rest is the default palette of the page's \`color-scheme\`. The derived ink has a contrast of 4.5 at least on every surface, and so have derived secondary text and status words, unless the surface is a middle grey (a relative luminance between 0.12 and 0.25: #626262 to #888888). Browsers without relative colours (Chromium before 123, Firefox before 128, Safari before 18) take the rest from the default palette: a dark theme for them has to set all ten.

**With the ready themes.** \`light\`, \`dark\`, \`blue\` and \`red\` replace colours that are set outside of them. Colours that are set on the same element by a later rule, or inside, have priority. High contrast, elder mode and paper have priority over all, wherever a colour is set: high contrast replaces all ten colours, \`--zj-action\` and \`--zj-focus\`, and leaves out \`--zj-rule\`; elder mode makes secondary text and borders as dark as the site's ink; on paper all colours are light.

## The other tokens

All elements have the same names. \`<zj-goal-gauge>\` knows all of them. Charts know all but those of a dial and of its figure: \`--zj-font-figure\`, \`--zj-figure-size\`, \`--zj-figure-weight\`, \`--zj-thickness\`, \`--zj-cap\` and \`--zj-dial-size\` change nothing there. \`<zj-source>\` has no box, so it knows none; what is set on it is inherited by the elements inside.

${table(
  ['token', 'for', 'default', 'elder'],
  hooks.map((name) => [
    ...code(name, [printDefault(light[name])]),
    themes.elder[name].css === light[name].css ? '' : `\`${themes.elder[name].css}\``,
  ]),
)}

In elder mode, the sizes of the last column have priority over a site's own.

## Ready themes

\`zj.css\` has six themes: \`light\`, \`dark\`, \`blue\`, \`red\`, \`contrast\` and \`elder\`. Set one with \`data-zj-theme="dark"\` on the page or a part of it, or combine them: \`"blue dark elder"\`. \`blue\` and \`red\` are for sites of government bodies: the brand is the colour of links, buttons, the focus ring and a line along the top of the card (\`--zj-rule\`), and it differs from the colour of every status by a CIEDE2000 of ${leastDifference} at least, also for readers with a colour vision deficiency. They follow the page's \`color-scheme\`; in browsers without \`light-dark()\` (Chromium before 123, Firefox before 120, Safari before 17.5), write \`"blue dark"\`. \`light\`, \`dark\`, \`blue\` and \`red\` apply up to the next of them inside. \`contrast\` and \`elder\` hold for all that is inside, also for a part with another theme. A reader with \`prefers-contrast: more\` always gets high contrast. The attribute \`elder\` on an element has the effect of the theme \`elder\`.

\`contrast\` and \`elder\` are switches: custom properties that are on while they are empty (\`--zj-contrast: ;\`, \`--zj-elder: ;\`) and off while they are unset. \`--zj-contrast: initial\` switches high contrast off again in a part of a page, except for readers who ask for it.

## Contrast

The table has the WCAG 2.2 ratio of every two colours that touch. The number in brackets is the required minimum: 4.5 for text and 3 for marks; in high contrast, 7 on the card. An empty cell means decoration: no contrast is required.

${table(
  ['pair', ...names],
  pairs.map((pair) => [pair.name, ...names.map((theme) => figure(theme, pair))]),
)}

## Colour vision

Every status also has a word and an icon. All readers can distinguish the five colours (${statuses.join(', ')}): the table has the smallest CIEDE2000 difference between any two, and their names, and for a brand also between the brand and a status. A test requires ${leastDifference}; a difference of about 1 is just visible side by side. Colour vision deficiencies are simulated as in Machado, Oliveira and Fernandes (IEEE Transactions on Visualization and Computer Graphics 15 (6), 2009), severity 1.0.

${table(
  ['vision', ...seen],
  visions.map((vision) => [vision, ...seen.map((theme) => nearest(theme, vision) + brandOf(theme, vision))]),
)}
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, text] of Object.entries(await writeTokens())) writeFileSync(join(root, file), text);
}
