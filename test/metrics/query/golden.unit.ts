import { join } from 'node:path';
import { compileQuery, tableName } from '@zj/metrics/sql';
import type { Table } from '@zj/metrics';
import { openWorkbench, type Workbench } from '@zj/metrics/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findDifference } from './equality.js';
import { catalogue, golden } from './golden.js';
import { evaluate } from './naive.js';
import type { Row, World } from './types.js';

const data = join(import.meta.dirname, '../../../examples/park/data');

let duckdb: Workbench;
let world: World;
beforeAll(async () => {
  duckdb = await openWorkbench();
  const datasets = [];
  for (const { contract } of catalogue.datasets) {
    const types = contract.columns.map(({ name, type }) => `'${name}': '${type}'`).join(', ');
    const table = tableName(contract);
    await duckdb.execute(
      `CREATE TABLE ${table} AS
       FROM read_csv('${join(data, contract.file)}', columns = {${types}}, auto_detect = false, header = true)`,
    );
    datasets.push({ contract, rows: (await duckdb.rows(`FROM ${table}`)) as readonly Row[] });
  }
  world = { metrics: catalogue.metrics, datasets };
});
afterAll(() => duckdb.close());

/** Numbers to as many digits as two ways of computing them in DOUBLE agree. */
function rowsOf({ columns, rowCount }: Table): readonly (readonly unknown[])[] {
  const digits = (value: unknown) =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(13)) : value;
  return Array.from({ length: rowCount }, (_, i) => columns.map(({ values }) => digits(values[i])));
}

describe('a query over the park gives what an analyst gets', () => {
  test.each(golden)('$asks', async ({ query, sql }) => {
    const expected = await duckdb.run(sql);
    expect(expected.rowCount).toBeGreaterThan(0);
    const given = await duckdb.run(compileQuery(query, catalogue).sql);
    const described = ({ columns }: Table) => columns.map(({ name, type }) => ({ name, type }));
    expect(described(given)).toEqual(described(expected));
    expect(rowsOf(given)).toEqual(rowsOf(expected));
  });
});

describe('loops over the rows of the park give what an analyst gets', () => {
  test.each(golden)('$asks', async ({ query, sql }) => {
    expect(findDifference(await duckdb.run(sql), evaluate(query, world), 'roughly')).toBeUndefined();
  });
});
