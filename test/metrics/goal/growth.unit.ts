import { expect, test } from 'vitest';
import { growthSince } from '../../../packages/metrics/src/goal/growth.js';

const baseline = { value: 100, date: '2020-12-31' } as const;

test('average growth is that of whole years since the baseline', () => {
  expect(growthSince(baseline, 107, '2021-12-31')).toBe(0.07);
  expect(growthSince(baseline, 121, '2022-12-31')).toBe(0.1);
  expect(growthSince(baseline, 121, '2023-12-30')).toBe(0.1);
  expect(growthSince(baseline, 133.1, '2023-12-31')).toBe(0.1);
  expect(growthSince(baseline, 81, '2022-12-31')).toBe(-0.1);
  expect(growthSince(baseline, 100, '2025-12-31')).toBe(0);
});

test('there is none before a whole year, nor without a figure, nor from or to one that is not above zero', () => {
  expect(growthSince(baseline, 107, '2021-12-30')).toBeNull();
  for (const figure of [0, -5, null]) expect(growthSince(baseline, figure, '2025-12-31')).toBeNull();
  for (const value of [0, -100]) expect(growthSince({ ...baseline, value }, 107, '2025-12-31')).toBeNull();
  expect(growthSince(baseline, 107, null)).toBeNull();
  for (const none of [null, undefined]) expect(growthSince(none, 107, '2025-12-31')).toBeNull();
});
