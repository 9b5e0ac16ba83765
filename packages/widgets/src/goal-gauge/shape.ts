import type { Status } from '@zj/metrics';
import type { Foreign } from '../element/foreign.js';
import type { Locale } from '../locale/locale.js';
import type { Beyond } from './drawing.js';
import type { Pen } from './pen.js';
import type { Appearance } from './track.js';
import type { Tree } from '../drawing/tree.js';

/** A verdict ready to paint: every word and every line of a gauge's face as plain data, for every printer. */
export interface GaugeShape {
  readonly appearance: Appearance;
  /** The drawing: the way to a target, a ruler with limits, a row of periods, or words alone. */
  readonly scale: 'way' | 'ruler' | 'periods' | 'words';
  readonly name: string;
  /** 示例数据, where the data are made up: the word, and a shorter one for small cards. */
  readonly demo: readonly [full: string, briefly: string];
  /** An SVG element; the sizes in it need no other style. */
  readonly drawing: Tree;
  /** The figure itself: `83.9` and `%`, or `1` and ` / 2`. */
  readonly figure: readonly [main: string, rest: string];
  /** Below it: `5,036` and `/ 6,000亿元`, or `家`. A line may break between them. */
  readonly quantity: readonly [first: string, second: string];
  /** Whether the figure and the line below it fit inside a dial. */
  readonly inside: readonly [figure: boolean, quantity: boolean];
  /** The figures at the two ends of the scale; none without a scale, or if the ends meet. */
  readonly ends: readonly [start: string, end: string];
  /** Arrows beside the ends, for figures outside the scale. */
  readonly beyond: Beyond;
  /** The marks that are drawn and explained by a key. */
  readonly marks: { readonly schedule: boolean; readonly forecast: boolean };
  readonly meter: Meter;
  readonly status: Status | 'withheld';
  readonly word: string;
  /** Path data of the status's icon, in a square of 16. */
  readonly icon: string;
  /** How the goal stands to its schedule. */
  readonly pace: string;
  /** Where it will end, briefly; none where it is decided. */
  readonly brief: string;
  /** 约束性 or 预期性; empty if the plan does not say. */
  readonly nature: string;
  /** Where it will end, in four cases of five between which figures, and how likely it is attained. */
  readonly outlook: string;
  readonly through: string;
  /** The words before the source, and the source. */
  readonly source: readonly [before: string, source: string];
  /** One sentence, why this status, or why the goal is withheld. */
  readonly reason: string;
  /** What is in another language than the gauge, because the release does not have it in the gauge's own. */
  readonly foreign: readonly Foreign[];
}

/** The figure for assistive technology, which is told it once: minimum and maximum are wide enough for overshoot and negatives. */
export interface Meter {
  readonly now: number;
  readonly min: number;
  readonly max: number;
  readonly text: string;
}

/** In which language a gauge is told, and how it is drawn. */
export interface Look {
  readonly locale: Locale;
  /** An arc where absent. */
  readonly appearance?: Appearance;
  /** As the theme draws; the default look where absent. */
  readonly pen?: Pen;
  /** Left out of the face, and kept in the text for assistive technology. */
  readonly hide?: readonly Hidden[];
}

/** A thing that a page may leave out of a gauge's face. */
export type Hidden = 'forecast' | 'source' | 'through';

/** The parts of a shape that differ where a goal has no way to go. */
export type KeptShape = Pick<
  GaugeShape,
  'scale' | 'drawing' | 'figure' | 'quantity' | 'inside' | 'ends' | 'beyond' | 'marks' | 'meter' | 'pace'
>;
