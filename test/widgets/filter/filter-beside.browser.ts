import { afterEach, beforeEach, expect, test } from 'vitest';
import { clear } from '../mount.js';
import { stage, texts } from './filter-stage.js';

beforeEach(clear);
afterEach(clear);

test('a condition that the dataset does not have is said to narrow nothing; one that it has, and no field, is said to hold', async () => {
  const lacking = { column: 'tier', equals: 'x' } as const;
  const other = { column: 'industry', in: ['集成电路'] } as const;
  const { root } = await stage({ fields: 'month zone' }, { selection: { where: [lacking, other] } });
  expect(texts(root, '.remarks li')).toEqual([
    '本页另设了 1 项条件，数字已按其计算。',
    '这里的数据没有这一列，未按它筛选（tier：x）。',
  ]);
});
