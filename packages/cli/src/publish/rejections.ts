import { type Problem } from '@zj/metrics';
import {
  formatPlace,
  mostListed,
  recordProblem,
  rejectProblem,
  restProblem,
  rowChecks,
  sampleSql,
  splitCells,
  witnesses,
  type CsvCell,
  type CsvRecord,
  type Place,
  type RowCheck,
} from '@zj/metrics/dataset';
import type { Workbench } from '@zj/metrics/node';
import { findRecords, placeOfByte, readRecord } from './csv-file.js';
import type { SourceDataset } from './source.js';
import type { Survey } from './survey.js';

/** What is wrong with one cell, or with a row as a whole. */
export interface Rejection {
  readonly place: Place;
  /** The column's name; empty for a row as a whole. */
  readonly field: string;
  readonly value: string;
  readonly problem: Problem;
}

/** Faults of one kind in a file: the first of them, or all. */
export interface Rejections {
  readonly first: readonly Rejection[];
  readonly total: number;
  /** Says how many more there are. */
  readonly rest: Problem;
}

/** What a person is shown: the first faults of each kind in the order of the file, then how many more there are. */
export function listRejections(all: readonly Rejections[]): readonly Problem[] {
  const listed = all.flatMap(({ first }) => first.slice(0, mostListed));
  listed.sort(({ place: a }, { place: b }) => a.line - b.line || a.column - b.column);
  const rest = all.filter(({ total }) => total > mostListed).map((one) => one.rest);
  return [...listed.map(({ problem }) => problem), ...rest];
}

/** The rows that are no rows of the table: of another number of cells, or with stray quotation marks. */
export async function locateMalformed(
  file: string,
  { header, samples, malformed }: Pick<Survey, 'header' | 'samples' | 'malformed'>,
): Promise<readonly Rejections[]> {
  if (malformed === 0) return [];
  const first: Rejection[] = [];
  for (const record of samples) {
    const place = await placeOfFault(file, record, header.length);
    const where = formatPlace(file, place);
    const problem = recordProblem(record.fault, { cells: record.cells, columns: header.length, where });
    first.push({ place, field: '', value: await readRecord(file, record), problem });
  }
  return [{ first, total: malformed, rest: restProblem(undefined, malformed, file) }];
}

/** A cell too many is shown where it begins, missing ones where the row begins. */
async function placeOfFault(file: string, record: CsvRecord, columns: number): Promise<Place> {
  if (record.fault) return placeOfByte(file, record, record.faultAt!);
  if (record.cells < columns) return { line: record.line, column: 1 };
  return splitCells(await readRecord(file, record), record.line)[columns]!.place;
}

/** The cells that break the contract, in a file whose well-formed rows `readingSql` has read; up to `most` of each kind. */
export async function locateFaults(
  workbench: Workbench,
  { contract, file }: SourceDataset,
  header: readonly string[],
  most: number,
): Promise<readonly Rejections[]> {
  const samples = (await workbench.rows(sampleSql(contract, most))) as unknown as readonly Sample[];
  if (samples.length === 0) return [];
  const numbers = new Set(
    samples.flatMap(({ record, earlier }) => (earlier === null ? [record] : [record, earlier])),
  );
  const records = await findRecords(file, header.length, numbers);
  const kinds = new Map<RowCheck, { readonly first: Rejection[]; readonly total: number }>();
  const checks = rowChecks(contract);
  for (const { record, code, earlier, total, key } of samples) {
    const check = checks[code]!;
    const cells = await readCells(file, records.get(record)!);
    const cellOf = (name: string): CsvCell => cells[header.indexOf(name)]!;
    const strange = witnesses(contract).find((name, i) => key[i] !== null && key[i] !== cellOf(name).text);
    if (strange) throw new Error(`the engine has the rows of ${file} in another order than the file.`);
    const duplicate = check.kind === 'duplicate';
    const value = duplicate
      ? contract.key.map((name) => cellOf(name).text).join(', ')
      : cellOf(check.column.name).text;
    const { place } = cellOf(check.column.name);
    const before = earlier === null ? {} : { earlier: { line: records.get(earlier)!.line, column: 1 } };
    const problem = rejectProblem({ ...check, place, value, ...before }, contract, file);
    const kind = kinds.get(check) ?? { first: [], total };
    kinds.set(check, kind);
    kind.first.push({ place, field: duplicate ? contract.key.join(' ') : check.column.name, value, problem });
  }
  return [...kinds].map(([check, kind]) => ({ ...kind, rest: restProblem(check, kind.total, file) }));
}

interface Sample {
  readonly record: number;
  readonly code: number;
  readonly earlier: number | null;
  readonly total: number;
  readonly key: readonly (string | null)[];
}

async function readCells(file: string, record: CsvRecord): Promise<readonly CsvCell[]> {
  return splitCells(await readRecord(file, record), record.line);
}
