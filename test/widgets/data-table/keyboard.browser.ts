import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clear } from '../mount.js';
import { all, cell, focused, mountTable, one, seen, settled } from './table-stage.js';

beforeEach(clear);
afterEach(clear);

const press = async (table: Awaited<ReturnType<typeof mountTable>>, keys: string): Promise<string> => {
  await userEvent.keyboard(keys);
  await settled(table);
  return focused(table);
};

test('the table is one stop of the Tab key, and arrows walk it by cell, into its heads and its totals', async () => {
  const table = await mountTable();
  expect(all(table, '.viewport [tabindex="0"]')).toHaveLength(1);
  cell(table, 0, 0).focus();
  expect(await press(table, '{ArrowRight}')).toBe('0:1');
  expect(await press(table, '{ArrowDown}')).toBe('1:1');
  expect(await press(table, '{End}')).toBe('1:7');
  expect(await press(table, '{Home}')).toBe('1:0');
  expect(await press(table, '{ArrowLeft}')).toBe('1:0');
  expect(await press(table, '{ArrowUp}{ArrowUp}')).toBe('head:0');
  expect(await press(table, '{ArrowUp}')).toBe('head:0');
  expect(all(table, '.viewport [tabindex="0"]')).toHaveLength(1);
  expect(await press(table, '{ArrowDown}')).toBe('0:0');
});

test('PageDown goes to the next page, Ctrl+End to the last row of all, and from there down to the totals', async () => {
  const table = await mountTable();
  cell(table, 3, 2).focus();
  cell(table, 3, 2).click();
  expect(await press(table, '{PageDown}')).toBe('53:2');
  expect(one(table, '[part=page][aria-current]').textContent.trim()).toBe('2');
  expect(await press(table, '{Control>}{End}{/Control}')).toBe('299:7');
  expect(one(table, '[part=page][aria-current]').textContent.trim()).toBe('6');
  expect(await press(table, '{ArrowDown}')).toBe('300:7');
  expect(await press(table, '{Control>}{Home}{/Control}')).toBe('0:0');
});

test('Enter goes into a head, arrows walk its buttons, Escape comes back', async () => {
  const table = await mountTable();
  cell(table, 0, 5).click();
  expect(await press(table, '{ArrowUp}')).toBe('head:5');
  expect(await press(table, '{Enter}')).toBe('sort');
  expect(await press(table, '{ArrowRight}')).toBe('filter');
  expect(await press(table, '{ArrowLeft}')).toBe('sort');
  expect(await press(table, '{Escape}')).toBe('head:5');
  expect(await press(table, '{F2}')).toBe('sort');
  // To sort keeps the focus where it is.
  expect(await press(table, '{Enter}')).toBe('sort');
  expect(cell(table, -1, 5).getAttribute('aria-sort')).toBe('descending');
  expect(await press(table, '{Escape}')).toBe('head:5');
});

test('Enter opens a cell in full, and Escape goes back to it', async () => {
  const table = await mountTable();
  cell(table, 1, 5).click();
  expect(await press(table, '{Enter}')).toBe('detail');
  expect(one(table, '[part=detail]').textContent).toContain('万元');
  expect(await press(table, '{Escape}')).toBe('1:5');
  expect(all(table, '[part=detail]')).toEqual([]);
});

test('the focus outlives rows that are recycled while they are scrolled, and comes back with its row', async () => {
  const table = await mountTable({}, { count: 20_000 });
  const viewport = one(table, '.viewport');
  cell(table, 2, 1).click();
  await settled(table);
  expect(focused(table)).toBe('2:1');
  viewport.scrollTop = 100;
  await settled(table);
  expect(focused(table)).toBe('2:1');
  viewport.scrollTop = 400_000;
  await settled(table);
  // Its row is not in the page: the box holds the focus, and stays the one stop.
  expect(focused(table)).toBe('viewport');
  expect(viewport.tabIndex).toBe(0);
  viewport.scrollTop = 0;
  await settled(table);
  expect(focused(table)).toBe('2:1');
  viewport.scrollTop = 400_000;
  await settled(table);
  expect(await press(table, '{ArrowDown}')).toBe('3:1');
  expect(await press(table, '{Control>}{End}{/Control}')).toBe('19999:7');
  const last = cell(table, 19_999, 7).getBoundingClientRect();
  expect(last.bottom).toBeLessThanOrEqual(one(table, 'tfoot td').getBoundingClientRect().top + 1);
  expect(all(table, 'tr').length).toBeLessThanOrEqual(60);
});

test('an address of the web in a cell is a link, in the cell in full, too; any other address is text', async () => {
  const rows = [
    ['a', 'https://example.org/a'],
    ['b', 'javascript:alert(1)'],
  ];
  const table = await mountTable({ rows: { columns: ['name', 'address'], rows } });
  const links = (): readonly (readonly (string | null)[])[] =>
    all(table, '[part=link]').map((link) => [link.getAttribute('href'), link.getAttribute('rel')]);
  const link = ['https://example.org/a', 'noopener noreferrer nofollow'];
  expect(links()).toEqual([link]);
  expect(seen(cell(table, 1, 1))).toBe('javascript:alert(1)');
  cell(table, 0, 1).click();
  await userEvent.keyboard('{Enter}');
  await settled(table);
  expect(links()).toEqual([link, link]);
});

test.each([2, 300])(
  'of %i rows, a click on a row head and Shift with arrows select cells to copy',
  async (count) => {
    const table = await mountTable({}, { count });
    // A script, or assistive technology, clicks without a pointer, which gives no focus.
    cell(table, 0, 0).click();
    await settled(table);
    await press(table, '{Shift>}{ArrowDown}{/Shift}');
    await press(table, '{Shift>}{ArrowRight}{/Shift}');
    expect(seen(one(table, '[part=copy]'))).toBe('复制 4 格');
  },
);
