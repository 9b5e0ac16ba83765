import type { Text, Unit } from '../plan/plan.js';
import { alignTable } from './align.js';
import type { Column, ColumnType, Contract } from './contract.js';
import { guessColumn, type Guess } from './guess.js';
import { foreignSeparator } from './header.js';
import { parseContract, reservedNames, type ParsedContract } from './parse.js';
import type { TextTable } from './text-table.js';
import { nextTurn, sliceLength } from './turn.js';

/** What a proposed contract is called, and what is known better than its cells tell. */
export interface ProposalOptions {
  /** The dataset's id, `dropped`. */
  readonly id: string;
  readonly name: Text;
  /** The types of columns that are known better than their cells tell, by the names that were proposed. */
  readonly types?: Readonly<Record<string, ColumnType>>;
  /** The column that dates the rows; else the first of dates. */
  readonly time?: string;
}

/**
 * A contract for a file that has none, from all its cells, looked at in slices: what nine in ten of a column's cells can be read as is its type,
 * the first column of dates dates the rows, and the key are the columns that tell them apart. A file without dates, or whose
 * cells are not separated by commas, has no contract: that is a problem.
 *
 * @example
 * const { contract, problems } = await proposeContract(table, { id: 'dropped', name: { zh: '我的表', en: 'My table' } });
 * // columns: month DATE, column_2 DECIMAL(18,2) with the header 营业收入（万元）
 */
export async function proposeContract(table: TextTable, options: ProposalOptions): Promise<ParsedContract> {
  const { file } = table;
  const separator = foreignSeparator(table);
  if (separator) return { problems: [separator] };
  const guesses: Guess[] = [];
  for (const cells of table.columns) guesses.push(await guessColumn(cells));
  const names = proposeNames(table.header.map(({ name }) => name));
  const dated =
    options.time === undefined
      ? guesses.findIndex(({ dates }) => dates.length > 0)
      : names.indexOf(options.time);
  const dates = guesses[dated]?.dates ?? [];
  if (dates.length === 0) {
    const message =
      options.time === undefined
        ? 'No column of this file holds dates, and figures without a date make no series.'
        : `The column ${options.time} holds no dates.`;
    const remedy =
      'Add a column of days or months, written like 2026-09-01, 2026/9/1, 2026年9月1日 or 2026年9月.';
    return { problems: [{ code: 'no-dates', where: file, message, remedy }] };
  }
  const last = dates.reduce((a, b) => (a > b ? a : b));
  const byMonth = dates.every((day) => day.endsWith('-01'));
  const columns = table.header.flatMap(({ name: header }, i): Column[] => {
    // A name that stands there twice is told below.
    if (header === '' || table.header.findIndex((cell) => cell.name === header) < i) return [];
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
    source: { zh: '读者自己的文件', en: 'Dropped by the reader' },
    reportedThrough: byMonth ? endOfMonth(last) : last,
    columns,
    key: await proposeKey(table, names, dated),
    time: { column: names[dated]!, grain: byMonth ? 'month' : 'day' },
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

/** A name for each header: its own words where they are ASCII, else its place, `column_3`. */
function proposeNames(headers: readonly string[]): readonly string[] {
  const taken = new Set(reservedNames);
  return headers.map((header, i) => {
    const words = /[^ -~]/.test(header) ? '' : header.toLowerCase().replace(/[^a-z0-9]+/g, '_');
    const name = words.replace(/^[_0-9]+|_+$/g, '').slice(0, 50) || `column_${i + 1}`;
    let free = name;
    for (let n = 2; taken.has(free); n++) free = `${name}_${n}`;
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
  dated: number,
): Promise<readonly string[]> {
  const empty = columns.map((cells) => cells.filter((cell) => cell === null).length);
  const order = columns.map((_, i) => i).sort((a, b) => empty[a]! - empty[b]! || a - b);
  const key = new Set([dated, ...order.filter((i) => empty[i] === 0)]);
  const count = async (indices: Iterable<number>): Promise<number> => {
    const named = [...indices].map((i) => columns[i]!);
    const different = new Set<string>();
    for (let row = 0; row < rowCount; row++) {
      if (row % sliceLength === 0) await nextTurn();
      different.add(named.map((cells) => cells[row] ?? '').join('\0'));
    }
    return different.size;
  };
  const rest = order.filter((i) => !key.has(i));
  const all = rest.length > 0 ? await count(order) : 0;
  for (const i of rest) {
    if ((await count(key)) === all) break;
    key.add(i);
  }
  return [...key].sort((a, b) => a - b).map((i) => names[i]!);
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

/** The file's own name without what no contract may hold. */
function fileName(file: string): string {
  const name = file.replace(/^.*[/\\]/, '').replace(/[:*?"<>|]|\.\.+/g, '_');
  return name === '' ? 'data.csv' : name.slice(-200);
}

function endOfMonth(day: string): string {
  const [year, month] = day.split('-').map(Number);
  return new Date(Date.UTC(year!, month, 0)).toISOString().slice(0, 10);
}
