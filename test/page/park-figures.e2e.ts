// Each figure of the park page beside plain SQL over the CSV files: written by hand, and not by the compiler of the library.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { column, numbers, openCsv, painted, tableOf, type Row } from './park.js';
import { openSite, visit, type Site } from './site.js';

const source = join(import.meta.dirname, '../../examples/park');
let site: Site;
let page: Page;
let csv: Awaited<ReturnType<typeof openCsv>>;

beforeAll(async () => {
  csv = await openCsv(join(source, 'data'));
  site = await openSite();
  ({ page } = await visit(site, { viewport: { width: 1280, height: 900 } }));
  await painted(page);
});
afterAll(async () => {
  await site.close();
  csv.close();
});

/** One column of an answer. */
const of = (rows: readonly Row[], name: string): readonly unknown[] => rows.map((row) => row[name]);

/** Grouped figures, as a reader sees them. */
const told = (value: unknown, digits = 0): string =>
  Number(value).toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** The texts of elements in shadow roots, without white space. */
const texts = (selector: string): Promise<readonly string[]> =>
  page.locator(selector).evaluateAll((all) => all.map((one) => one.textContent.replaceAll(/\s+/g, '')));

/** The goals by SQL: the sum of their own year, or of the plan, beside the target and the days that have gone. */
const goals = `
  WITH goal(id, target, unit, share_of_days, actual) AS (
    SELECT 'unicorn-hidden-champion', 2, '家', date_diff('day', DATE '2025-01-01', DATE '2026-11-01') / 730,
      (SELECT count(*) FROM incubation WHERE event IN ('hidden-champion-recognised', 'unicorn-recognised')
        AND date BETWEEN '2025-01-01' AND '2026-10-31')::DOUBLE
    UNION ALL SELECT 'high-quality-incubator', 1, '家', date_diff('day', DATE '2025-01-01', DATE '2026-11-01') / 730,
      (SELECT count(*) FROM incubation WHERE event = 'incubator-recognised' AND level = 'high-quality'
        AND date BETWEEN '2025-01-01' AND '2026-10-31')
    UNION ALL SELECT 'leading-industries-revenue', 6000, '亿元', date_diff('day', DATE '2026-01-01', DATE '2026-11-01') / 365,
      (SELECT CAST(sum(revenue) / 10000 AS DOUBLE) FROM "industry-revenue" WHERE year(month) = 2026
        AND month <= '2026-10-31' AND industry IN ('集成电路', '生物医药', '人工智能'))
    UNION ALL SELECT 'pct-applications', 100, '件', date_diff('day', DATE '2026-01-01', DATE '2026-11-01') / 365,
      (SELECT count(*) FROM patents WHERE route = 'PCT' AND filed BETWEEN '2026-01-01' AND '2026-10-31'))
  SELECT *, 100 * actual / target AS percent, 100 * share_of_days AS expected, greatest(target - actual, 0) / 2 AS month FROM goal`;

/** A percentage as it is shown. */
const percent = (value: unknown): string => `${told(value, 1)}%`;

describe('the goals', () => {
  test('each gauge shows the figure, the target and the share that SQL gives', async () => {
    const rows = await csv.ask(goals);
    for (const { id, actual, target, unit, percent: share, expected } of rows) {
      const gauge = `zj-goal-gauge[goal=${String(id)}]`;
      const figures = (await texts(`${gauge} [part~=value], ${gauge} [part=quantity]`)).join(' ');
      const [meter] = await page
        .locator(`${gauge} [role=meter]`)
        .evaluateAll((all) => all.map((one) => Number(one.getAttribute('aria-valuenow'))));
      const isCount = Number(target) < 10;
      expect([id, figures.trim()]).toEqual([
        id,
        isCount
          ? `${told(actual)}/${told(target)}${unit}`
          : `${percent(share)} ${told(actual)}/${told(target)}${unit}`,
      ]);
      expect(meter).toBe(isCount ? actual : Number(told(share, 1)));
      expect((await texts(`${gauge} [part=pace]`)).join()).toContain(`时序进度${percent(expected)}`);
    }
  });

  test('the board shows for each goal the share, the figure, the pace, the needed and the day that SQL gives', async () => {
    const rows = await csv.ask(goals);
    const shown = await page.locator('zj-goal-board tr[part=goal]').evaluateAll((all) =>
      all.map((row) => [
        row.querySelector('[data-open]')!.getAttribute('data-open'),
        ...[...row.querySelectorAll('td')].slice(1).map((cell) => {
          const text = cell.querySelector('b') ?? cell;
          return text.textContent.replaceAll(/\s+/g, '');
        }),
      ]),
    );
    expect(shown).toEqual(
      rows.map(({ id, actual, target, unit, percent: share, expected, month }) => [
        ...[id, percent(share), `${told(actual)}/${told(target)}${unit}`, percent(expected)],
        // A goal of whole things is told the rest, not halves a month.
        month === 0
          ? '—'
          : Number(month) < 1
            ? `共${told(Number(month) * 2)}${unit}`
            : `${told(month, unit === '件' ? 1 : 0)}${unit}`,
        '2026年10月',
      ]),
    );
  });

  test.each([
    [
      'leading-industries-revenue',
      `SELECT month AS day, CAST(revenue / 10000 AS DECIMAL(30, 6)) AS own FROM "industry-revenue"
        WHERE industry IN ('集成电路', '生物医药', '人工智能')`,
      6000,
    ],
    [
      'pct-applications',
      `SELECT filed AS day, CAST(1 AS DECIMAL(30, 6)) AS own FROM patents WHERE route = 'PCT'`,
      100,
    ],
  ])(
    'the chart of %s has each month, its sum, last year’s, and the schedule',
    async (id, records, target) => {
      const table = await tableOf(page, `zj-trend-chart[goal=${id}]`);
      const rows = await csv.ask(`
      WITH record AS (${records}),
      month AS (SELECT unnest(generate_series(TIMESTAMP '2026-01-01', TIMESTAMP '2026-12-01', INTERVAL 1 MONTH))::DATE AS first)
      SELECT strftime(first, '%Y年%-m月') AS name, first > '2026-10-31' AS is_open,
        (SELECT sum(own)::DOUBLE FROM record WHERE date_trunc('month', day) = first) AS own,
        (SELECT sum(own)::DOUBLE FROM record WHERE year(day) = 2026 AND day <= last_day(first)) AS total,
        (SELECT sum(own)::DOUBLE FROM record WHERE year(day) = 2025 AND day <= last_day(first - INTERVAL 1 YEAR)) AS before,
        ${target} * (date_diff('day', DATE '2026-01-01', last_day(first)) + 1) / 365 AS schedule
      FROM month ORDER BY first`);
      const known = (name: string): readonly unknown[] => rows.map((row) => (row.is_open ? null : row[name]));
      expect(column(table, '时期')).toEqual(of(rows, 'name'));
      expect(numbers(table, '数值')).toEqual(known('own'));
      expect(numbers(table, '累计')).toEqual(known('total'));
      expect(numbers(table, '上年同期')).toEqual(of(rows, 'before'));
      expect(numbers(table, '时序').map((one) => one!.toFixed(9))).toEqual(
        rows.map(({ schedule }) => Number(schedule).toFixed(9)),
      );
      expect(numbers(table, '目标')).toEqual([...Array<null>(11).fill(null), target]);
      expect(numbers(table, '同比').map((one) => one?.toFixed(9))).toEqual(
        rows.map(({ is_open, total, before }) =>
          is_open ? undefined : (100 * (Number(total) / Number(before) - 1)).toFixed(9),
        ),
      );
    },
  );
});

describe('the charts of metrics', () => {
  /** The months of 24 by name, and a sum of records by a member of each; `whole` is the sum of all. */
  const monthly = (name: string, member: string, value: string): string => `
    SELECT strftime(month, '%Y年%-m月') AS name, coalesce(${member}, '合计') AS member, CAST(${value} AS DOUBLE) AS value
    FROM "${name}" WHERE month BETWEEN '2024-11-01' AND '2026-10-31'
    GROUP BY GROUPING SETS ((month, ${member}), (month)) ORDER BY month`;

  test.each([
    [
      'industry-revenue',
      'industry-revenue',
      'industry',
      'CAST(sum(revenue) AS DECIMAL(30, 2)) * 0.0001',
      {},
      '亿元',
    ],
    [
      ...(['space-area', 'space-supply', 'state', 'CAST(sum(area) AS DECIMAL(30, 2)) * 0.0001'] as const),
      { available: '待入驻', occupied: '已入驻', 'under-construction': '在建' },
      '万平方米',
    ],
    [
      ...(['science-finance', 'science-finance', 'instrument', 'sum(amount)'] as const),
      { loan: '贷款', equity: '股权投资' },
      '万元',
    ],
  ] as const)(
    '%s has each month and each member that SQL gives',
    async (metric, file, member, value, names, unit) => {
      const table = await tableOf(page, `zj-trend-chart[metric=${metric}]`);
      const rows = await csv.ask(monthly(file, member, value));
      const months = [...new Set(of(rows, 'name'))];
      expect(column(table, '时期')).toEqual(months);
      const members = [...new Set(of(rows, 'member') as readonly string[])];
      const shown = (one: string): string => (names as Readonly<Record<string, string>>)[one] ?? one;
      expect([...table.head].sort()).toEqual(
        ['时期', ...members.map((one) => `${shown(one)}（${unit}）`)].sort(),
      );
      for (const one of members) {
        const own = rows.filter((row) => row.member === one);
        expect([one, numbers(table, shown(one))]).toEqual([
          one,
          months.map((month) => own.find(({ name }) => name === month)?.value ?? null),
        ]);
      }
    },
  );

  test('the days to answer a service package are days by packages, and those of the year before', async () => {
    const table = await tableOf(page, 'zj-trend-chart[metric=days-to-answer]');
    const rows = await csv.ask(`
      WITH own AS (SELECT month, sum(days)::DOUBLE / sum(packages)::DOUBLE AS value FROM "service-packages" GROUP BY month)
      SELECT strftime(own.month, '%Y年%-m月') AS name, own.value, before.value AS before
      FROM own LEFT JOIN own AS before ON before.month = own.month - INTERVAL 1 YEAR
      WHERE own.month BETWEEN '2024-11-01' AND '2026-10-31' ORDER BY own.month`);
    expect(column(table, '时期')).toEqual(of(rows, 'name'));
    expect(numbers(table, '数值')).toEqual(of(rows, 'value'));
    expect(numbers(table, '上年同期')).toEqual(of(rows, 'before'));
  });

  test('the breakdown has each industry’s revenue of the year, last year’s, share, growth and contribution', async () => {
    const table = await tableOf(page, 'zj-breakdown-chart');
    const rows = await csv.ask(`
      WITH own AS (
        SELECT coalesce(industry, '合计') AS name,
          CAST(CAST(sum(revenue) FILTER (month BETWEEN '2026-01-01' AND '2026-10-31') AS DECIMAL(30, 2)) * 0.0001 AS DOUBLE) AS value,
          CAST(CAST(sum(revenue) FILTER (month BETWEEN '2025-01-01' AND '2025-10-31') AS DECIMAL(30, 2)) * 0.0001 AS DOUBLE) AS before
        FROM "industry-revenue" GROUP BY ROLLUP (industry)),
      whole AS (SELECT value, before FROM own WHERE name = '合计')
      SELECT name, own.value, own.before, 100 * own.value / whole.value AS share, 100 * (own.value / own.before - 1) AS change,
        100 * (own.value - own.before) / whole.before AS contribution
      FROM own, whole ORDER BY own.name = '合计', own.value DESC`);
    expect(column(table, '主要产业')).toEqual(of(rows, 'name'));
    expect(numbers(table, '数值')).toEqual(of(rows, 'value'));
    expect(numbers(table, '上年同期')).toEqual(of(rows, 'before'));
    for (const [head, name] of [
      ['占比', 'share'],
      ['同比', 'change'],
      ['拉动', 'contribution'],
    ] as const) {
      const close = (all: readonly unknown[]): readonly string[] => all.map((one) => Number(one).toFixed(9));
      expect([head, close(numbers(table, head))]).toEqual([head, close(of(rows, name))]);
    }
    // The table that is seen has the same, rounded.
    const seen = await texts('zj-breakdown-chart table tr');
    for (const { name, value } of rows)
      expect(seen.some((row) => row.includes(`${String(name)}${told(value, 1)}`))).toBe(true);
  });
});

describe('enterprises and tasks', () => {
  /** The tier of each enterprise after each of its days, and the one before it: the highest whose last event is no end. */
  const course = `
    WITH tier(rank, id, event, is_end) AS (VALUES
      (1, 'headquarters', 'headquarters-set-up', false), (1, 'headquarters', 'left', true),
      (2, 'champion-unicorn', 'hidden-champion-recognised', false), (2, 'champion-unicorn', 'unicorn-recognised', false),
      (2, 'champion-unicorn', 'left', true),
      (3, 'high-tech', 'high-tech-recognised', false), (3, 'high-tech', 'high-tech-expired', true), (3, 'high-tech', 'left', true),
      (4, 'start-up', 'entered', false), (4, 'start-up', 'left', true)),
    day AS (SELECT DISTINCT subject, date FROM incubation JOIN tier USING (event)),
    held AS (
      SELECT day.subject, day.date, rank, arg_max(NOT is_end, (e.date, e.id)) AS holds
      FROM day JOIN incubation AS e ON e.subject = day.subject AND e.date <= day.date JOIN tier USING (event)
      GROUP BY ALL),
    course AS (
      SELECT subject, date, min(rank) FILTER (holds) AS now,
        lag(min(rank) FILTER (holds)) OVER (PARTITION BY subject ORDER BY date) AS before
      FROM held GROUP BY subject, date)`;

  test('the ladder has the enterprises of each tier, and those that came and went', async () => {
    const rows = await csv.ask(`${course},
      at_start AS (SELECT subject, now AS rank FROM course WHERE date < '2026-01-01' QUALIFY date = max(date) OVER (PARTITION BY subject)),
      at_end AS (SELECT subject, now AS rank FROM course WHERE date <= '2026-10-31' QUALIFY date = max(date) OVER (PARTITION BY subject)),
      moved AS (FROM course WHERE date BETWEEN '2026-01-01' AND '2026-10-31' AND now IS DISTINCT FROM before)
      SELECT rank::INTEGER AS rank, (SELECT count(*) FROM at_start AS a WHERE a.rank = r.rank)::INTEGER AS first,
        (SELECT count(*) FROM moved WHERE now = r.rank AND before IS NULL)::INTEGER AS entered,
        (SELECT count(*) FROM moved WHERE now = r.rank AND before IS NOT NULL)::INTEGER AS came,
        (SELECT count(*) FROM moved WHERE before = r.rank AND now IS NOT NULL)::INTEGER AS went,
        (SELECT count(*) FROM moved WHERE before = r.rank AND now IS NULL)::INTEGER AS "left",
        (SELECT count(*) FROM at_end AS a WHERE a.rank = r.rank)::INTEGER AS last,
        (SELECT count(*) FROM moved WHERE before = r.rank + 1 AND now = r.rank)::INTEGER AS up,
        (SELECT count(*) FROM moved WHERE before = r.rank AND now = r.rank + 1)::INTEGER AS down
      FROM (SELECT unnest([1, 2, 3, 4]) AS rank) AS r ORDER BY rank`);
    expect(await texts('zj-tier-ladder [part=count]')).toEqual(of(rows, 'last').map((one) => told(one)));
    expect(await texts('zj-tier-ladder dd')).toEqual(
      rows.flatMap(({ entered, came, went, left }) =>
        [entered, came, went, left].map((one) => `${String(one)}家`),
      ),
    );
    expect(await texts('zj-tier-ladder .start > span:first-child')).toEqual(
      of(rows, 'first').map((one) => `年初${String(one)}家`),
    );
    expect(await texts('zj-tier-ladder .moves .up')).toEqual(rows.slice(0, 3).map(({ up }) => `升级${up}家`));
    expect(await texts('zj-tier-ladder .moves .down')).toEqual(
      rows.slice(0, 3).map(({ down }) => `下移${down}家`),
    );
    const cells = await texts('zj-tier-ladder table:first-of-type tbody td');
    for (const row of rows)
      expect(cells.join()).toContain(
        ['first', 'entered', 'came', 'went', 'left', 'last'].map((name) => told(row[name])).join(),
      );
  });

  test('the board has the last reported state of each task and of each measure, and counts them', async () => {
    const reports = await csv.ask(`
      SELECT task, measure, arg_max(state, reported) AS state, strftime(max(reported), '%Y年%-m月%-d日') AS day,
        arg_max(reporter, reported) AS reporter FROM tasks GROUP BY task, measure`);
    const { areas } = JSON.parse(await readFile(join(source, 'plan.json'), 'utf8')) as {
      readonly areas: readonly {
        readonly tasks: readonly { readonly id: string; readonly measures?: readonly unknown[] }[];
      }[];
    };
    const words: Readonly<Record<string, string>> = {
      ...{ done: '已完成', 'under-way': '进行中', 'not-started': '未开始', stopped: '已停止' },
    };
    const find = (task: string, measure: number): Row | undefined =>
      reports.find((one) => one.task === task && one.measure === measure);
    const word = (row: Row | undefined): string => (row ? words[String(row.state)]! : '没有报告');
    const tasks = areas.flatMap((area) => area.tasks);
    const states = tasks.map(({ id }) => word(find(id, 0)));
    expect(await texts('zj-task-board [part=task] .row [part=state]')).toEqual(states);
    const counted = ['已完成', '进行中', '未开始', '已停止', '没有报告'].map(
      (one) => [one, states.filter((state) => state === one).length] as const,
    );
    const board = (await texts('zj-task-board figure')).join('');
    expect(board).toContain(
      `${areas.length}个领域${tasks.length}项任务：${counted.map(([one, count]) => `${one}${count}项`).join('，')}。`,
    );
    for (const [at, { id, measures = [] }] of tasks.entries()) {
      const own = `zj-task-board [part=task] >> nth=${at}`;
      const known = measures.map((_, measure) => word(find(id, measure + 1)));
      expect([id, await texts(`${own} >> [part=measure] [part=state]`)]).toEqual([id, known]);
      const report = find(id, 0);
      const [line] = await texts(`${own} >> .row .line`);
      if (report)
        expect([id, line]).toEqual([id, expect.stringContaining(`${report.day}，${report.reporter}报告`)]);
    }
  });
});

test('the figure of a cell with fewer than three enterprises is on no chart, nor left over beside its total', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'zj-few-'));
  await cp(source, folder, { recursive: true });
  const file = join(folder, 'data/science-finance.csv');
  const lines = (await readFile(file, 'utf8')).split('\n');
  // Loans of May 2026 are left to two enterprises.
  let loans = 0;
  const kept = lines.filter(
    (line) => !(line.startsWith('2026-05-01') && line.includes(',loan,') && ++loans > 2),
  );
  await writeFile(file, kept.join('\n'));
  const few = await openCsv(join(folder, 'data'));
  const other = await openSite('examples/park/site', folder);
  try {
    const { page } = await visit(other);
    await painted(page);
    const rows = await few.ask(`
      SELECT strftime(month, '%Y年%-m月') AS name, CASE instrument WHEN 'loan' THEN '贷款' ELSE '股权投资' END AS member,
        count(DISTINCT enterprise) FILTER (amount <> 0)::INTEGER AS enterprises
      FROM "science-finance" WHERE month BETWEEN '2024-11-01' AND '2026-10-31' GROUP BY month, instrument`);
    const table = await tableOf(page, 'zj-trend-chart[metric=science-finance]');
    const months = column(table, '时期');
    const rare = rows.filter(({ enterprises }) => Number(enterprises) < 3);
    expect(rare.map(({ name, member }) => [name, member])).toEqual([['2026年5月', '贷款']]);
    const at = months.indexOf('2026年5月');
    expect(column(table, '贷款')[at]).toBeNull();
    expect(column(table, '股权投资')[at]).toBeNull();
    const [whole] = await few.ask(
      `SELECT CAST(sum(amount) AS DOUBLE) AS sum FROM "science-finance" WHERE month = '2026-05-01'`,
    );
    expect(numbers(table, '合计')[at]).toBe(whole!.sum);
    // Every other month is as it was.
    expect(column(table, '贷款').filter((cell) => cell === null)).toHaveLength(1);
  } finally {
    await other.close();
    few.close();
    await rm(folder, { recursive: true });
  }
});
