import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Condition, GoalSeries, Manifest, Metric, MetricSeries, PublishedDataset } from '@zj/metrics';
import { openWorkbench, type Workbench } from '@zj/metrics/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { breakdownShape, usual } from '../../packages/widgets/src/breakdown-chart/breakdown-shape.js';
import { exactTable } from '../../packages/widgets/src/breakdown-chart/exact.js';
import { readBreakdown } from '../../packages/widgets/src/breakdown-chart/read-breakdown.js';
import type { BreakdownShape } from '../../packages/widgets/src/breakdown-chart/shape.js';
import { tableOf } from '../../packages/widgets/src/trend-chart/table.js';
import { tableOf as csvTable } from '../../packages/widgets/src/trend-chart/tools.js';
import { trendShape, type TrendShape } from '../../packages/widgets/src/trend-chart/trend-shape.js';
import { openFolder, run } from './source.js';

// What charts of the examples show, against plain SQL over their CSV files.

const examples = join(import.meta.dirname, '../../examples');
const locales = ['zh-CN', 'en'] as const;

let duckdb: Workbench;
let folder: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ folder, remove } = await openFolder());
  duckdb = await openWorkbench();
});
afterAll(async () => {
  await duckdb.close();
  await remove();
});

async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(path, 'utf8')) as T;
}

interface Release {
  readonly manifest: Manifest;
  readonly goals: readonly GoalSeries[];
  readonly metrics: readonly MetricSeries[];
}

async function publish(name: string): Promise<Release> {
  const out = join(folder, name);
  const { problems } = await run('publish', join(examples, name), '--out', out);
  expect(problems).toEqual([]);
  const manifest = await readJson<Manifest>(join(out, 'manifest.json'));
  const read = async <T>(files: readonly { readonly path: string }[]): Promise<readonly T[]> =>
    Promise.all(files.map(({ path }) => readJson<T>(join(out, path))));
  const { goals, metrics } = manifest.files.series!;
  return { manifest, goals: await read<GoalSeries>(goals), metrics: await read<MetricSeries>(metrics) };
}

const quote = (text: unknown): string => `'${String(text).replaceAll("'", "''")}'`;
function sqlOf(condition: Condition): string {
  if ('equals' in condition) return `"${condition.column}" = ${quote(condition.equals)}`;
  if ('in' in condition) return `"${condition.column}" IN (${condition.in.map(quote).join(', ')})`;
  throw new Error('The examples have no other conditions.');
}

/** The CSV files that were read, by their tables; every cell is a text. */
const tables = new Map<string, Promise<string>>();
function readRows(file: string): Promise<string> {
  if (!tables.has(file)) {
    const table = `rows_${tables.size}`;
    const statement = `CREATE TABLE ${table} AS SELECT * FROM read_csv(${quote(file)}, all_varchar = true)`;
    tables.set(
      file,
      duckdb.execute(statement).then(() => table),
    );
  }
  return tables.get(file)!;
}
const answers = new Map<string, ReturnType<Workbench['rows']>>();

/** Sums, counts of rows, or sums of the last period, of a metric over the rows of its CSV file from one day to another; `null` without a row. */
function source(name: string, { metrics, datasets }: Manifest, id: string) {
  const metric: Metric = metrics.find((one) => one.id === id)!;
  const { contract }: PublishedDataset = datasets.find((one) => one.contract.id === metric.dataset)!;
  const rows = readRows(join(examples, name, 'data', contract.file).replaceAll('\\', '/'));
  const { measure, where = [], scale = 0 } = metric;
  if (!('sum' in measure || 'count' in measure || 'last' in measure))
    throw new Error('The lines of the examples have no other measures.');
  const column = 'sum' in measure ? measure.sum : 'last' in measure ? measure.last : undefined;
  const what = column === undefined ? 'count(*)' : `sum(CAST("${column}" AS DECIMAL(18,6)))`;
  const day = `CAST("${metric.time ?? contract.time.column}" AS DATE)`;
  const counts = contract.time.grain === 'day' && 'count' in measure;
  return async (start: string, end: string, more: readonly string[] = []): Promise<number | null> => {
    const days = `${day} BETWEEN DATE ${quote(start)} AND DATE ${quote(end)}`;
    const own = [...where.map(sqlOf), days];
    // A stock is that of the metric's last rows.
    if ('last' in measure)
      own.push(`${day} = (SELECT max(${day}) FROM ${await rows} WHERE ${own.join(' AND ')})`);
    const tests = [...own, ...more].join(' AND ');
    const statement = `SELECT CAST(${what} AS VARCHAR) AS figure FROM ${await rows} WHERE ${tests}`;
    if (!answers.has(statement)) answers.set(statement, duckdb.rows(statement));
    const [row] = await answers.get(statement)!;
    const { figure } = row as { readonly figure: string | null };
    return figure === null || (figure === '0' && !counts) ? null : Number(figure) * 10 ** scale;
  };
}

const yearBefore = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const isLast = new Date(Date.UTC(year, month, 0)).getUTCDate() === date;
  const last = isLast ? new Date(Date.UTC(year - 1, month, 0)).getUTCDate() : date;
  return `${year - 1}-${String(month).padStart(2, '0')}-${String(last).padStart(2, '0')}`;
};

/** How many of the data's unit the unit of a chart is: 0.1 of billions where the data are in 10⁸. */
function sizeOf(unit: string, power = 0): number {
  const words: readonly (readonly [RegExp, number])[] = [
    ...([
      [/^万亿/, 12],
      [/^亿/, 8],
      [/^万/, 4],
    ] as const),
    ...([
      [/^trillion/, 12],
      [/^billion/, 9],
      [/^million/, 6],
    ] as const),
  ];
  const own = words.find(([word]) => word.test(unit))?.[1] ?? 0;
  return 10 ** (power - own);
}

/** A number as it reads, and half of its last digit. */
function read(text: string): readonly [value: number, half: number] {
  const [found] = /[+−]?[\d,]+(?:\.\d+)?/.exec(text) ?? [];
  if (found === undefined) throw new Error(`No number in "${text}".`);
  const value = Number(found.replaceAll(',', '').replace('−', '-'));
  return [value, 0.5 * 10 ** -(found.split('.')[1]?.length ?? 0)];
}

/** That a text tells a figure, rounded as it reads. */
function expectTold(text: string, figure: number | null, what: string): void {
  if (figure === null) {
    expect(text, what).toBe('—');
    return;
  }
  const [value, half] = read(text);
  expect(Math.abs(value - figure), `${what}: ${text} of ${figure}`).toBeLessThanOrEqual(
    half * (1 + 1e-9) + 1e-9,
  );
}

const shaped = (
  data: Parameters<typeof trendShape>[0],
  look: Parameters<typeof trendShape>[1],
): TrendShape => {
  const shape = trendShape(data, look);
  if ('problem' in shape) throw new Error(shape.problem.code);
  return shape;
};

/** Whether every member of a metric has its own rows: not where cells were merged for confidentiality. */
const isSplit = ({ dimension, lines }: MetricSeries): boolean =>
  dimension !== undefined && lines.every(({ kind }) => kind !== 'merged');

describe.each(['park', 'public-record', 'national-outline'])('%s', (name) => {
  let release: Release;
  beforeAll(async () => (release = await publish(name)));

  test('every figure of a goal, at every period, is that of its rows: alone, summed up, a year before, and due', async () => {
    expect(release.goals.length).toBeGreaterThan(1);
    let told = 0;
    for (const series of release.goals) {
      const { verdict, periods } = series;
      const { metric } = release.manifest.plan.goals.find(({ id }) => id === verdict.goal)!;
      const figure = source(name, release.manifest, metric);
      const sums = periods.some(({ toDate }) => toDate !== undefined);
      const known = periods.filter(({ value }) => value !== null);
      for (const locale of locales)
        for (const appearance of ['line', 'cumulative'] as const) {
          const isSum = sums && appearance === 'cumulative';
          const during = isSum
            ? `${verdict.period.start.slice(0, 4)}..`
            : `${periods[0]!.start.slice(0, 4)}..`;
          const shape = shaped(series, { locale, appearance, during });
          const size = sizeOf(shape.unit, verdict.unit.power);
          for (const [at, { start, end }] of shape.periods.entries()) {
            const what = `${verdict.goal} ${locale} ${appearance} ${end}`;
            const own = known.find((one) => one.end === end);
            const from = isSum ? verdict.period.start : start;
            const value = own && (own.toDate !== null || !isSum) ? await figure(from, end) : null;
            const cells = shape.readout(at).cells;
            const cell = (kind: string) => cells.find((one) => one.kind === kind);
            if (value !== null) {
              expectTold(cell('value')!.figure, value * size, what);
              told++;
            }
            const before = cell('lastYear');
            if (before && value !== null && before.figure !== '—') {
              const base = (await figure(yearBefore(from), yearBefore(end)))!;
              const change = (verdict.unit.zh ?? '').includes('%')
                ? value - base
                : ((value - base) / base) * 100;
              expectTold(before.figure, change, `${what} change`);
              expectTold(before.note.replace(/^\D*/, ''), base * size, `${what} base`);
            }
            const due = cell('due');
            if (!due || due.figure === '—' || sums !== isSum) continue;
            const { target, baseline, schedule } = verdict;
            const kind = schedule?.kind ?? 'linear';
            if (kind !== 'linear' || target === null || baseline === null) continue;
            const days = (day: string): number => Date.parse(day) / 86_400_000;
            const { period } = verdict;
            const zero = sums
              ? days(period.start) - 1
              : days(release.manifest.plan.goals.find(({ id }) => id === verdict.goal)!.baseline!.date);
            const share = Math.min((days(end) - zero) / (days(period.end) - zero), 1);
            expectTold(due.figure, (baseline + share * (target - baseline)) * size, `${what} due`);
            if (value === null) continue;
            expectTold(
              cell('gap')!.figure,
              (value - (baseline + share * (target - baseline))) * size,
              `${what} gap`,
            );
          }
          // The table and the CSV have the same figures, in full.
          const { columns, rows } = csvTable(shape);
          const place = columns.findIndex((head) =>
            (isSum ? /累计|^(To date|So far|Sum|Cumul)/ : /^(数值|Figure)/).test(head),
          );
          for (const [at, { start, end }] of shape.periods.entries()) {
            const cell = rows[at]![place];
            if (typeof cell !== 'number') continue;
            const value = (await figure(isSum ? verdict.period.start : start, end))!;
            expect(Math.abs(cell - value * size)).toBeLessThanOrEqual(1e-9 * Math.max(Math.abs(cell), 1));
          }
        }
    }
    expect(told).toBeGreaterThan(15);
  });

  test('every line of a metric is that of its rows at every period: in the readout, in the drawing, in the table', async () => {
    for (const series of release.metrics.filter(isSplit)) {
      const figure = source(name, release.manifest, series.metric);
      const asked = series.lines.flatMap(({ member }) => (member === undefined ? [] : [member])).slice(0, 3);
      for (const appearance of ['line', 'cumulative'] as const)
        for (const locale of locales) {
          const during = `${series.periods[0]!.start.slice(0, 4)}..`;
          const shape = shaped(series, { locale, appearance, members: asked, during });
          const size = sizeOf(shape.unit, series.unit.power);
          const isSum = appearance === 'cumulative' && series.lines.some(({ toDate }) => toDate);
          const { columns, rows } = tableOf(shape.view, shape.teller);
          for (const [at, { start, end }] of shape.periods.entries()) {
            const from = isSum ? `${start.slice(0, 4)}-01-01` : start;
            const cells = shape.readout(at).cells.slice(1);
            for (const [place, member] of asked.entries()) {
              const only = [`"${series.dimension!.name}" = ${quote(member)}`];
              const value = await figure(from, end, only);
              const what = `${series.metric} ${member} ${end} ${appearance}`;
              const cell = cells[place]!;
              expectTold(cell.figure, value === null ? null : value * size, what);
              const line = shape.model.lines.find(({ id }) => id === member)!;
              const drawn = line.points[at]!.value;
              const tabled = rows[at]![columns.indexOf(line.name)];
              for (const one of [drawn, tabled])
                if (value === null) expect(one).toBeNull();
                else expect(one, what).toBeCloseTo(value, 6);
              const change = /(?:同比|year on year\D*?|Year on year\D*?)([+−]?[\d,.]+)%/.exec(cell.note)?.[1];
              if (change === undefined || value === null) continue;
              const base = (await figure(yearBefore(from), yearBefore(end), only))!;
              expectTold(change, ((value - base) / base) * 100, `${what} change`);
            }
          }
        }
    }
  });

  test('the summary of a sum tells the sum, its share of the target, and the change of the same days a year before', async () => {
    for (const series of release.goals) {
      const { verdict, periods } = series;
      const sum = periods.findLast(({ toDate }) => typeof toDate === 'number');
      if (!sum || sum.end < verdict.period.start) continue;
      const { metric } = release.manifest.plan.goals.find(({ id }) => id === verdict.goal)!;
      const figure = source(name, release.manifest, metric);
      const value = (await figure(verdict.period.start, sum.end))!;
      const { summary, unit } = shaped(series, { locale: 'zh-CN' });
      expectTold(/累计(.*?)，/.exec(summary)![1]!, value * sizeOf(unit, verdict.unit.power), summary);
      const share = /完成目标.*?的(.*?)%/.exec(summary);
      if (share) expect(Math.abs(read(share[1]!)[0] - (value / verdict.target!) * 100)).toBeLessThan(0.1);
      const change = /比上年同期(增长|下降)(.*?)%/.exec(summary);
      if (!change) continue;
      const base = (await figure(yearBefore(verdict.period.start), yearBefore(sum.end)))!;
      expectTold(change[2]!, Math.abs((value - base) / base) * 100, summary);
      expect(change[1]).toBe(value > base ? '增长' : '下降');
    }
  });

  test('every row of a breakdown is that of its rows: figure, share, change, contribution, the rest and the whole', async () => {
    for (const series of release.metrics.filter(isSplit)) {
      const figure = source(name, release.manifest, series.metric);
      const power = series.unit.power;
      for (const cumulative of series.lines.some(({ toDate }) => toDate) ? [false, true] : [false])
        for (const at of [series.periods.length - 1, Math.floor(series.periods.length / 2)]) {
          const { start, end } = series.periods[at]!;
          const from = cumulative ? `${start.slice(0, 4)}-01-01` : start;
          const period = end;
          const found = readBreakdown(series, { period, cumulative, appearance: 'table' });
          if ('problem' in found) continue;
          for (const locale of locales) {
            const shape: BreakdownShape = breakdownShape(found, { ...usual, locale, top: 2 });
            const size = sizeOf(shape.unit, power);
            const whole = (await figure(from, end))!;
            const before = await figure(yearBefore(from), yearBefore(end));
            const members = shape.rows
              .filter(({ kind }) => kind === 'member')
              .map(({ member }) => quote(member));
            for (const row of shape.rows) {
              const column = `"${series.dimension!.name}"`;
              const only =
                row.kind === 'member'
                  ? [`${column} = ${quote(row.member)}`]
                  : row.kind === 'rest'
                    ? [`${column} NOT IN (${members.join(', ')})`]
                    : [];
              const value = (await figure(from, end, only)) ?? 0;
              const base = await figure(yearBefore(from), yearBefore(end), only);
              const what = `${series.metric} ${end} ${cumulative} ${row.name}`;
              const expected: Readonly<Record<string, number | null>> = {
                value: value * size,
                share: (value / whole) * 100,
                change: base ? ((value - base) / base) * 100 : null,
                contribution: base !== null && before ? ((value - base) / before) * 100 : null,
              };
              for (const { column: id, text } of row.cells) {
                // Shares add up to 100.0 as they read: one may be a tenth off.
                if (id === 'share') {
                  if (text !== '—')
                    expect(Math.abs(read(text)[0] - expected.share!), what).toBeLessThan(0.1 + 1e-9);
                } else if (text !== '—' && !/无数据|no data/i.test(text))
                  expectTold(text, expected[id]!, `${what} ${id}`);
              }
            }
            const table = exactTable(shape, locale);
            const last = table.rows.at(-1)!;
            if (shape.rows.at(-1)!.kind === 'total') expect(last[2]).toBeCloseTo(whole * size, 9);
          }
        }
    }
  });
});
