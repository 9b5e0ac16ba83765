import { suggest } from '../nearest.js';
import type { Problem } from '../problem.js';
import type { CsvCell } from './cells.js';
import type { Contract } from './contract.js';

/** What other programs put between cells where a comma belongs. */
const separators = new Map([
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'vertical bars'],
  ['，', 'full-width commas'],
]);

/**
 * Holds a file's header record against its contract: every declared column once, in any order, and no other.
 *
 * @example
 * checkHeader(splitCells('month,revenu', 1), contract, 'revenue.csv').map(formatProblem);
 * // ['revenue.csv:1:7: "revenu" is not a column of revenue. Did you mean "revenue"?', …]
 */
export function checkHeader(
  header: readonly CsvCell[],
  contract: Pick<Contract, 'id' | 'columns'>,
  file: string,
): readonly Problem[] {
  const known = contract.columns.map(({ name }) => name);
  const wrong = header.length === 1 ? separatorProblem(header[0]!.text, known, file) : undefined;
  return wrong ? [wrong] : [...nameProblems(header, known, contract.id, file)];
}

function separatorProblem(text: string, known: readonly string[], file: string): Problem | undefined {
  const found = [...separators].find(([separator]) => {
    return text.split(separator).some((name) => known.length > 1 && known.includes(name.trim()));
  });
  return (
    found && {
      code: 'wrong-separator',
      where: `${file}:1:1`,
      message: `The cells of this file are separated by ${found[1]}, not by commas.`,
      remedy:
        'Save it as CSV with commas between the cells; in Excel choose the type "CSV UTF-8 (Comma delimited)".',
    }
  );
}

function* nameProblems(
  header: readonly CsvCell[],
  known: readonly string[],
  dataset: string,
  file: string,
): Generator<Problem> {
  const names = header.map(({ text }) => text);
  const missing = known.filter((name) => !names.includes(name));
  for (const [index, { text, place }] of header.entries()) {
    const where = `${file}:${place.line}:${place.column}`;
    if (names.indexOf(text) < index) {
      const message =
        text === '' ? 'A second column has no name.' : `The column "${text}" stands here a second time.`;
      yield { code: 'duplicate-column', where, message, remedy: 'Keep one of the two and remove the other.' };
    } else if (!known.includes(text)) {
      const message = text === '' ? 'A column has no name.' : `"${text}" is not a column of ${dataset}.`;
      // A missing column is meant rather than one that stands in the file.
      const remedy =
        text === '' ? 'Name it, or remove it.' : suggest(text.trim(), missing.length > 0 ? missing : known);
      yield { code: 'unknown-column', where, message, remedy };
    }
  }
  for (const name of missing) {
    const remedy = `Add it to the first line; the columns are: ${known.join(', ')}.`;
    yield {
      code: 'missing-column',
      where: `${file}:1:1`,
      message: `The column "${name}" is missing.`,
      remedy,
    };
  }
}
