import type { ChartWords } from './words.js';

export const chart: ChartWords = {
  table: '数据表',
  chart: '图表',
  noInput:
    '没有写明显示哪些数据。请写 src，或者放在 <zj-source> 里面并写 goal、metric 或 query，也可以用脚本设置 series 或 result。',
  noSource: 'query 要放在 <zj-source> 里面才能查询。',
  points: '个百分点',
  narrowedTitle: (title, chosen) => `${title}（${chosen}）`,
  narrowed: (chosen) => `已按所选条件筛选：${chosen}`,
  narrowing: (chosen) => `正在按所选条件查询（${chosen}），此刻显示的仍是之前的数据`,
  notNarrowed: (chosen) => `这里没有按所选条件筛选（${chosen}），显示的是全部数据`,
  goalWhole: (chosen) => `目标按全部数据评价，不随所选条件变化（${chosen}）`,
  cut: (first, last) => `只计入${first}至${last}的数据：有一期未被完整选入，其数字不是整期的数字`,
  beside: (chosen) => `这里的数据没有这一列，未按它筛选（${chosen}）`,
  weakestStates: '筛选后的数据按各期中最不确定的一项标明数据状态',
  sumsSince: (day) => `累计数从年初（${day}）算起，所选时段开始较晚时也是如此`,
};
