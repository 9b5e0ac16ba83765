import { quote } from '../base/quoting.js';
import type { Problem } from '../base/problem.js';
import type { CsvFault } from './csv-scanner.js';

/** How many cells a record has, how many the header has, and where the record stands. */
export interface RecordPlace {
  readonly cells: number;
  readonly columns: number;
  readonly where: string;
  /** What stands between cells: a comma. */
  readonly separator?: string;
}

/** What is wrong with a record that is not well formed. */
export function recordProblem(
  fault: CsvFault | undefined,
  { cells, columns, where, separator = ',' }: RecordPlace,
): Problem {
  if (fault === undefined) {
    const message = `This row has ${cells} ${cells === 1 ? 'cell' : 'cells'}, but the header has ${columns}.`;
    const remedy = cells > columns ? surplusRemedy(separator) : missingRemedy(separator);
    return { code: cells > columns ? 'too-many-cells' : 'too-few-cells', where, message, remedy };
  }
  return { code: fault, where, ...faultWords[fault] };
}

function surplusRemedy(separator: string): string {
  return separator === ','
    ? 'Write numbers without commas (12300, not 12,300), and put a text that holds a comma in quotation marks: "a, b".'
    : `Put a text that holds ${quote(separator)} in quotation marks.`;
}

function missingRemedy(separator: string): string {
  const needed = separator === ',' ? 'comma' : quote(separator);
  return `Add the missing cells; an empty cell still needs its ${needed}.`;
}

const faultWords: Readonly<Record<CsvFault, Pick<Problem, 'message' | 'remedy'>>> = {
  'stray-quote': {
    message: 'A quotation mark stands inside a cell that does not begin with one.',
    remedy: 'Put the whole cell in quotation marks and double the one inside: "5"" wafer".',
  },
  'text-after-quote': {
    message: 'A quotation mark closes the cell, but more text follows before the next comma.',
    remedy: 'Move the text inside the quotation marks, and double any quotation mark within: "5"" wafer".',
  },
  'open-quote': {
    message: 'A quotation mark opens here and is never closed, so everything after it is one cell.',
    remedy: 'Close it at the end of the cell, or remove it.',
  },
  'too-long': {
    message: 'This row is longer than 2 000 000 bytes.',
    remedy: 'Look for a quotation mark that is missing at the end of a cell near its beginning.',
  },
};
