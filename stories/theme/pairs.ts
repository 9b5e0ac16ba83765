import { blend, contrast, parseHex } from './colour.js';
import { statuses, type Theme } from './themes.js';

/** Two colours that meet in an element, and the least contrast that lets a reader tell them apart. */
export interface Pair {
  readonly name: string;
  readonly top: string;
  /** Its background; for a status word, its own tint over the card. */
  readonly ground: string;
  readonly tinted: boolean;
  readonly least: number;
  /** A colour that covers a share of its background: the fan of a forecast, the forbidden side of a bound. */
  readonly veil?: { readonly colour: string; readonly share: number };
}

/** How much of their colours the fan and the forbidden side of a bound show. */
export const veils = { fan: 0.18, forbidden: 0.06 };

/** The opacity of a status word's own colour over the card. */
export const tint = 0.11;

/**
 * Every pair that the elements use. Text needs 4.5:1 and marks 3:1 (WCAG 2.2, 1.4.3 and 1.4.11); in high contrast both have 7:1 to the
 * card (1.4.6), and mere hints, the track and the borders, become marks.
 */
export function listPairs(high: boolean): readonly Pair[] {
  const [text, mark] = high ? [7, 7] : [4.5, 3];
  const pair = (name: string, top: string, ground: string, least: number, tinted = false): Pair => ({
    name,
    top,
    ground,
    least,
    tinted,
  });
  return [
    pair('text on the card', 'ink', 'surface', text),
    pair('secondary text on the card', 'ink-soft', 'surface', text),
    pair('buttons and links on the card', 'action', 'surface', text),
    pair('the focus ring on the card', 'focus', 'surface', mark),
    ...statuses.flatMap((status) => [
      pair(`the word ${status} on its tint`, status, 'surface', text, true),
      pair(`the mark ${status} on the card`, status, 'surface', mark),
      pair(`the mark ${status} on the track`, status, 'track', 3),
    ]),
    pair('the mark of the schedule in its outline', 'ink', 'surface', mark),
    // In a chart: quiet lines are of the colour neutral, figures of on-track.
    ...['on-track', 'ink', 'ink-soft'].map((line) => ({
      ...pair(`the line ${line} on the fan of a forecast`, line, 'surface', 3),
      veil: { colour: 'on-track', share: veils.fan },
    })),
    ...(['off-track', 'on-track'] as const).map((line) => ({
      ...pair(`the line ${line} on the forbidden side of a bound`, line, 'surface', 3),
      veil: { colour: 'off-track', share: veils.forbidden },
    })),
    {
      ...pair('text on the forbidden side of a bound', 'ink', 'surface', 4.5),
      veil: { colour: 'off-track', share: veils.forbidden },
    },
    ...(high
      ? [
          pair('borders on the card', 'line', 'surface', 3),
          pair('the track on the card', 'track', 'surface', 3),
        ]
      : []),
  ];
}

/** The contrast of a pair in a theme. */
export function measurePair(theme: Theme, { top, ground, tinted, veil }: Pair): number {
  const [over, bare] = [parseHex(theme[top]!.css), parseHex(theme[ground]!.css)];
  const under = veil ? blend(parseHex(theme[veil.colour]!.css), bare, veil.share) : bare;
  return contrast(over, tinted ? blend(over, under, tint) : under);
}
