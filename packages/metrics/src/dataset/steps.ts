import { sqlName } from '../base/sql.js';
import { cellChecks, rowChecks, textName } from './checks.js';
import { figuredSql, meaningSql } from './missing.js';
import { hasMeans, meansColumn, tableName } from './contract.js';
import type { Contract } from './contract.js';
import { castSql, strictSql } from './spelling.js';

/** A table that a check makes in an engine's own memory: its name, and the SELECT whose rows it holds. */
export interface Step {
  readonly name: string;
  readonly select: string;
}

// No name in a contract holds a colon, so these are none of its own.
const checkedName = 'zj:checked';
const rejectsName = 'zj:rejects';
const faults = sqlName('zj:faults');
const [row, earlier] = [sqlName('zj:row'), sqlName('zj:earlier')];
const [checked, rejects] = [ownTable(checkedName), ownTable(rejectsName)];

/** A table in the engine's own memory, for any database in use. */
export function ownTable(name: string): string {
  return `memory.main.${sqlName(name)}`;
}

/** The tables of {@link checkSteps} that nobody needs when their dataset's own is made. */
export const passingTables: readonly string[] = [checkedName, rejectsName];

/**
 * The tables to make, one after another, to check rows against their contract; the last has the dataset's own name and
 * holds the rows that keep it. `raw` is a relation in SQL whose columns are the contract's, each VARCHAR and NULL where a
 * cell is empty, in the order of the file: a table, or `read_csv(…)`. Of rows with the same key the first is kept. The
 * datasets that a foreign key names must stand in memory already, as their own tables.
 *
 * @example
 * for (const { name, select } of checkSteps(contract, 'memory.main."zj:raw"')) await engine.build(name, select);
 */
export function checkSteps(contract: Contract, raw: string): readonly Step[] {
  const checks = cellChecks(contract);
  const codes = contract.columns.map(({ name }) => {
    const own = checks.flatMap(({ column, broken }, code) =>
      column.name === name ? [`WHEN ${broken} THEN ${code}`] : [],
    );
    return own.length === 0 ? 'NULL' : `CASE ${own.join(' ')} END`;
  });
  const names = namesOf(contract);
  return [
    {
      name: checkedName,
      select: `SELECT ${names}, CASE WHEN ${brokenSql(contract)}
    THEN [${codes.join(',\n    ')}] END AS ${faults}
FROM ${typedSql(contract, raw)}`,
    },
    { name: rejectsName, select: rejectsSql(contract) },
    {
      name: tableName(contract),
      select: `SELECT ${names} FROM ${checked} WHERE rowid NOT IN (SELECT record FROM ${rejects})`,
    },
  ];
}

/**
 * The rows of `raw` whose cells keep their contract, in one pass over them: where that is all rows, and {@link commonCountSql}
 * finds nothing among them in the dataset's own table, they are the rows that the last of {@link checkSteps} would hold.
 */
export function soundSql(contract: Contract, raw: string): string {
  return `SELECT ${namesOf(contract)} FROM ${typedSql(contract, raw)}\nWHERE (${brokenSql(contract)}) IS NOT true`;
}

/**
 * Whether rows of a dataset's own table may have faults together: `faults`, a DOUBLE, is 0 if they have none. Rows with different
 * hashes need no comparison.
 */
export function commonCountSql(contract: Contract, table = ownTable(tableName(contract))): string {
  const counts = rowChecks(contract).flatMap(({ kind, columns }) => {
    const { hash, given } = keySql(columns);
    if (kind === 'reference')
      return [`SELECT count(*) AS n FROM good WHERE ${referenceSql(contract, columns)}`];
    if (kind !== 'duplicate' && kind !== 'unique') return [];
    const same = `SELECT ${hash} FROM good WHERE ${given} GROUP BY ${hash} HAVING count(*) > 1`;
    return [`SELECT count(*) AS n FROM (${same})`];
  });
  return `WITH good AS (FROM ${table})
SELECT CAST(sum(n) AS DOUBLE) AS faults FROM (
${counts.join('\nUNION ALL\n')}
)`;
}

/** The last of {@link checkSteps} for an engine that may change its tables: it turns the checked rows into the kept ones. */
export function keepSql(contract: Contract): readonly string[] {
  const table = tableName(contract);
  return [
    `DELETE FROM ${checked} WHERE rowid IN (SELECT record FROM ${rejects})`,
    `ALTER TABLE ${checked} DROP COLUMN ${faults}`,
    `DROP TABLE IF EXISTS ${ownTable(table)}`,
    `ALTER TABLE ${checked} RENAME TO ${sqlName(table)}`,
    `DROP TABLE ${rejects}`,
  ];
}

/** How many rows were read, and how many of them have a fault: `rows`, `rejected`, both DOUBLE. */
export function countSql(): string {
  return `SELECT CAST((SELECT count(*) FROM ${checked}) AS DOUBLE) AS rows,
  CAST((SELECT count(DISTINCT record) FROM ${rejects}) AS DOUBLE) AS rejected`;
}

/**
 * The first faults of each check, in the order of the file: `record` counts rows from 0, `code` is a place in
 * {@link rowChecks}, `total` the faults of that check, `earlier` the row that has the key already; all DOUBLE. Then, as
 * `"0"`, `"1"` …, the texts of the {@link witnesses}, by which a row found in the file can be held against the engine's.
 */
export function sampleSql(contract: Contract, most: number): string {
  const numbers = ['record', 'code', 'earlier', 'total'].map(
    (name) => `CAST(first.${name} AS DOUBLE) AS ${name}`,
  );
  const texts = witnesses(contract).map((name, i) => `rows.${sqlName(name)} AS "${i}"`);
  return `SELECT ${[...numbers, ...texts].join(', ')}
FROM (
  SELECT *, count(*) OVER (PARTITION BY code) AS total FROM ${rejects}
  QUALIFY row_number() OVER (PARTITION BY code ORDER BY record) <= ${most}
) AS first JOIN ${checked} AS rows ON rows.rowid = first.record
ORDER BY first.record, first.code`;
}

/** The columns of the key whose text in the engine is their text in the file. */
export function witnesses({ key, columns }: Contract): readonly string[] {
  return key.filter((name) => columns.find((column) => column.name === name)!.type === 'VARCHAR');
}

/** The columns of a dataset's own table: beside each figure that has one, the meaning of its empty cells. */
function namesOf(contract: Contract): string {
  return contract.columns
    .flatMap((column) =>
      hasMeans(column, contract) ? [column.name, meansColumn(column.name)] : [column.name],
    )
    .map(sqlName)
    .join(', ');
}

/** Whether any cell of a row breaks its contract. */
function brokenSql(contract: Contract): string {
  return cellChecks(contract)
    .map(({ broken }) => broken)
    .join('\n    OR ');
}

/** The cells of a relation as texts and as values, with the meanings of those that are marks. */
function typedSql(contract: Contract, raw: string): string {
  const { columns, forms = [], missing = [] } = contract;
  const means = columns.filter((column) => hasMeans(column, contract)).map(({ name }) => meansColumn(name));
  const strict = columns.map((column) => {
    const text = figuredSql(column, contract, strictSql(column, contract));
    return `${text} AS ${sqlName(column.name)}`;
  });
  const meant = columns
    .filter((column) => hasMeans(column, contract))
    .map(({ name }) => `${meaningSql(name, missing)} AS ${sqlName(meansColumn(name))}`);
  const isPlain = forms.length === 0 && missing.length === 0;
  const texts = isPlain ? raw : `(SELECT ${[...strict, ...meant].join(', ')} FROM ${raw})`;
  const cells = columns.map((column) => {
    const [name, text] = [sqlName(column.name), textName(column)];
    return name === text ? name : `${name} AS ${text}, ${castSql(column, name)} AS ${name}`;
  });
  return `(SELECT ${[...cells, ...means.map(sqlName)].join(', ')} FROM ${texts})`;
}

/** The faults of all rows. Faults between rows are looked for among those whose own cells are right. */
function rejectsSql(contract: Contract): string {
  return `WITH good AS (SELECT rowid AS ${row}, * FROM ${checked} WHERE ${faults} IS NULL)
SELECT record, code, NULL::BIGINT AS earlier
FROM (SELECT rowid AS record, unnest(${faults}) AS code FROM ${checked} WHERE ${faults} IS NOT NULL)
WHERE code IS NOT NULL
UNION ALL
${commonSql(contract)}`;
}

/** The faults that rows called `good` have only together with others. */
function commonSql(contract: Contract): string {
  const parts = rowChecks(contract).flatMap(({ kind, columns }, code) => {
    const { names, hash, given } = keySql(columns);
    if (kind === 'reference')
      return [`SELECT ${row}, ${code}, NULL FROM good WHERE ${referenceSql(contract, columns)}`];
    if (kind !== 'duplicate' && kind !== 'unique') return [];
    // Comparing hashes first keeps the exact comparison to the few rows that may be equal.
    return [
      `SELECT ${row}, ${code}, ${earlier}
FROM (
  SELECT ${row}, min(${row}) OVER (PARTITION BY ${names.join(', ')}) AS ${earlier} FROM good
  WHERE ${given} AND ${hash} IN (SELECT ${hash} FROM good GROUP BY ${hash} HAVING count(*) > 1)
)
WHERE ${row} > ${earlier}`,
    ];
  });
  return parts.join('\nUNION ALL\n');
}

/** Columns of `good`: their names, a hash of their values, and whether all of them are filled. */
function keySql(columns: readonly string[]): {
  readonly names: readonly string[];
  readonly hash: string;
  readonly given: string;
} {
  const names = columns.map((name) => `good.${sqlName(name)}`);
  return {
    names,
    hash: `hash(${names.join(', ')})`,
    given: names.map((name) => `${name} IS NOT NULL`).join(' AND '),
  };
}

/** Whether a row of `good` refers by these columns to one that is not there. */
function referenceSql({ foreignKeys = [] }: Contract, columns: readonly string[]): string {
  const { names, given } = keySql(columns);
  const { references } = foreignKeys.find((one) => one.columns === columns)!;
  const equal = references.columns.map((name, i) => `other.${sqlName(name)} = ${names[i]!}`);
  const other = ownTable(tableName({ id: references.dataset }));
  return `${given} AND NOT EXISTS (FROM ${other} AS other WHERE ${equal.join(' AND ')})`;
}
