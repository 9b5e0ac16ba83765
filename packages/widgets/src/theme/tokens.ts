import { palette, type TokenName } from './palette.js';

export { colours } from './palette.js';

/**
 * A theme of a site's own: values for some of the custom properties, in a style sheet or by `style.setProperty`.
 *
 * @example const theme: Theme = { '--zj-on-track': '#005ea5', '--zj-radius': '0' };
 */
export type Theme = Readonly<Partial<Record<`--zj-${TokenName}`, string>>>;

/** Of a line of the palette: the name, then light, dark, high contrast, and that in the dark. */
const pattern = /(\S+) (\w+) (\w+) (\w+) (\w+),/g;
const each = (text: string): string => palette.replace(pattern, text);

/**
 * A colour inside the tree is the first of these that is set: the one of elder mode, of high contrast, of the site, the one
 * that follows from other colours of the site, the default. A custom property that refers to an unset one, without a fallback, is unset
 * as well. So `--zj-contrast` and `--zj-elder` are switches: off while unset, and on while empty. A site's colour never has
 * priority over them, wherever it is set.
 */
const choose = (value: string, high: string): string =>
  `.root{${each(
    `--_hc-$1:var(--zj-contrast)${high};--_$1:var(--_e-$1,var(--_hc-$1,var(--zj-$1,var(--_d-$1,${value}))));`,
  )}}`;

const byte = (hex: string, at: number): number => parseInt(hex.slice(at, at + 2), 16);

/** The first of two colours if `by` is black, the second if it is white; the more opaque `by` is, the nearer to it is the result. */
const pick = (by: string, one: string, other: string): string =>
  `rgb(from var(--_${by})${[0, 2, 4]
    .map((at) => ` calc((${byte(one, at)} + ${byte(other, at) - byte(one, at)}*r/255)*(1 - alpha) + r*alpha)`)
    .join('')}/1)`;

/**
 * The rest of a theme that names its surface, or its ink alone (`--_d-…`); unset where the theme names neither.
 * `_y` is the relative luminance of WCAG 2.2: black and white have the same contrast to a colour of 0.18. `_over` is the surface
 * as it looks on a page, which matters if it is translucent. `_by` is the one of black and white that is legible on it, more opaque
 * for a surface that is neither light nor dark, where only little else is legible. `_to` does the same for ink alone: its alpha
 * makes the surface of a middle grey ink white or black.
 */
const derived =
  '--_y:(.2126*r + .7152*g + .0722*b);--_bit:clamp(0,(.18 - var(--_y))*1e5,1);--_bits:srgb-linear var(--_bit) var(--_bit) var(--_bit);' +
  '--_to:color(from var(--zj-ink) var(--_bits)/calc(3 - 10*var(--_y)));--_any:var(--zj-surface,var(--_d-surface));' +
  '--_over:rgb(from color-mix(in srgb,var(--_any),light-dark(rgb(from var(--_any) 255 255 255/calc(1 - alpha)),rgb(from var(--_any) 0 0 0/calc(1 - alpha)))) r g b/1);' +
  '--_by:color(from var(--_over) var(--_bits)/min(1.6 - 1.6*var(--_y),13*var(--_y) - .2));' +
  palette.replace(
    pattern,
    (_, name: string, light: string, dark: string) =>
      `--_d-${name}:${name === 'surface' ? pick('to', dark, light) : pick('by', light, dark)};`,
  ) +
  '--_d-line:color-mix(in oklab,var(--_ink) 13%,var(--_over));--_d-track:color-mix(in oklab,var(--_ink) 10%,var(--_over))';

/**
 * The colours as private custom properties on the root inside the shadow tree, where no page reaches them but through their public
 * names. Dark only where the browser knows `light-dark()` and the page opts into a dark scheme. On paper all are light.
 */
export const tokenStyle =
  `${choose('#$2', '#$4')}@supports(color:light-dark(red,red)){${choose('light-dark(#$2,#$3)', 'light-dark(#$4,#$5)')}}` +
  `@supports(color:color(from light-dark(red,red) srgb-linear r g b/calc(1 - alpha))){.root{${derived}}}` +
  '.root{--_e-ink-soft:var(--zj-elder)var(--_ink);--_e-line:var(--_e-ink-soft);--_action:var(--_hc-on-track,var(--zj-action,var(--_on-track)));--_focus:var(--_hc-on-track,var(--zj-focus,var(--_action)));--_hc-rule:var(--zj-contrast)transparent;--_rule:var(--_hc-rule,var(--zj-rule,transparent))}' +
  '@media(prefers-contrast:more){.root{--zj-contrast: ;}}' +
  `@media print{.root.root{color-scheme:only light;${each('--zj-$1:#$2;')}--zj-action:var(--_on-track);--zj-focus:var(--_on-track);--_rule:transparent}}`;
