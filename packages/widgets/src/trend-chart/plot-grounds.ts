import { place } from '../drawing/line.js';
import { hatchPath, type Box } from '../drawing/marks.js';
import type { Tree } from '../drawing/tree.js';
import type { PlotFrame } from './plot-frame.js';
import type { TrendModel, TrendPoint } from './trend-model.js';

/** Periods one after another without a figure that was due, or that is never published. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  readonly lack: Exclude<NonNullable<TrendPoint['lack']>, 'coming'>;
}

/** Whether no period has a figure of its own. */
export function isEmpty({ lines }: TrendModel): boolean {
  return lines.every(({ points }) => points.every(({ value }) => value === null));
}

/** Why a trend is empty: figures that are due count first. */
export function lackOf({ lines }: TrendModel): TrendPoint['lack'] {
  return (['missing', 'merged', 'omitted', 'coming'] as const).find((lack) =>
    lines.some(({ points }) => points.some((point) => point.lack === lack)),
  );
}

/** The gaps that all lines have; that of one among several is a break in it. A trend without a figure has none: words say it. */
export function gapsOf(model: TrendModel): readonly Gap[] {
  const { periods, lines } = model;
  const gaps: Gap[] = [];
  if (isEmpty(model)) return gaps;
  periods.forEach((_, at) => {
    const lack = lines[0]?.points[at]?.lack;
    if (lack === undefined || lack === 'coming') return;
    if (lines.some(({ points }) => points[at]?.lack !== lack)) return;
    const last = gaps.at(-1);
    if (last?.to === at - 1 && last.lack === lack) gaps[gaps.length - 1] = { ...last, to: at };
    else gaps.push({ from: at, to: at, lack });
  });
  return gaps;
}

/** From half a period before to half a period after, within the frame. */
export function bandOf(from: number, to: number, { x, left, right, top, bottom, apart }: PlotFrame): Box {
  const start = Math.max(x(from) - apart / 2, left);
  const end = Math.min(x(to) + apart / 2, right);
  return { x: start, y: top, width: Math.max(end - start, 0), height: bottom - top };
}

/** Behind everything: stretches of time, the forbidden side of limits, the bands of gaps. */
export function drawGrounds(model: TrendModel, gaps: readonly Gap[], frame: PlotFrame): readonly Tree[] {
  const { k, left, right, top, bottom, y, x } = frame;
  const { low = null, high = null } = model.limits ?? {};
  const rect = (part: string, box: Box): Tree => [
    'rect',
    { part, x: place(box.x), y: place(box.y), width: place(box.width), height: place(box.height) },
  ];
  const within = (value: number): number => Math.min(Math.max(y(value), top), bottom);
  return [
    ...model.marks
      .filter(({ from, to }) => to > from)
      .map(({ from, to }) => {
        const [start, end] = [Math.max(x(from), left), Math.min(x(to), right)];
        return rect('stretch', { x: start, y: top, width: Math.max(end - start, 0), height: bottom - top });
      }),
    ...(high === null
      ? []
      : [rect('forbidden', { x: left, y: top, width: right - left, height: within(high) - top })]),
    ...(low === null
      ? []
      : [rect('forbidden', { x: left, y: within(low), width: right - left, height: bottom - within(low) })]),
    ...gaps.map((gap): Tree => [
      'path',
      { part: 'gap', d: hatchPath(bandOf(gap.from, gap.to, frame), 8 * k), 'stroke-width': place(k) },
    ]),
  ];
}

/** The lines of limits, over the grounds and the lines. */
export function drawLimits({ limits }: TrendModel, { left, right, y, k }: PlotFrame): readonly Tree[] {
  return [limits?.low, limits?.high].flatMap((limit) =>
    typeof limit === 'number'
      ? [
          [
            'line',
            {
              part: 'limit',
              x1: place(left),
              x2: place(right),
              y1: place(y(limit)),
              y2: place(y(limit)),
              'stroke-width': place(2 * k),
            },
          ] as Tree,
        ]
      : [],
  );
}
