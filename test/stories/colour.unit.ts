import { expect, test } from 'vitest';
import { blend, contrast, formatHex, lab, parseHex, simulate } from '../../stories/theme/colour.js';
import { difference } from '../../stories/theme/difference.js';

test('contrast is that of WCAG 2.2: 21 at most, 1 at least, and the #767676 that just passes on white', () => {
  const white = parseHex('#ffffff');
  expect(contrast(parseHex('#000000'), white)).toBeCloseTo(21, 10);
  expect(contrast(white, white)).toBe(1);
  expect(contrast(white, parseHex('#767676'))).toBeCloseTo(4.54, 2);
  expect(contrast(parseHex('#777777'), white)).toBeLessThan(4.5);
});

test('a colour over another is mixed as browsers do', () => {
  expect(formatHex(blend(parseHex('#000000'), parseHex('#ffffff'), 0.1))).toBe('#e6e6e6');
});

test('white, black and red are where CIELAB has them under D65', () => {
  const near = (hex: string, wanted: readonly number[]): void =>
    lab(parseHex(hex)).forEach((part, at) => expect(part, hex).toBeCloseTo(wanted[at]!, 1));
  near('#ffffff', [100, 0, 0]);
  near('#000000', [0, 0, 0]);
  near('#ff0000', [53.24, 80.09, 67.2]);
});

// The pairs of Sharma, Wu and Dalal (2005), table 1, that tell the branches of the formula apart.
test.each([
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1],
  [[50, 0, 0], [50, -1, 2], 2.3669],
  [[50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792],
  [[50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195],
  [[50, 2.5, 0], [73, 25, -18], 27.1492],
  [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
  [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
] as const)('the difference of %j and %j is %f', (one, other, wanted) => {
  expect(difference(one, other)).toBeCloseTo(wanted, 4);
  expect(difference(other, one)).toBeCloseTo(wanted, 4);
});

test('greys stay as they are without a kind of cone, and what differs by that kind alone comes together', () => {
  for (const vision of ['protanopia', 'deuteranopia', 'tritanopia'] as const)
    for (const grey of ['#000000', '#808080', '#ffffff'])
      expect(formatHex(simulate(parseHex(grey), vision)), vision).toBe(grey);
  const apart = (one: string, other: string, vision?: 'deuteranopia' | 'tritanopia'): number => {
    const see = (hex: string): readonly [number, number, number] =>
      lab(vision ? simulate(parseHex(hex), vision) : parseHex(hex));
    return difference(see(one), see(other));
  };
  expect(apart('#b05a00', '#5a8a00')).toBeGreaterThan(40);
  expect(apart('#b05a00', '#5a8a00', 'deuteranopia')).toBeLessThan(20);
  expect(apart('#b05a00', '#5a8a00', 'tritanopia')).toBeGreaterThan(30);
});
