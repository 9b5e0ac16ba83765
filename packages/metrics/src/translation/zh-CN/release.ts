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
  'The period from {0} to {1} does not follow the one before it.': '{0} 至 {1} 的时期没有接续前一时期。',
  'The line {0} stands here for a second time, or without its dimension or member.':
    '系列 {0} 在此重复出现，或缺少其维度或成员。',
  'The list has {0} entries, and there are {1} periods.': '列表有 {0} 项，而时期共有 {1} 个。',
  'the word "metric"': '字样 "metric"',
  'the word "goal"': '"goal" 一词',
  'The series begins on {0}, and its goal ends on {1}.': '序列开始于 {0}，而目标截止于 {1}。',
  'The period from {0} to {1} is missing, or out of its place.': '缺少 {0} 至 {1} 这一期，或其次序有误。',
  "The period from {0} to {1} is beyond the goal's end.": '{0} 至 {1} 这一期在目标截止日之后。',
  'The period has a state, and no figure.': '该期有数据状态而没有数值。',
  'The period has a figure, and a reason for having none.': '该期有数值，又写明了没有数值的原因。',
  "The day {0}, through which the figure goes, is not before the period's end.":
    '数值所截至的 {0} 不在该期结束之前。',
  'There is a forecast, and its verdict has none.': '序列有预测，而判定中没有。',
  'There is no forecast, and its verdict has one.': '序列没有预测，而判定中有。',
  "The milestone of {0} is out of order, or after the goal's end.":
    '里程碑 {0} 的次序有误，或晚于目标的截止日。',
  'The forecast for {0} is out of order, or for no end of a period to come.':
    '{0} 的预测次序有误，或该日不是未来某一期的期末。',
  'The interval begins above its end.': '区间的下限高于上限。',
  'The last forecast is not that of the verdict.': '最后一期的预测与判定中的不一致。',
  'To protect those who report, some figures are published only in merged form. A merged figure goes beyond this metric, so the figure of this metric is not published.':
    '为保护填报单位的信息，部分数据合并后公布；合并的范围超出该指标的统计范围，因此不公布该指标的数值。',
  'The figure cannot be computed exactly from the published data.': '根据所公布的数据无法准确计算该指标。',
  'The goal {0} is withheld. {1}': '目标 {0} 不予公布。{1}',
  'the word "ladder"': '"ladder" 一词',
  'the word "tasks"': '"tasks" 一词',
  'The ladder has no tier {0}.': '梯度体系中没有 {0} 这一梯度。',
  'The move leads nowhere.': '该变动的起点和终点相同。',
  'The move of {0} is out of order, here twice, or after {1}.': '{0} 的变动次序有误、重复，或晚于 {1}。',
  'After {0}, more enterprises have left the tier {1} than came to it.':
    '{0} 之后，离开梯度 {1} 的企业多于进入的企业。',
  'The last change does not lead to the state {0}.': '最后一次变动的状态不是 {0}。',
  'The report of {0} is after {1}.': '{0} 的报送晚于 {1}。',
  'The change reported on {0} is out of order, or after the report.':
    '{0} 报送的状态变动次序有误，或晚于最近一次报送。',
};
