import type { PublishedTasks, TaskReport } from '@zj/metrics';
import { isWebAddress } from '../element/web-address.js';
import { aDay, aText, isLike, orAbsent, orNull, type Sample } from '../element/like.js';
import { addressOf } from '../element/patience.js';
import type { Form } from '../element/release.js';

const aState: Sample = (data) => /^(not-started|under-way|done|stopped)$/.test(String(data));

/** A number of rows. */
const aCount: Sample = (data) => Number.isSafeInteger(data) && (data as number) >= 0;

const report: Sample = orNull({
  state: aState,
  due: orAbsent(aDay),
  note: orAbsent(aText),
  evidence: orAbsent(
    (data) => typeof data === 'string' && isWebAddress(data) && addressOf(data, data) !== '',
  ),
  reported: aDay,
  reporter: aText,
  changes: [{ state: aState, since: orNull(aDay), reported: aDay }],
});

/** The parts of the tasks that are shown. */
const tasks: Sample = {
  version: (data) => data === 1,
  kind: (data) => data === 'tasks',
  plan: { title: aText, number: orAbsent('') },
  asOf: aDay,
  areas: [
    {
      id: '',
      ordinal: '',
      title: aText,
      tasks: [{ id: '', title: aText, report, measures: [{ text: aText, report }] }],
    },
  ],
  safeguards: [{ ordinal: '', title: aText, measures: [aText] }],
  source: aText,
  demo: true,
  reportedThrough: aDay,
  rows: { read: aCount, rejected: aCount },
};

/** The form of tasks.json. */
export const tasksForm: Form<PublishedTasks> = {
  name: 'tasks',
  take(json) {
    if (!isLike(json, tasks)) return undefined;
    const content = json as PublishedTasks;
    return isSound(content) ? content : undefined;
  },
};

/** Whether no area and no task is here twice, and every report is sound. */
function isSound({ areas, reportedThrough }: PublishedTasks): boolean {
  const all = areas.flatMap((area) => area.tasks);
  const isOnce = [areas, all].every((list) => new Set(list.map(({ id }) => id)).size === list.length);
  const reports = all.flatMap((task) => [task.report, ...task.measures.map((one) => one.report)]);
  return isOnce && reports.every((one) => one === null || isReport(one, reportedThrough));
}

/** Whether the changes of state lead to the one reported, in the order of days that have come. */
function isReport({ state, reported, changes }: TaskReport, through: string): boolean {
  return (
    changes.at(-1)?.state === state &&
    reported <= through &&
    changes.every((change, at) => {
      const before = changes[at - 1];
      const follows = !before || (before.reported < change.reported && before.state !== change.state);
      return follows && change.reported <= reported && (change.since ?? '') <= reported;
    })
  );
}
