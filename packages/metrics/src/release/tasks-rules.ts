import { checkUnique, jsonPath, type Path } from '../base/input.js';
import { problem, withRemedy, type Problem } from '../base/problem.js';
import { say, type Sentence } from '../base/sentence.js';
import type { PublishedTasks, TaskReport } from './tasks-file.js';

const again = say`Publish the release again: zj publish.`;

/** That no task is here twice, and that the changes of each state lead to the one reported, in order of days that have come. */
export function* checkPublishedTasks({ areas, reportedThrough }: PublishedTasks): Generator<Problem> {
  for (const one of checkUnique('area', areas, ['areas'])) yield withRemedy(one, again);
  for (const [i, { tasks }] of areas.entries()) {
    for (const one of checkUnique('task', tasks, ['areas', i, 'tasks'])) yield withRemedy(one, again);
    for (const [j, { report, measures }] of tasks.entries()) {
      const at = ['areas', i, 'tasks', j];
      yield* checkReport(report, reportedThrough, [...at, 'report']);
      for (const [k, measure] of measures.entries())
        yield* checkReport(measure.report, reportedThrough, [...at, 'measures', k, 'report']);
    }
  }
}

function* checkReport(report: TaskReport | null, through: string, at: Path): Generator<Problem> {
  if (!report) return;
  const { state, reported, changes } = report;
  const tell = (message: Sentence, ...keys: Path): Problem =>
    problem({ code: 'reports', where: jsonPath(...at, ...keys), message, remedy: again });
  if (changes.at(-1)!.state !== state) yield tell(say`The last change does not lead to the state ${state}.`);
  if (reported > through) yield tell(say`The report of ${reported} is after ${through}.`, 'reported');
  for (const [i, change] of changes.entries()) {
    const before = changes[i - 1];
    const follows = !before || (before.reported < change.reported && before.state !== change.state);
    if (follows && change.reported <= reported && (change.since ?? '') <= reported) continue;
    yield tell(
      say`The change reported on ${change.reported} is out of order, or after the report.`,
      'changes',
      i,
    );
  }
}
