import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { clear } from '../mount.js';
import { sourceOf } from './rows-fixture.js';
import { all, cell, mountTable, one, seen, settled } from './table-stage.js';

beforeEach(clear);
afterEach(clear);

const column = (table: Awaited<ReturnType<typeof mountTable>>, at: number): readonly string[] =>
  all(table, `tbody [data-column="${at}"]`).map(seen);

describe('rows', () => {
  test('are told with their number and order, and shown in pages of fifty', async () => {
    const table = await mountTable({ order: '-revenue company' });
    expect(seen(one(table, '[part=summary]'))).toBe(
      '300 行，按营业收入从大到小，再按企业顺序排序，文字按编码顺序',
    );
    expect(all(table, 'tbody tr')).toHaveLength(50);
    expect(seen(one(table, '[part=stretch]'))).toBe('第 1–50 行');
    expect(all(table, '[part=page]').map(seen)).toEqual(['1', '2', '3', '6']);
    one(table, '.viewport').scrollTop = 10_000;
    one(table, '[part=next-page]').click();
    await settled(table);
    expect(seen(one(table, '[part=stretch]'))).toBe('第 51–100 行');
    expect(one(table, '.viewport').scrollTop).toBe(0);
  });

  test('have exact figures, empty cells by their meaning, states by shape and word, and totals that add up only what does', async () => {
    const table = await mountTable();
    const cells = new Set(all(table, 'tbody td, tbody th').map(seen));
    for (const text of ['未填写', '未报送', '初步数', '修订数', '估计数', '正式数', '0.00']) {
      expect(cells, text).toContain(text);
    }
    expect(all(table, 'tbody .settled svg').length).toBeGreaterThan(2);
    expect(all(table, 'tfoot [data-column]').map(seen)).toEqual([
      ...['合计', '', '', '', ''],
      expect.stringMatching(/^[\d,]+\.\d\d 含初步数$/),
      '比率，不相加',
      '',
    ]);
  });

  test('heads have type, unit, empty cells and a histogram', async () => {
    const table = await mountTable();
    expect(seen(one(table, 'thead th:nth-child(6) .facts'))).toMatch(/^万元，两位小数 空缺 \d+$/);
    expect(seen(one(table, 'thead th:nth-child(3) .facts'))).toBe('文本，3 个不同的值 无空缺');
    expect(all(table, 'thead svg.histogram rect').length).toBeGreaterThan(20);
  });

  test('none say so, with a button that clears all conditions', async () => {
    const table = await mountTable();
    one(table, 'thead [data-column="5"] [part=filter]').click();
    await settled(table);
    await userEvent.fill(one(table, '[name=low]'), '9,999,999');
    await userEvent.keyboard('{Enter}');
    await settled(table);
    expect(seen(one(table, '[part=none]'))).toBe('没有符合的行 清除全部条件');
    expect(seen(one(table, '[part=summary]'))).toBe('0 行符合，共 300 行，按原有顺序');
    one(table, '[part=none] button').click();
    await settled(table);
    expect(all(table, 'tbody tr')).toHaveLength(50);
  });
});

describe('the address', () => {
  test('is that of one table; another one says that its state is not there, or has a word of its own', async () => {
    const start = location.href;
    const [first, second] = [await mountTable({ address: '' }), await mountTable({ address: '' })];
    one(second, '[part=next-page]').click();
    await settled(second);
    expect(location.href).toBe(start);
    const remarks = (table: typeof first): string => table.shadowRoot!.textContent;
    expect(remarks(second)).toContain('网址里的“page”另有所用：此表的状态不写进网址。');
    expect(remarks(first)).not.toContain('另有所用');
    second.setAttribute('address', 'b');
    await settled(second);
    one(second, '[part=next-page]').click();
    await settled(second);
    expect(new URL(location.href).searchParams.get('b-page')).toBe('3');
    history.replaceState(null, '', start);
  });
});

describe('a reader', () => {
  test('orders by a head, adds one with Shift, turns it round, and hears it in words', async () => {
    const table = await mountTable();
    const told: unknown[] = [];
    document.addEventListener('zj-arranged', ({ detail }) => told.push(detail.orderBy), { once: true });
    one(table, 'thead [data-column="2"] [part=sort]').click();
    await settled(table);
    expect(told).toEqual([[{ column: 'industry', isDescending: false }]]);
    one(table, 'thead [data-column="5"] [part=sort]').dispatchEvent(
      new MouseEvent('click', { bubbles: true, composed: true, shiftKey: true }),
    );
    await settled(table);
    expect(all(table, 'thead .arrow').map(seen).slice(2, 6)).toEqual(['↑ 1', '↕', '↕', '↓ 2']);
    expect(all(table, '[aria-sort]').map((head) => head.dataset.column)).toEqual(['2']);
    expect(seen(one(table, '[part=summary]'))).toBe(
      '300 行，按产业顺序，再按营业收入从大到小排序，文字按编码顺序',
    );
    expect(new Set(column(table, 2))).toEqual(new Set(['人工智能']));
  });

  test('filters a column by its values, and each list shows the rows without its own filter', async () => {
    const table = await mountTable();
    one(table, 'thead [data-column="2"] [part=filter]').click();
    await settled(table);
    all(table, '.panel [type=checkbox]')[0]!.click();
    one(table, '.panel .main').click();
    await settled(table);
    expect(new Set(column(table, 2)).size).toBe(1);
    one(table, 'thead [data-column="2"] [part=filter]').click();
    await settled(table);
    expect(all(table, '.panel [type=checkbox]')).toHaveLength(3);
    expect(all(table, '.panel [type=checkbox]').map((box) => (box as HTMLInputElement).checked)).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('finds a text in all rows, steps from one to the next, and may see these rows alone', async () => {
    const table = await mountTable();
    await userEvent.fill(one(table, '[part=find-text]'), '029');
    await settled(table);
    expect(seen(one(table, '[part=found]'))).toBe('共 11 行');
    await userEvent.keyboard('{Enter}');
    await settled(table);
    expect(seen(one(table, '[part=found]'))).toBe('第 1 行，共 11 行');
    expect(all(table, 'mark').length).toBeGreaterThan(0);
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
    await settled(table);
    expect(seen(one(table, '[part=found]'))).toBe('第 11 行，共 11 行');
    expect(seen(one(table, '[part=page][aria-current]'))).toBe('6');
    expect(all(table, 'tr.hit')).toHaveLength(1);
    one(table, '[part=only]').click();
    await settled(table);
    expect(all(table, 'tbody tr')).toHaveLength(11);
  });

  test('selects cells with Shift and copies them in full, with tabs', async () => {
    const table = await mountTable();
    cell(table, 0, 5).click();
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowRight}{/Shift}');
    await settled(table);
    expect(all(table, '[aria-selected=true]')).toHaveLength(4);
    expect(seen(one(table, '[part=copy]'))).toBe('复制 4 格');
    const written: string[] = [];
    navigator.clipboard.writeText = (text) => {
      written.push(text);
      return Promise.resolve();
    };
    one(table, '[part=copy]').click();
    await settled(table);
    Reflect.deleteProperty(navigator.clipboard, 'writeText');
    expect(written[0]!.split('\n').map((line) => line.split('\t').length)).toEqual([2, 2]);
    expect(seen(one(table, '[part=told]'))).toBe('已复制 4 格');
  });
});

describe('scrolling', () => {
  test('keeps at most 60 row elements, at their places, with the numbers of all rows', async () => {
    const table = await mountTable({}, { count: 100_000 });
    const viewport = one(table, '.viewport');
    const grid = one(table, 'table');
    expect(grid.getAttribute('aria-rowcount')).toBe('100002');
    for (const top of [0, 1_234_567, 4_399_000, viewport.scrollHeight]) {
      viewport.scrollTop = top;
      await settled(table);
      const rows = all(table, 'tr');
      expect(rows.length).toBeLessThanOrEqual(60);
      const height = cell(table, Number(all(table, 'tbody tr')[0]!.dataset.row), 1).getBoundingClientRect()
        .height;
      const head = one(table, 'thead').getBoundingClientRect().height;
      for (const row of all(table, 'tbody tr')) {
        const at = Number(row.dataset.row);
        expect(row.getAttribute('aria-rowindex')).toBe(`${at + 2}`);
        const place =
          row.getBoundingClientRect().top - viewport.getBoundingClientRect().top + viewport.scrollTop;
        expect(Math.abs(place - viewport.clientTop - head - at * height)).toBeLessThan(2);
        expect(seen(row.firstElementChild)).toBe(`示例企业 ${`${at % 10_000}`.padStart(4, '0')}`);
      }
    }
    expect(seen(all(table, 'tbody tr').at(-1)!.firstElementChild)).toBe('示例企业 9999');
  });

  test('is chosen by the reader, and small sets and elder mode stand in pages', async () => {
    const small = await mountTable({}, { count: 900 });
    expect(all(small, '[part=page]').length).toBeGreaterThan(1);
    all(small, '[part=mode]')[1]!.click();
    await settled(small);
    expect(all(small, '[part=page]')).toEqual([]);
    expect(one(small, '.viewport').scrollHeight).toBeGreaterThan(900 * 44);
    const elder = await mountTable({ elder: true }, { count: 2000 });
    expect(all(elder, '[part=page]').length).toBeGreaterThan(1);
    expect(one(elder, '[part=page]').getBoundingClientRect().height).toBeGreaterThanOrEqual(60);
  });
});

describe('states', () => {
  test('a failed question keeps the rows that were there, and says why', async () => {
    const table = await mountTable();
    const good = sourceOf(20);
    table.rows = { arrange: () => Promise.reject(new Error('no')) };
    await settled(table);
    expect(table.hasAttribute('failed')).toBe(true);
    expect(table.hasAttribute('stale')).toBe(true);
    expect(all(table, 'tbody tr')).toHaveLength(50);
    table.rows = good;
    await settled(table);
    expect(table.hasAttribute('failed')).toBe(false);
    expect(all(table, 'tbody tr')).toHaveLength(20);
  });

  test('lists of a page are rows', async () => {
    const table = await mountTable({
      rows: {
        columns: ['zone', { name: 'count', type: 'INTEGER', additive: true }],
        rows: [
          ['北区', 2],
          ['南区', 40],
        ],
      },
    });
    expect(seen(one(table, 'tfoot'))).toBe('合计 42');
    expect(column(table, 0)).toEqual(['北区', '南区']);
  });
});

test('a filter keeps text that is no number, says so, and keeps the filter of before', async () => {
  const table = await mountTable({
    rows: {
      columns: ['name', 'x'],
      rows: [
        ['a', 1],
        ['b', 20],
        ['c', 300],
      ],
    },
  });
  const open = async (): Promise<HTMLFormElement> => {
    cell(table, -1, 1).querySelector<HTMLElement>('[part=filter]')!.click();
    await settled(table);
    return one(table, '[part=filter-panel] form') as HTMLFormElement;
  };
  const apply = async (form: HTMLFormElement, typed: string): Promise<void> => {
    const field = form.elements.namedItem('low') as HTMLInputElement;
    field.value = typed;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    form.requestSubmit();
    await settled(table);
  };
  await apply(await open(), '15');
  expect(seen(one(table, '[part=summary]'))).toContain('2 行符合');
  const form = await open();
  for (const typed of ['15万', '1,5', '1e3', '10–20']) {
    await apply(form, typed);
    expect(form.isConnected, typed).toBe(true);
    expect(form.querySelector('[aria-invalid=true]'), typed).not.toBeNull();
    expect(seen(form), typed).toContain('这不是数');
    expect(seen(one(table, '[part=summary]'))).toContain('2 行符合');
  }
  await apply(form, '100');
  expect(form.isConnected).toBe(false);
  expect(seen(one(table, '[part=summary]'))).toContain('1 行符合');
});

test('a chosen value that is no longer among the listed ones stays chosen', async () => {
  const rows = [
    ...Array.from({ length: 120 }, (_, at) => [`m${10 + (at % 20)}`, 'odd']),
    ...Array.from({ length: 30 }, (_, at) => ['n00', at === 0 ? 'odd' : 'even']),
  ];
  const table = await mountTable({ rows: { columns: ['name', 'parity'], rows } });
  const open = async (column: number): Promise<HTMLFormElement> => {
    cell(table, -1, column).querySelector<HTMLElement>('[part=filter]')!.click();
    await settled(table);
    await expect.poll(() => one(table, '[part=filter-panel] [name=value]')).not.toBeNull();
    return one(table, '[part=filter-panel] form') as HTMLFormElement;
  };
  const choose = async (column: number, value: string): Promise<void> => {
    const form = await open(column);
    form.querySelector<HTMLElement>(`[value="=${value}"]`)!.click();
    form.requestSubmit();
    await settled(table);
  };
  await choose(0, 'n00');
  await choose(1, 'odd');
  expect(seen(one(table, '[part=summary]'))).toContain('1 行符合');
  const form = await open(0);
  expect(form.querySelector<HTMLInputElement>('[value="=n00"]')?.checked).toBe(true);
  form.requestSubmit();
  await settled(table);
  expect(seen(one(table, '[part=summary]'))).toContain('1 行符合');
});

test('a column may have the name of a part of every object', async () => {
  const table = await mountTable({
    rows: {
      columns: ['constructor', 'toString'],
      rows: [
        ['b', 'x'],
        ['a', 'y'],
      ],
    },
  });
  expect(column(table, 0)).toEqual(['b', 'a']);
  cell(table, -1, 0).querySelector<HTMLElement>('[part=sort]')!.click();
  await settled(table);
  expect(column(table, 0)).toEqual(['a', 'b']);
  cell(table, -1, 1).querySelector<HTMLElement>('[part=filter]')!.click();
  await expect.poll(() => one(table, '[part=filter-panel] [value="=y"]')).not.toBeNull();
  one(table, '[part=filter-panel] [value="=y"]').click();
  (one(table, '[part=filter-panel] form') as HTMLFormElement).requestSubmit();
  await settled(table);
  expect(column(table, 0)).toEqual(['a']);
});

test('the gaps behind the rows are told below the table', async () => {
  const text = { zh: '3行数据被拒收', en: '3 rows were rejected' };
  const completeness = [{ dataset: 'd', kind: 'rejected' as const, count: 3, names: [], text }];
  const table = await mountTable({ rows: { columns: ['n'], rows: [[1]], completeness } });
  expect(all(table, '.remark').map(seen)).toEqual(['3行数据被拒收。']);
});

describe('the search', () => {
  const typed = async (table: Awaited<ReturnType<typeof mountTable>>, text: string): Promise<string> => {
    await userEvent.fill(one(table, '[part=find-text]'), text);
    await settled(table);
    return seen(one(table, '[part=found]'));
  };

  test('finds the words, the months and the numbers that are on display', async () => {
    const rows = {
      columns: [
        {
          name: 'kind',
          type: 'VARCHAR' as const,
          values: [
            { value: 'domestic', label: { zh: '内资', en: 'Domestic' } },
            { value: 'foreign', label: { zh: '港澳台资', en: 'Foreign' } },
          ],
        },
        { name: 'month', type: 'DATE' as const, grain: 'month' as const },
        { name: 'revenue', type: 'DECIMAL(18,2)' as const },
        { name: 'open', type: 'BOOLEAN' as const },
      ],
      rows: [
        ['domestic', '2023-01-01', '12345.60', true],
        ['foreign', '2023-02-01', '-7.00', false],
      ],
    };
    const table = await mountTable({ rows });
    for (const text of ['内资', '2023年1月', '12,345.6', '−7.00', '是', 'domestic'])
      expect([text, await typed(table, text)]).toEqual([text, '共 1 行']);
    expect(await typed(table, '2023年')).toBe('共 2 行');
    expect(await typed(table, '外资')).toBe('没有找到');
    await typed(table, '内资');
    one(table, '[part=only]').click();
    await settled(table);
    expect(all(table, 'tbody tr')).toHaveLength(1);
  });
});

test('the saved file has words under its heads of words, and figures with all their digits', async () => {
  const rows = {
    columns: [
      {
        name: 'kind',
        type: 'VARCHAR' as const,
        role: 'dimension' as const,
        values: [{ value: 'domestic', label: { zh: '内资', en: 'Domestic' } }],
      },
      { name: 'state', type: 'VARCHAR' as const, role: 'state' as const },
      { name: 'share', type: 'DOUBLE' as const },
      { name: 'raw', type: 'DOUBLE' as const },
      { name: 'row_kind', type: 'VARCHAR' as const, role: 'kind' as const },
    ],
    rows: [
      ['domestic', 'final', 100.00000000000001, 0.30000000000000004, null],
      [null, 'revised', 0.1, 0.1, 'total'],
    ],
  };
  const table = await mountTable({ rows });
  const make = vi.spyOn(URL, 'createObjectURL');
  one(table, '[part=csv]').click();
  await expect.poll(() => make.mock.calls.length).toBe(1);
  const lines = (await (make.mock.calls[0]![0] as Blob).text()).split('\r\n');
  make.mockRestore();
  expect(lines.slice(1, 3)).toEqual([
    '内资,正式数,100.00000000000001,0.30000000000000004,',
    '合计,修订数,0.1,0.1,合计',
  ]);
  one(table, 'thead [data-column="0"] [part=filter]').click();
  await settled(table);
  expect(seen(one(table, '[part=filter-panel]'))).toContain('合计');
  expect(seen(one(table, '[part=filter-panel]'))).not.toContain('空');
});
