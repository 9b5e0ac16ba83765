// Written by `npm run tokens` from packages/widgets/tokens.

/** What a page may set, each as a custom property: `--zj-` and the name. The first ten make a theme. */
export type TokenName =
  | 'ink'
  | 'ink-soft'
  | 'surface'
  | 'line'
  | 'track'
  | 'achieved'
  | 'on-track'
  | 'at-risk'
  | 'off-track'
  | 'neutral'
  | 'font'
  | 'font-size'
  | 'font-size-small'
  | 'radius'
  | 'target-size';

/** The ten colours, each with its light and its dark value. */
export const colours = {
  ink: ['#17212b', '#edf2f7'],
  'ink-soft': ['#526070', '#a8b5c2'],
  surface: ['#ffffff', '#18222c'],
  line: ['#dde4ea', '#31404e'],
  track: ['#e6ebf0', '#2c3a47'],
  achieved: ['#08774f', '#35d3a2'],
  'on-track': ['#0a62d0', '#54a4fb'],
  'at-risk': ['#9c5b00', '#f6b144'],
  'off-track': ['#9a0f20', '#ff7d76'],
  neutral: ['#5b6774', '#9dabb8'],
} as const;

/** The same for the gauge's own sheet, where every byte counts. */
export const palette =
  'ink 17212b edf2f7,ink-soft 526070 a8b5c2,surface ffffff 18222c,line dde4ea 31404e,track e6ebf0 2c3a47,achieved 08774f 35d3a2,on-track 0a62d0 54a4fb,at-risk 9c5b00 f6b144,off-track 9a0f20 ff7d76,neutral 5b6774 9dabb8,';
