import type { Translation } from '../../base/sentence.js';

export const query: Translation = {
  'A total is the sum of its periods': '累计值由各期相加而得',
  'A figure since a day is the sum of its periods': '自某日起的数值由各期相加而得',
  '{0}, but the metric {1} is not additive over time: it is {2}.':
    '{0}，但指标 {1} 不能按时间相加：它是 {2}。',
  'Name an additive metric, such as the same one without its "additivity", or, with "accumulate": "level", {0}.':
    '请改用可以相加的指标，例如去掉 "additivity" 的同一指标；或写 "accumulate": "level"，并改用{0}。',
  'Write "accumulate": "level", or name an additive metric, such as a sum or a count.':
    '请写 "accumulate": "level"，或改用可以相加的指标，例如合计或计数。',
  'A level is the latest figure, and {0} has a figure for each day: the level would be the last day alone.':
    '水平值取最新数值，而 {0} 每日各有一个数值：这样只会取到最后一日发生的数量。',
  'Write "accumulate": "since" or "total", or name {0}.':
    '请写 "accumulate": "since" 或 "total"，或改用{0}。',
  'Write "accumulate": "since" or "total" for a metric that is additive over time, or name {0}.':
    '请对可以按时间相加的指标写 "accumulate": "since" 或 "total"，或改用{0}。',
  'a metric with the measure { "last": {0} } if the column is a stock':
    '以 { "last": {0} } 为度量的指标（该列须为存量）',
  'a metric with the measure "last" of a column that is a stock': '对存量列以 "last" 为度量的指标',
  '{0}, and this combines the rows of all values of {1}, a column of the key of "{2}".':
    '{0}，而此处把 {1} 所有值的行合在一起，{1} 是 "{2}" 的键列。',
  '{0}, and "{1}" combines rows.': '{0}，而 "{1}" 会把行合在一起。',
  '{0}, and this combines more than one {1} of "{2}".': '{0}，而此处把 "{2}" 的多个{1}合在一起。',
  '{0}, and the base, from {1} to {2}, contains more than one {3} of "{4}".':
    '{0}，而此处的对比期（{1} 至 {2}）含有 "{4}" 的多个{3}。',
  'The metric "{0}"': '指标 "{0}"',
  'The metric "{0}", which is made of "{1}",': '指标 "{0}"（由 "{1}" 构成）',
  'it is in %, ‰ or an index, or in percentage points': '其单位为 %、‰、指数或百分点',
  'its "additivity" is "{0}"': '其 "additivity" 为 "{0}"',
  '{0} is not additive over time ({1})': '{0} 不能按时间相加（{1}）',
  '{0} is not additive ({1})': '{0} 不能相加（{1}）',
  'a metric with the measure { "{0}": {1} }': '以 { "{0}": {1} } 为度量的指标',
  'From {0} to {1} there are {2} periods, and a complete axis has at most {3}.':
    '从 {0} 到 {1} 共有 {2} 期，而完整时间轴最多 {3} 期。',
  'Write a shorter "during", or a longer grain in "by".': '请缩短 "during"，或在 "by" 中改用更粗的粒度。',
  'The cuboid cannot be planned.': '无法规划此汇总表。',
  '"{0}" cannot be computed exactly from the sums of one cuboid.': '"{0}" 不能由同一汇总表的合计精确得出。',
  'Leave it out, or plan a cuboid for each dataset.': '请去掉它，或为每个数据集分别规划汇总表。',
  day: '日期',
  week: '周',
  month: '月份',
  quarter: '季度',
  'half-year': '半年',
  year: '年份',
  days: '日期',
  weeks: '周',
  months: '月份',
  quarters: '季度',
  'half-years': '半年',
  years: '年份',
  'Write it in quotes.': '请写在引号内。',
  '"metric" is missing.': '缺少 "metric"。',
  'Name one metric, or several in "metrics".': '请写一个指标，或在 "metrics" 中写多个。',
  'The query has both "metric" and "metrics".': '同时写了 "metric" 和 "metrics"。',
  'Remove one of the two.': '请删去两者之一。',
  'These are {0} metrics, and a query has at most {1}.': '此处有 {0} 个指标，而一次查询最多 {1} 个。',
  'Write several queries.': '请分多次查询。',
  '{0} and {1}': '{0} 和 {1}',
  'Years begin with month {0} in "{1}", but with month {2} in "{3}".':
    '“{1}”的年度从 {0} 月开始，而“{3}”的年度从 {2} 月开始。',
  'Write "fiscalStart" in the query, or the same "fiscalStart" in both contracts.':
    '请在查询中写 "fiscalStart"，或在两份合同中写相同的 "fiscalStart"。',
  'The years of "{0}" begin with month {1}, and its figures by {2} cannot be regrouped into years that begin with month {3}.':
    '“{0}”的年度从 {1} 月开始，其按{2}的数据不能重新归入从 {3} 月开始的年度。',
  'The years of this plan begin with month {0}, but those of "{1}", which the goal "{2}" rests on, begin with month {3} ({4}).':
    '该规划的年度从 {0} 月开始，而目标“{2}”所依据的“{1}”的年度从 {3} 月开始（{4}）。',
  'Write the same "fiscalStart" in both: {0} in the plan, or {1} in the contract.':
    '请在两处写相同的 "fiscalStart"：在规划中写 {0}，或在合同中写 {1}。',
  'Write "fiscalStart": {0}, or remove it.': '请写 "fiscalStart": {0}，或将其删除。',
  '{0} are two grains of time.': '{0} 是两个时间粒度。',
  'Keep one of them.': '请只保留一个。',
  'The period from {0} to {1} has no days.': '从 {0} 到 {1} 的时段不含任何日期。',
  'Write the earlier day as "start".': '请把较早的日期写作 "start"。',
  '{0} is not a period.': '{0} 不是有效的时段。',
  'Write it like 2026, 2026-H1, 2026-Q3, 2026-07, or two joined by "/", the earlier first.':
    '请写成 2026、2026-H1、2026-Q3、2026-07 的形式，或用 "/" 连接两者，较早的在前。',
  '"cumulative" and "rolling" exclude each other.': '"cumulative" 与 "rolling" 不能同时使用。',
  'Write two queries.': '请分两次查询。',
  '"{0}" needs a grain.': '"{0}" 需要时间粒度。',
  'Add a grain to "by", such as "month".': '请在 "by" 中添加粒度，例如 "month"。',
  'Add "during", or a grain to "by".': '请添加 "during"，或在 "by" 中添加粒度。',
  '"compare" needs a period.': '"compare" 需要时段。',
  '"{0}" needs a dimension.': '"{0}" 需要维度。',
  'Add a dimension to "by".': '请在 "by" 中添加维度。',
  'Add "compare": "year-over-year" or "previous-period".':
    '请添加 "compare": "year-over-year" 或 "previous-period"。',
  '"contribution" needs "compare".': '"contribution" 需要与 "compare" 同用。',
  'Add "of": one of {0}.': '请添加 "of"：以下之一：{0}。',
  '"top" does not name its dimension.': '"top" 没有指明维度。',
  '{0} is not a dimension of "by".': '{0} 不是 "by" 中的维度。',
  '{0} is not a metric of this query.': '{0} 不是此查询的指标。',
  'Write {0}, or add this name to the query.': '请写 {0}，或把此名称添加到查询中。',
  '{0} is named twice.': '{0} 写了两次。',
  'Remove it here.': '请删去此处的一个。',
  'The query cannot be answered.': '无法回答此查询。',
  'The metric {0} cannot be computed.': '无法计算指标 {0}。',
  'Expanded, these metrics have {0} terms, but a query may have at most {1}.':
    '完整展开后，这些指标共有 {0} 项，而一次查询最多 {1} 项。',
  '"{0}" is {1} in one dataset, and {2} in "{3}".': '"{0}" 在一个数据集中为 {1}，在 "{3}" 中为 {2}。',
  'Query the metrics separately.': '请分别查询这些指标。',
  'The parts of {0} do not add up to a whole.': '{0} 的各部分相加不等于总体。',
  'Remove "{0}", or ask for an additive metric.': '请删去 "{0}"，或查询可以相加的指标。',
  'Two columns of the result would be called {0}.': '结果中会有两列同名 {0}。',
  'Use fewer metrics or figures in one query.': '请在一次查询中减少指标或数值列。',
  '{0} and by {1}': '{0}和{1}',
  'The datasets are by {0}: they have no common period.': '各数据集的粒度分别为{0}：没有统一的期间。',
  '"{0}" has figures by {1}, and none by {2}.': '"{0}" 的数据按{1}提供，没有按{2}的数据。',
  'Write {0}, or a longer grain.': '请写 {0}，或更粗的粒度。',
  'Another contract has the id {0}, too.': '另一份数据契约的 id 也是 {0}。',
  'Give one of the datasets another id.': '请为其中一个数据集改用其他 id。',
  'The target is in {0}, but the metric {1} is in {2}.': '目标值的单位为 {0}，而指标 {1} 的单位为 {2}。',
  'Write the same unit in both, and the target in this unit.': '请在两处写同一单位，并以该单位写目标值。',
  '{0} is not a figure of the result.': '{0} 不是结果中的数值列。',
  '{0} is not a column of the result.': '结果中没有列 {0}。',
  'Write conditions on rows in "where", or name one of {0}.':
    '对数据行的条件请写在 "where" 中，或指定以下之一：{0}。',
  'The rows are already in the order of {0}.': '行已经按 {0} 排序。',
  '{0}.': '{0}。',
  '{0}, or {1}.': '{0}，或{1}。',
  'Ask for an additive metric': '请查询可以相加的指标',
  'ask for an additive metric': '查询可以相加的指标',
  'Remove "{0}"': '请删去 "{0}"',
  'remove "{0}"': '删去 "{0}"',
  'Remove "{0}" and write "{1}" in "by"': '请删去 "{0}"，并在 "by" 中写 "{1}"',
  'remove "{0}" and write "{1}" in "by"': '删去 "{0}"，并在 "by" 中写 "{1}"',
  'Add {0} to "by"': '请在 "by" 中添加 {0}',
  'add {0} to "by"': '在 "by" 中添加 {0}',
  'Write {0} in place of {1}': '请用 {0} 代替 {1}',
  'write {0} in place of {1}': '用 {0} 代替 {1}',
  'Write a "during" within one {0}': '请把 "during" 限定在一个{0}之内',
  'write a "during" within one {0}': '把 "during" 限定在一个{0}之内',
  'Write whole {0} in "during"': '请在 "during" 中写完整的{0}',
  'write whole {0} in "during"': '在 "during" 中写完整的{0}',
  'Rank by another metric': '请按其他指标排名',
  'rank by another metric': '按其他指标排名',
  'Write a condition { "column": {0}, "equals": … }': '请写条件 { "column": {0}, "equals": … }',
  'write a condition { "column": {0}, "equals": … }': '写条件 { "column": {0}, "equals": … }',
  'Give the metric a condition { "column": {0}, "equals": … }':
    '请为指标加上条件 { "column": {0}, "equals": … }',
  'give the metric a condition { "column": {0}, "equals": … }':
    '为指标加上条件 { "column": {0}, "equals": … }',
  'Ask for {0}': '请查询{0}',
  'ask for {0}': '查询{0}',
  'Define {0} by {1} in place of {2}': '请让 {0} 由{1}构成，代替 {2}',
  'define {0} by {1} in place of {2}': '让 {0} 由{1}构成，代替 {2}',
  'Ask for the ratio of two additive metrics': '请查询两个可以相加的指标之比',
  'ask for the ratio of two additive metrics': '查询两个可以相加的指标之比',
  'Declare "additivity": "{0}" if its parts sum to a whole':
    '请声明 "additivity": "{0}"，前提是各部分之和确实等于总体',
  'declare "additivity": "{0}" if its parts sum to a whole':
    '声明 "additivity": "{0}"，前提是各部分之和确实等于总体',
  '{0} is computed period by period: without a grain it has no figure.': '{0} 按期计算：没有粒度就没有数值。',
  '{0} is computed from the figures of whole periods: with "{1}" it has no figure.':
    '{0} 依据各整期的数值计算：使用 "{1}" 时没有数值。',
  'Remove "{0}".': '请删去 "{0}"。',
  '"{0}" says who reports, and of {1} nobody can tell whether a change is only a missing report.':
    '"{0}" 记有填报单位，无法判断 {1} 的变化是否只是缺报所致。',
  'Remove "compare", or compare {0}.': '请删去 "compare"，或比较 {0}。',
  'The base of {0}, {1}, is a {2}, and a figure of {3} by {4} cannot be compared with that of a longer period.':
    '{0} 的基期 {1} 为一个{2}，而 {3} 按{4}的数值不能与更长时期的数值相比。',
  'The base of {0}, {1}, is a {2}, which is shorter than the figures by {3}.':
    '{0} 的基期 {1} 为一个{2}，短于按{3}的数值。',
  'Ask for it by {0}, or write a {1} in "base".': '请按{0}查询，或在 "base" 中写一个{1}。',
  'Write a {0} in "base", or ask for it by {1}.': '请在 "base" 中写一个{0}，或按{1}查询。',
  'The base {0} is a {1}, and "{2}" has figures by {3}.': '基期 {0} 为一个{1}，而 "{2}" 的数值按{3}。',
  'Write a {0} or a longer period in "base".': '请在 "base" 中写一个{0}或更长的时期。',
  'The filter cannot be made.': '无法建立此筛选。',
  'The metric {0} is not one over "{1}" alone.': '指标 {0} 并非仅由数据集 "{1}" 计算。',
  'Name a metric over the dataset of the filter.': '请写由该筛选的数据集计算的指标。',
  'The metric {0} is not dated by "{1}", as the rows of "{2}" are.':
    '指标 {0} 不以 "{1}" 为日期，而 "{2}" 的行以其为日期。',
  'The selection cannot be used.': '无法使用此选择。',
  '"{0}" is {1}: only texts have an order of the page\'s own.':
    '"{0}" 的类型为 {1}：只有文本才能使用页面自定的顺序。',
  'Remove "ranks".': '请删除 "ranks"。',
  'a text of at most {0} characters': '至多 {0} 个字符的文本',
  'Write the text that cells contain, or leave "search" out.': '请写单元格所含的文本，或省略 "search"。',
  'Write a query, such as { "metric": "revenue", "by": ["month"] }.':
    '请写查询，例如 { "metric": "revenue", "by": ["month"] }。',
  'The rows cannot be given.': '无法给出数据行。',
  'Name a dataset, or write a query.': '请指定数据集，或写查询。',
  'There are both {0} and {1}.': '同时有 {0} 和 {1}。',
  '{0} is for the rows of a dataset.': '{0} 只用于数据集的数据行。',
  'Write it into the query.': '请写在查询中。',
  'The dataset {0} cannot be the register of a ladder: its rows are confidential and are not published.':
    '数据集 {0} 不能用作梯度体系的登记：其数据行保密，不予公布。',
  'The dataset {0} cannot be the register of a ladder: its rows are dated by longer periods than days.':
    '数据集 {0} 不能用作梯度体系的登记：其数据行不是按日记录。',
  'Name a register of events by day, without confidential columns.':
    '请指定按日登记事件、没有保密列的数据集。',
  'One column cannot hold the event and the enterprise.': '同一列不能既是事件又是企业。',
  'Name two columns.': '请指定两列。',
  'The column {0} is of type {1}.': '列 {0} 的类型为 {1}。',
  'Name a column of type VARCHAR.': '请指定类型为 VARCHAR 的列。',
  'The column {0} may have empty cells, and such a row would count for nobody.':
    '列 {0} 可以为空，而这样的数据行不计入任何企业。',
  'Write "required": true in its contract.': '请在其数据契约中写 "required": true。',
  'The column {0} does not list its values, so that a misspelt event would not be noticed.':
    '列 {0} 未列出取值，事件名称写错时无从发现。',
  'List the events under "values" in its contract.': '请在其数据契约的 "values" 中列出各事件。',
  'The dataset {0} cannot hold the reports on tasks': '数据集 {0} 不能用作任务报送数据',
  '{0}: its rows are confidential and are not published.': '{0}：其数据行保密，不予公布。',
  'Remove its confidential columns.': '请删去其保密列。',
  '{0}: its column {1} is of type {2}.': '{0}：其列 {1} 的类型为 {2}。',
  'Write "type": "{0}".': '请写 "type": "{0}"。',
  '{0}: it has no column {1}.': '{0}：缺少列 {1}。',
  'Add the column { "name": "{0}", "type": "{1}" } to its contract, with the header of the file if that is another.':
    '请在其数据契约中添加列 { "name": "{0}", "type": "{1}" }；若文件中的列名不同，请另写 "header"。',
  '{0}: its rows are not dated by the day of the report.': '{0}：其数据行不以报送日为日期。',
  'Write "time": { "column": "reported", "grain": "day" } in its contract.':
    '请在其数据契约中写 "time": { "column": "reported", "grain": "day" }。',
  '{0}: its key is not {1}, so that double reports would not be noticed.':
    '{0}：其主键不是 {1}，重复报送时无从发现。',
  'Write "key": ["task", "measure", "reported"] in its contract.':
    '请在其数据契约中写 "key": ["task", "measure", "reported"]。',
  '{0}: its column state may have the value {1}, which is no state.':
    '{0}：其 state 列可取值 {1}，而该值不是任务状态。',
  'Keep the values {0}.': '请只保留取值 {0}。',
};
