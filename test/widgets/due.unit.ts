import type { PublishedVerdict } from '@zj/metrics';
import type { Attributes, Tree } from '@zj/widgets';
import { describe, expect, test } from 'vitest';
import { textWidth } from '../../packages/widgets/src/drawing/text-width.js';
import { drawGauge } from '../../packages/widgets/src/goal-gauge/drawing.js';
import { dueSize, placeDue, type Box } from '../../packages/widgets/src/goal-gauge/due.js';
import { pen } from '../../packages/widgets/src/goal-gauge/pen.js';
import type { Appearance } from '../../packages/widgets/src/goal-gauge/track.js';
import { foreseen, revenue } from '../../stories/verdicts.js';

const steps = Array.from({ length: 501 }, (_, at) => at / 500);
const words = ['时序', 'Due'] as const;

const verdict = revenue();

/** The verdict with its schedule at a share of its way, and a forecast at another one or none. */
function due(expected: number, forecast: number | null): PublishedVerdict {
  return {
    ...(forecast === null ? { ...verdict, forecast: null } : foreseen(verdict, forecast * 6000)),
    schedule: { ...verdict.schedule!, expected },
  };
}

/** The attributes of a part of a drawing; none if it is not drawn. */
function part(drawing: Tree, name: string): Attributes | undefined {
  return (drawing as Exclude<Tree, string>)
    .slice(2)
    .map((line) => (line as Exclude<Tree, string>)[1])
    .find((attributes) => attributes.part === name);
}

/** The box of a word in units; a line of text stands on a base somewhat above its lower edge. */
function boxOf({ x, y, dy, 'text-anchor': anchor }: Attributes, word: string, size = dueSize): Box {
  const bottom = Number(y) + (parseFloat(`${dy}`) + 0.15) * size;
  const width = textWidth(word) * size;
  const left = Number(x) - (anchor === 'end' ? width : 0);
  return { left, right: left + width, top: bottom - size, bottom };
}

/** How far a point is from a box. */
function distance(x: number, y: number, { left, right, top, bottom }: Box): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

/** For each share of the schedule, forecasts: none, near it, far from it. */
const forecasts = (at: number): readonly (number | null)[] => [
  null,
  ...[-0.1, -0.05, -0.02, 0, 0.02, 0.05, 0.1].map((apart) => Math.min(Math.max(at + apart, 0), 1)),
  ...[0, 0.5, 1],
];

describe.each([
  ['arc', (Math.PI * 4) / 3, 0, 88, 44],
  ['ring', Math.PI * 2, Math.PI, 79.2, 79.2],
] as const)('the word at the mark of the schedule of a %s', (appearance, turn, middle, outer, bottom) => {
  const draw = (expected: number, forecast: number | null, word: string, thickness = 14): Tree =>
    drawGauge(due(expected, forecast), {
      appearance: appearance satisfies Appearance,
      pen: { ...pen, thickness },
      due: word,
      forecast: true,
    });

  /** The share of the way at which a box is. */
  const shareOf = ({ left, right, top, bottom }: Box): number => {
    const angle = Math.atan2(left + right, -(top + bottom)) - middle;
    return (((angle + Math.PI * 3) % (Math.PI * 2)) - Math.PI) / turn + 0.5;
  };

  test.each(words)('%s lies in its room, outside the track and its mark, clear of the forecast', (word) => {
    const boxes: Box[] = [];
    const least = { middle: Infinity, mark: Infinity, forecast: Infinity };
    for (const at of steps) {
      for (const forecast of forecasts(at)) {
        const drawing = draw(at, forecast, word);
        const attributes = part(drawing, 'due');
        if (!attributes) continue;
        const box = boxOf(attributes, word);
        boxes.push(box);
        least.middle = Math.min(least.middle, distance(0, 0, box));
        const angle = (at - 0.5) * turn + middle;
        for (let length = outer - 17; length <= outer + 10; length++) {
          const apart = distance(length * Math.sin(angle), -length * Math.cos(angle), box);
          // Half of a line is beside it.
          least.mark = Math.min(least.mark, apart - 1.5);
        }
        const { cx, cy, r } = part(drawing, 'forecast') ?? {};
        if (cx !== undefined)
          least.forecast = Math.min(least.forecast, distance(Number(cx), Number(cy), box) - Number(r) - 1.25);
      }
    }
    expect(boxes.length).toBeGreaterThan(steps.length * forecasts(0).length * 0.8);
    // 28 units are between a dial and the edge of the narrowest card that has the word, 15 below its name.
    expect(Math.min(...boxes.map(({ left }) => left))).toBeGreaterThanOrEqual(-outer - 28);
    expect(Math.max(...boxes.map(({ right }) => right))).toBeLessThanOrEqual(outer + 28);
    expect(Math.min(...boxes.map(({ top }) => top))).toBeGreaterThanOrEqual(-outer - 8.01);
    expect(Math.max(...boxes.map(({ bottom }) => bottom))).toBeLessThanOrEqual(bottom + 0.01);
    expect(least.middle).toBeGreaterThanOrEqual(outer + 6);
    expect(least.mark).toBeGreaterThanOrEqual(4);
    expect(least.forecast).toBeGreaterThanOrEqual(6);
  });

  test.each(words)('%s stands before its mark where nothing is in its way', (word) => {
    for (const at of [0.7, 0.72, 0.75]) {
      const place = shareOf(boxOf(part(draw(at, null, word), 'due')!, word));
      expect(place).toBeLessThan(at);
      expect(place).toBeGreaterThan(at - 0.13);
    }
  });

  test.each(words)(
    '%s goes elsewhere where the forecast is in its way, and stays where it is not',
    (word) => {
      const at = appearance === 'arc' ? 0.85 : 0.7;
      const before = part(draw(at, null, word), 'due')!;
      const inTheWay = shareOf(boxOf(before, word));
      expect(part(draw(at, inTheWay, word), 'due')).not.toEqual(before);
      expect(part(draw(at, at + 0.2, word), 'due')).toEqual(before);
    },
  );

  test.each(words)('%s grows away from the track where its letters are larger', (word) => {
    for (const at of steps) {
      const attributes = part(draw(at, null, word), 'due');
      if (attributes)
        expect(distance(0, 0, boxOf(attributes, word, dueSize * 1.45)), `${at}`).toBeGreaterThanOrEqual(
          outer + 4,
        );
    }
  });

  test('its place does not depend on the thickness of the track', () => {
    for (const thickness of [1, 14, 29])
      expect(part(draw(0.7, null, '时序', thickness), 'due')).toEqual(part(draw(0.7, null, '时序'), 'due'));
  });
});

test('without a forecast in its way, every share of an arc from 7 to 93 per cent has its word', () => {
  for (const word of words) {
    const without = steps.filter(
      (at) => !part(drawGauge(due(at, null), { appearance: 'arc', pen, due: word, forecast: true }), 'due'),
    );
    expect(without.filter((at) => at >= 0.07 && at <= 0.93)).toEqual([]);
  }
});

test('a word that has room nowhere is left out', () => {
  const wide = { left: -1000, right: 1000, top: -1000, bottom: 1000 };
  expect(placeDue(88, 1, 26, wide, [])).toBeDefined();
  expect(placeDue(88, 1, 26, wide, [wide])).toBeUndefined();
  expect(placeDue(88, 1, 26, { ...wide, right: 20 }, [])).toBeUndefined();
  expect(
    placeDue(88, Math.PI / 2, 300, { left: -116, right: 116, top: -103, bottom: 46 }, []),
  ).toBeUndefined();
});

test('over a ring the word keeps clear of the arrow of what is beyond its end', () => {
  const arrow: Box = { left: -0.75, right: 28.5, top: -94.2, bottom: -80.2 };
  for (const word of words) {
    for (const at of steps) {
      const text = part(
        drawGauge(due(at, 1.2), { appearance: 'ring', pen, due: word, forecast: true }),
        'due',
      );
      if (!text) continue;
      const { left, right, top, bottom } = boxOf(text, word);
      const apart = Math.max(arrow.left - right, left - arrow.right, arrow.top - bottom, top - arrow.bottom);
      expect(apart, `${word} at ${at}`).toBeGreaterThanOrEqual(6);
    }
  }
});

describe('the word at the mark of the schedule of a bar', () => {
  /** What a bar has in units, where it is that long: its word from left to right, and its ring. */
  const spans = (at: number, forecast: number | null, word: string, long: number) => {
    const drawing = drawGauge(due(at, forecast), { appearance: 'linear', pen, due: word, forecast: true });
    const text = part(drawing, 'due');
    const ring = part(drawing, 'forecast');
    const place = (share: unknown): number => (parseFloat(`${share as string}`) * long) / 100;
    const width = textWidth(word) * dueSize;
    const mark = text && place(text.x) + parseFloat(`${text.dx}`) * dueSize;
    return {
      word:
        mark === undefined
          ? undefined
          : text!['text-anchor'] === 'end'
            ? [mark - width, mark]
            : [mark, mark + width],
      ring: ring && [place(ring.cx) - 5.75, place(ring.cx) + 5.75],
    };
  };

  test.each(words)(
    '%s lies within the bar and clear of the ring by six units, in any bar of 172 or more',
    (word) => {
      for (const long of [172, 250, 600]) {
        const least = { begin: Infinity, end: Infinity, ring: Infinity };
        for (const at of steps) {
          for (const forecast of forecasts(at)) {
            const { word: span, ring } = spans(at, forecast, word, long);
            if (!span) continue;
            least.begin = Math.min(least.begin, span[0]!);
            least.end = Math.min(least.end, long - span[1]!);
            if (ring) least.ring = Math.min(least.ring, Math.max(ring[0]! - span[1]!, span[0]! - ring[1]!));
          }
        }
        expect(least.begin).toBeGreaterThanOrEqual(0);
        expect(least.end).toBeGreaterThanOrEqual(0);
        expect(least.ring).toBeGreaterThanOrEqual(6);
      }
    },
  );

  test('is before the mark, or behind it where the bar begins or a ring is in its way', () => {
    const side = (at: number, forecast: number | null): string | undefined =>
      part(drawGauge(due(at, forecast), { appearance: 'linear', pen, due: '时序', forecast: true }), 'due')?.[
        'text-anchor'
      ] as string | undefined;
    expect(side(0.5, null)).toBe('end');
    expect(side(0.5, 0.45)).toBe('start');
    expect(side(0.05, null)).toBe('start');
    expect(side(0.95, null)).toBe('end');
    expect(side(0.95, 0.9)).toBeUndefined();
    for (const at of steps) expect(side(at, null)).toBeDefined();
  });
});
