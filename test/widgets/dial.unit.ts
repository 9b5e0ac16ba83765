import { expect, test } from 'vitest';
import { countSegments, drawDial } from '../../packages/widgets/src/shape/dial.js';
import { applications, every, incubators, revenue, unicorns } from '../../stories/verdicts.js';

const strokes = (path: string): number => path.split('M').length - 1;
const end = (path: string): number[] => path.split(' ').slice(-2).map(Number);

test('a large number is one arc, its tip where its share of the way is', () => {
  const { track, value } = drawDial(revenue());
  expect([strokes(track), strokes(value)]).toEqual([1, 1]);
  const half = (Math.PI * 2) / 3;
  const tip = half * (2 * (5036.18 / 6000) - 1) - Math.asin(8 / 84);
  const [x, y] = end(value);
  expect(x).toBeCloseTo(84 * Math.sin(tip), 9);
  expect(y).toBeCloseTo(-84 * Math.cos(tip), 9);
});

test('a small count is a segment for each thing, filled for each that there is', () => {
  expect(strokes(drawDial(unicorns()).track)).toBe(2);
  expect(strokes(drawDial(unicorns()).value)).toBe(1);
  expect(strokes(drawDial(every['five of twelve']!).track)).toBe(12);
  expect(strokes(drawDial(every['five of twelve']!).value)).toBe(5);
  expect(drawDial(incubators()).track).toBe(drawDial(incubators()).value);
});

test('counts of more than twelve, and figures that count nothing, are arcs', () => {
  expect(countSegments({ count: true, target: 12 })).toBe(12);
  expect(countSegments({ count: true, target: 13 })).toBe(0);
  expect(countSegments({ count: true, target: 1.5 })).toBe(0);
  expect(countSegments({ count: true, target: 0 })).toBe(0);
  expect(countSegments({ count: true, target: null })).toBe(0);
  expect(countSegments({ count: false, target: 2 })).toBe(0);
});

test('the drawing is clamped at nothing and at the target', () => {
  expect(drawDial(every['below nothing']!).value).toBe('');
  expect(drawDial(every['beyond the target']!).value).toBe(drawDial(revenue()).track);
  expect(strokes(drawDial(unicorns({ observations: [{ date: '2026-05-11', value: 5 }] })).value)).toBe(2);
});

test('the schedule is marked on an arc where there is one, and on a small count never', () => {
  expect(drawDial(revenue()).schedule).toMatch(/^M[-\d. ]+L[-\d. ]+$/);
  expect(drawDial(every['no target']!).schedule).toBe('');
  expect(drawDial(applications({ reportedThrough: null })).schedule).toBe('');
  expect(drawDial(unicorns()).schedule).toBe('');
});
