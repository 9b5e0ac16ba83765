import { endOfPeriod } from '../base/period.js';
import type { Text } from '../base/text.js';
import type { Unit } from '../base/unit.js';
import { problem, type Problem } from '../base/problem.js';
import { say } from '../base/sentence.js';
import { alignTable } from './align.js';
import type { Column, ColumnType, Contract } from './contract.js';
import { guessColumn, type Guess } from './guess.js';
import { foreignSeparator, titleProblem } from './header.js';
import type { Abortable } from './load.js';
import { parseContract, reservedNames, type ParsedContract } from './parse.js';
import type { TextTable } from './text-table.js';
import { keepPace } from './turn.js';

/** The name of a proposed contract, and facts that are known better than from its cells. */
export interface ProposalOptions extends Abortable {
  /** The dataset's id, `dropped`. */
  readonly id: string;
  readonly name: Text;
  /** The types of columns that are known better than their cells tell, by the names that were proposed. */
  readonly types?: Readonly<Record<string, ColumnType>>;
  /** The column that dates the rows; else the first of dates. */
  readonly time?: string;
}

/** A proposed contract with notes for a person; or why there is none. */
export type ProposedContract = ParsedContract & {
  /** Columns that are left unread, a key of all columns. */
  readonly notes: readonly Problem[];
};

/** A table with more columns than these is none. */
const mostColumns = 4096;

/**
 * A contract for a file that has none, from all its cells, looked at in slices: the type of nine in ten of a column's cells is
 * its type, the first column of dates dates the rows, and the key are the columns that tell them apart. A file without dates, or
 * whose cells are not separated by commas, has no contract: that is a problem. Columns that cannot be read are to be ignored, and
 * notes say so. Throws `ABORTED`.
 *
 * @example
 * const { contract, problems } = await proposeContract(table, { id: 'dropped', name: { zh: '我的表', en: 'My table' } });
 * // columns: month DATE, column_2 DECIMAL(18,2) with the header 营业收入（万元）
 */
export async function proposeContract(table: TextTable, options: ProposalOptions): Promise<ProposedContract> {
  const { signal } = options;
  const unfit = foreignSeparator(table) ?? titleProblem(table) ?? widthProblem(table);
  if (unfit) return { problems: [unfit], notes: [] };
  const guesses: Guess[] = [];
  for (const cells of table.columns) guesses.push(await guessColumn(cells, signal));
  const proposed = await describe(table, guesses, options);
  return { ...proposed, notes: proposed.contract ? notesOf(table, proposed.contract) : [] };
}

async function describe(
  table: TextTable,
  guesses: readonly Guess[],
  options: ProposalOptions,
): Promise<ParsedContract> {
  const { file, unread = [] } = table;
  const names = proposeNames(table.header.map(({ name }) => name));
  const dated =
    options.time === undefined
      ? guesses.findIndex(({ dates }) => dates.length > 0)
      : names.indexOf(options.time);
  const dates = guesses[dated]?.dates ?? [];
  if (dates.length === 0) {
    const message =
      options.time === undefined
        ? say`No column of this file contains dates, but each figure of a series needs a date.`
        : say`The column ${options.time} contains no dates.`;
    const remedy = say`Add a column of days or months, written like 2026-09-01, 2026/9/1, 2026年9月1日 or 2026年9月.`;
    return { problems: [problem({ code: 'no-dates', where: file, message, remedy })] };
  }
  const last = dates.reduce((a, b) => (a > b ? a : b));
  const byMonth = dates.every((day) => day.endsWith('-01'));
  const { periods = 'month' } = guesses[dated]!;
  const grain = periods === 'month' && !byMonth ? 'day' : periods;

  const seen = new Set<string>();
  const columns = table.header.flatMap(({ name: header }, i): Column[] => {
    // A name that stands there twice is told below.
    if (header === '' || seen.has(header)) return [];
    seen.add(header);
    const name = names[i]!;
    const type = i === dated ? 'DATE' : (options.types?.[name] ?? guesses[i]!.type);
    const unit = unitOf(header);
    return [
      {
        name,
        label: { zh: header, en: header },
        type,
        ...(header !== name && { header }),
        ...(unit && isNumeric(type) && { unit }),
      },
    ];
  });
  const contract: Contract = {
    version: 1,
    id: options.id,
    name: options.name,
    description: {
      zh: '读者打开的文件，合同由程序按内容拟定。',
      en: 'A file dropped by the reader; its contract was proposed from its cells.',
    },
    file: fileName(file),
    ...sheetOf(table),
    ...formsOf(guesses),
    ...ignoreOf(unread),
    source: { zh: '读者自己的文件', en: 'Dropped by the reader' },
    reportedThrough: grain === 'day' ? last : endOfPeriod(last, { grain }),
    columns,
    key: await proposeKey(table, names, { dated, ...options }),
    time: { column: names[dated]!, grain },
  };
  const { problems } = alignTable(table, contract);
  return problems.length > 0 ? { problems } : parseContract(contract);
}

/** One of several sheets is named. */
function sheetOf({ sheets }: TextTable): Pick<Contract, 'sheet'> {
  return sheets && sheets.names.length > 1 && /\S/.test(sheets.read) ? { sheet: sheets.read } : {};
}

function formsOf(guesses: readonly Guess[]): Pick<Contract, 'forms'> {
  const forms = [...new Set(guesses.flatMap((guess) => guess.forms))];
  return forms.length > 0 ? { forms } : {};
}

function ignoreOf(unread: NonNullable<TextTable['unread']>): Pick<Contract, 'ignore'> {
  const names = [...new Set(unread.map(({ name }) => name))].filter((name) => /\S/.test(name));
  return names.length > 0 ? { ignore: names } : {};
}

function notesOf(
  { file, unread = [] }: TextTable,
  { ignore = [], key, columns }: Contract,
): readonly Problem[] {
  const ignored = unread
    .filter(({ name }) => ignore.includes(name))
    .map(({ problem: { where, sentences } }) =>
      problem({
        code: 'ignored-column',
        where,
        message: say`${sentences.message} It is listed under "ignore".`,
        remedy: say`If it is needed, store it as text, a number or a date.`,
      }),
    );
  if (key.length < columns.length || columns.length === 1) return ignored;
  const message = say`Only all columns together distinguish the rows: they are the key.`;
  const remedy = say`Write under "key" the columns that identify a row, without the figures.`;
  return [...ignored, problem({ code: 'whole-key', where: file, message, remedy })];
}

function widthProblem({ file, header }: TextTable): Problem | undefined {
  if (header.length <= mostColumns) return undefined;
  const message = say`This file has ${header.length} columns, and a dataset has at most ${mostColumns}.`;
  const remedy = say`Keep the columns that are needed. If each time or place has a column, write them as rows.`;
  return problem({ code: 'too-many-columns', where: file, message, remedy });
}

/** A name for each header: its own words where they are ASCII, else its place, `column_3`. */
function proposeNames(headers: readonly string[]): readonly string[] {
  const taken = new Set(reservedNames);
  const numbers = new Map<string, number>();
  return headers.map((header, i) => {
    const words = /[^ -~]/.test(header) ? '' : header.toLowerCase().replace(/[^a-z0-9]+/g, '_');
    const name = words.replace(/^[_0-9]+|_+$/g, '').slice(0, 50) || `column_${i + 1}`;
    let n = numbers.get(name) ?? 1;
    let free = name;
    while (taken.has(free)) free = `${name}_${++n}`;
    numbers.set(name, n);
    taken.add(free);
    return free;
  });
}

/**
 * The columns that tell rows apart: the date and those without an empty cell; where different rows agree in them, those with
 * the fewest empty cells as well.
 */
async function proposeKey(
  { columns, rowCount }: TextTable,
  names: readonly string[],
  { dated, signal }: Abortable & { readonly dated: number },
): Promise<readonly string[]> {
  const empty = columns.map((cells) => cells.filter((cell) => cell === null).length);
  const order = columns.map((_, i) => i).sort((a, b) => empty[a]! - empty[b]! || a - b);
  const key = new Set([dated, ...order.filter((i) => empty[i] === 0)]);
  const pace = keepPace(signal);
  /** The number of the group that each row is in: rows that agree in the columns so far are in one. */
  const divide = async (groups: Groups, column: number): Promise<Groups> => {
    const numbers = new Map<string, number>();
    const rows = new Uint32Array(rowCount);
    for (let row = 0; row < rowCount; row++) {
      const of = `${groups.rows[row]!}\0${columns[column]![row] ?? ''}`;
      const number = numbers.get(of) ?? numbers.size;
      numbers.set(of, number);
      rows[row] = number;
      const turn = pace.next();
      if (turn) await turn;
    }
    return { rows, size: numbers.size };
  };
  let groups: Groups = { rows: new Uint32Array(rowCount), size: Math.min(rowCount, 1) };
  for (const i of key) groups = await divide(groups, i);
  const rest = order.filter((i) => !key.has(i));
  let all = groups;
  for (const i of rest) all = await divide(all, i);
  for (const i of rest) {
    if (groups.size === all.size) break;
    groups = await divide(groups, i);
    key.add(i);
  }
  return [...key].sort((a, b) => a - b).map((i) => names[i]!);
}

interface Groups {
  readonly rows: Uint32Array;
  readonly size: number;
}

function isNumeric(type: ColumnType): boolean {
  return /^(INTEGER|DOUBLE|DECIMAL)/.test(type);
}

const powers: Readonly<Record<string, number>> = { 千: 3, 万: 4, 百万: 6, 亿: 8 };

/** The unit that a header names in brackets, where it is money: `营业收入（万元）`. */
function unitOf(header: string): Unit | undefined {
  const [found, power = ''] = /[（(](千|万|百万|亿)?元[）)]$/.exec(header) ?? [];
  if (found === undefined) return undefined;
  return { zh: '元', en: 'yuan', ...(power !== '' && { power: powers[power]! }) };
}

/** The file's own name without characters that a contract may not hold. */
function fileName(file: string): string {
  const name = file.replace(/^.*[/\\]/, '').replace(/[:*?"<>|]|\.\.+/g, '_');
  return name === '' ? 'data.csv' : name.slice(-200);
}
