import type {
  PublishedArea,
  PublishedMeasure,
  PublishedTask,
  PublishedTasks,
  StateChange,
  TaskReport,
} from '@zj/metrics';

const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

type Reported = TaskReport['state'];

/** By letters: done, under way, not started, stopped; any other letter is no report. */
const states: Readonly<Record<string, Reported>> = {
  d: 'done',
  u: 'under-way',
  n: 'not-started',
  s: 'stopped',
};

/** The states on the way to a state, each with the day on which it began and that of the first report. */
const ways: Readonly<Record<Reported, readonly StateChange[]>> = {
  'not-started': [{ state: 'not-started', since: null, reported: '2025-06-30' }],
  'under-way': [
    { state: 'not-started', since: null, reported: '2025-06-30' },
    { state: 'under-way', since: '2025-08-11', reported: '2025-09-30' },
  ],
  done: [
    { state: 'under-way', since: '2025-03-21', reported: '2025-06-30' },
    { state: 'done', since: '2026-08-06', reported: '2026-09-30' },
  ],
  stopped: [
    { state: 'under-way', since: '2025-03-21', reported: '2025-06-30' },
    { state: 'stopped', since: '2026-06-01', reported: '2026-06-30' },
  ],
};

const notes: Readonly<Partial<Record<Reported, TaskReport['note']>>> = {
  done: { zh: '已完成并通过验收', en: 'Done and accepted' },
  stopped: { zh: '因规划调整停止实施', en: 'Stopped because the planning changed' },
};

/** A report in a state, as the letter says; `null` for a letter of no state. */
function reportOf(letter: string): TaskReport | null {
  const state = states[letter];
  if (!state) return null;
  const note = notes[state];
  return {
    state,
    due: '2026-12-31',
    ...(note && { note }),
    ...(state === 'done' && { evidence: 'https://www.example.com/park/report' }),
    reported: ways[state].at(-1)!.reported,
    reporter: { zh: '保税区管理局', en: 'Bonded Area Administration' },
    changes: ways[state],
  };
}

const measureOf = (letter: string, at: number): PublishedMeasure => ({
  text: { zh: `落实第${at + 1}项具体举措`, en: `carry out measure ${at + 1}` },
  report: reportOf(letter),
});

/** A task: its title, and a letter for its state and for that of each measure. */
type Written = readonly [zh: string, en: string, letters: string];

const taskOf = ([zh, en, letters]: Written, id: string): PublishedTask => ({
  id,
  title: { zh, en },
  report: reportOf(letters[0]!),
  measures: [...letters.slice(1)].map(measureOf),
});

const areas: readonly (readonly [zh: string, en: string, tasks: readonly Written[]])[] = [
  [
    '深化体制机制改革',
    'Deepen institutional reform',
    [
      ['深化园区联动发展机制', 'Deepen the joint park development mechanism', 'ddddddd'],
      ['深化自贸保税园制度创新', 'Deepen institutional innovation of the Bonded Park', 'uduun-'],
      ['提升园区开放创新水平', 'Raise the level of open innovation', 'uddun'],
    ],
  ],
  [
    '强化科技产业特色化发展',
    'Strengthen distinctive industries',
    [
      ['重点发展生物医药服务主导产业', 'Develop biomedical services', 'uduuu'],
      ['提升高端装备制造服务能级', 'Raise the services of equipment manufacturing', 'nnnn'],
      ['建立企业梯度培育体系', 'Establish the ladder of enterprises', 'ddddd'],
    ],
  ],
  [
    '推动空间布局优化',
    'Improve the layout of space',
    [
      ['提供适宜创新产业发展的物业空间', 'Provide space for innovative industries', 'uduu'],
      ['畅通产业链交流渠道', 'Open channels along industrial chains', '----'],
    ],
  ],
  [
    '强化园区综合服务',
    'Strengthen the services of the park',
    [
      ['优化园区政务服务', 'Improve government services', 'ddddd'],
      ['完善园区配套服务', 'Complete supporting services', 'sdss'],
    ],
  ],
];

/** The tasks of a plan, as `zj publish` writes them. */
export function parkTasks(change: Partial<PublishedTasks> = {}): PublishedTasks {
  return {
    version: 1,
    kind: 'tasks',
    manifest: sha256,
    plan: {
      id: 'park',
      title: { zh: '自贸保税园改革创新发展行动方案', en: 'Action Plan for the Bonded Park' },
      number: '浦府〔2025〕42号',
    },
    asOf: '2026-10-31',
    areas: areas.map(([zh, en, tasks], area): PublishedArea => ({
      id: `A${area + 1}`,
      ordinal: `（${'一二三四'[area]!}）`,
      title: { zh, en },
      tasks: tasks.map((task, at) => taskOf(task, `A${area + 1}.${at + 1}`)),
    })),
    safeguards: [
      {
        ordinal: '一是',
        title: { zh: '加强各方协作', en: 'Strengthen collaboration' },
        measures: [{ zh: '由区政府分管领导牵头', en: 'led by the district government leader in charge' }],
      },
    ],
    organisations: [],
    dataset: 'tasks',
    source: { zh: '示例数据（任务报告）', en: 'Demo data (reports on tasks)' },
    demo: true,
    reportedThrough: '2026-10-31',
    rows: { read: 120, kept: 120, rejected: 0 },
    sql: 'SELECT 1',
    ...change,
  };
}

/** An area of tasks with these letters. */
function oneArea(tasks: readonly Written[]): PublishedArea {
  const title = { zh: '深化体制机制改革', en: 'Deepen institutional reform' };
  return { id: 'A1', ordinal: '（一）', title, tasks: tasks.map((task, at) => taskOf(task, `A1.${at + 1}`)) };
}

/** One task without measures. */
export function singleTask(): PublishedTasks {
  return parkTasks({
    areas: [oneArea([['优化园区政务服务', 'Improve government services', 'u']])],
    safeguards: [],
  });
}

/** Titles of forty letters and more. */
export function longTasks(): PublishedTasks {
  const zh = '深化自贸保税园区与张江科学城联动发展的体制机制改革并形成可复制可推广的制度创新经验';
  const en =
    'Deepen the institutional reform of joint development and form experience that others can follow';
  return parkTasks({ areas: [oneArea([...'duns-'].map((letter) => [zh, en, letter.repeat(12)]))] });
}

/** A plan on whose tasks nobody has reported yet. */
export function unreportedTasks(): PublishedTasks {
  return parkTasks({ areas: [oneArea(areas[0]![2].map(([zh, en]) => [zh, en, '---']))] });
}
