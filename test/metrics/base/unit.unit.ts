import type { Unit } from '@zj/metrics';
import { expect, test } from 'vitest';
import { unitAfter } from '../../../packages/metrics/src/base/unit.js';
import { formatUnit } from '../../../packages/metrics/src/dataset/rejects.js';
import { formatQuantity } from '../../../packages/metrics/src/goal/quantity.js';

const enterprises: Unit = { zh: '家', en: 'enterprises', one: 'enterprise' };
const english: Unit = { en: 'enterprises', one: 'enterprise' };

test.each<[unit: Unit, isOne: boolean, zh: string, en: string]>([
  [enterprises, true, '家', 'enterprise'],
  [enterprises, false, '家', 'enterprises'],
  [{ zh: '家', en: 'enterprises' }, true, '家', 'enterprises'],
  [english, true, ' enterprise', 'enterprise'],
  [english, false, ' enterprises', 'enterprises'],
  [{ zh: '家' }, true, '家', '家'],
  // A page may hand over what no parser accepts.
  [{ zh: '家', one: 'enterprise' }, true, '家', '家'],
])('after one the singular stands, in English alone: %j, one: %s', (unit, isOne, zh, en) => {
  expect([unitAfter(unit, 'zh', isOne), unitAfter(unit, 'en', isOne)]).toEqual([zh, en]);
});

test.each<[unit: Unit, figure: number, zh: string, en: string]>([
  [enterprises, 0, '0家', '0 enterprises'],
  [enterprises, 1, '1家', '1 enterprise'],
  [enterprises, 1 + 1e-16, '1家', '1 enterprise'],
  [enterprises, 1.5, '1.5家', '1.5 enterprises'],
  [enterprises, 2, '2家', '2 enterprises'],
  [enterprises, -1, '−1家', '−1 enterprises'],
  [enterprises, 11, '11家', '11 enterprises'],
  [english, 1, '1 enterprise', '1 enterprise'],
  [english, 2, '2 enterprises', '2 enterprises'],
  [{ zh: '人', en: 'people', one: 'person', power: 4 }, 1, '1万人', '0.01 million people'],
  [{ zh: '人', en: 'people', one: 'person', power: 4 }, 100, '100万人', '1 million people'],
  [{ zh: '人', en: 'people', one: 'person', power: 2 }, 0.01, '1人', '1 person'],
])('a figure that reads exactly 1 has the singular: %j × %d', (unit, figure, zh, en) => {
  const told = formatQuantity(figure, unit);
  expect([told.zh, told.en]).toEqual([zh, en]);
});

test('a unit in the words of tables has its singular after one', () => {
  expect([formatUnit(english), formatUnit(english, true)]).toEqual(['enterprises', 'enterprise']);
  expect([formatUnit(enterprises), formatUnit(enterprises, true)]).toEqual(['家', '家']);
  expect(formatUnit({ ...english, power: 3 }, true)).toBe('10^3 enterprises');
});
