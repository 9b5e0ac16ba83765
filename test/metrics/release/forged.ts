import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from '@zj/metrics';
import { openWorkbench } from '@zj/metrics/node';
import { describeFile, type Release } from './release.js';

/** Objects that somebody may put into a published database, so that its answers differ from its rows. */
export interface Forgery {
  readonly what: string;
  readonly sql: string;
  /** The message about it. */
  readonly says: RegExp;
}

const view = (rows: string): string => `ALTER TABLE patents RENAME TO honest; CREATE VIEW patents AS ${rows}`;

export const forgeries: readonly Forgery[] = [
  {
    what: 'a macro in the place of sum',
    sql: 'CREATE MACRO sum(x) AS CAST(1.25 * list_sum(list(x)) AS DECIMAL(38,2))',
    says: /contains the macro "sum"/,
  },
  ...['date_trunc(a, b)', 'coalesce(a, b)', 'count(x)', '"||"(a, b)', '"+"(a, b)', 'sha256(x)'].map(
    (macro): Forgery => ({
      what: `a macro ${macro}`,
      sql: `CREATE MACRO ${macro} AS 7`,
      says: /contains the macro/,
    }),
  ),
  ...['duckdb_tables', 'duckdb_functions', 'string_agg', 'concat'].map((name): Forgery => ({
    what: `a macro that hides what there is, ${name}`,
    sql: `CREATE MACRO ${name}() AS TABLE SELECT 1 AS database_name; CREATE MACRO ${name}_(x) AS x`,
    says: /contains the macro/,
  })),
  {
    what: 'a macro in a schema of its own',
    sql: 'CREATE SCHEMA other; CREATE MACRO other.sum(x) AS 1',
    says: /contains the (schema|macro) "other/,
  },
  {
    what: 'a view that looks at the question, in the place of a table',
    sql: view(`SELECT * FROM honest WHERE contains(current_query(), 'sha256(')
      UNION ALL SELECT h.* FROM honest h, range(3) WHERE NOT contains(current_query(), 'sha256(')`),
    says: /contains the view "patents"/,
  },
  {
    what: 'a view beside the tables',
    sql: 'CREATE VIEW beside AS SELECT 1 AS a',
    says: /contains the view "beside"/,
  },
  {
    what: 'a view called as what lists the tables',
    sql: 'CREATE VIEW duckdb_tables AS SELECT 1 AS a',
    says: /contains the view/,
  },
  {
    what: 'a column that is computed',
    sql: 'ALTER TABLE patents RENAME TO honest; CREATE TABLE patents (DEFINITION, extra INTEGER GENERATED ALWAYS AS (1)); DROP TABLE honest',
    says: /has a table "patents" that is not/,
  },
  { what: 'a table beside', sql: 'CREATE TABLE beside (a INTEGER)', says: /contains the table "beside"/ },
  {
    what: 'a table in a schema of its own',
    sql: 'CREATE SCHEMA other; CREATE TABLE other.patents AS FROM main.patents',
    says: /contains the (schema|table) "other/,
  },
  { what: 'an empty schema', sql: 'CREATE SCHEMA other', says: /contains the schema "other"/ },
  { what: 'a table that is missing', sql: 'DROP TABLE patents', says: /the table "patents" is missing/ },
  {
    what: 'a column beside',
    sql: 'ALTER TABLE patents ADD COLUMN beside INTEGER',
    says: /has a table "patents"/,
  },
  {
    what: 'a column that is missing',
    sql: 'ALTER TABLE patents DROP COLUMN route',
    says: /has a table "patents"/,
  },
  {
    what: 'a column of another type',
    sql: 'ALTER TABLE patents ALTER filed TYPE VARCHAR',
    says: /has a table "patents"/,
  },
  {
    what: 'a column of another name',
    sql: 'ALTER TABLE patents RENAME route TO way; ALTER TABLE patents RENAME kind TO route; ALTER TABLE patents RENAME way TO kind',
    says: /has a table "patents"/,
  },
  {
    what: 'a table whose name has other capitals',
    sql: 'ALTER TABLE patents RENAME TO other; ALTER TABLE other RENAME TO "Patents"',
    says: /contains the table "Patents"/,
  },
  {
    what: 'texts that are compared in another way',
    sql: 'CREATE TABLE other AS FROM patents; DROP TABLE patents; CREATE TABLE patents (COLLATED); INSERT INTO patents FROM other; DROP TABLE other',
    says: /has a table "patents"/,
  },
  {
    what: 'a default',
    sql: "ALTER TABLE patents ALTER route SET DEFAULT 'PCT'",
    says: /has a table "patents"/,
  },
  {
    what: 'a column that may not be empty',
    sql: 'ALTER TABLE patents ALTER route SET NOT NULL',
    says: /has a table "patents"/,
  },
  { what: 'a sequence', sql: 'CREATE SEQUENCE beside', says: /contains the sequence "beside"/ },
  { what: 'an index', sql: 'CREATE INDEX beside ON patents (route)', says: /contains the index "beside"/ },
  { what: 'a type', sql: "CREATE TYPE beside AS ENUM ('a')", says: /contains the type "beside/ },
];

/** A copy of a release in a folder of its own whose database was changed, and whose manifest names the changed one. */
export async function forge(release: Release, { sql }: Pick<Forgery, 'sql'>): Promise<Release> {
  const folder = `${release.folder}-forged`;
  await rm(folder, { recursive: true, force: true });
  await cp(release.folder, folder, { recursive: true });
  const databaseFile = join(folder, 'park.duckdb');
  const workbench = await openWorkbench();
  await workbench.execute(`ATTACH '${databaseFile}' AS release; USE release`);
  const columns = await workbench.rows(
    "SELECT column_name AS name, data_type AS type FROM duckdb_columns() WHERE table_name = 'patents'",
  );
  const list = columns.map(({ name, type }) => `${String(name)} ${String(type)}`).join(', ');
  const statement = sql
    .replace('DEFINITION', list)
    .replace('COLLATED', list.replaceAll('VARCHAR', 'VARCHAR COLLATE NOCASE'));
  await workbench.execute(`${statement}; CHECKPOINT; USE memory; DETACH release`);
  await workbench.close();
  const { files } = release.manifest;
  const manifest: Manifest = {
    ...release.manifest,
    files: { ...files, database: await describeFile(folder, 'park.duckdb') },
  };
  const manifestFile = join(folder, 'manifest.json');
  await writeFile(manifestFile, JSON.stringify(manifest));
  return { ...release, folder, manifest, manifestFile, databaseFile };
}
