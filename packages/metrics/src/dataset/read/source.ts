import { problem, type Problem } from '../../base/problem.js';
import { say, type Sentence } from '../../base/sentence.js';
import type { Contract } from '../contract.js';

/** The facts of a file beside its bytes. */
export interface FileOptions {
  /** Its name, in front of every place. */
  readonly name: string;
  /** Its contract: the encoding, the sheet, the rows of the header, and the columns that may be missing. */
  readonly contract?: Contract;
  /** The sheet of a workbook, where the contract names none. */
  readonly sheet?: string;
  /** Aborts the reading, which then throws `ABORTED`. */
  readonly signal?: AbortSignal;
  /** Told now and then how much of a CSV file has been read, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** A file that cannot be read at all. */
export function damaged(
  name: string,
  message: Sentence,
  remedy = say`Export or copy the file again.`,
): Problem {
  return problem({ code: 'damaged-file', where: name, message, remedy });
}

/** A workbook that asks for a password. */
export function encrypted(where: string): Problem {
  const message = say`This workbook is protected by a password.`;
  const remedy = say`Open it in its program and save it without a password.`;
  return problem({ code: 'encrypted-file', where, message, remedy });
}

/** A file without anything in it. */
export function emptyFile(name: string): Problem {
  const remedy = say`Export it again, with a header that names the columns.`;
  return problem({ code: 'empty', where: name, message: say`The file is empty.`, remedy });
}
