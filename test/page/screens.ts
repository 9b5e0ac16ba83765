import { whole } from '../soak.js';

type Screen = readonly [width: number, colorScheme: 'light' | 'dark'];

const widths = [360, 768, 1280];
const schemes = ['light', 'dark'] as const;

/** The screens on which a page is looked at: in a soak every width in both colours, else each width in one of them, by turns. */
export function screens(first: 'light' | 'dark'): readonly Screen[] {
  if (whole) return widths.flatMap((width) => schemes.map((scheme) => [width, scheme] as const));
  const at = schemes.indexOf(first);
  return widths.map((width, i) => [width, schemes[(at + i) % 2]!] as const);
}
