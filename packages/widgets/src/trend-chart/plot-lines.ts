import { areaPath, linePath, place, type Point } from '../drawing/line.js';
import { diamondPath, hatchPath, type Box } from '../drawing/marks.js';
import type { Attributes, Tree } from '../drawing/tree.js';
import { pointsOf, type PlotFrame } from './plot-frame.js';
import { lastOf, valuesOf } from './plot-values.js';
import type { TrendLine, TrendModel } from './trend-model.js';

/** The names of a line's part: in colour are the chosen ones, in their order. */
export function partOf(model: TrendModel, line: TrendLine): string {
  if (!line.chosen) return 'quiet';
  return `chosen-${model.lines.filter(({ chosen }) => chosen).indexOf(line) + 1}`;
}

/** Chosen lines have dashes besides their colours. */
export const dashes: Readonly<Record<string, string>> = { 'chosen-2': '8 4', 'chosen-3': '2 5' };

/** The points of a line; a sum begins anew each year, and its line does, too. */
export function lineOf(
  { appearance, periods }: TrendModel,
  line: TrendLine,
  frame: PlotFrame,
): readonly (Point | null)[] {
  const values = valuesOf(line.points);
  const points = pointsOf(values, frame);
  if (appearance !== 'cumulative') return points;
  return points.flatMap((point, at) => {
    const [value, before] = [values[at] ?? null, values[at - 1] ?? null];
    const isNew = value !== null && before !== null && value < before && periods[at]?.isFirst;
    return isNew ? [null, point] : [point];
  });
}

/** All lines of a plot, back to front. */
export function drawLines(model: TrendModel, frame: PlotFrame): readonly Tree[] {
  const { k, left, right, y } = frame;
  const { target, lines, lastYear, schedule, path } = model;
  const stroke = (part: string, d: string, width: number, dash?: string, more: Attributes = {}): Tree[] =>
    d
      ? [
          [
            'path',
            { part, d, 'stroke-width': place(width * k), ...(dash && { 'stroke-dasharray': dash }), ...more },
          ],
        ]
      : [];
  const round = { 'stroke-linejoin': 'round', 'stroke-linecap': 'round' };
  const isBars = model.appearance === 'bars';
  const back = [...lines].sort((a, b) => Number(a.chosen) - Number(b.chosen));
  return [
    ...(target === null
      ? []
      : stroke('target', `M${place(left)},${place(y(target))}H${place(right)}`, 1.5, '2 3')),
    ...(isBars ? [] : stroke('last-year', linePath(pointsOf(lastYear, frame)), 1.25, undefined, round)),
    ...stroke('path', linePath(pointsOf(path, frame)), 1.25, '1.5 3'),
    ...stroke('schedule', linePath(pointsOf(schedule, frame)), 1.25, '6 4'),
    ...(isBars ? drawBars(model, frame) : drawFan(model, frame)),
    ...(isBars
      ? []
      : back.flatMap((line) => {
          const d = linePath(lineOf(model, line, frame));
          const part = partOf(model, line);
          const isAlone = line.chosen || lines.length === 1;
          // A first chosen one is the last to be drawn.
          return isAlone
            ? [
                // Where points are closer than px, a casing has nothing to part and doubles the paint.
                ...(frame.apart < 1 ? [] : stroke('casing', d, 6, undefined, round)),
                ...stroke(
                  `line ${part}`,
                  d,
                  3,
                  dashes[part],
                  dashes[part] ? { 'stroke-linejoin': 'round' } : round,
                ),
              ]
            : stroke(`line ${part}`, d, 1.5, undefined, round);
        })),
    ...stroke(
      'milestone',
      model.milestones.map(({ at, value }) => diamondPath(frame.x(at), y(value), 5 * k)).join(''),
      1.25,
    ),
    ...(isBars ? drawMarks(lastYear, frame) : []),
  ];
}

/** The forecast goes on from the last figure, which is certain; its interval opens from there. */
function drawFan(model: TrendModel, frame: PlotFrame): readonly Tree[] {
  const { k, x, y } = frame;
  const points = model.forecast?.points ?? [];
  const first = model.lines[0];
  if (points.length === 0 || !first) return [];
  const last = lastOf(valuesOf(first.points));
  const start = last?.[0] === points[0]!.at - 1 ? last : null;
  const from: Point[] = start ? [[x(start[0]), y(start[1])]] : [];
  const fan = points.map(({ at, interval }) =>
    interval ? ([x(at), y(interval[0]), y(interval[1])] as const) : null,
  );
  const area = areaPath([...from.map(([px, py]) => [px, py, py] as const), ...fan]);
  const end = points.at(-1)!;
  return [
    ...(fan.some((one) => one !== null) ? [['path', { part: 'fan', d: area }] as Tree] : []),
    [
      'path',
      {
        part: 'forecast',
        d: linePath([...from, ...points.map(({ at, point }): Point => [x(at), y(point)])]),
        'stroke-width': place(2 * k),
        'stroke-dasharray': '5 3',
      },
    ],
    // On a steep line the fan is low: brackets at its end show its height, and the label beside them tells it.
    ...(end.interval ? [whisker(x(end.at), end.interval.map(y), 5 * k, k)] : []),
  ];
}

function whisker(x: number, [low, high]: readonly number[], half: number, k: number): Tree {
  const cap = (y: number): string => `M${place(x - half)},${place(y)}h${place(2 * half)}`;
  return [
    'path',
    {
      part: 'whisker',
      d: `${cap(high!)}${cap(low!)}M${place(x)},${place(high!)}V${place(low!)}`,
      'stroke-width': place(1.5 * k),
    },
  ];
}

/** How wide a bar is, and where it begins, in px from the middle of its period. */
export function barOf(
  { lines }: TrendModel,
  { apart, k }: PlotFrame,
  line: number,
): readonly [from: number, width: number] {
  const all = Math.min(apart * 0.72, 64 * k);
  const width = all / Math.max(lines.length, 1);
  return [line * width - all / 2, lines.length > 1 ? width * 0.9 : width];
}

/** The bar of a figure. */
export function boxOfBar(model: TrendModel, frame: PlotFrame, line: number, at: number, value: number): Box {
  const [from, width] = barOf(model, frame, line);
  const [zero, end] = [frame.y(0), frame.y(value)];
  return { x: frame.x(at) + from, y: Math.min(end, zero), width, height: Math.abs(end - zero) };
}

/** Settled bars are full, the others open: hatched where provisional, dashed where estimated. */
function drawBars(model: TrendModel, frame: PlotFrame): readonly Tree[] {
  const { k, x, y } = frame;
  const box = (at: number, line: number, value: number): Box => boxOfBar(model, frame, line, at, value);
  const outline = (bar: Box): string =>
    `M${place(bar.x)},${place(bar.y)}h${place(bar.width)}v${place(bar.height)}h${place(-bar.width)}z`;
  return [
    ...model.lines.flatMap((line, row) => {
      const part = partOf(model, line);
      const full: string[] = [];
      const open: string[] = [];
      const dashed: string[] = [];
      const stripes: string[] = [];
      line.points.forEach(({ value, state }, at) => {
        if (value === null) return;
        const bar = box(at, row, value);
        if (state === 'provisional') {
          open.push(outline(bar));
          stripes.push(hatchPath(bar, 6 * k));
        } else (state === 'estimate' ? dashed : full).push(outline(bar));
      });
      return [
        ...(full.length > 0 ? [['path', { part: `bar ${part}`, d: full.join('') }] as Tree] : []),
        ...(open.length > 0
          ? [
              [
                'path',
                { part: `hatch ${part}`, d: stripes.join(''), 'stroke-width': place(2.2 * k) },
              ] as Tree,
              ['path', { part: `open ${part}`, d: open.join(''), 'stroke-width': place(1.5 * k) }] as Tree,
            ]
          : []),
        ...(dashed.length > 0
          ? [
              [
                'path',
                {
                  part: `open ${part}`,
                  d: dashed.join(''),
                  'stroke-width': place(1.5 * k),
                  'stroke-dasharray': '4 2',
                },
              ] as Tree,
            ]
          : []),
      ];
    }),
    ...(model.forecast?.points ?? []).flatMap(({ at, point, interval }) => [
      [
        'path',
        {
          part: 'forecast',
          d: outline(box(at, 0, point)),
          'stroke-width': place(1.5 * k),
          'stroke-dasharray': '2.5 2.5',
        },
      ] as Tree,
      ...(interval
        ? [
            whisker(
              x(at) + barOf(model, frame, 0)[0] + barOf(model, frame, 0)[1] / 2,
              interval.map(y),
              4 * k,
              k,
            ),
          ]
        : []),
    ]),
  ];
}

/** Last year's figures over bars: short lines on a casing. */
function drawMarks(values: readonly (number | null)[], frame: PlotFrame): readonly Tree[] {
  const { k, apart } = frame;
  const half = Math.min(apart * 0.42, 38 * k);
  const d = pointsOf(values, frame)
    .flatMap((point) => (point ? [`M${place(point[0] - half)},${place(point[1])}h${place(2 * half)}`] : []))
    .join('');
  if (!d) return [];
  return [
    ['path', { part: 'casing', d, 'stroke-width': place(5 * k) }],
    ['path', { part: 'last-year mark', d, 'stroke-width': place(2 * k) }],
  ];
}
