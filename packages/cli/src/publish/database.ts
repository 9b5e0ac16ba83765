import { publishedColumns, sqlName, sqlText, tableName } from '@zj/metrics/sql';
import type { Contract, CubeReport, Problem, PublishedDataset } from '@zj/metrics';
import {
  buildCube,
  isOverflow,
  mostListed,
  ownTable,
  problem,
  say,
  type CubeContract,
  type CubeOutcome,
} from '@zj/metrics/internal';
import type { Workbench } from '@zj/metrics/node';
import { overflowProblem } from './computing.js';
import type { ReadDataset } from './reading.js';
import { digestTable } from './digest.js';
import { formatPeriod } from './warning.js';

/** The name under which a workbench knows the database that is published. */
const release = 'release';

/**
 * Opens an empty database in the workbench for the published tables: a file that engines from v1.2.0 on can read, or one in
 * memory where nothing is to be written.
 */
export async function attachRelease(workbench: Workbench, path?: string): Promise<void> {
  const target =
    path === undefined
      ? `':memory:' AS ${release}`
      : `${sqlText(path)} AS ${release} (STORAGE_VERSION 'v1.2.0')`;
  await workbench.execute(`ATTACH ${target}`);
}

/** Lets names in SQL mean the published tables, or the rows they were made of. */
export async function useTables(workbench: Workbench, which: 'published' | 'rows'): Promise<void> {
  await workbench.execute(`USE ${which === 'published' ? release : 'memory'}`);
}

/** Writes everything to the file and lets go of it. */
export async function detachRelease(workbench: Workbench): Promise<void> {
  await workbench.execute(`CHECKPOINT ${release}`);
  await workbench.execute(`DETACH ${release}`);
}

/**
 * Publishes a dataset's table from its rows in the workbench: its public cube, or the rows of a register in the order of
 * time and key. Problems are those times whose rows together are not safe to publish.
 */
export async function publishDataset(
  workbench: Workbench,
  { contract, file, rows }: ReadDataset,
  scratch: string,
): Promise<{ readonly dataset?: PublishedDataset; readonly problems: readonly Problem[] }> {
  const table = tableName(contract);
  const target = `${release}.${sqlName(table)}`;
  let cube: CubeOutcome | undefined;
  try {
    if (isCube(contract)) cube = await buildCube(workbench, contract, target);
  } catch (error) {
    if (!isOverflow(error)) throw error;
    const remedy = say`Give the measures of its cube fewer digits in the contract, such as DECIMAL(18,2).`;
    return { problems: [overflowProblem(file, say`The dataset ${contract.id}`, remedy)] };
  }
  if (cube && cube.unsafe.length > 0) return { problems: unsafeProblems(cube, contract, file) };
  if (!cube) await copyRegister(workbench, contract, target);
  await workbench.execute(`COMMENT ON TABLE ${target} IS ${sqlText(commentOf(contract))}`);

  await useTables(workbench, 'published');
  const digest = await digestTable(workbench, { table, columns: publishedColumns(contract), scratch });
  const [count] = await workbench.rows(`SELECT count(*) AS n FROM ${target}`);
  await useTables(workbench, 'rows');
  return {
    dataset: {
      contract: publicContract(contract),
      table,
      rows,
      published: count!.n as number,
      digest,
      ...(cube && { cube: reportOf(cube) }),
    },
    problems: [],
  };
}

/** The dataset's name in each language that it has. */
function commentOf({ name: { zh, en }, demo }: Contract): string {
  return [
    ...(zh === undefined ? [] : [`${zh}${demo ? '（示例数据）' : ''}`]),
    ...(en === undefined ? [] : [`${en}${demo ? ' (demo data)' : ''}`]),
  ].join(' / ');
}

function isCube(contract: Contract): contract is CubeContract {
  return contract.cube !== undefined;
}

function reportOf({ cells, merged, published, contributors, dominance }: CubeOutcome): CubeReport {
  return { cells, merged, published, contributors, dominance };
}

/** The contract as given, without its confidential columns. */
function publicContract(contract: Contract): Contract {
  return { ...contract, columns: contract.columns.filter(({ confidential }) => !confidential) };
}

/** Writes the rows of a register in the order of time and key. */
async function copyRegister(workbench: Workbench, contract: Contract, target: string): Promise<void> {
  const order = [...new Set([contract.time.column, ...contract.key])].map(sqlName).join(', ');
  const rows = ownTable(tableName(contract));
  // Most files are kept in that order, and looking is much cheaper than sorting.
  const [found] = await workbench.rows(
    `SELECT count(*) AS n FROM (SELECT (${order}, 0) AS here, lag((${order}, 0)) OVER () AS before FROM ${rows}) WHERE here <= before`,
  );
  const columns = publishedColumns(contract).map(sqlName).join(', ');
  const sort = found!.n === 0 ? '' : ` ORDER BY ${order}`;
  await workbench.execute(`CREATE TABLE ${target} AS SELECT ${columns} FROM ${rows}${sort}`);
}

function unsafeProblems(
  { unsafe, contributors, dominance }: CubeOutcome,
  contract: Contract,
  file: string,
): readonly Problem[] {
  const { id, time } = contract;
  const rule = say`fewer than ${contributors} contributors, or one with more than ${100 * dominance} % of the total`;
  const leave = {
    day: say`Leave this day out until more is reported, or publish ${id} by longer periods.`,
    quarter: say`Leave this quarter out until more is reported, or publish ${id} by longer periods.`,
    'half-year': say`Leave this half-year out until more is reported, or publish ${id} by longer periods.`,
    month: say`Leave this month out until more is reported, or publish ${id} by longer periods.`,
    year: say`Leave this year out until more is reported, or publish ${id} by longer periods.`,
  };
  const problems = unsafe.slice(0, mostListed).map((day) => {
    // A year is told by its first day.
    const period = time.grain === 'year' ? day : formatPeriod(day, contract);
    return problem({
      code: 'unsafe-time',
      where: file,
      message: say`All rows of ${period} together have ${rule}: not even their sum may be published.`,
      remedy: leave[time.grain],
    });
  });
  if (unsafe.length <= mostListed) return problems;
  const total = unsafe.length;
  const message = {
    day: say`In all, ${total} days cannot be published; the first ${mostListed} are listed.`,
    quarter: say`In all, ${total} quarters cannot be published; the first ${mostListed} are listed.`,
    'half-year': say`In all, ${total} half-years cannot be published; the first ${mostListed} are listed.`,
    month: say`In all, ${total} months cannot be published; the first ${mostListed} are listed.`,
    year: say`In all, ${total} years cannot be published; the first ${mostListed} are listed.`,
  }[time.grain];
  const remedy = say`Publish ${id} by longer periods.`;
  return [...problems, problem({ code: 'unsafe-time', where: file, message, remedy })];
}
