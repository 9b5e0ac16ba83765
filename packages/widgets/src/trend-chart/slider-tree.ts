import type { Tree } from '../drawing/tree.js';

/** More stops than these have no marks of their own. */
const mostStops = 60;

/** The track of the slider below a plot, with a stop at every period, and its thumb: all at the plot's own places. */
export function sliderTree(
  x: (index: number) => number,
  {
    count,
    at,
    width,
    height,
  }: { readonly count: number; readonly at: number; readonly width: number; readonly height: number },
): Tree {
  const middle = height / 2;
  const [from, to] = [x(0), x(count - 1)];
  const stops = count <= mostStops ? Array.from({ length: count }, (_, stop) => stop) : [];
  const round = (length: number): number => +length.toFixed(2);
  /** Lines without a length and with round ends, all in one element. */
  const dots = (part: string, places: readonly number[]): Tree => [
    'path',
    {
      part,
      d: places.map((stop) => `M${round(x(stop))} ${middle}h0`).join(''),
      'stroke-width': 3,
      'stroke-linecap': 'round',
    },
  ];
  return [
    'svg',
    { class: 'slider', width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' },
    [
      'path',
      {
        part: 'slider-track',
        d: `M${round(from)} ${middle}H${round(to)}`,
        'stroke-width': 6,
        'stroke-linecap': 'round',
      },
    ],
    [
      'path',
      {
        part: 'slider-done',
        d: `M${round(from)} ${middle}H${round(x(at))}`,
        'stroke-width': 6,
        'stroke-linecap': 'round',
      },
    ],
    dots('slider-stop passed', stops.slice(0, at + 1)),
    dots('slider-stop', stops.slice(at + 1)),
    ['circle', { part: 'slider-ring', cx: round(x(at)), cy: middle, r: 13.5, 'stroke-width': 1.5 }],
    ['circle', { part: 'slider-thumb', cx: round(x(at)), cy: middle, r: 12 - 1.5 }],
  ];
}
