import type { PublishedVerdict } from '@zj/metrics';
import { describe, expect, test } from 'vitest';
import { gaugeShape, type Appearance, type Attributes, type Tree } from '@zj/widgets';
import { every, foreseen, full, incubators, revenue, unicorns } from '../../stories/verdicts.js';

/** The attributes of every line of a drawing that is such a part. */
function parts(verdict: PublishedVerdict, part: string, appearance: Appearance = 'linear'): Attributes[] {
  const [, , ...lines] = gaugeShape(verdict, { locale: 'en', appearance }).drawing as Exclude<Tree, string>;
  return lines.map((line) => line[1] as Attributes).filter((attributes) => attributes.part === part);
}
/** Where bars begin and end, in per cent of the scale. */
const bars = (verdict: PublishedVerdict, part: string): number[][] =>
  parts(verdict, part).map(({ x, width }) => [
    parseFloat(`${x}`),
    parseFloat(`${x}`) + parseFloat(`${width}`),
  ]);
const at = (verdict: PublishedVerdict, part: string): number[] =>
  parts(verdict, part).map(({ cx, x1 }) => parseFloat(`${cx ?? x1}`));
const ends = (verdict: PublishedVerdict) => gaugeShape(verdict, { locale: 'zh-CN' }).ends;

describe('a bar', () => {
  test('is filled as far as the goal has come, with a mark where it should be', () => {
    expect(bars(revenue(), 'track')).toEqual([[0, 100]]);
    expect(bars(revenue(), 'done')).toEqual([[0, 83.936]]);
    expect(at(revenue(), 'schedule')).toEqual([83.288]);
    expect(parts(every['no target']!, 'schedule')).toEqual([]);
  });

  test('has a piece for each thing of a small count, and no mark, because a pace says nothing of it', () => {
    expect(bars(unicorns(), 'track')).toEqual([
      [0, 49.25],
      [50.75, 100],
    ]);
    expect(bars(unicorns(), 'done')).toEqual([[0, 49.25]]);
    expect(bars(every['five of twelve']!, 'track')).toHaveLength(12);
    expect(bars(every['five of twelve']!, 'done')).toHaveLength(5);
    expect(bars(incubators(), 'done')).toEqual(bars(incubators(), 'track'));
    expect(parts(unicorns(), 'schedule')).toEqual([]);
    expect(bars(unicorns({ target: 13 }), 'track')).toHaveLength(1);
  });

  test('goes on beyond the target in steps, and says where the target is', () => {
    expect(bars(every['beyond the target']!, 'done')).toEqual([[0, 94.979]]);
    expect(at(every['beyond the target']!, 'finish')).toEqual([80]);
    expect(ends(every['beyond the target']!)).toEqual(['0', '7,500']);
    expect(bars(every['five of two']!, 'done')).toHaveLength(5);
    expect(at(every['five of two']!, 'finish')).toEqual([40]);
    expect(parts(revenue(), 'finish')).toEqual([]);
  });

  test('begins left of nothing where the figure is below it', () => {
    expect(bars(every['below nothing']!, 'done')).toEqual([[18.4, 20]]);
    expect(at(every['below nothing']!, 'notch')).toContain(20);
    expect(ends(every['below nothing']!)).toEqual(['−1,500', '6,000']);
  });

  test('is broken off where more is beyond its ends', () => {
    expect(bars(every['far beyond']!, 'done')).toEqual([[0, 100]]);
    expect(at(every['far beyond']!, 'notch').slice(0, 2)).toEqual([98, 96]);
    expect(bars(every['far below']!, 'done')).toEqual([[0, 50]]);
    expect(at(every['far below']!, 'notch').slice(1, 3)).toEqual([1, 2]);
  });

  test('of a goal that falls runs from the baseline to the target', () => {
    expect(bars(every['falling, as it should']!, 'done')).toEqual([[0, 45]]);
    expect(ends(every['falling, as it should']!)).toEqual(['80', '40']);
    expect(ends(every['rising, where it should fall']!)).toEqual(['100', '40']);
  });

  test('has beside it where the goal will end, and four cases of five', () => {
    expect(at(full, 'forecast')).toEqual([96.2, 99.307]);
    expect(parts(full, 'forecast')[0]).toMatchObject({ x1: '96.2%', x2: '100%' });
    expect(parts(every['falling, as it should']!, 'forecast')[0]).toMatchObject({ x1: '42.5%', x2: '80%' });
    expect(at(every['a forecast without interval']!, 'forecast')).toEqual([87]);
    expect(parts(every['no data']!, 'forecast')).toEqual([]);
  });

  test('makes room for a forecast beyond the target', () => {
    const beyond = every['a forecast beyond the target']!;
    expect(at(beyond, 'finish')).toEqual([80]);
    expect(parts(beyond, 'forecast')[0]).toMatchObject({ x1: '82.533%', x2: '91.2%' });
    expect(parts(foreseen(revenue(), 5990, [5900, 6020]), 'finish')).toEqual([]);
  });
});

describe('a dial', () => {
  const path = (verdict: PublishedVerdict, part: string, appearance: Appearance): string =>
    `${parts(verdict, part, appearance)[0]!.d}`;
  const tip = (d: string): number[] => d.split(' ').slice(-2).map(Number);

  test.each([
    ['arc', (Math.PI * 4) / 3, 0],
    ['ring', Math.PI * 2, Math.PI],
  ] as const)('%s: its tip is where the share of its way is', (appearance, turn, middle) => {
    const angle = (5036.18 / 6000 - 0.5) * turn + middle - Math.asin(8 / 84);
    const [x, y] = tip(path(revenue(), 'done', appearance));
    expect(x).toBeCloseTo(84 * Math.sin(angle), 2);
    expect(y).toBeCloseTo(-84 * Math.cos(angle), 2);
  });

  test('has its forecast outside the track', () => {
    for (const appearance of ['arc', 'ring'] as const) {
      const [band, dot] = parts(full, 'forecast', appearance);
      expect(band!.d).toContain('A101 101');
      expect(Math.hypot(Number(dot!.cx), Number(dot!.cy))).toBeCloseTo(101, 1);
    }
  });

  test('has the same pieces as a bar', () => {
    for (const verdict of Object.values(every)) {
      const names = (appearance: Appearance): unknown[] =>
        (gaugeShape(verdict, { locale: 'en', appearance }).drawing as Exclude<Tree, string>)
          .slice(2)
          .map((line) => (line as Exclude<Tree, string>)[1].part);
      expect(names('arc')).toEqual(names('linear'));
      expect(names('ring')).toEqual(names('linear'));
      expect(names('number')).toEqual([]);
    }
  });

  test('nothing that is drawn is not a number', () => {
    for (const verdict of Object.values(every)) {
      for (const appearance of ['arc', 'ring', 'linear'] as const) {
        expect(JSON.stringify(gaugeShape(verdict, { locale: 'en', appearance }))).not.toMatch(
          /NaN|Infinity|null/,
        );
      }
    }
  });
});
