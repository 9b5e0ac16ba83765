import { hatchPath } from '../drawing/marks.js';
import type { Tree } from '../drawing/tree.js';
import type { PeriodModel } from './model.js';

/** The heights of the parts of the drawing, in px: the bars, the track below them with its handles, the years. */
export const measures = { bars: 96, track: 118, years: 130, height: 152 } as const;

/** More bars than these say nothing more: neighbours share one, as high as the highest. */
const most = 160;

/** No plot is wider, in px. */
const widest = 1600;

/** A bar of a period that is not over: hatched, as charts draw provisional figures. It cuts its stripes, which need no width then. */
function openBar(box: Readonly<Record<string, string | number>>, width: number): Tree {
  const stripes = hatchPath({ x: 0, y: 0, width, height: measures.bars }, 5);
  return ['svg', box, ['path', { d: stripes }], ['rect', { width: '100%', height: '100%' }]];
}

/** A piece of such a bar, for words beside it. */
export const sampleTree: Tree = openBar({ class: 'open', width: 12, height: 12, 'aria-hidden': 'true' }, 12);

/** A place on the plot as a percentage of its width; a drawing without a viewBox needs no width. */
function percent(at: number, count: number): string {
  return `${Math.round((at / count) * 1e5) / 1e3}%`;
}

/** The small chart of the periods with the range that is chosen. Colours are those of the sheet. */
export function plotTree({ bars, periods, range, partial }: PeriodModel): Tree {
  const count = bars.length;
  const each = Math.ceil(count / most);
  const known = bars.map((bar) => bar ?? 0);
  const high = Math.max(0, ...known);
  const low = Math.min(0, ...known);
  const y = (value: number): number => 4 + ((high - value) / (high - low || 1)) * (measures.bars - 4);
  const { from, to } = range ?? { from: -1, to: -2 };
  const drawn: Tree[] = [];
  for (let at = 0; at < count; at += each) {
    const part = known.slice(at, at + each);
    const value = part.reduce((one, other) => (Math.abs(other) > Math.abs(one) ? other : one), 0);
    const [top, bottom] = [y(Math.max(value, 0)), y(Math.min(value, 0))];
    const isOpen = partial !== undefined && at <= partial && partial < at + part.length;
    const isIn = at + part.length > from && at <= to;
    const box = {
      key: `bar ${at}`,
      class: `${isOpen ? 'open' : 'bar'}${isIn ? ' in' : ''}`,
      x: percent(at + 0.12 * each, count),
      width: percent(0.76 * Math.min(each, count - at), count),
      y: top.toFixed(1),
      height: Math.max(bottom - top, value === 0 ? 0 : 1).toFixed(1),
    };
    drawn.push(isOpen ? openBar(box, (widest / count) * each) : ['rect', box]);
  }
  const window: Tree[] = range
    ? [
        [
          'rect',
          {
            key: 'window',
            class: 'window',
            x: percent(from, count),
            width: percent(to + 1 - from, count),
            y: 0,
            height: measures.bars,
          },
        ],
      ]
    : [];
  const handle = (at: number, name: string): Tree => [
    'circle',
    { key: name, class: `handle ${name}`, cx: percent(at, count), cy: measures.track, r: 10 },
  ];
  const track: Tree[] = [
    ['rect', { class: 'track', x: 0, width: '100%', y: measures.track - 2.5, height: 5, rx: 2.5 }],
    ...(range
      ? [
          [
            'rect',
            {
              key: 'chosen',
              class: 'track in',
              x: percent(from, count),
              width: percent(to + 1 - from, count),
              y: measures.track - 2.5,
              height: 5,
            },
          ] as Tree,
          handle(from, 'first'),
          handle(to + 1, 'last'),
        ]
      : []),
  ];
  return [
    'svg',
    { class: 'plot', width: '100%', height: measures.height, 'aria-hidden': 'true' },
    ...window,
    ...drawn,
    ['rect', { class: 'base', x: 0, width: '100%', y: y(0), height: 1 }],
    ...yearTrees(periods.starts, range),
    ...track,
  ];
}

/** The years below the track, so many that they have room: at most six. */
function yearTrees(starts: readonly string[], range: PeriodModel['range']): readonly Tree[] {
  const count = starts.length;
  const firsts = starts.flatMap((start, at) =>
    at === 0 || start.slice(0, 4) !== starts[at - 1]!.slice(0, 4) ? [at] : [],
  );
  const step = Math.ceil(firsts.length / 6);
  return firsts
    .filter((_, at) => at % step === 0)
    .filter((at, place, all) => place === 0 || at - all[place - 1]! > count / 9)
    .flatMap((at): readonly Tree[] => {
      const isIn = range && at <= range.to && at >= range.from;
      // The last one would reach beyond the edge.
      const atEnd = at > count * 0.86;
      return [
        [
          'rect',
          { key: `tick ${at}`, class: 'tick', x: percent(at, count), width: 1, y: measures.bars, height: 6 },
        ],
        [
          'text',
          {
            key: `year ${at}`,
            class: isIn ? 'year in' : 'year',
            x: atEnd ? '100%' : percent(at, count),
            y: measures.years,
            dy: '1em',
            'text-anchor': atEnd ? 'end' : 'start',
          },
          starts[at]!.slice(0, 4),
        ],
      ];
    });
}
