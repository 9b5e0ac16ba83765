import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { formatProblem } from '@zj/metrics';
import { expect, test } from 'vitest';
import { parsePlan } from '../../../packages/metrics/src/plan/parse.js';
import { readExample } from '../example.js';
import { changed, former, kinds, planWith } from './kinds.js';

const right = Object.keys(kinds) as readonly (keyof typeof kinds)[];

/** A goal of this kind is right, and given back as it is. */
function expectRight(goal: unknown): void {
  const json = planWith(goal);
  const { plan, problems } = parsePlan(json);
  expect(problems.map(formatProblem)).toEqual([]);
  expect(plan).toEqual(json);
}

test.each(right)('a goal of the kind “%s” is given back as it is', (kind) => {
  expectRight(kinds[kind]);
});

test.each(right)('a goal of the kind “%s” may have a nature and former targets', (kind) => {
  const was = [former, { ...former, target: null, range: { from: 1, to: 2 }, until: '2024-12-31' }];
  expectRight({ ...kinds[kind], nature: 'binding', was });
});

test.each([
  ['a ceiling whose document sets no figure', 'ceiling', { target: null }],
  ['a ceiling below zero', 'ceiling', { target: -5 }],
  ['a range of one figure', 'range', { range: { from: 5, to: 5 } }],
  ['a range about zero', 'range', { range: { from: -1, to: 1 } }],
  ['a floor that says its direction', 'floor', { direction: 'increase' }],
  ['a ceiling that says its direction', 'ceiling', { direction: 'decrease' }],
  [
    'a ceiling of a total with milestones',
    'ceiling of a total',
    { milestones: [{ date: '2026-06-30', value: 2400 }] },
  ],
  ['a limit in the periods of its dataset', 'limit', { grain: undefined }],
  ['a limit in each half-year', 'limit', { grain: 'half-year' }],
  [
    'a range in each quarter',
    'limit',
    { bound: undefined, target: null, range: { from: 1, to: 2 }, grain: 'quarter' },
  ],
  ['a formula that says its direction', 'percent', { direction: 'decrease' }],
  ['a formula that changes nothing', 'relative', { formula: { plus: 0 } }],
  [
    'a formula that changes nothing, to decrease',
    'relative',
    { formula: { plus: 0 }, direction: 'decrease' },
  ],
  ['a sum from a baseline below zero', 'relative', { baseline: { value: -5, date: '2020-12-31' } }],
  ['a fall to nothing', 'percent', { formula: { percent: -100 } }],
  ['per cent over any years', 'percent', { baseline: { value: 100, date: '2019-06-30' } }],
  ['a level to be held that a formula computes', 'growth', { hold: true }],
] as const)('%s is right', (_, kind, changes) => {
  expectRight(changed(kind, changes));
});

test('years lead from the end of a year to the end of another, also in leap years', () => {
  const growth = (date: string, end: string, years: number) =>
    parsePlan(
      planWith(
        changed('growth', {
          baseline: { value: 100, date },
          period: { start: end.slice(0, 5) + '01-01', end },
          formula: { growth: 7, years },
        }),
      ),
    ).problems.length;
  expect(growth('2019-12-31', '2024-12-31', 5)).toBe(0);
  expect(growth('2023-02-28', '2024-02-29', 1)).toBe(0);
  expect(growth('2024-02-29', '2028-02-29', 4)).toBe(0);
  expect(growth('2019-12-30', '2024-12-31', 5)).toBe(1);
  expect(growth('2019-12-31', '2024-12-31', 4)).toBe(1);
});

test('the plans of the examples are right as they are', () => {
  const examples = join(import.meta.dirname, '../../../examples');
  const plans = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /^[\w-]+[\\/]plan\.json$/.test(path),
  );
  expect(plans.length).toBeGreaterThan(0);
  for (const path of plans) {
    const json = JSON.parse(readFileSync(join(examples, path), 'utf8')) as unknown;
    const { plan, problems } = parsePlan(json);
    expect(problems.map(formatProblem), path).toEqual([]);
    expect(plan).toEqual(json);
  }
  expect(parsePlan(readExample('plan.json')).plan).toEqual(readExample('plan.json'));
});
