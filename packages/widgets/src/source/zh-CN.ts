import type { SourceWords } from './words.js';

export const source: SourceWords = {
  noGoalSeries: (goal, known) =>
    `没有目标“${goal}”的序列文件。${known.length > 0 ? `goal 可以写：${known.join('、')}。` : ''}`,
  noMetricSeries: (series, known) =>
    `没有发布序列“${series}”。${known.length > 0 ? `已发布：${known.join('、')}。` : ''}要发布它，请在 metrics.json 的 publish 中写上，再运行 zj publish。`,
  withoutSeries: '这次发布没有序列文件。请用新版 zj publish 重新发布。',
  noEngine:
    '这个图表要查询数据，但 zj-source 没有写查询引擎。请写上 sdk（zj-metrics.js 的网址）和 engine（引擎文件夹的网址），或由页面设置属性 metrics。',
  noSdk: (address) => `读不到 ${address}。请检查 sdk 的网址、网络，以及本页的 CSP 是否允许该脚本。`,
  notSdk: (address) =>
    `${address} 不是 zj-metrics.js。请把 @zj/metrics 的 dist/browser 文件夹放到网站上，sdk 写其中 zj-metrics.js 的网址。`,
  otherRelease: '发布内容已更换：引擎读到的与本页所显示的不是同一次发布。请刷新网页后再试。',
  lacksMethod: (method) => `zj-source 的属性 metrics 没有方法“${method}”。请更新本页的 @zj/metrics。`,

  is: (column, value) => `${column}：${value}`,
  empty: (column, isEmpty) => `${column}${isEmpty ? '为空' : '不为空'}`,
  not: (condition) => `除去${condition}`,
  or: '，或',
  and: '；',
  list: '、',
  period: (period) => `时期：${period}`,
  range: (first, last) => {
    const [year] = /^\d{4}年/.exec(first) ?? [];
    // 2026年1月—10月
    return `${first}—${year && last.length > 5 && last.startsWith(year) ? last.slice(5) : last}`;
  },
  last: (count, grain, day) =>
    `截至${day}的最近${count}${{ day: '天', week: '周', month: '个月', quarter: '个季度', 'half-year': '个半年', year: '年' }[grain]}`,
};
