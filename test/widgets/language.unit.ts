import { readdirSync, readFileSync } from 'node:fs';
import { addLanguage, gaugeHtml, gaugeShape, gaugeSvg, gaugeTables } from '@zj/widgets';
import { describe, expect, test } from 'vitest';
import { chartBook } from '../../packages/widgets/src/chart/book.js';
import { detailBook } from '../../packages/widgets/src/goal-gauge/detail/book.js';
import { gaugeBook, gaugeFace } from '../../packages/widgets/src/goal-gauge/book.js';
import { trendBook } from '../../packages/widgets/src/trend-chart/book.js';
import { sourceBook } from '../../packages/widgets/src/source/book.js';
import { tableBook } from '../../packages/widgets/src/data-table/book.js';
import { filterBook } from '../../packages/widgets/src/filter/book.js';
import { goalBoardBook } from '../../packages/widgets/src/goal-board/book.js';
import { ladderBook } from '../../packages/widgets/src/tier-ladder/book.js';
import { boardBook } from '../../packages/widgets/src/task-board/book.js';
import { verifyBook } from '../../packages/widgets/src/verify/book.js';
import { breakdownBook } from '../../packages/widgets/src/breakdown-chart/book.js';
import { menuBook } from '../../packages/widgets/src/menu/book.js';
import { wordsOf } from '../../packages/widgets/src/locale/book.js';
import { faces } from '../../packages/widgets/src/locale/locale.js';
import type { Book } from '../../packages/widgets/src/locale/book.js';
import * as french from './french.js';
import { every, full, revenue } from '../../stories/verdicts.js';

/** The words of every element: one that is new has a line here, and its words in `french.ts`. */
const books: readonly Book<object>[] = [
  gaugeBook,
  detailBook,
  sourceBook,
  chartBook,
  trendBook,
  breakdownBook,
  tableBook,
  filterBook,
  goalBoardBook,
  ladderBook,
  boardBook,
  verifyBook,
  menuBook,
];

test('a third language is one file: the gauge and what stands behind it speak it, with its figures', () => {
  addLanguage('fr', french);
  const shape = gaugeShape(full, { locale: 'fr' });
  expect(shape.figure).toEqual(['83,9', ' %']);
  expect(shape.quantity).toEqual(['503,6', '/ 600 milliards yuan']);
  expect(shape).toMatchObject({
    name: 'Revenue of the three leading industries',
    word: 'En bonne voie',
    pace: 'Calendrier 83,3 %, 0,6 points d’avance',
    outlook: 'Prévision 99% (96–100), probabilité 42,3 %',
    through: 'Jusqu’au 31 octobre 2026',
  });
  expect(shape.meter.text).toBe('83,9 %, 503,6 milliards yuan sur un objectif de 600 milliards yuan');
  expect(Object.fromEntries(gaugeTables(full, { locale: 'fr' })[0]!.rows)).toMatchObject({
    'Taux d’atteinte': '(503,618 − 0) ÷ (600 − 0) = 83,9 %',
    Reste: '96,382 milliards yuan en 2 mois, 48,2 milliards yuan par mois',
    Prévision: '595,8 milliards yuan',
    'Intervalle à 80 %': 'de 577,2 à 602,4 milliards yuan',
  });
});

test('a language that is not known is English', () => {
  expect(gaugeShape(revenue(), { locale: 'tlh' }).word).toBe('On track');
});

test('every language has the same words, each with something to say', () => {
  const shared = { name: 'face', words: Object.fromEntries(faces) };
  for (const { name, words } of [shared, ...books]) {
    const added = { ...words, fr: (french as Readonly<Record<string, object>>)[name]! };
    const [chinese, ...others] = [words['zh-CN']!, ...Object.values(added)];
    for (const other of others) {
      expect(Object.keys(other).sort(), name).toEqual(Object.keys(chinese).sort());
      expect(Object.entries(other).filter(([key, word]) => word === '' && key !== 'space')).toEqual([]);
    }
  }
});

test('every book of words in the sources is one that the tests of languages know', () => {
  const folder = new URL('../../packages/widgets/src/', import.meta.url);
  const written = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('book.ts'))
    .flatMap((file) => [
      ...readFileSync(new URL(file, folder), 'utf8').matchAll(/^export const \w+: Book</gm),
    ]);
  expect(written).toHaveLength(books.length);
  expect(new Set(books.map(({ name }) => name)).size).toBe(books.length);
});

test('an element of which an added language has no words speaks English, with the numbers of the language', () => {
  addLanguage('br', { face: french.face });
  const shape = gaugeShape(full, { locale: 'br' });
  expect(shape.word).toBe('En bonne voie');
  expect(shape.pace).toBe('Calendrier 83,3 %, 0.6 points ahead');
  expect(Object.fromEntries(gaugeTables(full, { locale: 'br' })[0]!.rows)).toHaveProperty('Still needed');
});

test('a language that is added again replaces the words that it had', () => {
  addLanguage('gl', { ...french, gauge: { ...french.gauge, level: 'first' } });
  expect(wordsOf(gaugeBook, 'gl').level).toBe('first');
  addLanguage('gl', { ...french, gauge: { ...french.gauge, level: 'second' } });
  expect(wordsOf(gaugeBook, 'gl').level).toBe('second');
});

test('a short word is a part of its long form, as it is written there', () => {
  for (const { demo, demoBriefly, why, whyBriefly } of ['zh-CN', 'en', 'fr'].map(gaugeFace)) {
    expect(demo.startsWith(demoBriefly)).toBe(true);
    // Who speaks to a page says what is seen on it.
    expect(why).toContain(whyBriefly);
  }
});

test('no Chinese is in an English gauge but what the release has in Chinese alone', () => {
  for (const verdict of Object.values(every)) {
    const words = [gaugeShape(verdict, { locale: 'en' }), gaugeTables(verdict, { locale: 'en' })];
    expect(JSON.stringify(words)).not.toMatch(/[\u4e00-\u9fff]/);
  }
});

describe('what is printed is in the language that it says, by any tag', () => {
  test.each(['zh', 'ZH-CN', 'zh_CN', 'zh-Hant-TW', 'cmn', 'yue-HK'])('%s is Chinese', (locale) => {
    expect(gaugeHtml(full, { locale })).toBe(gaugeHtml(full, { locale: 'zh-CN' }));
    expect(gaugeSvg(full, { locale })).toBe(gaugeSvg(full, { locale: 'zh-CN' }));
  });

  test.each(['en-GB', 'de', 'xx', '', 'zhuang'])('%j is English', (locale) => {
    expect(gaugeHtml(full, { locale })).toBe(gaugeHtml(full, { locale: 'en' }));
    expect(gaugeSvg(full, { locale })).toBe(gaugeSvg(full, { locale: 'en' }));
  });
});
