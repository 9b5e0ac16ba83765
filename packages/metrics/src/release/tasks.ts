import type { Day } from '../base/day.js';
import { sqlDay, sqlName } from '../base/sql.js';
import type { Text } from '../base/text.js';
import { tableName, type Contract } from '../dataset/contract.js';
import { reportColumns, type TaskState } from '../dataset/task-reports.js';
import type { CallOptions, Engine } from '../engine/engine.js';
import { tableRows } from '../engine/table.js';
import type { Plan } from '../plan/plan.js';
import type { Manifest, PublishedDataset } from './manifest.js';
import { headOf } from './plan-head.js';
import { joinSources } from './recompute.js';
import type { StateChange, TaskReport, UnsealedTasks } from './tasks-file.js';

/** A release, as far as the reports on its tasks follow from it. */
export interface TasksRelease extends Pick<Manifest, 'asOf'> {
  readonly plan: Pick<Plan, 'id' | 'document' | 'areas' | 'taskReports' | 'safeguards' | 'organisations'>;
  readonly datasets: readonly Pick<PublishedDataset, 'contract' | 'rows'>[];
}

/** A row of the dataset. */
interface ReportRow {
  readonly task: string;
  readonly measure: number;
  readonly state: TaskState;
  readonly since: Day | null;
  readonly due?: Day | null;
  readonly note_zh?: string | null;
  readonly note_en?: string | null;
  readonly evidence?: string | null;
  readonly reported: Day;
  readonly reporter: string;
}

/**
 * Computes the tasks of a plan with the published reports on them (METHODS §11): `zj publish` writes exactly this, and a reader
 * computes exactly this again. Undefined where the plan names no dataset of reports. Throws as `engine.run`.
 *
 * @example
 * const tasks = await recomputeTasks(engine, manifest);
 */
export async function recomputeTasks(
  engine: Pick<Engine, 'run'>,
  { plan, datasets, asOf }: TasksRelease,
  call: Omit<CallOptions, 'onProgress'> = {},
): Promise<UnsealedTasks | undefined> {
  const dataset = datasets.find(({ contract }) => contract.id === plan.taskReports);
  if (!dataset) return undefined;
  const { contract, rows } = dataset;
  const reportedThrough = contract.reportedThrough < asOf ? contract.reportedThrough : asOf;
  const sql = reportsSql(contract, reportedThrough);
  const reports = tableRows(await engine.run(sql, call)) as unknown as readonly ReportRow[];
  const { columns } = contract;
  const labels = new Map(
    columns.find(({ name }) => name === 'reporter')?.values?.map(({ value, label }) => [value, label]),
  );
  const of = new Map<string, ReportRow[]>();
  for (const one of reports) {
    const key = `${one.task} ${one.measure}`;
    of.set(key, [...(of.get(key) ?? []), one]);
  }
  const latest = (task: string, measure: number): TaskReport | null => {
    const all = of.get(`${task} ${measure}`);
    return all ? tellLatest(all, labels) : null;
  };
  return {
    version: 1,
    kind: 'tasks',
    plan: headOf(plan),
    asOf,
    areas: plan.areas.map((area) => ({
      ...area,
      tasks: area.tasks.map(({ id, title, measures }) => ({
        id,
        title,
        report: latest(id, 0),
        measures: measures.map((text, i) => ({ text, report: latest(id, i + 1) })),
      })),
    })),
    safeguards: plan.safeguards,
    organisations: plan.organisations,
    dataset: contract.id,
    source: joinSources([contract.source]),
    demo: contract.demo !== undefined,
    reportedThrough,
    rows,
    sql,
  };
}

/** The statement that gives the reports up to a day, those on one measure one after another. */
function reportsSql(contract: Contract, through: Day): string {
  const there = new Set(contract.columns.map(({ name }) => name));
  const columns = reportColumns
    .filter(({ name }) => there.has(name))
    .map(({ name, type }) => (type === 'INTEGER' ? `CAST(${name} AS DOUBLE) AS ${name}` : name));
  return `SELECT ${columns.join(', ')}
FROM ${sqlName(tableName(contract))}
WHERE reported <= ${sqlDay(through)}
ORDER BY task, measure, reported`;
}

/** The last of the reports on one task or measure, in order of their days, with the changes that all of them tell. */
function tellLatest(all: readonly ReportRow[], labels: ReadonlyMap<string, Text>): TaskReport {
  const changes: StateChange[] = [];
  for (const { state, since, reported } of all) {
    const last = changes.at(-1);
    if (last?.state !== state) changes.push({ state, since, reported });
    else if (since !== null) changes[changes.length - 1] = { ...last, since };
  }
  const { state, due, note_zh: zh, note_en: en, evidence, reported, reporter } = all.at(-1)!;
  const note: Partial<Text> = { ...(zh && { zh }), ...(en && { en }) };
  return {
    state,
    ...(due && { due }),
    ...((zh ?? en) && { note: note as Text }),
    ...(evidence && { evidence }),
    reported,
    reporter: labels.get(reporter) ?? { zh: reporter },
    changes,
  };
}
