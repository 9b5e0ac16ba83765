import { checkList, checkObject, checkText } from '../base/argument.js';
import { MetricsError } from '../base/error.js';
import { quote } from '../base/quoting.js';
import { sqlText } from '../base/sql.js';
import type { Database, DatabaseTable } from './engine.js';
import { listed, say, type Sentence } from '../base/sentence.js';

/** One thing that stands in a database: its kind, its name, and the statement that would make it where it is a table. */
export interface Entry {
  readonly kind: string;
  readonly name: string;
  readonly sql: string | null;
}

/** The name under which a database is attached that has none of its own. */
export const published = 'published';

/** The name under which a database is attached, in the letters in which names are compared. */
export function attachedName({ name = published }: Pick<Database, 'name'>): string {
  return name.toLowerCase();
}

/** The types that every database has of itself. One that stands in the file may bear the name of one of them. */
const types = (base: string): string =>
  `SELECT 'type', schema_name || '.' || type_name || ' ' || coalesce(logical_type, '') FROM system.main.duckdb_types() WHERE database_name = ${sqlText(base)}`;

/**
 * Asks for all objects of an attached database: three texts a row. It is to be asked
 * before any name of that database can mean anything, so that no macro in it answers.
 */
export function contentsSql(name: string): string {
  const own = `database_name = ${sqlText(name)}`;
  return `SELECT kind, name, sql FROM (
  SELECT 'schema' AS kind, schema_name AS name, NULL AS sql FROM system.main.duckdb_schemas() WHERE ${own}
  UNION ALL SELECT 'table', schema_name || '.' || table_name, sql FROM system.main.duckdb_tables() WHERE ${own}
  UNION ALL SELECT 'view', schema_name || '.' || view_name, NULL FROM system.main.duckdb_views() WHERE ${own}
  UNION ALL SELECT 'macro', schema_name || '.' || function_name, NULL FROM system.main.duckdb_functions() WHERE ${own}
  UNION ALL SELECT 'sequence', schema_name || '.' || sequence_name, NULL FROM system.main.duckdb_sequences() WHERE ${own}
  UNION ALL SELECT 'index', schema_name || '.' || index_name, NULL FROM system.main.duckdb_indexes() WHERE ${own}
  UNION ALL SELECT *, NULL FROM (${types(name)} EXCEPT ALL ${types('memory')})
)`;
}

/** The entries, from the rows of {@link contentsSql}. */
export function readEntries(rows: readonly (readonly unknown[])[]): readonly Entry[] {
  return rows.map(([kind, name, sql]) => ({
    kind: String(kind),
    name: String(name),
    sql: typeof sql === 'string' ? sql : null,
  }));
}

/**
 * Throws `DATABASE` where a database holds anything but base tables: a macro, a view or a type in it would give answers of its
 * own. Where tables are named, it holds exactly these, with exactly these columns: none of them has a default, is computed,
 * or compares texts in a way of its own.
 */
export function checkContents(
  url: string,
  entries: readonly Entry[],
  tables?: readonly DatabaseTable[],
): void {
  const strange = entries.find(
    ({ kind, name }) =>
      !(kind === 'schema' && name === 'main') && !(kind === 'table' && name.startsWith('main.')),
  );
  if (strange) {
    const name = quote(strange.name.replace(/^main\./, ''));
    throw forged(url, say`it contains the ${strange.kind} ${name}`);
  }
  if (!tables) return;
  const expected = new Map(tables.map((table) => [`main.${table.name}`, table]));
  const there = new Map(entries.filter(({ kind }) => kind === 'table').map((entry) => [entry.name, entry]));
  for (const { name, sql } of there.values()) {
    const table = expected.get(name);
    if (!table) throw forged(url, say`it contains the table ${quote(name.slice('main.'.length))}`);
    if (!formOf(table).test(sql ?? '')) {
      const columns = table.columns.map((column) => `${column.name} ${column.type}`).join(', ');
      throw forged(
        url,
        say`it has a table ${quote(table.name)} that is not (${columns}) but ${quote((sql ?? '').slice(0, 400))}`,
      );
    }
  }
  const missing = tables.find(({ name }) => !there.has(`main.${name}`));
  if (missing) throw forged(url, say`the table ${quote(missing.name)} is missing`);
}

/** How an engine writes down a table of these columns and nothing more. */
function formOf({ name, columns }: DatabaseTable): RegExp {
  const list = columns.map((column) => `${nameForm(column.name)} ${escape(column.type)}`);
  return new RegExp(`^CREATE TABLE ${nameForm(name)}\\(${list.join(', ')}\\);?$`);
}

/** A name that needs no quotes may have them all the same: which words are reserved, engines see differently. */
function nameForm(name: string): string {
  const quoted = escape(`"${name.replaceAll('"', '""')}"`);
  return /^[a-z_][a-z0-9_]*$/i.test(name) ? `(?:${name}|${quoted})` : quoted;
}

function escape(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Names of databases that every engine has of its own. */
const taken = ['memory', 'system', 'temp', 'main', 'pg_catalog', 'information_schema'];

/** Throws `REFUSED` for a name that no database can have. */
export function checkDatabaseName(argument: string, name: unknown): void {
  checkText(argument, name);
  if (/^[a-z][a-z0-9_]{0,39}$/i.test(name) && !taken.includes(name.toLowerCase())) return;
  const message = say`The argument "${argument}" is ${quote(name)}. Give letters, digits and underscores, such as "plan_2030", at most 40, and no name of the engine's own (${listed(taken)}).`;
  throw new MetricsError('REFUSED', message);
}

/** Throws `REFUSED` where tables are not given as names, and columns of names and types. */
export function checkDatabaseTables(tables: unknown): void {
  if (tables === undefined) return;
  checkList('database.tables', tables);
  for (const [i, table] of (tables as readonly DatabaseTable[]).entries()) {
    checkObject(`database.tables[${i}]`, table);
    checkText(`database.tables[${i}].name`, table.name);
    checkList(`database.tables[${i}].columns`, table.columns);
    for (const [at, column] of table.columns.entries()) {
      checkObject(`database.tables[${i}].columns[${at}]`, column);
      checkText(`database.tables[${i}].columns[${at}].name`, column.name);
      checkText(`database.tables[${i}].columns[${at}].type`, column.type);
    }
  }
}

function forged(url: string, how: Sentence): MetricsError {
  const message = say`${url} is not the database of its release: ${how}. Get the release again from its publisher, or publish it again.`;
  return new MetricsError('DATABASE', message);
}
