import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PublishedVerdict } from '@zj/metrics';
import { full } from '../../stories/verdicts.js';
import { thin } from '../metrics/plan/languages.js';
import { clear, find, mount, open, read } from './mount.js';
import { readNames } from './names.js';

beforeEach(clear);
afterEach(clear);

/** The verdict of a plan that is in one language alone. */
function inOne(language: 'zh' | 'en'): PublishedVerdict {
  const { name, unit, qualifier, clause, source } = full;
  const question = { zh: '哪一年？', en: 'Which year?' };
  const interpretations = [{ question, reading: { zh: '2026年。', en: '2026.' } }];
  return { ...full, ...thin({ name, unit, qualifier, clause, source, interpretations }, () => [language]) };
}

/** What is marked in a gauge, with the language of each. */
function marks(gauge: Awaited<ReturnType<typeof mount>>): readonly string[] {
  const all = gauge.shadowRoot!.querySelectorAll<HTMLElement>('figure [lang]:not(.seen)');
  return [...all].map((one) => `${one.lang} ${one.textContent}`);
}

test('an English gauge shows the Chinese of a plan that has no English, and marks it, also behind the figure', async () => {
  const gauge = await mount({ verdict: inOne('zh'), lang: 'en' });
  expect(find(gauge, '[part=label]').lang).toBe('zh-CN');
  expect(read(gauge, '[part=label]')).toBe('三大先导产业营业收入');
  expect(read(gauge, '.chip')).toBe('On track');
  expect(marks(gauge)).toEqual(['zh-CN 三大先导产业营业收入', 'zh-CN 元', 'zh-CN 示例数据(park/generate)']);
  await open(gauge);
  const cells = [...gauge.shadowRoot!.querySelectorAll<HTMLElement>('th, td')];
  const told = cells.map(({ lang, textContent }) => `${lang} ${textContent}`);
  expect(told).toContain('zh-CN 完成');
  expect(told).toContain('zh-CN 示例数据(park/generate)');
  expect(told).toContain('zh-CN 哪一年？');
  expect(told).toContain('zh-CN 2026年。');
  expect(marks(gauge)).toContain('zh-CN 到2026年,三大先导产业完成营业收入6000亿元');
  expect(find(gauge, 'pre').querySelector('[lang]')).toBeNull();
});

test('when the gauge changes its language, the marks go and come', async () => {
  const gauge = await mount({ verdict: inOne('zh'), lang: 'en' });
  const before = marks(gauge);
  gauge.lang = 'zh-CN';
  await gauge.updateComplete;
  expect(marks(gauge)).toEqual([]);
  expect(read(gauge, '[part=label]')).toBe('三大先导产业营业收入');
  gauge.lang = 'en';
  await gauge.updateComplete;
  expect(marks(gauge)).toEqual(before);
});

test.each([
  ['zh-CN', 'en'],
  ['en', 'zh'],
] as const)('in a gauge in %s, words that are in %s alone have the font of the others', async (lang, own) => {
  const gauge = await mount({ verdict: inOne(own), lang, elder: true });
  await open(gauge);
  const font = (element: Element): string => getComputedStyle(element).fontFamily;
  const marked = [...gauge.shadowRoot!.querySelectorAll('figure [lang]')];
  expect(marked.length).toBeGreaterThan(5);
  expect(new Set(marked.map(font))).toEqual(new Set([font(find(gauge, 'figure'))]));
});

test.each([
  ['zh-CN', 'en', 'Revenue of the three leading industries'],
  ['en', 'zh', '三大先导产业营业收入'],
] as const)(
  'in a gauge in %s, assistive technology is told the name that is in %s alone',
  async (lang, own, name) => {
    const gauge = await mount({ verdict: inOne(own), lang });
    await open(gauge);
    const named = await readNames();
    // A name that may break between its words is one text all the same: nothing is between them.
    const told = named('StaticText').join('');
    expect([named('Figcaption').length, told.includes(name)]).toEqual([1, true]);
    for (const role of ['meter', 'rowheader', 'StaticText']) expect(named(role)).not.toContain('');
    expect(named('rowheader').length).toBeGreaterThan(5);
  },
);
