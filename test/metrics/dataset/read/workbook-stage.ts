import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Contract } from '../../../../packages/metrics/src/dataset/contract.js';
import { readTable } from '../../../../packages/metrics/src/dataset/read/table.js';
import { bookXml, type BookXml } from './parts.js';

const options = (contract?: Contract) => ({ name: 'b.xlsx', ...(contract && { contract }) });

export const read = (content: BookXml, contract?: Contract) => readTable(bookXml(content), options(contract));

/** The rows of a sheet called S, and why others were rejected. */
export async function rowsOf(rows: readonly string[], rest: Partial<BookXml> = {}, contract?: Contract) {
  const { table, problems } = await read({ sheets: { S: rows.join('') }, ...rest }, contract);
  expect(problems).toEqual([]);
  return {
    columns: table!.columns,
    rejects: table!.rejects.map(({ place, problem }) => `${place.slice('b.xlsx:S!'.length)} ${problem.code}`),
    notes: table!.notes,
  };
}

export const caseOf = async (name: string) =>
  readTable(new Uint8Array(await readFile(join(import.meta.dirname, 'cases', name))), { name });
