import { describe, expect, test } from 'vitest';
import {
  destatisWords,
  directionWords,
  formatDown,
  methodNames,
  methodTerms,
  openSdgWords,
  unChartWords,
} from '../../../../packages/metrics/src/goal/methods/words.js';
import { statusWords } from '../../../../packages/metrics/src/goal/words.js';

const tables = { openSdgWords, unChartWords, destatisWords };

test("every published method has its own vocabulary, none of METHODS §4's words in it", () => {
  expect(Object.keys(openSdgWords)).toEqual([
    'target_achieved',
    'substantial_progress',
    'moderate_progress',
    'limited_progress',
    'deterioration',
    'not_available',
  ]);
  expect(Object.keys(unChartWords)).toEqual(['1', '2', '3']);
  expect(Object.keys(destatisWords)).toEqual([
    'sun',
    'slightly_cloudy',
    'cloud',
    'thunderstorm',
    'not_calculated',
  ]);
  const ours = Object.values(statusWords).flatMap(({ zh, en }) => [zh, en]);
  for (const { zh, en } of Object.values(tables).flatMap((table) => Object.values(table))) {
    expect(ours).not.toContain(zh);
    expect(ours).not.toContain(en);
  }
});

test('within a vocabulary no two words are the same, in either language', () => {
  for (const table of [...Object.values(tables), methodNames]) {
    const words = Object.values(table);
    expect(new Set(words.map(({ zh }) => zh)).size).toBe(words.length);
    expect(new Set(words.map(({ en }) => en)).size).toBe(words.length);
  }
});

test('every word is there in Chinese and in English', () => {
  for (const table of [...Object.values(tables), methodNames, methodTerms, directionWords])
    for (const { zh, en } of Object.values(table)) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).toMatch(/^[\x20-\x7e]+$/);
    }
});

describe('a figure in words', () => {
  test.each([
    [0.95, '0.95'],
    [0.9499999, '0.94'],
    [0.29, '0.29'],
    [1.005, '1.00'],
    [10, '10.00'],
    [0, '0.00'],
    [-0, '0.00'],
    [-0.0001, '−0.01'],
    [-0.4, '−0.40'],
    [-2.5, '−2.50'],
    [-2.5001, '−2.51'],
  ])('%d reads %s: cut down, so that it is on no line that it is below', (figure, text) => {
    expect(formatDown(figure)).toBe(text);
  });

  test('is one however large it is', () => {
    expect(formatDown(Number.MAX_VALUE)).not.toMatch(/Infinity|NaN/);
  });
});
