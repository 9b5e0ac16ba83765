import { rulerScale } from '../../packages/widgets/src/goal-gauge/ruler-scale.js';
import { describe, expect, test } from 'vitest';
import { seeds } from '../soak.js';
import { drawRuler } from './random-ruler.js';

const none = { low: null, high: null, actual: null };

describe('the ends of a ruler', () => {
  test.each([
    ['a ceiling', { ...none, high: 5.5, actual: 5.2 }, 4.8, 5.8],
    ['a floor', { ...none, low: 6.5, actual: 6.8 }, 6, 7.2],
    ['a range that is kept', { low: 4.5, high: 5.5, actual: 5 }, 4, 6],
    ['a figure outside widens it', { low: 4.5, high: 5.5, actual: 9 }, 2, 12],
    ['a figure on its limit', { ...none, high: 5.5, actual: 5.5 }, 5.2, 5.8],
    ['no figure', { ...none, high: 5.5 }, 5.2, 5.8],
    ['a limit of nothing', { ...none, high: 0, actual: 3 }, 0, 6],
    ['a limit and a figure of nothing', { ...none, high: 0, actual: 0 }, 0, 0.6],
    ['a limit below nothing', { ...none, high: -2, actual: -3 }, -3.5, -1.5],
    ['a sum begins at nothing', { ...none, high: 900, actual: 620, isSum: true }, 0, 1400],
    ['a count has no halves', { ...none, high: 2, actual: 1, isSum: true, isCount: true }, 0, 3],
    ['figures of binary fractions', { ...none, high: 0.3, actual: 0.1 }, 0, 0.4],
  ])('are round: %s', (_, given, from, to) => {
    expect(rulerScale(given)).toMatchObject({ from, to });
  });

  test('a thousandth beside a limit stands beside it', () => {
    const { place } = rulerScale({ ...none, high: 5.5, actual: 5.501 });
    expect(Math.abs(place(5.501) - place(5.5))).toBeLessThan(0.01);
  });
});

test('whatever the figures are, limits and figure lie on the ruler, in their order, and no end is longer than six digits', () => {
  for (const seed of seeds('rulers', 20_000)) {
    const { low, high, actual, ...kind } = drawRuler(seed);
    const { from, to, place } = rulerScale({ low, high, actual, ...kind });
    expect(from, `seed ${seed}`).toBeLessThan(to);
    const figures = [low, high, actual].filter((one) => one !== null).sort((a, b) => a - b);
    const places = figures.map(place);
    expect(places.at(0)!, `seed ${seed}`).toBeGreaterThanOrEqual(0);
    expect(places.at(-1)!, `seed ${seed}`).toBeLessThanOrEqual(1);
    expect(places, `seed ${seed}`).toEqual([...places].sort((a, b) => a - b));
    if (figures[0]! >= 0) expect(from, `seed ${seed}`).toBeGreaterThanOrEqual(0);
    if (kind.isSum) expect(from, `seed ${seed}`).toBe(0);
    for (const end of [from, to])
      expect(end.toExponential().replace(/e.*|[-.]/g, '').length, `seed ${seed}: ${end}`).toBeLessThan(7);
  }
});
