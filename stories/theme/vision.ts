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

const labOf = (theme: Theme, vision: Vision, name: string): ReturnType<typeof lab> =>
  lab(see(parseHex(theme[name]!.css), vision));

/** The colour of links and buttons beside every status, the nearest first: a brand must not look like a status. */
export function compareBrand(theme: Theme, vision: Vision): readonly Apart[] {
  const brand = labOf(theme, vision, 'action');
  return statuses
    .map((other) => ({
      one: 'action',
      other,
      difference: difference(brand, labOf(theme, vision, other)),
    }))
    .sort((a, b) => a.difference - b.difference);
}

/** Every two statuses of a theme, the nearest first. */
export function compareStatuses(theme: Theme, vision: Vision): readonly Apart[] {
  const seen = statuses.map((name) => ({ name, lab: labOf(theme, vision, name) }));
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
