import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { boundOf } from '../../../packages/metrics/src/plan/bounds.js';
import { parsePlan } from '../../../packages/metrics/src/plan/parse.js';
import type { Goal, Plan } from '../../../packages/metrics/src/plan/plan.js';

const park = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../examples/park/plan.json'), 'utf8'),
) as Plan;
/** The problems of the park's first goal with other entries. */
const remedies = (changes: Readonly<Record<string, unknown>>): readonly string[] => {
  const [first, ...rest] = park.goals;
  return parsePlan({ ...park, goals: [{ ...first!, ...changes }, ...rest] }).problems.map(
    ({ remedy }) => remedy,
  );
};

test('a key that is to say whether a target is a floor or a ceiling is told what says it', () => {
  for (const [key, value] of Object.entries({
    bounds: 'at-least',
    floor: true,
    atLeast: true,
    'at-most': 5,
    max: 5,
    operator: '>=',
  }))
    expect(remedies({ [key]: value }), key).toEqual([
      'Remove it. Write a floor as "bound": "at-least" and a ceiling as "bound": "at-most" beside the target, a range as "range": { "from": 4.5, "to": 5.5 } with "target": null.',
    ]);
  expect(remedies({ hodl: true })).toEqual(['Did you mean "hold"?']);
});

describe('a target that is no number', () => {
  test('but a range: the remedy shows how a range is written', () => {
    for (const target of [
      '4.5–5.5',
      '4.5-5.5',
      '4.5%~5.5%',
      '4.5 至 5.5',
      '4.5 to 5.5',
      [4.5, 5.5],
      { from: 4.5, to: 5.5 },
    ]) {
      expect(remedies({ target }), JSON.stringify(target)).toEqual([
        expect.stringContaining('"range": { "from": 4.5, "to": 5.5 }'),
      ]);
    }
  });

  test('but a floor or a ceiling: the figure is to be written alone', () => {
    for (const target of ['不低于95', '≥ 95', 'at least 95', '95以上', '不少于 95 家'])
      expect(remedies({ target }), target).toEqual([
        expect.stringMatching(/^Write the figure alone, 95: .* or above.*"bound": "at-least"/),
      ]);
    for (const target of ['不超过5', '≤5', 'at most 5', '5以内'])
      expect(remedies({ target }), target).toEqual([
        expect.stringMatching(/^Write the figure alone, 5, .*"bound": "at-most".* or below/),
      ]);
    expect(remedies({ target: '不低于 12,300.5 亿元' })).toEqual([
      expect.stringContaining('alone, 12300.5:'),
    ]);
  });

  test('nor any of these: digits', () => {
    for (const target of ['many', '6000', true, {}])
      expect(remedies({ target })).toEqual([expect.stringMatching(/^Write digits without quotes/)]);
  });
});

test('a floor that holds already is never to be turned into a decrease, nor a ceiling into an increase', () => {
  const level = (changes: Partial<Goal>) => remedies({ accumulate: 'level', milestones: [], ...changes });
  const floor = { zh: '不低于', en: 'at least', binding: 'firm' } as const;
  const baseline = { value: 97, date: '2025-12-31' };
  expect(level({ target: 95, baseline, qualifier: floor })).toEqual([
    'A floor that is already met is a bound: write "bound": "at-least", and remove the baseline.',
  ]);
  expect(level({ target: 95, baseline: null, bound: 'at-least', qualifier: floor })).toEqual([]);
  const ceiling = { zh: '不超过', en: 'no more than', binding: 'firm' } as const;
  expect(level({ target: 99, baseline, direction: 'decrease', qualifier: ceiling })).toEqual([
    'A ceiling that is already met is a bound: write "bound": "at-most", and remove the baseline and the direction.',
  ]);
});

test('words that say no bound are none', () => {
  for (const text of ['完成', '争取', 'strive for', '力争达到 6000 亿元', 'at the latest'])
    expect(boundOf(text), text).toBeUndefined();
});
