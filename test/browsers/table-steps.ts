import { expect } from 'vitest';
import { findParts, textOf, type Accessible } from './firefox-tree.js';
import { seen, texts, until } from './press.js';
import type { Step, Walk } from './walk.js';

const count = 5000;

/** A page of the walk's own: a table that is scrolled, whose rows its script gives. */
const script = `const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'];
customElements.whenDefined('zj-data-table').then(() => {
  document.querySelector('zj-data-table').rows = {
    columns: ['company', { name: 'month', type: 'DATE', role: 'time', grain: 'month' }, { name: 'revenue', type: 'DECIMAL(18,2)', additive: true }],
    rows: Array.from({ length: ${count} }, (_, at) => ['Company ' + at, '2026-' + months[at % 10] + '-01', at + '.25']),
  };
});`;

async function openTable({ tab, park }: Walk): Promise<void> {
  park.own.set('/walk/table.js', script);
  park.own.set(
    '/walk/table',
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>table</title><link rel="icon" href="data:,">` +
      `<link rel="stylesheet" href="/zj/zj.css"><script src="/zj/zj.js" type="module"></script><script src="/walk/table.js" type="module"></script></head>` +
      `<body><main><zj-data-table label="Companies" mode="scroll"></zj-data-table></main></body></html>`,
  );
  await tab.open(`${park.address}/walk/table`);
  await seen(tab, 'zj-data-table', 'tbody tr');
  await settle(tab);
}

type Tab = Walk['tab'];

/** All rows in sight have their cells, and stay so for two frames. */
async function settle(tab: Tab): Promise<void> {
  await tab.run(async () => {
    for (let calm = 0; calm < 4; calm++) {
      await new Promise(requestAnimationFrame);
      const table = document.querySelector('zj-data-table')!;
      if (table.hasAttribute('loading') || table.shadowRoot!.querySelector('tr.pending')) calm = 0;
    }
  });
}

async function scrollTo(tab: Tab, share: number): Promise<void> {
  await tab.run((share) => {
    const box = document.querySelector('zj-data-table')!.shadowRoot!.querySelector('.viewport')!;
    box.scrollTop = (box.scrollHeight - box.clientHeight) * share;
  }, share);
  await settle(tab);
}

/** The rows in the page: their numbers for assistive technology, how far they stand from their places, and their first cells. */
const rowsOf = (tab: Tab) =>
  tab.run(() => {
    const root = document.querySelector('zj-data-table')!.shadowRoot!;
    const box = root.querySelector('.viewport')!;
    const head = root.querySelector('thead')!.getBoundingClientRect().height;
    const top = box.getBoundingClientRect().top + box.clientTop;
    return [...root.querySelectorAll<HTMLElement>('tbody tr')].map((row) => {
      const at = Number(row.dataset.row);
      const { top: own, height } = row.getBoundingClientRect();
      return {
        at,
        index: Number(row.getAttribute('aria-rowindex')),
        apart: Math.abs(own - top + box.scrollTop - head - at * height),
        text: row.firstElementChild!.textContent.trim(),
        isInSight: own < box.getBoundingClientRect().bottom && own + height > top + head,
      };
    });
  });

/** A key for the cell that has the focus; then the cell that has it. */
async function key(tab: Tab, name: string, ctrlKey = false): Promise<string> {
  await tab.run(
    (key, ctrlKey) => {
      const { activeElement } = document.querySelector('zj-data-table')!.shadowRoot!;
      activeElement!.dispatchEvent(
        new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, composed: true, cancelable: true }),
      );
    },
    name,
    ctrlKey,
  );
  await settle(tab);
  return tab.run(() => {
    const cell = document.querySelector('zj-data-table')!.shadowRoot!.activeElement as HTMLElement | null;
    return `${cell?.closest('tr')?.getAttribute('data-row') ?? 'head'}:${cell?.dataset.column}`;
  });
}

/** The table of the page as Firefox gives it to screen readers, once it has a row with this number. */
async function tableWith(tab: Tab, index: number): Promise<Accessible> {
  let table: Accessible | undefined;
  const find = async (): Promise<boolean> => {
    const tree = await tab.tree!();
    table = tree ? allParts(tree).find((one) => one.table !== null && one.name === 'Companies') : undefined;
    return table !== undefined && numbers(table).includes(index);
  };
  await expect.poll(find, { timeout: 60_000, interval: 200 }).toBe(true);
  return table!;
}

function allParts(tree: Accessible): readonly Accessible[] {
  return [tree, ...tree.children.flatMap(allParts)];
}

const numbers = (table: Accessible): readonly number[] =>
  findParts(table, 'row').map(({ attributes }) => Number(attributes.rowindex));

export const tableSteps: readonly Step[] = [
  {
    name: 'a table that is scrolled has few rows, each at its place, with its number and its text',
    async take(walk) {
      const { tab } = walk;
      await openTable(walk);
      for (const share of [0, 0.2, 0.77, 1]) {
        await scrollTo(tab, share);
        const rows = await rowsOf(tab);
        expect(rows.length).toBeLessThanOrEqual(60);
        expect(rows.filter(({ isInSight }) => isInSight).length).toBeGreaterThan(5);
        for (const { at, index, apart, text } of rows) {
          expect(index).toBe(at + 2);
          expect(text).toBe(`Company ${at}`);
          expect(apart).toBeLessThan(2);
        }
      }
      expect((await rowsOf(tab)).at(-1)!.at).toBe(count - 1);
      expect(await texts(tab, 'zj-data-table', 'tfoot [data-column="2"]')).toEqual(['12,498,750.00']);
    },
  },
  {
    name: 'the keyboard walks a table by cell, to its last row and back, and the cell with the focus is in sight',
    async take(walk) {
      const { tab } = walk;
      await openTable(walk);
      await tab.run(() => {
        const root = document.querySelector('zj-data-table')!.shadowRoot!;
        root.querySelector<HTMLElement>('tbody tr [data-column="0"]')!.focus();
      });
      expect(await key(tab, 'ArrowRight')).toBe('0:1');
      expect(await key(tab, 'ArrowDown')).toBe('1:1');
      expect(await key(tab, 'End')).toBe('1:2');
      expect(await key(tab, 'End', true)).toBe(`${count - 1}:2`);
      expect((await rowsOf(tab)).find(({ at }) => at === count - 1)).toMatchObject({ isInSight: true });
      expect(await key(tab, 'ArrowUp')).toBe(`${count - 2}:2`);
      expect(await key(tab, 'Home', true)).toBe('0:0');
      expect((await rowsOf(tab)).find(({ at }) => at === 0)).toMatchObject({ isInSight: true });
      expect(await key(tab, 'ArrowUp')).toBe('head:0');
      await until(tab, 'the table is one stop of the Tab key', () => {
        const root = document.querySelector('zj-data-table')!.shadowRoot!;
        return root.querySelectorAll('.viewport [tabindex="0"]').length === 1;
      });
    },
  },
  {
    name: 'a screen reader gets the number of all rows and columns of a table, and the place of each cell, while it is scrolled',
    async take(walk) {
      const { tab } = walk;
      if (!tab.tree)
        return walk.tell('gives the walk no accessibility tree: that of Chromium is read by other tests.');
      await openTable(walk);
      for (const share of [0, 0.4, 1]) {
        await scrollTo(tab, share);
        const shown = await rowsOf(tab);
        const table = await tableWith(tab, shown[0]!.index);
        expect(table.attributes).toMatchObject({ rowcount: `${count + 2}`, colcount: '3' });
        expect(table.table!.columns).toBe(3);
        const [head, ...rows] = findParts(table, 'row');
        expect(head!.children.map(({ role }) => role)).toEqual(Array(3).fill('columnheader'));
        expect(Number(head!.attributes.rowindex)).toBe(1);
        const body = rows.slice(0, -1);
        expect(numbers(table)).toEqual([1, ...shown.map(({ index }) => index), count + 2]);
        for (const [at, row] of body.entries()) {
          const cells = row.children;
          expect(cells.map(({ role }) => role)).toEqual(['rowheader', 'gridcell', 'gridcell']);
          expect(cells.map(({ attributes }) => attributes.colindex)).toEqual(['1', '2', '3']);
          expect(textOf(cells[0]!).trim()).toBe(shown[at]!.text);
          expect(cells[2]!.cell!.rowHeads[0]).toContain(shown[at]!.text);
          expect(cells[2]!.cell!.columnHeads[0]).toContain('revenue');
        }
      }
    },
  },
];
