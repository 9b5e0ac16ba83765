import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kindOf } from '../../../packages/metrics/src/goal/kind.js';
import { parsePlan } from '../../../packages/metrics/src/plan/parse.js';
import type { Goal, Plan } from '../../../packages/metrics/src/plan/plan.js';

const read = (path: string): string => readFileSync(join(import.meta.dirname, '../../..', path), 'utf8');
const park = JSON.parse(read('examples/park/plan.json')) as Plan;
const others = Object.fromEntries(Object.entries(park).filter(([key]) => key !== 'ladder'));
const period = { start: '2021-01-01', end: '2025-12-31' };
const blocks = [...read('packages/metrics/PLANS.md').matchAll(/```json\n([^]*?)```/g)].map(
  ([, text]) => JSON.parse(text!) as Partial<Goal>,
);

test('every goal of the guide to plans is read without a problem', () => {
  const [whole, ...parts] = blocks as [Goal, ...Partial<Goal>[]];
  const goals = [whole, ...parts.map((part, i) => ({ ...whole, period, id: `goal-${i}`, ...part }))];
  const { plan, problems } = parsePlan({ ...others, goals });
  expect(problems).toEqual([]);
  expect(plan!.goals.map(kindOf)).toEqual([
    ...[undefined, undefined],
    ...['floor', 'ceiling', 'range', 'average', 'ceiling', 'each-period'],
    undefined,
    ...['relative', 'relative', 'growth', 'chain'],
    undefined,
  ]);
});
