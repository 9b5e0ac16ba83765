import { drawRuler as draw, endOf, labelsOf, startOf } from '../../packages/widgets/src/goal-gauge/ruler.js';
import { rulerScale } from '../../packages/widgets/src/goal-gauge/ruler-scale.js';
import { pen } from '../../packages/widgets/src/goal-gauge/pen.js';
import type { Tree } from '../../packages/widgets/src/drawing/tree.js';
import { describe, expect, test } from 'vitest';
import { seeds } from '../soak.js';
import { drawRuler } from './random-ruler.js';

type Element = Exclude<Tree, string>;

/** The elements of a ruler with a name, in the order of the drawing; the arrow head is where its svg is. */
function partsOf(given: Parameters<typeof rulerScale>[0], due: number | null = null): readonly Element[] {
  const scale = rulerScale(given);
  const [, , lines] = draw({ ...given, scale, due, word: '时序', tell: String, pen }) as Element;
  return (lines as Element).slice(2).map((one) => {
    const [tag, attributes, ...content] = one as Element;
    const isPointer = tag === 'svg' && 'x' in attributes;
    return isPointer ? [tag, { ...attributes, part: 'pointer' }, ...content] : (one as Element);
  });
}

const find = (parts: readonly Element[], part: string): readonly Element[] =>
  parts.filter(([, attributes]) => attributes.part === part);
const at = ([, { x, x1 }]: Element): number => parseFloat(String(x ?? x1));
const span = ([, { x, width }]: Element): [number, number] => [
  parseFloat(String(x)),
  parseFloat(String(x)) + parseFloat(String(width)),
];
const textsOf = (parts: readonly Element[], part: string): readonly Tree[] =>
  find(parts, part).map(([, , text]) => text!);

describe('a ruler', () => {
  test('of a ceiling has its kept zone below the mark and its broken zone above', () => {
    const parts = partsOf({ low: null, high: 5.5, actual: 5.2 });
    expect(find(parts, 'zone').map(span)).toEqual([[0, 70]]);
    expect(find(parts, 'broken').map(span)).toEqual([[70, 100]]);
    expect(find(parts, 'limit').map(at)).toEqual([70]);
    expect(find(parts, 'pointer').map(at)).toEqual([40]);
    expect(textsOf(parts, 'number')).toEqual(['5.5']);
    expect(textsOf(parts, 'end')).toEqual(['4.8', '5.8']);
  });

  test('of a floor has them the other way round', () => {
    const parts = partsOf({ low: 6.5, high: null, actual: 6.8 });
    expect(find(parts, 'broken').map(span)).toEqual([[0, 41.667]]);
    expect(find(parts, 'zone').map(span)).toEqual([[41.667, 100]]);
  });

  test('of a range has two marks, and a broken zone on either side', () => {
    const parts = partsOf({ low: 4.5, high: 5.5, actual: 5.7 });
    expect(find(parts, 'limit')).toHaveLength(2);
    expect(find(parts, 'broken')).toHaveLength(2);
    expect(textsOf(parts, 'number')).toEqual(['4.5', '5.5']);
  });

  test('has stripes that end with it, so that none is seen beside a card', () => {
    for (const limits of [
      { low: null, high: 5.5 },
      { low: 6.5, high: null },
      { low: 4.5, high: 5.5 },
    ]) {
      const stripes = partsOf({ ...limits, actual: 5 })
        .flatMap(([, , ...content]) => content as readonly Element[])
        .filter((one) => Array.isArray(one) && one[1].transform !== undefined);
      expect(stripes.length).toBeGreaterThan(0);
      for (const [, { x1, x2 }] of stripes) {
        expect(parseFloat(String(x1))).toBeGreaterThanOrEqual(0);
        expect(parseFloat(String(x2))).toBeLessThanOrEqual(100);
      }
    }
  });

  test('without a figure has no arrow head', () => {
    expect(find(partsOf({ low: null, high: 5.5, actual: null }), 'pointer')).toEqual([]);
  });

  test('of a ceiling on a sum has the mark of the schedule, with its word if it is clear of the arrow head', () => {
    const sum = { low: null, high: 900, isSum: true };
    const parts = partsOf({ ...sum, actual: 620 }, 750);
    expect(find(parts, 'schedule').map(at)).toEqual([53.571]);
    expect(textsOf(parts, 'due')).toEqual(['时序']);
    expect(find(parts, 'due')[0]![1]['text-anchor']).toBe('start');
    expect(find(partsOf({ ...sum, actual: 350 }, 450), 'due')[0]![1]['text-anchor']).toBe('start');
    expect(find(partsOf({ ...sum, actual: 870 }, 750), 'due')[0]![1]['text-anchor']).toBe('end');
    expect(find(partsOf({ ...sum, actual: 750 }, 750), 'due')).toEqual([]);
  });

  test('tells two limits that are near each other in one label', () => {
    const parts = partsOf({ low: 4.5, high: 5.5, actual: 50 });
    expect(textsOf(parts, 'number')).toEqual(['4.5–5.5']);
    expect(textsOf(partsOf({ low: -5.5, high: -4.5, actual: 50 }), 'number')).toEqual(['-5.5–-4.5']);
  });

  test('leaves out the number of an end that is near to a limit’s', () => {
    const parts = partsOf({ low: null, high: 30, actual: 3000 });
    expect(textsOf(parts, 'number')).toEqual(['30']);
    expect(textsOf(parts, 'end')).toEqual(['6000']);
  });
});

test('whatever the figures are, the arrow head is in the kept zone only if the goal is kept, and no label is nearer to another than six units', () => {
  for (const seed of seeds('rulers', 20_000)) {
    const given = drawRuler(seed);
    const { low, high, actual } = given;
    const scale = rulerScale(given);
    const parts = partsOf(given);
    // Where both limits are the same, the zone has no width.
    const [limit = 0] = find(parts, 'limit').map(at);
    const [[from, to] = [limit, limit]] = find(parts, 'zone').map(span);
    const [pointer] = find(parts, 'pointer').map(at);
    const isKept = actual !== null && (low === null || actual >= low) && (high === null || actual <= high);
    // The places have three decimals.
    if (pointer !== undefined && isKept) {
      expect(pointer, `seed ${seed}`).toBeGreaterThan(from - 0.002);
      expect(pointer, `seed ${seed}`).toBeLessThan(to + 0.002);
    }
    if (pointer !== undefined && !isKept)
      expect(Math.max(from - pointer, pointer - to), `seed ${seed}`).toBeGreaterThan(-0.002);
    const labels = [...labelsOf({ ...given, scale, tell: String })].sort((a, b) => startOf(a) - startOf(b));
    labels
      .slice(1)
      .forEach((label, at) =>
        expect(startOf(label) - endOf(labels[at]!), `seed ${seed}`).toBeGreaterThan(5.999),
      );
  }
});
