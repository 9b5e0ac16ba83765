import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { linesSql } from '@zj/metrics/internal';
import { sqlText } from '@zj/metrics/sql';
import type { Workbench } from '@zj/metrics/node';
import { readPieces } from './csv-file.js';

/**
 * The digest that `digestSql` gives of a table in use. An engine would hold all its lines in one text; here they pass
 * through a file in `scratch`.
 */
export async function digestTable(
  workbench: Workbench,
  {
    table,
    columns,
    scratch,
  }: { readonly table: string; readonly columns: readonly string[]; readonly scratch: string },
): Promise<string> {
  const path = join(scratch, `${table}.lines`);
  // One column without quotes: each row is its line, as it is.
  await workbench.execute(
    `COPY (FROM (${linesSql(table, columns)}) ORDER BY line) TO ${sqlText(path)} (FORMAT csv, HEADER false, QUOTE '', NULLSTR '')`,
  );
  try {
    const hash = createHash('sha256');
    // Line feeds stand between the lines, not after the last.
    let last: Buffer | undefined;
    for await (const piece of readPieces(path)) {
      if (last) hash.update(last);
      last = piece;
    }
    if (last) hash.update(last.subarray(0, -1));
    return hash.digest('hex');
  } finally {
    await rm(path, { force: true });
  }
}
