import type { Problem } from '../problem.js';
import type { CsvFault } from './csv.js';

/** What is wrong with a record that is not well formed. `cells` is how many it has, `columns` how many the header has. */
export function recordProblem(
  fault: CsvFault | undefined,
  { cells, columns, where }: { readonly cells: number; readonly columns: number; readonly where: string },
): Problem {
  if (fault === undefined) {
    const message = `This row has ${cells} ${cells === 1 ? 'cell' : 'cells'}, but the header has ${columns}.`;
    const remedy =
      cells > columns
        ? 'Write numbers without commas (12300, not 12,300), and put a text that holds a comma in quotation marks: "a, b".'
        : 'Add the missing cells; an empty cell still needs its comma.';
    return { code: cells > columns ? 'too-many-cells' : 'too-few-cells', where, message, remedy };
  }
  return { code: fault, where, ...faultWords[fault] };
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
