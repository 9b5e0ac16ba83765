import type { LimitPeriod } from '@zj/metrics';
import { textWidth } from '../drawing/text-width.js';
import type { Tree } from '../drawing/tree.js';

/** The words of a row of periods. */
export interface PeriodWords {
  readonly tell: (figure: number) => string;
  readonly name: (period: LimitPeriod) => string;
  /** Below the name of a period whose figure may still be revised. */
  readonly provisional: string;
}

/** The width of a row, the height of a cell and the gap between two cells, in units. */
const [row, high, gap] = [208, 32, 2];

/** The most periods of a row. */
const most = 5;

/** The widths that narrow cards have, widest first, each with the step of width from which on it is so. */
const rooms = [
  [166, 'c15'],
  [138, 'c12'],
  [103, 'c10'],
  [42, 'c7'],
] as const;

/**
 * The newest periods of a limit, an SVG element: a cell for each with its figure, filled and crossed where it broke the limit, and
 * the period below it. There are five, or as many as their figures have room; the newest one that broke the limit is always there. In a narrow card the oldest are left out.
 */
export function drawPeriods(periods: readonly LimitPeriod[], words: PeriodWords): Tree {
  const newest = newestOf(periods, most);
  const needed = Math.max(...newest.map((period) => widthOf(period, words)));
  const count = Math.max(Math.min(newest.length, Math.floor((row + gap) / (needed + gap))), 1);
  const wide = (row + gap) / count - gap;
  const shown = newestOf(periods, count);
  const isMarked = shown.some(({ provisional }) => provisional);
  const tall = high + 22 + (isMarked ? 16 : 0);
  return [
    'svg',
    {
      class: isMarked && 'marked',
      viewBox: `0 0 ${row} ${tall}`,
      height: `${tall / 16}em`,
      // Where there is less room, the oldest are outside of it, and left out.
      preserveAspectRatio: 'xMaxYMin slice',
      'aria-hidden': 'true',
    },
    ...shown.map((period, at): Tree => {
      const used = row - at * (wide + gap);
      const hidden = rooms.filter(([room]) => used > room + 0.5).map(([, step]) => step);
      return [
        'g',
        { class: hidden[0] ?? false, transform: `translate(${round(at * (wide + gap))})` },
        ...drawPeriod(period, wide, words),
      ];
    }),
  ];
}

/** The newest periods; the newest of those that broke the limit is always among them, in the place of the oldest. */
function newestOf(periods: readonly LimitPeriod[], count: number): readonly LimitPeriod[] {
  const newest = periods.slice(-count);
  const broken = periods.filter(({ kept }) => kept === false).at(-1);
  return !broken || newest.includes(broken) ? newest : [broken, ...newest.slice(1)];
}

function drawPeriod(
  period: LimitPeriod,
  wide: number,
  { tell, name, provisional }: PeriodWords,
): readonly Tree[] {
  const { value, kept } = period;
  const isBroken = kept === false;
  const middle = round(wide / 2 + (isBroken ? 5.5 : 0));
  const text = value === null ? '—' : tell(value);
  const below = (words: string, line: number): Tree => [
    'text',
    {
      part: isBroken && line === 0 ? 'number' : 'end',
      class: line === 1 && 'lowest',
      x: round(wide / 2),
      y: high + 19 + line * 16,
      'font-size': 13,
      'font-weight': isBroken && line === 0 && 700,
      'text-anchor': 'middle',
    },
    words,
  ];
  const left = round(middle - 6 - textWidth(text) * 7.6);
  return [
    [
      'rect',
      {
        part: isBroken ? 'breach' : 'period',
        width: round(wide),
        height: high,
        rx: 4,
        'fill-opacity': isBroken ? 1 : value === null ? 0.07 : 0.16,
      },
    ],
    ...(isBroken
      ? [['path', { part: 'cross', d: `M${left - 4} 12.5l7 7m0-7l-7 7`, 'stroke-width': 2 }] as Tree]
      : []),
    [
      'text',
      {
        part: isBroken ? 'cross' : 'number',
        class: 'cell',
        x: middle,
        y: 21,
        'font-size': 14,
        'font-weight': isBroken && 700,
        'text-anchor': 'middle',
      },
      text,
    ],
    below(name(period), 0),
    ...(period.provisional ? [below(provisional, 1)] : []),
  ];
}

/** How wide a cell has to be, in elder mode too, where letters are as high as the text. */
function widthOf(period: LimitPeriod, { tell, name, provisional }: PeriodWords): number {
  const { value, kept } = period;
  const figure = textWidth(value === null ? '—' : tell(value)) * 17 + (kept === false ? 13 : 0);
  const below = textWidth(name(period));
  return Math.max(figure, Math.max(below, period.provisional ? textWidth(provisional) : 0) * 16) + 6;
}

function round(length: number): number {
  return +length.toFixed(2);
}
