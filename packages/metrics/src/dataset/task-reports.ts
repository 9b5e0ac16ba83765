import { sqlDay, sqlName, sqlText } from '../base/sql.js';
import type { Plan } from '../plan/plan.js';
import type { Column, ColumnType, ColumnValue, Contract, PlannedTasks } from './contract.js';

/** How far a task or a measure is. */
export type TaskState = 'not-started' | 'under-way' | 'done' | 'stopped';

/** The states that a report may tell, in their order, each with its words. */
export const taskStates: readonly (ColumnValue & { readonly value: TaskState })[] = [
  { value: 'not-started', label: { zh: '未开始', en: 'Not started' } },
  { value: 'under-way', label: { zh: '进行中', en: 'Under way' } },
  { value: 'done', label: { zh: '已完成', en: 'Done' } },
  { value: 'stopped', label: { zh: '已停止', en: 'Stopped' } },
];

/** The columns of a dataset of reports on tasks. */
export const reportColumns: readonly {
  readonly name: string;
  readonly type: ColumnType;
  /** `given`: in every row; `there`: the column exists; `may`: it may be absent. */
  readonly need: 'given' | 'there' | 'may';
}[] = [
  { name: 'task', type: 'VARCHAR', need: 'given' },
  { name: 'measure', type: 'INTEGER', need: 'given' },
  { name: 'state', type: 'VARCHAR', need: 'given' },
  { name: 'since', type: 'DATE', need: 'there' },
  { name: 'due', type: 'DATE', need: 'may' },
  { name: 'note_zh', type: 'VARCHAR', need: 'may' },
  { name: 'note_en', type: 'VARCHAR', need: 'may' },
  { name: 'evidence', type: 'VARCHAR', need: 'may' },
  { name: 'reported', type: 'DATE', need: 'given' },
  { name: 'reporter', type: 'VARCHAR', need: 'given' },
];

/** The columns that name a report: no measure is reported on twice on one day. */
export const reportKey: readonly string[] = ['task', 'measure', 'reported'];

/**
 * The contract of the reports on a plan's tasks, by which their rows are checked: with the tasks of the plan, their measures and its
 * days, and the words of the states.
 */
export function contractOfReports(
  contract: Contract,
  { areas, document }: Pick<Plan, 'areas' | 'document'>,
): Contract {
  const tasks = areas.flatMap((area) => area.tasks);
  const planned: PlannedTasks = {
    period: document.period,
    tasks: tasks.map(({ id, measures }) => ({ task: id, measures: measures.length })),
  };
  const values: Readonly<Record<string, readonly ColumnValue[] | undefined>> = {
    task: tasks.map(({ id, title }) => ({ value: id, label: title })),
    state: contract.columns.find(({ name }) => name === 'state')?.values ?? taskStates,
  };
  const columns = contract.columns.map((column) => {
    const own = values[column.name];
    const given = reportColumns.some(({ name, need }) => name === column.name && need === 'given');
    return { ...column, ...(given && { required: true }), ...(own && { values: own }) };
  });
  return { ...contract, columns, reportsOn: planned };
}

/**
 * The fault of a cell in a report. `measure`: the task has no such measure. `future`: a day after that of the report. `outside`: a day
 * outside those of the plan. `address`: no address of a page.
 */
export type ReportFault = 'measure' | 'future' | 'outside' | 'address';

/** The checks of a cell in a dataset of reports: each with the columns that it is about, and whether it is broken, in SQL. */
export function reportChecks(
  { name }: Column,
  { reportsOn, time }: Contract,
): readonly { readonly kind: ReportFault; readonly columns: readonly string[]; readonly broken: string }[] {
  if (!reportsOn) return [];
  const { period, tasks } = reportsOn;
  const value = sqlName(name);
  const [start, end] = [sqlDay(period.start), sqlDay(period.end)];
  switch (name) {
    case 'measure': {
      const most = tasks.map(({ task, measures }) => `WHEN ${sqlText(task)} THEN ${measures}`).join(' ');
      const broken = `${value} < 0 OR ${value} > CASE task ${most} END`;
      return tasks.length === 0 ? [] : [{ kind: 'measure', columns: ['task', name], broken }];
    }
    case 'since':
      return [{ kind: 'future', columns: [name, time.column], broken: `${value} > ${sqlName(time.column)}` }];
    case 'due':
      return [{ kind: 'outside', columns: [name], broken: `${value} NOT BETWEEN ${start} AND ${end}` }];
    case 'reported':
      return [{ kind: 'outside', columns: [name], broken: `${value} < ${start}` }];
    case 'evidence':
      return [
        {
          kind: 'address',
          columns: [name],
          broken: `NOT regexp_full_match(${value}, ${sqlText(`https?://[^\\s"'<>]+`)}) OR length(${value}) > 200`,
        },
      ];
    default:
      return [];
  }
}
