import type { SourceWords } from './words.js';

export const source: SourceWords = {
  noGoalSeries: (goal, known) =>
    `没有目标“${goal}”的序列文件。${known.length > 0 ? `goal 可以写：${known.join('、')}。` : ''}`,
  noMetricSeries: (series, known) =>
    `没有发布序列“${series}”。${known.length > 0 ? `已发布：${known.join('、')}。` : ''}要发布它，请在 metrics.json 的 publish 中写上，再运行 zj publish。`,
  withoutSeries: '这次发布没有序列文件。请用新版 zj publish 重新发布。',
  without: {
    ladder:
      '这次发布没有企业梯度。请在 plan.json 的 ladder 中写上 register（企业登记数据），再运行 zj publish。',
    tasks: '这次发布没有任务进展。请在 plan.json 中写上 taskReports（任务报告数据），再运行 zj publish。',
  },
  noEngine:
    '这个图表要查询数据，但 zj-source 没有写查询引擎。请写上 sdk（zj-metrics.js 的网址）和 engine（引擎文件夹的网址），或由页面设置属性 metrics。',
  noSdk: (address) => `读不到 ${address}。请检查 sdk 的网址、网络，以及本页的 CSP 是否允许该脚本。`,
  notSdk: (address) =>
    `${address} 不是 zj-metrics.js。请把 @zj/metrics 的 dist/browser 文件夹放到网站上，sdk 写其中 zj-metrics.js 的网址。`,
  otherRelease: (manifest) =>
    `数据与 ${manifest} 不是同一次发布，因此不显示。请重新打开本页；如果页面设置了 zj-source 的属性 metrics，请让它打开同一次发布。`,
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
