import { expect, test } from 'vitest';
import {
  addressNames,
  readTexts,
  unusable,
  writeTexts,
} from '../../../packages/widgets/src/data-table/address-form.js';
import { readColumns } from '../../../packages/widgets/src/data-table/column.js';
import { firstState, type TableState } from '../../../packages/widgets/src/data-table/state.js';
import { columns } from './rows-fixture.js';

const own = readColumns(columns, 'zh-CN');
const read = (texts: Parameters<typeof readTexts>[0], usualSize = 50): Partial<TableState> =>
  readTexts(texts, { columns: own, usualSize });
const write = (state: TableState, pageSize = state.pageSize ?? 50): ReturnType<typeof writeTexts> =>
  writeTexts({ state, isInPages: true, pageSize, usualSize: 50 });

test('a table that nobody has touched writes nothing', () => {
  expect(Object.values(write(firstState)).filter((text) => text !== undefined)).toEqual([]);
});

test('an order, a search, conditions and a page come back as they were written', () => {
  const state: TableState = {
    ...firstState,
    ...{ page: 2, pageSize: 100, isPinyin: true, search: '03, ~!', isOnly: true },
    order: [
      { column: 'revenue', isDescending: true },
      { column: 'company', isDescending: false },
    ],
    filters: {
      industry: { values: ['集成电路', '生物医药', 'a,b(c)', ''] },
      level: { empty: true },
      company: { contains: '(03)' },
      revenue: { low: '100.50', high: '2000' },
      month: { low: '2026-01-01' },
    },
  };
  const texts = write(state);
  expect(texts).toMatchObject({
    ...{ page: '3', size: '100', sort: '-revenue,company', texts: 'pinyin', only: 'yes' },
    where:
      "industry(集成电路),industry(生物医药),industry(a~,b(c)),industry(''),level(),company*((03)),revenue.from(100.50),revenue.to(2000),month.from(2026-01-01)",
  });
  const { page, pageSize, isPinyin, search, isOnly, order, filters } = state;
  expect(read(texts)).toMatchObject({ page, pageSize, isPinyin, search, isOnly, order, filters });
});

test('a page of cards is of as many rows elsewhere, and a page without a size of as many as usual', () => {
  const third = { ...firstState, page: 2 };
  expect(write(third, 10)).toMatchObject({ page: '3', size: '10' });
  expect(read({ page: '3', size: '10' })).toMatchObject({ page: 2, pageSize: 10, cursor: { row: 20 } });
  expect(write(third, 50)).toMatchObject({ page: '3', size: undefined });
  expect(read({ page: '3' })).toMatchObject({ page: 2, pageSize: 50, cursor: { row: 100 } });
  expect(read({ page: '3' }, 100)).toMatchObject({ pageSize: 100, cursor: { row: 200 } });
  // Of the first page each layout shows its own.
  expect(write(firstState, 10).size).toBeUndefined();
  expect(read({}).pageSize).toBeUndefined();
});

const scrolled = { isInPages: false, pageSize: 50, usualSize: 50 };

test('an order that a reader took away is one, and no page is written of rows that are scrolled', () => {
  expect(writeTexts({ ...scrolled, state: { ...firstState, order: [], page: 3 } })).toMatchObject({
    sort: '',
    page: undefined,
  });
  expect(read({ sort: '' }).order).toEqual([]);
  expect(read({}).order).toBeUndefined();
});

test('columns that the rows do not have, and limits and pages that are none, are left out', () => {
  expect(
    read({
      ...{ page: '-3', size: '1000000', sort: '-nothing,revenue,revenue', texts: 'x', only: 'yes' },
      where: 'nothing(1),__proto__(1),revenue.from(1e9),month.to(2026-13-40),revenue,(,industry(北)',
    }),
  ).toMatchObject({
    ...{ page: 0, pageSize: undefined, isPinyin: false, isOnly: false },
    order: [{ column: 'revenue', isDescending: false }],
    filters: { industry: { values: ['北'] } },
  });
  for (const name of addressNames) expect(() => read({ [name]: '~,~~!(' })).not.toThrow();
});

test('what an address says in vain is told part by part, and what it says well is not', () => {
  const lost = (texts: Parameters<typeof read>[0]): unknown =>
    unusable(texts, { columns: readColumns(columns, 'zh-CN') });
  expect(lost({ page: '3', size: '100', sort: '-revenue,industry', texts: 'pinyin' })).toEqual([]);
  expect(
    lost({ search: '03', only: 'yes', where: 'industry(北),industry(),revenue.from(1)', sort: '' }),
  ).toEqual([]);
  expect(lost({ page: '9'.repeat(12), size: '7', sort: 'nothing', texts: 'x', only: '1' })).toEqual([
    ['page', '9'.repeat(12)],
    ['size', '7'],
    ['sort', 'nothing'],
    ['texts', 'x'],
    ['only', '1'],
  ]);
  expect(
    lost({ sort: 'revenue,-nothing,-revenue', only: 'yes', where: 'nothing(1),industry(北),revenue.to(x)' }),
  ).toEqual([
    ['sort', '-nothing,-revenue'],
    ['only', 'yes'],
    ['where', 'nothing(1),revenue.to(x)'],
  ]);
});
