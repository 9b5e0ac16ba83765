import {
  chanceWord,
  forecastWords,
  formatChance,
  formatDate,
  formatDay,
  formatShare,
  statusWord,
  tellFormula,
} from '@zj/metrics';
import { groupThousands } from './decimal.js';
import type { Detail, Face } from './words.js';

/** The names of periods, after 每 and 个. */
const measures = { day: '天', month: '月', quarter: '季度', 'half-year': '半年', year: '年' } as const;

export const face: Face = {
  text: 'zh',
  scales: [
    ['亿', 8, 8],
    ['万', 4, 5],
    ['', 0, -Infinity],
  ],
  space: '',
  number: groupThousands,
  target: '目标',
  progress: '完成情况',
  schedule: '时序进度',
  due: '时序',
  source: '来源：',
  demo: '示例数据',
  demoBriefly: '示例',
  why: '为什么是这个状态？',
  whyBriefly: '为什么',
  loading: '正在读取…',
  stale: '数据可能已过期',
  withheld: '不公布',
  provisional: '（初步数据）',
  retry: '重试',
  comma: '，',
  level: '与时序持平',
  share: formatShare,
  day: (day) => formatDay(day).zh,
  status: (status, qualifier, isKept) => statusWord(status, qualifier, isKept).zh,
  newerStatus: (code) => `状态“${code}”（本页程序版本较旧，无法显示其名称）`,
  undated: '未写 as-of，不与时序比较',
  through: (day) => `截至${day}`,
  apart: (points, ahead) => `${ahead ? '快' : '慢'}${points}个百分点`,
  ofTarget: (figure, goal) => `${figure} / 目标${goal}`,
  limit: (low, high, of) => {
    const each = of === '' || of === 'average' ? '' : `每${measures[of]}`;
    const limit =
      low && high
        ? `${low}至${high}之间`
        : high
          ? each
            ? `不超过${high}`
            : `控制在${high}以内`
          : `不低于${low}`;
    return (of === 'average' ? '平均' : each) + limit;
  },
  margin: (by, side, isAbove) => {
    const limit = { floor: '下限', ceiling: '上限', range: '区间' }[side];
    if (by) return `${isAbove ? '高' : '低'}于${limit}${by}`;
    return side === 'range' ? '在区间之内' : `恰在${limit}`;
  },
  keptOf: (known, grain) => ` / ${known}${/^(day|year)$/.test(grain) ? '' : '个'}${measures[grain]}守住`,
  period: (last, grain, briefly) => {
    const [year, month] = last.split('-').map(Number) as [number, number];
    const part = {
      day: briefly ? last.slice(5) : formatDate(last).zh.slice(5),
      month: `${month}月`,
      quarter: `${briefly ? '' : '第'}${'一二三四'[Math.ceil(month / 3) - 1]}季度`,
      'half-year': month > 6 ? '下半年' : '上半年',
      year: '',
    }[grain];
    return grain === 'year' && briefly ? `${year}` : briefly ? part : `${year}年${part}`;
  },
  breaches: (newest, others, side) =>
    newest.map(([period, figure]) => `${period}为${figure}`).join('、') +
    (others > 0 ? `，另有${others}期` : '') +
    `，${{ above: '超过限值', below: '低于限值', outside: '不在区间之内' }[side]}`,
  provisionalBriefly: '初步',
  used: (share, due) => `为上限的${share}，时序进度${due}`,
  averaged: (periods, of) => `${of}期中${periods}期的平均`,
  forecast: (figure, range, year) => `预计${year ? '全年' : '期末'}${figure}${range && `（${range}）`}`,
  chance: (probability) => `达标可能性${chanceWord(probability).zh}（${formatChance(probability)}）`,
  badAttribute: (name, written, example) =>
    `属性 ${name}="${written}" 没写或写错了，正确写法如 ${name}="${example}"。`,
  nature: (nature) => (nature === 'binding' ? '约束性指标' : '预期性指标'),
  together: (one, other) => `属性 ${one} 和 ${other} 不能同时写，请去掉其中一个。`,
  unreachable: (file, detail) => `读不到 ${file}（${detail}）。请检查网址和网络。`,
  foreign: '来自另一个网站的脚本，标签需要 crossorigin，对方须允许跨域读取',
  noAnswer: '20秒内没有答复',
  noConnection: '连不上服务器，或本页的 CSP 不允许',
  notPinned: '文件与 integrity 不符，或连不上服务器',
  otherSite: '文件在另一个网站上，本页的 CSP 或对方的设置不允许读取',
  needsHttp: '浏览器只读取以 http 或 https 开头的地址：请把文件和页面放到网站上，从网址打开，例如用 zj serve',
  malformed: (file) => `${file} 的内容无效。请用 zj publish 重新生成。`,
  broken: '仪表程序出错，数据没有问题。请刷新页面；仍然出错，请联系网站管理员。',
  badGoal: (goal, known) => `没有编号为“${goal}”的目标。goal 可以写：${known.join('、')}。`,
};

export const detail: Detail = {
  figures: '数据与算法',
  target: '目标',
  formula: '目标的算法',
  formulaOf: (formula, unit) => tellFormula(formula, unit).zh,
  computed: (baseline, formula, target) => `基期${baseline}，${formula}，即${target}`,
  averageGrowth: '迄今年均增长',
  nature: '指标性质',
  margin: '与要求相比',
  baseline: '基期',
  before: '期前最近一次数据',
  actual: '实际',
  conflict: '另有公布数（未采用）',
  attainment: '完成率',
  schedule: '时序进度',
  schedules: { linear: '按天数平均', 'same-period': '按往年同期', path: '按里程碑' },
  otherSchedule: '另一种时序进度',
  days: (done, all) => `${done}天 ÷ ${all}天`,
  brackets: (text) => `（${text}）`,
  gap: '差距',
  ratio: (ratio) => `完成率 ÷ 时序进度 = ${ratio}`,
  forecast: '期末预测',
  noForecast: '没有；各种方法不适用的原因见“各种预测方法”',
  interval: '80%预测区间',
  // GB/T 15835: 13万元–17万元 and 15%–30%, but 100–150千克; a dash before a minus sign would not be read.
  range: (low, high, unit) =>
    low + (/^[万亿%]/.test(unit) ? unit : '') + (high.startsWith('−') ? '至' : '–') + high + unit,
  probability: '达标概率',
  forecastMethod: '预测方法',
  forecastName: (method) => forecastWords[method].zh,
  backtest: '回测',
  origins: (count) => `${count}个起点`,
  error: (error) => `平均绝对误差${error}`,
  relative: (share) => `为季节朴素法误差的${share}`,
  coverage: (share) => `区间覆盖率${share}`,
  needed: '尚需',
  perMonth: (total, months, each) => `${total}，剩余${months}个月，每月${each}`,
  status: '状态',
  thresholds: '判定标准',
  pace: '完成率 ÷ 时序进度',
  tooEarly: (share) => `时序进度不足${share}时为时尚早`,
  period: '目标期',
  date: (day) => formatDate(day).zh,
  span: (start, end) => `${start}至${end}`,
  through: '数据截至',
  asOf: '评判日',
  clause: '依据条款',
  quote: (text) => `“${text}”`,
  qualifier: '限定词',
  source: '来源',
  periods: '各期情况',
  keeps: (isKept) => (isKept ? '守住' : '✕ 未守住'),
  former: '调整前的目标',
  until: (date) => `执行至${date}`,
  trials: '各种预测方法',
  chosen: '（采用）',
  ruledOut: (why) => `不采用：${why}`,
  published: '其他公布的评判方法',
  publishedMethods: {
    'open-sdg': 'Open SDG',
    'un-chart': '联合国可持续发展目标进展图',
    destatis: '德国可持续发展战略（天气符号）',
    escap: '亚太经社会现状指数',
    linear: '关键结果完成度',
  },
  inputs: (list) => `输入：${list}`,
  outputs: (list) => `结果：${list}`,
  notApplicable: (why) => `不适用：${why}`,
  completeness: '数据缺口',
  kinds: {
    rejected: '拒收的行',
    empty: '空缺的单元格',
    merged: '因保密合并的单元格',
    missing: '缺少的期',
    silent: '没有报送的',
  },
  partly: '有一部分说明内容有误，或本页程序版本较旧，未予列出。',
  interpretations: '文件用语的理解',
  semicolon: '；',
};
