import { formatProblem, translateProblem } from '@zj/metrics';
import { zhCN } from '@zj/metrics/zh-CN';
import { expect, test } from 'vitest';
import { parsePlan } from '../../../packages/metrics/src/plan/parse.js';
import { formulaFaults } from './formula-faults.js';
import { changed, planWith } from './kinds.js';
import { keptFaults } from './kept-faults.js';

const faults = [...keptFaults, ...formulaFaults];

test.each(faults)('a goal with %s is told what is wrong and what to write', (_, kind, changes, told) => {
  const { plan, problems } = parsePlan(planWith(changed(kind, changes)));
  expect(plan).toBeUndefined();
  expect(
    problems.map(({ code, where, message, remedy }) => [
      `${code} ${where.replace(/^\$\.goals\[0\]\.?/, '')}`,
      message,
      remedy,
    ]),
    problems.map(formatProblem).join('\n'),
  ).toEqual(told);
});

test('every one of them is told in Chinese too', () => {
  for (const [name, kind, changes] of faults) {
    for (const problem of parsePlan(planWith(changed(kind, changes))).problems) {
      const { message, remedy } = translateProblem(problem, zhCN);
      expect(
        [message, remedy].every((text) => /\p{Script=Han}/u.test(text)),
        name,
      ).toBe(true);
      expect([message, remedy], name).not.toEqual([problem.message, problem.remedy]);
    }
  }
});
