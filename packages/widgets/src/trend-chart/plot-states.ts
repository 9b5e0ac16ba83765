import type { FigureState } from '@zj/metrics';
import { place } from '../drawing/line.js';
import { diamondPath, squarePath, trianglePath, type Box } from '../drawing/marks.js';
import type { Tree } from '../drawing/tree.js';
import { barOf, partOf } from './plot-lines.js';
import type { PlotFrame } from './plot-frame.js';
import { lastOf, valuesOf } from './plot-values.js';
import type { TrendLine, TrendModel } from './trend-model.js';

/** A point that is drawn by itself. */
export interface Spot {
  readonly line: number;
  readonly at: number;
  readonly x: number;
  readonly y: number;
  readonly kind: Exclude<FigureState, 'final'> | 'broken' | 'dot';
  /** Of a broken one: above a ceiling, or below a floor. */
  readonly isBelow?: boolean;
}

/**
 * The points of a trend that have a shape: those that are not settled, those that break a limit, the last one of each line, those that
 * stand alone between gaps, and all of a single line where they are far enough apart.
 */
export function spotsOf(model: TrendModel, frame: PlotFrame): readonly Spot[] {
  const isBars = model.appearance === 'bars';
  const isSparse = model.lines.length === 1 && model.appearance === 'line' && frame.apart >= 14 * frame.k;
  return model.lines.flatMap((line, row) => {
    const values = valuesOf(line.points);
    const last = lastOf(values)?.[0];
    const [from, width] = isBars ? barOf(model, frame, row) : [0, 0];
    const isSeen = line.chosen || model.lines.length === 1;
    const spots: Spot[] = [];
    line.points.forEach(({ value, state, broken }, at) => {
      if (value === null) return;
      const isAlone = (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null;
      const isOpen = state !== 'final' && isSeen && (!isBars || state === 'revised');
      const kind = isOpen ? state : !isBars && !broken && (at === last || isAlone || isSparse) ? 'dot' : null;
      if (!kind && !broken) return;
      const spot = { line: row, at, x: frame.x(at) + from + width / 2, y: frame.y(value) };
      if (kind) spots.push({ ...spot, kind });
      if (!broken) return;
      const low = model.limits?.low ?? null;
      const isBelow = low !== null && value < low;
      spots.push({ ...spot, y: heightOfBreach(spot.y, isBelow, isOpen, frame), kind: 'broken', isBelow });
    });
    return spots;
  });
}

/** A triangle is drawn over its point; of a point with a shape of its own, beyond that; within the frame. */
function heightOfBreach(y: number, isBelow: boolean, isOpen: boolean, { k, bottom, top }: PlotFrame): number {
  const away = (isOpen ? 14 : 0) * k;
  if (!isBelow) return y - away < top + 8 * k ? y : y - away;
  // Below the foot stand the names of periods: there it hangs over its point.
  return y + away + 14 * k > bottom ? y - (isOpen ? 20 : 12) * k : y + away;
}

/** How far a shape reaches from its point, in px of the design. */
export function reachOf({ kind }: Spot): number {
  return { provisional: 7, estimate: 6.5, revised: 7.5, broken: 10, dot: 4 }[kind];
}

/** The box that a shape takes. */
export function boxOfSpot(spot: Spot, { k }: PlotFrame): Box {
  const reach = reachOf(spot) * k;
  const y = spot.kind === 'broken' ? spot.y + (spot.isBelow ? 5 : -5) * k : spot.y;
  return { x: spot.x - reach, y: y - reach, width: 2 * reach, height: 2 * reach };
}

/** The shapes: an open circle, an open square, a full diamond, a triangle that points to where the limit was left; a settled point is a small dot. */
export function drawSpots(model: TrendModel, spots: readonly Spot[], frame: PlotFrame): readonly Tree[] {
  const rows = [...new Set(spots.map(({ line }) => line))];
  // The first line, which the chart is about, is the last to be drawn.
  return rows
    .sort((a, b) => Number(model.lines[a]!.chosen) - Number(model.lines[b]!.chosen) || b - a)
    .flatMap((row) =>
      drawRow(
        model,
        model.lines[row]!,
        spots.filter(({ line }) => line === row),
        frame,
      ),
    );
}

function drawRow(
  model: TrendModel,
  line: TrendLine,
  spots: readonly Spot[],
  { k }: PlotFrame,
): readonly Tree[] {
  const part = model.lines.length === 1 ? 'chosen-1' : partOf(model, line);
  const isQuiet = part === 'quiet';
  const dots = spots.filter(({ kind }) => kind === 'dot');
  return [
    ...dots.map(({ x, y }): Tree => [
      'circle',
      {
        part: `dot ${part}`,
        cx: place(x),
        cy: place(y),
        r: place((isQuiet ? 2.5 : 3.5) * k),
        'stroke-width': place(k),
      },
    ]),
    ...spots.flatMap(({ kind, x, y, isBelow }): Tree[] => {
      switch (kind) {
        case 'dot':
          return [];
        case 'provisional':
          return [
            [
              'circle',
              {
                part: `state ${part}`,
                cx: place(x),
                cy: place(y),
                r: place(5.5 * k),
                'stroke-width': place(2.5 * k),
              },
            ],
          ];
        case 'estimate':
          return [
            ['path', { part: `state ${part}`, d: squarePath(x, y, 5 * k), 'stroke-width': place(2.5 * k) }],
          ];
        case 'revised':
          return [['path', { part: `dot ${part}`, d: diamondPath(x, y, 7 * k), 'stroke-width': place(k) }]];
        case 'broken': {
          const d = isBelow
            ? trianglePath(x, y + 3 * k, 16 * k, -14 * k)
            : trianglePath(x, y - 3 * k, 16 * k, 14 * k);
          return [['path', { part: 'breach', d, 'stroke-width': place(k) }]];
        }
      }
    }),
  ];
}
