import { problem, type Problem, type ProblemWords } from '../base/problem.js';
import { quote } from '../base/quoting.js';
import { say, type Sentence } from '../base/sentence.js';
import type { CsvFault } from './csv-scanner.js';

/** How many cells a record has, how many the header has, and where the record stands. */
export interface RecordPlace {
  readonly cells: number;
  readonly columns: number;
  readonly where: string;
  /** The separator of cells: a comma. */
  readonly separator?: string;
}

/** The problem of a malformed record. */
export function recordProblem(
  fault: CsvFault | undefined,
  { cells, columns, where, separator = ',' }: RecordPlace,
): Problem {
  if (fault === undefined) {
    const message =
      cells === 1
        ? say`This row has ${cells} cell, but the header has ${columns}.`
        : say`This row has ${cells} cells, but the header has ${columns}.`;
    const remedy = cells > columns ? surplusRemedy(separator) : missingRemedy(separator);
    return problem({ code: cells > columns ? 'too-many-cells' : 'too-few-cells', where, message, remedy });
  }
  return problem({ code: fault, where, ...faultWords[fault] });
}

function surplusRemedy(separator: string): Sentence {
  return separator === ','
    ? say`Write numbers without commas (12300, not 12,300), and put a text that contains a comma in quotation marks: "a, b".`
    : say`Put a text that contains ${quote(separator)} in quotation marks.`;
}

function missingRemedy(separator: string): Sentence {
  const needed = separator === ',' ? say`comma` : quote(separator);
  return say`Add the missing cells; an empty cell still needs its ${needed}.`;
}

const faultWords: Readonly<Record<CsvFault, ProblemWords>> = {
  'stray-quote': {
    message: say`There is a quotation mark inside a cell that does not begin with one.`,
    remedy: say`Put the whole cell in quotation marks and double the one inside: "5"" wafer".`,
  },
  'text-after-quote': {
    message: say`A quotation mark closes the cell, but more text follows before the next comma.`,
    remedy: say`Move the text inside the quotation marks, and double any quotation mark within: "5"" wafer".`,
  },
  'open-quote': {
    message: say`A quotation mark opens here and is never closed, so everything after it is one cell.`,
    remedy: say`Close it at the end of the cell, or remove it.`,
  },
  'too-long': {
    message: say`This row is longer than 2 000 000 bytes.`,
    remedy: say`Look for a quotation mark that is missing at the end of a cell near its beginning.`,
  },
};
