import type { Translation } from '../../base/sentence.js';

export const metric: Translation = {
  'Metric "{0}" has the scale {1}.': '指标 "{0}" 的 scale 为 {1}。',
  'Use a whole number from −18 to 18.': '请用 −18 至 18 之间的整数。',
  'Add "dataset": the id of the dataset that contains the rows.':
    '请添加 "dataset"：包含这些行的数据集的 id。',
  '"dataset" is missing.': '缺少 "dataset"。',
  '"{0}" is only for metrics over rows, but "{1}" is made of other metrics.':
    '"{0}" 只用于基于行的指标，而 "{1}" 由其他指标构成。',
  'Remove it; the other metrics have their own.': '请删去；其他指标各有自己的设定。',
  'This is made of numbers alone.': '此处仅由数字构成。',
  'Name a metric among them.': '请在其中写入一个指标。',
  '{0} is made of {1}': '{0} 取决于 {1}',
  '{0}: a circular definition has no value.': '{0}：循环引用没有数值。',
  'Define one of them by another metric.': '请让其中一个由别的指标构成。',
  'Expanded, "{0}" has more than {1} terms.': '完整展开后，"{0}" 超过 {1} 项。',
  'Define it by fewer metrics.': '请减少构成它的指标。',
  'The measure is {0}, and cannot be declared {1}.': '度量为 {0}，不能声明为 {1}。',
  'Remove "additivity", or narrow it: {0} or less.': '请删去 "additivity"，或收窄为 {0} 或更窄。',
  '"{0}" has no column {1}.': '"{0}" 没有列 {1}。',
  '"{0}" of "{1}" is confidential: it identifies the reporters, and is never published.':
    '"{1}" 的 "{0}" 属于保密列：该列可识别填报单位，不予公布。',
  '"{0}" of "{1}" is not published: the rows are confidential, and only their public figures are available.':
    '"{1}" 的 "{0}" 未公布：行数据保密，只有公开数据可用。',
  '"{0}" of "{1}" is a quantity ({2}): figures are summed, not split by it.':
    '"{1}" 的 "{0}" 是数量（{2}）：数值用于合计，不能用于分组。',
  'Split by a column of words or days.': '请按文字列或日期列分组。',
  'Metric "{0}" {1}, but the rows of "{2}" are confidential: only sums over at least {3} contributors are published.':
    '指标 "{0}" 要求{1}，但 "{2}" 的行数据保密：只公布不少于 {3} 家填报单位的合计。',
  'Sum one of its measures: {0}.': '请对其中一个度量求合计：{0}。',
  'it has no sum': '该列没有合计',
  'it contains no numbers': '该列不含数值',
  'Metric "{0}" {1} of "{2}", which is {3}: {4}.': '指标 "{0}" 要求对 "{2}" {1}，而该列类型为 {3}：{4}。',
  'Name a column of type INTEGER, DECIMAL(p,s) or DOUBLE, or count the rows: { "count": "rows" }.':
    '请指定类型为 INTEGER、DECIMAL(p,s) 或 DOUBLE 的列，或统计行数：{ "count": "rows" }。',
  'asks for the sum': '求合计',
  'counts rows': '统计行数',
  'counts values': '统计不同的值',
  'asks for the average': '求平均值',
  'asks for the minimum': '求最小值',
  'asks for the maximum': '求最大值',
  'asks for the median': '求中位数',
  'asks for a quantile': '求分位数',
  'asks for the last sum': '求期末合计',
  '{0} is in {1}; "scale": {2} does not convert it to {3}.':
    '{0} 的单位为 {1}；按 "scale": {2} 不能换算为 {3}。',
  'Write "scale": {0}, or correct the unit.': '请写 "scale": {0}，或改正单位。',
  'The column {0} cannot date rows: it is of type {1}.': '列 {0} 不能确定行的日期：其类型为 {1}。',
  'Name a column of type DATE.': '请指定类型为 DATE 的列。',
  'Metric "{0}" covers the days up to {1}, but "{2}" only those up to {3}.':
    '指标 "{0}" 的数据截至 {1}，而 "{2}" 只截至 {3}。',
  'Remove "reportedThrough", or correct one of the two days.':
    '请删去 "reportedThrough"，或改正两个日期之一。',
  '"{0}" of {1}': '{1} 的 "{0}"',
  '{0} is BOOLEAN: true and false have no order.': '{0} 的类型为 BOOLEAN：true 与 false 没有大小之分。',
  'Write "equals": true or false.': '请写 "equals": true 或 false。',
  '{0} is {1}: only texts have parts.': '{0} 的类型为 {1}：只有文本可以按部分匹配。',
  'Write "equals", "between", "above" or "below".': '请写 "equals"、"between"、"above" 或 "below"。',
  'This must be {0}, because {1} is {2}, but is {3}.': '此处应为{0}，因为 {1} 的类型为 {2}，实际为 {3}。',
  'Write a value of the type of the column.': '请按该列的类型写值。',
  '{0} is not a value of "{1}".': '"{1}" 没有值 {0}。',
  '{0} is not a value of "{1}" in {2}.': '{2} 的 "{1}" 没有值 {0}。',
  'There is no value between {0} and {1}.': '{0} 与 {1} 之间没有任何值。',
  'Write the smaller first.': '请先写较小的值。',
  'a day such as "2026-10-31"': '日期，例如 "2026-10-31"',
  'The values of "{0}" in "{1}" overlap: one row can belong to several, and a sum over them counts it more than once.':
    '"{1}" 中 "{0}" 的各个值有重叠：一行可以归入多个值，合计会重复计算。',
  'The values of "{0}" in "{1}" overlap: one row can belong to several, and "{2}" counts it more than once.':
    '"{1}" 中 "{0}" 的各个值有重叠：一行可以归入多个值，"{2}" 会重复计算。',
  'Split by "{0}", or ask for one of its values.': '请按 "{0}" 分组，或只查询其中一个值。',
  'Remove "{0}", or ask for one of its values.': '请删去 "{0}"，或只查询其中一个值。',
  '{0} ({1})': '{1}（{0}）',
  '10^{0} {1}': '10^{0} {1}',
  '{0}': '{0}',
  'of one of several forms': '几种形式之一',
  'the id of a metric, or a number': '指标的 id，或数字',
  'Write "a-metric" or 100.': '请写 "a-metric" 或 100。',
  'two of them': '其中两个',
  'Write two in brackets.': '请在方括号内写两个。',
  'Write { "sum": "a_column" }, { "count": "rows" }, { "ratio": ["a-metric", "another"] } or another form of QUERIES.md.':
    '请写 { "sum": "a_column" }、{ "count": "rows" }、{ "ratio": ["a-metric", "another"] } 或 QUERIES.md 所列的其他形式。',
  'a text, a number, or true or false': '文本、数字，或 true、false',
  "Write a value of the column's type.": '请按该列的类型书写。',
  'two bounds': '两个界限',
  'Write [min, max]; null is no bound.': '请写 [下限, 上限]；null 表示不设此限。',
  'Write some of its letters in quotes.': '请在引号内写其中的部分文字。',
  'Write { "column": "a_column", "in": ["a value", …] }, { …, "equals": "a value" }, { …, "between": [1, null] }, { "not": { … } } or another form of QUERIES.md.':
    '请写 { "column": "a_column", "in": ["a value", …] }、{ …, "equals": "a value" }、{ …, "between": [1, null] }、{ "not": { … } } 或 QUERIES.md 所列的其他形式。',
  'a condition of at most {0} levels': '不超过 {0} 层的条件',
  'Nest "not" and "or" less.': '请减少 "not" 和 "or" 的嵌套。',
  'The difference of two metrics in % is in percentage points, not in {0}.':
    '两个以 % 为单位的指标之差以百分点计，而不是 {0}。',
  'Write "unit": { "zh": "{0}", "en": "{1}" }, without a "scale".':
    '请写 "unit": { "zh": "{0}", "en": "{1}" }，不写 "scale"。',
  '{0} is in {1}, and the difference cannot be in {2}.': '{0} 的单位为 {1}，不能相减得到 {2}。',
  '{0} is in {1}, and the sum cannot be in {2}.': '{0} 的单位为 {1}，不能相加得到 {2}。',
  'Metrics that are added or subtracted must have the same unit: change a unit, or the "scale".':
    '相加或相减的指标须用同一单位：请修改单位，或修改 "scale"。',
  '{0} is in {1}, but its parts are in {2} and {3}.': '{0} 的单位为 {1}，但其组成部分的单位为 {2} 和 {3}。',
  'Name two metrics of the same unit, or give it the unit of the quotient, such as 元/人.':
    '请使用单位相同的两个指标，或写相除所得的单位，例如 元/人。',
  'A ratio in {0} has no power, and {1} has {2}.': '以 {0} 为单位的比率没有 power，而 {1} 的 power 为 {2}。',
  'Remove "power" from its unit.': '请从其单位中删去 "power"。',
  'Remove "power" from its unit, and its "scale".': '请从其单位中删去 "power"，并删去其 "scale"。',
  'Remove "power" from its unit, and write "scale": {0}.': '请从其单位中删去 "power"，并写 "scale": {0}。',
  'A ratio in {0} has the scale {1}, and {2} has {3}.':
    '以 {0} 为单位的比率，scale 应为 {1}，而 {2} 的 scale 为 {3}。',
  'Remove "scale".': '请删去 "scale"。',
  'Write "scale": {0}.': '请写 "scale": {0}。',
  '{0} by {1}, with the scale {2}, is in 10^{3}, but {4} is in {5}.':
    '{0} 除以 {1}，scale 为 {2} 时，结果以 10^{3} 计，而 {4} 的单位为 {5}。',
  'Write "scale": {0}, or "power": {1} in the unit.': '请写 "scale": {0}，或在单位中写 "power": {1}。',
  '"{0}" rests on an index or a moving average: without a figure it is empty.':
    '"{0}" 依据指数或移动平均计算：没有数值时为空。',
  'Remove "empty".': '请删去 "empty"。',
  '"{0}" is an index or a moving average, and "{1}" cannot be computed from such a one.':
    '"{0}" 是指数或移动平均，"{1}" 不能再由它计算。',
  '"{0}" is made of "{1}", an index or a moving average, and "{2}" cannot be computed from such a one.':
    '"{0}" 由指数或移动平均 "{1}" 构成，"{2}" 不能再由它计算。',
  'Name the metric that it is computed from.': '请写其所依据的指标。',
  'The base {0} is no day of the calendar.': '基期 {0} 不是日历中的日期。',
  'Write a day that exists.': '请写存在的日期。',
  '"{0}" is 100 in its base period, and cannot be in {1}.': '"{0}" 在基期为 100，单位不能是{1}。',
  'Write "unit": { "zh": "指数", "en": "index" }, or %, without a "power".':
    '请写 "unit": { "zh": "指数", "en": "index" } 或 %，不写 "power"。',
  '"{0}" is 100 in its base period, and has no scale.': '"{0}" 在基期为 100，没有 scale。',
  '{0} is in {1}, and the mean of its figures, {2}, cannot be in {3}.':
    '{0} 的单位为{1}，其数值的平均 {2} 的单位不能是{3}。',
  'Write the same unit in both, or change the "scale".': '请在两处写同一单位，或修改 "scale"。',
  'one period': '一个时期',
  'Two series are called {0}: this one and {1}.': '有两个系列同名 {0}：此处与 {1}。',
  'Write it like 2020, 2020-H1, 2020-Q3 or 2020-07.': '请写成 2020、2020-H1、2020-Q3 或 2020-07 的形式。',
};
