import type { PublishedVerdict } from '@zj/metrics';
import { scaleOf } from './scale.js';
import { tracks, type Appearance } from './track.js';
import type { Tree } from '../drawing/tree.js';

/** Between two segments, as a share of the scale. */
const gap = 0.015;

/**
 * The drawing of a verdict, an SVG element: the whole way, the part that is done, the mark of the schedule and, outside the
 * track, the forecast. Each line has a `part` with its name; `number` has no drawing.
 */
export function drawGauge(verdict: PublishedVerdict, appearance: Appearance): Tree {
  const { actual, attainment, schedule, forecast, status } = verdict;
  const track = tracks[appearance];
  if (!track) return ['svg', {}];
  const { low, high, segments, share } = scaleOf(verdict);
  const place = (at: number): number => Math.min(Math.max((at - low) / (high - low), 0), 1);
  const bars = (part: string, from: number, to: number): Tree[] => {
    if (!segments) return to > from ? [track.bar(part, from, to)] : [];
    const step = (1 + gap) / segments;
    return Array.from({ length: Math.ceil(to * segments - 1e-9) }, (_, at) =>
      track.bar(part, at * step, at * step + (step - gap) * Math.min(to * segments - at, 1)),
    );
  };
  // A level that is reached may have no way to it.
  const done = (segments ? actual && share!(actual) : attainment) ?? (status === 'achieved' ? 1 : 0);
  const notches = [
    ...(low < 0 ? [0] : []),
    // Two notches mark a track that is cut off.
    ...(done > high ? [high * 0.98, high * 0.96] : done < low ? [low * 0.98, low * 0.96] : []),
  ];
  const band = (share && forecast?.interval?.map((figure) => place(share(figure)))) ?? [];
  return [
    'svg',
    { ...track.frame, 'aria-hidden': 'true' },
    ...bars('track', 0, 1),
    ...bars('done', place(Math.min(done, 0)), place(Math.max(done, 0))),
    ...notches.map((at) => track.tick('notch', place(at), 3, 0)),
    ...(high > 1 ? [track.tick('finish', place(1), 2.5, 4)] : []),
    ...(schedule && !segments
      ? [
          track.tick('notch', place(schedule.expected), 8, 4),
          track.tick('schedule', place(schedule.expected), 3.5, 5),
        ]
      : []),
    ...(band.length > 0 ? [track.band('forecast', Math.min(...band), Math.max(...band))] : []),
    ...(share && forecast ? [track.dot('forecast', place(share(forecast.point)))] : []),
  ];
}
