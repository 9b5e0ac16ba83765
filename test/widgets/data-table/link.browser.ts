import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ZjDataTable } from '../../../packages/widgets/src/data-table/data-table.js';
import type { RowSource } from '../../../packages/widgets/src/data-table/row-source.js';
import { clear } from '../mount.js';
import { sourceOf } from './rows-fixture.js';
import { all, mountTable, one, seen, settled } from './table-stage.js';

const start = location.href;
beforeEach(clear);
afterEach(() => {
  history.replaceState(null, '', start);
  clear();
});

/** Opens a link to the page. */
function open(state: string): void {
  const url = new URL(start);
  url.search = `?${state}`;
  history.replaceState(null, '', url);
}

/** Rows that come late, as those of an engine. */
function slow(source: RowSource): RowSource {
  return {
    async arrange(arrangement, signal) {
      await new Promise((resume) => setTimeout(resume, 120));
      return source.arrange(arrangement, signal);
    },
  };
}

test('a link shows its own rows at once: none before are shown, or told', async () => {
  open('sort=-revenue&search=003&only=yes');
  const told: number[] = [];
  const listen = ({ detail, target }: CustomEvent): void => {
    told.push((detail as { rows: { rowCount: number } }).rows.rowCount);
    expect((target as ZjDataTable).shown?.rowCount).toBe(told[0]);
  };
  document.addEventListener('zj-data-changed', listen as EventListener);
  const shown = new Set<string>();
  const waiting = new Set<string>();
  const watch = setInterval(() => {
    const table = document.querySelector('zj-data-table');
    const rows = table ? all(table, 'tbody tr:not(.pending)') : [];
    if (rows.length > 0) shown.add(seen(one(table!, '[part=summary]')));
    // The event comes a moment before its rows are painted.
    else if (table && told.length === 0)
      waiting.add(`${table.shown?.rowCount ?? 'nothing'}, loading: ${table.hasAttribute('loading')}`);
  }, 5);
  const table = await mountTable({ address: '', rows: slow(sourceOf(300)) });
  clearInterval(watch);
  document.removeEventListener('zj-data-changed', listen as EventListener);
  expect([...waiting]).toEqual(['nothing, loading: true']);
  expect(told).toHaveLength(1);
  expect(told[0]).toBeLessThan(300);
  expect([...shown]).toHaveLength(1);
  expect([...shown][0]).toContain('按营业收入从大到小');
  expect(all(table, '.remark').map(seen)).toEqual([]);
});

test('a link with a page shows only that page', async () => {
  open('page=3');
  const table = await mountTable({ address: '', rows: slow(sourceOf(300)) });
  expect(seen(one(table, '[part=stretch]'))).toBe('第 101–150 行');
});

test('what a link says in vain is told, until a reader arranges the rows', async () => {
  open('page=99999&sort=revenue,nothing&where=nowhere(1)&only=1');
  const table = await mountTable({ address: '' });
  const remarks = (): string => all(table, '.remark').map(seen).join('\n');
  for (const part of ['page=99999', 'sort=nothing', 'where=nowhere(1)', 'only=1'])
    expect(remarks()).toContain(`链接里的“${part}”对这些行没有意义，没有使用。`);
  one(table, 'thead [data-column="2"] [part=sort]').click();
  await settled(table);
  expect(remarks()).toBe('');
});

test('two tables that want the same names tell the second by an event', async () => {
  const told: unknown[] = [];
  const listen = ({ detail, target }: CustomEvent): void => void told.push([target, detail]);
  document.addEventListener('zj-failed', listen as EventListener);
  await mountTable({ address: '' });
  const second = await mountTable({ address: '' });
  document.removeEventListener('zj-failed', listen as EventListener);
  expect(told).toEqual([
    [
      second,
      expect.objectContaining({ code: 'ATTRIBUTE', message: expect.stringContaining('page') as string }),
    ],
  ]);
});

test('a table that has nothing to show any more has no rows and no file', async () => {
  const table = await mountTable();
  expect(await table.toCsv()).toContain('营业收入');
  table.rows = null;
  table.src = '/nope.json';
  await expect.poll(() => table.hasAttribute('failed')).toBe(true);
  expect(table.shown).toBeNull();
  await expect(table.toCsv()).rejects.toThrow('nothing to show');
  table.src = null;
  table.rows = sourceOf(20);
  await settled(table);
  expect(table.shown?.rowCount).toBe(20);
});

test('the file of a table is in the words of its page', async () => {
  const table = await mountTable({ lang: 'en', address: 'file' });
  const [head, first] = (await table.toCsv()).split('\r\n');
  expect(head).toMatch(/^\uFEFFCompany,Month,Industry/);
  expect(head).not.toMatch(/[\u4e00-\u9fff]/);
  expect(first!.split(',')).toHaveLength(head!.split(',').length);
});
