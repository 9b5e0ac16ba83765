import { afterEach, beforeEach, expect, test } from 'vitest';
import { clear } from '../mount.js';
import { columns, rowOf } from './rows-fixture.js';
import { all, cell, focused, mountTable, one, seen, settled } from './table-stage.js';

beforeEach(clear);
afterEach(clear);

type Table = Awaited<ReturnType<typeof mountTable>>;

/** Whether an element stands within the window, and within the box that is scrolled. */
function isInSight(element: HTMLElement, table: Table): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const box = one(table, '.viewport').getBoundingClientRect();
  const head = table.renderRoot.querySelector('thead.unseen') ? 0 : one(table, 'thead').offsetHeight;
  return top >= Math.max(box.top + head, 0) - 1 && bottom <= Math.min(box.bottom, innerHeight) + 1;
}

async function find(table: Table, text: string): Promise<void> {
  const input = one(table, '[part=find-text]') as HTMLInputElement;
  input.value = text;
  input.dispatchEvent(new Event('input'));
  await settled(table);
}

async function press(table: Table, part: string): Promise<void> {
  one(table, `[part=${part}]`).click();
  await settled(table);
}

test('each row is a card, headed by its first column, and nothing sticks out at 320 px', async () => {
  const table = await mountTable({ order: '-revenue' }, { width: 288 });
  expect(seen(one(table, 'tbody tr th'))).toMatch(/^示例企业 \d{4} 第 1 行$/);
  expect(all(table, 'tbody tr:first-child .label').map(seen)).toEqual([
    ...['月份', '产业', '细分领域', '企业等级', '营业收入，万元', '同比，%', '数据状态'],
  ]);
  const { left, right } = table.getBoundingClientRect();
  const wide = all(table, 'figure *:not(.unseen, .unseen *, .unseen ~ *)').filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && (box.right > right + 0.5 || box.left < left - 0.5);
  });
  expect(wide.map((element) => element.outerHTML.slice(0, 90))).toEqual([]);
});

test('a card is headed by the fields that tell its row from others, wherever their columns stand', async () => {
  const keys = ['industry', 'company', 'month'];
  const order = ['change', ...keys, 'revenue'];
  const places = order.map((name) => columns.findIndex((column) => column.name === name));
  const rows = {
    columns: places.map((at) => {
      const { role, ...column } = columns[at]!;
      return keys.includes(column.name)
        ? { ...column, role: role === 'key' ? ('dimension' as const) : role, inKey: true as const }
        : { ...column, role };
    }),
    rows: Array.from({ length: 12 }, (_, row) => places.map((at) => rowOf(row)[at]!)),
  };
  const table = await mountTable({ rows }, { width: 360 });
  const first = [...all(table, 'tbody tr:first-child > *')].sort(
    (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
  );
  const heads = first.slice(0, 3).map((one) => one.dataset.column);
  expect(heads.sort()).toEqual(['1', '2', '3']);
  const { bottom } = all(table, 'tbody tr:first-child .heading')[0]!.getBoundingClientRect();
  expect(first.slice(3).every((one) => one.getBoundingClientRect().top >= bottom - 1)).toBe(true);
  expect(all(table, 'tbody tr:first-child .label').map(seen)).toEqual(['同比，%', '营业收入，万元']);
});

test('the sums come before the cards, for all who read, and for the keyboard', async () => {
  const table = await mountTable({}, { width: 360, count: 40 });
  const [sums, first] = [one(table, 'tfoot'), one(table, 'tbody tr')];
  expect(sums.getBoundingClientRect().bottom).toBeLessThanOrEqual(first.getBoundingClientRect().top);
  expect(sums.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  const rows = all(table, 'tfoot tr, tbody tr').map((row) => Number(row.getAttribute('aria-rowindex')));
  expect(rows).toEqual(rows.map((_, at) => at + 2));
  // A column without a sum is not told there.
  expect(seen(sums)).toMatch(/^合计 营业收入，万元 [\d,.]+ 含初步数$/);
  cell(table, 0, 0).focus();
  cell(table, 0, 0).dispatchEvent(
    new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true, composed: true, cancelable: true }),
  );
  await settled(table);
  expect(focused(table)).toBe('40:0');
});

test('ten cards are a page until a reader chooses fifty or a hundred', async () => {
  const table = await mountTable({ pageSize: 100 }, { width: 360 });
  expect(all(table, 'tbody tr')).toHaveLength(10);
  expect(seen(one(table, '.of'))).toBe('第 1 页，共 30 页');
  const select = one(table, '[part=page-size]') as HTMLSelectElement;
  expect([...select.options].map(({ value }) => value)).toEqual(['10', '50', '100']);
  select.value = '50';
  select.dispatchEvent(new Event('change'));
  await settled(table);
  expect(all(table, 'tbody tr')).toHaveLength(50);
});

test('where cards begin or end, the page is that of the same rows', async () => {
  const table = await mountTable({}, { width: 1100 });
  await press(table, 'next-page');
  expect(seen(one(table, '[part=stretch]'))).toBe('第 51–100 行');
  table.parentElement!.style.width = '360px';
  await expect.poll(() => all(table, 'tbody tr').length).toBe(10);
  expect(seen(one(table, '[part=stretch]'))).toBe('第 51–60 行');
  await press(table, 'next-page');
  table.parentElement!.style.width = '1100px';
  await expect.poll(() => all(table, 'tbody tr').length).toBe(50);
  expect(seen(one(table, '[part=stretch]'))).toBe('第 51–100 行');
});

test('the next page of cards begins in sight', async () => {
  const table = await mountTable({}, { width: 360 });
  one(table, '[part=next-page]').scrollIntoView();
  await press(table, 'next-page');
  expect(all(table, 'tbody tr')[0]!.dataset.row).toBe('10');
  expect(isInSight(one(table, 'tfoot'), table)).toBe(true);
});

test.each([360, 1100])('a row that is found is in sight at %i px, also on another page', async (width) => {
  const table = await mountTable({}, { width });
  for (const text of ['示例企业 0008', '示例企业 0047', '示例企业 0298']) {
    await find(table, text);
    await press(table, 'next');
    const row = one(table, 'tr.hit');
    expect(seen(row)).toContain(text);
    expect(isInSight(row.querySelector('mark')!, table), text).toBe(true);
  }
});

test('a row is found by the word of an empty cell, which is marked', async () => {
  const table = await mountTable({
    rows: { columns, rows: Array.from({ length: 30 }, (_, at) => rowOf(at)) },
  });
  const told = all(table, 'tbody tr').filter((row) => seen(row).includes('未填写')).length;
  expect(told).toBeGreaterThan(1);
  await find(table, '未填写');
  expect(seen(one(table, '[part=found]'))).toBe(`共 ${told} 行`);
  expect(all(table, '.unfilled mark')).toHaveLength(told);
});
