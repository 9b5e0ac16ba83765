import { dayNumber, dayOf } from './calendar.mjs';
import { allow, demoContract, reportedThrough } from './dataset.mjs';
import { seedRandom } from './random.mjs';

/** @import { ColumnType } from '@zj/metrics' */
/** @import { DemoDataset, Order } from './dataset.mjs' */
/** @import { Random } from './random.mjs' */

/**
 * Reports on the tasks of the plan, by those who carry them out.
 *
 * @type {DemoDataset}
 */
export const tasks = {
  id: 'tasks',
  contract: (order) =>
    demoContract(order, {
      id: 'tasks',
      name: { zh: '任务进展报送', en: 'Reports on tasks' },
      description: {
        zh: '责任单位对重点任务及其措施的进展报送，一行一次报送；措施编号按方案中的次序，0 指任务整体。示例数据，由程序生成，与实际进展无关。',
        en: 'Reports on the tasks of the plan and on their measures, one report a row. Measures are numbered in the order of the plan; 0 is the task as a whole. Demo data made by a program: they say nothing about the real progress.',
      },
      columns: [
        column('task', '任务', 'Task', 'VARCHAR', true),
        column('measure', '措施', 'Measure', 'INTEGER', true),
        {
          ...column('state', '状态', 'State', 'VARCHAR', true),
          values: [
            allow('not-started', '未开始', 'Not started'),
            allow('under-way', '进行中', 'Under way'),
            allow('done', '已完成', 'Done'),
            allow('stopped', '已停止', 'Stopped'),
          ],
        },
        column('since', '该状态起始日', 'In this state since', 'DATE'),
        column('due', '计划完成日', 'To be done by', 'DATE'),
        column('note_zh', '说明（中文）', 'Note in Chinese', 'VARCHAR'),
        column('note_en', '说明（英文）', 'Note in English', 'VARCHAR'),
        column('evidence', '佐证网址', 'Address of the evidence', 'VARCHAR'),
        column('reported', '报送日', 'Reported on', 'DATE', true),
        {
          ...column('reporter', '报送单位', 'Reported by', 'VARCHAR', true),
          values: reporters.map(([zh, en]) => allow(zh, zh, en)),
        },
      ],
      key: ['task', 'measure', 'reported'],
      time: { column: 'reported', grain: 'day' },
    }),
  lines: drawLines,
};

/**
 * @param {string} name
 * @param {string} zh
 * @param {string} en
 * @param {ColumnType} type
 * @param {boolean} [required]
 */
function column(name, zh, en, type, required) {
  return { name, label: { zh, en }, type, ...(required && { required }) };
}

/** Organisations of the plan. */
const reporters = /** @type {const} */ ([
  ['保税区管理局', 'Bonded Area Administration'],
  ['区科经委', 'Pudong Science, Technology and Economy Commission'],
  ['园区开发运营单位', 'park development and operation units'],
  ['外高桥集团', 'Waigaoqiao Group'],
]);

/**
 * The tasks of the plan with the numbers of their measures and the place of those who report: of two nobody does.
 *
 * @type {readonly (readonly [task: string, measures: number, reporter: number | undefined])[]}
 */
const planned = [
  ['A1.1', 6, 0],
  ['A1.2', 7, 1],
  ['A1.3', 6, 0],
  ['A2.1', 6, 1],
  ['A2.2', 5, 1],
  ['A2.3', 8, 1],
  ['A3.1', 7, 3],
  ['A3.2', 5, undefined],
  ['A4.1', 6, 0],
  ['A4.2', 5, 0],
  ['A4.3', 5, 3],
  ['A5.1', 5, 1],
  ['A5.2', 6, 1],
  ['A5.3', 6, undefined],
];

/** The task that is done whatever the seed, one that is not begun, and one that is stopped with all its measures but the first. */
const [finished, waiting, halted] = ['A1.1', 'A2.2', 'A4.3'];
const haltedOn = dayNumber('2026-06-15');

const [first, last] = [dayNumber('2025-02-01'), dayNumber('2026-12-31')];
const reportDays = [
  '2025-06-30',
  '2025-09-30',
  '2025-12-31',
  '2026-03-31',
  '2026-06-30',
  '2026-09-30',
  reportedThrough,
];

/** @type {Readonly<Record<string, readonly [zh: string, en: string]>>} */
const notes = {
  'not-started': ['准备工作尚未完成', 'Preparations are not finished'],
  'under-way': ['正在按计划推进', 'Proceeding as planned'],
  done: ['已完成并通过验收', 'Done and accepted'],
  stopped: ['因配套规划调整而停止', 'Stopped because the plan for the site was changed'],
};

/**
 * The days of a measure; `stopped` is that on which it was given up.
 *
 * @typedef {object} Course
 * @property {number} begun
 * @property {number} done
 * @property {number} due
 * @property {number} [stopped]
 */

/** @param {Order} order */
function drawLines({ seed }) {
  const random = seedRandom(seed, 'tasks');
  const lines = planned.flatMap(([task, measures, reporter]) => {
    const courses = Array.from({ length: measures }, (_, i) => drawCourse(task, i, random));
    const begun = Math.min(...courses.map((one) => one.begun));
    const done = Math.max(...courses.map((one) => one.done));
    const due = Math.max(...courses.map((one) => one.due));
    const whole = { begun, done, due, ...(task === halted && { stopped: haltedOn }) };
    if (reporter === undefined) return [];
    return [whole, ...courses].flatMap((course, measure) =>
      // The last measure of one task is forgotten.
      task === 'A2.3' && measure === measures ? [] : report(task, measure, course, reporters[reporter][0]),
    );
  });
  return ['task,measure,state,since,due,note_zh,note_en,evidence,reported,reporter', ...lines];
}

/**
 * @param {string} task
 * @param {number} index
 * @param {Random} random
 * @returns {Course}
 */
function drawCourse(task, index, random) {
  const begun = first + random.below(480);
  const lasts = 120 + random.below(560);
  const late = random.below(60);
  if (task === finished)
    return { begun: first + random.below(200), done: dayNumber('2026-08-20') - late, due: last };
  if (task === waiting) return { begun: last, done: last + lasts, due: last };
  const due = Math.min(begun + lasts - late, last);
  const given = { begun, done: begun + lasts, due };
  return task === halted && index > 0 ? { ...given, done: last + 1, stopped: haltedOn } : given;
}

/**
 * The reports on a measure, one a quarter until it is done or stopped.
 *
 * @param {string} task
 * @param {number} measure
 * @param {Course} course
 * @param {string} reporter
 */
function report(task, measure, { begun, done, due, stopped = last + 1 }, reporter) {
  /** @type {string[]} */
  const lines = [];
  for (const reported of reportDays) {
    const day = dayNumber(reported);
    const [state, since] =
      done <= day
        ? ['done', done]
        : stopped <= day
          ? ['stopped', stopped]
          : begun <= day
            ? ['under-way', begun]
            : ['not-started', undefined];
    const evidence = state === 'done' ? `https://www.example.com/park/${task}/${measure}` : '';
    const [zh, en] = notes[state];
    lines.push(
      [
        task,
        measure,
        state,
        since === undefined ? '' : dayOf(since),
        dayOf(due),
        zh,
        en,
        evidence,
        reported,
        reporter,
      ].join(','),
    );
    if (state === 'done' || state === 'stopped') break;
  }
  return lines;
}
