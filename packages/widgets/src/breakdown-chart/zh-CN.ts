import type { BreakdownWords } from './words.js';

const bases = { year: '同比', period: '环比' } as const;

export const breakdown: BreakdownWords = {
  rank: '名次',
  value: '数值',
  share: '占比',
  difference: '增减',
  change: bases,
  contribution: '拉动',
  points: '个百分点',
  pointsUnit: '百分点',
  inUnit: (unit) => `，${unit}`,
  rest: (count) => (count > 0 ? `其他（${count}项）` : '其他'),
  merged: '合并（保密）',
  total: '合计',
  unnamed: '未注明',
  none: '无数据',
  title: (name, dimension, period) => `${name}（按${dimension}）${period && `，${period}`}`,
  span: (first, last) => {
    if (first === last) return first;
    const [year] = /^\d+年/.exec(first) ?? [];
    return `${first.replace(/月$/, '')}${year && last.startsWith(year) ? '—' + last.slice(year.length) : `月—${last}`}`;
  },
  week: (day) => `${day}起的一周`,
  bases: { year: '上年同期', period: '上期' },
  mark: { year: '竖线为上年同期', period: '竖线为上期' },
  more: '增加',
  less: '减少',
  above: '正值',
  below: '负值',
  noBar: '合计过大，不画条',
  brackets: (text, unit) => (unit ? `${text}（${unit}）` : text),
  state: '状态',
  and: '、',
  semicolon: '；',
  stop: '。',
  changed: (by, direction, base, isPoints) => {
    if (direction === 0) return `${bases[base]}持平`;
    if (isPoints) return `${bases[base]}${direction > 0 ? '上升' : '下降'}${by}个百分点`;
    return `${bases[base]}${direction > 0 ? '增长' : '下降'}${by}`;
  },
  summary: {
    total: (figure, changed) => `合计${figure}${changed && `，${changed}`}`,
    first: (names, figure, share) =>
      (names.length === 1 ? `${names[0]}居首，` : `${names.join('、')}并列居首，均为`) +
      figure +
      (share && `，${names.length === 1 ? '' : '各'}占${share}`),
    leading: (count, share) => `前${count}位合占${share}`,
    drivers: (up, down) =>
      [
        up && `拉动最大的是${up[0]}（${up[1]}个百分点）`,
        down && `拖累最大的是${down[0]}（${down[1]}个百分点）`,
      ]
        .filter(Boolean)
        .join('，'),
    counts: (all, up, down) => `${all}项中${up}项增加、${down}项减少`,
    changes: (up, down) =>
      [up && `增加最多的是${up[0]}（${up[1]}）`, down && `减少最多的是${down[0]}（${down[1]}）`]
        .filter(Boolean)
        .join('，'),
  },
  notes: {
    rounded: '占比按最大余数法取整，相加为100.0%。',
    bySize: '名次按增减的大小，不分方向。',
    merged: (name) => `${name}：为保密而合并公布的部分，已计入合计。`,
    unequal: (sum, total) => `各部分相加为${sum}，合计为${total}：数据有缺口，占比相加不是100%。`,
    mixed: '各部分有正有负，不列占比，也不堆叠。',
    apart: (reason) => `各部分有重叠，不能相加，所以没有合计、占比和“其他”的数值：${reason}`,
    notAdded: '各部分未确认可以相加，所以没有占比，“其他”没有数值。',
    state: (word) => `全部为${word}。`,
    partial: (day) => `本期尚未结束，数据截至${day}。`,
    contributions: '拉动四舍五入，相加与合计可能略有出入。',
    missing: (count) => `${count}项没有数值，排在最后。`,
    without: (names, more) =>
      `合计缺${names.join('、')}${more > 0 ? `等${names.length + more}项` : ''}的数据（本期或基期），前后范围不同，增减不能直接比较`,
    stopped: (period) => `前面有缺期，此后至${period}的累计不可知。`,
  },
  failures: {
    noParts: '数据没有按一个维度分组。请使用按维度发布的序列文件，或 by 中只有一个维度的查询。',
    noPeriod: (period, first, last, example) =>
      `数据中没有 period="${period}" 这一期。请写${first}至${last}之间的一期，如 ${example}。`,
    noFigures: '没有可以显示的数值。',
    merged: '有单元格因保密而合并，无法判断是否符合条件，合计、次序和占比都不可知。请换用其他条件。',
    noCumulative: '这个指标不能按年累计。请去掉属性 cumulative。',
    noSum: '累计不可知：本年在此之前有缺期，或者本年并非从头就有数据。',
    noTime: '小图需要按时间的序列，请用 src 或 metric 读取序列文件，或改用 appearance="table"。',
    noChange: '没有上期或上年同期的数值，不能显示增减。请改用 appearance="table"。',
  },
  multiples: {
    one: (low, high) => `各图纵轴相同（${low}–${high}）`,
    own: '各图纵轴不同，只比形状，不比高低',
    ownPanel: (low, high) => `纵轴${low}–${high}`,
    corner: (period, change) => `右上为${period}${change}`,
    lines: { now: '当年', before: '上年' },
    told: (last, high, low) =>
      `${last[0]}${last[1]}；最高${high[1]}（${high[0]}），最低${low[1]}（${low[0]}）`,
    more: (count) => `另有${count}项见数据表。`,
    states: (names, state) => `${names.join('、')}为${state}。`,
    period: '时期',
  },
};
