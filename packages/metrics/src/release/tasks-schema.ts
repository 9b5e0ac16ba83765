import * as v from 'valibot';
import {
  address,
  fields,
  flag,
  id,
  list,
  oneOf,
  optional,
  orNull,
  says,
  schemaAddress,
  version,
  words,
  type Schema,
} from '../base/schema.js';
import { say } from '../base/sentence.js';
import type { TaskState } from '../dataset/task-reports.js';
import { areaId, day, organisation, safeguard, taskId, text } from '../plan/schema.js';
import { planHead, rows, sha256 } from './schema.js';
import type {
  PublishedArea,
  PublishedMeasure,
  PublishedTask,
  PublishedTasks,
  StateChange,
  TaskReport,
} from './tasks-file.js';

const again = say`Publish the release again: zj publish.`;

const state = oneOf<TaskState>({ 'not-started': true, 'under-way': true, done: true, stopped: true });

const report = fields<TaskReport>('TaskReport', {
  state,
  due: optional(day),
  note: optional(text),
  evidence: optional(address),
  reported: day,
  reporter: text,
  changes: list(fields<StateChange>('StateChange', { state, since: orNull(day), reported: day }), 1),
});

const task = fields<PublishedTask>('PublishedTask', {
  id: taskId,
  title: text,
  report: orNull(report),
  measures: list(fields<PublishedMeasure>('PublishedMeasure', { text, report: orNull(report) })),
});

const area = fields<PublishedArea>('PublishedArea', {
  id: areaId,
  ordinal: words,
  title: text,
  tasks: list(task),
});

export const tasks: Schema<PublishedTasks> = fields<PublishedTasks>('PublishedTasks', {
  $schema: schemaAddress,
  version,
  kind: v.literal('tasks', says(say`the word "tasks"`, again)),
  manifest: sha256,
  plan: planHead,
  asOf: day,
  areas: list(area),
  safeguards: list(safeguard),
  organisations: list(organisation),
  dataset: id,
  source: text,
  demo: flag,
  reportedThrough: day,
  rows,
  sql: words,
});
