import { expect, test } from 'vitest';
import { readColumns } from '../../../packages/widgets/src/data-table/column.js';
import { tableWords } from '../../../packages/widgets/src/data-table/book.js';
import { tableHtml } from '../../../packages/widgets/src/data-table/fallback.js';
import { printWordRows } from '../../../packages/widgets/src/data-table/print-words.js';
import { emptyWord, tellEmpty } from '../../../packages/widgets/src/data-table/row-kind.js';
import * as en from '../../../packages/widgets/src/data-table/rows/en.js';
import type { PageLists } from '../../../packages/widgets/src/data-table/rows/of-lists.js';
import { createPageRows } from '../../../packages/widgets/src/data-table/rows/page-rows.js';

/** Rows of a query over a published cube: an empty member of a plain row is one that was merged. */
function rowsOf(rows: PageLists['rows'], isConfidential = true): PageLists {
  const merged = isConfidential ? { merged: true as const } : {};
  return {
    columns: [
      { name: 'industry', role: 'dimension', type: 'VARCHAR', ...merged },
      { name: 'zone', role: 'dimension', type: 'VARCHAR' },
      { name: 'revenue', type: 'DOUBLE' },
      { name: 'row_kind', role: 'kind' },
    ],
    rows,
    means: new Map([
      [
        'industry',
        rows.map(([member, , , kind]) =>
          isConfidential && member === null && kind === 'value' ? 'merged' : null,
        ),
      ],
    ]),
  };
}

async function viewOf(lists: PageLists): Promise<Parameters<typeof printWordRows>[0] & { told: string[] }> {
  const rows = await createPageRows(lists, en.series).arrange({});
  const [columns, words] = [readColumns(rows.columns, 'en'), tableWords('en')];
  const view = { rows, columns, words, kindAt: 3, locale: 'en', summaries: await rows.summarize() };
  return { ...view, told: columns.map((column) => tellEmpty(column, view)) };
}

test('totals, the rest and merged cells are counted by their own words', async () => {
  const plain = [['AI', 'North', 3, 'value'] as const, ['Chips', 'South', 4, 'value'] as const];
  const total = [null, null, 7, 'total'] as const;
  const industryHead = async (rows: PageLists['rows'], isConfidential = true): Promise<string> =>
    (await viewOf(rowsOf(rows, isConfidential))).told[0]!;
  expect(await industryHead(plain)).toBe('none empty');
  expect(await industryHead([...plain, total])).toBe('Total: 1');
  expect(await industryHead([...plain, [null, null, 2, 'rest'], total])).toBe('Others, Total: 2');
  expect(await industryHead([...plain, [null, null, 2, 'value'], total])).toBe(
    'Total, merged (confidential): 2',
  );
  expect(await industryHead([...plain, [null, 'North', 2, 'value']])).toBe('merged (confidential): 1');
  expect(await industryHead([...plain, [null, 'North', 2, 'value'], total], false)).toBe(
    'Total, not stated: 2',
  );
  // The rest is of another dimension, and this one has its member there.
  const { told } = await viewOf(rowsOf([...plain, [null, 'North', 2, 'rest'], total]));
  expect(told.slice(0, 2)).toEqual(['Others, Total: 2', 'Total: 1']);
});

test('without the kinds of rows an empty cell of a published cube was merged', async () => {
  const column = (await viewOf(rowsOf([]))).columns[0]!;
  expect(emptyWord(column, { kindAt: -1, summaries: undefined, words: tableWords('en') })).toBe(
    'merged (confidential)',
  );
});

test('the file and the printed table have the same words', async () => {
  const lists = rowsOf([
    ['AI', 'North', 3, 'value'],
    [null, 'North', 2, 'value'],
    [null, null, 5, 'total'],
  ]);
  const parts: string[] = [];
  for await (const part of printWordRows(await viewOf(lists), new AbortController().signal)) parts.push(part);
  expect(
    parts
      .join('')
      .split('\r\n')
      .slice(1, 4)
      .map((line) => line.split(',')[0]),
  ).toEqual(['AI', 'merged (confidential)', 'Total']);
  expect(await tableHtml(lists, { locale: 'en' })).toContain('Total, merged (confidential): 2');
});
