import { openRoom, type Room } from '../drawing/room.js';
import { boxOf, type Text } from '../drawing/text.js';
import { pointsOf, type PlotFrame } from './plot-frame.js';
import { bandOf, type Gap } from './plot-grounds.js';
import { boxOfBar, lineOf } from './plot-lines.js';
import { boxOfSpot, type Spot } from './plot-states.js';
import type { TrendModel } from './trend-model.js';

/** The things in a frame besides words. */
export interface Furniture {
  readonly model: TrendModel;
  readonly frame: PlotFrame;
  readonly spots: readonly Spot[];
  readonly gaps: readonly Gap[];
}

/** Takes the places of points and bars in a room, and the ways of lines. */
export function furnish(room: Room, { model, frame, spots }: Furniture): void {
  const { left, right, k, x, y } = frame;
  for (const spot of spots) room.take(boxOfSpot(spot, frame), 'mark');
  for (const { at, value } of model.milestones)
    room.take({ x: x(at) - 6 * k, y: y(value) - 6 * k, width: 12 * k, height: 12 * k }, 'mark');
  const isBars = model.appearance === 'bars';
  model.lines.forEach((line, row) => {
    if (!isBars) room.takeLine(() => lineOf(model, line, frame));
    else
      line.points.forEach(({ value }, at) => {
        if (value !== null) room.take(boxOfBar(model, frame, row, at, value), 'area');
      });
  });
  for (const { at, point } of isBars ? (model.forecast?.points ?? []) : [])
    room.take(boxOfBar(model, frame, 0, at, point), 'area');
  for (const list of [model.lastYear, model.schedule, model.path]) room.takeLine(() => pointsOf(list, frame));
  room.takeLine(() => (model.forecast?.points ?? []).map(({ at, point }) => [x(at), y(point)]));
  for (const level of [model.target, model.limits?.low, model.limits?.high]) {
    if (typeof level === 'number')
      room.takeLine(() => [
        [left, y(level)],
        [right, y(level)],
      ]);
  }
}

/** The bands of gaps: a hatch is no ground for words, but for those that name the gap. */
export function takeGaps(room: Room, gaps: readonly Gap[], frame: PlotFrame): void {
  for (const { from, to } of gaps) room.take(bandOf(from, to, frame), 'area');
}

/** Whether texts in a frame stand apart from all that is drawn there. */
export function areApart(texts: readonly Text[], furniture: Furniture): boolean {
  const { frame } = furniture;
  const room = openRoom({ x: 0, y: 0, width: frame.width, height: frame.end });
  furnish(room, furniture);
  takeGaps(room, furniture.gaps, frame);
  return texts.every((text) => room.isFree(boxOf(text)));
}
