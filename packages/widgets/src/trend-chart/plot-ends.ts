import { place, type Point } from '../drawing/line.js';
import { heightOf, stackLabels } from '../drawing/labels.js';
import type { Box } from '../drawing/marks.js';
import { boxOf, drawText, type Text } from '../drawing/text.js';
import { lineWidth, wrapText } from '../drawing/text-width.js';
import type { Tree } from '../drawing/tree.js';
import { faceOf } from '../locale/locale.js';
import { partOf } from './plot-lines.js';
import { small, sizeOf, type PlotFrame } from './plot-frame.js';
import { drawNumber, type Numbers } from './plot-numbers.js';
import type { PlotLook } from './plot-look.js';
import { hasStrip } from './plot-strip.js';
import { lastOf, valuesOf, type PlotValues } from './plot-values.js';
import type { TrendModel } from './trend-model.js';

/** A label beside the frame, at the height of a figure. */
export interface EndLabel {
  readonly part: string;
  /** The period and the figure that it is for; without a period it is for the whole width. */
  readonly at: number | null;
  readonly value: number;
  readonly rows: readonly { readonly text: string; readonly isBold?: boolean }[];
  /** Right aligned in the last column, beside the first row. */
  readonly figure?: string;
  /** It says everything in one line, for the list. */
  readonly whole: string;
  /** A name that is too long to stand here. */
  readonly isLong?: boolean;
}

/** Sizes of labels in px of the design. */
const letter = 14;
const row = 19;
const between = 2;
/** From the frame to the labels, with their leaders. */
const lead = 22;

/** The labels beside a plot, and the width that they need; on a phone only numbers stand there, and only of several lines. */
export function endLabels(
  model: TrendModel,
  look: PlotLook,
  values: PlotValues,
): { readonly labels: readonly EndLabel[]; readonly width: number } {
  const k = look.em / 16;
  const size = sizeOf(look);
  const labels = model.lines.length > 1 ? namesOfLines(model, look, values) : ofOne(model, look, values);
  if (size === 'phone') {
    const numbered = model.lines.length > 1 ? labels.map((label) => ({ ...label, isLong: true })) : [];
    return { labels: numbered, width: numbered.length > 0 ? (lead + 22) * k : 0 };
  }
  const widthOf = ({ rows, figure }: EndLabel): number =>
    Math.max(...rows.map(({ text, isBold }) => lineWidth(text, isBold))) * letter * k +
    (figure === undefined ? 0 : (lineWidth(figure, true) * letter + 12) * k);
  const most = look.width * 0.36;
  const fitted = labels.map((label) => (widthOf(label) > most ? { ...label, isLong: true } : label));
  const width = Math.max(0, ...fitted.map((label) => (label.isLong ? 20 * k : widthOf(label))));
  // The words of the strip under the plot stand in the same column.
  const strip = hasStrip(model, look)
    ? [look.words.ahead, look.words.behind].map((word) => lineWidth(word) * small * k)
    : [];
  const all = Math.max(width, ...strip);
  return { labels: fitted, width: all > 0 ? all + lead * k : 0 };
}

function namesOfLines(
  model: TrendModel,
  look: PlotLook,
  { tell, tellColumn, tellWhole }: PlotValues,
): readonly EndLabel[] {
  const k = look.em / 16;
  const most = (look.width * 0.36) / (letter * k);
  const ends = model.lines.flatMap((line) => {
    const last = lastOf(valuesOf(line.points));
    return last ? [{ line, last }] : [];
  });
  const figures = tellColumn(ends.map(({ last }) => last[1]));
  const newest = Math.max(...ends.map(({ last }) => last[0]));
  // The figure of a line that ends before the others is one of another period.
  const nameOf = ({ name }: { readonly name: string }, at: number): string =>
    at < newest ? `${name} ${model.periods[at]!.short}` : name;
  return [
    ...ends.map(({ line, last }, row): EndLabel => {
      const figure = figures[row]!;
      const part = partOf(model, line);
      const name = nameOf(line, last[0]);
      const rows = wrapText(name, most - lineWidth(figure, true) - 1, (text) =>
        lineWidth(text, line.chosen),
      ).map((text) => ({
        text,
        ...(line.chosen && { isBold: true }),
      }));
      return {
        part,
        at: last[0],
        value: last[1],
        rows,
        figure,
        whole: `${name} ${tellWhole(last[1])}`,
        ...(rows.length > 2 && { isLong: true }),
      };
    }),
    ...ofTarget(model, look, tell),
  ];
}

function ofTarget(
  { target }: TrendModel,
  { words }: PlotLook,
  tell: PlotValues['tell'],
): readonly EndLabel[] {
  if (target === null) return [];
  const text = `${words.target} ${tell(target)}`;
  return [{ part: 'of-target', at: null, value: target, rows: [{ text, isBold: true }], whole: text }];
}

/** The labels of a chart of one thing: where it goes, or where it is; the target; the year before. */
function ofOne(model: TrendModel, look: PlotLook, values: PlotValues): readonly EndLabel[] {
  const { words } = look;
  const { tell, tellWhole } = values;
  const labels: EndLabel[] = [];
  const end = model.forecast?.points.at(-1);
  const line = model.lines[0];
  const last = line && lastOf(valuesOf(line.points));
  if (end) {
    const text = words.forecast(tell(end.point));
    const range =
      end.interval &&
      words.interval(
        faceOf(look.locale).share(model.forecast!.level).replace('.0', ''),
        tell(end.interval[0]),
        tell(end.interval[1]),
      );
    labels.push({
      part: 'chosen-1',
      at: end.at,
      value: end.point,
      rows: [{ text, isBold: true }, ...(range && sizeOf(look) === 'wide' ? [{ text: range }] : [])],
      whole: range ? `${text} ${range}` : text,
    });
  } else if (last) {
    const { state } = line.points[last[0]]!;
    const word = state === 'final' ? '' : faceOf(look.locale).states[state];
    const period = `${model.periods[last[0]]!.short} ${word}`.trimEnd();
    const figure = tellWhole(last[1]);
    labels.push({
      part: 'chosen-1',
      at: last[0],
      value: last[1],
      rows:
        sizeOf(look) === 'wide'
          ? [{ text: period }, { text: figure, isBold: true }]
          : [{ text: figure, isBold: true }, ...(word ? [{ text: word }] : [])],
      whole: `${period} ${figure}`,
    });
  }
  labels.push(...ofTarget(model, look, tell));
  const before = lastOf(model.lastYear);
  if (before) {
    const text = `${words.lastYear} ${tell(before[1])}`;
    labels.push({ part: 'of-last-year', at: before[0], value: before[1], rows: [{ text }], whole: text });
  }
  return labels;
}

/** The labels beside the frame, none of which touches another, each with a leader to its point. */
export function drawEnds(
  labels: readonly EndLabel[],
  frame: PlotFrame,
  numbers: Numbers,
): { readonly trees: readonly Tree[]; readonly boxes: readonly Box[] } {
  const { k, right, top, bottom, width, x, y } = frame;
  const [from, to] = [top - 8 * k, bottom + 24 * k];
  const shown = [...labels];
  const heights = (): { at: number; height: number }[] =>
    shown.map(({ rows, value, isLong }) => ({
      at: y(value),
      height: (isLong ? 20 : rows.length * row) * k,
    }));
  // Where the column is too short, names of two lines become numbers; last, labels go to the list alone.
  while (heightOf(heights(), between * k) > to - from) {
    const tall = shown.map(({ rows, isLong }) => !isLong && rows.length > 1).lastIndexOf(true);
    if (tall >= 0) shown[tall] = { ...shown[tall]!, isLong: true };
    else numbers.list(shown.pop()!.whole);
  }
  const wanted = heights();
  const places = stackLabels(wanted, from, to, between * k);
  const trees: Tree[] = [];
  const boxes: Box[] = [];
  const column = right + lead * k;
  // Numbers are given from the top.
  const order = shown.map((_, at) => at).sort((a, b) => places[a]! - places[b]!);
  for (const at of order) {
    const label = shown[at]!;
    const middle = places[at]!;
    const point: Point = [label.at === null ? right : x(label.at), y(label.value)];
    trees.push(leader(point, [column, middle], label.at === null ? 2 * k : 7 * k, k));
    if (label.isLong) {
      const number = drawNumber(numbers.add(label.whole), [column + 10 * k, middle], k);
      trees.push(...number.trees);
      boxes.push(number.box);
      continue;
    }
    const first = middle - ((label.rows.length - 1) / 2) * row * k;
    const texts = label.rows.map(({ text, isBold }, line): Text => ({
      part: line > 0 && !isBold ? 'label of-last-year' : `label ${label.part}`,
      text,
      x: column,
      y: first + line * row * k + 5 * k,
      size: (label.rows.length > 1 && !isBold ? 13 : letter) * k,
      ...(isBold && { isBold }),
    }));
    if (label.figure !== undefined)
      texts.push({
        ...texts[0]!,
        text: label.figure,
        x: width,
        anchor: 'end',
      });
    trees.push(...texts.map(drawText));
    boxes.push(...texts.map(boxOf));
  }
  return { trees, boxes };
}

function leader([x, y]: Point, [toX, toY]: Point, away: number, k: number): Tree {
  const from = Math.min(x + away, toX - 9 * k);
  return [
    'path',
    {
      part: 'leader',
      d: `M${place(from)},${place(y)}L${place(toX - 9 * k)},${place(toY)}H${place(toX - 3 * k)}`,
      'stroke-width': 1,
    },
  ];
}
