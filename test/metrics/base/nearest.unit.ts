import { expect, test } from 'vitest';
import { nearest, printSentence, suggest } from '@zj/metrics/internal';

const remedyFor = (name: string, known: readonly string[]) => printSentence(suggest(name, known));
const columns = ['month', 'industry', 'sub_industry', 'revenue', '集成电路'];

test.each([
  ['mnoth', 'month'],
  ['Month', 'month'],
  ['industy', 'industry'],
  ['subindustry', 'sub_industry'],
  ['集成电', '集成电路'],
])('%s is taken for %s', (typed, meant) => {
  expect(nearest(typed, columns)).toBe(meant);
});

test('what is like no known name is taken for none of them', () => {
  expect(nearest('applicant', columns)).toBeUndefined();
  expect(nearest('x', [])).toBeUndefined();
  expect(nearest('a'.repeat(100_000), ['a'.repeat(100_000)])).toBeUndefined();
});

test('a remedy names the nearest name, or else what there is', () => {
  expect(remedyFor('mnoth', columns)).toBe('Did you mean "month"?');
  expect(remedyFor('applicant', ['month', 'revenue'])).toBe('Use one of: month, revenue.');
  expect(remedyFor('x', [])).toMatch(/None is declared/);
  expect(
    remedyFor(
      'zzzzzzzz',
      Array.from({ length: 30 }, (_, i) => `column_${i}`),
    ),
  ).toMatch(/… \(30 in all\)\.$/);
});
