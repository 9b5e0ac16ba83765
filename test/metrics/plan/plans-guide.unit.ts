import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kindOf } from '../../../packages/metrics/src/goal/kind.js';
import { parsePlan } from '../../../packages/metrics/src/plan/parse.js';
import type { Goal, Plan } from '../../../packages/metrics/src/plan/plan.js';
import type { MetricsFile } from '../../../packages/metrics/src/metric/metric.js';
import type { Contract } from '../../../packages/metrics/src/dataset/contract.js';
import { reportColumns } from '../../../packages/metrics/src/dataset/task-reports.js';
import { checkLadderRegister } from '../../../packages/metrics/src/query/ladder-register.js';
import { checkEventMetrics } from '../../../packages/metrics/src/query/references.js';

const read = (path: string): string => readFileSync(join(import.meta.dirname, '../../..', path), 'utf8');
const park = JSON.parse(read('examples/park/plan.json')) as Plan;
const others = Object.fromEntries(Object.entries(park).filter(([key]) => key !== 'ladder'));
const period = { start: '2021-01-01', end: '2025-12-31' };
const isOfPlan = (block: object): block is Pick<Plan, 'events' | 'ladder'> =>
  'events' in block || 'ladder' in block;
const all = [...read('packages/metrics/PLANS.md').matchAll(/```json\n([^]*?)```/g)].map(
  ([, text]) => JSON.parse(text!) as Partial<Goal> | Pick<Plan, 'events' | 'ladder'>,
);
const blocks = all.filter((block): block is Partial<Goal> => !isOfPlan(block));
const metrics = (JSON.parse(read('examples/park/metrics.json')) as MetricsFile).metrics;

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

test('every event of the guide to plans is read without a problem', () => {
  const events = all.filter(isOfPlan).flatMap((block) => block.events ?? []);
  const { plan, problems } = parsePlan({ ...others, goals: park.goals, events });
  expect(problems).toEqual([]);
  expect(plan!.events!.map(({ id }) => id)).toEqual(['new-method', 'pilot']);
  expect([...checkEventMetrics(plan!, metrics)]).toEqual([]);
});

test('the ladder of the guide to plans fits the register of the park', () => {
  const [{ ladder } = {}] = all.filter(isOfPlan).filter((block) => block.ladder);
  const { plan, problems } = parsePlan({ ...others, goals: park.goals, ladder });
  expect(problems).toEqual([]);
  const register = JSON.parse(read('examples/park/data/incubation.json')) as Contract;
  expect([...checkLadderRegister(plan!, [register])]).toEqual([]);
  expect(plan!.ladder!.tiers.map(({ id }) => id)).toEqual(['headquarters', 'high-tech', 'start-up']);
});

test('the guide to plans names each column of a report with its type', () => {
  const rows = [...read('packages/metrics/PLANS.md').matchAll(/^\| `(\w+)` +\| (VARCHAR|INTEGER|DATE) /gm)];
  expect(rows.map(([, name, type]) => [name, type])).toEqual(
    reportColumns.map(({ name, type }) => [name, type]),
  );
});
