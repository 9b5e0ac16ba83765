import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GoalSeries, MetricSeries } from '@zj/metrics';
import { expect } from 'vitest';
import { breakdownShape, usual } from '../../packages/widgets/src/breakdown-chart/breakdown-shape.js';
import type { Breakdown } from '../../packages/widgets/src/breakdown-chart/breakdown.js';
import { breakdownOfSeries } from '../../packages/widgets/src/breakdown-chart/of-series.js';
import type { BreakdownShape } from '../../packages/widgets/src/breakdown-chart/shape.js';
import { tableOf as trendTable } from '../../packages/widgets/src/trend-chart/table.js';
import { trendShape, type TrendShape } from '../../packages/widgets/src/trend-chart/trend-shape.js';
import { findParts, rowsOf, textOf, type Accessible } from './firefox-tree.js';
import { press, seen } from './press.js';
import type { Step, Walk } from './walk.js';

const locale = 'zh-CN';

/** A series file of the release that the page shows. */
async function read<T>({ release }: Walk, file: string): Promise<T> {
  return JSON.parse(await readFile(join(release, 'series', file), 'utf8')) as T;
}

const tight = (text: string): string => text.replace(/\s+/g, '');

/** The tables of the page with a caption, once the tree has them. */
async function tableOf(
  { tab }: Walk,
  role: 'table' | 'grid',
  isIt: (caption: string) => boolean,
): Promise<Accessible> {
  let table: Accessible | undefined;
  const find = async (): Promise<boolean> => {
    const tree = await tab.tree!();
    table = tree ? findParts(tree, role).find(({ name }) => isIt(name)) : undefined;
    return table !== undefined;
  };
  await expect.poll(find, { timeout: 60_000, interval: 200 }).toBe(true);
  return table!;
}

/** Each cell of a table is at its place, with its heads. */
function checkPlaces(table: Accessible): void {
  const rows = rowsOf(table);
  expect(table.table).toEqual({ rows: rows.length, columns: rows[0]!.length });
  const heads = rows[0]!.map(({ role, name }) => {
    expect(role).toBe('columnheader');
    return name;
  });
  for (const [row, cells] of rows.entries())
    for (const [column, { cell, role }] of cells.entries()) {
      expect([cell!.row, cell!.column]).toEqual([row, column]);
      if (role !== 'cell' || row === 0) continue;
      expect(cell!.columnHeads).toEqual([heads[column]]);
    }
}

/** Every figure and word of the chart stands in the cells, in their order; the unit is in the name. */
function checkTrend(table: Accessible, { view, teller }: TrendShape): void {
  const { columns, rows, filled } = trendTable(view, teller);
  expect(table.name).toContain(teller.unit);
  const [heads, ...told] = rowsOf(table).map((row) => row.map(textOf));
  const first = heads!.length - columns.length + 1;
  for (const [at, { head }] of filled.entries()) expect(heads![first + at]).toContain(head);
  expect(told.length).toBe(rows.length);
  for (const [at, [name, ...entries]] of rows.entries()) {
    expect(`${name}`).toContain(told[at]![0]!);
    for (const [place, entry] of entries.entries()) {
      const { kind } = filled[place]!;
      const text = told[at]![first + place]!;
      if (entry === null || entry === '') expect(text).toMatch(/^(|不适用|未报送)$/);
      else if (typeof entry === 'number')
        expect(text).toBe(kind === 'computed' ? teller.tell(entry) : teller.full(entry));
      else if (kind === 'change') expect(entry).toContain(text);
      else expect(text).toBe(entry);
    }
  }
}

/** Rank, name and figures of every row stand in the tree; its heads have the units. */
function checkBreakdown(table: Accessible, { columns, rows }: BreakdownShape): void {
  const [heads, ...told] = rowsOf(table);
  for (const [at, { label, unit }] of columns.entries()) {
    const name = tight(textOf(heads![at + 2]!));
    expect(name).toContain(tight(label));
    expect(name).toContain(tight(unit));
  }
  expect(told.length).toBe(rows.length);
  for (const [at, { rank, name, state, cells }] of rows.entries()) {
    const [first, head, ...figures] = told[at]!.map((cell) => tight(textOf(cell)));
    expect(first).toContain(rank);
    expect(head).toContain(tight(name));
    expect(head).toContain(tight(state));
    expect(figures.length).toBe(cells.length);
    for (const [place, { text }] of cells.entries()) expect(figures[place]).toContain(tight(text));
  }
  checkPlaces(table);
}

export const treeSteps: readonly Step[] = [
  {
    name: 'a screen reader gets each figure of the charts in a table, with its unit and its state',
    async take(walk) {
      const { tab, park } = walk;
      if (!tab.tree)
        return walk.tell('gives the walk no accessibility tree: that of Chromium is read by other tests.');
      await tab.open(`${park.address}/`);
      for (const chart of ['zj-trend-chart', '#industries']) {
        await press(tab, chart, '[part=data-button]');
        await seen(tab, chart, '[part=table]', 'tbody tr:not(.pending)');
      }
      const goal = await read<GoalSeries>(walk, 'goals/leading-industries-revenue.json');
      const metric = await read<MetricSeries>(walk, 'metrics/industry-revenue.month.by-industry.json');
      for (const series of [goal, metric]) {
        const shape = trendShape(series, { locale, members: [] }) as TrendShape;
        const { caption } = trendTable(shape.view, shape.teller);
        checkTrend(await tableOf(walk, 'grid', (name) => name === caption), shape);
      }
      const breakdown = breakdownOfSeries(metric, { period: '', cumulative: true });
      const shape = breakdownShape(breakdown as Breakdown, { ...usual, locale });
      checkBreakdown(await tableOf(walk, 'table', (name) => name === shape.title), shape);
    },
  },
];
