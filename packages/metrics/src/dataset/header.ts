import { suggest } from '../base/nearest.js';
import { quote } from '../base/quoting.js';
import { problem, type Problem } from '../base/problem.js';
import { listed, say, type Sentence } from '../base/sentence.js';
import { splitCells, type CsvCell } from './cells.js';
import { headerOf, type Contract } from './contract.js';
import type { HeaderCell, TextTable } from './text-table.js';

/** The separators of other programs in place of a comma. */
const separators = new Map([
  [';', say`semicolons`],
  ['\t', say`tabs`],
  ['|', say`vertical bars`],
  ['，', say`full-width commas`],
]);

/**
 * Holds a file's header record against its contract: every declared column once, in any order, and no other but those to
 * be left unread.
 *
 * @example
 * checkHeader(splitCells('month,revenu', 1), contract, 'revenue.csv').map(formatProblem);
 * // ['revenue.csv:1:7: "revenu" is not a column of revenue. Did you mean "revenue"?', …]
 */
export function checkHeader(
  header: readonly CsvCell[],
  contract: Pick<Contract, 'id' | 'columns' | 'ignore'>,
  file: string,
): readonly Problem[] {
  const read = header.filter(({ text }) => !contract.ignore?.includes(text));
  const cells = read.map(({ text, place: { line, column } }) => ({
    name: text,
    place: `${file}:${line}:${column}`,
  }));
  return checkNames(cells, contract, { where: `${file}:1:1`, header: say`the first line` });
}

/** The place of a missing column's problem, and the name of the file's part that names the columns. */
export interface HeaderPlace {
  readonly where: string;
  readonly header: Sentence;
}

/** Holds the names of a file's columns against its contract: every declared one once, in any order, and no other. */
export function checkNames(
  cells: readonly HeaderCell[],
  contract: Pick<Contract, 'id' | 'columns'>,
  place: HeaderPlace,
): readonly Problem[] {
  const known = contract.columns.map(headerOf);
  const wrong = cells.length === 1 ? separatorProblem(cells[0]!.name, known, place.where) : undefined;
  return wrong ? [wrong] : firstOf(nameProblems(cells, known, contract.id, place), place.where);
}

function separatorProblem(text: string, known: readonly string[], where: string): Problem | undefined {
  const found = [...separators.keys()].find((separator) => {
    const names = text.split(separator);
    return names.length > 1 && names.some((name) => known.includes(name.trim()));
  });
  return found === undefined ? undefined : wrongSeparator(found, where);
}

/** So many rows tell how the cells of a file are separated. */
const mostLooked = 20;

/** The separator of a table without declared columns, if its header and most of its rows have more of it than of commas. */
export function foreignSeparator({
  file,
  header,
  columns,
  rowCount,
  rejects,
}: TextTable): Problem | undefined {
  const names = header.map(({ name }) => name).join(',');
  const rows = Array.from({ length: Math.min(rowCount, mostLooked) }, (_, row) =>
    columns.map((cells) => cells[row] ?? '').join(','),
  );
  const lines = [...rows, ...rejects.slice(0, mostLooked).map(({ text }) => text)];
  const found = [...separators.keys()].find((separator) => {
    const count = (line: string) => line.split(separator).length - 1;
    const wanted = count(names);
    if (wanted < header.length) return false;
    return 2 * lines.filter((line) => count(line) === wanted).length >= lines.length;
  });
  return found === undefined ? undefined : wrongSeparator(found, header[0]?.place ?? file);
}

/** A line of a file below its first, in cells. */
export interface LineBelow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** That a title stands above the header, where one of the first lines below names most columns of a contract, and the first line none. */
export function titleAbove(
  first: readonly string[],
  below: Iterable<LineBelow>,
  { contract, file }: { readonly contract: Pick<Contract, 'columns'>; readonly file: string },
): Problem | undefined {
  const known = new Set(contract.columns.map(headerOf).map(sameSpelling));
  const named = (cells: readonly string[]) =>
    new Set(cells.map(sameSpelling).filter((cell) => known.has(cell))).size;
  if (named(first) > 0) return undefined;
  for (const { line, cells } of below) if (2 * named(cells) > known.size) return titled(file, line);
  return undefined;
}

/** The first lines below the header of a table that was read from a file of lines. */
export function linesBelow(table: TextTable): readonly LineBelow[] {
  const { columns, rowCount, rejects } = table;
  const lineOf = (place: string): number => Number(/:(\d+):\d+$/.exec(place)?.[1] ?? 0);
  const rows = Array.from({ length: Math.min(rowCount, mostLooked) }, (_, row) => ({
    line: lineOf(table.placeOf(row, 0)),
    cells: columns.map((cells) => cells[row] ?? ''),
  }));
  const others = rejects.slice(0, mostLooked).map(({ place, text }) => ({
    line: lineOf(place),
    cells: splitCells(text, 1).map((cell) => cell.text),
  }));
  return [...rows, ...others].sort((a, b) => a.line - b.line);
}

/** That a title stands above the header of a table whose columns nobody declares: one cell, and below it lines of several. */
export function titleProblem(table: TextTable): Problem | undefined {
  const { header, file } = table;
  const isFilled = (cell: string) => /\S/.test(cell);
  if (header.filter(({ name }) => isFilled(name)).length > 1) return undefined;
  const lines = linesBelow(table).filter(({ cells }) => cells.filter(isFilled).length > 1);
  const [first] = lines;
  // A text with commas here and there is no line of several cells.
  const isEven = lines.every(({ cells }) => cells.length === first!.cells.length);
  if (!first || first.line === 0 || !isEven || !first.cells.every(isFilled)) return undefined;
  return titled(file, first.line);
}

function titled(file: string, line: number): Problem {
  return problem({
    code: 'title-row',
    where: `${file}:1:1`,
    message: say`The first line is a title: the columns are named in line ${line}.`,
    remedy: line === 2 ? say`Remove the line above line ${line}.` : say`Remove the lines above line ${line}.`,
  });
}

function wrongSeparator(separator: string, where: string): Problem {
  return problem({
    code: 'wrong-separator',
    where,
    message: say`The cells of this file are separated by ${separators.get(separator)!}, not by commas.`,
    remedy: say`Save it as CSV with commas between the cells; in Excel choose the type "CSV UTF-8 (Comma delimited)".`,
  });
}

/** More problems with one header help nobody. */
const mostListed = 20;

/** The first problems; one more says that there are more. */
function firstOf(problems: Iterable<Problem>, where: string): readonly Problem[] {
  const found: Problem[] = [];
  for (const one of problems) {
    if (found.length === mostListed) {
      const message = say`The header has more problems than these ${mostListed}.`;
      const remedy = say`Correct these, then check again.`;
      return [...found, problem({ code: 'more-problems', where, message, remedy })];
    }
    found.push(one);
  }
  return found;
}

function* nameProblems(
  cells: readonly HeaderCell[],
  known: readonly string[],
  dataset: string,
  { where: first, header }: HeaderPlace,
): Generator<Problem> {
  const [wanted, seen] = [new Set(known), new Set<string>()];
  const names = new Set(cells.map(({ name }) => name));
  const missing = known.filter((name) => !names.has(name));
  const strange = new Map<string, string>();
  for (const { name, place: where } of cells) {
    if (seen.has(name)) {
      const message =
        name === '' ? say`A second column has no name.` : say`This is a second column ${quote(name)}.`;
      const remedy = say`Keep one of the two and remove the other.`;
      yield problem({ code: 'duplicate-column', where, message, remedy });
    } else if (!wanted.has(name)) {
      strange.set(sameSpelling(name), name);
      const message =
        name === '' ? say`A column has no name.` : say`${quote(name)} is not a column of ${dataset}.`;
      yield problem({ code: 'unknown-column', where, message, remedy: unknownRemedy(name, missing, known) });
    }
    seen.add(name);
  }
  for (const name of missing) {
    const other = name === '' ? undefined : strange.get(sameSpelling(name));
    const remedy =
      other === undefined
        ? say`Add it to ${header}; the columns are: ${listed(known)}.`
        : say`Write ${quote(name)} for ${quote(other)} in the file, or ${headerEntry(other)} for it in the contract.`;
    const message = say`The column "${name}" is missing.`;
    yield problem({ code: 'missing-column', where: first, message, remedy });
  }
}

function unknownRemedy(name: string, missing: readonly string[], known: readonly string[]): Sentence {
  if (name === '') return say`Name it, or remove it.`;
  // A missing column is meant rather than one that stands in the file.
  const candidates = missing.length > 0 ? missing : known;
  const same = candidates.find((one) => sameSpelling(one) === sameSpelling(name));
  return same === undefined ? suggest(name.trim(), candidates) : say`Did you mean ${quote(same)}?`;
}

function headerEntry(name: string): string {
  return `"header": ${JSON.stringify(name)}`;
}

/** A name without the differences that a person overlooks: capitals, full-width letters and brackets, blanks. */
function sameSpelling(name: string): string {
  return name
    .slice(0, 200)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b\ufeff]+/g, '');
}
