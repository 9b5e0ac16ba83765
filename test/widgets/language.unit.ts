import { addLanguage, gaugeHtml, gaugeShape, gaugeSvg, gaugeTables } from '@zj/widgets';
import { describe, expect, test } from 'vitest';
import { details } from '../../packages/widgets/src/locale/detail.js';
import { faces } from '../../packages/widgets/src/locale/locale.js';
import * as french from './french.js';
import { every, full, revenue } from '../../stories/verdicts.js';

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
  for (const languages of [faces, details]) {
    const [chinese, ...others] = [...languages.values()];
    for (const other of others) {
      expect(Object.keys(other)).toEqual(Object.keys(chinese!));
      expect(Object.entries(other).filter(([name, word]) => word === '' && name !== 'space')).toEqual([]);
    }
  }
});

test('a short word is a part of its long form, as it is written there', () => {
  for (const { demo, demoBriefly, why, whyBriefly } of [...faces.values(), french.face]) {
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
