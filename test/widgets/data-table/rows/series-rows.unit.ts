import { describe, expect, it } from 'vitest';
import type { Rows } from '@zj/metrics';
import * as en from '../../../../packages/widgets/src/data-table/rows/en.js';
import { lackBefore } from '../../../../packages/widgets/src/data-table/rows/figure-column.js';
import { createPageRows } from '../../../../packages/widgets/src/data-table/rows/page-rows.js';
import type { PageData } from '../../../../packages/widgets/src/data-table/rows/of-data.js';
import * as zh from '../../../../packages/widgets/src/data-table/rows/zh-CN.js';
import { readGoal } from '../../../../packages/widgets/src/trend-chart/read-goal.js';
import { tableOf } from '../../../../packages/widgets/src/trend-chart/table.js';
import { tellerOf } from '../../../../packages/widgets/src/trend-chart/teller.js';
import { viewOf } from '../../../../packages/widgets/src/trend-chart/view.js';
import { revenueByField } from '../../breakdowns.js';
import {
  applicationsSeries,
  averageSeries,
  industrySeries,
  rateSeries,
  revenueSeries,
} from '../../trend-series.js';

const open = (data: PageData): Promise<Rows> => createPageRows(data, zh.series).arrange({});

async function cellsOf(rows: Rows): Promise<ReadonlyMap<string, readonly (string | null)[]>> {
  const { columns } = await rows.window(0, rows.rowCount);
  return new Map(rows.columns.map(({ name }, at) => [name, columns[at]!]));
}

describe('the series of a goal', () => {
  const all = {
    revenue: revenueSeries(),
    gaps: applicationsSeries(),
    rate: rateSeries(),
    average: averageSeries(),
  };

  for (const [name, goal] of Object.entries(all)) {
    for (const [locale, { series }] of [
      ['zh-CN', zh],
      ['en', en],
    ] as const) {
      it(`has the columns, figures and words of its chart's table: ${name}, ${locale}`, async () => {
        const rows = await createPageRows(goal, series).arrange({});
        const cells = await cellsOf(rows);
        const heads = new Map(rows.columns.map(({ name, label }) => [label.zh!, cells.get(name)!]));
        for (const appearance of ['line', 'cumulative'] as const) {
          const trend = readGoal(goal);
          const view = viewOf(trend, { appearance, during: '1900..2999' })!;
          const teller = tellerOf(trend, [1], locale);
          const table = tableOf(view, teller);
          for (const [at, head] of table.columns.entries()) {
            // Periods are days here, and changes are figures.
            if (at === 0 || /同比|Year on year/.test(head)) continue;
            const isSum = view.isSum && [series.lastYear, series.change].includes(head);
            const isSumState = head === teller.words.titled(series.toDate, series.state);
            const own = heads.get(isSum ? series.titled(series.toDate, head) : head);
            const told = table.rows.slice(-goal.periods.length).map((row) => row[at] ?? null);
            expect(own, head).toBeDefined();
            const shown = own!.map((cell) =>
              head === series.state || isSumState
                ? cell && ((teller.face.states as Readonly<Record<string, string>>)[cell] ?? cell)
                : cell,
            );
            expect(
              shown.map((cell) => cell ?? ''),
              head,
            ).toEqual(told.map((entry) => (entry === null ? '' : textOf(entry))));
          }
        }
      });
    }
  }

  it('tells a milestone with its day where that is not the end of a period', async () => {
    const goal = revenueSeries({ milestones: [{ date: '2026-03-10', value: 1350 }] });
    expect((await cellsOf(await open(goal))).get('milestone')).toContain('1350（2026-03-10）');
  });

  it('adds up only the figures of periods of a sum', async () => {
    const additive = async (data: PageData): Promise<readonly string[]> =>
      (await open(data)).columns.filter((column) => column.additive).map(({ name }) => name);
    expect(await additive(all.revenue)).toEqual(['value']);
    expect(await additive(all.rate)).toEqual([]);
    expect(await additive(all.average)).toEqual([]);
  });

  it('tells in words why there is no figure', async () => {
    const states = (await cellsOf(await open(all.gaps))).get('state')!;
    expect(new Set(states)).toEqual(
      new Set(['final', '未报送', 'estimate', 'revised', 'provisional', '尚未到期']),
    );
    expect(await (await open(all.gaps)).find('未报送')).toMatchObject({ count: 2 });
  });

  it('says of a year before the data that it is not applicable, and of one within them nothing', async () => {
    const rows = await open(all.revenue);
    const at = rows.columns.findIndex(({ name }) => name === 'last_year');
    const { columns, means } = await rows.window(0, rows.rowCount);
    const first = all.revenue.periods[0]!.start;
    for (const [row, { start }] of all.revenue.periods.entries()) {
      const isBefore = `${Number(start.slice(0, 4)) - 1}${start.slice(4)}` < first;
      if (columns[at]![row] === null && isBefore) expect(means[at]![row]).toBe('not-applicable');
      else if (columns[at]![row] !== null) expect(means[at]![row]).toBeNull();
    }
    expect(lackBefore(null, { start: '2025-03-01' }, '2024-01-01')).toBeNull();
    expect(lackBefore(null, { start: '2024-03-01' }, '2024-01-01')).toBe('not-applicable');
    expect(lackBefore(null, { start: '2025-03-01', partial: '2025-03-09' }, '2024-01-01')).toBe(
      'not-applicable',
    );
    expect(lackBefore(3, { start: '2024-03-01' }, '2024-01-01')).toBeNull();
  });

  it('says the facts behind it', async () => {
    const { sql, source, demo, reportedThrough } = await open(all.revenue);
    expect({ sql, source, demo, reportedThrough }).toEqual({
      sql: all.revenue.verdict.sql,
      source: all.revenue.verdict.source,
      demo: true,
      reportedThrough: '2026-10-31',
    });
  });
});

describe('the series of a metric', () => {
  const series = revenueByField();

  it('has a row for each period and member, with every figure of the file', async () => {
    const rows = await open(series);
    const cells = await cellsOf(rows);
    for (const line of series.lines) {
      const own = cells.get('period')!.flatMap((_, row) => {
        const kind = cells.get('row_kind')?.[row] ?? 'value';
        return kind === (line.kind === 'member' ? 'value' : line.kind) &&
          cells.get('field')![row] === (line.member ?? null)
          ? [row]
          : [];
      });
      const pick = (name: string): readonly (string | null)[] =>
        own.map((row) => cells.get(name)?.[row] ?? null);
      const text = (list: readonly (number | null)[] | undefined): readonly (string | null)[] =>
        (list ?? series.periods.map(() => null)).map((one) => (one === null ? null : `${one}`));
      expect(pick('value')).toEqual(text(line.own.value));
      expect(pick('last_year')).toEqual(text(line.own.lastYear));
      expect(pick('to_date')).toEqual(text(line.toDate?.value));
      expect(pick('share')).toEqual(text(line.own.share));
    }
  });

  it('says of merged cells that they are merged, and adds no total to its parts', async () => {
    const rows = await open(series);
    const at = rows.columns.findIndex(({ name }) => name === 'field');
    const kinds = (await cellsOf(rows)).get('row_kind')!;
    const { means } = await rows.window(0, rows.rowCount);
    expect(means[at]!.map((one) => one !== null)).toEqual(kinds.map((kind) => kind === 'merged'));
    expect(kinds).toContain('merged');
    expect(kinds).toContain('total');
    const value = rows.columns.findIndex(({ name }) => name === 'value');
    const whole = series.lines.find(({ kind }) => kind === 'total')!;
    const total = (await rows.totals())[value];
    const sum = whole.own.value.reduce<number>((before, one) => before + (one ?? 0), 0);
    expect(Number(total)).toBeCloseTo(sum, 6);
  });

  it('says of a figure that it may have been merged where cells of its period were, or of the year before', async () => {
    const own = series.lines.find(({ kind }) => kind === 'member')!;
    const hide = (list: readonly (number | null)[] | undefined, at: number): (number | null)[] =>
      list!.map((one, place) => (place === at ? null : one));
    const line = {
      ...own,
      own: { ...own.own, value: hide(own.own.value, 15), lastYear: hide(own.own.lastYear, 20) },
    };
    const change = line.own.change?.map((one, at) => (at === 15 || at === 20 ? null : one));
    const lines = series.lines.map((one) =>
      one === own ? { ...line, own: { ...line.own, ...(change && { change }) } } : one,
    );
    const tell = async (name: string, data: PageData): Promise<readonly (string | null | undefined)[]> => {
      const rows = await open(data);
      const cells = await cellsOf(rows);
      const { means } = await rows.window(0, rows.rowCount);
      const at = rows.columns.findIndex((column) => column.name === name);
      const places = cells.get('field')!.flatMap((member, row) => (member === own.member ? [row] : []));
      return [0, 15, 20].map((place) => means[at]?.[places[place]!]);
    };
    const merged = { ...series, lines };
    expect(await tell('value', merged)).toEqual([null, 'merged', null]);
    expect(await tell('last_year', merged)).toEqual(['not-applicable', null, 'merged']);
    expect((await tell('change', merged)).slice(1)).toEqual(['merged', 'merged']);
    // Without merged cells nobody can have been merged.
    const plain = { ...series, lines: lines.filter(({ kind }) => kind !== 'merged') };
    expect((await tell('value', plain))[1]).toBeNull();
    expect((await tell('last_year', plain))[2]).toBeNull();
  });

  it('keeps the total last in every order', async () => {
    const source = createPageRows(series, zh.series);
    const kinds = (
      await cellsOf(await source.arrange({ orderBy: [{ column: 'value', direction: 'descending' }] }))
    ).get('row_kind')!;
    const first = kinds.indexOf('total');
    expect(kinds.slice(first).every((kind) => kind === 'total')).toBe(true);
    expect(first).toBeGreaterThan(0);
  });

  it('without a dimension has a row for each period', async () => {
    const { dimension, ...whole } = industrySeries();
    expect(dimension).toBeDefined();
    const rows = await open({ ...whole, lines: whole.lines.slice(0, 1) });
    expect(rows.rowCount).toBe(whole.periods.length);
    expect(rows.columns.map(({ name }) => name)).not.toContain('row_kind');
  });

  it('of members that overlap has no sum', async () => {
    const apart = {
      ...series,
      dimension: { ...series.dimension!, apart: { zh: '有重叠', en: 'They overlap' } },
    };
    expect((await open(apart)).columns.every((column) => !column.additive)).toBe(true);
  });
});

function textOf(entry: string | number): string {
  return typeof entry === 'number' ? `${entry}` : entry;
}

describe('the sum of a series', () => {
  it('is not known where a figure is missing or an estimate, and is where neither is among the rows', async () => {
    const source = createPageRows(applicationsSeries(), zh.series);
    const totalOf = async (rows: Rows): Promise<string | null> =>
      (await rows.totals())[rows.columns.findIndex(({ name }) => name === 'value')]!;
    const whole = await source.arrange({});
    expect(await totalOf(whole)).toBeNull();
    expect(whole).toMatchObject({ unknownSums: expect.arrayContaining([true]) as unknown });
    const months = await source.arrange({ where: [{ column: 'period', below: '2025-08-01' }] });
    expect(await totalOf(months)).toBe('50');
    const estimated = await source.arrange({ where: [{ column: 'state', equals: 'estimate' }] });
    expect(await totalOf(estimated)).toBeNull();
  });
});

it('a goal says that a target, a year before the data and figures to come are not applicable, and of missing ones nothing', async () => {
  const rows = await createPageRows(revenueSeries(), zh.series).arrange({});
  const { columns, means } = await rows.window(0, rows.rowCount);
  const at = (name: string): number => rows.columns.findIndex((column) => column.name === name);
  for (const name of ['target', 'milestone', 'to_date', 'last_year'].filter((one) => at(one) >= 0))
    for (const [row, cell] of columns[at(name)]!.entries())
      if (cell === null) expect(means[at(name)]?.[row], `${name} ${row}`).toBe('not-applicable');
  const gaps = await createPageRows(applicationsSeries(), zh.series).arrange({});
  const own = await gaps.window(0, gaps.rowCount);
  const value = gaps.columns.findIndex(({ name }) => name === 'value');
  const missing = own.columns[value + 1]!.indexOf('未报送');
  expect([own.columns[value]![missing], own.means[value]?.[missing]]).toEqual([null, null]);
});
