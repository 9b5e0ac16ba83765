import type { PublishedVerdict } from '@zj/metrics';
import type { Tree } from '../drawing/tree.js';
import { textWidth } from '../drawing/text-width.js';
import { dueSize } from './due.js';
import type { Pen } from './pen.js';
import { doneOf, hasForecast, scaleOf } from './scale.js';
import { trackOf, type Appearance } from './track.js';

/** How a verdict is drawn. */
export interface Drawing {
  readonly appearance: Appearance;
  readonly pen: Pen;
  /** The word at the mark of the schedule. */
  readonly due: string;
  /** Whether a forecast is drawn, if there is one. */
  readonly forecast: boolean;
}

/** The arrows beside the two ends of the scale. */
export interface Beyond {
  readonly below: readonly Tree[];
  readonly above: readonly Tree[];
}

/**
 * The drawing of a verdict, an SVG element: the whole way, the part that is done, the mark of the schedule with its word and,
 * outside the track, the forecast. Each line has a `part` with its name; `number` has no drawing.
 */
export function drawGauge(verdict: PublishedVerdict, drawing: Drawing): Tree {
  const { actual, schedule, forecast, status } = verdict;
  const track = trackOf(drawing.appearance, drawing.pen);
  if (!track) return ['svg', {}];
  const { segments, share } = scaleOf(verdict);
  const bars = (part: string, to: number): Tree[] => {
    if (!segments) return to > 0 ? [track.bar(part, 0, to)] : [];
    const step = (1 + track.gap) / segments;
    return Array.from({ length: Math.ceil(to * segments - 1e-9) }, (_, at) =>
      track.bar(part, at * step, at * step + (step - track.gap) * Math.min(to * segments - at, 1)),
    );
  };
  const done = clamp((segments ? actual && share!(actual) : null) ?? doneOf(verdict));
  const isDrawn = drawing.forecast && hasForecast(verdict) && share && !segments;
  const foreseen = isDrawn ? share(forecast!.point) : null;
  const dot = foreseen !== null && foreseen >= 0 && foreseen <= 1 ? foreseen : null;
  const due = schedule && !segments ? clamp(schedule.expected) : null;
  return [
    'svg',
    { ...track.frame, 'aria-hidden': 'true' },
    ...(status === 'no-data' && actual === null ? [track.dashes('track')] : bars('track', 1)),
    ...bars('done', done),
    ...(due === null ? [] : markDue(done, due)),
    ...(due === null
      ? []
      : track.word('due', drawing.due, textWidth(drawing.due) * dueSize * 1.04, due, dot)),
    ...(dot === null ? [] : [track.dot('forecast', dot, due)]),
    ...(drawing.appearance === 'ring' ? aboveRing(verdict, drawing) : []),
  ];

  /** A mark across the track in a casing; outside of it where the casing would hide the tip of the attained part. */
  function markDue(done: number, due: number): readonly Tree[] {
    const isHiding = done > 0 && Math.abs(done - due) < track!.near;
    if (isHiding) return [track!.tick('schedule', due, 4, -drawing.pen.thickness - 2, 8)];
    return [track!.tick('notch', due, 7, 3, 5), track!.tick('schedule', due, 3, 3, 5)];
  }
}

/**
 * Arrows for a figure or a forecast that lies outside the scale; they are not to scale, the amount is in words. A ring has its own
 * above alone; a figure alone has no scale.
 */
export function drawBeyond(
  verdict: PublishedVerdict,
  { appearance, forecast: isWanted }: Pick<Drawing, 'appearance' | 'forecast'>,
): Beyond {
  if (appearance === 'number') return { below: [], above: [] };
  const { share, segments } = scaleOf(verdict);
  const foreseen =
    isWanted && hasForecast(verdict) && share && !segments ? share(verdict.forecast!.point) : 0;
  const done = doneOf(verdict);
  // Beyond an end that the figure has passed, its forecast says no more.
  const arrows = (isOutside: (place: number) => boolean, way: 1 | -1): readonly Tree[] =>
    isOutside(done) ? [arrow('done', way)] : isOutside(foreseen) ? [arrow('forecast', way)] : [];
  return {
    below: appearance === 'ring' ? [] : arrows((place) => place < 0, -1),
    above: arrows((place) => place > 1, 1),
  };
}

/** The arrow over twelve o'clock of a ring, from a small line that marks the target. */
function aboveRing(verdict: PublishedVerdict, { pen, ...drawing }: Drawing): readonly Tree[] {
  const [first] = drawBeyond(verdict, drawing).above;
  if (!first || typeof first === 'string') return [];
  const top = -pen.size * 0.45;
  const [, attributes, ...lines] = first;
  const at = (y: number): string => (top + y).toFixed(2).replace(/\.?0+$/, '');
  return [
    [
      'g',
      { ...attributes, viewBox: false },
      ['path', { part: 'finish', d: `M0 ${at(-2)}v-12`, 'stroke-width': 1.5 }],
      ['g', { transform: `translate(4 ${at(-15)})` }, ...lines],
    ],
  ];
}

/** A bar with a head for a figure, a ring on a line with a head for a forecast: 25 units wide and 14 high. */
function arrow(part: 'done' | 'forecast', way: 1 | -1): Tree {
  const x = (at: number): number => (way > 0 ? at : 25 - at);
  const lines: readonly Tree[] =
    part === 'done'
      ? [['path', { d: `M${x(0)} 7H${x(14)}`, 'stroke-width': 5, 'stroke-linecap': 'butt' }], head(13, 10, 7)]
      : [
          ['circle', { cx: x(5.75), cy: 7, r: 4.5, 'stroke-width': 2.5 }],
          ['path', { d: `M${x(11.5)} 7H${x(18)}`, 'stroke-width': 2, 'stroke-linecap': 'butt' }],
          head(17.5, 7, 5),
        ];
  return ['svg', { part, class: way < 0 && 'below', viewBox: '0 0 25 14', 'aria-hidden': 'true' }, ...lines];

  function head(from: number, long: number, half: number): Tree {
    return [
      'path',
      {
        fill: 'currentColor',
        stroke: 'none',
        d: `M${x(from)} ${7 - half}L${x(from + long)} 7L${x(from)} ${7 + half}z`,
      },
    ];
  }
}

function clamp(place: number): number {
  return Math.min(Math.max(place, 0), 1);
}
