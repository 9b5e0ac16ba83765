import type { SeriesWords } from './words.js';

export const series: SeriesWords = {
  period: '时期',
  partial: '数据截至',
  kind: '行别',
  figure: '数值',
  toDate: '累计',
  average: '累计平均',
  state: '数据状态',
  lack: (lack) =>
    ({
      missing: '未报送',
      omitted: '按惯例不公布',
      coming: '尚未到期',
      sum: '前面有缺期或估计数，累计不可知',
    })[lack],
  due: '时序',
  path: '目标路径',
  milestone: '里程碑',
  target: '目标',
  limit: '与限值相比',
  kept: (isKept) => (isKept ? '达到' : '✕ 未达到'),
  lastYear: '上年同期',
  change: '同比',
  share: '占比',
  contribution: '拉动',
  forecast: '预测',
  low: '预测下限',
  high: '预测上限',
  titled: (name, column) => `${name}，${column}`,
  inBrackets: (text) => `（${text}）`,
  list: '、',
};
