import { join } from 'node:path';
import { tableName } from '@zj/metrics/sql';
import type { Problem, Sentence } from '@zj/metrics';
import {
  checkHeader,
  checkSteps,
  commonCountSql,
  countSql,
  csvSql,
  formatPlace,
  headerOf,
  keepSql,
  mostListed,
  noneKept,
  noRows,
  nulProblem,
  ownTable,
  problem,
  recordProblem,
  say,
  soundSql,
  titleAbove,
  type CsvCell,
  type CsvFault,
} from '@zj/metrics/internal';
import type { Workbench } from '@zj/metrics/node';
import { Fault } from '../system.js';
import { copyWellFormed, hasSeparatorLine, readLinesBelow } from './csv-file.js';
import { openPlain } from './plain-file.js';
import type { Reading } from './reading.js';
import { locateFaults, locateMalformed } from './rejections.js';
import { fileProblem, irregularFile, notUtf8, type SourceDataset } from './source.js';
import { isTableFile, readTableFile } from './table-file.js';
import { surveyFile, type FileFault, type Survey, type Unreadable } from './survey.js';

export interface ReadOptions {
  /** Up to so many rejected rows are all located, not only the first of each kind. */
  readonly locate: number;
  /** Where a copy of the file may stand for the engine. */
  readonly scratch: string;
}

/** Names that an engine would take for a pattern, a home, a scheme, a partition or a compression: such a file is read from a copy. */
const meaningful = /[*?[\]{}~=]|:\/|\.(gz|zst|bz2)$/i;

/**
 * Reads a dataset's file against its contract: read = kept + rejected. Most CSV files are right: one that is plain is
 * read at once as if it were right, and row by row only where it turns out not to be.
 */
export async function readDataset(
  workbench: Workbench,
  source: SourceDataset,
  { locate, scratch }: ReadOptions,
): Promise<Reading> {
  const { contract, file } = source;
  const irregular = await irregularFile(file);
  if (irregular) return { faults: [irregular], rejections: [] };
  if (isTableFile(source) || (await hasSeparatorLine(file))) return readTableFile(workbench, source, locate);
  const sound = await readSound(workbench, source);
  if (sound) return sound;
  const survey = await trySurvey(file, locate);
  // Its encoding is not declared, and not UTF-8: it is found out.
  if (contract.encoding === undefined && 'fault' in survey && isOtherText(survey))
    return readTableFile(workbench, source, locate);
  if ('fault' in survey) return { faults: [fileFault(file, survey)], rejections: [] };
  if ('code' in survey) return { faults: [survey], rejections: [] };
  const header = checkHeader(survey.header, contract, file);
  if (header.length > 0) {
    const first = survey.header.map(({ text }) => text);
    const title = titleAbove(first, await readLinesBelow(file), { contract, file });
    return { faults: title ? [title] : header, rejections: [] };
  }
  if (survey.rows === 0) return { faults: [noRows(file)], rejections: [] };

  const malformed = await locateMalformed(file, survey);
  if (survey.torn) return { faults: [tornProblem(file)], rejections: malformed };

  const columns = columnsOf(source, survey.header);
  const readable = survey.plain && !meaningful.test(file);
  const path = readable ? file : join(scratch, `${contract.id}.csv`);
  if (!readable) await copyWellFormed(file, columns.length, path);
  const raw = csvSql({ path, columns, multiline: survey.multiline });
  for (const { name, select } of checkSteps(contract, raw).slice(0, -1)) {
    await workbench.execute(`CREATE OR REPLACE TABLE ${ownTable(name)} AS ${select}`);
  }
  const [count] = await workbench.rows(countSql());
  const { rows, rejected: faulty } = count as { rows: number; rejected: number };
  if (rows !== survey.rows - survey.malformed) {
    throw new Fault(
      say`the engine found ${rows} rows in ${file}, but the file has ${survey.rows - survey.malformed}.`,
    );
  }
  const rejected = survey.malformed + faulty;
  const rejections = [
    ...malformed,
    ...(await locateFaults(workbench, source, columns, rejected <= locate ? rows : mostListed)),
  ];
  for (const sql of keepSql(contract)) await workbench.execute(sql);
  const counts = { read: survey.rows, kept: survey.rows - rejected, rejected };
  const faults = counts.kept === 0 ? [noneKept(file)] : [];
  return { dataset: { ...source, rows: counts }, faults, rejections };
}

/** Reads a plain file in one pass, beside the proof that it is one. Undefined where anything at all is strange. */
async function readSound(workbench: Workbench, source: SourceDataset): Promise<Reading | undefined> {
  const { contract, file } = source;
  if (meaningful.test(file)) return undefined;
  const plain = await openPlain(file).catch(() => undefined);
  if (!plain || checkHeader(plain.header, contract, file).length > 0) return undefined;
  const raw = csvSql({ ...plain, path: file, columns: columnsOf(source, plain.header), multiline: false });
  const table = ownTable(tableName(contract));
  const [rows, read] = await Promise.all([
    plain.countRows().catch(() => undefined),
    // The engine refuses a row of another number of cells.
    workbench.execute(`CREATE OR REPLACE TABLE ${table} AS ${soundSql(contract, raw)}`).then(
      () => true,
      () => false,
    ),
  ]);
  if (!rows || !read) return undefined;
  const [kept] = await workbench.rows(`SELECT count(*) AS n FROM ${table}`);
  if (kept!.n !== rows) return undefined;
  const [common] = await workbench.rows(commonCountSql(contract));
  if (common!.faults !== 0) return undefined;
  return {
    dataset: { ...source, rows: { read: rows, kept: rows, rejected: 0 } },
    faults: [],
    rejections: [],
  };
}

/** The names of the columns in the order of the file; one that is left unread has a name of its own. */
function columnsOf({ contract }: SourceDataset, header: readonly CsvCell[]): readonly string[] {
  const names = new Map(contract.columns.map((column) => [headerOf(column), column.name]));
  return header.map(({ text }, i) => names.get(text) ?? `zj:unread:${i}`);
}

async function trySurvey(file: string, locate: number): Promise<Survey | Unreadable | Problem> {
  try {
    return await surveyFile(file, (seen) => seen < Math.max(locate, mostListed));
  } catch (error) {
    return fileProblem(file, error);
  }
}

function isOtherText({ fault }: Unreadable): boolean {
  return fault === 'not-utf-8' || fault === 'utf-16';
}

function fileFault(file: string, { fault, place }: Unreadable): Problem {
  const where = place ? formatPlace(file, place) : file;
  if (fault === 'not-utf-8') {
    const { code, sentences } = notUtf8(where);
    const { message, remedy } = sentences;
    const either = say`${remedy} Or correct the encoding in the contract: "encoding": "gb18030".`;
    return problem({ code, where, message, remedy: either });
  }
  if (fault === 'nul') return nulProblem(where);
  if (!(fault in fileWords)) return recordProblem(fault as CsvFault, { cells: 0, columns: 0, where });
  const [message, remedy] = fileWords[fault as keyof typeof fileWords];
  return problem({ code: fault, where, message, remedy });
}

const asCsv = say`Open it in that program and save it as "CSV UTF-8 (Comma delimited)".`;
const fileWords = {
  empty: [say`The file is empty.`, say`Export it again, with a first line that names the columns.`],
  spreadsheet: [say`This is an Excel workbook with the name of a CSV file.`, asCsv],
  'utf-16': [say`This is UTF-16 ("Unicode text"), not UTF-8.`, asCsv],
  'not-text': [say`This is not a text file.`, say`Export it again as CSV.`],
} as const satisfies Record<Exclude<FileFault, 'not-utf-8' | 'nul'>, readonly [Sentence, Sentence]>;

function tornProblem(file: string): Problem {
  return problem({
    code: 'torn-rows',
    where: file,
    message: say`A wrong quotation mark spans several lines, so the rows of the file are unclear.`,
    remedy: say`Correct the quotation marks listed here, then publish again.`,
  });
}
