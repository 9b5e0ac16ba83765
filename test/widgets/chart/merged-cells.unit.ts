import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMetrics, type Condition, type Metrics, type MetricSeries, type Query } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBreakdown } from '../../../packages/widgets/src/breakdown-chart/read-breakdown.js';
import { narrowSeries, questionsOf } from '../../../packages/widgets/src/chart/narrow-series.js';
import { svgOf, tableOf as csvTableOf } from '../../../packages/widgets/src/trend-chart/tools.js';
import { trendShape, type TrendShape } from '../../../packages/widgets/src/trend-chart/trend-shape.js';
import { tableOfMetric } from '../../../packages/widgets/src/data-table/rows/of-metric.js';
import { series as tableWords } from '../../../packages/widgets/src/data-table/rows/en.js';
import { openFolder, park, run } from '../../cli/source.js';

let remove: () => Promise<void>;
let release = '';
let metrics: Metrics;
/** The rows before they were merged: month, industry, zone, revenue. */
let rows: readonly (readonly string[])[];
beforeAll(async () => {
  let folder: string;
  ({ folder, remove } = await openFolder());
  release = join(folder, 'park');
  await run('publish', park, '--out', release);
  metrics = createMetrics({ engine: nodeEngine() });
  await metrics.open(join(release, 'manifest.json'));
  const [head, ...lines] = (await readFile(join(park, 'data/industry-revenue.csv'), 'utf8'))
    .trim()
    .split(/\r?\n/);
  const names = head!.replace('\uFEFF', '').split(',');
  const at = ['month', 'industry', 'zone', 'revenue'].map((name) => names.indexOf(name));
  rows = lines.map((line) => at.map((place) => line.split(',')[place]!));
});
afterAll(async () => {
  await metrics.close();
  await remove();
});

const zone: Condition = { column: 'zone', equals: '生物医药园' };
const industry: Condition = { column: 'industry', equals: '集成电路' };

async function narrowed(name: string, where: readonly Condition[], showsSums = false): Promise<MetricSeries> {
  const file = await readFile(join(release, `series/metrics/${name}.json`), 'utf8');
  const series = JSON.parse(file) as MetricSeries;
  const { own, toDate } = questionsOf(series);
  const ask = (query: Query) => metrics.query({ ...query, where });
  return narrowSeries(series, await ask(own), toDate && (await ask(toDate)), showsSums);
}

/** The true sum of the rows of a stretch, before cells were merged. */
function truth(start: string, end: string, where: Partial<Record<'industry' | 'zone', string>>): number {
  return rows
    .filter(
      ([month, one, other]) =>
        month! >= start &&
        month! <= end &&
        (where.industry ?? one) === one &&
        (where.zone ?? other) === other,
    )
    .reduce((sum, [, , , revenue]) => sum + Number(revenue) / 10_000, 0);
}

function shapeOf(
  data: Parameters<typeof trendShape>[0],
  appearance: 'line' | 'cumulative' = 'line',
  locale: 'en' | 'zh-CN' = 'en',
): TrendShape {
  const shape = trendShape(data, { locale, appearance });
  if ('problem' in shape) throw new Error('no shape');
  return shape;
}

/** Words that claim a sum, a change, an order or that a figure is settled. */
const claims = /\bup\b|\bdown\b|unchanged|in all|Highest|lowest|final/;

describe('under a condition on which merged cells cannot be decided', () => {
  test.each(['industry-revenue.month', 'industry-revenue.month.by-industry'])(
    'each figure of %s is the true one, or is not told',
    async (name) => {
      const { periods, lines, dimension } = await narrowed(name, [zone]);
      for (const { own, toDate, kind, member } of lines) {
        const where = {
          zone: zone.equals as string,
          ...(dimension && kind === 'member' && { industry: member! }),
        };
        periods.forEach(({ start, end }, at) => {
          const told = [
            [own.value[at], start],
            [toDate?.value[at], `${start.slice(0, 4)}-01-01`],
          ] as const;
          for (const [value, from] of told)
            if (value != null) expect(value).toBeCloseTo(truth(from, end, where), 2);
          const base = own.lastYear?.[at];
          const year = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
          if (base != null) expect(base).toBeCloseTo(truth(year(start), year(end), where), 2);
        });
      }
      // In this release cells of each month are merged.
      expect(lines.every(({ own }) => own.value.every((value) => value === null))).toBe(true);
    },
  );

  test.each([['line'], ['cumulative']] as const)(
    'a trend (%s) claims nothing, says why, and draws no figure; so do its readout, its table and its files',
    async (appearance) => {
      const shape = shapeOf(
        await narrowed('industry-revenue.month', [zone], appearance === 'cumulative'),
        appearance,
      );
      expect(shape.summary).toContain('merged for confidentiality');
      expect(shape.summary).not.toMatch(claims);
      expect(
        shape.model.lines
          .flatMap(({ points }) => points.map(({ value }) => value))
          .every((one) => one === null),
      ).toBe(true);
      expect(shape.readout(0).spoken).toContain('merged');
      const svg = svgOf(shape, 860, 'en');
      expect(svg).toContain('merged for confidentiality');
      const { columns, rows: lines } = csvTableOf(shape);
      expect(columns.length).toBeGreaterThan(1);
      expect(lines.flat().filter((cell) => typeof cell === 'number')).toEqual([]);
      expect(JSON.stringify(lines)).toContain('merged');
      expect(JSON.stringify(lines)).not.toContain('final');
    },
  );

  test('the table of a narrowed series says the reason of each period', async () => {
    const series = await narrowed('industry-revenue.month', [zone]);
    const table = tableOfMetric(series, tableWords);
    expect(JSON.stringify(table)).toContain(tableWords.lack('merged'));
    expect(JSON.stringify(table)).not.toContain(tableWords.lack('missing'));
  });

  test('a trend of a query does the same, by members, and as sums of the year', async () => {
    for (const query of [
      { metric: 'industry-revenue', by: ['month'] },
      { metric: 'industry-revenue', by: ['quarter', 'industry'] },
      { metric: 'industry-revenue', by: ['month'], cumulative: 'year-to-date' },
      { metric: 'industry-revenue', by: ['month'], compare: 'year-over-year' },
    ] as const) {
      const shape = shapeOf(await metrics.query({ ...query, where: [zone] }));
      expect(shape.summary).toContain('merged for confidentiality');
      expect(shape.summary).not.toMatch(claims);
      expect(shape.summary).not.toMatch(/\d[\d.,]* (billion|million)/);
    }
  });

  test('a breakdown refuses, of a series and of a query, with the reason in both languages', async () => {
    const look = { period: '', cumulative: false, appearance: 'table' } as const;
    for (const data of [
      await narrowed('industry-revenue.month.by-industry', [zone]),
      await metrics.query({
        metric: 'industry-revenue',
        by: ['industry'],
        during: '2026',
        share: true,
        totals: true,
        where: [zone],
      }),
      await metrics.query({ metric: 'industry-revenue', by: ['quarter', 'industry'], where: [zone] }),
    ])
      for (const wanted of [look, { ...look, period: 'rowCount' in data ? '' : '2026-10' }]) {
        const found = readBreakdown(data, wanted);
        if (!('problem' in found)) throw new Error('It shows figures.');
        expect(found.problem('en')).toContain('merged for confidentiality');
        expect(found.problem('zh-CN')).toContain('因保密而合并');
      }
  });
});

test('cells of some months leave all other months as they are, and no month is said to be the highest', async () => {
  const query = { metric: 'industry-revenue', by: ['month'], during: '2026' } as const;
  const whole = await metrics.query(query);
  const merged = {
    dataset: 'd',
    kind: 'merged',
    count: 2,
    names: ['2026-03-01'],
    text: { zh: '合并', en: 'merged' },
  } as const;
  const shape = shapeOf({ ...whole, completeness: [merged] });
  const [line] = shape.model.lines;
  expect(line!.points.flatMap(({ lack }, at) => (lack ? [[at, lack]] : []))).toEqual([[2, 'merged']]);
  expect(shape.summary).toContain('merged for confidentiality: March 2026');
  expect(shape.summary).not.toMatch(/Highest|lowest/);
  // Sums of the year are not known from there on.
  const sums = await metrics.query({ ...query, cumulative: 'year-to-date' });
  const added = shapeOf({ ...sums, completeness: [merged] });
  expect(added.model.lines[0]!.points.findIndex(({ value }) => value === null)).toBe(2);
  expect(added.model.lines[0]!.points.slice(2).every(({ value }) => value === null)).toBe(true);
});

test('a condition that decides on all cells changes nothing', async () => {
  const { periods, lines, completeness } = await narrowed('industry-revenue.month', [industry]);
  expect(completeness.filter(({ kind }) => kind === 'merged')).toEqual([]);
  periods.forEach(({ start, end }, at) => {
    expect(lines[0]!.own.value[at]).toBeCloseTo(
      truth(start, end, { industry: industry.equals as string }),
      2,
    );
  });
});
