import { describe, expect, test } from 'vitest';
import type { During, RowsColumn } from '@zj/metrics';
import { cellTeller, type Cell } from '../../../packages/widgets/src/data-table/cell.js';
import { conditionsOf, readNumber } from '../../../packages/widgets/src/data-table/column-filter.js';
import { readColumns } from '../../../packages/widgets/src/data-table/column.js';
import { tellRowsSelection } from '../../../packages/widgets/src/source/tell-selection.js';
import { move, type Grid } from '../../../packages/widgets/src/data-table/move.js';
import { pressHead, readOrder } from '../../../packages/widgets/src/data-table/order.js';
import { listPages } from '../../../packages/widgets/src/data-table/page-list.js';
import { rowsSeen } from '../../../packages/widgets/src/data-table/scrolling.js';
import { tableWords } from '../../../packages/widgets/src/data-table/book.js';
import { hasTotals, tellTotal } from '../../../packages/widgets/src/data-table/total-cell.js';
import { columns } from './rows-fixture.js';

test('the pages that have a link are the first, the last and those around the present one', () => {
  expect(listPages(0, 26)).toEqual([0, 1, 2, null, 25]);
  expect(listPages(10, 26)).toEqual([0, null, 9, 10, 11, null, 25]);
  expect(listPages(25, 26)).toEqual([0, null, 23, 24, 25]);
  expect(listPages(3, 6)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(listPages(0, 1)).toEqual([0]);
});

describe('the order', () => {
  test('a head begins a new order, turns it round, and ends it', () => {
    const press = (order: Parameters<typeof pressHead>[0]): ReturnType<typeof pressHead> =>
      pressHead(order, { column: 'a', first: true, isAdded: false });
    const once = press([]);
    expect(once).toEqual([{ column: 'a', isDescending: true }]);
    expect(press(once)).toEqual([{ column: 'a', isDescending: false }]);
    expect(press(press(once))).toEqual([]);
  });

  test('an added head joins, turns round in its place, and leaves the others', () => {
    const add = (order: Parameters<typeof pressHead>[0]): ReturnType<typeof pressHead> =>
      pressHead(order, { column: 'b', first: false, isAdded: true });
    const first = readOrder('-a');
    const joined = add(first);
    expect(joined).toEqual(readOrder('-a b'));
    expect(add(joined)).toEqual(readOrder('-a -b'));
    expect(add(add(joined))).toEqual(first);
  });
});

describe('the cursor', () => {
  const grid: Grid = {
    ...{ first: 50, end: 100, rowCount: 300, columns: 8, hasTotals: true, step: 50, isNarrow: false },
  };
  const go = (row: number, column: number, key: string, isAll = false, on = grid): unknown =>
    Object.values(move({ row, column }, { key, isAll }, on) ?? {});

  test('stays in the page with arrows, up to the head and down to the totals', () => {
    expect(go(50, 2, 'ArrowUp')).toEqual([-1, 2]);
    expect(go(-1, 2, 'ArrowDown')).toEqual([50, 2]);
    expect(go(99, 2, 'ArrowDown')).toEqual([300, 2]);
    expect(go(300, 2, 'ArrowUp')).toEqual([99, 2]);
    expect(go(300, 2, 'ArrowDown')).toEqual([300, 2]);
    expect(go(60, 7, 'ArrowRight')).toEqual([60, 7]);
  });

  test('goes by pages and to the ends of all rows', () => {
    expect(go(60, 2, 'PageDown')).toEqual([110, 2]);
    expect(go(290, 2, 'PageDown')).toEqual([299, 2]);
    expect(go(60, 2, 'Home', true)).toEqual([0, 0]);
    expect(go(60, 2, 'End', true)).toEqual([299, 7]);
    expect(go(60, 2, 'x')).toEqual([]);
  });

  test('goes through the fields of cards, from one card to the next, and to the totals before the first', () => {
    const cards = { ...grid, isNarrow: true };
    expect(go(60, 7, 'ArrowDown', false, cards)).toEqual([61, 0]);
    expect(go(61, 0, 'ArrowUp', false, cards)).toEqual([60, 7]);
    expect(go(61, 3, 'ArrowRight', false, cards)).toEqual([62, 3]);
    expect(go(50, 0, 'ArrowUp', false, cards)).toEqual([300, 7]);
    expect(go(300, 7, 'ArrowDown', false, cards)).toEqual([50, 0]);
    expect(go(300, 0, 'ArrowUp', false, cards)).toEqual([300, 0]);
    expect(go(99, 7, 'ArrowDown', false, cards)).toEqual([99, 7]);
  });
});

test('at most 56 rows are in the page, and those that are seen are always among them', () => {
  for (let top = 0; top < 4_400_000; top += 33_333.7) {
    for (const height of [200, 600, 1500]) {
      const [first, end] = rowsSeen({ top, height, row: 44 }, 100_000);
      expect(end - first).toBeLessThanOrEqual(56);
      expect(first * 44).toBeLessThanOrEqual(top);
      expect(end * 44).toBeGreaterThanOrEqual(Math.min(top + height, 4_400_000));
    }
  }
});

describe('a filter', () => {
  const known = readColumns(columns, 'zh-CN');
  const find = (name: string): (typeof known)[number] => known.find((one) => one.name === name)!;

  test('of values is one of them or empty; of decimals it keeps all digits', () => {
    expect(conditionsOf(find('industry'), { values: ['人工智能', null] })).toEqual([
      {
        or: [
          { column: 'industry', in: ['人工智能'] },
          { column: 'industry', null: true },
        ],
      },
    ]);
    expect(conditionsOf(find('revenue'), { low: '12345678901234.56' })).toEqual([
      { column: 'revenue', between: ['12345678901234.56', null] },
    ]);
    expect(conditionsOf(find('change'), { high: '-2.5' })).toEqual([
      { column: 'change', between: [null, -2.5] },
    ]);
    expect(conditionsOf(find('industry'), {})).toEqual([]);
  });

  test('reads numbers as people write them', () => {
    expect(readNumber('1,234.50')).toBe('1234.50');
    expect(readNumber('−３．５')).toBe('-3.5');
    expect(readNumber('+7')).toBe('7');
    expect(readNumber('.5')).toBe('0.5');
    for (const typed of ['七', '', '15万', '150abc', '1e3', '1.5%', '10–20', '1,5', '1,2345', '1.234,50'])
      expect(readNumber(typed), typed).toBeUndefined();
  });

  test('compare whole numbers beyond those of a double to the digit', () => {
    const [column] = readColumns(
      [{ name: 'n', label: { zh: '数', en: 'N' }, type: 'INTEGER', role: 'figure', additive: false }],
      'zh-CN',
    );
    expect(conditionsOf(column!, { low: '9007199254740993' })).toEqual([
      { column: 'n', between: ['9007199254740993', null] },
    ]);
    expect(conditionsOf(column!, { low: '12' })).toEqual([{ column: 'n', between: [12, null] }]);
  });
});

describe('a cell', () => {
  const tell = (column: Partial<RowsColumn>, text: string | null, kind?: string): Cell => {
    const described: RowsColumn = {
      ...{ name: 'x', label: { zh: '数', en: 'X' }, type: 'DOUBLE', role: 'figure', additive: false },
      ...column,
    };
    return cellTeller(readColumns([described], 'zh-CN')[0]!, 'zh-CN')({ text, empty: null }, kind);
  };

  test('shows a tiny figure by its first digits, never as 0', () => {
    expect(tell({}, '0.00000012345').text).toBe('0.000000123');
    expect(tell({}, '-0.0000000001').text).toBe('−0.0000000001');
    expect(tell({}, `0.${'0'.repeat(29)}4`).text).toBe('4×10^−30');
    expect(tell({}, '0.123456789').text).toBe('0.123457');
    expect(tell({}, '0').text).toBe('0');
  });

  test('says of a figure that is not there in merged cells that they were merged', () => {
    expect(tell({}, null, 'merged').text).toBe('合并（保密）');
    expect(tell({}, null, 'value').text).toBe('未报送');
  });

  test('has the state of a word that a contract has for it', () => {
    const states = [['初', 'provisional'] as const, ['定', 'final'] as const];
    const column = { type: 'VARCHAR', role: 'state', states } as const;
    expect(tell(column, '初')).toEqual({ text: '初', look: 'provisional' });
    expect(tell(column, '定')).toEqual({ text: '定', look: '' });
    expect(tell({ type: 'VARCHAR', role: 'state' }, 'provisional').look).toBe('provisional');
  });
});

test('a table of a dataset tells the conditions on its columns, and those that it has no column for', () => {
  const known = {
    datasets: [
      { contract: { id: 'd', columns: [{ name: 'zone', label: { zh: '片区', en: 'Zone' } }] } },
      { contract: { id: 'e', columns: [{ name: 'level', label: { zh: '等级', en: 'Level' } }] } },
    ],
  };
  const where = [
    { column: 'zone', equals: '北' },
    { column: 'level', equals: '甲' },
  ];
  expect(tellRowsSelection('d', { where }, known, 'zh-CN')).toEqual({ told: '片区：北', beside: '等级：甲' });
});

test('the unit of a column has the words of its language for a power of ten', () => {
  const units = (power: number): readonly string[] =>
    (['zh-CN', 'en'] as const).map(
      (locale) =>
        readColumns(
          [
            {
              ...{ name: 'a', label: { zh: 'a', en: 'a' }, type: 'DOUBLE', role: 'figure', additive: false },
              unit: { zh: '元', en: 'yuan', power },
            },
          ],
          locale,
        )[0]!.unit,
    );
  expect([8, 6, 4, 0].map(units)).toEqual([
    ['亿元', '100 million yuan'],
    ['100万元', 'million yuan'],
    ['万元', '10,000 yuan'],
    ['元', 'yuan'],
  ]);
});

test('figures that add up and have no sum say why, and have their row', () => {
  const [column] = readColumns(
    [{ name: 'a', label: { zh: '甲', en: 'A' }, type: 'DECIMAL(38,0)', role: 'figure', additive: true }],
    'en',
  );
  const words = tableWords('en');
  const summary = { name: 'a', empty: 0, least: '1', greatest: '2', bins: [] };
  const view = (distinct: number): Parameters<typeof hasTotals>[0] & Parameters<typeof tellTotal>[1] => ({
    ...{ rows: { rowCount: 3, completeness: [] } as never, columns: [column!], words },
    ...{ totals: [null], summaries: [{ ...summary, distinct }] },
  });
  expect([hasTotals(view(2)), tellTotal(column!, view(2))]).toEqual([
    true,
    { sum: null, note: words.unknownSum.large },
  ]);
  // Without any figure there is nothing to say.
  expect([hasTotals(view(0)), tellTotal(column!, view(0)).note]).toEqual([false, '']);
});

test('the days of a selection are told in words, however they are written', () => {
  const tell = (during: During): string =>
    tellRowsSelection('d', { where: [], during }, { datasets: [] }, 'en').told;
  expect(tell('2026-03-05/2026-04-10')).toBe(tell({ start: '2026-03-05', end: '2026-04-10' }));
  expect(tell('2026-03-05/2026-04-10')).not.toMatch(/\d{4}-\d\d/);
  expect(tell('2026-03/2026-04')).toBe(tell({ start: '2026-03-01', end: '2026-04-30' }));
  expect(tell('2026-03-31')).not.toBe(tell('2026-03'));
  expect(tell('2026-Q3')).toContain('2026-Q3');
});
