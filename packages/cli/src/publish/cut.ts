import { sqlDay, sqlName, tableName } from '@zj/metrics/sql';
import type { Contract, Day, Problem } from '@zj/metrics';
import { monthsIn, ownTable, problem, say } from '@zj/metrics/internal';
import type { Workbench } from '@zj/metrics/node';
import type { ReadDataset } from './reading.js';

/**
 * A dataset as it was known at the end of a day: without the rows of periods that end later, and reported through that day at
 * most, so that a release and everything computed from it judge alike.
 */
export async function cutDataset(
  workbench: Workbench,
  dataset: ReadDataset,
  asOf: Day,
): Promise<{ readonly dataset: ReadDataset; readonly notes: readonly Problem[] }> {
  const { contract, file, rows } = dataset;
  if (contract.reportedThrough <= asOf) return { dataset, notes: [] };
  const table = ownTable(tableName(contract));
  const time = sqlName(contract.time.column);
  const { grain } = contract.time;
  // Rows are dated by the first day of their period.
  const last = grain === 'day' ? time : `last_day(${time} + to_months(${monthsIn[grain] - 1}))`;
  const later = `${last} > ${sqlDay(asOf)}`;
  const [found] = await workbench.rows(`SELECT count(*) AS n FROM ${table} WHERE ${later}`);
  const cut = Number(found!.n);
  // Rows keep their order in a copy, which they might not where some are deleted.
  if (cut > 0)
    await workbench.execute(
      `CREATE OR REPLACE TABLE ${table} AS SELECT * FROM ${table} WHERE (${later}) IS NOT TRUE`,
    );
  return {
    dataset: {
      ...dataset,
      contract: cutContract(contract, asOf),
      rows: { ...rows, read: rows.read - cut, kept: rows.kept - cut },
    },
    notes: cut > 0 ? [leftOut(file, cut, asOf)] : [],
  };
}

/** The declared next update follows the later rows: that of the earlier day is unknown. */
function cutContract(contract: Contract, reportedThrough: Day): Contract {
  const known = Object.entries({ ...contract, reportedThrough }).filter(([key]) => key !== 'nextUpdate');
  return Object.fromEntries(known) as unknown as Contract;
}

function leftOut(file: string, rows: number, asOf: Day): Problem {
  const message =
    rows === 1
      ? say`1 row is left out: its period ends after ${asOf}.`
      : say`${rows} rows are left out: their periods end after ${asOf}.`;
  const remedy = say`To include them, judge on a later day with --as-of.`;
  return problem({ code: 'cut', where: file, message, remedy });
}
