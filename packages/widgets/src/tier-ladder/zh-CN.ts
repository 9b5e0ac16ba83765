import type { LadderWords } from './words.js';

const start = (isYear: boolean): string => (isYear ? '年初' : '期初');

export const ladder: LadderWords = {
  title: '企业梯度培育体系',
  noInput: '没有写明显示哪个企业梯度。请写 src，或者放在 <zj-source> 里面，也可以用脚本设置 ladder。',
  unit: () => '家',
  enterprises: (figure) => `${figure}家`,
  tiers: (figure) => `${figure}个层级`,
  summary: ({ day, tiers, all, change, entered, left }) =>
    `${day}，${tiers}共有企业${all}，${change}；期间新进入${entered}，退出${left}。`,
  change: (by, direction, isYear) =>
    direction === 0 ? `与${start(isYear)}相同` : `比${start(isYear)}${direction > 0 ? '增加' : '减少'}${by}`,
  before: (enterprises, isYear) => `${start(isYear)}${enterprises}`,
  changed: (by, direction) => (direction === 0 ? '没有增减' : `${direction > 0 ? '增加' : '减少'}${by}`),
  flows: { entered: '新进入', came: '转入', went: '转出', left: '退出' },
  up: (enterprises) => `升级${enterprises}`,
  down: (enterprises) => `下移${enterprises}`,
  between: (lower, higher) => `${lower}与${higher}之间：`,
  across: (from, to, enterprises) => `跨层级变动：${from}→${to}，${enterprises}。`,
  identity: '每个层级都有：期初数＋新进入＋转入−转出−退出＝期末数。',
  period: (first, last) => `期间为${first}至${last}，首尾两天都算；期初数是${first}之前的企业数。`,
  once: '一家企业只计在它达到的最高层级；期间变动两次的企业，两次都计。',
  order: '高低只表示层级，不表示数量。',
  rejected: (rejected, read) => `登记数据${read}行，其中${rejected}行有误，没有计入。`,
  quote: (quote, plan) => `方案原文（${plan}）：“${quote}”`,
  choosePeriod: '期间',
  year: (year) => `${year}年`,
  yearSoFar: (year, day) => `${year}年（截至${day}）`,
  noPeriod: (period, first, last, example) =>
    `没有 period="${period}" 的数据。登记数据从${first}到${last}，可以写 ${example}。`,
  tables: {
    tiers: '各层级企业数',
    tier: '层级',
    start: '期初数',
    end: '期末数',
    support: '方案的支持措施',
    moves: '层级之间的变动',
    from: '原层级',
    to: '新层级',
    direction: '方向',
    up: '升级',
    down: '下移',
    count: '企业数',
    noMoves: '期间没有企业在层级之间变动。',
    inUnit: (caption) => `${caption}（家）`,
  },
};
