import { suggest } from '../../base/nearest.js';
import { problem, type Problem } from '../../base/problem.js';
import { say } from '../../base/sentence.js';
import type { Contract } from '../contract.js';
import type { ReadTable } from '../text-table.js';
import { checkAborted } from '../turn.js';
import { BrokenPart } from './archive.js';
import type { BookSheet } from './book.js';
import { openBook } from './container.js';
import { bestHeader } from './header-rows.js';
import type { Sheet } from './sheet.js';
import { tabulate } from './sheet-table.js';
import { damaged, emptyFile, type FileOptions } from './source.js';

/**
 * Reads a workbook (.xlsx, .xls and their kin): the sheet that the contract or the caller names, else the one whose header fits it best,
 * else the first that holds anything. Numbers are the stored ones, to the last digit, dates are days without a time zone,
 * formulas their last results; a row with an error for a value, a formula without a result, a number that is none, or a whole
 * number that lost digits is rejected. A sheet that cannot be read is a problem of the file: no other one stands for it.
 * Throws `ABORTED`.
 */
export async function readWorkbook(bytes: Uint8Array, options: FileOptions): Promise<ReadTable> {
  const { name, contract, signal } = options;
  checkAborted(signal);
  const book = await openBook(bytes, options);
  if ('code' in book) return { problems: [book] };
  const wanted = contract?.sheet ?? options.sheet;
  const titles = book.sheets.map((sheet) => sheet.name);
  if (wanted !== undefined && !titles.includes(wanted)) {
    const message = say`The workbook has no sheet ${JSON.stringify(wanted)}.`;
    const remedy = suggest(wanted, titles);
    return { problems: [problem({ code: 'unknown-sheet', where: name, message, remedy })] };
  }
  const visible = await readSheets(
    book.sheets.filter(({ isHidden }) => !isHidden),
    name,
  );
  const named = await readSheets(
    book.sheets.filter((sheet) => sheet.name === wanted),
    name,
  );
  const seen = visible.sheets.length > 0 || visible.problems.length > 0;
  const shown = seen ? visible : await readSheets(book.sheets, name);
  const { sheets: eligible, problems } = wanted === undefined ? shown : named;
  // Nobody knows whether the sheet that is damaged was the one that is meant.
  if (problems.length > 0) return { problems };
  const chosen = choose(eligible, contract);
  if (!chosen) return { problems: [emptyFile(wanted === undefined ? name : `${name}:${wanted}`)] };
  const others = eligible.length > 1 ? [otherSheets(name, chosen, eligible.length - 1)] : [];
  const names = shown.sheets.map((sheet) => sheet.name);
  const table = await tabulate(chosen, options, others);
  return {
    table: {
      ...table,
      sheets: { names: names.includes(chosen.name) ? names : [...names, chosen.name], read: chosen.name },
    },
    problems: [],
  };
}

/** The sheets that hold anything, and why others cannot be read. */
interface ReadSheets {
  readonly sheets: readonly Sheet[];
  readonly problems: readonly Problem[];
}

async function readSheets(listed: readonly BookSheet[], file: string): Promise<ReadSheets> {
  const [sheets, problems]: [Sheet[], Problem[]] = [[], []];
  for (const one of listed) {
    try {
      const sheet = await one.read();
      if (sheet.rows.length > 0) sheets.push(sheet);
    } catch (error) {
      if (!(error instanceof BrokenPart)) throw error;
      const message = say`The sheet ${one.name} of this workbook cannot be read: ${error.reason}.`;
      const remedy = say`Open the workbook in its program and save it again, or copy it again.`;
      problems.push(damaged(`${file}:${one.name}`, message, remedy));
    }
  }
  return { sheets, problems };
}

/** The first sheet whose header has the most of the contract's columns. */
function choose(sheets: readonly Sheet[], contract: Contract | undefined): Sheet | undefined {
  let [best, most] = [sheets[0], 0];
  if (!contract || sheets.length < 2) return best;
  for (const sheet of sheets) {
    const { matches } = bestHeader(sheet, contract);
    if (matches > most) [best, most] = [sheet, matches];
  }
  return best;
}

function otherSheets(name: string, { name: sheet }: Sheet, others: number): Problem {
  const message =
    others === 1
      ? say`The sheet ${sheet} was read, and not the other one.`
      : say`The sheet ${sheet} was read, and not the ${others} others.`;
  const remedy = say`Name the right sheet as "sheet" in the contract, or when you read the file.`;
  return problem({ code: 'other-sheets', where: name, message, remedy });
}
