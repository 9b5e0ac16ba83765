import type { Grain } from '@zj/metrics';
import type { TrendWords } from './words.js';

/** The names of periods: of one, after a number, after 单. */
const grains: Readonly<Record<Grain, readonly [own: string, counted: string]>> = {
  day: ['当日', '天'],
  week: ['当周', '周'],
  month: ['当月', '个月'],
  quarter: ['当季', '个季度'],
  'half-year': ['当期', '个半年'],
  year: ['当年', '年'],
};
const single: Readonly<Record<Grain, string>> = {
  day: '单日',
  week: '单周',
  month: '单月',
  quarter: '单季',
  'half-year': '单个半年',
  year: '单年',
};

const countMoves = (more: number, less: number, same: number): string =>
  [more && `${more}项增加`, less && `${less}项减少`, same && `${same}项持平`].filter(Boolean).join('，');

export const trend: TrendWords = {
  measure: (of, grain, isYear) =>
    of === 'to-date' ? (isYear ? '年内累计' : '期内累计') : of === 'period' ? grains[grain][0] : '',
  titled: (name, measure) => name + (measure && `，${measure}`),
  year: (year) => `${year}年`,
  week: (first) => `${first}起一周`,
  lack: (lack) =>
    ({
      missing: '未报送',
      omitted: '按惯例不公布',
      coming: '尚未到期',
      merged: '有单元格因保密合并，不可知',
      sum: '前面有缺期或估计数，累计不可知',
    })[lack],
  partial: (period, day) => `${period}（截至${day}）`,
  partialHead: '数据截至',
  merged: '合并（保密）',
  nobody: '未注明',
  whole: '合计',
  rest: '其他',

  cursor: '光标',
  period: '时期',
  figure: '数值',
  toDate: '累计',
  average: '累计平均',
  due: '时序',
  path: '目标路径',
  milestone: '里程碑',
  gap: '差距',
  target: '目标',
  lastYear: '上年同期',
  change: '同比',
  forecast: '预测',
  interval: '预测区间',
  limit: '与限值相比',
  low: '预测下限',
  high: '预测上限',
  ahead: (points, isAhead) => `${isAhead ? '快' : '慢'}${points}个百分点`,
  onTime: '与时序持平',
  kept: (isKept) => (isKept ? '达到' : '✕ 未达到'),
  status: '状态',
  stateHead: '数据状态',
  events: '事件',
  unit: (unit) => `单位：${unit}`,
  table: '数据表',
  walk: '逐期查看',

  done: (share) => `完成${share}`,
  days: (done, all, share) => `${done}/${all}天，${share}`,
  before: (period, figure) => `${period}${figure}`,
  between: (low, high) => `${low}${high.startsWith('−') ? '至' : '–'}${high}`,
  spoken: (name, words) => name + words,

  // 2026年1月至10月
  span: (first, last) =>
    `${first}至${/^\d{4}年./.test(first) && last.length > 5 && last.startsWith(first.slice(0, 5)) ? last.slice(5) : last}`,
  summed: (span, figure) => `${span}累计${figure}`,
  ofTarget: (target, share) => `完成目标${target}的${share}`,
  toSchedule: (points, isAhead) => `比时序进度${isAhead ? '快' : '慢'}${points}个百分点`,
  level: '与时序进度持平',
  overYear: (change, isMore, isPoints) =>
    `比上年同期${isPoints ? (isMore ? '提高' : '降低') : isMore ? '增长' : '下降'}${change}`,
  sameAsLastYear: '与上年同期持平',
  moved: (span, from, to) => `${span}，由${from}到${to}`,
  grown: (change, isMore) => `${isMore ? '增加' : '减少'}${change}`,
  unmoved: '没有变化',
  extremes: (high, highAt, low, lowAt) => `最高为${highAt}的${high}，最低为${lowAt}的${low}`,
  highest: (grain, at, figure) => `${single[grain]}最高为${at}的${figure}`,
  alone: (period, figure) => `${period}为${figure}`,
  lines: (period, high, highest, low, lowest) =>
    `${period}，${high}最高（${highest}），${low}最低（${lowest}）`,
  since: (period, more, less, same) => `与${period}相比，${countMoves(more, less, same)}`,
  sinceLastYear: (more, less, same) => `与上年同期相比，${countMoves(more, less, same)}`,
  averaged: (span, figure) => `${span}平均${figure}`,
  limits: (low, high) =>
    low && high ? `要求在${low}至${high}之间` : high ? `要求不高于${high}` : `要求不低于${low}`,
  broken: (broken, of, grain) =>
    broken === 0
      ? `${of}${grains[grain][1]}都达到`
      : `${of}${grains[grain][1]}中${broken}${grains[grain][1]}未达到`,
  foreseen: (figure, isYear) => `预计${isYear ? '全年' : '期末'}${figure}`,
  withState: (periods, state, more) => `${periods}${more > 0 ? `及另外${more}期` : ''}为${state}`,
  inBrackets: (text) => `（${text}）`,
  absent: (period, names, more) =>
    `${period}${names.join('、')}${more > 0 ? `等${names.length + more}项` : ''}没有数值，未参加比较`,
  mergedIn: (periods, more) =>
    `因单元格保密合并而不可知：${periods.join('、')}${more > 0 ? `等${periods.length + more}期` : ''}`,
  missing: (periods, more) =>
    `${periods.join('、')}${more > 0 ? `等${periods.length + more}期` : ''}未报送，不连线、不补数`,
  stops: (last, next) => `累计算到${last}为止，因为${next}没有可计入的数据`,
  plot: {
    unit: (unit, from) => unit + (from === null ? '' : `${unit && '；'}纵轴从${from}起`),
    target: '目标',
    schedule: '时序',
    path: '目标路径',
    lastYear: '上年同期',
    forecast: (figure) => `预计 ${figure}`,
    interval: (level, low, high) => `${level}区间 ${low}${high.startsWith('−') ? '至' : '–'}${high}`,
    lacks: { missing: '未报送', omitted: '未公布', merged: '因保密合并' },
    nothing: '暂无数据',
    nothingWhy: {
      missing: '各期均未报送',
      omitted: '各期按惯例不公布',
      coming: '各期尚未到期',
      merged: '有单元格因保密合并，各期合计不可知',
    },
    legend: (sign, periods) => `${sign}：${periods.join('、')}`,
    low: '下限',
    high: '上限',
    gap: (unit) => `与时序之差${unit && `，${unit}`}`,
    ahead: '快于时序',
    behind: '慢于时序',
    margin: (by, side, isAbove) => {
      const limit = { floor: '下限', ceiling: '上限', range: '区间' }[side];
      if (by) return `${isAbove ? '高' : '低'}于${limit}${by}`;
      return side === 'range' ? '在区间之内' : `恰在${limit}`;
    },
    // 8–9月; 2026年8月–9月
    span: (from, to) =>
      /^\d+月$/.test(from) && /^\d+月$/.test(to)
        ? `${from.slice(0, -1)}–${to}`
        : `${from}–${/^\d{4}年./.test(from) && to.length > 5 && to.startsWith(from.slice(0, 5)) ? to.slice(5) : to}`,
  },
  nothing: '所示时期没有数据',
  comma: '，',
  list: '、',
  stop: '。',
  semicolon: '；',

  milestones: '◇为计划的里程碑',
  fan: (level, coverage, origins) =>
    `浅色带为${level}预测区间` +
    (coverage && `，回测覆盖${coverage}${origins > 0 ? `（${origins}个起点）` : ''}`),
  noCoverage: '，覆盖率未能回测',
  noInterval: '历史误差不足8个，没有预测区间',
  judgedThrough: (day) => `状态按截至${day}的数据判定，此后的数据未计入`,
  noForecast: (why) => `没有预测：${why}`,
  summedForecast: '预测的是累计数，见累计图',
  needed: (months, each) => `剩余${months}个月，每月${each}才达到目标`,
  leftOut: (count, names) => `只画最大的11条线，其余${count}条见数据表：${names}`,
  unknownMembers: (names) => `members 中没有这些成员：${names}`,
  inTable: '合计见数据表',
  demoEvents: '（示例）',

  noTime: '查询结果没有时间列，画不出趋势。请在 by 中加入 month 等时间粒度。',
  noFigures: '查询结果没有数值列。',
  units: '查询结果的各指标单位不同，一张图只有一条纵轴。请每个单位用一张图。',
  dimensions: '查询结果有两个以上的维度，线无法命名。请只留一个维度和一个指标。',
  noPeriods: (during) => `during="${during}" 内没有时期。`,
};
