import type { Problem } from '../../base/problem.js';
import type { ProblemCode } from '../../base/problem-code.js';
import { brokenProblem } from './broken-text.js';
import type { SheetFault, SheetCell } from './cell.js';

/** Why a row is rejected for the sake of one of its cells. */
export function cellProblem({ text, fault }: SheetCell, where: string): Problem {
  if (fault === 'text') return brokenProblem(text, where);
  const [code, message, remedy] = words[fault!](text);
  return { code, where, message, remedy };
}

type Words = (text: string) => readonly [code: ProblemCode, message: string, remedy: string];

const again = 'Open the workbook in its program and save it there.';

const words: Readonly<Record<Exclude<SheetFault, 'text'>, Words>> = {
  error: (text) => [
    'error-cell',
    `This cell shows ${text}, not a value.`,
    'Mend its formula, or what the formula refers to.',
  ],
  formula: () => ['no-result', 'The formula of this cell was never computed.', again],
  stale: () => [
    'no-result',
    'The result of this formula is not valid: the workbook asks for it to be computed when it is opened.',
    `${again} Where that does not help, put values in the place of its formulas.`,
  ],
  blank: () => [
    'no-result',
    'The formula of this cell has no result, or an empty text for one: the file does not tell which.',
    `${again} Where nothing is meant, empty the cell.`,
  ],
  digits: (text) => [
    'lost-digits',
    `This number has ${text.replace('-', '').length} digits, and a workbook keeps 15 of a number: the last are not known.`,
    'Format the cells as text, then enter their digits again.',
  ],
  number: (text) => [
    'not-a-number',
    text === ''
      ? 'This cell is one of a number, and holds none.'
      : `This cell holds ${JSON.stringify(text)} for a number.`,
    'Enter the number again, or export the workbook from its program.',
  ],
  value: (text) => [
    'unreadable-cell',
    `This cell holds ${JSON.stringify(text)}, which is no value of its type.`,
    'Enter the value again, or export the workbook from its program.',
  ],
  merged: (text) => [
    'merged-figure',
    `The figure ${text} stands in one cell for several rows: nobody can tell how much belongs to which.`,
    'Split the merged cell, and enter a figure in each row.',
  ],
};
