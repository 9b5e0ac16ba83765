import type { Translation } from '../../base/sentence.js';
import { read } from './read.js';

const contracts: Translation = {
  // Contracts
  'a name of lower-case letters, digits and underscores': '由小写字母、数字和下划线组成的名称',
  'Write it like filing_date.': '请写成 filing_date 的形式。',
  'VARCHAR, BOOLEAN, DATE, INTEGER, DOUBLE or DECIMAL(p,s)':
    'VARCHAR、BOOLEAN、DATE、INTEGER、DOUBLE 或 DECIMAL(p,s)',
  'For money write DECIMAL(18,2): 18 digits, 2 of them after the point.':
    '金额请写 DECIMAL(18,2)：共 18 位数字，其中小数 2 位。',
  'a share above 0, at most 0.85': '大于 0 且不超过 0.85 的比例',
  'Write a share such as 0.85.': '请写比例，例如 0.85。',
  'a mark without blanks around it': '首尾没有空白的标记',
  'Write the whole cell, such as "x", "-" or "…".': '请写出整个单元格的内容，例如 "x"、"-" 或 "…"。',
  'the name of a file beside the contract': '与数据契约同一文件夹内的文件名',
  'Write a path below the folder of the contract, such as industry-revenue.csv.':
    '请写数据契约所在文件夹内的路径，例如 industry-revenue.csv。',
  'a word without blanks around it': '首尾没有空白的词',
  'Write the whole cell, such as "初步核算".': '请写出整个单元格的内容，例如 "初步核算"。',
  'an object with a state for each word': '为每个词写明数据状态的对象',
  'Write it like { "初步核算": "provisional", "最终核实": "final" }.':
    '请写成 { "初步核算": "provisional", "最终核实": "final" } 的形式。',
  'The column {0} cannot hold the states of rows: {1}': '列 {0} 不能标示各行的数据状态：{1}',
  'it is of type {0}.': '其类型为 {0}。',
  'it is confidential, and its values may not be published.': '该列保密，其取值不得公布。',
  'it is not published, because it is no dimension of the cube.': '该列不是 "cube" 的维度，因而不会公布。',
  'it is in the key, so one period could have a figure of each state, and their sum would count it twice.':
    '该列属于主键，同一期可能按不同状态各有一个数据，合计时会重复计算。',
  'Name a published column of type VARCHAR, or write one state for all rows: "revision": "provisional".':
    '请指定一个公布的 VARCHAR 类型的列，或为所有行写同一状态："revision": "provisional"。',
  'Add {0} to the dimensions of the cube, as the first of them: cells are merged from the last on.':
    '请将 {0} 加入 "cube" 的维度并排在首位：单元格从最后一个维度起合并。',
  'Remove {0} from the key.': '请从主键中删去 {0}。',
  '"values" names no words, so no row could have a state.': '"values" 中没有任何词，各行都不会有数据状态。',
  'Name each word of the column with its state, such as "preliminary": "provisional", or remove "values".':
    '请为该列的每个词写明状态，例如 "初步核算": "provisional"，或删去 "values"。',
  'The column {0} may have the values {1}, which have no state.':
    '列 {0} 允许的取值 {1} 没有对应的数据状态。',
  'Name their states under "values", such as {0}: "provisional", or remove them from the values of the column.':
    '请在 "values" 中写明其状态，例如 {0}: "provisional"，或从该列的允许取值中删去。',
  'Two columns are called {0}: this one and {1}.': '有两列同名 {0}：此列与 {1}。',
  'Give one of them another name, here and in the file.': '请为其中一列改名，此处与文件中一并修改。',
  '{0} is the name of a column in query results.': '{0} 是查询结果自有列的名称。',
  'Give the column another name, here and in the file.': '请为该列改名，此处与文件中一并修改。',
  'The column {0} dates the rows, but is confidential.': '列 {0} 标示各行日期，却被设为保密。',
  'The column {0} dates the rows, but is of type {1}.': '列 {0} 标示各行日期，类型却为 {1}。',
  'Name a public column of type DATE.': '请指定一个公开的 DATE 类型的列。',
  '"cube" needs a confidential column: the column that names the contributors of a cell.':
    '"cube" 需要一个保密的列，用以标示每个单元的填报单位。',
  'Mark the column that names the enterprise "confidential": true, or remove "cube".':
    '请将企业名称所在的列标为 "confidential": true，或删去 "cube"。',
  'The confidential {0} may not be published, and there is no "cube" with the figures to publish.':
    '{0} 属保密列，不得公布，且没有 "cube" 说明可公布的内容。',
  'Add "cube" with the dimensions and measures to publish, or remove "confidential".':
    '请添加 "cube" 并列出要公布的维度和度量，或删去 "confidential"。',
  'The column {0} is declared, but its header {1} is under "ignore".':
    '列 {0} 已声明，而其表头 {1} 又列在 "ignore" 中。',
  'Remove it here, or remove the column.': '请在此处删去，或删去该列。',
  'The next update is on {0}, but the figures already cover the days up to {1}.':
    '下次更新日期为 {0}，而数据已覆盖到 {1}。',
  'Write the day on which later figures are due, or remove "nextUpdate".':
    '请写后续数据的更新日期，或删去 "nextUpdate"。',
  '"omits" lists months, but the dataset has a figure for each year.':
    '"omits" 列出的是月份，而该数据集为年度数据。',
  '"omits" lists months, but the dataset has a figure for each day.':
    '"omits" 列出的是月份，而该数据集为每日数据。',
  '"omits" lists months, but the dataset has a figure for each quarter.':
    '"omits" 列出的是月份，而该数据集为季度数据。',
  '"omits" lists months, but the dataset has a figure for each half-year.':
    '"omits" 列出的是月份，而该数据集为半年度数据。',
  'Remove "omits".': '请删去 "omits"。',
  'These are all twelve months: no figure would be published.': '此处列出了全部月份：将没有任何数据可公布。',
  'Keep only the months without figures.': '请只保留没有数据的月份。',
  'The column {0} cannot be "reporters"': '列 {0} 不能用作 "reporters"',
  '{0}: it is confidential, and its values may not be published.': '{0}：该列保密，其取值不得公布。',
  '{0}: it dates the rows.': '{0}：该列标示各行日期。',
  '{0}: it is of type {1}.': '{0}：其类型为 {1}。',
  '{0}: it is not published.': '{0}：该列不公布。',
  'Name a published column of type VARCHAR, or remove "reporters".':
    '请指定一个公布的 VARCHAR 类型的列，或删去 "reporters"。',
  'This column has the header {0} in the file, and so has the column {1}.':
    '文件中此列的表头为 {0}，列 {1} 的表头也相同。',
  'Give one of them another "header", as it is in the file.':
    '请按文件中的实际表头，为其中一列改写 "header"。',
  'Only a VARCHAR column can list its values; {0} is of type {1}.':
    '只有 VARCHAR 类型的列可以列出取值；{0} 的类型为 {1}。',
  'Write "type": "VARCHAR", or remove "values".': '请写 "type": "VARCHAR"，或删去 "values"。',
  'Only a column of numbers can have a minimum; {0} is of type {1}.':
    '只有数值类型的列可以设最小值；{0} 的类型为 {1}。',
  'Only a column of numbers can have a maximum; {0} is of type {1}.':
    '只有数值类型的列可以设最大值；{0} 的类型为 {1}。',
  'Remove "{0}".': '请删去 "{0}"。',
  'The minimum {0} is above the maximum {1}.': '最小值 {0} 大于最大值 {1}。',
  'Exchange the two numbers.': '请对调这两个数值。',
  'The column {0} cannot be a dimension': '列 {0} 不能作为维度',
  '{0}: it dates the rows, and the cube always has it.': '{0}：该列标示各行日期，无需列出即已包含在内。',
  '{0}: it is confidential, and the cube must not contain it.': '{0}：该列保密，汇总中不得包含。',
  '{0}: its values overlap and may not be added up (METHODS §7).':
    '{0}：该列的取值相互重叠，不得相加（见 METHODS §7）。',
  'Remove it from the dimensions.': '请从维度中删去该列。',
  'The column {0} cannot be a measure: it is confidential.': '列 {0} 不能作为度量：该列保密。',
  'The column {0} cannot be a measure: the type {1} has no exact sum.':
    '列 {0} 不能作为度量：{1} 类型没有精确的合计。',
  'Name columns of type INTEGER or DECIMAL(p,s) whose sums may be published.':
    '请指定可公布合计的 INTEGER 或 DECIMAL(p,s) 类型的列。',
  '{0} is here twice.': '{0} 在此处出现两次。',
  'Remove one of the two.': '请删去其中一个。',
  'This key has {0} columns, but refers to {1}.': '此外键有 {0} 列，而所引用的有 {1} 列。',
  'Refer to one column for each column of the key, in the same order.':
    '请按相同顺序，为外键的每一列指定所引用的一列。',
  'The dataset {0} refers to itself: it cannot be read before itself.':
    '数据集 {0} 引用了自身：无法先于自身读取。',
  'The dataset {0} refers to {1} in turn: neither can be read before the other.':
    '数据集 {0} 又引用了 {1}：两者都无法先行读取。',
  'Remove a foreign key of this circle.': '请删去循环中的一个外键。',
  '{0} is of type {1}, but {2} of {3} of type {4}.': '{0} 的类型为 {1}，而 {3} 的 {2} 的类型为 {4}。',
  'Give both the same type, or name another column.': '请将两者改为同一类型，或指定其他列。',

  // Headers
  semicolons: '分号',
  tabs: '制表符',
  'vertical bars': '竖线',
  'full-width commas': '全角逗号',
  comma: '逗号',
  'the header': '表头',
  'the first line': '首行',
  'The first line is a title: the columns are named in line {0}.': '首行是标题：各列的名称在第 {0} 行。',
  'Remove the line above line {0}.': '请删去第 {0} 行上方的一行。',
  'Remove the lines above line {0}.': '请删去第 {0} 行上方的各行。',
  'The cells of this file are separated by {0}, not by commas.': '此文件的单元格以{0}分隔，而不是逗号。',
  'Save it as CSV with commas between the cells; in Excel choose the type "CSV UTF-8 (Comma delimited)".':
    '请另存为以逗号分隔的 CSV；在 Excel 中请选择“CSV UTF-8（逗号分隔）”类型。',
  'The header has more problems than these {0}.': '除以上 {0} 个问题外，表头还有更多问题。',
  'A second column has no name.': '又有一列没有名称。',
  'This is a second column {0}.': '此处是第二个名为 {0} 的列。',
  'Keep one of the two and remove the other.': '请保留其中一个，删去另一个。',
  'A column has no name.': '有一列没有名称。',
  '{0} is not a column of {1}.': '{1} 没有名为 {0} 的列。',
  'Add it to {0}; the columns are: {1}.': '请将其添加到{0}；应有的列：{1}。',
  'Write {0} for {1} in the file, or {2} for it in the contract.':
    '请在文件中将 {1} 改为 {0}，或在数据契约中为其写明 {2}。',
  'The column "{0}" is missing.': '缺少列 "{0}"。',
  'Name it, or remove it.': '请为其命名，或删去该列。',
  'Did you mean {0}?': '是否应为 {0}？',

  // Rows
  'The file has no rows below the header.': '表头以下没有任何数据行。',
  'Export it again with its rows.': '请重新导出，并包含数据行。',
  'No row of this file meets its contract.': '此文件没有一行符合数据契约。',
  'Correct the rows listed here, or the contract.': '请改正此处列出的行，或修改数据契约。',
  'This row has {0} cell, but the header has {1}.': '此行有 {0} 个单元格，而表头有 {1} 个。',
  'This row has {0} cells, but the header has {1}.': '此行有 {0} 个单元格，而表头有 {1} 个。',
  'Write numbers without commas (12300, not 12,300), and put a text that contains a comma in quotation marks: "a, b".':
    '数值请不加逗号（写 12300，不写 12,300）；含有逗号的文本请加引号："a, b"。',
  'Put a text that contains {0} in quotation marks.': '含有 {0} 的文本请加引号。',
  'Add the missing cells; an empty cell still needs its {0}.':
    '请补上缺少的单元格；空单元格也需要 {0} 分隔。',
  'There is a quotation mark inside a cell that does not begin with one.':
    '单元格并非以引号开头，其中却有引号。',
  'Put the whole cell in quotation marks and double the one inside: "5"" wafer".':
    '请将整个单元格加上引号，并将其中的引号写成两个："5"" wafer"。',
  'A quotation mark closes the cell, but more text follows before the next comma.':
    '引号已结束该单元格，但在下一个逗号之前还有文字。',
  'Move the text inside the quotation marks, and double any quotation mark within: "5"" wafer".':
    '请将文字移到引号之内，并将其中的引号写成两个："5"" wafer"。',
  'A quotation mark opens here and is never closed, so everything after it is one cell.':
    '此处的引号没有结束，其后的全部内容成了一个单元格。',
  'Close it at the end of the cell, or remove it.': '请在该单元格末尾补上引号，或删去此引号。',
  'This row is longer than 2 000 000 bytes.': '此行超过 2 000 000 字节。',
  'Look for a quotation mark that is missing at the end of a cell near its beginning.':
    '请检查此行开头附近是否有单元格末尾缺少引号。',
  'The caller cancelled the reading.': '调用方取消了读取。',

  // Rejected cells
  '{0} is {1}': '{0} 为 {1}',
  '{0}, which means {1}, but a figure must be given.': '{0}，表示 {1}，但此处必须填写数值。',
  '{0} is empty but must be given.': '{0} 为空，但必须填写。',
  'Fill in the cell, or remove the row.': '请填写该单元格，或删去该行。',
  '{0} but must be {1}, or a mark that "missing" names in the contract.':
    '{0}，应为{1}，或数据契约的 "missing" 中列出的标记。',
  '{0} but must be {1}.': '{0}，应为{1}。',
  '{0}: it begins or ends with a blank.': '{0}：首尾有空白。',
  '{0}, which is not among its values.': '{0}，不在该列的取值之内。',
  '{0} but must be at least {1}.': '{0}，应不小于 {1}。',
  'Correct the cell.': '请改正该单元格。',
  '{0} but must be at most {1}.': '{0}，应不大于 {1}。',
  '{0} but a year is written as its first day.': '{0}，年份应写成该年的首日。',
  '{0} but a month is written as its first day.': '{0}，月份应写成该月的首日。',
  '{0} but a quarter is written as its first day.': '{0}，季度应写成该季度的首日。',
  '{0} but a half-year is written as its first day.': '{0}，半年应写成该半年的首日。',
  '{0}, but the figures of this file cover the days up to {1}.': '{0}，而此文件的数据只到 {1} 为止。',
  'Correct the date, or, if all later figures are complete, write a later "reportedThrough" in the contract.':
    '请改正日期；若后续数据均已齐备，请在数据契约中写更晚的 "reportedThrough"。',
  '{0} ({1}) are already in {2}.': '{0}（{1}）已经存在，见{2}。',
  '{0} ({1}) is already in {2}.': '{0}（{1}）已经存在，见{2}。',
  'Keep one of the two rows and remove the other.': '请保留其中一行，删去另一行。',
  '{0}, which is already in {1}, but no two rows may have the same value.':
    '{0}，该值已经存在，见{1}，而各行的值不得相同。',
  'Correct one of the two, or leave one cell empty if that is allowed.':
    '请改正其中一个；若允许为空，可将其中一个单元格留空。',
  '{0} ({1}) are in no row of {2}.': '{2} 中没有 {0}（{1}）的行。',
  '{0}, which is in no row of {1}.': '{0}，{1} 中没有这样的行。',
  '{0} is {1}, but the measures of task {2} have the numbers from 1 to {3}.':
    '{0} 为 {1}，而任务 {2} 的措施编号为 1 至 {3}。',
  'Write the number of a measure in the order of the plan, or 0 for the task as a whole.':
    '请按计划中的次序填写措施编号；报送任务整体时填 0。',
  '{0} is {1}, after the day of the report, {2}.': '{0} 为 {1}，晚于报送日 {2}。',
  'Correct one of the two days. The day on which something is to be done is written as "due".':
    '请改正其中一个日期；计划完成的日期应填入 "due"。',
  '{0}, outside the days of the plan from {1} to {2}.': '{0}，不在计划期 {1} 至 {2} 之内。',
  'Correct the day.': '请改正日期。',
  '{0}, which is no address of a web page.': '{0}，不是网页地址。',
  'Write it like https://www.pudong.gov.cn/, or leave the cell empty.':
    '请写成 https://www.pudong.gov.cn/ 的形式，或将该单元格留空。',
  'Correct the cell, or add the row to {0}.': '请改正该单元格，或在 {0} 中添加该行。',
  'Correct the cell, e.g. {0}.': '请改正该单元格，例如 {0}。',
  'Add {0} to "forms" in the contract, or correct the cell.':
    '请在数据契约的 "forms" 中添加 {0}，或改正该单元格。',
  'Add {0} to "forms" in the contract, or correct the cell, e.g. {1}.':
    '请在数据契约的 "forms" 中添加 {0}，或改正该单元格，例如 {1}。',
  'line {0}': '第 {0} 行',
  '{0} malformed rows in all; the first {1} are listed.': '格式错误的行共 {0} 行；已列出前 {1} 行。',
  '{0} rows with the key of an earlier one in all; the first {1} are listed.':
    '与前面的行主键重复的行共 {0} 行；已列出前 {1} 行。',
  '{0} cells of {1} with this fault in all; the first {2} are listed.':
    '{1} 中有此问题的单元格共 {0} 个；已列出前 {2} 个。',
  'If all have one cause, such as a formula or a template, correct it there and export the file again.':
    '若都由同一原因造成（例如公式或模板），请在源头改正后重新导出文件。',
  '{0}, which names no state of a figure.': '{0}，不是任何数据状态。',
  '{0} Or name it under "revision" in the contract, with its state.':
    '{0}或在数据契约的 "revision" 中写明该词对应的状态。',
  'a day of the calendar written like 2026-10-31': '写成 2026-10-31 形式的日期',
  '{0} in {1}': '{0}（单位：{1}）',
  'a whole number from -2147483648 to 2147483647': '-2147483648 至 2147483647 之间的整数',
  'a number of at most {0} digits before the point': '整数部分至多 {0} 位的数值',
  'a number with at most 1 decimal': '至多 1 位小数的数值',
  'a number with at most {0} decimals': '至多 {0} 位小数的数值',
  'Leave the cell empty, or fill it in.': '请将该单元格留空，或填写内容。',
  'Remove the blanks at its ends.': '请删去首尾的空白。',

  // Proposed contracts
  'No column of this file contains dates, but each figure of a series needs a date.':
    '此文件没有日期列，而序列中的每个数据都需要日期。',
  'The column {0} contains no dates.': '列 {0} 中没有日期。',
  'Add a column of days or months, written like 2026-09-01, 2026/9/1, 2026年9月1日 or 2026年9月.':
    '请添加一列日期或月份，写成 2026-09-01、2026/9/1、2026年9月1日 或 2026年9月 的形式。',
  '{0} It is listed under "ignore".': '{0}该列已列入 "ignore"。',
  'If it is needed, store it as text, a number or a date.': '若需要该列，请存为文本、数值或日期。',
  'Only all columns together distinguish the rows: they are the key.':
    '只有全部列合在一起才能区分各行：主键为全部列。',
  'Write under "key" the columns that identify a row, without the figures.':
    '请在 "key" 中列出能标识一行的列，不含数值列。',
  'This file has {0} columns, and a dataset has at most {1}.': '此文件有 {0} 列，而数据集至多 {1} 列。',
  'Keep the columns that are needed. If each time or place has a column, write them as rows.':
    '请只保留需要的列；若每个时间或地区各占一列，请改写成多行。',
};

export const dataset: Translation = { ...contracts, ...read };
