import { numbered } from '../locale/ordinal.js';
import type { BoardWords, State } from './words.js';

const states: Readonly<Record<State, string>> = {
  done: '已完成',
  'under-way': '进行中',
  'not-started': '未开始',
  stopped: '已停止',
  none: '没有报告',
};

export const board: BoardWords = {
  title: '重点任务',
  noInput: '没有写明显示哪些任务。请写 src，或者放在 <zj-source> 里面，也可以用脚本设置 tasks。',
  states,
  ofState: (state, count) => `${states[state]}${count}项`,
  summary: (tasks, areas, each) =>
    `${areas}个领域${tasks}项任务${each.length > 0 ? `：${each.join('，')}` : ''}。`,
  filter: '按状态筛选任务',
  all: '全部',
  shown: (count) => `显示${count}项任务`,
  area: numbered,
  tasks: (count, done) => `${count}项任务，已完成${done}项`,
  measures: (count, done, unreported) =>
    `${count}项措施，已完成${done}项${unreported > 0 ? `，${unreported}项没有报告` : ''}`,
  reported: (day, reporter) => `${day}，${reporter}报告`,
  noReport: '责任单位还没有报告',
  since: (state, day) => `自${day}起${states[state]}`,
  due: (day) => `计划完成日：${day}`,
  note: (note) => `说明：${note}`,
  evidence: (host) => `佐证材料（${host}）`,
  measuresOf: (task) => `${task}：措施`,
  changes: (count) => `状态变化${count}次`,
  change: (state, since, reported) =>
    `${states[state]}：${since ? `自${since}起，` : '起始日未报告，'}${reported}报告`,
  safeguards: (count) => `保障措施${count}项`,
  asReported: '状态照责任单位的报告，不由措施、日期推断。“没有报告”只表示还没有收到报告，不表示落后。',
  rejected: (rejected, read) => `任务报告${read}行，其中${rejected}行有误，没有计入。`,
  plan: (title, number) => `方案：${title}${number && `（${number}）`}`,
  columns: {
    task: '任务和措施',
    state: '状态',
    due: '计划完成日',
    reported: '报告日',
    reporter: '报告单位',
    note: '说明',
    changes: '状态变化',
  },
  areaHead: '领域',
  evidenceHead: '佐证',
  semicolon: '；',
};
