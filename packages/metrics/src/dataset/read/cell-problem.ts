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
    say`Mend its formula, or what the formula refers to.`,
  ],
  formula: () => ['no-result', say`The formula of this cell was never computed.`, again],
  stale: () => [
    'no-result',
    say`The result of this formula is not valid: the workbook asks for it to be computed when it is opened.`,
    say`${again} Where that does not help, put values in the place of its formulas.`,
  ],
  blank: () => [
    'no-result',
    say`The formula of this cell has no result, or an empty text for one: the file does not tell which.`,
    say`${again} Where nothing is meant, empty the cell.`,
  ],
  digits: (text) => [
    'lost-digits',
    say`This number has ${text.replace('-', '').length} digits, and a workbook keeps 15 of a number: the last are not known.`,
    say`Format the cells as text, then enter their digits again.`,
  ],
  number: (text) => [
    'not-a-number',
    text === ''
      ? say`This cell is one of a number, and holds none.`
      : say`This cell holds ${JSON.stringify(text)} for a number.`,
    say`Enter the number again, or export the workbook from its program.`,
  ],
  value: (text) => [
    'unreadable-cell',
    say`This cell holds ${JSON.stringify(text)}, which is no value of its type.`,
    say`Enter the value again, or export the workbook from its program.`,
  ],
  merged: (text) => [
    'merged-figure',
    say`The figure ${text} stands in one cell for several rows: nobody can tell how much belongs to which.`,
    say`Split the merged cell, and enter a figure in each row.`,
  ],
};
