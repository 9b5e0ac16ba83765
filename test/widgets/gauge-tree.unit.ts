import { gaugeShape, gaugeTree, type Appearance, type Attributes, type Tree } from '@zj/widgets';
import { describe, expect, test } from 'vitest';
import type { Hidden } from '../../packages/widgets/src/goal-gauge/shape.js';
import { footTree } from '../../packages/widgets/src/goal-gauge/gauge-tree.js';
import { every, full, revenue } from '../../stories/verdicts.js';

type Element = Exclude<Tree, string>;
const locale = 'zh-CN';

/** The face and the foot of a verdict, with what a page hides. */
function faceOf(
  verdict = full,
  hide: readonly Hidden[] = [],
  { appearance = 'arc', stale = false }: { readonly appearance?: Appearance; readonly stale?: boolean } = {},
): readonly Tree[] {
  const shape = gaugeShape(verdict, { locale, appearance, hide });
  return [...gaugeTree(shape, { locale, look: shape.status, stale, hide }), ...footTree(shape, hide)];
}

/** All elements of a tree, the outer ones first. */
function elementsOf(trees: readonly Tree[]): readonly Element[] {
  return trees.flatMap((tree) =>
    typeof tree === 'string' ? [] : [tree, ...elementsOf(tree.slice(2) as Tree[])],
  );
}
const part = (trees: readonly Tree[], name: string): readonly Element[] =>
  elementsOf(trees).filter(([, attributes]) => attributes.part === name);
const isUnseen = ([, { class: names }]: Element): boolean => `${names}`.split(' ').includes('unseen');

/** The text of trees, without what is in sight alone, or without what assistive technology alone is told. */
function textOf(
  trees: readonly Tree[],
  without: (attributes: Attributes, element: Element) => boolean,
): string {
  return trees
    .map((tree): string => {
      if (typeof tree === 'string') return tree;
      return without(tree[1], tree) ? '' : textOf(tree.slice(2) as Tree[], without);
    })
    .join('');
}
const told = (trees: readonly Tree[]): string => textOf(trees, (one) => one['aria-hidden'] === 'true');
const seen = (trees: readonly Tree[]): string => textOf(trees, (_, element) => isUnseen(element));

const sentence = '预计全年99%（96–100），达标可能性约为一半（42.3%）';

describe('the face', () => {
  test('has the forecast briefly; assistive technology is told it once, in full', () => {
    expect(seen(faceOf())).toContain('预计全年99%');
    expect(seen(faceOf())).not.toContain('96–100');
    expect(told(faceOf()).split('预计')).toHaveLength(2);
    expect(told(faceOf())).toContain(sentence);
  });

  test('that is stale says so in place of the forecast', () => {
    const face = faceOf(full, [], { stale: true });
    expect(seen(face)).toContain('数据可能已过期');
    expect(told(face)).toContain('数据可能已过期');
    expect(seen(face)).not.toContain('预计');
    expect(told(face)).toContain(sentence);
  });

  test('says first that data are made up, in a word that a small card shortens for the eye', () => {
    const [demo] = part(faceOf(), 'demo');
    expect(demo!.slice(2)).toEqual([
      ['span', { class: 'full' }, '示例数据'],
      ['span', { class: 'brief', 'aria-hidden': 'true' }, '示例'],
    ]);
    expect(told(faceOf()).startsWith('示例数据 三大先导产业营业收入')).toBe(true);
    expect(part(faceOf({ ...full, demo: false }), 'demo')).toEqual([]);
  });

  test('breaks the goal’s name between words, in the language of the name', () => {
    const [label] = part(faceOf(), 'label');
    expect(label!.filter((child) => Array.isArray(child) && child[0] === 'wbr').length).toBeGreaterThan(1);
    const name = { en: 'Revenue of the three leading industries' };
    const [english] = part(faceOf({ ...full, name }), 'label');
    expect(english).toEqual(['span', { part: 'label', lang: 'en' }, name.en]);
  });

  test('has keys for the marks that are drawn, and none for others', () => {
    const keys = (...given: Parameters<typeof faceOf>): readonly boolean[] =>
      ['outlook', 'pace'].map((name) => {
        const [found] = part(faceOf(...given), name);
        return `${found![1].class}`.split(' ').includes('key');
      });
    expect(keys()).toEqual([true, true]);
    expect(keys(full, [], { appearance: 'number' })).toEqual([false, false]);
    expect(keys(full, ['forecast'])).toEqual([false, true]);
    expect(keys({ ...full, status: 'missed' })).toEqual([false, true]);
    expect(keys(every['off track, a count'])).toEqual([false, false]);
  });

  test('has arrows beside the ends of an arc, and those of a ring in its drawing', () => {
    const arrows = (verdict: typeof full, appearance: Appearance): readonly unknown[] => {
      const [ends] = part(faceOf(verdict, [], { appearance }), 'ends');
      return (ends!.slice(2) as Element[]).map(([tag, { part }]) => `${tag} ${part}`);
    };
    const labels = ['span start', 'span target'];
    expect(arrows(full, 'arc')).toEqual(labels);
    expect(arrows(every['beyond the target']!, 'arc')).toEqual([...labels, 'svg done']);
    expect(arrows(every['beyond the target']!, 'ring')).toEqual(labels);
    expect(arrows(every['rising, where it should fall']!, 'linear')).toEqual(['svg done', ...labels]);
    expect(arrows(every['beyond the target']!, 'number')).toEqual(labels);
  });
});

describe('what a page hides', () => {
  const all: readonly Hidden[] = ['forecast', 'source', 'through'];

  test('is told to assistive technology, word for word as without', () => {
    for (const verdict of Object.values(every)) {
      for (const hide of [...all.map((one) => [one]), all])
        expect(told(faceOf(verdict, hide)).replaceAll(/[ ·]/g, '')).toBe(
          told(faceOf(verdict)).replaceAll(/[ ·]/g, ''),
        );
    }
    expect(told(faceOf(full, all))).toContain(sentence);
  });

  test('is out of sight: each alone, and all together', () => {
    const words = { forecast: '预计全年', source: '示例数据(park/generate)', through: '截至2026年10月' };
    expect(Object.values(words).map((one) => seen(faceOf()).includes(one))).toEqual([true, true, true]);
    for (const hide of [...all.map((one) => [one]), all]) {
      const face = seen(faceOf(full, hide));
      for (const one of all)
        expect(face.includes(words[one]), `${one} of ${hide.join()}`).toBe(!hide.includes(one));
      // A point stands between two, and beside none.
      expect(face.includes('·')).toBe(!hide.includes('source') && !hide.includes('through'));
    }
  });

  test('is not drawn; the schedule and what is done are', () => {
    for (const verdict of [full, every['a forecast beyond the target']!]) {
      for (const appearance of ['arc', 'ring', 'linear'] as const) {
        const face = faceOf(verdict, ['forecast'], { appearance });
        expect(part(face, 'forecast')).toEqual([]);
        expect(part(faceOf(verdict, [], { appearance }), 'forecast')).toHaveLength(1);
        for (const name of ['done', 'schedule']) expect(part(face, name)).toHaveLength(1);
      }
    }
  });
});

describe('the foot', () => {
  const text = (verdict: typeof full): string => seen(footTree(gaugeShape(verdict, { locale })));

  test('has the last day of the figures and their source, with a point between', () => {
    expect(text(full)).toBe('截至2026年10月 · 示例数据(park/generate)');
    expect(told(footTree(gaugeShape(full, { locale })))).toBe(
      '截至2026年10月 · 来源：示例数据(park/generate)',
    );
  });

  test('has no point beside one of them alone', () => {
    expect(text(every['no data']!)).toBe('示例数据(park/generate)');
    expect(text({ ...revenue(), source: { zh: '', en: '' } })).toBe('截至2026年10月');
  });
});
