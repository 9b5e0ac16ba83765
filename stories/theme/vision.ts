import { lab, parseHex, simulate, type ColourVision, type Rgb } from './colour.js';
import { difference } from './difference.js';
import { statuses, type Theme } from './themes.js';

/** How readers see: all three kinds of cone, or one missing. */
export const visions = ['trichromacy', 'protanopia', 'deuteranopia', 'tritanopia'] as const;
export type Vision = 'trichromacy' | ColourVision;

/** The least CIEDE2000 between the colours of any two statuses, for every vision: ten times a just noticeable difference. */
export const leastDifference = 10;

/** Two statuses and how far apart their colours are. */
export interface Apart {
  readonly one: string;
  readonly other: string;
  readonly difference: number;
}

/** A colour as a reader sees it. */
export function see(colour: Rgb, vision: Vision): Rgb {
  return vision === 'trichromacy' ? colour : simulate(colour, vision);
}

/** Every two statuses of a theme, the nearest first. */
export function compareStatuses(theme: Theme, vision: Vision): readonly Apart[] {
  const seen = statuses.map((name) => ({ name, lab: lab(see(parseHex(theme[name]!.css), vision)) }));
  return seen
    .flatMap((one, at) =>
      seen.slice(at + 1).map((other) => ({
        one: one.name,
        other: other.name,
        difference: difference(one.lab, other.lab),
      })),
    )
    .sort((a, b) => a.difference - b.difference);
}
