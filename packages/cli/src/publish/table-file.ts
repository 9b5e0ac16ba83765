import { readFile } from 'node:fs/promises';
import {
  alignTable,
  checkSteps,
  countSql,
  keepSql,
  mostListed,
  noneKept,
  noRows,
  ownTable,
  rejectProblem,
  restProblem,
  rowChecks,
  sampleSql,
  type RowCheck,
} from '@zj/metrics/internal';
import { readTable, type TextTable } from '@zj/metrics/dataset';
import type { Workbench } from '@zj/metrics/node';
import type { Reading } from './reading.js';
import { listKnown, type Rejection, type Rejections, type Sample } from './rejections.js';
import { fileProblem, type SourceDataset } from './source.js';

const rawName = 'zj:raw';

/** Whether a dataset's file is read as a table of texts: it is no CSV, or one whose contract declares another encoding. */
export function isTableFile({ contract: { encoding = 'utf-8' }, file }: SourceDataset): boolean {
  return (
    encoding !== 'utf-8' || /\.(xlsx|xlsm|xlsb|xls|ods|parquet|jsonl?|ndjson|arrows?|feather)$/i.test(file)
  );
}

/** Reads such a file, which must fit into memory, against its contract: read = kept + rejected. */
export async function readTableFile(
  workbench: Workbench,
  source: SourceDataset,
  locate: number,
): Promise<Reading> {
  const { contract, file } = source;
  const bytes = await readFile(file).catch((error: unknown) => fileProblem(file, error));
  if ('code' in bytes) return { faults: [bytes], rejections: [] };
  const read = await readTable(new Uint8Array(bytes), { name: file, contract });
  if (!read.table) return { faults: read.problems, rejections: [] };
  const { notes } = read.table;
  const { table, problems } = alignTable(read.table, contract);
  if (!table) return { faults: problems, notes, rejections: [] };
  const rows = table.rowCount + table.rejects.length;
  if (rows === 0) return { faults: [noRows(file)], notes, rejections: [] };

  const columns = contract.columns.map(({ name }, i) => {
    return { name, type: 'VARCHAR' as const, values: table.columns[i]! };
  });
  await workbench.load(rawName, columns);
  for (const { name, select } of checkSteps(contract, ownTable(rawName)).slice(0, -1))
    await workbench.execute(`CREATE OR REPLACE TABLE ${ownTable(name)} AS ${select}`);
  const [count] = await workbench.rows(countSql());
  const rejected = table.rejects.length + (count!.rejected as number);
  const most = rejected <= locate ? rows : mostListed;
  const rejections = [...listMalformed(table, most), ...(await listFaults(workbench, source, table, most))];
  for (const sql of [...keepSql(contract), `DROP TABLE ${ownTable(rawName)}`]) await workbench.execute(sql);
  const counts = { read: rows, kept: rows - rejected, rejected };
  return {
    dataset: { ...source, rows: counts },
    faults: counts.kept === 0 ? [noneKept(file)] : [],
    notes,
    rejections,
  };
}

function listMalformed({ file, rejects }: TextTable, most: number): readonly Rejections[] {
  if (rejects.length === 0) return [];
  const first = rejects.slice(0, most).map(({ place, text, problem }, i): Rejection => ({
    place: within(file, place),
    order: [-1, i],
    field: '',
    value: text,
    problem,
  }));
  return [{ first, total: rejects.length, rest: restProblem(undefined, rejects.length, file) }];
}

async function listFaults(
  workbench: Workbench,
  { contract, file }: SourceDataset,
  table: TextTable,
  most: number,
): Promise<readonly Rejections[]> {
  const samples = (await workbench.rows(sampleSql(contract, most))) as unknown as readonly Sample[];
  const checks = rowChecks(contract);
  const names = contract.columns.map(({ name }) => name);
  const kinds = new Map<RowCheck, { readonly first: Rejection[]; readonly total: number }>();
  const known = new Map<RowCheck, readonly string[]>();
  for (const { record, code, earlier, total } of samples) {
    const check = checks[code]!;
    const column = names.indexOf(check.column.name);
    const value = check.columns.map((name) => table.columns[names.indexOf(name)]![record] ?? '').join(', ');
    const place = table.placeOf(record, column);
    const before = earlier === null ? {} : { earlier: table.placeOf(earlier, column) };
    if (!known.has(check)) known.set(check, await listKnown(workbench, contract, check));
    const problem = rejectProblem(
      { ...check, place, value, ...before, known: known.get(check)! },
      contract,
      file,
    );
    const kind = kinds.get(check) ?? { first: [], total };
    kinds.set(check, kind);
    kind.first.push({
      place: within(file, place),
      order: [record, column],
      field: check.columns.join(' '),
      value,
      cells: names.map((_, i) => table.columns[i]![record] ?? ''),
      problem,
    });
  }
  return [...kinds].map(([check, kind]) => ({ ...kind, rest: restProblem(check, kind.total, file) }));
}

/** A place without the name of its file. */
function within(file: string, place: string): string {
  return place.startsWith(`${file}:`) ? place.slice(file.length + 1) : place;
}
