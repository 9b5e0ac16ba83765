import { sqlText } from '../base/sql.js';
import { checkContents, contentsSql, published, readEntries, type Entry } from './contents.js';
import type { Database } from './engine.js';

/** Says a statement to an engine, and gives the rows of its answer. */
export type Say = (sql: string) => Promise<readonly (readonly unknown[])[]>;

/**
 * Opens a database read only in a fresh engine, if there is one, and refuses everything outside it for good. Its objects are
 * checked before any of its names can mean anything. Throws as `say`, and `DATABASE` if there is more or less in it than there
 * should be.
 */
export async function lockDown(
  say: Say,
  source?: { readonly path: string; readonly database: Pick<Database, 'url' | 'tables'> },
): Promise<readonly Entry[]> {
  let entries: readonly Entry[] = [];
  if (source) {
    await say(`ATTACH ${sqlText(source.path)} AS ${published} (READ_ONLY)`);
    entries = readEntries(await say(contentsSql));
    checkContents(source.database.url, entries, source.database.tables);
    await say(`USE ${published}`);
  }
  for (const [name, value] of locks) await say(`SET ${name} = ${value}`);
  return entries;
}

const locks = [
  // In its folder for data that do not fit into memory, it would also read and write for any statement.
  ['temp_directory', "''"],
  ['enable_external_access', false],
  ['autoload_known_extensions', false],
  ['autoinstall_known_extensions', false],
  ['lock_configuration', true],
] as const;
