import { compileQuery } from '@zj/metrics/sql';
import type { Table } from '@zj/metrics';
import { nodeEngine } from '@zj/metrics/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site, type Visit } from '../engine/site.js';
import { times } from '../../soak.js';
import { writeDatabase, type WrittenDatabase } from './database.js';
import { findDifference } from './equality.js';
import { evaluate } from './naive.js';
import { catalogueOf, questions, show, worlds } from './questions.js';
import { whyRefused } from './refusal.js';

let database: WrittenDatabase;
let site: Site;
let visit: Visit;
beforeAll(async () => {
  database = await writeDatabase(worlds);
  site = await openSite(database.folder);
  visit = await site.visit();
});
afterAll(async () => {
  await site.close();
  await database.remove();
});

const answered = questions
  .slice(0, 100 + times(900))
  .filter(({ query, world }) => whyRefused(query, world) === undefined);
const statements = answered.map(({ query, world }) => compileQuery(query, catalogueOf(world)).sql);

test('the engine in the browser answers random questions as the one in Node, and as loops do', async () => {
  const inBrowser = await visit.page.evaluate(async (list) => {
    const engine = zj.wasmEngine({ baseUrl: '/engine' });
    await engine.open({ url: '/release/worlds.duckdb' });
    const tables: Pick<Table, 'columns' | 'rowCount'>[] = [];
    for (const sql of list) {
      const { columns, rowCount } = await engine.run(sql);
      tables.push({ columns, rowCount });
    }
    await engine.close();
    return tables;
  }, statements);

  const engine = nodeEngine();
  await engine.open({ url: database.file });
  const differences: string[] = [];
  let sameBits = 0;
  for (const [i, question] of answered.entries()) {
    const { columns, rowCount } = await engine.run(statements[i]!);
    const answer = evaluate(question.query, question.world);
    if (JSON.stringify({ columns, rowCount }) === JSON.stringify(inBrowser[i])) sameBits++;
    const found = findDifference(inBrowser[i]!, answer) ?? findDifference({ columns, rowCount }, answer);
    if (found !== undefined) differences.push(`${show(question)}\n  ${found}`);
  }
  await engine.close();
  expect(differences, differences.slice(0, 5).join('\n')).toEqual([]);
  // One core on both sides: figures that may differ by 1e-12 hardly ever do.
  expect(sameBits).toBeGreaterThan(0.95 * answered.length);
  expect(visit.foreign).toEqual([]);
});
