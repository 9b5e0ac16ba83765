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
  | 'action'
  | 'focus'
  | 'rule'
  | 'tint'
  | 'font'
  | 'font-size'
  | 'font-size-small'
  | 'font-weight'
  | 'font-figure'
  | 'figure-size'
  | 'figure-weight'
  | 'thickness'
  | 'cap'
  | 'dial-size'
  | 'gap'
  | 'padding'
  | 'radius'
  | 'radius-small'
  | 'border'
  | 'min-height'
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

/** The same for the elements' own sheets, where every byte counts: light, dark, high contrast, high contrast in the dark. */
export const palette =
  'ink 17212b edf2f7 000000 ffffff,ink-soft 526070 a8b5c2 26303a e6ebf0,surface ffffff 18222c ffffff 000000,line dde4ea 31404e 000000 ffffff,track e6ebf0 2c3a47 949494 5c5c5c,achieved 08774f 35d3a2 0a5238 2fdfac,on-track 0a62d0 54a4fb 043f9c 76b1fb,at-risk 9c5b00 f6b144 6b3c00 febe4c,off-track 9a0f20 ff7d76 560000 ff8e84,neutral 5b6774 9dabb8 404953 b5bfc9,';
