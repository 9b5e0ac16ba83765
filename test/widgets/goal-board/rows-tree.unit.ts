import { expect, test } from 'vitest';
import { arrange, arrangedAtFirst } from '../../../packages/widgets/src/goal-board/arrange.js';
import { boardShape } from '../../../packages/widgets/src/goal-board/board-shape.js';
import { rowsTree } from '../../../packages/widgets/src/goal-board/rows-tree.js';
import { parkBoard } from '../../../stories/goal-boards.js';

const { shape } = boardShape(parkBoard, { locale: 'zh-CN', label: '', plan: undefined });

/** The goals whose figures and formulas are asked for, where these are open. */
function askedOf(open: ReadonlySet<string> | null): readonly string[] {
  const asked: string[] = [];
  rowsTree(arrange(shape!, arrangedAtFirst), {
    ...{ locale: 'zh-CN', title: '', open },
    behind({ goal }) {
      asked.push(goal);
      return [];
    },
  });
  return asked;
}

test('what stands behind a goal is made of open ones only', () => {
  const goals = shape!.entries.map(({ goal }) => goal);
  expect(askedOf(new Set())).toEqual([]);
  expect(askedOf(new Set([goals[1]!]))).toEqual([goals[1]]);
  expect(askedOf(null)).toEqual(goals);
});
