import axe from 'axe-core';
import { cdp } from 'vitest/browser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clear } from '../mount.js';
import { all, cell, mountTable, one, settled } from './table-stage.js';

beforeEach(clear);
afterEach(clear);

type Table = Awaited<ReturnType<typeof mountTable>>;

interface Node {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly childIds?: readonly string[];
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
}

interface Frames {
  readonly frame: { readonly id: string; readonly url: string };
  readonly childFrames?: readonly Frames[];
}

/** Chromium's own tree for assistive technology, not one that a library computes of the page. */
async function readTree(): Promise<readonly Node[]> {
  const session = cdp() as unknown as {
    send(method: string, parameters?: object): Promise<Record<string, unknown>>;
  };
  await session.send('Accessibility.enable');
  const { frameTree } = (await session.send('Page.getFrameTree')) as unknown as { frameTree: Frames };
  const all = (of: Frames): readonly Frames[] => [of, ...(of.childFrames ?? []).flatMap(all)];
  const own = all(frameTree).find(({ frame }) => frame.url === location.href)!;
  const { nodes } = (await session.send('Accessibility.getFullAXTree', {
    frameId: own.frame.id,
  })) as unknown as { nodes: readonly Node[] };
  return nodes.filter(({ ignored }) => !ignored);
}

const withRole = (nodes: readonly Node[], ...roles: readonly string[]): readonly Node[] =>
  nodes.filter(({ role }) => roles.includes(role?.value ?? ''));

test('for assistive technology it is a grid with heads, row heads and cells, whatever rows are in sight', async () => {
  const table = await mountTable({}, { count: 100_000 });
  for (const top of [0, 2_000_000]) {
    one(table, '.viewport').scrollTop = top;
    await settled(table);
    const nodes = await readTree();
    const [grid, ...others] = withRole(nodes, 'grid');
    expect(others).toEqual([]);
    expect(grid!.name?.value).toBe('营业收入明细');
    const rows = withRole(nodes, 'row');
    expect(rows).toHaveLength(all(table, 'tr').length);
    expect(withRole(nodes, 'columnheader')).toHaveLength(8);
    expect(withRole(nodes, 'rowheader')).toHaveLength(rows.length - 1);
    expect(withRole(nodes, 'gridcell')).toHaveLength(7 * (rows.length - 1));
    expect(one(table, 'table').ariaRowCount).toBe('100002');
    const numbers = all(table, 'tr').map((row) => Number(row.ariaRowIndex));
    const [head, first, ...further] = numbers;
    expect(head).toBe(1);
    expect(further.slice(0, -1)).toEqual(further.slice(0, -1).map((_, at) => first! + 1 + at));
    expect(numbers.at(-1)).toBe(100_002);
  }
});

test('as cards it is the same grid', async () => {
  const table = await mountTable({}, { width: 300, count: 40 });
  const nodes = await readTree();
  expect(withRole(nodes, 'grid')).toHaveLength(1);
  // A page of ten, the head and the sums.
  expect(withRole(nodes, 'row')).toHaveLength(12);
  expect(withRole(nodes, 'rowheader')).toHaveLength(11);
  expect(all(table, 'tbody tr')).toHaveLength(10);
});

const states: Readonly<Record<string, (table: Table) => unknown>> = {
  'in pages': () => undefined,
  'with a filter open': (table) => one(table, 'thead [data-column="2"] [part=filter]').click(),
  'with a range open': (table) => one(table, 'thead [data-column="5"] [part=filter]').click(),
  'with a text found': (table) => {
    const input = one(table, '[part=find-text]') as HTMLInputElement;
    input.value = '05';
    input.dispatchEvent(new Event('input'));
  },
  'with cells selected': (table) => {
    cell(table, 1, 2).click();
    cell(table, 4, 5).dispatchEvent(
      new MouseEvent('click', { bubbles: true, composed: true, shiftKey: true }),
    );
  },
};

for (const [name, prepare] of Object.entries(states)) {
  test.each([
    ['light', 1100, false],
    ['dark', 1100, false],
    ['light', 320, false],
    ['light', 1100, true],
  ] as const)(`breaks no rule of axe ${name}, %s, %i px, elder %s`, async (scheme, width, elder) => {
    document.documentElement.style.colorScheme = scheme;
    const table = await mountTable({ elder, order: '-revenue company' }, { width, count: 60 });
    prepare(table);
    await settled(table);
    const { violations } = await axe.run(table, {
      resultTypes: ['violations'],
      // The page is the test's.
      rules: { region: { enabled: false } },
    });
    expect(
      violations.map(({ id, nodes }) => [
        id,
        nodes.slice(0, 2).map(({ html, failureSummary }) => html.slice(0, 160) + failureSummary),
      ]),
    ).toEqual([]);
  });
}

test('has for elders no text under 18 px and no target lower than 60 px', async () => {
  const table = await mountTable({ elder: true }, { count: 120 });
  for (const element of all(table, 'figure *')) {
    const hasText = [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
    if (!hasText || element.closest('.unseen') || element.getClientRects().length === 0) continue;
    expect([element.textContent, parseFloat(getComputedStyle(element).fontSize) >= 18]).toEqual([
      element.textContent,
      true,
    ]);
  }
  for (const target of all(table, 'button, select, input, tbody tr'))
    expect([target.outerHTML.slice(0, 80), target.getBoundingClientRect().height >= 60]).toEqual([
      target.outerHTML.slice(0, 80),
      true,
    ]);
});

test('orders and pages are told to those who do not see them, once the reader has chosen them', async () => {
  const table = await mountTable();
  const told = (): string => one(table, '.arranged').textContent;
  expect(told()).toBe('');
  one(table, 'thead [data-column="5"] [part=sort]').click();
  await settled(table);
  expect(told()).toBe('300 行，按营业收入从大到小排序，第 1–50 行');
  one(table, '[part=next-page]').click();
  await settled(table);
  expect(told()).toMatch(/第 51–100 行$/);
});

test('a head is called by its name and unit; its facts describe it', async () => {
  await mountTable();
  const heads = withRole(await readTree(), 'columnheader').map(({ name }) => name?.value);
  expect(heads.slice(4)).toEqual(['企业等级', '营业收入，万元', '同比，%', '数据状态']);
});
