import { movePoint } from '@zj/metrics';
import { valueAxis, type ValueAxis } from '../../packages/widgets/src/drawing/axis.js';
import { faces } from '../../packages/widgets/src/locale/locale.js';
import { describe, expect, test } from 'vitest';
import { seeds } from '../soak.js';
import { random } from '../metrics/goal/random.js';

const scalesOf = (locale: string) => faces.get(locale)!.scales;
const shown = (axis: ValueAxis): string =>
  axis.ticks.map((tick) => `${tick.shown}`).join(' ') + (axis.word && ` ${axis.word.trim()}`);

describe('the axis of figures', () => {
  test('has four ticks, five at most, in one display unit', () => {
    const axis = (values: readonly number[], power = 0, locale = 'zh-CN'): string =>
      shown(valueAxis({ values, power, scales: scalesOf(locale), zero: true }));
    expect(axis([372, 6175], 8)).toBe('0 2000 4000 6000 亿');
    expect(axis([20_000_000, 50_000_000])).toBe('0 2000 4000 万');
    expect(axis([20_000_000, 180_000_000])).toBe('0 0.5 1 1.5 亿');
    expect(axis([180_000_000], 0, 'en')).toBe('0 50 100 150 million');
    expect(axis([5, 10])).toBe('0 5 10');
    expect(axis([-80, 40])).toBe('-50 0 50');
  });

  test('counts the power of the unit: figures of 亿元 become 万亿元', () => {
    const axis = valueAxis({ values: [1e4, 3.2e5], power: 8, scales: scalesOf('zh-CN'), zero: true });
    expect(shown(axis)).toBe('0 10 20 30 万亿');
    expect(axis.ticks.map(({ value }) => value)).toEqual([0, 1e5, 2e5, 3e5]);
  });

  test('may leave zero out for lines alone, and then says so', () => {
    const values = [5, 5.6];
    const line = valueAxis({ values, scales: scalesOf('zh-CN'), zero: 2 / 3 });
    expect([line.isCut, line.from]).toEqual([true, 4.8]);
    const bars = valueAxis({ values, scales: scalesOf('zh-CN'), zero: true });
    expect([bars.isCut, bars.from]).toEqual([false, 0]);
    expect(valueAxis({ values: [-5.6, -5], scales: scalesOf('zh-CN'), zero: 2 / 3 })).toMatchObject({
      isCut: true,
      to: -4.8,
    });
  });

  test('has no halves of counted things', () => {
    const axis = valueAxis({ values: [0, 1, 2], scales: scalesOf('zh-CN'), zero: true });
    expect(axis.ticks.map(({ value }) => value)).toEqual([0, 1, 2]);
    const one = valueAxis({ values: [1], scales: scalesOf('zh-CN'), zero: true });
    expect(one.ticks.map(({ value }) => value)).toEqual([0, 1]);
  });

  test('stands without any figure, too', () => {
    for (const values of [[], [0]]) {
      const axis = valueAxis({ values, scales: scalesOf('en'), zero: 2 / 3 });
      expect([axis.from, axis.to, axis.isCut]).toEqual([0, 1, false]);
    }
  });

  test('keeps its rule from a thousandth to a thousand billions', () => {
    for (const seed of seeds('axes', 4000)) {
      const next = random(seed);
      const pick = <Thing>(things: readonly Thing[]): Thing => things[Math.floor(next() * things.length)]!;
      const size = 10 ** (next() * 18 - 3);
      const sign = pick([1, 1, 1, -1, 0]);
      const kind = pick(['wide', 'narrow', 'constant', 'whole']);
      const values = Array.from({ length: 1 + Math.floor(next() * 20) }, () => {
        const value =
          kind === 'constant' ? size : kind === 'narrow' ? size * (1 + next() / 100) : size * next();
        const signed = sign === 0 ? value * (next() - 0.5) : sign * value;
        return kind === 'whole' ? Math.round(signed) : signed;
      });
      const power = pick([0, 0, 4, 8]);
      const locale = pick(['zh-CN', 'en']);
      const zero = pick([true, 1 / 3, 2 / 3] as const);
      const axis = valueAxis({ values, power, scales: scalesOf(locale), zero });
      const told = JSON.stringify({ seed, values, power, axis });
      expect(axis.ticks.length, told).toBeGreaterThanOrEqual(2);
      expect(axis.ticks.length, told).toBeLessThanOrEqual(5);
      // All figures are on it, and it is not much longer than they are.
      const [least, most] = [Math.min(...values), Math.max(...values)];
      expect(axis.from, told).toBeLessThanOrEqual(least);
      expect(axis.to, told).toBeGreaterThanOrEqual(most);
      expect(axis.isCut, told).toBe(axis.from > 0 || axis.to < 0);
      if (zero === true) expect(axis.isCut, told).toBe(false);
      // Each tick is a multiple of 1, 2 or 5 times a power of ten, told exactly in one unit.
      const [first, second] = axis.ticks as [ValueAxis['ticks'][0], ValueAxis['ticks'][0]];
      const step = Number((second.shown - first.shown).toPrecision(6));
      expect([1, 2, 5], told).toContain(Number(step.toExponential(3).split('e')[0]));
      for (const { value, shown: figure } of axis.ticks) {
        expect(value, told).toBe(movePoint(figure, -axis.shift) + 0);
        expect(value, told).toBeGreaterThanOrEqual(axis.from);
        expect(value, told).toBeLessThanOrEqual(axis.to);
        expect(Math.abs(figure / step - Math.round(figure / step)), told).toBeLessThan(
          1e-6 * Math.abs(figure / step) + 1e-9,
        );
        expect(Number(figure.toFixed(Math.min(axis.decimals, 20))), told).toBeCloseTo(figure, 20);
      }
      expect(scalesOf(locale).map(([word]) => word)).toContain(axis.word);
    }
  });
});
