import { addLanguage, gaugeHtml, gaugeShape, gaugeSvg, gaugeTables } from '@zj/widgets';
import type { PublishedVerdict, Unit } from '@zj/metrics';
import { beforeAll, expect, test } from 'vitest';
import { tellQuantities } from '../../packages/widgets/src/locale/number.js';
import { foreseen, incubators, unicorns } from '../../stories/verdicts.js';
import { random } from '../metrics/goal/random.js';
import * as french from './french.js';

const unit: Unit = { zh: '家', en: 'enterprises', one: 'enterprise' };
const counted = (value: number) => [{ date: '2026-05-11', value }];
const one = counted(1);

beforeAll(() => {
  addLanguage('fr', french);
  // A language with digits of its own.
  const number = (decimal: string): string => decimal.replaceAll(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[+digit]!);
  addLanguage('ar', { face: { ...french.face, number }, detail: french.detail });
});

/** A figure as it is told with its unit. */
function tell(value: number, locale: string, of: Unit = unit, beside: readonly number[] = []): string {
  const { tell, unitOf } = tellQuantities(of, [value, ...beside], locale);
  return tell(value) + unitOf(tell(value));
}

test.each([
  [0, '0 enterprises'],
  [1, '1 enterprise'],
  [-1, '−1 enterprises'],
  [1.5, '1.5 enterprises'],
  [2, '2 enterprises'],
  [21, '21 enterprises'],
  [1e6, '1 million enterprises'],
  [1e9, '1 billion enterprises'],
])('%d in English is %s', (value, told) => {
  expect(tell(value, 'en')).toBe(told);
  expect(tell(value, 'zh-CN')).not.toMatch(/[a-z]/);
});

test('beside larger figures one stays in their scale, and so in the plural', () => {
  expect(tell(1e6, 'en', unit, [3e6])).toBe('1 million enterprises');
  expect(tell(1, 'en', unit, [3e6])).toBe('0.000001 million enterprises');
});

test('a language that reads English takes its singular, in digits of its own, too', () => {
  expect([tell(1, 'fr'), tell(2, 'fr'), tell(1.5, 'fr')]).toEqual([
    '1 enterprise',
    '2 enterprises',
    '1,5 enterprises',
  ]);
  expect([tell(1, 'ar'), tell(2, 'ar')]).toEqual(['١ enterprise', '٢ enterprises']);
});

test('a unit without a singular, or without English, stays as it is', () => {
  expect(tell(1, 'en', { zh: '家', en: 'enterprises' })).toBe('1 enterprises');
  expect(tell(1, 'en', { zh: '家' })).toBe('1 家');
});

test('on a gauge the unit is that of the last figure before it', () => {
  const quantity = (verdict: PublishedVerdict): readonly string[] => {
    const { figure, quantity } = gaugeShape(verdict, { locale: 'en' });
    return [figure.join(''), quantity.join(' ').trim()];
  };
  expect(quantity(unicorns({ observations: one }))).toEqual(['1 / 2', 'enterprises']);
  expect(quantity(unicorns({ observations: [], target: 1 }))).toEqual(['0 / 1', 'enterprise']);
  expect(quantity(incubators())).toEqual(['1 / 1', 'incubator']);
  expect(quantity(unicorns({ observations: one, target: null }))).toEqual(['1', 'enterprise']);
  expect(quantity(unicorns({ reportedThrough: null, target: 1 }))).toEqual(['— / 1', 'enterprise']);
  expect(quantity({ ...unicorns({ observations: one, target: 1 }), count: false })).toEqual([
    '100.0%',
    '1 / 1 enterprise',
  ]);
  expect(quantity({ ...unicorns({ target: 1 }), count: false, attainment: null })).toEqual([
    '1',
    'Target 1 enterprise',
  ]);
});

test('assistive technology hears the singular at each figure of one, and no other', () => {
  const text = (verdict: PublishedVerdict): string => gaugeShape(verdict, { locale: 'en' }).meter.text;
  expect(text(unicorns())).toBe('1 enterprise of a target of 2 enterprises');
  expect(text(incubators())).toBe('1 incubator of a target of 1 incubator');
  expect(text(unicorns({ observations: [], target: 1 }))).toBe('0 enterprises of a target of 1 enterprise');
  expect(text(unicorns({ reportedThrough: null, target: 1 }))).toBe('Target 1 enterprise');
  expect(text(unicorns({ target: null }))).toBe('1 enterprise');
});

test('the forecast, its range and what is needed have the singular, and so has a picture', () => {
  const verdict = {
    ...foreseen(unicorns(), 1, [0, 1]),
    needed: { total: 1, months: 1, perMonth: 1 },
    before: { value: 1, date: '2025-12-31' },
  };
  expect(gaugeShape(verdict, { locale: 'en' }).outlook).toBe('Forecast 1 enterprise (0–1)');
  expect(Object.fromEntries(gaugeTables(verdict, { locale: 'en' })[0]!.rows)).toMatchObject({
    Target: '2 enterprises',
    Actual: '1 enterprise',
    'Last figure before the period': '1 enterprise (31 December 2025)',
    'Forecast of the end': '1 enterprise',
    '80% interval': '0–1 enterprise',
    'Still needed': '1 enterprise in 1 month, 1 enterprise a month',
  });
  const later = { ...verdict, needed: { total: 1, months: 2, perMonth: 0.5 } };
  expect(Object.fromEntries(gaugeTables(later, { locale: 'en' })[0]!.rows)).toMatchObject({
    'Still needed': '1 enterprise in 2 months, 0.5 enterprises a month',
  });
  expect(gaugeSvg(incubators(), { locale: 'en' })).toContain(
    ': 1 incubator of a target of 1 incubator, achieved</title>',
  );
});

test('one percentage point is told so', () => {
  const needed = { total: 1, months: 2, perMonth: 0.5 };
  const verdict = { ...unicorns(), needed, unit: { zh: '%', en: '%' }, actual: 84, target: 85, count: false };
  expect(Object.fromEntries(gaugeTables(verdict, { locale: 'en' })[0]!.rows)).toMatchObject({
    'Still needed': '1 percentage point in 2 months, 0.5 percentage points a month',
  });
});

test('a Chinese gauge marks the English singular of a unit that has no Chinese', () => {
  const english = { en: 'enterprises', one: 'enterprise' };
  const html = gaugeHtml({ ...unicorns(), unit: english }, { locale: 'zh-CN' });
  expect(html).toContain('aria-valuetext="1 enterprise / 目标2 enterprises"');
  expect(html).toContain('<td>1 <bdi lang="en">enterprise</bdi></td>');
  expect(html).toContain('<td>2 <bdi lang="en">enterprises</bdi></td>');
  expect(gaugeHtml({ ...unicorns(), unit }, { locale: 'zh-CN' })).not.toContain('enterprise');
});

/** Every text of a gauge, of its picture and of what stands behind it. */
function textsOf(verdict: PublishedVerdict, locale: string): readonly string[] {
  const shape = gaugeShape(verdict, { locale });
  const plain = (markup: string): string => markup.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
  return [
    shape.meter.text,
    shape.outlook,
    shape.reason,
    shape.figure.join('') + shape.quantity.join(''),
    ...gaugeTables(verdict, { locale }).flatMap(({ rows }) => rows.map(([, text]) => text)),
    plain(gaugeHtml(verdict, { locale })),
    plain(gaugeSvg(verdict, { locale })),
  ];
}

test('of any counts, in any language, no text has 1 with the plural or another figure with the singular', () => {
  const next = random(7);
  const upTo = (most: number): number => Math.floor(next() * (most + 1));
  const found = { singular: 0, plural: 0 };
  for (let times = 0; times < 150; times++) {
    const target = [null, 1, 1 + upTo(19)][upTo(2)]!;
    const verdict = foreseen(
      unicorns({
        name: { zh: '甲', en: 'A' },
        target,
        unit: next() < 0.5 ? unit : { en: 'enterprises', one: 'enterprise' },
        observations: counted(upTo(next() < 0.5 ? 2 : 20)),
      }),
      next() < 0.5 ? upTo(3) : upTo(30) / 10,
      next() < 0.5 ? null : [upTo(2), 1 + upTo(2)],
    );
    const needed = { total: upTo(20), months: upTo(30) / 10, perMonth: upTo(3) / 2 };
    const told = { ...verdict, count: next() < 0.7, needed, before: { value: upTo(2), date: '2024-12-31' } };
    for (const locale of ['zh-CN', 'en', 'fr']) {
      for (const text of textsOf(told, locale)) {
        for (const [all, figure, word] of text.matchAll(/([−\d.,]*\d)[\s/]*(enterprises?)\b/g)) {
          expect(`${figure} ${word}`, `${all} in ${text}`).toMatch(
            figure === '1' ? /^1 enterprise$/ : / enterprises$/,
          );
          found[figure === '1' ? 'singular' : 'plural']++;
        }
      }
    }
  }
  expect(Math.min(found.singular, found.plural)).toBeGreaterThan(500);
});
