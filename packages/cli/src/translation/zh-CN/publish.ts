import type { Translation } from '@zj/metrics';

/** The sentences of `zj check` and `zj publish` about a source and its release. */
export const publish: Translation = {
  // Progress and results
  'reading {0} …': '正在读取 {0} ……',
  'reading {0} … {1} rows, {2} rejected': '正在读取 {0} …… 共 {1} 行，剔除 {2} 行',
  'merging {0} …': '正在合并 {0} ……',
  'writing {0} …': '正在写入 {0} ……',
  'merging {0} … {1} cells': '正在合并 {0} …… 共 {1} 个单元',
  'judging …': '正在评判目标……',
  'computing series …': '正在计算系列……',
  '1 warning, see above.': '1 条警告，见上文。',
  '{0} warnings, see above.': '{0} 条警告，见上文。',
  'No problems.': '没有问题。',
  'No other problems.': '没有其他问题。',
  '{0}, rows by state: {1}.': '{0}，各行的数据状态：{1}。',
  '{0} final': '最终 {0} 行',
  '{0} revised': '修订 {0} 行',
  '{0} provisional': '初步 {0} 行',
  '{0} estimated': '预计 {0} 行',
  '{0} rejected rows are left out': '剔除的 {0} 行不计入',
  '{0}, as of {1}': '{0}，截至 {1}',
  '{0}, as of {1} (示例数据, demo data)': '{0}，截至 {1}（示例数据）',
  'Without a figure: {0}': '未给出数值：{0}',
  '{0} rejected rows are in {1}': '剔除的 {0} 行保存在 {1}',
  '{0} rejected rows are in {1} (not in {2}, which is a link)':
    '剔除的 {0} 行保存在 {1}（没有保存在 {2}，因为它是链接）',
  'Published in {0}, {1} s': '已发布到 {0}，用时 {1} 秒',
  '{0} of {1} rows kept': '保留 {0} 行，共 {1} 行',
  '{0} cells published ({1} of {2} merged to be safe)': '公布 {0} 个单元（为保密合并了 {2} 个中的 {1} 个）',
  '{0} rows published': '公布 {0} 行',
  goal: '目标',
  value: '数值',
  target: '目标值',
  unit: '单位',
  attainment: '完成率',
  status: '状态',

  // Series
  'The series {0} has no file: for confidentiality, cells were merged across the conditions of its metric, so its figures would be too small.':
    '系列 {0} 没有文件：为保密，跨越其指标条件的单元已被合并，数值会偏小。',
  'Put the columns of these conditions first among the "dimensions" of the cube, publish the metric by that dimension without conditions, or remove the entry.':
    '请在公开汇总的 "dimensions" 中把这些条件所用的列放在最前，或按该维度公布不带条件的指标，或删去此项。',
  'Give its column fewer digits in the contract of {0}, such as DECIMAL(18,2), or the metric a smaller "scale"; until then the series has no file.':
    '请在 {0} 的数据契约中减少其列的位数，例如 DECIMAL(18,2)，或给指标较小的 "scale"；在此之前该系列没有文件。',
  'The series {0} cannot be computed, and has no file: {1}': '系列 {0} 无法计算，没有文件：{1}',
  'Change the entry, or remove it.': '请修改此项，或将其删去。',

  // The source
  'Name the folder that contains plan.json, metrics.json and data.':
    '请指定包含 plan.json、metrics.json 和 data 的文件夹。',
  'No contract names this file: it is left out.': '没有数据契约提及此文件：不计入。',
  'Describe it in a JSON file beside it, or remove it.': '请在旁边的 JSON 文件中加以说明，或将其移除。',
  'This is a file, not a folder.': '这是文件，不是文件夹。',
  'This is a folder, not a file.': '这是文件夹，不是文件。',
  'This is a pipe or a device, not a file.': '这是管道或设备，不是文件。',
  'Put the file in its place.': '请在此处放入文件。',
  'The contracts {0} and {1} publish the same file {2}, whose rows are confidential. Cells that one merges could be computed by subtracting the other.':
    '数据契约 {0} 和 {1} 公布同一文件 {2}，而其数据行保密：其中一方合并的内容可由另一方相减得出。',
  'Keep one of the two contracts, {0} or {1}, and publish everything in its cube.':
    '请只保留 {0} 和 {1} 中的一个数据契约，并在其汇总中公布全部内容。',
  'Put the contracts and their data into a folder of this name.': '请将数据契约及其数据放入此名称的文件夹。',
  'This folder contains no contract.': '此文件夹中没有数据契约。',
  'Describe each dataset in a JSON file beside its CSV, such as industry-revenue.json.':
    '请为每个数据集在其 CSV 旁写一个 JSON 文件加以说明，例如 industry-revenue.json。',
  'It cannot be read: {0}.': '无法读取：“{0}”。',
  'Check that you may read it, and that no other program has it open.':
    '请确认您有读取权限，且没有其他程序打开该文件。',
  'This is not UTF-8: the file is in another encoding, such as GBK.':
    '这不是 UTF-8：文件使用了其他编码，例如 GBK。',
  'Save it again as UTF-8.': '请另存为 UTF-8。',
  'Save it again as UTF-8; in Excel choose the type "CSV UTF-8 (Comma delimited)".':
    '请另存为 UTF-8；在 Excel 中请选择“CSV UTF-8（逗号分隔）”类型。',
  '{0} Or correct the encoding in the contract: "encoding": "gb18030".':
    '{0}或在数据契约中改正编码："encoding": "gb18030"。',
  'Open it in that program and save it as "CSV UTF-8 (Comma delimited)".':
    '请用该程序打开，并另存为“CSV UTF-8（逗号分隔）”。',
  'Export it again, with a first line that names the columns.': '请重新导出，并在首行写明各列名称。',
  'This is an Excel workbook with the name of a CSV file.': '这是 Excel 工作簿，却使用了 CSV 的文件名。',
  'This is UTF-16 ("Unicode text"), not UTF-8.': '这是 UTF-16（“Unicode 文本”），不是 UTF-8。',
  'This is not a text file.': '这不是文本文件。',
  'Export it again as CSV.': '请重新导出为 CSV。',
  'Correct the quotation marks listed here, then publish again.': '请改正此处列出的引号，再重新发布。',
  'the engine found {0} rows in {1}, but the file has {2}.': '引擎在 {1} 中读到 {0} 行，而实际有 {2} 行。',
  'the engine has the rows of {0} in another order than the file.': '引擎中 {0} 的行序与文件不同。',
  '{0} rows are rejected, but at most {1} may be.': '剔除了 {0} 行，而至多允许 {1} 行。',
  'Correct the rows named above.': '请改正以上各行。',

  // Days
  'The figures of {0} cover the days up to {1}, but today is {2}.': '{0} 的数据截至 {1}，而今天是 {2}。',
  'Write the last day with complete figures.': '请写数据已全部齐备的最后一天。',
  'The goals are to be judged as of {0}, but today is {1}.': '要求按 {0} 评判目标，而今天是 {1}。',
  'Give a day that is not after today, or leave --as-of out.': '请给出不晚于今天的日期，或不写 --as-of。',
  '1 row is left out: its period ends after {0}.': '有 1 行属于 {0} 之后才结束的时期，不计入。',
  '{0} rows are left out: their periods end after {1}.': '有 {0} 行属于 {1} 之后才结束的时期，不计入。',
  'To include them, judge on a later day with --as-of.': '若要计入，请用 --as-of 指定更晚的日期。',

  // Warnings
  'The figures of {0} cover the days up to {1}, but the last row is of {2}':
    '{0} 的数据截至 {1}，而最后一行属于 {2}',
  '{0}: {1} months have no rows.': '{0}：有 {1} 个月没有数据。',
  '{0}: {1} quarters have no rows.': '{0}：有 {1} 个季度没有数据。',
  '{0}: {1} half-years have no rows.': '{0}：有 {1} 个半年没有数据。',
  '{0}: {1} years have no rows.': '{0}：有 {1} 年没有数据。',
  'Add the missing rows, or write the last day with complete figures.':
    '请补上缺少的行，或改写数据已全部齐备的最后一天。',
  'The metric {0} selects no row of {1}.': '指标 {0} 在 {1} 中没有选中任何行。',
  'Check that its conditions are spelt like the data, and do not contradict each other.':
    '请检查其条件是否与数据的写法一致，且互不矛盾。',
  '{0} has no row at all up to {1}': '{0} 截至 {1} 没有任何行',
  'the first row of {0} is of {1}': '{0} 的第一行属于 {1}',
  'The goal {0} begins on {1}, before all data: {2}.': '目标 {0} 始于 {1}，早于全部数据：{2}。',
  'Add the rows from its beginning on; without them its figure lacks these periods.':
    '请补上自起始日以来的行；否则其数值缺少这些时期。',
  '{0} of {1} is {2}, about ten times its neighbours or more: their median is {3}.':
    '{1} 的 {0} 为 {2}，约为相邻数值的十倍或更多：相邻数值的中位数为 {3}。',
  'Check its unit and its decimal point; if they are right, leave it.':
    '请检查其单位和小数点是否正确；若正确，可不作修改。',
  '1 figure of {0} is about ten times its neighbours or more.': '{0} 中有 1 个数值约为相邻数值的十倍或更多。',
  '{0} figures of {1} are about ten times their neighbours or more.':
    '{1} 中有 {0} 个数值约为相邻数值的十倍或更多。',
  'Check units and decimal points.': '请检查单位和小数点是否正确。',

  // Figures that cannot be published
  'The metric {0}': '指标 {0}',
  'The dataset {0}': '数据集 {0}',
  '{0} has a sum of more than the 38 digits that can be added exactly.':
    '{0} 的合计超过可精确相加的 38 位数字。',
  'Give its column fewer digits in the contract of {0}, such as DECIMAL(18,2), or the metric a smaller "scale"; until then the goal is published without a figure.':
    '请在 {0} 的数据契约中减少该列的位数，例如 DECIMAL(18,2)，或为指标设较小的 "scale"；在此之前，该目标公布时不给出数值。',
  'Give the measures of its cube fewer digits in the contract, such as DECIMAL(18,2).':
    '请在数据契约中减少汇总度量的位数，例如 DECIMAL(18,2)。',
  'The metric {0} cannot be computed: {1}': '指标 {0} 无法计算：{1}',
  'Until it can, the goal is published without a figure.': '在可以计算之前，该目标公布时不给出数值。',
  'fewer than {0} contributors, or one with more than {1} % of the total':
    '填报者少于 {0} 个，或其中一个占总数的 {1} % 以上',
  'All rows of {0} together have {1}: not even their sum may be published.':
    '{0} 的全部行合计后仍{1}：连其合计也不得公布。',
  'Leave this day out until more is reported, or publish {0} by longer periods.':
    '请在更多数据报来之前略去这一天，或按更长的时期公布 {0}。',
  'Leave this month out until more is reported, or publish {0} by longer periods.':
    '请在更多数据报来之前略去这个月，或按更长的时期公布 {0}。',
  'Leave this quarter out until more is reported, or publish {0} by longer periods.':
    '请在更多数据报来之前略去这个季度，或按更长的时期公布 {0}。',
  'Leave this half-year out until more is reported, or publish {0} by longer periods.':
    '请在更多数据报来之前略去这个半年，或按更长的时期公布 {0}。',
  'Leave this year out until more is reported, or publish {0} by longer periods.':
    '请在更多数据报来之前略去这一年，或按更长的时期公布 {0}。',
  'In all, {0} days cannot be published; the first {1} are listed.': '共有 {0} 天不得公布；已列出前 {1} 天。',
  'In all, {0} months cannot be published; the first {1} are listed.':
    '共有 {0} 个月不得公布；已列出前 {1} 个月。',
  'In all, {0} quarters cannot be published; the first {1} are listed.':
    '共有 {0} 个季度不得公布；已列出前 {1} 个。',
  'In all, {0} half-years cannot be published; the first {1} are listed.':
    '共有 {0} 个半年不得公布；已列出前 {1} 个。',
  'In all, {0} years cannot be published; the first {1} are listed.':
    '共有 {0} 年不得公布；已列出前 {1} 年。',
  'Publish {0} by longer periods.': '请按更长的时期公布 {0}。',
  'The goal {0} is published without a figure: for confidentiality, cells were merged across the conditions of its metric ({1}).':
    '目标 {0} 公布时不给出数值：为保密而合并的单元跨越了其指标的条件范围（{1}）。',
  'To have a figure, publish by longer periods.': '若要给出数值，请按更长的时期公布。',
  'To have a figure, put {0} first among the "dimensions" of {1}\'s cube, or publish by longer periods.':
    '若要给出数值，请在 {1} 的汇总中将 {0} 排在 "dimensions" 的最前面，或按更长的时期公布。',

  // The release
  'The release could not be written: {0}.': '无法写入发布文件夹：“{0}”。',
  'Check that the folder may be written to and that the disk has space, or name another with --out.':
    '请确认该文件夹可写入且磁盘有空间，或用 --out 指定其他文件夹。',
  'Name another folder with --out.': '请用 --out 指定其他文件夹。',
  'This folder holds a part of a release without its manifest.json ({0}), and is not changed.':
    '此发布文件夹不完整，缺少 manifest.json（{0}），保持原样。',
  'This folder holds other files than those of an earlier release ({0}), and is not changed.':
    '此文件夹中除以前发布的文件外还有其他内容（{0}），保持原样。',
  'Name another folder with --out, or empty this one.': '请用 --out 指定其他文件夹，或清空此文件夹。',
  '{0} would be malformed: {1} {2}': '{0} 的格式将有误：{1} {2}',
};
