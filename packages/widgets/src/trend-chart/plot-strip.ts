import { extent } from 'd3-array';
import { areaPath, linePath, place } from '../drawing/line.js';
import { hatchPath, type Box } from '../drawing/marks.js';
import { overlap } from '../drawing/room.js';
import { boxOf, drawText, type Text } from '../drawing/text.js';
import type { Tree } from '../drawing/tree.js';
import { small, sizeOf, type PlotFrame } from './plot-frame.js';
import type { PlotLook } from './plot-look.js';
import type { PlotValues } from './plot-values.js';
import type { TrendModel } from './trend-model.js';

/** The strip under a plot of sums: how far they are ahead of the schedule, period by period. */
export interface Strip {
  readonly trees: readonly Tree[];
  /** Its lower end, in px. */
  readonly end: number;
}

/** The height of its bars up and down together, in px of the design; higher where the forecast's interval is in it. */
const flat = 42;
const high = 76;

/** Whether a plot has a strip: of one sum with a schedule, where it is wide. */
export function hasStrip({ appearance, lines, schedule }: TrendModel, look: PlotLook): boolean {
  if (sizeOf(look) !== 'wide' || appearance !== 'cumulative' || lines.length !== 1) return false;
  return lines[0]!.points.some(({ value }, at) => value !== null && typeof schedule[at] === 'number');
}

/**
 * The gaps between the figures and their schedule as bars on a zero line, each with its signed figure where there is room. On a steep
 * line the fan of a forecast is low: here, without the slope, it is drawn again on the larger scale of the gaps. The unit is that of
 * the plot. There is none on a phone, nor without a schedule.
 */
export function drawStrip(
  model: TrendModel,
  look: PlotLook,
  values: PlotValues,
  frame: PlotFrame,
): Strip | null {
  if (!hasStrip(model, look)) return null;
  const { k, x, left, right } = frame;
  const { schedule, lines, forecast } = model;
  const gaps = lines[0]!.points.map(({ value, state }, at) => {
    const due = schedule[at] ?? null;
    return value === null || due === null ? null : { at, gap: value - due, state };
  });
  const known = gaps.filter((gap) => gap !== null);
  const fan = (forecast?.points ?? []).flatMap(({ at, point, interval }) => {
    const due = schedule[at] ?? null;
    return due === null ? [] : [{ at, gap: point - due, interval: interval?.map((end) => end - due) }];
  });
  const all = [
    0,
    ...known.map(({ gap }) => gap),
    ...fan.flatMap(({ gap, interval = [] }) => [gap, ...interval]),
  ];
  const [least, most] = extent(all) as [number, number];
  const height = (fan.length > 0 ? high : flat) * k;
  const scale = height / (most - least || 1);
  const title: Text = {
    part: 'unit',
    text: look.words.gap(values.unit),
    x: 0,
    y: frame.end + (small + 8) * k,
    size: small * k,
  };
  const top = title.y + 24 * k;
  const y = (gap: number): number => top + (most - gap) * scale;
  const zero = y(0);
  const half = Math.min(11 * k, frame.apart * 0.36);
  const bar = (at: number, gap: number): Box => ({
    x: x(at) - half,
    y: Math.min(y(gap), zero),
    width: 2 * half,
    height: Math.abs(y(gap) - zero),
  });
  const outline = ({ x, y, width, height }: Box): string =>
    `M${place(x)},${place(y)}h${place(width)}v${place(height)}h${place(-width)}z`;
  const bars = (['ahead', 'behind'] as const).flatMap((part): Tree[] => {
    const mine = known.filter(({ gap }) => gap >= 0 === (part === 'ahead'));
    const [open, full] = [true, false].map((isOpen) =>
      mine.filter(({ state }) => (state === 'provisional' || state === 'estimate') === isOpen),
    ) as [typeof mine, typeof mine];
    const boxes = open.map(({ at, gap }) => bar(at, gap));
    return [
      ...(full.length > 0
        ? [
            [
              'path',
              { part: `gap-bar ${part}`, d: full.map(({ at, gap }) => outline(bar(at, gap))).join('') },
            ] as Tree,
          ]
        : []),
      ...(open.length > 0
        ? [
            [
              'path',
              {
                part: `gap-hatch ${part}`,
                d: boxes.map((box) => hatchPath(box, 6 * k)).join(''),
                'stroke-width': place(2.2 * k),
              },
            ] as Tree,
            [
              'path',
              { part: `gap-open ${part}`, d: boxes.map(outline).join(''), 'stroke-width': place(1.5 * k) },
            ] as Tree,
          ]
        : []),
    ];
  });
  const last = known.at(-1)!;
  const texts = figuresOf(known, fan, values, frame, y, zero);
  const end = top + height + 20 * k;
  return {
    trees: [
      ...drawFan([...(last.at + 1 === fan[0]?.at ? [last] : []), ...fan], x, y, k),
      ...bars,
      [
        'line',
        {
          part: 'zero',
          x1: place(left),
          x2: place(right),
          y1: place(zero),
          y2: place(zero),
          'stroke-width': 1,
        },
      ],
      drawText(title),
      drawText({
        part: 'tick',
        text: '0',
        x: left - 10 * k,
        y: zero + 4.5 * k,
        size: small * k,
        anchor: 'end',
      }),
      ...(['ahead', 'behind'] as const)
        .filter((part) => known.some(({ gap }) => gap >= 0 === (part === 'ahead')))
        .map((part, _, shown) => {
          const side = shown.length === 1 ? 0 : part === 'ahead' ? -12 : 12;
          return drawText({
            part: `label of-${part}`,
            text: look.words[part],
            x: right + 22 * k,
            y:
              (shown.length === 1
                ? top + height / 2
                : Math.min(Math.max(zero, top + 20 * k), top + height - 8 * k)) +
              (side + 4.5) * k,
            size: small * k,
          });
        }),
      ...texts.map(drawText),
    ],
    end,
  };
}

/** The fan over the schedule: from the last figure on. */
function drawFan(
  points: readonly {
    readonly at: number;
    readonly gap: number;
    readonly interval?: readonly number[] | undefined;
  }[],
  x: (at: number) => number,
  y: (gap: number) => number,
  k: number,
): readonly Tree[] {
  if (points.length === 0) return [];
  const area = areaPath(
    points.map(({ at, gap, interval: [low, high] = [gap, gap] }) => [x(at), y(low!), y(high!)]),
  );
  const line = linePath(points.map(({ at, gap }) => [x(at), y(gap)]));
  return [
    ['path', { part: 'fan', d: area }],
    ['path', { part: 'forecast', d: line, 'stroke-width': place(2 * k), 'stroke-dasharray': '5 3' }],
  ];
}

/** The signed figures over and under the bars: from the last one back, each where it touches none. */
function figuresOf(
  known: readonly { readonly at: number; readonly gap: number }[],
  fan: readonly {
    readonly at: number;
    readonly gap: number;
    readonly interval?: readonly number[] | undefined;
  }[],
  { tell }: PlotValues,
  { x, k, right, left }: PlotFrame,
  y: (gap: number) => number,
  zero: number,
): readonly Text[] {
  const signed = (gap: number): string => (gap > 0 ? '+' : '') + tell(gap);
  const wanted = known.map(({ at, gap }) => ({ at, gap, edge: gap }));
  const end = fan.at(-1);
  if (end) {
    wanted.push({ at: end.at, gap: end.interval?.[1] ?? end.gap, edge: end.interval?.[1] ?? end.gap });
    if (end.interval) wanted.push({ at: end.at, gap: end.interval[0]!, edge: end.interval[0]! });
  }
  const texts: Text[] = [];
  wanted.reverse().forEach(({ at, gap, edge }, one) => {
    // The ends of the interval stand at their marks, also where both are on one side of zero.
    const isEnd = end?.interval !== undefined && one < 2;
    const isOver = isEnd ? one === 1 : gap >= 0;
    const text: Text = {
      part: 'figure',
      text: signed(gap),
      x: x(at),
      y: isEnd
        ? y(edge) + (isOver ? -5 : 15) * k
        : isOver
          ? Math.min(y(edge), zero) - 5 * k
          : Math.max(y(edge), zero) + 15 * k,
      size: small * k,
      anchor: 'middle',
    };
    const box = boxOf(text);
    if (box.x < left || box.x + box.width > right + 12 * k) return;
    // Between its mark and the zero line there may be no room; the label of the forecast has the interval, too.
    if (isEnd && gap !== 0 && isOver !== gap > 0 && box.y < zero && box.y + box.height > zero) return;
    if (texts.every((other) => !overlap(boxOf(other), box))) texts.push(text);
  });
  return texts;
}
