import { tmpdir } from 'node:os';
import type { Contract, Metric } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { compileSeries } from '@zj/metrics/sql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site, type Visit } from '../engine/site.js';

let site: Site;
let visit: Visit;
beforeAll(async () => {
  site = await openSite(tmpdir());
  visit = await site.visit();
});
afterAll(() => site.close());

const words = { zh: '试', en: 'test' };
const contract: Contract = {
  version: 1,
  id: 'output',
  name: words,
  description: words,
  file: 'output.csv',
  source: words,
  reportedThrough: '2026-12-31',
  revision: { column: 'state', values: { 预计: 'estimate', 初步核算: 'provisional', 修订: 'revised' } },
  columns: [
    { name: 'month', label: words, type: 'DATE' },
    { name: 'zone', label: words, type: 'VARCHAR' },
    { name: 'amount', label: words, type: 'INTEGER' },
    { name: 'state', label: words, type: 'VARCHAR' },
  ],
  key: ['month', 'zone'],
  time: { column: 'month', grain: 'month' },
};
const metric = (id: string, more: Partial<Metric>): Metric => ({
  ...{ id, name: words, description: words, unit: words, dataset: 'output' },
  ...{ measure: { sum: 'amount' } },
  ...more,
});
const part = metric('part', { where: [{ column: 'zone', equals: 'A' }] });
const whole = metric('whole', {});
const share: Metric = {
  ...{ id: 'share', name: words, description: words, unit: words },
  measure: { ratio: ['part', 'whole'] },
};
const table = ['memory', 'main', 'output'];
const rows = `SELECT CAST(month AS DATE) AS month, zone, amount, state FROM (VALUES
  ('2026-01-01', 'A', 1, NULL), ('2026-01-01', 'B', 3, NULL),
  ('2026-02-01', 'A', 1, NULL), ('2026-02-01', 'B', 3, '修订'),
  ('2026-03-01', 'A', 1, '初步核算'), ('2026-03-01', 'B', 3, '修订'),
  ('2026-04-01', 'A', 1, NULL), ('2026-04-01', 'B', 3, '预计')) AS rows (month, zone, amount, state)`;

test('the engine in the browser finds the states of figures as the one in Node', async () => {
  const catalogue = { metrics: [part, whole, share], datasets: [{ contract, table }] };
  const statements = ['part', 'whole', 'share'].map((id) => compileSeries({ metric: id }, catalogue).sql);
  const inBrowser = await visit.page.evaluate(
    async ([build, list]) => {
      const engine = zj.wasmEngine({ baseUrl: '/engine' });
      await engine.open();
      await engine.build('output', build);
      const states: unknown[] = [];
      for (const sql of list) states.push((await engine.run(sql)).columns.at(-1)!.values);
      await engine.close();
      return states;
    },
    [rows, statements] as const,
  );
  const engine = nodeEngine();
  await engine.open();
  await engine.build('output', rows);
  const inNode: unknown[] = [];
  for (const sql of statements) inNode.push((await engine.run(sql)).columns.at(-1)!.values);
  await engine.close();
  const weakest = ['final', 'revised', 'provisional', 'estimate'];
  expect(inNode).toEqual([['final', 'final', 'provisional', 'final'], weakest, weakest]);
  expect(inBrowser).toEqual(inNode);
});
