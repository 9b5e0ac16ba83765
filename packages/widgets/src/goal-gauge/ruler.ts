import { textWidth } from '../drawing/text-width.js';
import type { Attributes, Tree } from '../drawing/tree.js';
import type { Limits } from '@zj/metrics';
import type { Pen } from './pen.js';
import type { RulerScale } from './ruler-scale.js';
import { trackOf } from './track.js';

/** All that is drawn on a ruler. */
export interface Ruler extends Limits {
  readonly scale: RulerScale;
  readonly actual: number | null;
  /** Where the figure should be by now, of a ceiling on a sum. */
  readonly due: number | null;
  /** The word at that mark. */
  readonly word: string;
  readonly tell: (figure: number) => string;
  readonly pen: Pen;
}

/** A ruler is laid out for this width, in units; it is never narrower where it has labels. */
export const rulerWidth = 196;

/** How near two labels may come, in units. */
const least = 6;

/**
 * A ruler, an SVG element as wide as there is room: the zone that keeps the goal, tinted; the zones that break it, hatched; a mark at
 * each limit with its number below; the numbers of both ends; and an arrow head that points at the figure. The scale
 * reaches the figure, wherever it is.
 */
export function drawRuler(ruler: Ruler): Tree {
  const { scale, actual, due, low, high, pen, word } = ruler;
  const thick = (pen.thickness * 12) / 14;
  const track = trackOf('linear', { ...pen, thickness: thick })!;
  const [from, to] = [low === null ? 0 : scale.place(low), high === null ? 1 : scale.place(high)];
  const broken = [
    [0, from],
    [to, 1],
  ] as const;
  const figure = actual === null ? null : scale.place(actual);
  const mark = due === null ? null : scale.place(due);
  const lines: readonly Tree[] = [
    ...broken.flatMap(([start, end]) =>
      end > start ? [tint(track.bar('broken', start, end), 0.5), hatch(start, end, thick)] : [],
    ),
    ...(to > from ? [track.bar('notch', from, to), tint(track.bar('zone', from, to), 0.34)] : []),
    ...[low, high].flatMap((limit) =>
      limit === null
        ? []
        : [
            track.tick('notch', scale.place(limit), 7, 4, 4),
            track.tick('limit', scale.place(limit), 3, 4, 4),
          ],
    ),
    ...(mark === null ? [] : [track.tick('notch', mark, 7, 3, 5), track.tick('schedule', mark, 3, 3, 5)]),
    ...labelsOf(ruler).map(label),
    ...(mark === null ? [] : nameMark(word, mark, figure)),
    ...(figure === null ? [] : [pointer(figure, thick)]),
  ];
  // The arrow head and the word above it, and the numbers below, stand within the frame.
  const above = mark === null ? 1.25 : 2;
  return [
    'svg',
    { viewBox: false, height: em(above + thick / 16 + 1.6), 'aria-hidden': 'true' },
    ['svg', { y: em(above), height: em(thick / 16), overflow: 'visible' }, ...lines],
  ];
}

/**
 * Stripes of the surface over a grey bar, at an angle of 45°. They may reach into the kept zone, which is drawn over them, but not beyond
 * the ends of the ruler: there they would be seen beside the card.
 */
function hatch(from: number, to: number, thickness: number): Tree {
  // Their slant leans on the middle of the bar, and sticks out of it by half its thickness.
  return [
    'svg',
    { y: em(thickness / 32), overflow: 'visible' },
    [
      'line',
      {
        part: 'notch',
        x1: percent(from > 0 ? from - 0.015 : 0.015),
        x2: percent(to < 1 ? to + 0.015 : 0.985),
        y1: 0,
        y2: 0,
        'stroke-width': em(thickness / 16),
        'stroke-dasharray': '.35em .18em',
        'stroke-linecap': 'butt',
        transform: 'skewX(-45)',
      },
    ],
  ];
}

function tint(bar: Tree, opacity: number): Tree {
  const [tag, attributes] = bar as Exclude<Tree, string>;
  return [tag, { ...attributes, 'fill-opacity': opacity }];
}

/** An arrow head 16 units wide and 22 high above the bar, its tip within it. */
function pointer(at: number, thickness: number): Tree {
  return [
    'svg',
    {
      x: percent(at),
      y: em(thickness / 24 - 1.375),
      width: '1em',
      height: '1.375em',
      viewBox: '0 0 16 22',
      preserveAspectRatio: 'xMinYMin',
      overflow: 'visible',
    },
    ['path', { part: 'notch', d: tip, 'stroke-width': 5 }],
    ['path', { part: 'pointer', d: tip, fill: 'currentColor', stroke: 'none' }],
  ];
}

const tip = 'M-8 0H8L0 22z';

/** A number below the bar. */
export interface Label {
  readonly part: 'number' | 'end';
  readonly text: string;
  readonly at: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/**
 * The numbers below a ruler. Two limits that are near each other share one label. The number of an end is left out where it would
 * come nearer than six units to that of a limit.
 */
export function labelsOf({
  scale,
  low,
  high,
  tell,
}: Omit<Ruler, 'pen' | 'actual' | 'due' | 'word'>): readonly Label[] {
  const limits = [low, high].flatMap((limit) =>
    limit === null ? [] : [at(tell(limit), scale.place(limit))],
  );
  const [first, second] = limits;
  // In elder mode letters are as high as the text.
  const isNear = first && second && startOf(second, 16) - endOf(first, 16) < least;
  const numbers = isNear ? [at(joined(first.text, second.text), (first.at + second.at) / 2)] : limits;
  const ends: readonly Label[] = [
    { part: 'end', text: tell(scale.from), at: 0, anchor: 'start' },
    { part: 'end', text: tell(scale.to), at: 1, anchor: 'end' },
  ];
  const [start, end] = ends as [Label, Label];
  const isFree = (one: Label): boolean =>
    numbers.every((other) => startOf(other) - endOf(one) >= least || startOf(one) - endOf(other) >= least);
  const free = ends.filter(isFree);
  return [...numbers, ...(free.length === 2 && startOf(end) - endOf(start) < least ? [] : free)];
}

/** A limit's number is below its mark, or begins there where it would stand out at the side. */
function at(text: string, place: number): Label {
  const half = widthOf(text, 16) / 2;
  const anchor =
    place * rulerWidth < half - overhang
      ? 'start'
      : (1 - place) * rulerWidth < half - overhang
        ? 'end'
        : 'middle';
  return { part: 'number', text, at: place, anchor };
}

/** So far a number may stand out at the side of a ruler. */
const overhang = 6;

function joined(low: string, high: string): string {
  return `${low}${high.startsWith('−') ? '…' : '–'}${high}`;
}

/** Digits are somewhat wider than half their height, and bold ones more so. */
function widthOf(text: string, size: number): number {
  return textWidth(text) * size * 1.16;
}

/** Where a label begins, in units. */
export function startOf({ text, at, anchor }: Label, size = 13): number {
  return at * rulerWidth - widthOf(text, size) * { start: 0, middle: 0.5, end: 1 }[anchor];
}

/** Where a label ends, in units. */
export function endOf(label: Label, size = 13): number {
  return startOf(label, size) + widthOf(label.text, size);
}

function label({ part, text, at, anchor }: Label): Tree {
  const attributes: Attributes = {
    part,
    x: percent(at),
    y: '100%',
    dy: '1.5em',
    'font-size': 13,
    'font-weight': part === 'number' && 700,
    'text-anchor': anchor !== 'start' && anchor,
  };
  return ['text', attributes, text];
}

/** The word of the mark of the schedule, above the bar: before the mark or after it, clear of the arrow head. */
function nameMark(word: string, mark: number, figure: number | null): readonly Tree[] {
  const wide = textWidth(word) * 13 * 1.04;
  const x = mark * rulerWidth;
  const isClear = (from: number, to: number): boolean => {
    const tip = figure === null ? -99 : figure * rulerWidth;
    return from >= 0 && to <= rulerWidth && (tip + 8 + least <= from || tip - 8 - least >= to);
  };
  const anchor = isClear(x - 5 - wide, x - 5) ? 'end' : isClear(x + 5, x + 5 + wide) ? 'start' : undefined;
  if (!anchor) return [];
  const dx = anchor === 'end' ? '-.35em' : '.35em';
  return [
    ['text', { part: 'due', x: percent(mark), y: '-.9em', dx, 'font-size': 13, 'text-anchor': anchor }, word],
  ];
}

function em(length: number): string {
  return `${+length.toFixed(3)}em`;
}

function percent(share: number): string {
  return `${+(share * 100).toFixed(3)}%`;
}
