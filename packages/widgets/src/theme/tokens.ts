import { palette, type TokenName } from './palette.js';

export { colours } from './palette.js';

/**
 * A theme of a site's own: values for some of the custom properties, in a style sheet or by `style.setProperty`.
 *
 * @example const theme: Theme = { '--zj-on-track': '#005ea5', '--zj-radius': '0' };
 */
export type Theme = Readonly<Partial<Record<`--zj-${TokenName}`, string>>>;

const declare = (value: string): string =>
  `.root{${palette.replace(/(\S+) (\w+) (\w+),/g, `--_$1:var(--zj-$1,${value});`)}}`;

/**
 * The colours as private custom properties on the root inside the shadow tree, where no page reaches them but through their public
 * names. Light first; dark only where the browser knows `light-dark()` and the page opts into a dark scheme.
 */
export const tokenStyle = `${declare('#$2')}@supports(color:light-dark(red,red)){${declare('light-dark(#$2,#$3)')}}`;
