import { describe, expect, test } from 'vitest';
import { gaugeHtml, gaugeSvg, type Appearance, type Tree } from '@zj/widgets';
import { showDetail } from '../../packages/widgets/src/goal-gauge/detail/detail.js';
import { drawFinding } from '../../packages/widgets/src/goal-gauge/shape-of.js';
import { faceOf } from '../../packages/widgets/src/locale/locale.js';
import { gaugeTree } from '../../packages/widgets/src/goal-gauge/gauge-tree.js';
import { patience, seeds } from '../soak.js';
import { every } from '../../stories/verdicts.js';
import { mutate, scraps } from './mutations.js';

const locales = ['zh-CN', 'en'] as const;
const appearances: readonly Appearance[] = ['arc', 'ring', 'linear', 'number'];

/** All that a reader may see or hear of trees, and the names and values of the drawing. */
function textsOf(trees: readonly Tree[]): readonly string[] {
  return trees.flatMap((tree) => {
    expect(typeof tree === 'string' || Array.isArray(tree)).toBe(true);
    if (typeof tree === 'string') return [tree];
    const [, attributes, ...content] = tree;
    return [...Object.values(attributes).map((value) => `${value}`), ...textsOf(content)];
  });
}

/** The content of a gauge with its detail open, or that its input is not valid. */
function show(
  given: Parameters<typeof drawFinding>[0],
  locale: (typeof locales)[number],
  appearance: Appearance,
): 'not valid' | readonly string[] {
  const look = { locale, appearance };
  const { verdict, judged, failure, shape } = drawFinding(given, look);
  if (failure) {
    expect(failure.code).toBe('RELEASE');
    expect(failure.message(faceOf(locale))).not.toMatch(scraps);
    return 'not valid';
  }
  if (!shape) return 'not valid';
  const detail = verdict ? showDetail(verdict, judged, { locale }) : [];
  const trees = [...gaugeTree(shape, { locale, look: shape.status, stale: false }), ...detail];
  if (verdict) {
    expect(gaugeHtml(verdict, look) + gaugeSvg(verdict, look)).not.toMatch(scraps);
  }
  return textsOf([...trees, shape.reason]);
}

describe('whatever a file says of a goal', () => {
  test(
    'a gauge tells what it can, or that it is not valid: of 10 000 changed verdicts, without an error and without scraps',
    () => {
      let told = 0;
      const list = seeds('verdict mutations', 10_000);
      for (const seed of list) {
        const shown = show({ verdict: mutate(seed) }, locales[seed % 2]!, appearances[seed % 4]!);
        if (shown === 'not valid') continue;
        told++;
        for (const text of shown) expect(text, `seed ${seed}`).not.toMatch(scraps);
      }
      // Both happen often, so that both are tried.
      expect(told).toBeGreaterThan(list.length / 10);
      expect(told).toBeLessThan((list.length * 9) / 10);
    },
    patience(),
  );
});

test('a good verdict stays one', () => {
  for (const verdict of Object.values(every)) expect(show({ verdict }, 'en', 'arc')).not.toBe('not valid');
});
