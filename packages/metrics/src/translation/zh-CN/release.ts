import type { Translation } from '../../base/sentence.js';

export const release: Translation = {
  'The release cannot be read. {0}': '无法读取发布文件夹。{0}',
  'Publish the release again: zj publish.': '请重新发布：zj publish。',
  'Two datasets have the id {0}.': '有两个数据集的 id 同为 {0}。',
  'The table of {0} is called {1}, not {2}.': '{0} 的表名为 {1}，而不是 {2}。',
  'Of {0} rows, {1} are kept and {2} rejected: the sum is wrong.':
    '{0} 行中保留 {1} 行、拒收 {2} 行：合计不符。',
  'There is no goal "{0}". {1}': '没有目标 "{0}"。{1}',
  'There is no metric "{0}". {1}': '没有指标 "{0}"。{1}',
  'a SHA-256 of 64 hexadecimal digits': '由 64 位十六进制数字组成的 SHA-256',
  'the path of a file inside the release': '发布文件夹内文件的路径',
  'the name of a table': '表的名称',
  'a list of two numbers': '两个数字的列表',
  'Write the lower and the upper end: [1, 3].': '请写下限和上限：[1, 3]。',
  'The result has no column "{0}" of type {1}: {2}': '结果中没有类型为 {1} 的列 "{0}"：{2}',
  'The result has the state "{0}", which is none: {1}': '结果中的 "{0}" 不是任何数据状态：{1}',
  'the value true': '值 true',
  'To protect those who report, some figures are published only in merged form. A merged figure goes beyond this metric, so the figure of this metric is not published.':
    '为保护填报单位的信息，部分数据合并后公布；合并的范围超出该指标的统计范围，因此不公布该指标的数值。',
  'The figure cannot be computed exactly from the published data.': '根据所公布的数据无法准确计算该指标。',
  'The goal {0} is withheld. {1}': '目标 {0} 不予公布。{1}',
};
