import type { colours } from '../theme/tokens.js';

/** The name of a colour of the theme. */
export type Colour = keyof typeof colours;

/** How the parts of a chart are coloured. */
export interface PlotInk {
  readonly fill?: Colour;
  readonly stroke?: Colour;
  /** How much of the fill is seen. */
  readonly opacity?: number;
}

const blue = 'on-track';

/**
 * The colours of a chart by the names of its parts; where a part has several names, a later line of this list goes first. A style sheet
 * and paper have them from here. Colours of statuses mean statuses alone: of several lines the second is told by its dashes.
 */
export const plotInks: Readonly<Record<string, PlotInk>> = {
  grid: { stroke: 'line' },
  zero: { stroke: 'neutral' },
  foot: { stroke: 'neutral' },
  notch: { stroke: 'neutral' },
  tick: { fill: 'ink-soft' },
  unit: { fill: 'ink-soft' },
  target: { stroke: 'ink' },
  'last-year': { stroke: 'neutral' },
  mark: { stroke: 'ink' },
  path: { stroke: 'ink-soft' },
  milestone: { stroke: 'ink-soft', fill: 'surface' },
  schedule: { stroke: 'ink' },
  casing: { stroke: 'surface' },
  fan: { fill: blue, opacity: 0.18 },
  forecast: { stroke: blue },
  whisker: { stroke: blue },
  line: { stroke: blue },
  bar: { fill: blue },
  hatch: { stroke: blue },
  open: { stroke: blue },
  state: { fill: 'surface', stroke: blue },
  dot: { fill: blue, stroke: 'surface' },
  breach: { fill: 'off-track', stroke: 'surface' },
  limit: { stroke: 'off-track' },
  forbidden: { fill: 'off-track', opacity: 0.06 },
  stretch: { fill: 'track', opacity: 0.7 },
  gap: { stroke: 'neutral' },
  paper: { fill: 'surface' },
  leader: { stroke: 'neutral' },
  rope: { stroke: 'neutral' },
  label: { fill: 'ink' },
  note: { fill: 'ink' },
  figure: { fill: 'ink-soft' },
  number: { fill: 'ink', stroke: 'surface' },
  digit: { fill: 'surface' },
  'cursor-line': { stroke: 'ink' },
  'gap-bar': { fill: blue },
  'gap-hatch': { stroke: blue },
  'gap-open': { stroke: blue },
};

/** The colours of second names, which tell the line, or the subject of a label. */
export const plotSeconds: Readonly<Record<string, Colour>> = {
  'chosen-1': blue,
  'chosen-2': 'ink',
  'chosen-3': 'ink-soft',
  quiet: 'neutral',
  'of-target': 'ink',
  'of-last-year': 'ink-soft',
  'of-path': 'ink-soft',
  'of-schedule': 'ink',
  'of-limit': 'off-track',
  'of-breach': 'off-track',
  'of-state': blue,
  'of-ahead': blue,
  'of-behind': 'at-risk',
  ahead: blue,
  behind: 'at-risk',
};
