import { heightOf, stackLabels } from '../../packages/widgets/src/drawing/labels.js';
import { findPlace, openRoom, overlap } from '../../packages/widgets/src/drawing/room.js';
import type { Box } from '../../packages/widgets/src/drawing/marks.js';
import { describe, expect, test } from 'vitest';
import { random } from '../metrics/goal/random.js';
import { seeds } from '../soak.js';

describe('labels in a column', () => {
  const label = (at: number, height = 20) => ({ at, height });

  test('stay beside their lines where they do not touch', () => {
    expect(stackLabels([label(50), label(10), label(90)], 0, 100, 2)).toEqual([50, 10, 90]);
  });

  test('move apart by the least, and keep their order', () => {
    expect(stackLabels([label(50), label(50)], 0, 100, 2)).toEqual([39, 61]);
    expect(stackLabels([label(50), label(44)], 0, 100, 2)).toEqual([58, 36]);
  });

  test('stay in the column', () => {
    expect(stackLabels([label(1), label(2)], 0, 100, 2)).toEqual([10, 32]);
    expect(stackLabels([label(99), label(98)], 0, 100, 2)).toEqual([90, 68]);
  });

  test('never touch, stay in the column, and move no more than any other way would', () => {
    for (const seed of seeds('columns', 2000)) {
      const next = random(seed);
      const labels = Array.from({ length: 1 + Math.floor(next() * 12) }, () => ({
        at: next() * 300,
        height: next() < 0.3 ? 38 : 20,
      }));
      const to = Math.max(heightOf(labels, 2), 300);
      const places = stackLabels(labels, 0, to, 2);
      const rows = labels.map((one, at) => ({ ...one, y: places[at]! })).sort((a, b) => a.y - b.y);
      rows.forEach((row, at) => {
        const [above, below] = [rows[at - 1], rows[at + 1]];
        const limit = [
          above ? above.y + above.height / 2 + row.height / 2 + 2 : row.height / 2,
          below ? below.y - below.height / 2 - row.height / 2 - 2 : to - row.height / 2,
        ] as const;
        expect(row.y, `seed ${seed}`).toBeGreaterThanOrEqual(limit[0] - 1e-9);
        expect(row.y, `seed ${seed}`).toBeLessThanOrEqual(limit[1] + 1e-9);
        // It cannot come nearer to its line alone.
        const best = Math.max(limit[0], Math.min(limit[1], row.at));
        expect(Math.abs(row.y - best), `seed ${seed}`).toBeLessThan(1e-6);
      });
    }
  });
});

describe('labels in a plot', () => {
  const frame = { x: 0, y: 0, width: 300, height: 200 };
  const size = { width: 60, height: 20 };

  test('stand at the first free one of eight places', () => {
    const room = openRoom(frame);
    expect(findPlace(room, [100, 100], size, [6])).toEqual({ x: 106, y: 74, ...size });
    room.take({ x: 106, y: 74, ...size });
    expect(findPlace(room, [100, 100], size, [6])).toEqual({ x: 34, y: 74, ...size });
    expect(findPlace(room, [290, 10], size, [6])).toEqual({ x: 224, y: 16, ...size });
  });

  test('keep away from lines where they can', () => {
    const room = openRoom(frame);
    room.takeLine(() => [
      [0, 0],
      [300, 200],
    ]);
    const box = findPlace(room, [150, 100], size, [6])!;
    expect([box.x, box.y]).toEqual([156, 74]);
    room.takeLine(() => [
      [150, 90],
      [300, 80],
    ]);
    expect(findPlace(room, [150, 100], size, [6])!.x).toBe(84);
  });

  test('find none where all is taken', () => {
    const room = openRoom(frame);
    room.take(frame);
    expect(findPlace(room, [150, 100], size, [6, 20])).toBeNull();
  });

  test('never touch what is taken, nor leave the frame', () => {
    for (const seed of seeds('places', 400)) {
      const next = random(seed);
      const taken: Box[] = [];
      const room = openRoom(frame);
      for (let at = 0; at < 40; at++) {
        const wanted = { width: 10 + next() * 90, height: 14 + next() * 20 };
        const box = findPlace(room, [next() * 300, next() * 200], wanted, [6, 24]);
        if (!box) continue;
        expect(
          taken.some((other) => overlap(box, other)),
          `seed ${seed}`,
        ).toBe(false);
        expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= 300 && box.y + box.height <= 200).toBe(true);
        taken.push(box);
        room.take(box);
      }
      expect(taken.length).toBeGreaterThan(5);
    }
  });
});
