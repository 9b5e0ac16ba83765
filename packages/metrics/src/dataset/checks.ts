import { monthsIn, type PeriodGrain } from '../base/period.js';
import { sqlDay, sqlName, sqlText } from '../base/sql.js';
import { blanks } from './blank.js';
import type { Column, Contract } from './contract.js';
import { stateColumnOf, stateWords } from './revision.js';
import { misspeltSql } from './spelling.js';
import { reportChecks, type ReportFault } from './task-reports.js';

/** One promise of a contract that a row can break. */
export interface RowCheck {
  readonly kind: RowFault;
  /** Whose cells it is about; of several columns (of a key, of a reference) the first. */
  readonly column: Column;
  /** All columns it is about. */
  readonly columns: readonly string[];
  /** The dataset that a row refers to, of a `reference`. */
  readonly dataset?: string;
}

/**
 * `empty`: a cell that must be given. `type`: not written as its type asks. `spaces`: begins or ends with a space. `value`: none
 * of those allowed. `state`: no word for a state. `year`, `half-year`, `quarter`, `month`: not the first day of one. `later`: after the last day that the figures cover. `duplicate`:
 * the key of an earlier row. `unique`: a value of an earlier row in a column without repetitions. `reference`: a value of no row
 * of another dataset. Of a report on a task: {@link ReportFault}.
 */
export type RowFault = CellFault | 'duplicate' | 'unique' | 'reference';

/** The fault of a cell by itself, without other rows. */
export type CellFault =
  | 'empty'
  | 'type'
  | 'spaces'
  | 'value'
  | 'state'
  | 'minimum'
  | 'maximum'
  | PeriodGrain
  | 'later'
  | ReportFault;

/** Every check of a contract; a row's faults are numbers in this list. */
export function rowChecks(contract: Contract): readonly RowCheck[] {
  const { columns, key, foreignKeys = [] } = contract;
  const columnOf = (name: string): Column => columns.find((column) => column.name === name)!;
  const cells = cellChecks(contract).map(({ kind, column, columns: about }) => ({
    kind,
    column,
    columns: about,
  }));
  const unique = columns.filter((column) => column.unique);
  return [
    ...cells,
    { kind: 'duplicate', column: columnOf(key[0]!), columns: key },
    ...unique.map((column) => ({ kind: 'unique' as const, column, columns: [column.name] })),
    ...foreignKeys.map(({ columns: names, references }) => ({
      kind: 'reference' as const,
      column: columnOf(names[0]!),
      columns: names,
      dataset: references.dataset,
    })),
  ];
}

/** Whether a column may have no empty cell: it says so, names or dates a row, or a public cube is built from it. */
export function isRequired({ name, required, confidential }: Column, { key, time, cube }: Contract): boolean {
  const needed = [...key, time.column, ...(cube ? [...cube.dimensions, ...cube.measures] : [])];
  return required === true || confidential === true || needed.includes(name);
}

/** A check of one cell in SQL. */
export interface CellCheck {
  readonly kind: CellFault;
  readonly column: Column;
  /** The columns that it is about: most often this one alone. */
  readonly columns: readonly string[];
  /** True where the cell breaks the promise; of several, the first counts. */
  readonly broken: string;
}

/** The text of a cell in SQL where its value goes by the column's own name. No name in a contract holds a colon. */
export function textName({ name, type }: Column): string {
  return type === 'VARCHAR' ? sqlName(name) : sqlName(`zj:${name}`);
}

/** The checks of cells, over a relation that has each cell's text and value. */
export function cellChecks(contract: Contract): readonly CellCheck[] {
  return contract.columns.flatMap((column) => [
    ...checkColumn(column, contract).map(([kind, broken]) => ({
      kind,
      column,
      columns: [column.name],
      broken,
    })),
    ...reportChecks(column, contract).map((one) => ({ ...one, column })),
  ]);
}

function checkColumn(column: Column, contract: Contract): readonly (readonly [CellFault, string])[] {
  const { name, type, values, minimum, maximum } = column;
  const [text, value] = [textName(column), sqlName(name)];
  const checks: [CellFault, string][] = [];
  if (isRequired(column, contract)) checks.push(['empty', `${text} IS NULL`]);
  if (type !== 'VARCHAR') checks.push(['type', misspeltSql(type, text, value)]);
  else if (!values)
    checks.push(['spaces', `regexp_matches(${text}, ${sqlText(`^[${blanks}]|[${blanks}]$`)})`]);
  if (values)
    checks.push([
      'value',
      unlistedSql(
        text,
        values.map((one) => one.value),
      ),
    ]);
  const states = stateColumnOf(contract);
  if (states?.column === name && type === 'VARCHAR')
    checks.push([
      'state',
      unlistedSql(
        text,
        stateWords(states).map(([word]) => word),
      ),
    ]);
  if (minimum !== undefined) checks.push(['minimum', `${value} < ${minimum}`]);
  if (maximum !== undefined) checks.push(['maximum', `${value} > ${maximum}`]);
  if (name === contract.time.column) {
    checks.push(['later', `${value} > ${sqlDay(contract.reportedThrough)}`]);
    const { time, fiscalStart = 1 } = contract;
    const { grain } = time;
    if (grain === 'month') checks.push(['month', `day(${value}) <> 1`]);
    else if (grain !== 'day') {
      const into = `(month(${value}) + ${12 - fiscalStart}) % ${monthsIn[grain]}`;
      checks.push([grain, `day(${value}) <> 1 OR ${into} <> 0`]);
    }
  }
  return checks;
}

/** That a cell is none of some words, in SQL. A long IN would be planned as a join, which loses the order of the file. */
function unlistedSql(text: string, words: readonly string[]): string {
  return `NOT list_contains([${words.map(sqlText).join(', ')}], ${text})`;
}
