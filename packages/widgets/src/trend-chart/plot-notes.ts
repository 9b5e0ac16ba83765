import { differenceUnit } from '@zj/metrics';
import { marginOf } from '@zj/metrics/internal';
import { place } from '../drawing/line.js';
import type { Box } from '../drawing/marks.js';
import { openRoom, type Room } from '../drawing/room.js';
import { boxOf, type Text } from '../drawing/text.js';
import { lineWidth, wrapText } from '../drawing/text-width.js';
import type { Tree } from '../drawing/tree.js';
import { faceOf } from '../locale/locale.js';
import { tellQuantities } from '../locale/number.js';
import { pointsOf, type PlotFrame } from './plot-frame.js';
import { bandOf, isEmpty, lackOf, type Gap } from './plot-grounds.js';
import { drawNote, drawRope, hang, hangNote, setNote, sizeOfNote, type Note } from './plot-labels.js';
import type { PlotLook } from './plot-look.js';
import { furnish, takeGaps } from './plot-room.js';
import { circle, drawNumber, type Numbers } from './plot-numbers.js';
import { runsOf, type Run } from './plot-runs.js';
import type { Spot } from './plot-states.js';
import { tellUnsaid } from './plot-legend.js';
import { lastOf, valuesOf, type PlotValues } from './plot-values.js';
import type { TrendMark, TrendModel } from './trend-model.js';

/** All that notes are made of. */
export interface Scene {
  readonly model: TrendModel;
  readonly look: PlotLook;
  readonly values: PlotValues;
  readonly frame: PlotFrame;
  readonly spots: readonly Spot[];
  readonly gaps: readonly Gap[];
  readonly numbers: Numbers;
  /** The texts that are there already. */
  readonly texts: readonly Text[];
  /** The states of bars whose words have no room. */
  readonly unsaid: readonly Run[];
}

/** The notes in a plot, the most important first: each at a free place, or as a number in the list. */
export function drawNotes(scene: Scene): readonly Tree[] {
  const { left, right, top, bottom, k } = scene.frame;
  const room = openRoom({ x: left, y: top - 8 * k, width: right - left, height: bottom - top + 8 * k });
  furnish(room, scene);
  for (const text of scene.texts) room.take(boxOf(text));
  const trees: Tree[] = [];
  for (const draw of [noteEmpty, noteGaps, noteLimits, noteBreaches, noteStates, noteMarks, noteLines])
    trees.push(...draw(scene, room));
  return trees;
}

/** Where no period has a figure: that there is none, and why. */
function noteEmpty({ model, look, frame, numbers }: Scene, room: Room): readonly Tree[] {
  if (!isEmpty(model)) return [];
  const { k, left, right, top, bottom } = frame;
  const { nothing, nothingWhy } = look.words;
  const why = lackOf(model);
  const rows = [
    { text: nothing, isBold: true },
    ...(why ? wrapText(nothingWhy[why], (right - left) / (13 * k) - 1, lineWidth) : []).map((text) => ({
      text,
    })),
  ];
  const size = sizeOfNote({ part: '', rows }, k);
  const middle = (top + bottom - size.height) / 2;
  for (const over of ['nothing', 'lines', 'areas'] as const)
    for (const far of [0, -1, 1, -2, 2, -3, 3]) {
      const box = { x: (left + right - size.width) / 2, y: middle + far * 24 * k, ...size };
      if (!room.isFree(box, over)) continue;
      room.take(box);
      return drawNote({ part: 'of-gap', rows }, box, k, 'middle');
    }
  numbers.list(rows.map(({ text }) => text).join(' '));
  return [];
}

/** Limits, and on a phone the target: on their lines at the left, or wherever there is room along them. */
function noteLimits({ model, look, values, frame, numbers }: Scene, room: Room): readonly Tree[] {
  const { left, right, y, k, size } = frame;
  const { low = null, high = null } = model.limits ?? {};
  const { words } = look;
  const lines: readonly (readonly [part: string, word: string, value: number | null, isAbove: boolean])[] = [
    ['of-limit', words.high, high, true],
    ['of-limit', words.low, low, false],
    ['of-target', words.target, size === 'phone' && model.lines.length === 1 ? model.target : null, true],
  ];
  return lines.flatMap(([part, word, value, isAbove]) => {
    if (value === null) return [];
    const text = `${word} ${values.tellWhole(value)}`;
    const note: Note = { part, rows: [{ text, isBold: true }] };
    const box = sizeOfNote(note, k);
    for (const over of ['nothing', 'lines'] as const)
      for (const above of [isAbove, !isAbove])
        for (let part = 0; part <= 8; part++) {
          const x = left + 2 * k + ((right - left - box.width - 4 * k) * part) / 8;
          const at = { x, y: above ? y(value) - box.height - 3 * k : y(value) + 3 * k, ...box };
          if (!room.isFree(at, over)) continue;
          room.take(at);
          return drawNote(note, at, k);
        }
    numbers.list(text);
    return [];
  });
}

/** The newest points beyond a limit: when, how much, and by how much. */
function noteBreaches({ model, look, values, frame, spots }: Scene, room: Room): readonly Tree[] {
  const { k } = frame;
  return spots
    .filter(({ kind }) => kind === 'broken')
    .slice(-3)
    .reverse()
    .flatMap((spot) => {
      const value = model.lines[spot.line]!.points[spot.at]!.value!;
      const { low = null, high = null } = model.limits ?? {};
      const isAbove = !spot.isBelow;
      const by = Math.abs(marginOf(value, { low, high }));
      const { tell, unitOf } = tellQuantities(differenceUnit(model.unit), [by], look.locale);
      const second = {
        text: look.words.margin(tell(by) + unitOf(tell(by)), isAbove ? 'ceiling' : 'floor', isAbove),
      };
      const first = { text: `${model.periods[spot.at]!.name()} ${values.tellWhole(value)}`, isBold: true };
      for (const rows of frame.size === 'phone' ? [[first]] : [[first, second], [first]]) {
        const trees = setNote(
          room,
          { part: 'of-breach', rows },
          [spot.x, spot.y + (isAbove ? -5 : 5) * k],
          11 * k,
          k,
        );
        if (trees) return trees;
      }
      return [];
    });
}

/** Which periods lack, in their band. */
function noteGaps({ model, look, frame, gaps, numbers }: Scene, room: Room): readonly Tree[] {
  const { k, bottom, top } = frame;
  const trees = gaps.flatMap((gap) => {
    const [from, to] = [model.periods[gap.from]!, model.periods[gap.to]!];
    const span = from === to ? from.short : look.words.span(from.short, to.short);
    const word = look.words.lacks[gap.lack];
    const note: Note = { part: 'of-gap', rows: [{ text: span }, { text: word, isBold: true }] };
    const size = sizeOfNote(note, k);
    const band = bandOf(gap.from, gap.to, frame);
    // Its ground hides nothing: where a line is, the words stand on their casing.
    for (const over of ['nothing', 'lines'] as const)
      for (let y = bottom - size.height - 6 * k; y > top; y -= 20 * k) {
        const middle = Math.min(
          Math.max(band.x + band.width / 2, frame.left + size.width / 2),
          frame.right - size.width / 2,
        );
        const box = { x: middle - size.width / 2, y, ...size };
        if (!room.isFree(box, over)) continue;
        room.take(box);
        return [...(over === 'nothing' ? [paper(box)] : []), ...drawNote(note, box, k, 'middle')];
      }
    const name = from === to ? from.name() : look.words.span(from.name(), to.name());
    return numberAt(`${name} ${word}`, band.x + band.width / 2, (top + bottom) / 2, { frame, numbers }, room);
  });
  takeGaps(room, gaps, frame);
  return trees;
}

/** The word for a state, beside the last of each row of figures that have it, or in the list. */
function noteStates(scene: Scene, room: Room): readonly Tree[] {
  const { model, look, frame, spots, numbers } = scene;
  const { k, size } = frame;
  const unsaid = [...scene.unsaid];
  const trees = runsOf(model).flatMap((run) => {
    const spot = spots.find(({ line, at, kind }) => line === run.line && at === run.to && kind === run.state);
    // Bars have their words under them.
    if (!spot) return [];
    const isLast = lastOf(valuesOf(model.lines[run.line]!.points))?.[0] === run.to;
    // The label of the last point has its own.
    if (isLast && !model.forecast && model.lines.length === 1 && size !== 'phone') return [];
    const word = faceOf(look.locale).states[run.state];
    const text = isLast && size !== 'phone' ? `${model.periods[run.to]!.short} ${word}` : word;
    const note: Note = { part: 'of-state', rows: [{ text, isBold: true }] };
    const set = setNote(room, note, [spot.x, spot.y], 8 * k, k);
    if (!set) unsaid.push(run);
    return set ?? [];
  });
  for (const text of tellUnsaid(model, unsaid, look)) numbers.list(text);
  return trees;
}

/** The names of the schedule and of the path, where they are well apart from other lines. */
function noteLines({ model, look, frame }: Scene, room: Room): readonly Tree[] {
  if (frame.size === 'phone') return [];
  const name = (
    values: readonly (number | null)[],
    text: string,
    sides: readonly (1 | -1)[],
  ): readonly Tree[] => {
    const points = pointsOf(values, frame).filter((point) => point !== null);
    // From a third on, so that it stands at the free side of a line that rises.
    for (const part of [0.3, 0.2, 0.45, 0.6, 0.75, 0.9]) {
      const point = points[Math.round(part * (points.length - 1))];
      const trees = point && hangNote(room, { part: 'of-line', rows: [{ text }] }, point, frame.k, sides);
      if (trees) return trees;
    }
    return [];
  };
  return [
    ...name(model.schedule, look.words.schedule, [-1, 1]),
    ...name(model.path, look.words.path, [1, -1]),
  ];
}

/** How wide a line of an event's name is at most, in its font size: two of them have room in a plot. */
const longest = 15;

/** Events: in the plot beside their point, stretches of time within their bands; or as numbers. */
function noteMarks({ model, frame, numbers }: Scene, room: Room): readonly Tree[] {
  const values = model.lines[0] ? valuesOf(model.lines[0].points) : [];
  // Numbers count from left to right.
  const marks = [...model.marks].sort((a, b) => a.from - b.from);
  return marks.flatMap((mark) => {
    const middle = (mark.from + mark.to) / 2;
    const px = Math.min(Math.max(frame.x(middle), frame.left), frame.right);
    const y = heightAt(values, middle, frame);
    const rows = wrapText(mark.name, longest, lineWidth);
    const note: Note = { part: 'of-mark', rows: rows.map((text) => ({ text })) };
    const trees =
      mark.to > mark.from
        ? noteStretch(note, mark, frame, room)
        : frame.size === 'phone' || rows.length > 2
          ? null
          : hangNote(room, note, [px, y], frame.k);
    if (trees) return trees;
    return numberAt(whole(model, mark), px, y, { frame, numbers }, room);
  });
}

/** The name of a stretch of time in its band, as high as there is room. */
function noteStretch(note: Note, mark: TrendMark, frame: PlotFrame, room: Room): readonly Tree[] | null {
  const { k, x, left, right, top, bottom } = frame;
  const size = sizeOfNote(note, k);
  const [from, to] = [Math.max(x(mark.from), left), Math.min(x(mark.to), right)];
  if (size.width > to - from) return null;
  for (const over of ['nothing', 'lines'] as const)
    for (let y = top + 4 * k; y + size.height < bottom; y += 20 * k) {
      const box = { x: (from + to - size.width) / 2, y, ...size };
      if (!room.isFree(box, over)) continue;
      room.take(box);
      return drawNote(note, box, k, 'middle');
    }
  return null;
}

function whole({ periods }: TrendModel, { from, to, name }: TrendMark): string {
  const periodAt = (at: number): string =>
    periods[Math.min(Math.max(Math.round(at), 0), periods.length - 1)]?.name() ?? '';
  const [first, last] = [periodAt(from), periodAt(to > from ? to - 1e-9 : to)];
  return `${first === last ? first : `${first}–${last}`} ${name}`;
}

/** The height of a line at a place; in the middle of the plot where it has no figure. */
function heightAt(values: readonly (number | null)[], at: number, { y, top, bottom }: PlotFrame): number {
  const [before, after] = [Math.floor(at), Math.ceil(at)];
  const [one, other] = [values[before] ?? null, values[after] ?? null];
  if (one === null || other === null) {
    const known = one ?? other;
    return known === null ? (top + bottom) / 2 : y(known);
  }
  return y(one + (other - one) * (at - before));
}

/** A number at a free place over or under a point; without one, the text is in the list alone. */
function numberAt(
  text: string,
  x: number,
  y: number,
  { frame: { k }, numbers }: Pick<Scene, 'frame' | 'numbers'>,
  room: Room,
): readonly Tree[] {
  const size = { width: circle * k, height: circle * k };
  const found = hang(room, [x, y], size, k, [1, -1], ['nothing', 'lines', 'areas']);
  if (!found) {
    numbers.list(text);
    return [];
  }
  const { box, rope } = found;
  const drawn = drawNumber(numbers.add(text), [box.x + box.width / 2, box.y + box.height / 2], k);
  const ropes = drawRope(room, x, rope);
  room.take(box);
  return [...ropes, ...drawn.trees];
}

/** On a hatch, words need a ground. */
function paper({ x, y, width, height }: Box): Tree {
  return ['rect', { part: 'paper', x: place(x), y: place(y), width: place(width), height: place(height) }];
}
