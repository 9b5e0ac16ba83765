import type { MenuWords } from './words.js';

const items = {
  table: '数据表',
  csv: '下载表格（CSV）',
  svg: '下载矢量图（SVG）',
  png: '下载图片（PNG）',
  embed: '复制嵌入代码',
  cite: '复制引用',
  source: '来源与方法',
  conflicts: '不同来源的数字',
  sql: 'SQL',
  verify: '核验',
} as const;

export const menu: MenuWords = {
  items,
  titles: { ...items, embed: '嵌入代码', cite: '引用' },
  back: '返回',
  close: '关闭',
  copy: '复制',
  copied: '已复制',
  notCopied: '浏览器不允许复制。文字已选中，请按 Ctrl+C（苹果电脑按 ⌘C）。',
  notSaved: (why) => `未能保存：${why}`,
  notShown: (why) => `未能显示：${why}`,
  text: '要复制的文字',
  citation: ({ title, value, through, source, demo, release, address }) => {
    const beside = [through, demo].filter(Boolean).join('，');
    return [
      `${title}：${value}${beside ? `（${beside}）` : ''}`,
      source,
      release && `发布版 ${release}`,
      address,
    ]
      .filter(Boolean)
      .join('。');
  },
  noScript: '本页的脚本是网站自行打包的，代码里没有脚本地址：请另行加载 zj.js。',
  facts: {
    clause: '依据条款',
    document: '文件',
    qualifier: '限定词',
    reading: '文件用语的理解',
    description: '指标说明',
    source: '来源',
    dataset: '数据集',
    method: '评判方法',
    formula: '目标的算法',
    gaps: '数据缺口',
    through: '数据时间',
    nextUpdate: '下次更新',
    release: '发布版',
    file: '数据文件',
  },
  quote: (text) => `“${text}”`,
  reading: (question, answer) => (/[？?。]$/.test(question) ? question + answer : `${question}：${answer}`),
  brackets: (text) => `（${text}）`,
  ownMethod: 'METHODS §4：完成率与时序进度相比；少量事件按概率',
  figures: {
    figure: '项目',
    actual: '实际',
    target: '目标',
    baseline: '基期',
    other: '另有公布数，未采用',
    attainment: '完成率',
    schedule: '时序进度',
    forecast: '期末预测',
    probability: '达标概率',
    status: '状态',
    period: '目标期',
    through: '数据截至',
  },
  noFacts: '没有更多说明。',
  conflict: { goal: '目标', source: '来源', value: '数字', day: '截至', use: '是否采用' },
  used: '采用',
  notUsed: '未采用',
  noFigure: '没有数字',
  conflicting: '不同来源对同一个数字的说法：',
};
