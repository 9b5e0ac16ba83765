import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkbench } from '@zj/metrics/node';
import { tableName } from '../../../packages/metrics/src/dataset/contract.js';
import { sqlName, sqlText } from '../../../packages/metrics/src/base/sql.js';
import type { Dataset, World } from './types.js';

/** A database with the rows of some worlds, in a folder of its own. */
export interface WrittenDatabase {
  readonly folder: string;
  readonly file: string;
  readonly remove: () => Promise<void>;
}

/** Writes the rows of the worlds as a release has them; confidential columns are not there. */
export async function writeDatabase(worlds: readonly World[]): Promise<WrittenDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'zj-query-'));
  const file = join(folder, 'worlds.duckdb');
  const duckdb = await openWorkbench();
  await duckdb.execute(`ATTACH ${sqlText(file)} AS worlds (STORAGE_VERSION 'v1.2.0')`);
  for (const dataset of worlds.flatMap(({ datasets }) => datasets)) await duckdb.execute(tableSql(dataset));
  await duckdb.execute('CHECKPOINT worlds');
  await duckdb.close();
  return { folder, file, remove: () => rm(folder, { recursive: true, force: true }) };
}

function tableSql({ contract, rows }: Dataset): string {
  const columns = contract.columns.filter(({ confidential }) => !confidential);
  const table = `worlds.${sqlName(tableName(contract))}`;
  const types = columns.map(({ name, type }) => `${sqlName(name)} ${type}`);
  const lines = rows.map((row) => {
    const cells = columns.map(({ name }) => row[name] ?? null);
    return `(${cells.map((cell) => (typeof cell === 'string' ? sqlText(cell) : String(cell))).join(', ')})`;
  });
  return `CREATE TABLE ${table} (${types.join(', ')}); INSERT INTO ${table} VALUES ${lines.join(', ')}`;
}
