import { problem, type Problem } from '../../base/problem.js';
import { say, type Sentence } from '../../base/sentence.js';
import type { ProblemCode } from '../../base/problem-code.js';
import { brokenProblem } from './broken-text.js';
import type { SheetFault, SheetCell } from './cell.js';

/** Why a row is rejected for the sake of one of its cells. */
export function cellProblem({ text, fault }: SheetCell, where: string): Problem {
  if (fault === 'text') return brokenProblem(text, where);
  const [code, message, remedy] = words[fault!](text);
  return problem({ code, where, message, remedy });
}

type Words = (text: string) => readonly [code: ProblemCode, message: Sentence, remedy: Sentence];

const again = say`Open the workbook in its program and save it there.`;

const words: Readonly<Record<Exclude<SheetFault, 'text'>, Words>> = {
  error: (text) => [
    'error-cell',
    say`This cell shows ${text}, not a value.`,
    say`Correct its formula, or the cells that it refers to.`,
  ],
  formula: () => ['no-result', say`The formula of this cell was never computed.`, again],
  stale: () => [
    'no-result',
    say`The result of this formula is not valid: the workbook computes it again when it is opened.`,
    say`${again} If that does not help, replace its formulas by values.`,
  ],
  blank: () => [
    'no-result',
    say`The formula of this cell has no result or an empty text; the file does not say which.`,
    say`${again} If it should be empty, clear the cell.`,
  ],
  digits: (text) => [
    'lost-digits',
    say`This number has ${text.replace('-', '').length} digits, but a workbook keeps only 15: the last digits are lost.`,
    say`Format the cells as text, then enter their digits again.`,
  ],
  number: (text) => [
    'not-a-number',
    text === ''
      ? say`This cell is declared as a number, but has no content.`
      : say`This cell is declared as a number, but contains ${JSON.stringify(text)}.`,
    say`Enter the number again, or export the workbook from its program.`,
  ],
  value: (text) => [
    'unreadable-cell',
    say`This cell contains ${JSON.stringify(text)}, which is not a value of its type.`,
    say`Enter the value again, or export the workbook from its program.`,
  ],
  merged: (text) => [
    'merged-figure',
    say`The figure ${text} is in one cell merged over several rows: the part of each row is unknown.`,
    say`Split the merged cell, and enter a figure in each row.`,
  ],
};
