import type { MetricsError } from '@zj/metrics';
import { describe, expect, it } from 'vitest';
import type { Rows } from '@zj/metrics';
import {
  createPageRows,
  type Arrangement,
} from '../../../../packages/widgets/src/data-table/rows/page-rows.js';
import { printRange } from '../../../../packages/widgets/src/data-table/rows/print.js';
import { series as words } from '../../../../packages/widgets/src/data-table/rows/zh-CN.js';

const data = {
  columns: [
    { name: 'name', label: { zh: '企业', en: 'Enterprise' } },
    {
      name: 'revenue',
      label: { zh: '营业收入', en: 'Revenue' },
      type: 'DECIMAL(38,10)' as const,
      unit: { zh: '元', en: 'yuan', power: 4 },
      additive: true,
    },
    { name: 'month', type: 'DATE' as const },
    'rate',
  ],
  rows: [
    ['𠮷田', '12345678901234567890.1234567891', '2026-01-01', 0.1],
    ['\uFF21', '12345678901234567890.1234567890', '2026-03-01', 1e-7],
    ['=1+1', null, '2026-02-01', -3],
    ['Abc, "d"', '-0.05', null, null],
    [null, '7', '2026-01-01', 0.2],
  ],
};

const arrange = (arrangement: Arrangement = {}): Promise<Rows> =>
  createPageRows(data, words).arrange(arrangement);

async function columnOf(rows: Rows, name: string): Promise<readonly (string | null)[]> {
  const { columns } = await rows.window(0, rows.rowCount);
  return columns[rows.columns.findIndex((column) => column.name === name)]!;
}

async function namesOf(arrangement: Arrangement): Promise<readonly (string | null)[]> {
  return columnOf(await arrange(arrangement), 'name');
}

describe('the order', () => {
  it('of texts goes by code point, not by UTF-16, and empty cells come last both ways', async () => {
    const up = await namesOf({ orderBy: [{ column: 'name' }] });
    expect(up).toEqual(['=1+1', 'Abc, "d"', '\uFF21', '𠮷田', null]);
    const down = await namesOf({ orderBy: [{ column: 'name', direction: 'descending' }] });
    expect(down).toEqual(['𠮷田', '\uFF21', 'Abc, "d"', '=1+1', null]);
  });

  it('of decimals is exact far beyond a double', async () => {
    const rows = await arrange({ orderBy: [{ column: 'revenue', direction: 'descending' }] });
    expect(await columnOf(rows, 'name')).toEqual(['𠮷田', '\uFF21', null, 'Abc, "d"', '=1+1']);
  });

  it('leaves rows that are the same in it as they stand, in both directions', async () => {
    const by = (direction: 'ascending' | 'descending'): Promise<readonly (string | null)[]> =>
      namesOf({ orderBy: [{ column: 'month', direction }] });
    expect((await by('ascending')).slice(0, 2)).toEqual(['𠮷田', null]);
    expect((await by('descending')).slice(2, 4)).toEqual(['𠮷田', null]);
  });

  it('can be one of the page, after which come the values that it does not list', async () => {
    const ranks = ['Abc, "d"', '𠮷田'];
    const up = await namesOf({ orderBy: [{ column: 'name', ranks }] });
    expect(up).toEqual(['Abc, "d"', '𠮷田', '=1+1', '\uFF21', null]);
    const down = await namesOf({ orderBy: [{ column: 'name', ranks, direction: 'descending' }] });
    expect(down).toEqual(['𠮷田', 'Abc, "d"', '\uFF21', '=1+1', null]);
  });
});

describe('rows that stay', () => {
  it('meet all conditions; an empty cell meets none but `null`, also under `not`', async () => {
    expect(await namesOf({ where: [{ column: 'revenue', atMost: 7 }] })).toEqual(['Abc, "d"', null]);
    expect(await namesOf({ where: [{ not: { column: 'revenue', atMost: 7 } }] })).toEqual(['𠮷田', '\uFF21']);
    expect(await namesOf({ where: [{ column: 'revenue', null: true }] })).toEqual(['=1+1']);
    expect(
      await namesOf({
        where: [
          { column: 'name', notEquals: '𠮷田' },
          { column: 'month', null: false },
        ],
      }),
    ).toEqual(['\uFF21', '=1+1']);
    const either = {
      or: [
        { column: 'name', contains: 'Abc' },
        { column: 'month', between: ['2026-02-01', null] as const },
      ],
    };
    expect(await namesOf({ where: [either] })).toEqual(['\uFF21', '=1+1', 'Abc, "d"']);
    expect(await namesOf({ where: [{ not: either }] })).toEqual(['𠮷田']);
    expect(await namesOf({ where: [{ column: 'revenue', in: ['7.0', '-0.05'] }] })).toEqual([
      'Abc, "d"',
      null,
    ]);
    expect(
      await namesOf({ where: [{ column: 'revenue', above: '12345678901234567890.123456789' }] }),
    ).toEqual(['𠮷田']);
    expect(await namesOf({ where: [{ column: 'rate', equals: 0.1 }] })).toEqual(['𠮷田']);
    expect(await namesOf({ where: [{ column: 'name', startsWith: 'A' }] })).toEqual(['Abc, "d"']);
  });

  it('contain the searched text in some cell, in either case of ASCII', async () => {
    expect(await namesOf({ search: 'ABC' })).toEqual(['Abc, "d"']);
    expect(await namesOf({ search: '0.0000001' })).toEqual(['\uFF21']);
    expect(await namesOf({ search: 'ａ' })).toEqual([]);
    expect(await namesOf({ search: '2026-01', columns: ['name', 'rate'] })).toEqual([]);
    const { rowCount, allRows } = await arrange({ search: '2026-01' });
    expect([rowCount, allRows]).toEqual([2, 5]);
  });

  it('are found by their places in the order', async () => {
    const rows = await arrange({ orderBy: [{ column: 'month', direction: 'descending' }] });
    expect(await rows.find('2026-0')).toEqual({ count: 4, rows: [0, 1, 2, 3] });
    expect(await rows.find('田')).toEqual({ count: 1, rows: [2] });
  });
});

it('windows end where the rows do, and cells are exact', async () => {
  const rows = await arrange({ columns: ['rate', 'name'] });
  expect(rows.columns.map(({ name }) => name)).toEqual(['rate', 'name']);
  expect(await rows.window(1, 2)).toEqual({
    start: 1,
    columns: [
      ['0.0000001', '-3'],
      ['\uFF21', '=1+1'],
    ],
    means: [null, null],
  });
  expect((await rows.window(4, 9)).columns).toEqual([['0.2'], [null]]);
  expect((await rows.window(9, 9)).columns).toEqual([[], []]);
});

it('totals are exact to the last digit, and stand only where figures add up', async () => {
  const rows = await arrange({ where: [{ column: 'revenue', above: 7 }] });
  expect(await rows.totals()).toEqual([null, '24691357802469135780.2469135781', null, null]);
  expect(await (await arrange({ search: '=1+1' })).totals()).toEqual([null, null, null, null]);
});

it('a summary counts empty and distinct cells, and has a histogram', async () => {
  const [name, revenue, month, rate] = await (await arrange()).summarize();
  expect(name).toMatchObject({ name: 'name', empty: 1, distinct: 4, least: '=1+1', greatest: '𠮷田' });
  expect(name!.bins[0]).toEqual({ from: '=1+1', rows: 1 });
  expect(revenue!.bins.reduce((sum, { rows }) => sum + rows, 0)).toBe(4);
  expect(month!.bins.map(({ from, rows }) => [from, rows])).toHaveLength(9);
  expect(rate).toMatchObject({ empty: 1, distinct: 4, least: '-3', greatest: '0.2' });
});

describe('as text', () => {
  it('CSV has the heads with units, and no formula', async () => {
    let csv = '';
    for await (const piece of (await arrange()).toCsv({ locale: 'zh' })) csv += piece;
    expect(csv.split('\r\n')).toEqual([
      '企业,营业收入（万元）,month,rate',
      '𠮷田,12345678901234567890.1234567891,2026-01-01,0.1',
      '\uFF21,12345678901234567890.1234567890,2026-03-01,0.0000001',
      "'=1+1,,2026-02-01,-3",
      '"Abc, ""d""",-0.05,,',
      ',7,2026-01-01,0.2',
      '',
    ]);
  });

  it('the CSV of all rows comes in pieces, and stops when the caller wants', async () => {
    const many = { columns: ['n'], rows: Array.from({ length: 12_500 }, (_, n) => [n]) };
    const rows = await createPageRows(many, words).arrange({});
    const stop = new AbortController();
    const pieces: string[] = [];
    const reading = async (): Promise<void> => {
      for await (const piece of rows.toCsv({ signal: stop.signal })) {
        pieces.push(piece);
        if (pieces.length === 3) stop.abort();
      }
    };
    await expect(reading()).rejects.toMatchObject({ code: 'ABORTED' });
    expect(pieces.join('').split('\r\n')).toHaveLength(10_002);
  });

  it('a range is lines of tabs, with all digits and without formulas', async () => {
    const rows = await arrange();
    expect(await printRange(rows, { rows: [1, 3], columns: [0, 1] })).toBe(
      '\uFF21\t12345678901234567890.1234567890\n\'=1+1\t\n"Abc, ""d"""\t-0.05',
    );
  });
});

describe('a question that cannot be answered', () => {
  it('is refused with all its unknown columns', async () => {
    const error = (await arrange({
      where: [{ not: { column: 'nome', equals: 'x' } }],
      orderBy: [{ column: 'moth' }],
    }).catch((one: unknown) => one)) as MetricsError;
    expect(error.code).toBe('UNKNOWN_NAME');
    expect(error.message).toContain('nome, moth');
  });

  it('is refused after an abort, and after the rows were closed', async () => {
    const rows = await arrange();
    await expect(rows.window(0, 1, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'ABORTED',
    });
    await rows.close();
    await expect(rows.window(0, 1)).rejects.toMatchObject({ code: 'CLOSED' });
  });

  it('lists that are no table are refused with the place', () => {
    expect(() => createPageRows({ columns: ['a', 'b'], rows: [[1, 2], [3]] }, words)).toThrow(
      'Row 2 has 1 cells',
    );
    expect(() =>
      createPageRows({ columns: [{ name: 'd', type: 'DATE' }], rows: [['2026-02-30']] }, words),
    ).toThrow('column "d", row 1, is not DATE');
  });
});

it.each([Number.NaN, Infinity, -Infinity])(
  '%s in lists is refused: an empty cell would say that nobody reported',
  (cell) => {
    const open = (): unknown =>
      createPageRows(
        {
          columns: ['name', 'rate'],
          rows: [
            ['a', 1],
            ['b', cell],
          ],
        },
        words,
      );
    expect(open).toThrow(`Cell ${cell} of column "rate", row 2, is no number.`);
  },
);
