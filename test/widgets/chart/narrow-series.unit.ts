import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMetrics, type Condition, type Metrics, type MetricSeries, type Query } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { narrowSeries, questionsOf } from '../../../packages/widgets/src/chart/narrow-series.js';
import { openFolder, park, run } from '../../cli/source.js';

let remove: () => Promise<void>;
let release = '';
let metrics: Metrics;
beforeAll(async () => {
  let folder: string;
  ({ folder, remove } = await openFolder());
  release = join(folder, 'park');
  await run('publish', park, '--out', release);
  metrics = createMetrics({ engine: nodeEngine() });
  await metrics.open(join(release, 'manifest.json'));
});
afterAll(async () => {
  await metrics.close();
  await remove();
});

const readSeries = async (name: string): Promise<MetricSeries> =>
  JSON.parse(await readFile(join(release, `series/metrics/${name}.json`), 'utf8')) as MetricSeries;

/** A series with the figures of answers under these conditions. */
async function narrowed(name: string, where: readonly Condition[] = []): Promise<MetricSeries> {
  const series = await readSeries(name);
  const ask = (query: Query) => metrics.query({ ...query, ...(where.length > 0 && { where }) });
  const { own, toDate } = questionsOf(series);
  return narrowSeries(series, await ask(own), toDate && (await ask(toDate)));
}

const names = [
  'industry-revenue.month',
  'industry-revenue.month.by-industry',
  'pct-applications.month.by-industry',
];

test.each(names)('%s, asked without conditions, is as it was published', async (name) => {
  const { lines, ...rest } = await readSeries(name);
  const { lines: asked, ...found } = await narrowed(name);
  expect(found).toEqual(rest);
  // Of states an answer knows nothing: each is the least settled one of its period.
  const settle = (all: MetricSeries['lines']) =>
    all.map((line) => ({ ...line, states: undefined, toDateStates: undefined }));
  expect(settle(asked)).toEqual(settle(lines));
});

test('narrowed to a member, the whole has the figures of that member', async () => {
  const member = '集成电路';
  const { lines } = await readSeries('industry-revenue.month.by-industry');
  const [whole, ...others] = (
    await narrowed('industry-revenue.month', [{ column: 'industry', equals: member }])
  ).lines;
  const line = lines.find((one) => one.member === member)!;
  expect(others).toEqual([]);
  expect(whole!.kind).toBe('total');
  expect(whole!.own.value).toEqual(line.own.value);
  expect(whole!.own.lastYear).toEqual(line.own.lastYear);
  expect(whole!.toDate!.value).toEqual(line.toDate!.value);
});

test('a figure is never told as more settled than the least settled one of its period', async () => {
  const published = await readSeries('industry-revenue.month.by-industry');
  const { lines } = await narrowed('industry-revenue.month', [{ column: 'industry', equals: '集成电路' }]);
  const open = published.periods.flatMap((_, at) =>
    published.lines.some(({ states }) => states?.[at] === 'provisional') ? [at] : [],
  );
  const told = (lines[0]!.states ?? []).flatMap((state, at) => (state === 'provisional' ? [at] : []));
  expect(told).toEqual(open);
});

test('a figure that is not published for a gap is none under a selection either', async () => {
  const series = await readSeries('industry-revenue.month');
  const gap = (values: readonly (number | null)[]): readonly (number | null)[] => values.with(5, null);
  const lines = series.lines.map((line) => ({
    ...line,
    toDate: { ...line.toDate!, value: gap(line.toDate!.value) },
  }));
  const { own, toDate } = questionsOf(series);
  const where = [{ column: 'industry', equals: '集成电路' }] as const;
  const ask = (query: Query) => metrics.query({ ...query, where });
  const [line] = narrowSeries({ ...series, lines }, await ask(own), await ask(toDate!)).lines;
  expect(line!.toDate!.value[5]).toBeNull();
  expect(line!.toDate!.value[6]).toBeGreaterThan(0);
  expect(line!.own.value[5]).toBeGreaterThan(0);
});

test('in a stretch of time it has its periods; where nothing fits, no figures', async () => {
  const series = await readSeries('industry-revenue.month');
  const { own } = questionsOf(series);
  const part = narrowSeries(series, await metrics.query({ ...own, during: '2026-03/2026-05' }));
  expect(part.periods.map(({ start }) => start)).toEqual(['2026-03-01', '2026-04-01', '2026-05-01']);
  const at = series.periods.findIndex(({ start }) => start === '2026-03-01');
  expect(part.lines[0]!.own.value).toEqual(series.lines[0]!.own.value.slice(at, at + 3));
  const none = narrowSeries(series, { columns: [], rowCount: 0, completeness: [] });
  expect(none.periods).toEqual(series.periods);
  expect(none.lines).toHaveLength(1);
  expect(none.lines[0]!.own.value.every((value) => value === null)).toBe(true);
});

test('gaps are those of the figures on display: sums to date have those of the year so far, not those of the chosen quarter alone', async () => {
  const series = await readSeries('industry-revenue.month.by-industry');
  const { own, toDate } = questionsOf(series);
  const ask = async (query: Query, cells: number) => ({
    ...(await metrics.query({ ...query, during: '2026-Q3' })),
    completeness: [
      {
        dataset: 'd',
        kind: 'merged' as const,
        count: cells,
        names: [],
        text: { zh: `${cells}`, en: `${cells}` },
      },
    ],
  });
  const [quarter, year] = [await ask(own, 80), await ask(toDate!, 243)];
  const countOf = ({ completeness }: MetricSeries) => completeness[0]!.count;
  expect(countOf(narrowSeries(series, quarter, year, true))).toBe(243);
  expect(countOf(narrowSeries(series, quarter, year))).toBe(80);
});
