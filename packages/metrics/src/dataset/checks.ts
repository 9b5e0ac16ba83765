import { sqlDay, sqlName, sqlText } from '../sql.js';
import { tableName } from './contract.js';
import type { Column, ColumnType, Contract } from './contract.js';

/** One promise of a contract that a row can break. */
export interface RowCheck {
  readonly kind: RowFault;
  /** Whose cells it is about; `duplicate` is about the key's, and names its first column. */
  readonly column: Column;
}

/**
 * `empty`: a cell that must be given. `type`: not written as its type asks. `spaces`: begins or ends with a space. `value`: none of
 * those allowed. `month`: not the first of a month. `later`: after the last day that the figures cover. `duplicate`: the
 * key of an earlier row.
 */
export type RowFault =
  'empty' | 'type' | 'spaces' | 'value' | 'minimum' | 'maximum' | 'month' | 'later' | 'duplicate';

// No name in a contract holds a colon, so these are none of its own.
const faults = sqlName('zj:faults');
const hash = sqlName('zj:hash');
const rejects = sqlName('zj:rejects');

/** Every check of a contract; a row's faults are numbers in this list. */
export function rowChecks(contract: Contract): readonly RowCheck[] {
  const cells = contract.columns.flatMap((column) => cellChecks(column, contract));
  const column = contract.columns.find(({ name }) => name === contract.key[0])!;
  return [...cells.map(({ kind, column }) => ({ kind, column })), { kind: 'duplicate', column }];
}

/** Whether a column may have no empty cell: it says so, names or dates a row, or a public cube is built from it. */
export function isRequired({ name, required, confidential }: Column, { key, time, cube }: Contract): boolean {
  const needed = [...key, time.column, ...(cube ? [...cube.dimensions, ...cube.measures] : [])];
  return required === true || confidential === true || needed.includes(name);
}

/** A well-formed CSV file. */
export interface CsvInput {
  readonly path: string;
  /** Its columns in its own order. */
  readonly header: readonly string[];
  /** Whether cells hold line breaks: the engine does not always find such rows when it begins in several places. */
  readonly multiline: boolean;
}

/**
 * Reads a well-formed CSV file into the table of its dataset, each row with the numbers of its faults, and notes them
 * for {@link sampleSql}. Cells are read as text and cast here, because an engine's own cast takes more than a contract
 * does (`12.345` for two decimals). Of rows with the same key the first is kept.
 */
export function readingSql(contract: Contract, { path, header, multiline }: CsvInput): readonly string[] {
  const table = sqlName(tableName(contract));
  const checks = contract.columns.flatMap((column) => cellChecks(column, contract));
  const found = contract.columns.map((column) => {
    const own = checks.flatMap((check, code) =>
      check.column === column ? [`WHEN ${check.broken} THEN ${code}`] : [],
    );
    return own.length === 0 ? 'NULL' : `CASE ${own.join(' ')} END`;
  });
  const key = contract.key.map(sqlName).join(', ');
  return [
    `CREATE OR REPLACE TABLE ${table} AS
SELECT ${contract.columns.map((column) => `${cast(column)} AS ${sqlName(column.name)}`).join(',\n  ')},
  CASE WHEN coalesce(${found.join(',\n    ')}) IS NOT NULL
    THEN [${found.join(',\n    ')}] END AS ${faults}
FROM read_csv(${sqlText(path)}, columns = {${header.map((name) => `${sqlText(name)}: 'VARCHAR'`).join(', ')}},
  auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = '', parallel = ${!multiline}) AS raw`,
    `CREATE OR REPLACE TEMP TABLE ${rejects} AS
SELECT record, code, NULL::BIGINT AS earlier
FROM (SELECT rowid AS record, unnest(${faults}) AS code FROM ${table} WHERE ${faults} IS NOT NULL)
WHERE code IS NOT NULL`,
    // Comparing hashes first keeps the exact comparison to the few rows that may be equal.
    `INSERT INTO ${rejects}
WITH good AS (SELECT rowid AS "zj:record", ${key}, hash(${key}) AS ${hash} FROM ${table} WHERE ${faults} IS NULL),
  shared AS (SELECT ${hash} FROM good GROUP BY ${hash} HAVING count(*) > 1),
  same AS (
    SELECT "zj:record" AS record, min("zj:record") OVER (PARTITION BY ${key}) AS earlier
    FROM good WHERE ${hash} IN (SELECT ${hash} FROM shared)
  )
SELECT record, ${checks.length}, earlier FROM same WHERE record > earlier`,
  ];
}

/** How many rows were read, and how many of them have a fault: `rows`, `rejected`. */
export function countSql(contract: Contract): string {
  return `SELECT (SELECT count(*) FROM ${sqlName(tableName(contract))}) AS rows,
  (SELECT count(DISTINCT record) FROM ${rejects}) AS rejected`;
}

/**
 * The first faults of each check, in the order of the file: `record` counts well-formed rows from 0, `code` is a place in
 * {@link rowChecks}, `total` the faults of that check, `earlier` the row that has the key already. `key` is the text of
 * the {@link witnesses}, by which a row found in the file can be held against the engine's.
 */
export function sampleSql(contract: Contract, most: number): string {
  const key = witnesses(contract).map(sqlName).join(', ');
  return `SELECT record, code, earlier, total, key
FROM (
  SELECT *, count(*) OVER (PARTITION BY code) AS total FROM ${rejects}
  QUALIFY row_number() OVER (PARTITION BY code ORDER BY record) <= ${most}
) JOIN (SELECT rowid AS record, [${key}]::VARCHAR[] AS key FROM ${sqlName(tableName(contract))}) USING (record)
ORDER BY record, code`;
}

/** The columns of the key whose text in the engine is their text in the file. */
export function witnesses({ key, columns }: Contract): readonly string[] {
  return key.filter((name) => columns.find((column) => column.name === name)!.type === 'VARCHAR');
}

/** Takes the rejected rows out of the table of their dataset. */
export function keepingSql(contract: Contract): readonly string[] {
  const table = sqlName(tableName(contract));
  return [
    `DELETE FROM ${table} WHERE rowid IN (SELECT record FROM ${rejects})`,
    `ALTER TABLE ${table} DROP COLUMN ${faults}`,
    `DROP TABLE ${rejects}`,
  ];
}

interface CellCheck extends RowCheck {
  /** True where the cell breaks the promise; of several, the first counts. */
  readonly broken: string;
}

function cellChecks(column: Column, contract: Contract): readonly CellCheck[] {
  const { name, type, values, minimum, maximum } = column;
  const raw = `raw.${sqlName(name)}`;
  const checks: CellCheck[] = [];
  const check = (kind: RowFault, broken: string) => checks.push({ kind, column, broken });

  if (isRequired(column, contract)) check('empty', `${raw} IS NULL`);
  if (type !== 'VARCHAR') {
    check(
      'type',
      `NOT regexp_full_match(${raw}, ${sqlText(form(type))}) OR (${raw} IS NOT NULL AND ${cast(column)} IS NULL)`,
    );
    // The engine has a year 0, the calendar of days has none.
    if (type === 'DATE') check('type', `${raw} < '0001'`);
    if (type === 'DOUBLE') check('type', `NOT isfinite(${cast(column)})`);
  } else if (!values) {
    check('spaces', `${raw} <> trim(${raw}, ${sqlText(spaces)})`);
  }
  if (values) {
    // A long IN would be planned as a join, which loses the order of the file.
    check('value', `NOT list_contains([${values.map(({ value }) => sqlText(value)).join(', ')}], ${raw})`);
  }
  if (minimum !== undefined) check('minimum', `${cast(column)} < ${minimum}`);
  if (maximum !== undefined) check('maximum', `${cast(column)} > ${maximum}`);
  if (name === contract.time.column) {
    check('later', `${cast(column)} > ${sqlDay(contract.reportedThrough)}`);
    if (contract.time.grain === 'month') check('month', `day(${cast(column)}) <> 1`);
  }
  return checks;
}

function cast({ name, type }: Column): string {
  return type === 'VARCHAR' ? `raw.${sqlName(name)}` : `TRY_CAST(raw.${sqlName(name)} AS ${type})`;
}

/** Blanks that a person does not see and a spreadsheet leaves behind. */
const spaces = ' \t\r\n\u00a0\u200b\u3000\ufeff';

/** How the cells of a type are written; their range is left to the cast. */
function form(type: Exclude<ColumnType, 'VARCHAR'>): string {
  if (type === 'DATE') return '[0-9]{4}-[0-9]{2}-[0-9]{2}';
  if (type === 'BOOLEAN') return 'true|false';
  if (type === 'INTEGER') return '-?[0-9]+';
  if (type === 'DOUBLE') return '-?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?';
  const decimals = decimalsOf(type);
  return decimals === 0 ? '-?[0-9]+' : `-?[0-9]+([.][0-9]{1,${decimals}})?`;
}

/** Digits after the point that a type holds: 2 of `DECIMAL(18,2)`, none of `INTEGER`. */
export function decimalsOf(type: ColumnType): number {
  return Number(/^DECIMAL\(\d+,(\d+)\)$/.exec(type)?.[1] ?? 0);
}
