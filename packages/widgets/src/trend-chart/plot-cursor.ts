import { place } from '../drawing/line.js';
import { drawText } from '../drawing/text.js';
import type { Tree } from '../drawing/tree.js';
import { cursorName } from './plot-axes.js';
import { partOf } from './plot-lines.js';
import type { PlotFrame } from './plot-frame.js';
import type { TrendModel } from './trend-model.js';

/** The cursor at a period: an upright line, and a point on each line that has a figure there; the first line's lies on top. */
export function drawCursor(model: TrendModel, frame: PlotFrame, index: number): Tree {
  const { x, y, top, bottom, k } = frame;
  const at = x(index);
  const dot = (value: number | null | undefined, part: string, radius: number, kind = 'dot'): Tree[] => {
    if (typeof value !== 'number') return [];
    const thick = place((kind === 'dot' ? 1.5 : 2.5) * k);
    const circle = { cx: place(at), cy: place(y(value)), r: place(radius * k), 'stroke-width': thick };
    return [['circle', { part: `${kind} ${part}`, ...circle }]];
  };
  const name = cursorName(model, frame, index);
  const forecast = model.forecast?.points.find((point) => point.at === index)?.point;
  return [
    'g',
    { part: 'cursor', key: 'cursor' },
    [
      'line',
      {
        part: 'cursor-line',
        x1: place(at),
        x2: place(at),
        y1: place(top),
        y2: place(bottom),
        'stroke-width': 1,
      },
    ],
    ...dot(model.lastYear[index], 'of-last-year', 4),
    ...dot(model.path[index], 'of-path', 4),
    ...dot(model.schedule[index], 'of-schedule', 4),
    ...dot(forecast, 'chosen-1', 4),
    ...model.lines
      .map((line, row) => ({ line, row }))
      .reverse()
      .flatMap(({ line, row }) =>
        dot(
          line.points[index]?.value,
          model.lines.length === 1 ? 'chosen-1' : partOf(model, line),
          row === 0 ? 6 : line.chosen ? 5 : 3,
          // A figure that is not settled stays open.
          /^(provisional|estimate)$/.test(line.points[index]?.state ?? '') ? 'state' : 'dot',
        ),
      ),
    ...(name ? [drawText(name)] : []),
  ];
}
