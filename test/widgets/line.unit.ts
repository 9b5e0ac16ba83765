import { areaPath, linePath } from '../../packages/widgets/src/drawing/line.js';
import { hatchPath } from '../../packages/widgets/src/drawing/marks.js';
import { lineWidth, wrapText } from '../../packages/widgets/src/drawing/text-width.js';
import { expect, test } from 'vitest';

test('a line stops before a gap and starts again after it', () => {
  expect(linePath([[0, 10], [5, 8], null, [15, 2]])).toBe('M0,10L5,8M15,2Z');
  expect(linePath([])).toBe('');
  expect(areaPath([[0, 4, 2], [5, 4, 1], null])).toBe('M0,2L5,1L5,4L0,4Z');
});

test('coordinates are written to a hundredth of a pixel', () => {
  expect(
    linePath([
      [1 / 3, 2 / 3],
      [1e-9, -1e-9],
    ]),
  ).toBe('M0.33,0.67L0,0');
});

test('a hatch ends at its box', () => {
  expect(hatchPath({ x: 0, y: 0, width: 10, height: 10 }, 10)).toBe('M0,10L10,0');
  const numbers = [...hatchPath({ x: 3, y: 7, width: 31, height: 12 }, 6).matchAll(/([\d.]+),([\d.]+)/g)];
  expect(numbers.length).toBeGreaterThan(8);
  for (const [, x, y] of numbers) {
    expect(+x! >= 3 && +x! <= 34).toBe(true);
    expect(+y! >= 7 && +y! <= 19).toBe(true);
  }
});

test('the width of a line of text is the sum of its letters', () => {
  expect(lineWidth('6,000')).toBeCloseTo(2.92);
  expect(lineWidth('营业收入')).toBe(4);
  expect(lineWidth('营业收入', true)).toBeCloseTo(4.4);
  // A letter of two code points, and an accent on its own.
  expect(lineWidth('𠮷')).toBe(1);
  expect(lineWidth('e\u0301')).toBe(lineWidth('e'));
});

test('no line of a text starts with a closing mark or ends with an opening one', () => {
  const text = '比上年同期增长12.1%。单月最高为2026年9月的561亿元（6,165–6,203亿元）。“PCT”，《方案》';
  for (let width = 4; width < 40; width++) {
    const lines = wrapText(text, width);
    expect(lines.join('')).toBe(text);
    for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，。；：？！、）》”]/);
    for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[（《“]$/);
  }
});

test('of thousands of points the lowest and the highest in each px are drawn, in their order, and gaps stay', () => {
  const points = Array.from({ length: 5000 }, (_, at) =>
    at === 2500 ? null : ([at / 10, at === 1234 ? -90 : at === 1237 ? 190 : 50 + (at % 7)] as const),
  );
  const drawn = linePath(points);
  expect(drawn).toMatch(/L123\.4,-90L123\.7,190L/);
  expect(drawn.match(/M/g)).toHaveLength(2);
  expect(drawn.match(/[ML]/g)!.length).toBeLessThanOrEqual(1002);
});
