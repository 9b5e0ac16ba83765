import { describe, expect, test } from 'vitest';
import { random } from '../metrics/goal/random.js';
import { seeds } from '../soak.js';
import { find, strokesOf, wordsOf } from './drawn.js';
import { randomTrend } from './random-trend.js';
import { revenue } from './trends.js';
import { collisions, plot } from './plot-stage.js';

describe('labels', () => {
  test('never touch each other, a point or the frame, in any trend, language, width and size of text', () => {
    for (const seed of seeds('trends', 1000, 10)) {
      const next = random(seed * 7919);
      const locale = next() < 0.5 ? 'zh-CN' : 'en';
      const width = Math.round(280 + next() * 920);
      const em = next() < 0.5 ? 16 : 32;
      const drawn = plot(randomTrend(seed, locale), width, locale, em);
      expect(collisions(drawn, width), `seed ${seed}, ${locale}, ${width} px, ${em}`).toEqual([]);
    }
  });

  test('of one to twelve lines never touch, from a phone to a wide page', () => {
    for (let lines = 1; lines <= 12; lines++)
      for (const width of [280, 480, 720, 1200])
        for (const em of [16, 32]) {
          const drawn = plot(randomTrend(lines * 31 + width, 'zh-CN', lines), width, 'zh-CN', em);
          expect(collisions(drawn, width), `${lines} lines, ${width} px, ${em}`).toEqual([]);
        }
  });
});

describe('every coordinate', () => {
  test('gives its figure back within a twentieth of a pixel', () => {
    for (const seed of seeds('figures', 1000, 10)) {
      const next = random(seed * 104729);
      const model = randomTrend(seed, 'zh-CN');
      const width = Math.round(280 + next() * 1320);
      const drawn = plot(model, width);
      const { x, y } = drawn;
      /** Whether a list of strokes has exactly the points of a list of figures. */
      const check = (name: string, values: readonly (number | null)[], d: string): void => {
        const wanted = values.flatMap((value, at) => (value === null ? [] : [[x(at), y(value)] as const]));
        const seen = strokesOf(d).flat();
        expect(seen.length, `${name} of seed ${seed}`).toBe(wanted.length);
        seen.forEach(([px, py], at) => {
          expect(Math.abs(px - wanted[at]![0]), `${name} of seed ${seed}`).toBeLessThan(0.05);
          expect(Math.abs(py - wanted[at]![1]), `${name} of seed ${seed}`).toBeLessThan(0.05);
        });
      };
      const only = (name: string): string =>
        find(drawn.tree, name)
          .map(([, { d }]) => `${d}`)
          .join('');
      check('schedule', model.schedule, only('schedule'));
      check('path', model.path, only('path'));
      if (model.appearance !== 'bars') check('last year', model.lastYear, only('last-year'));
      if (model.appearance !== 'bars' && model.lines.length === 1)
        check(
          'line',
          model.lines[0]!.points.map(({ value }) => value),
          only('line'),
        );
      if (model.appearance === 'bars' && model.lines.length === 1) {
        const bars = ['bar', 'open']
          .flatMap((name) => find(drawn.tree, name))
          .flatMap(([, { d }]) => strokesOf(`${d}`));
        const values = model.lines[0]!.points.flatMap(({ value }, at) =>
          value === null ? [] : [[at, value] as const],
        );
        expect(bars.length).toBe(values.length);
        for (const [at, value] of values) {
          const bar = bars.find((stroke) => Math.abs((stroke[0]![0] + stroke[1]![0]) / 2 - x(at)) < 0.05)!;
          const heights = bar.map(([, py]) => py);
          for (const end of [y(value), y(0)])
            expect(
              Math.min(...heights.map((py) => Math.abs(py - end))),
              `bar ${at} of seed ${seed}`,
            ).toBeLessThan(0.05);
        }
      }
      // The scale itself: a figure is where the ticks say that it is.
      const grid = find(drawn.tree, 'grid');
      const isScaled = find(drawn.tree, 'tick').some((text) => Number(text[1].y) < drawn.frame.bottom + 6);
      if (isScaled) expect(grid.length + find(drawn.tree, 'zero').length).toBeGreaterThanOrEqual(2);
    }
  });

  test('of ticks stands beside their texts', () => {
    const drawn = plot(revenue);
    const texts = find(drawn.tree, 'tick').map(wordsOf);
    expect(texts.slice(0, 4)).toEqual(['0', '2,000', '4,000', '6,000']);
    const lines = [...find(drawn.tree, 'zero').slice(0, 1), ...find(drawn.tree, 'grid')];
    expect(lines.map(([, { y1 }]) => Number(y1))).toEqual(
      [0, 2000, 4000, 6000].map((value) => Math.round(drawn.y(value) * 100) / 100),
    );
  });
});
