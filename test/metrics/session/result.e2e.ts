import { rm } from 'node:fs/promises';
import { createMetrics } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site, type Visit } from '../engine/site.js';
import { writeRelease, type Release } from '../release/release.js';
import { rows, tableOf, visitors, visits } from './own.js';

let release: Release;
let site: Site;
let visit: Visit;
beforeAll(async () => {
  release = await writeRelease();
  site = await openSite(release.folder);
  visit = await site.visit();
});
afterAll(async () => {
  await site.close();
  await rm(release.folder, { recursive: true });
});

test('a page under a strict policy asks a release and a file of its own, and gets what Node gets', async () => {
  const query = {
    metrics: ['pct-applications', 'visitors'],
    by: ['month'],
    during: '2026',
    totals: false,
  } as const;
  const { file, header, rowCount, columns, rejects, notes } = tableOf([...rows, '2026-02-29,east,1,1']);
  // A function cannot be sent to the page.
  const own = { file, header, rowCount, columns, rejects, notes };
  const seen = await visit.page.evaluate(
    async ({ contract, metric, own: table, asked }) => {
      const metrics = zj.createMetrics({ engine: zj.wasmEngine({ baseUrl: '/engine/' }) });
      const states = new Set<string>();
      metrics.subscribe(({ state }) => states.add(state));
      await metrics.open('/release/manifest.json');
      const placeOf = (row: number, column: number): string => `${row}/${column}`;
      const added = await metrics.add({ contract, table: { ...table, placeOf }, metrics: [metric] });
      const result = await metrics.query(asked);
      const again = await metrics.query(asked);
      const arrow = await result.toArrow();
      const cells = asked.metrics.map((id) => [...(arrow.getChild(id) ?? [])] as (number | null)[]);
      const months = [...(arrow.getChild('month') ?? [])] as number[];
      const unit = arrow.schema.fields[1]!.metadata.get('unit');
      const { verified } = metrics;
      await metrics.close();
      return {
        ...{ added, csv: result.toCsv(), rows: result.rows(), cells, months, unit, verified },
        ...{ cached: [result.cached, again.cached], states: [...states] },
      };
    },
    { contract: visits, metric: visitors, own, asked: query },
  );

  const metrics = createMetrics({ engine: nodeEngine() });
  await metrics.open(release.manifestFile);
  const table = tableOf([...rows, '2026-02-29,east,1,1']);
  await metrics.add({ contract: visits, table, metrics: [visitors] });
  const native = await metrics.query(query);
  await metrics.close();
  expect(seen.rows).toEqual(native.rows());
  expect(seen.csv).toBe(native.toCsv());
  expect(seen.cells).toEqual(native.columns.slice(1).map(({ values }) => values));
  expect(seen.months).toEqual(native.columns[0]!.values.map((day) => Date.parse(String(day))));
  expect(seen.unit).toBe(JSON.stringify(native.columns[1]!.unit));
  expect(seen.added.rows).toEqual({ read: 4, kept: 3, rejected: 1 });
  expect(seen.added.rejects.map(({ where }) => where)).toEqual(['3/0']);
  expect([seen.cached, seen.verified]).toEqual([[false, true], true]);
  expect(seen.states).toEqual(['starting', 'ready', 'closed']);
  expect([visit.complaints, visit.foreign]).toEqual([[], []]);
});
