import { valueAxis, type ValueAxis } from '../drawing/axis.js';
import { linePath, place, type Point } from '../drawing/line.js';
import { heightOf, stackLabels } from '../drawing/labels.js';
import { drawText } from '../drawing/text.js';
import { lineWidth } from '../drawing/text-width.js';
import type { Tree } from '../drawing/tree.js';
import { faceOf, type Locale } from '../locale/locale.js';
import { formatFixed } from '../locale/number.js';
import type { Unit } from '@zj/metrics';

/** The figures of one small chart: those of the year, and those of the year before. */
export interface MiniFigures {
  readonly values: readonly (number | null)[];
  readonly lastYear: readonly (number | null)[];
}

/** How small charts are laid out. */
export interface MiniLook {
  readonly width: number;
  /** The height of its text, in px: 16 at 100 %. */
  readonly em: number;
  /** The size of its letters, in px. Default: 13 at 100 %. */
  readonly letters?: number;
  readonly locale: Locale;
  /** Under the first and the last period. */
  readonly ends: readonly [first: string, last: string];
  /** The names of both lines, in the first chart of several alone. */
  readonly names?: readonly [values: string, lastYear: string];
}

/**
 * The one scale of several small charts, from zero; or, of one chart's figures alone, a scale of its own, which that chart has to say:
 * its ticks have other numbers then.
 */
export function miniAxis(charts: readonly MiniFigures[], unit: Unit, locale: Locale): ValueAxis {
  const values = charts
    .flatMap((chart) => [...chart.values, ...chart.lastYear])
    .filter((value) => value !== null);
  return valueAxis({
    values,
    power: unit.power ?? 0,
    scales: faceOf(locale).scales,
    zero: true,
    ticks: [2, 3],
  });
}

/**
 * A small chart on a given scale: the year before as a thin line, the year as a thick one, with a dot at its last figure. The parts are
 * named as those of a trend.
 *
 * @example miniPlot(figures, miniAxis(all, unit, 'zh-CN'), { width: 260, em: 16, locale: 'zh-CN', ends: ['1月', '10月'] })
 */
export function miniPlot({ values, lastYear }: MiniFigures, axis: ValueAxis, look: MiniLook): Tree {
  const { width, em, locale, ends, names } = look;
  const k = em / 16;
  const size = look.letters ?? 13 * k;
  const texts = axis.ticks.map(({ shown }) => formatFixed(shown, axis.decimals, locale));
  const left = Math.max(...texts.map((text) => lineWidth(text))) * size + 8 * k;
  const [top, bottom] = [10 * k, 132 * k];
  const count = Math.max(values.length, lastYear.length, 1);
  const pad = 8 * k;
  const right = Math.max(width - 2 * k, left + 2 * pad);
  const x = (at: number): number =>
    count > 1 ? left + pad + (at * (right - left - 2 * pad)) / (count - 1) : (left + right) / 2;
  const y = (value: number): number => top + ((axis.to - value) / (axis.to - axis.from)) * (bottom - top);
  const pointsOf = (list: readonly (number | null)[]): readonly (Point | null)[] =>
    list.map((value, at) => (value === null ? null : [x(at), y(value)]));
  const [now, before] = [pointsOf(values), pointsOf(lastYear)];
  const last = now.filter((point) => point !== null).at(-1);
  const stroke = (part: string, points: readonly (Point | null)[], thick: number): Tree[] => {
    const d = linePath(points);
    const round = { 'stroke-linejoin': 'round', 'stroke-linecap': 'round' };
    return d ? [['path', { part, d, 'stroke-width': place(thick * k), ...round }]] : [];
  };
  const height = Math.ceil(bottom + 24 * k);
  return [
    'svg',
    {
      part: 'mini',
      width: place(width),
      height,
      viewBox: `0 0 ${place(width)} ${height}`,
      fill: 'none',
      direction: 'ltr',
      'aria-hidden': 'true',
    },
    ...axis.ticks.flatMap(({ value }, at): Tree[] => [
      [
        'line',
        {
          part: value === 0 ? 'zero' : 'grid',
          x1: place(left),
          x2: place(right),
          y1: place(y(value)),
          y2: place(y(value)),
          'stroke-width': 1,
        },
      ],
      drawText({
        part: 'tick',
        text: texts[at]!,
        x: left - 8 * k,
        y: y(value) + 4.5 * k,
        size,
        anchor: 'end',
      }),
    ]),
    ...stroke('last-year', before, 1.25),
    ...stroke('casing', now, 5),
    ...stroke('line chosen-1', now, 2.5),
    ...(last
      ? [
          [
            'circle',
            {
              part: 'dot chosen-1',
              cx: place(last[0]),
              cy: place(last[1]),
              r: place(3.5 * k),
              'stroke-width': place(k),
            },
          ] as Tree,
        ]
      : []),
    ...nameEnds(ends, x(0), x(count - 1), bottom + 20 * k, [left, width], size),
    ...(names ? nameLines(names, now, before, { left, right, top, bottom, k, size }) : []),
  ];
}

/** The first and the last period; the last alone where both have no room. */
function nameEnds(
  [first, last]: readonly [string, string],
  from: number,
  to: number,
  y: number,
  [left, right]: readonly [number, number],
  size: number,
): readonly Tree[] {
  const half = (text: string): number => (lineWidth(text) * size) / 2;
  const end = Math.min(to, right - half(last) - 0.1);
  const start = Math.max(from, left + half(first) - size);
  const tick = (text: string, x: number): Tree =>
    drawText({ part: 'tick', text, x, y, size, anchor: 'middle' });
  const isFree = start + half(first) + size / 2 < end - half(last);
  return [...(first !== last && isFree ? [tick(first, start)] : []), tick(last, end)];
}

/** The names of both lines, over the higher and under the lower one, where the frame has room. */
function nameLines(
  names: readonly [string, string],
  now: readonly (Point | null)[],
  before: readonly (Point | null)[],
  {
    left,
    right,
    top,
    bottom,
    k,
    size,
  }: Readonly<Record<'left' | 'right' | 'top' | 'bottom' | 'k' | 'size', number>>,
): readonly Tree[] {
  const sides = [now, before].map((points) => points.filter((point) => point !== null));
  const mean = (points: readonly Point[]): number =>
    points.reduce((sum, [, y]) => sum + y, 0) / (points.length || 1);
  const isNowAbove = mean(sides[0]!) <= mean(sides[1]!);
  const shown = names.flatMap((text, at) => {
    const points = sides[at]!;
    const width = lineWidth(text, at === 0) * size;
    if (points.length === 0 || !text || width > right - left) return [];
    const isAbove = (at === 0) === isNowAbove;
    // Over or under all of both lines between the ends of the text.
    const x = Math.min(left + 8 * k + (right - left) * 0.3, right - width);
    const near = [...sides[0]!, ...sides[1]!].filter(([px]) => px > x - 24 * k && px < x + width + 24 * k);
    const heights = (near.length > 0 ? near : points).map(([, y]) => y);
    const wanted = isAbove ? Math.min(...heights) - 14 * k : Math.max(...heights) + 14 * k;
    return [{ text, at: wanted, height: Math.max(18 * k, size * 1.15), x, isBold: at === 0 }];
  });
  if (heightOf(shown, 2 * k) > bottom - top) return [];
  const places = stackLabels(shown, top - 6 * k, bottom - 2 * k, 2 * k);
  return shown.map(({ text, x, isBold }, at) =>
    drawText({
      part: isBold ? 'label chosen-1' : 'label of-last-year',
      text,
      x,
      y: places[at]! + 4.5 * k,
      size,
      isBold,
      isCased: true,
    }),
  );
}
