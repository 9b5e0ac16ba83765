import { join } from 'node:path';
import { basesOf, monthsIn, ownTable, periodStart, problem, say } from '@zj/metrics/internal';
import { compileQuery, sqlName, tableName } from '@zj/metrics/sql';
import type { Contract, Day, Metric, Problem } from '@zj/metrics';
import type { Workbench } from '@zj/metrics/node';
import { findOutliers } from './outliers.js';
import type { Prepared } from './prepare.js';
import type { ReadDataset } from './reading.js';
import { locateWarnings } from './telling.js';
import { formatPeriod, type Warning } from './warning.js';

/** All that publishing warns of, found in the rows of the workbench. Places are those of the files as they were named. */
export async function findWarnings(workbench: Workbench, prepared: Prepared): Promise<readonly Warning[]> {
  const { metrics, datasets, source } = prepared;
  const spans = new Map<string, Span>();
  for (const { contract } of datasets) spans.set(contract.id, await readSpan(workbench, contract));
  const found = [
    ...datasets.flatMap((dataset) => warnOfLate(dataset, spans.get(dataset.contract.id)!)),
    ...(await warnOfEmpty(workbench, prepared)),
    ...warnOfEarly(prepared, spans),
  ];
  const warnings: Warning[] = [...locateWarnings(found, source)];
  for (const dataset of datasets) warnings.push(...(await findOutliers(workbench, dataset, metrics)));
  return warnings;
}

/** The first days of the first and the last period with rows; null where there are no rows. */
interface Span {
  readonly first: Day | null;
  readonly last: Day | null;
}

async function readSpan(workbench: Workbench, contract: Contract): Promise<Span> {
  const time = sqlName(contract.time.column);
  const [span] = await workbench.rows(
    `SELECT CAST(min(${time}) AS VARCHAR) AS first, CAST(max(${time}) AS VARCHAR) AS last FROM ${ownTable(tableName(contract))}`,
  );
  return span as unknown as Span;
}

/** So many periods without rows are no surprise: the latest figures are often late. */
const mostLate = 3;

function warnOfLate({ contract, contractFile }: ReadDataset, { last }: Span): readonly Problem[] {
  const { id, time, reportedThrough, omits = [] } = contract;
  const { grain } = time;
  if (grain === 'day' || last === null) return [];
  const step = monthsIn[grain];
  const months: number[] = [];
  for (let at = monthOf(last) + step; endOf(at, step) <= reportedThrough; at += step) months.push(at);
  const late = months.filter((at) => grain !== 'month' || !omits.includes((at % 12) + 1)).length;
  if (late <= mostLate) return [];
  const so = say`The figures of ${id} cover the days up to ${reportedThrough}, but the last row is of ${formatPeriod(last, contract)}`;
  return [
    problem({
      code: 'late-rows',
      where: `${contractFile} $.reportedThrough`,
      message: {
        month: say`${so}: ${late} months have no rows.`,
        quarter: say`${so}: ${late} quarters have no rows.`,
        'half-year': say`${so}: ${late} half-years have no rows.`,
        year: say`${so}: ${late} years have no rows.`,
      }[grain],
      remedy: say`Add the missing rows, or write the last day with complete figures.`,
    }),
  ];
}

/** Months since the year 0. */
function monthOf(day: Day): number {
  return 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1;
}

/** The last day of a period of so many months that begins with a month. */
function endOf(month: number, step: number): Day {
  const last = month + step - 1;
  const end = new Date(0);
  end.setUTCFullYear(Math.floor(last / 12), (last % 12) + 1, 0);
  return end.toISOString().slice(0, 10);
}

async function warnOfEmpty(
  workbench: Workbench,
  { metrics, datasets, source }: Prepared,
): Promise<readonly Problem[]> {
  const warnings: Problem[] = [];
  for (const [i, metric] of metrics.entries()) {
    const dataset = datasets.find(({ contract }) => contract.id === metric.dataset);
    if (!dataset || !metric.where?.length || dataset.rows.kept === 0) continue;
    // The conditions of every metric are those of a count of rows.
    const { id, name, description, unit, where } = metric;
    const counted: Metric = {
      id,
      name,
      description,
      unit,
      where,
      dataset: metric.dataset!,
      measure: { count: 'rows' },
    };
    const contract = withoutGuards(dataset.contract);
    const { sql } = compileQuery({ metric: id }, { metrics: [counted], datasets: [{ contract }] });
    const [found] = await workbench.rows(sql);
    if (found?.value) continue;
    warnings.push(
      problem({
        code: 'no-rows-selected',
        where: `${join(source.folder, 'metrics.json')} $.metrics[${i}].where`,
        message: say`The metric ${id} selects no row of ${contract.id}.`,
        remedy: say`Check that its conditions are spelt like the data, and do not contradict each other.`,
      }),
    );
  }
  return warnings;
}

/** Of the rows themselves anything may be asked here: no figure leaves this machine, and no row is counted twice. */
function withoutGuards(contract: Contract): Contract {
  const columns = contract.columns.map((column) => ({ ...column, confidential: false, overlapping: false }));
  const open = Object.entries({ ...contract, columns }).filter(([key]) => key !== 'cube');
  return Object.fromEntries(open) as unknown as Contract;
}

function warnOfEarly(
  { plan, metrics, datasets, asOf, source }: Prepared,
  spans: ReadonlyMap<string, Span>,
): readonly Problem[] {
  const known = new Map(metrics.map((metric) => [metric.id, metric]));
  return plan.goals.flatMap((goal, i) => {
    const used = new Set(basesOf(goal.metric, known).map(({ dataset }) => dataset));
    return datasets
      .filter(({ contract }) => used.has(contract.id))
      .flatMap(({ contract }): readonly Problem[] => {
        const { first } = spans.get(contract.id)!;
        const { time, fiscalStart } = contract;
        // Of events, not every month's first day has one.
        const periods = { grain: time.grain === 'day' ? 'month' : time.grain, fiscalStart } as const;
        const { start } = goal.period;
        const isEarly =
          first === null ? start <= asOf : periodStart(start, periods) < periodStart(first, periods);
        if (!isEarly) return [];
        const data =
          first === null
            ? say`${contract.id} has no row at all up to ${asOf}`
            : say`the first row of ${contract.id} is of ${formatPeriod(first, contract)}`;
        return [
          problem({
            code: 'before-all-data',
            where: `${join(source.folder, 'plan.json')} $.goals[${i}].period.start`,
            message: say`The goal ${goal.id} begins on ${goal.period.start}, before all data: ${data}.`,
            remedy: say`Add the rows from its beginning on; without them its figure lacks these periods.`,
          }),
        ];
      });
  });
}
