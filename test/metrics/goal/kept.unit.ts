import { expect, test } from 'vitest';
import type { JudgedGoal } from '../../../packages/metrics/src/goal/goal.js';
import { judgeFigure, type JudgeFigureOptions } from '../../../packages/metrics/src/goal/judged-figure.js';
import type { Rule } from '../../../packages/metrics/src/goal/status.js';
import type { Status } from '../../../packages/metrics/src/goal/verdict.js';
import { accidents, deficit, dust, energy, grain, unemployment } from './kinds/goals.js';

const end = '2026-12-31';
const half = '2026-06-30';
const breach = [{ date: '2022-12-31', value: 4 }];

test.each<[string, JudgedGoal, number | null, string, Status, Rule, Partial<JudgeFigureOptions>?]>([
  ['not begun', dust, 28, half, 'no-data', '1a', { begun: false }],
  ['nothing reported', dust, null, half, 'no-data', '1b'],
  ['no figure in the document', { ...dust, target: null }, 28, half, 'not-assessable', '2a'],
  ['no figure in the document at the end', { ...dust, target: null }, 28, end, 'not-assessable', '2a'],
  ['a ceiling kept', dust, 28, half, 'on-track', '8'],
  ['a ceiling not kept', dust, 31, half, 'off-track', '8'],
  ['a ceiling at the end', dust, 28, end, 'achieved', '8'],
  ['a floor', grain, 6.5, '2024-12-31', 'on-track', '8'],
  ['a floor missed', grain, 6.4, '2025-12-31', 'missed', '8'],
  ['an average', unemployment, 5.5, half, 'on-track', '8'],
  ['a limit, one figure of it', deficit, 2.8, '2024-12-31', 'on-track', '8-limit'],
  ['a limit, one figure of it at the end', deficit, 2.8, '2025-12-31', 'not-assessable', '8-gap'],
  ['a limit, one figure of it that breaks it', deficit, 3.1, '2024-12-31', 'missed', '8-limit'],
  [
    'a limit, complete',
    deficit,
    2.8,
    '2025-12-31',
    'achieved',
    '8-limit',
    { periods: { breaches: [], complete: true } },
  ],
  [
    'a limit, broken earlier',
    deficit,
    2.8,
    '2025-12-31',
    'missed',
    '8-limit',
    { periods: { breaches: breach, complete: true } },
  ],
  ['a total exceeded', energy, 366, half, 'missed', '8'],
  ['a total at the end', energy, 365, end, 'achieved', '8'],
  ['a total too early', energy, 1, '2026-01-31', 'not-assessable', '5'],
  ['a total by its pace', energy, 100, half, 'on-track', '8-use'],
  ['a total too fast', energy, 300, half, 'at-risk', '8-use'],
  ['a count by its probability', accidents, 1, '2025-12-31', 'on-track', '6', { count: true }],
  ['a count that is likely to exceed', accidents, 3, '2025-12-31', 'at-risk', '6', { count: true }],
  [
    'a larger count by its pace',
    { ...accidents, target: 13 },
    6,
    '2025-12-31',
    'on-track',
    '8-use',
    { count: true },
  ],
  ['figures that are no count by their pace', accidents, 1.6, '2025-12-31', 'at-risk', '8-use'],
])('%s: by its rule', (_, goal, actual, dataThrough, status, rule, options = {}) => {
  const figure = judgeFigure(goal, { actual, dataThrough }, { begun: true, count: false, ...options });
  expect([figure.status, figure.rule]).toEqual([status, rule]);
});

test('a gap before the end leaves an average and a sum open, and no level', () => {
  const gap = (goal: JudgedGoal, actual: number) =>
    judgeFigure(
      goal,
      { actual, dataThrough: half, through: end, gap: '2026-07-31' },
      { begun: true, count: false },
    );
  expect(gap(unemployment, 5)).toMatchObject({ status: 'not-assessable', rule: '8-gap', ended: true });
  expect(gap(energy, 100)).toMatchObject({ status: 'not-assessable', rule: '8-gap' });
  expect(gap(energy, 366)).toMatchObject({ status: 'missed', rule: '8' });
  expect(gap(dust, 28)).toMatchObject({ status: 'achieved', rule: '8' });
});

test('a gap after the end or after what is reported is none', () => {
  const gap = (day: string, through = end) =>
    judgeFigure(
      unemployment,
      { actual: 5, dataThrough: end, through, gap: day },
      { begun: true, count: false },
    ).status;
  expect(gap('2027-01-31', '2027-06-30')).toBe('achieved');
  expect(gap('2026-12-31')).toBe('not-assessable');
});

test('a goal of its own thresholds is judged by them', () => {
  const status = (thresholds: JudgedGoal['thresholds']) =>
    judgeFigure(
      { ...accidents, ...(thresholds && { thresholds }) },
      { actual: 1, dataThrough: '2025-12-31' },
      { begun: true, count: true },
    ).status;
  expect(status({ onTrackProbability: 0.8 })).toBe('at-risk');
  expect(status({ onTrackProbability: 0.78 })).toBe('on-track');
  expect(status({ tooEarly: 0.6 })).toBe('not-assessable');
  expect(status({ smallCount: 2 })).toBe('on-track');
});

test('of a ceiling of nothing the first unit exceeds', () => {
  const none = { ...energy, target: 0 };
  const at = (actual: number) =>
    judgeFigure(none, { actual, dataThrough: half }, { begun: true, count: false });
  expect(at(0)).toMatchObject({ status: 'on-track', schedules: [], done: null, reached: true });
  expect(at(1)).toMatchObject({ status: 'missed', reached: false });
});
