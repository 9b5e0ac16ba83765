import { sqlName, tableName } from '@zj/metrics/sql';
import type { Contract, Problem } from '@zj/metrics';
import {
  formatPlace,
  mostListed,
  ownTable,
  recordProblem,
  rejectProblem,
  restProblem,
  rowChecks,
  sampleSql,
  say,
  splitCells,
  witnesses,
  type CsvCell,
  type CsvRecord,
  type Place,
  type RowCheck,
} from '@zj/metrics/internal';
import type { Workbench } from '@zj/metrics/node';
import { Fault } from '../system.js';
import { findRecords, withCsv, type OpenCsv } from './csv-file.js';
import type { SourceDataset } from './source.js';
import type { Survey } from './survey.js';

/** The fault of one cell, or of a whole row. */
export interface Rejection {
  /** Its place in the file, `5:31` or `收入!C5`. */
  readonly place: string;
  /** By which the rejections of one file stand in its order. */
  readonly order: readonly [row: number, column: number];
  /** The column's name; empty for a row as a whole. */
  readonly field: string;
  readonly value: string;
  /** The whole row, in the order of the contract's columns; absent where `value` is the row as a whole. */
  readonly cells?: readonly string[];
  readonly problem: Problem;
}

/** Faults of one kind in a file: the first of them, or all. */
export interface Rejections {
  readonly first: readonly Rejection[];
  readonly total: number;
  /** Says how many more there are. */
  readonly rest: Problem;
}

/** The listed faults: the first of each kind in the order of the file, then how many more there are. */
export function listRejections(all: readonly Rejections[]): readonly Problem[] {
  const listed = all.flatMap(({ first }) => first.slice(0, mostListed));
  listed.sort(compareOrder);
  const rest = all.filter(({ total }) => total > mostListed).map((one) => one.rest);
  return [...listed.map(({ problem }) => problem), ...rest];
}

/** Sorts the rejections of a file. */
export function compareOrder({ order: a }: Rejection, { order: b }: Rejection): number {
  return a[0] - b[0] || a[1] - b[1];
}

function orderOf({ line, column }: Place): Pick<Rejection, 'place' | 'order'> {
  return { place: `${line}:${column}`, order: [line, column] };
}

/** The rows that are no rows of the table: of another number of cells, or with stray quotation marks. */
export async function locateMalformed(
  file: string,
  { header, samples, malformed }: Pick<Survey, 'header' | 'samples' | 'malformed'>,
): Promise<readonly Rejections[]> {
  if (malformed === 0) return [];
  const first = await withCsv(file, async (csv) => {
    const rejections: Rejection[] = [];
    for (const record of samples) {
      const value = await csv.textOf(record);
      const place = await placeOfFault(csv, record, { columns: header.length, text: value });
      const where = formatPlace(file, place);
      const problem = recordProblem(record.fault, { cells: record.cells, columns: header.length, where });
      rejections.push({ ...orderOf(place), field: '', value, problem });
    }
    return rejections;
  });
  return [{ first, total: malformed, rest: restProblem(undefined, malformed, file) }];
}

/** A cell too many is shown where it begins, missing ones where the row begins. */
async function placeOfFault(
  csv: OpenCsv,
  record: CsvRecord,
  { columns, text }: { readonly columns: number; readonly text: string },
): Promise<Place> {
  const { line, fault, faultAt = 0, cells } = record;
  if (fault) return csv.placeOf(record, faultAt);
  if (cells < columns) return { line, column: 1 };
  return splitCells(text, line, { most: columns + 1 })[columns]!.place;
}

/**
 * The cells that break the contract, in a file whose well-formed rows are checked; up to `most` of each kind. `columns` are
 * the names of the columns in the order of the file.
 */
export async function locateFaults(
  workbench: Workbench,
  { contract, file }: SourceDataset,
  columns: readonly string[],
  most: number,
): Promise<readonly Rejections[]> {
  const samples = (await workbench.rows(sampleSql(contract, most))) as unknown as readonly Sample[];
  if (samples.length === 0) return [];
  const numbers = new Set(
    samples.flatMap(({ record, earlier }) => (earlier === null ? [record] : [record, earlier])),
  );
  const records = await findRecords(file, columns.length, numbers);
  const kinds = new Map<RowCheck, { readonly first: Rejection[]; readonly total: number }>();
  const checks = rowChecks(contract);
  const witnessed = witnesses(contract);
  const places = new Map(columns.map((name, i) => [name, i]));
  const known = new Map<RowCheck, readonly string[]>();
  await withCsv(file, async (csv) => {
    // Faults of one row follow one another.
    let [row, cells, texts]: [number, readonly CsvCell[], readonly string[]] = [-1, [], []];
    const cellOf = (name: string): CsvCell => cells[places.get(name)!]!;
    for (const sample of samples) {
      const { record, code, earlier, total } = sample;
      const check = checks[code]!;
      if (record !== row) {
        const found = records.get(record)!;
        [row, cells] = [record, splitCells(await csv.textOf(found), found.line)];
        texts = contract.columns.map(({ name }) => cellOf(name).text);
      }
      const strange = witnessed.find((name, i) => sample[i] !== null && sample[i] !== cellOf(name).text);
      if (strange) throw new Fault(say`the engine has the rows of ${file} in another order than the file.`);
      const value = check.columns.map((name) => cellOf(name).text).join(', ');
      const { place } = cellOf(check.column.name);
      const before = earlier === null ? {} : { earlier: { line: records.get(earlier)!.line, column: 1 } };
      if (!known.has(check)) known.set(check, await listKnown(workbench, contract, check));
      const reject = { ...check, place, value, ...before, known: known.get(check)! };
      const kind = kinds.get(check) ?? { first: [], total };
      kinds.set(check, kind);
      kind.first.push({
        ...orderOf(place),
        field: check.columns.join(' '),
        value,
        cells: texts,
        problem: rejectProblem(reject, contract, file),
      });
    }
  });
  return [...kinds].map(([check, kind]) => ({ ...kind, rest: restProblem(check, kind.total, file) }));
}

/** A row of `sampleSql`; beside the numbers the texts of the witnesses. */
export interface Sample {
  readonly record: number;
  readonly code: number;
  readonly earlier: number | null;
  readonly total: number;
  readonly [witness: number]: string | null;
}

/** The values that a reference by one column may have, where they are few enough to name the nearest. */
export async function listKnown(
  workbench: Workbench,
  { foreignKeys = [] }: Contract,
  { kind, columns, dataset = '' }: RowCheck,
): Promise<readonly string[]> {
  if (kind !== 'reference' || columns.length > 1) return [];
  const { references } = foreignKeys.find((one) => one.columns === columns)!;
  const rows = await workbench.rows(
    `SELECT DISTINCT CAST(${sqlName(references.columns[0]!)} AS VARCHAR) AS value
FROM ${ownTable(tableName({ id: dataset }))} ORDER BY value LIMIT ${mostCompared + 1}`,
  );
  return rows.length > mostCompared ? [] : rows.map(({ value }) => String(value));
}

/** Comparing a cell with more values takes too long. */
const mostCompared = 1000;
