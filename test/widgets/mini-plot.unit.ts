import { miniAxis, miniPlot, type MiniFigures } from '../../packages/widgets/src/chart/mini-plot.js';
import { overlap } from '../../packages/widgets/src/drawing/room.js';
import { describe, expect, test } from 'vitest';
import { elementsOf, find, strokesOf, textBox, wordsOf } from './drawn.js';
import { yuan } from './trends.js';

const large: MiniFigures = { values: [160, 135, 174, 181, 190], lastYear: [120, 130, null, 150, 160] };
const small: MiniFigures = { values: [40, 35, 44, null, 42], lastYear: [30, 32, 33, 35, 34] };
const look = { width: 240, em: 16, locale: 'zh-CN', ends: ['1月', '5月'] } as const;

describe('small charts', () => {
  test('share one scale from zero, or have one of their own with other numbers', () => {
    const shared = miniAxis([large, small], yuan, 'zh-CN');
    const own = miniAxis([small], yuan, 'zh-CN');
    const ticks = (axis: typeof shared): readonly string[] =>
      find(miniPlot(small, axis, look), 'tick').map(wordsOf);
    expect(ticks(shared)).toEqual(['0', '100', '200', '1月', '5月']);
    expect(ticks(own)).toEqual(['0', '20', '40', '1月', '5月']);
  });

  test('have each figure where their scale has it, and gaps where there is none', () => {
    const axis = miniAxis([large, small], yuan, 'zh-CN');
    const tree = miniPlot(small, axis, look);
    const [zero] = find(tree, 'zero');
    const [grid] = find(tree, 'grid');
    const [from, hundred] = [Number(zero![1].y1), Number(grid![1].y1)];
    const strokes = strokesOf(`${find(tree, 'line')[0]![1].d}`);
    expect(strokes.map((stroke) => stroke.length)).toEqual([3, 1]);
    strokes.flat().forEach(([, y], at) => {
      const value = ((from - y) / (from - hundred)) * 100;
      expect(value).toBeCloseTo([40, 35, 44, 42][at]!, 0);
    });
  });

  test('name their lines once, and no text touches another or leaves the chart', () => {
    for (const figures of [large, small, { values: [], lastYear: [] }, { values: [5], lastYear: [5] }])
      for (const width of [120, 240, 400])
        for (const em of [16, 32]) {
          const axis = miniAxis([figures], yuan, 'zh-CN');
          const tree = miniPlot(figures, axis, { ...look, width, em, names: ['2026年', '2025年'] });
          const [, { height }] = tree as readonly [string, { readonly height: number }];
          const boxes = elementsOf(tree)
            .filter(([tag]) => tag === 'text')
            .map(textBox);
          boxes.forEach((box, at) => {
            expect(box.x).toBeGreaterThanOrEqual(0);
            expect(box.y).toBeGreaterThanOrEqual(0);
            expect(box.x + box.width).toBeLessThanOrEqual(width);
            expect(box.y + box.height).toBeLessThanOrEqual(height);
            for (const other of boxes.slice(at + 1)) expect(overlap(box, other)).toBe(false);
          });
        }
    expect(
      find(
        miniPlot(large, miniAxis([large], yuan, 'zh-CN'), { ...look, names: ['2026年', '2025年'] }),
        'label',
      ).map(wordsOf),
    ).toEqual(['2026年', '2025年']);
  });
});
