import { place } from '../drawing/line.js';
import { overlap } from '../drawing/room.js';
import { boxOf, type Text } from '../drawing/text.js';
import { lineWidth, wrapText } from '../drawing/text-width.js';
import type { Tree } from '../drawing/tree.js';
import { faceOf } from '../locale/locale.js';
import { hasYearLine, small, wordsUnder, type PlotFrame } from './plot-frame.js';
import type { PlotLook } from './plot-look.js';
import type { Run } from './plot-runs.js';
import type { PlotValues } from './plot-values.js';
import type { TrendModel } from './trend-model.js';

/** The ground of the figures: the lines of ticks, and the texts along both axes. */
export interface Axes {
  readonly lines: readonly Tree[];
  readonly texts: readonly Text[];
  /** The states of bars whose words have no room. */
  readonly unsaid: readonly Run[];
}

/** The axes of a plot, and the line above it that tells the unit. */
export function drawAxes(model: TrendModel, look: PlotLook, values: PlotValues, frame: PlotFrame): Axes {
  const { k, left, right, bottom } = frame;
  const [states, unsaid] = stateWords(model, look, frame);
  return {
    lines: [
      ...values.ticks.map(({ value }) => level(value === 0 ? 'zero' : 'grid', left, right, frame.y(value))),
      // The foot of a plot without zero, or far below it.
      ...(values.ticks.some(({ value }) => value === 0 && frame.y(value) > bottom - 1)
        ? []
        : [level('foot', left, right, bottom)]),
      [
        'path',
        {
          part: 'notch',
          d: [
            ...frame.periods.names,
            ...(frame.periods.isByYear ? frame.periods.years.map(({ at }) => at) : []),
          ]
            .map((at) => `M${place(frame.x(at))},${place(bottom)}v${place(5 * k)}`)
            .join(''),
          'stroke-width': 1,
        },
      ],
    ],
    texts: [
      ...unitLines(look, values).map((text, row): Text => ({
        part: 'unit',
        text,
        x: 0,
        y: (small + row * 18) * k,
        size: small * k,
      })),
      ...tickNames(model, values, frame),
      ...periodNames(model, frame),
      ...states,
    ],
    unsaid,
  };
}

function level(part: string, from: number, to: number, y: number): Tree {
  return ['line', { part, x1: place(from), x2: place(to), y1: place(y), y2: place(y), 'stroke-width': 1 }];
}

/** The text above the axis: the unit, and where the axis begins if that is not zero. */
export function unitLines({ words, width, em }: PlotLook, values: PlotValues): readonly string[] {
  const text = words.unit(values.unit, values.axis.isCut ? nearestTick(values) : null);
  return wrapText(text, (width / em) * (16 / small), lineWidth);
}

/** The end of the axis that is nearest to zero is a tick. */
function nearestTick({ ticks, axis }: PlotValues): string {
  return (axis.from > 0 ? ticks[0]! : ticks.at(-1)!).text;
}

/** The names of the ticks of figures. */
export function tickNames(model: TrendModel, { ticks }: PlotValues, frame: PlotFrame): readonly Text[] {
  const { k, left, isInside, y } = frame;
  const size = small * k;
  return ticks.flatMap(({ value, text }): Text[] => {
    if (!isInside)
      return [{ part: 'tick', text, x: left - 10 * k, y: y(value) + 4.5 * k, size, anchor: 'end' }];
    // The label of the target stands there.
    if (value === model.target && model.lines.length === 1) return [];
    return [{ part: 'tick', text, x: left, y: y(value) - 6 * k, size }];
  });
}

/** A text under a place of the axis, within the drawing. */
function under(
  x: number,
  text: string,
  below: number,
  { k, bottom, width }: PlotFrame,
  isBold = false,
): Text {
  const size = small * k;
  const half = (lineWidth(text, isBold) * size) / 2;
  return {
    part: 'tick',
    text,
    x: Math.max(Math.min(x, width - half), half),
    y: bottom + below * k,
    size,
    anchor: 'middle',
    isBold,
  };
}

function periodNames({ periods }: TrendModel, frame: PlotFrame): readonly Text[] {
  const { names, years, isByYear } = frame.periods;
  return [
    ...names.map((at) => under(frame.x(at), periods[at]!.short, 21, frame)),
    ...years.map(({ at, x }) => ({
      ...under(x, periods[at]!.year, isByYear ? 21 : 39, frame),
      part: 'tick year',
    })),
  ];
}

/** The name of a period once more, for a cursor; `null` where the axis does not show it. */
export function cursorName({ periods }: TrendModel, frame: PlotFrame, at: number): Text | null {
  if (!frame.periods.names.includes(at)) return null;
  return { ...under(frame.x(at), periods[at]!.short, 21, frame, true), part: 'note', isCased: true };
}

/** Under bars, the words for those that are not settled: the newest ones where not all have room. */
function stateWords(
  model: TrendModel,
  { locale }: PlotLook,
  frame: PlotFrame,
): readonly [said: readonly Text[], unsaid: readonly Run[]] {
  const texts: Text[] = [];
  const unsaid: Run[] = [];
  const below = hasYearLine(frame) ? 57 : 39;
  for (const run of [...wordsUnder(model)].sort((a, b) => b.to - a.to)) {
    const word = {
      ...under(frame.x(run.to), faceOf(locale).states[run.state], below, frame, true),
      part: 'tick of-state',
    };
    if (texts.every((other) => !overlap(boxOf(other), boxOf(word)))) texts.push(word);
    // One word under a period is that of all its bars.
    else if (!texts.some(({ x, text }) => x === word.x && text === word.text)) unsaid.push(run);
  }
  return [texts, unsaid];
}
