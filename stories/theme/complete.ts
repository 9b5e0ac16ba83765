import { formatHex, luminance, mix, parseHex, type Rgb } from './colour.js';
import { colours, statuses, themes, type Theme } from './themes.js';

/** A scheme of a page, whose default palette applies where a theme names neither its surface nor its ink. */
export type Scheme = 'light' | 'dark';

/** Black or white, and how much of it is in a derived colour. */
interface Direction {
  readonly end: 0 | 1;
  readonly share: number;
}

/** Black and white have the same contrast to a colour of this relative luminance. */
const middle = 0.18;
const clamp = (share: number): number => Math.min(1, Math.max(0, share));

/** The light or the dark default of a colour, nearer to black or white by the share. */
function pick(name: string, from: Scheme, { end, share }: Direction): Rgb {
  return parseHex(themes[from][name]!.css).map((part) => part * (1 - share) + end * share) as unknown as Rgb;
}

/** The surface below an ink: light below a dark ink. Below a middle grey it is white or black. */
function findSurface(ink: Rgb): Rgb {
  const y = luminance(ink);
  const direction: Direction = { end: y < middle ? 1 : 0, share: clamp(3 - 10 * y) };
  return pick('surface', direction.end ? 'light' : 'dark', direction);
}

/**
 * All colours of a theme that names some of them, as the elements derive the rest: the same formulas as in their own sheet
 * (packages/widgets/src/theme/tokens.ts), for opaque colours.
 *
 * @example completeTheme({ '--zj-surface': '#163a5f' }, 'light').ink.css // a light ink
 */
export function completeTheme(set: Readonly<Record<string, string | undefined>>, scheme: Scheme): Theme {
  const own = (name: string): string | undefined => set[`--zj-${name}`];
  // Derived colours are not rounded before they are mixed.
  const found = new Map<string, Rgb>();
  const take = (name: string, derive: () => Rgb): void => {
    const given = own(name);
    found.set(name, given ? parseHex(given) : derive());
  };
  for (const name of colours) take(name, () => parseHex(themes[scheme][name]!.css));
  if (own('surface') ?? own('ink')) {
    take('surface', () => findSurface(found.get('ink')!));
    const surface = found.get('surface')!;
    const y = luminance(surface);
    const direction: Direction = {
      end: y < middle ? 1 : 0,
      share: clamp(Math.min(1.6 - 1.6 * y, 13 * y - 0.2)),
    };
    const picked = (name: string): Rgb => pick(name, direction.end ? 'dark' : 'light', direction);
    for (const name of ['ink', 'ink-soft', ...statuses]) take(name, () => picked(name));
    const ink = found.get('ink')!;
    take('line', () => mix(ink, surface, 0.13));
    take('track', () => mix(ink, surface, 0.1));
  }
  const value = (name: string): string => {
    const { css, follows } = themes[scheme][name]!;
    const colour = found.get(name);
    return own(name) ?? (colour ? formatHex(colour) : follows ? value(follows) : css);
  };
  return Object.fromEntries(
    Object.entries(themes[scheme]).map(([name, token]) => [name, { ...token, css: value(name) }]),
  );
}
