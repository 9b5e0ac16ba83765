import { checkKnown, jsonPath, type Path } from '../base/input.js';
import { problem, type Problem } from '../base/problem.js';
import { listed, say, type Sentence } from '../base/sentence.js';
import type { Contract } from '../dataset/contract.js';
import { reportColumns, reportKey, taskStates } from '../dataset/task-reports.js';
import type { Plan } from '../plan/plan.js';

/** That the reports on the tasks of a plan are a published dataset by day, with the columns that reports have. */
export function* checkTaskReports(
  { taskReports }: Pick<Plan, 'taskReports'>,
  contracts: readonly Contract[],
  at: Path = [],
): Generator<Problem> {
  if (taskReports === undefined) return;
  const path = [...at, 'taskReports'];
  const contract = contracts.find(({ id }) => id === taskReports);
  if (contract) {
    for (const [message, remedy] of faultsOf(contract))
      yield problem({ code: 'task-reports', where: jsonPath(...path), message, remedy });
  } else yield* checkKnown('dataset', taskReports, new Set(contracts.map(({ id }) => id)), path);
}

function* faultsOf({ id, columns, key, time, cube }: Contract): Generator<readonly [Sentence, Sentence]> {
  const cannot = say`The dataset ${id} cannot hold the reports on tasks`;
  if (cube)
    yield [
      say`${cannot}: its rows are confidential and are not published.`,
      say`Remove its confidential columns.`,
    ];
  for (const { name, type, need } of reportColumns) {
    const column = columns.find((one) => one.name === name);
    if (column ? column.type === type : need === 'may') continue;
    const remedy = say`Add the column { "name": "${name}", "type": "${type}" } to its contract, with the header of the file if that is another.`;
    yield column
      ? [say`${cannot}: its column ${name} is of type ${column.type}.`, say`Write "type": "${type}".`]
      : [say`${cannot}: it has no column ${name}.`, remedy];
  }
  if (time.column !== 'reported' || time.grain !== 'day')
    yield [
      say`${cannot}: its rows are not dated by the day of the report.`,
      say`Write "time": { "column": "reported", "grain": "day" } in its contract.`,
    ];
  if (key.length !== reportKey.length || !reportKey.every((name) => key.includes(name)))
    yield [
      say`${cannot}: its key is not ${listed(reportKey)}, so that double reports would not be noticed.`,
      say`Write "key": ["task", "measure", "reported"] in its contract.`,
    ];
  const states = taskStates.map(({ value }) => value as string);
  const strange = columns
    .find(({ name }) => name === 'state')
    ?.values?.find(({ value }) => !states.includes(value));
  if (strange)
    yield [
      say`${cannot}: its column state may have the value ${strange.value}, which is no state.`,
      say`Keep the values ${listed(states)}.`,
    ];
}
