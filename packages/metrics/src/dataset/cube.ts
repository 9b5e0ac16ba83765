import type { Day } from '../base/day.js';
import { sqlName } from '../base/sql.js';
import { tableName } from './contract.js';
import type { Contract, Cube } from './contract.js';
import { decimalsOf } from './spelling.js';

/** The runner of the statements, such as a workbench. */
export interface SqlRunner {
  /** Runs statements. */
  execute(sql: string): Promise<unknown>;
  /** The rows of a statement. */
  rows(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

/** The numbers of a dataset's cells, and the times that cannot be published at all. */
export interface CubeOutcome {
  /** Cells at the declared grain. */
  readonly cells: number;
  /** Cells of them that were merged to be safe. */
  readonly merged: number;
  /** Cells published. */
  readonly published: number;
  readonly contributors: number;
  readonly dominance: number;
  /** Times whose rows together are not safe: nothing may be published of them. */
  readonly unsafe: readonly Day[];
}

/** A contract that publishes its cube. */
export type CubeContract = Contract & { readonly cube: Cube };

// No name in a contract holds a colon, so these are none of its own.
const leaves = sqlName('zj:leaves');
const active = sqlName('zj:active');
const [leaf, depth, unsafe, size, role, contributor] = [
  'leaf',
  'depth',
  'unsafe',
  'size',
  'role',
  'contributor',
].map((name) => sqlName(`zj:${name}`)) as [string, string, string, string, string, string];

/**
 * Builds the public cube of a confidential dataset from the table of its rows (METHODS §7), as a table `target`: time,
 * dimensions (NULL where merged), measures, `contributors`. Nothing is written where a time itself is unsafe.
 *
 * A cell is safe when it is safe for each measure: each confidential column has enough distinct values that add something
 * other than zero to it, and none of them more than the allowed share of its magnitude. `contributors` is the smallest of
 * these counts. From the last dimension upward the unsafe cells below one parent are pooled, and the
 * pool takes in its smallest sibling until it is safe; where no sibling is left, the whole parent is pooled one dimension
 * higher. Published cells share no rows, so whatever is added or subtracted is again made of safe cells.
 */
export async function buildCube(
  runner: SqlRunner,
  contract: CubeContract,
  target: string,
): Promise<CubeOutcome> {
  const { cube, time } = contract;
  const { contributors = 3, dominance = 0.85 } = cube;
  await runner.execute(leavesSql(contract));
  const pending = async (condition = 'true') => {
    const [row] = await runner.rows(`SELECT count(*) AS n FROM ${leaves} WHERE ${unsafe} AND ${condition}`);
    return Number(row!.n) > 0;
  };
  for (let level = cube.dimensions.length; level > 0 && (await pending()); level--) {
    for (const sql of poolSql(contract, level)) await runner.execute(sql);
    await runner.execute(judgeSql(contract, level));
    while (await pending(siblingSql(contract, level))) {
      await runner.execute(absorbSql(contract, level));
      await runner.execute(judgeSql(contract, level));
    }
  }
  const days = await runner.rows(
    `SELECT DISTINCT CAST(${sqlName(time.column)} AS VARCHAR) AS day FROM ${leaves} WHERE ${unsafe} ORDER BY day`,
  );
  if (days.length === 0) await runner.execute(publishSql(contract, target));
  const [report] = await runner.rows(reportSql(contract));
  await runner.execute(`DROP TABLE ${leaves}`);
  await runner.execute(`DROP TABLE IF EXISTS ${active}`);
  return {
    cells: Number(report!.cells),
    merged: Number(report!.merged),
    published: days.length === 0 ? Number(report!.published) : 0,
    contributors,
    dominance,
    unsafe: days.map(({ day }) => day as Day),
  };
}

/** Time and the first dimensions: the key of a level's cells. */
function coordinates({ time, cube }: CubeContract, dimensions = cube.dimensions.length): readonly string[] {
  return [time.column, ...cube.dimensions.slice(0, dimensions)].map(sqlName);
}

function confidentialColumns({ columns }: Contract): readonly string[] {
  return columns.filter(({ confidential }) => confidential).map(({ name }) => sqlName(name));
}

/**
 * The amount that each contributor adds to each cell, for each confidential column on its own. `whole`: the cells are of the
 * declared grain.
 */
function contributionsSql(
  contract: CubeContract,
  { by, from, whole }: { readonly by: readonly string[]; readonly from: string; readonly whole: boolean },
): string {
  const { cube, key } = contract;
  const parts = confidentialColumns(contract).map((column, index) => {
    // Does the key leave one row for a contributor in a cell? Then there is nothing to sum, and no need to group.
    const single =
      whole && key.every((name) => sqlName(name) === column || coordinates(contract).includes(sqlName(name)));
    const measures = cube.measures.map((name) =>
      single ? sqlName(name) : `sum(${sqlName(name)}) AS ${sqlName(name)}`,
    );
    return `SELECT ${[...by, `${index} AS ${role}`, `${column} AS ${contributor}`, ...measures].join(', ')}
  FROM ${from}${single ? '' : `\n  GROUP BY ${[...by, column].join(', ')}`}`;
  });
  return parts.join('\n  UNION ALL\n  ');
}

/** How many of a group of contributions, one row a contributor, add to each measure: the smallest of these numbers. */
function contributorsSql({ measures }: Cube): string {
  const counts = measures.map(
    (name) => `count(*) FILTER (${contributor} IS NOT NULL AND ${sqlName(name)} <> 0)`,
  );
  return counts.length === 1 ? counts[0]! : `least(${counts.join(', ')})`;
}

/** Whether a group of contributions, one row a contributor, is unsafe. */
function unsafeSql(cube: Cube): string {
  const { contributors = 3, dominance = 0.85, measures } = cube;
  const dominated = measures.map((name) => {
    const amount = `abs(${sqlName(name)})`;
    return `CAST(max(${amount}) AS DOUBLE) > ${dominance} * CAST(sum(${amount}) AS DOUBLE)`;
  });
  return [`${contributorsSql(cube)} < ${contributors}`, ...dominated].join(' OR ');
}

/** The cells at the declared grain, as they are published if safe. `depth` is how many dimensions a cell is published by. */
function leavesSql(contract: CubeContract): string {
  const { cube } = contract;
  const by = coordinates(contract).join(', ');
  const measures = cube.measures.map(sqlName);
  return `CREATE OR REPLACE TEMP TABLE ${leaves} AS
WITH contributions AS (
  ${contributionsSql(contract, { by: coordinates(contract), from: sqlName(tableName(contract)), whole: true })}
), judged AS (
  SELECT ${by}, ${measures.map((name) => `sum(${name}) AS ${name}`).join(', ')}, ${contributorsSql(cube)} AS contributors,
    ${unsafeSql(cube)} AS ${unsafe}, sum(abs(${measures[0]!})) AS ${size}
  FROM contributions GROUP BY ${by}, ${role}
)
SELECT row_number() OVER (ORDER BY ${by}) AS ${leaf}, ${by}, ${measures.map((name) => `any_value(${name}) AS ${name}`).join(', ')},
  min(contributors) AS contributors, max(${size}) AS ${size}, bool_or(${unsafe}) AS ${unsafe},
  ${cube.dimensions.length} AS ${depth}
FROM judged GROUP BY ${by}`;
}

/** Pools the unsafe cells of a level, and lays out the amounts that the contributors of their parents add to each cell. */
function poolSql(contract: CubeContract, level: number): readonly string[] {
  const parent = coordinates(contract, level - 1).join(', ');
  const by = coordinates(contract).join(', ');
  const rows = `(
    SELECT * FROM ${sqlName(tableName(contract))} JOIN (
      SELECT ${leaf}, ${by} FROM ${leaves}
      WHERE (${parent}) IN (SELECT (${parent}) FROM ${leaves} WHERE ${unsafe})
    ) USING (${by})
  )`;
  return [
    `UPDATE ${leaves} SET ${depth} = ${level - 1} WHERE ${unsafe}`,
    `CREATE OR REPLACE TEMP TABLE ${active} AS\n  ${contributionsSql(contract, { by: [leaf], from: rows, whole: true })}`,
  ];
}

/** Judges the pools of a level again. */
function judgeSql(contract: CubeContract, level: number): string {
  const { cube } = contract;
  const parent = coordinates(contract, level - 1);
  const measures = cube.measures.map((name) => `sum(${sqlName(name)}) AS ${sqlName(name)}`);
  return `UPDATE ${leaves} SET ${unsafe} = pools.${unsafe}
FROM (
  SELECT ${parent.join(', ')}, bool_or(${unsafe}) AS ${unsafe}
  FROM (
    SELECT ${parent.join(', ')}, ${unsafeSql(cube)} AS ${unsafe}
    FROM (
      SELECT ${[...parent, role, contributor, ...measures].join(', ')}
      FROM ${active}
      JOIN (SELECT ${[leaf, ...parent].join(', ')} FROM ${leaves} WHERE ${depth} = ${level - 1}) USING (${leaf})
      GROUP BY ${[...parent, role, contributor].join(', ')}
    )
    GROUP BY ${[...parent, role].join(', ')}
  )
  GROUP BY ${parent.join(', ')}
) AS pools
WHERE ${depth} = ${level - 1} AND ${parent.map((name) => `${leaves}.${name} = pools.${name}`).join(' AND ')}`;
}

/** Whether a pool of a level has siblings left that are published by that level's dimension. */
function siblingSql(contract: CubeContract, level: number): string {
  const parent = coordinates(contract, level - 1).join(', ');
  return `${depth} = ${level - 1} AND (${parent}) IN (SELECT (${parent}) FROM ${leaves} WHERE ${depth} >= ${level})`;
}

/** Takes into each unsafe pool its smallest sibling, with all that is published below it. */
function absorbSql(contract: CubeContract, level: number): string {
  const parent = coordinates(contract, level - 1).join(', ');
  const child = coordinates(contract, level).join(', ');
  return `UPDATE ${leaves} SET ${depth} = ${level - 1}, ${unsafe} = true
WHERE (${child}) IN (
  SELECT (${child}) FROM ${leaves}
  WHERE ${depth} >= ${level} AND (${parent}) IN (SELECT (${parent}) FROM ${leaves} WHERE ${depth} = ${level - 1} AND ${unsafe})
  GROUP BY ${child}
  QUALIFY row_number() OVER (PARTITION BY ${parent} ORDER BY sum(${size}), ${child}) = 1
)`;
}

/** Cells that stay as they are need not be summed again; the others are, from their rows. */
function publishSql(contract: CubeContract, target: string): string {
  const { cube, columns } = contract;
  const all = cube.dimensions.length;
  const [time, ...dimensions] = coordinates(contract) as [string, ...string[]];
  const measures = cube.measures.map(sqlName);
  const shown = dimensions.map((name, index) => `CASE WHEN ${depth} > ${index} THEN ${name} END AS ${name}`);
  // A sum of whole numbers is as exact as one of decimals, in a type that every engine reads.
  const exact = cube.measures.map((name) => {
    const { type } = columns.find((column) => column.name === name)!;
    return `CAST(${sqlName(name)} AS DECIMAL(38,${decimalsOf(type)})) AS ${sqlName(name)}`;
  });
  const cell = [time, ...dimensions].join(', ');
  const pooled = `(
    SELECT ${[time, ...shown, ...measures, ...confidentialColumns(contract)].join(', ')}
    FROM ${sqlName(tableName(contract))} JOIN (SELECT ${cell}, ${depth} FROM ${leaves} WHERE ${depth} < ${all}) USING (${cell})
  )`;
  return `CREATE TABLE ${target} AS
WITH contributions AS (
  ${contributionsSql(contract, { by: [time, ...dimensions], from: pooled, whole: false })}
), counted AS (
  SELECT ${cell}, ${measures.map((name) => `sum(${name}) AS ${name}`).join(', ')}, ${contributorsSql(cube)} AS contributors
  FROM contributions GROUP BY ${cell}, ${role}
)
SELECT ${[cell, ...exact].join(', ')}, CAST(contributors AS INTEGER) AS contributors
FROM (
  SELECT ${[cell, ...measures].join(', ')}, contributors FROM ${leaves} WHERE ${depth} = ${all}
  UNION ALL
  SELECT ${[cell, ...measures.map((name) => `any_value(${name})`)].join(', ')}, min(contributors)
  FROM counted GROUP BY ${cell}
)
ORDER BY ${[time, ...dimensions].map((name) => `${name} NULLS LAST`).join(', ')}`;
}

function reportSql(contract: CubeContract): string {
  const all = contract.cube.dimensions.length;
  const [time, ...dimensions] = coordinates(contract);
  const shown = dimensions.map((name, index) => `CASE WHEN ${depth} > ${index} THEN ${name} END`);
  return `SELECT count(*) AS cells, count(*) FILTER (${depth} < ${all}) AS merged,
  count(DISTINCT (${[time!, ...shown].join(', ')})) AS published
FROM ${leaves}`;
}
