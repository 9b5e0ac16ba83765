import { problem, type Problem } from '../../base/problem.js';
import { say, type Parameter, type Sentence } from '../../base/sentence.js';
import type { ReadTable } from '../text-table.js';
import { checkAborted } from '../turn.js';
import { readCsv } from './csv.js';
import { namedFormat, provenFormat, type FileFormat } from './format.js';
import { damaged, emptyFile, type FileOptions } from './source.js';

/**
 * Reads a file of rows: CSV, JSON, JSON lines, a workbook, Parquet or Arrow. Its first bytes decide the format if they prove one,
 * so a file with a wrong name is read by its true format; texts are told apart by their names. The reader of each format is
 * loaded when the first such file is read. Never throws on any bytes; throws `ABORTED` if `signal` is aborted.
 *
 * @example
 * const { table, problems } = await readTable(new TextEncoder().encode('month,revenue\n2026-09-01,1.5\n'), { name: 'a.csv' });
 * table.columns[1][0]; // '1.5'
 * table.placeOf(0, 1); // 'a.csv:2:12'
 */
export async function readTable(bytes: Uint8Array, options: FileOptions): Promise<ReadTable> {
  const { name } = options;
  if (bytes.length === 0) return { problems: [emptyFile(name)] };
  const [proven, named] = [provenFormat(bytes), namedFormat(name)];
  if (proven === 'archive') return { problems: [packed(name)] };
  const format = proven ?? named ?? 'csv';
  if (proven === undefined && isBinary(format)) return { problems: [notA(format, bytes, name)] };
  checkAborted(options.signal);
  const read = await readAs(format, bytes, options);
  checkAborted(options.signal);
  if (!read.table || proven === undefined || named === undefined || named === proven) return read;
  return { table: { ...read.table, notes: [...read.table.notes, misnamed(name, proven)] }, problems: [] };
}

async function readAs(format: FileFormat, bytes: Uint8Array, options: FileOptions): Promise<ReadTable> {
  switch (format) {
    case 'csv':
      return readCsv(bytes, options);
    case 'json': {
      const { readJson } = await import('./json.js');
      return readJson(bytes, options);
    }
    case 'json-lines': {
      const { readJsonLines } = await import('./json.js');
      return readJsonLines(bytes, options);
    }
    case 'workbook': {
      const { readWorkbook } = await import('./workbook.js');
      return readWorkbook(bytes, options);
    }
    case 'parquet': {
      const { readParquet } = await import('./parquet.js');
      return readParquet(bytes, options);
    }
    case 'arrow': {
      const { readArrow } = await import('./arrow.js');
      return readArrow(bytes, options);
    }
  }
}

type Binary = 'workbook' | 'parquet' | 'arrow';

function isBinary(format: FileFormat): format is Binary {
  return format in words;
}

const words: Readonly<Record<Binary, Sentence>> = {
  workbook: say`a workbook`,
  parquet: say`a Parquet file`,
  arrow: say`an Arrow file`,
};

function notA(format: Binary, bytes: Uint8Array, name: string): Problem {
  const first = String.fromCharCode(...bytes.subarray(0, 512));
  // Old systems export a table of a web page and call it .xls.
  if (format === 'workbook' && /<(html|table|\?xml)/i.test(first)) {
    const message = say`This is a web page with the name of a workbook.`;
    return damaged(name, message, say`Open it in its program and save it as .xlsx.`);
  }
  const remedy = say`Export or copy the file again; a text of comma-separated cells is called .csv.`;
  return damaged(name, say`By its name this is ${words[format]}, but its content is not.`, remedy);
}

function misnamed(where: string, format: FileFormat): Problem {
  const what: Parameter = isBinary(format) ? words[format] : format;
  const message = say`The file name is wrong: this is ${what}, and was read as such.`;
  const remedy = say`Give the file the correct ending.`;
  return problem({ code: 'misnamed-file', where, message, remedy });
}

function packed(where: string): Problem {
  const [message, remedy] = [say`This is a packed archive.`, say`Unpack it first.`];
  return problem({ code: 'packed-file', where, message, remedy });
}
