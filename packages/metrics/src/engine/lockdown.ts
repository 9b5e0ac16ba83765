import { sqlName, sqlText } from '../base/sql.js';
import { attachedName, checkContents, contentsSql, readEntries, type Entry } from './contents.js';
import type { Database } from './engine.js';

/** Says a statement to an engine, and gives the rows of its answer. */
export type Say = (sql: string) => Promise<readonly (readonly unknown[])[]>;

/** A database, and where an engine finds its file. */
export interface DatabasePlace {
  readonly path: string;
  readonly database: Pick<Database, 'url' | 'tables' | 'name'>;
}

/**
 * Opens databases read only in a fresh engine, each under its name, and refuses everything outside them for good. The objects of
 * each are checked before any of its names can mean anything; then names without a place mean the first. Gives the objects of
 * each. Throws as `say`, and `DATABASE` if there is more or less in one than there should be.
 */
export async function lockDown(
  say: Say,
  places: readonly DatabasePlace[],
): Promise<readonly (readonly Entry[])[]> {
  const contents: (readonly Entry[])[] = [];
  for (const { path, database } of places) {
    const name = attachedName(database);
    await say(`ATTACH ${sqlText(path)} AS ${sqlName(name)} (READ_ONLY)`);
    const entries = readEntries(await say(contentsSql(name)));
    checkContents(database.url, entries, database.tables);
    contents.push(entries);
  }
  const [first] = places;
  if (first) await say(useSql(attachedName(first.database)));
  for (const [name, value] of locks) await say(`SET ${name} = ${value}`);
  return contents;
}

/** Makes names without a place mean those of one database; a lock leaves this alone. */
export function useSql(name: string): string {
  return `USE ${sqlName(name)}`;
}

const locks = [
  // In its folder for data that do not fit into memory, it would also read and write for any statement.
  ['temp_directory', "''"],
  ['enable_external_access', false],
  ['autoload_known_extensions', false],
  ['autoinstall_known_extensions', false],
  ['lock_configuration', true],
] as const;
