import type { Translation } from '../../base/sentence.js';

/** Files that are read: {@link dataset} has the rest. */
export const read: Translation = {
  // Any file
  'Export or copy the file again.': '请重新导出或复制该文件。',
  'Export it again, with a header that names the columns.': '请重新导出，并包含写明各列名称的表头。',
  'The file is empty.': '文件是空的。',
  'a workbook': '工作簿',
  'a Parquet file': 'Parquet 文件',
  'an Arrow file': 'Arrow 文件',
  'This is a web page with the name of a workbook.': '这是一个网页，却使用了工作簿的文件名。',
  'Open it in its program and save it as .xlsx.': '请用相应程序打开，并另存为 .xlsx。',
  'Export or copy the file again; a text of comma-separated cells is called .csv.':
    '请重新导出或复制该文件；以逗号分隔的文本应使用 .csv 扩展名。',
  'By its name this is {0}, but its content is not.': '文件名表明这是{0}，实际并不是。',
  'The file name is wrong: this is {0}, and was read as such.': '文件名有误：这实际是{0}，已据此读取。',
  'Give the file the correct ending.': '请为文件改用正确的扩展名。',
  'This is a packed archive.': '这是一个压缩包。',
  'Unpack it first.': '请先解压。',
  'There is a NUL byte here, which a text may not contain.': '此处有一个 NUL 字节，文本中不应出现。',
  'Remove it, or export the file again. Incomplete files and fields of some databases contain such bytes.':
    '请将其删去，或重新导出文件：未写完的文件和某些数据库的字段会含有这种字节。',
  'There is half of a character here, which a text may not contain.': '此处只有半个字符，文本中不应出现。',
  'Write the whole character, or export the file again. Programs that shorten texts may cut a character in half.':
    '请写出完整的字符，或重新导出文件：截断文本的程序会留下半个字符。',

  // CSV
  'The contract says {0}, but the file begins with the byte order mark of {1}.':
    '数据契约写的是 {0}，而文件以 {1} 的字节顺序标记开头。',
  'Write "encoding": "{0}" in the contract, or remove it.':
    '请在数据契约中写 "encoding": "{0}"，或删去该项。',
  'The bytes here are not a character of {0}.': '此处的字节不是 {0} 的字符。',
  'Save the file again as UTF-8 (in Excel: "CSV UTF-8 (Comma delimited)"), or declare its "encoding" in the contract.':
    '请将文件另存为 UTF-8（在 Excel 中选择“CSV UTF-8（逗号分隔）”），或在数据契约中声明其 "encoding"。',
  'This is not a text file, or it is UTF-16 without a byte order mark.':
    '这不是文本文件，或是没有字节顺序标记的 UTF-16 文件。',
  'Export it again as CSV, or declare "encoding": "utf-16" in the contract.':
    '请重新导出为 CSV，或在数据契约中声明 "encoding": "utf-16"。',
  'This is not UTF-8, and was read as GB 18030 (GBK).': '这不是 UTF-8，已按 GB 18030（GBK）读取。',
  'Check that names are shown correctly. If not, declare the "encoding" in the contract.':
    '请检查名称是否显示正确；若不正确，请在数据契约中声明 "encoding"。',
  'A wrong quotation mark spans several lines, so the rows of the file are unclear.':
    '有误的引号跨越多行，无法判断文件中有哪些行。',
  'Correct the quotation marks listed here, then read it again.': '请改正此处列出的引号，再重新读取。',
  'The first line, {0}, says that the cells are separated by {1}, which cannot be read here.':
    '首行 {0} 指明单元格以 {1} 分隔，此处无法读取。',
  'Save the file as CSV with commas between the cells, and remove the line.':
    '请将文件另存为以逗号分隔的 CSV，并删去该行。',
  'The first line, {0}, is not a row: it says that the cells below are separated by {1}.':
    '首行 {0} 不是数据行：它指明以下单元格以 {1} 分隔。',
  'If another program reads the line as the header, remove it.': '若其他程序将该行当作表头，请将其删去。',

  // JSON
  'This JSON is {0} without rows.': '此 JSON 为{0}，其中没有数据行。',
  'Write the rows as a list of objects: [{ … }, { … }], or { "rows": [ … ] }.':
    '请将各行写成对象的列表：[{ … }, { … }]，或 { "rows": [ … ] }。',
  'This JSON is larger than 512 MB, and cannot be read as one text.':
    '此 JSON 超过 512 MB，无法作为一个文本读取。',
  'Write it as CSV or Parquet, or in several files.': '请改为 CSV 或 Parquet，或拆成多个文件。',
  'The values of {0} are objects, not single values.': '{0} 的值是对象，而不是单个值。',
  'The values of {0} are lists, not single values.': '{0} 的值是列表，而不是单个值。',
  'Write their parts under keys of their own, or leave the key out.':
    '请将其各部分写在各自的键下，或删去该键。',
  'The rows of this JSON have more than {0} different keys.': '此 JSON 各行的不同键超过 {0} 个。',
  'Write the part that differs between rows as a value, under one key for all rows.':
    '请将各行不同的内容写成值，并让各行使用同一个键。',
  'This is not an object, so it is not a row.': '这不是对象，因此不是数据行。',
  'Write each row as an object: { "month": "2026-09-01", … }.':
    '请将每一行写成对象：{ "month": "2026-09-01", … }。',
  '{0} contains an object, not a single value.': '{0} 的内容是对象，而不是单个值。',
  '{0} contains a list, not a single value.': '{0} 的内容是列表，而不是单个值。',
  'Write its parts under keys of their own.': '请将其各部分写在各自的键下。',

  // Parquet and Arrow
  '{0} It is left out.': '{0}该列未读取。',
  'List it under "ignore" in the contract, or store it as text.':
    '请在数据契约的 "ignore" 中列出该列，或将其存为文本。',
  'The column {0} is of type {1}, which cannot be read as text, number, date or truth value.':
    '列 {0} 的类型为 {1}，无法作为文本、数值、日期或真假值读取。',
  'Leave the column out, or store it as text.': '请去掉该列，或将其存为文本。',
  'Store the day (a date), or the time in one place without a zone; or leave the column out.':
    '请只存日期，或存某一地点不带时区的时间；也可去掉该列。',
  'Timestamp with the time zone {0}': '带时区 {0} 的 Timestamp',
  'TIMESTAMP adjusted to UTC': '已换算为 UTC 的 TIMESTAMP',
  'The times of the column {0} are of type INT96, without a time zone. They were read unchanged.':
    '列 {0} 的时间为 INT96 类型，没有注明时区：已按原样读取。',
  'Check that the days are right, and write them as dates.': '请检查日期是否正确，并改写为日期类型。',
  'The column {0} of this Parquet file is cut off.': '此 Parquet 文件的列 {0} 不完整。',
  'This Parquet file cannot be read ({0}).': '无法读取此 Parquet 文件（“{0}”）。',
  'The columns of this Parquet file are compressed with {0}, which cannot be read here.':
    '此 Parquet 文件的列使用 {0} 压缩，此处无法读取。',
  'Write it with SNAPPY, GZIP or ZSTD.': '请改用 SNAPPY、GZIP 或 ZSTD 压缩。',
  'This Arrow file is cut off.': '此 Arrow 文件不完整。',
  'This Arrow file cannot be read ({0}).': '无法读取此 Arrow 文件（“{0}”）。',
  'The numbers of this Arrow file are big-endian, which cannot be read here.':
    '此 Arrow 文件的数值为大端字节序，此处无法读取。',
  'Write it as little-endian, or as Parquet or CSV.': '请以小端字节序重新生成，或改为 Parquet 或 CSV。',
  'The values of this Arrow file are compressed, which cannot be read here.':
    '此 Arrow 文件的数据经过压缩，此处无法读取。',
  'Write it without compression, or as Parquet.': '请不加压缩重新生成，或改为 Parquet。',
  'a batch lacks parts of its columns': '某批数据缺少列的一部分',
  'a batch is shorter than declared': '某批数据短于其声明的长度',
  'its columns differ in length': '各列长度不一',
  'a batch has more rows than bits': '某批数据的行数超出其容量',
  'a text runs beyond the message': '某文本超出消息的范围',
  'a list runs beyond the message': '某列表超出消息的范围',
  'the numbers of a column have no known size': '某列数值的长度未知',
  'a column is shorter than declared': '某列短于其声明的长度',
  'a text runs beyond its column': '某文本超出所在列的范围',
  'a text is in a part that does not exist': '某文本所在的部分不存在',
  'type {0} is not known': '类型 {0} 未知',
  'it has no schema': '缺少结构说明',
  'a value is not among those of its column': '某个值不在所在列的取值之内',

  // Workbooks
  'This workbook is protected by a password.': '此工作簿受密码保护。',
  'Open it in its program and save it without a password.': '请用相应程序打开，取消密码后保存。',
  'This workbook is cut off.': '此工作簿不完整。',
  'This archive contains no Excel workbook.': '此压缩包中没有 Excel 工作簿。',
  'This document contains no Excel workbook.': '此文档中没有 Excel 工作簿。',
  'Save it as .xlsx.': '请另存为 .xlsx。',
  'This workbook cannot be read: {0}.': '无法读取此工作簿：{0}。',
  'This workbook cannot be read ({0}).': '无法读取此工作簿（“{0}”）。',
  'Open it in its program and save it again as .xlsx.': '请用相应程序打开，并重新存为 .xlsx。',
  'The part {0} of this workbook is damaged.': '此工作簿的 {0} 部分已损坏。',
  'The workbook has no sheet {0}.': '工作簿中没有工作表 {0}。',
  'The sheet {0} of this workbook cannot be read: {1}.': '无法读取此工作簿的工作表 {0}：{1}。',
  'Open the workbook in its program and save it again, or copy it again.':
    '请用相应程序打开工作簿并重新保存，或重新复制。',
  'The sheet {0} was read, and not the other one.': '读取了工作表 {0}，没有读取另一个工作表。',
  'The sheet {0} was read, and not the {1} others.': '读取了工作表 {0}，没有读取另外 {1} 个工作表。',
  'Name the right sheet as "sheet" in the contract, or when you read the file.':
    '请在数据契约的 "sheet" 中或读取文件时指明正确的工作表。',
  'This cell shows {0}, not a value.': '此单元格显示 {0}，而不是数值。',
  'Correct its formula, or the cells that it refers to.': '请改正其公式，或公式所引用的单元格。',
  'The formula of this cell was never computed.': '此单元格的公式从未计算过。',
  'Open the workbook in its program and save it there.': '请用相应程序打开工作簿并保存。',
  'The result of this formula is not valid: the workbook computes it again when it is opened.':
    '此公式的结果无效：工作簿在打开时会重新计算。',
  '{0} If that does not help, replace its formulas by values.': '{0}若仍无效，请将公式替换为数值。',
  'The formula of this cell has no result or an empty text; the file does not say which.':
    '此单元格的公式没有结果，或结果为空文本：文件没有说明是哪一种。',
  '{0} If it should be empty, clear the cell.': '{0}若本来没有内容，请清空该单元格。',
  'This number has {0} digits, but a workbook keeps only 15: the last digits are lost.':
    '此数值有 {0} 位，而工作簿只保留 15 位：末尾几位已丢失。',
  'Format the cells as text, then enter their digits again.': '请将单元格设为文本格式，再重新输入。',
  'This cell is declared as a number, but has no content.': '此单元格应为数值，却没有内容。',
  'This cell is declared as a number, but contains {0}.': '此单元格应为数值，内容却是 {0}。',
  'Enter the number again, or export the workbook from its program.':
    '请重新输入数值，或从相应程序重新导出工作簿。',
  'This cell contains {0}, which is not a value of its type.': '此单元格的内容 {0} 与其类型不符。',
  'Enter the value again, or export the workbook from its program.':
    '请重新输入内容，或从相应程序重新导出工作簿。',
  'The figure {0} is in one cell merged over several rows: the part of each row is unknown.':
    '数值 {0} 所在的单元格跨越多行：无法判断各行分别是多少。',
  'Split the merged cell, and enter a figure in each row.': '请拆分合并的单元格，并在每行填写数值。',
  '1 row': '1 行',
  '{0} rows': '{0} 行',
  '1 column': '1 列',
  '{0} columns': '{0} 列',
  'This sheet hides {0}, which were read like all others.': '此工作表隐藏了 {0}，已与其余内容一并读取。',
  'If they are not wanted, remove them from the workbook.': '若不需要这些内容，请从工作簿中删去。',
  'a column without a name': '无名称的列',
  '1 cell of {0} is shown as a percentage': '{0} 中有 1 个单元格以百分比显示',
  '{0} cells of {1} are shown as a percentage': '{1} 中有 {0} 个单元格以百分比显示',
  '{0}, but the unit of the column is not %: the stored value was read, {1} for {2} %.':
    '{0}，而该列的单位不是 %：已按存储的值读取，{2} % 读作 {1}。',
  'If the column is in %, give it the unit % in the contract.':
    '若该列的单位是 %，请在数据契约中写明单位 %。',
  '{0} and was read as shown: {1} for {2} %, which is stored as {3}.':
    '{0}，已按显示的值读取：{2} % 读作 {1}，存储的值为 {3}。',
  '{0} and were read as shown: {1} for {2} %, which is stored as {3}.':
    '{0}，已按显示的值读取：{2} % 读作 {1}，存储的值为 {3}。',
  'Check that the cells not shown as a percentage are in the same unit.':
    '请确认未以百分比显示的单元格也使用同一单位。',
  '1 row contains only formulas whose result is an empty text, and was left out.':
    '有 1 行只含结果为空文本的公式，未读取。',
  '{0} rows contain only formulas whose result is an empty text, and were left out.':
    '有 {0} 行只含结果为空文本的公式，未读取。',
  'If they should have figures, open the workbook in its program and save it there.':
    '若本应有数值，请用相应程序打开工作簿并保存。',
  '1 cell is hidden below merged cells and was left out: it contains {0}.':
    '有 1 个单元格被合并的单元格遮住，未读取：此处的内容为 {0}。',
  '{0} cells are hidden below merged cells and were left out: this one contains {1}.':
    '有 {0} 个单元格被合并的单元格遮住，未读取：此处的内容为 {1}。',
  'If these values are needed, split the merged cells; else clear them.':
    '若需要这些内容，请拆分合并的单元格；否则请将其清空。',
  'it has two parts {0}': '有两个名为 {0} 的部分',
  'its part {0} is missing': '缺少 {0} 部分',
  'its part {0} is damaged': '{0} 部分已损坏',
  'its part is missing or damaged': '该部分缺失或已损坏',
  'the workbook does not say which of its parts it is': '工作簿没有说明该工作表是哪一部分',
  'it lists no sheets': '没有列出任何工作表',
  'it lists a sheet without a name or a part': '列出的某个工作表没有名称或内容',
  'it is older than Excel 5, or damaged': '其版本早于 Excel 5，或已损坏',
  'its texts cannot be read: their code page is not declared': '无法读出其中的文本：没有注明代码页',
  'its texts cannot be read: their code page is {0}': '无法读出其中的文本：代码页为 {0}',
  'its dates cannot be distinguished from its numbers': '其中的日期与数值无法区分',
  'no sheet has a row {0}': '工作表不可能有第 {0} 行',
  'row {0} comes after row {1}': '第 {0} 行位于第 {1} 行之后',
  'the cell {0} is in the wrong place': '单元格 {0} 的位置有误',
  'the formula of the cell {0} fills no cells ({1})': '单元格 {0} 的公式没有填充任何单元格（{1}）',
  'the cell {0} contains <{1}>, which is not a value': '单元格 {0} 含有 <{1}>，这不是值',
  'the cell {0} uses the style {1}, which does not exist': '单元格 {0} 使用的样式 {1} 不存在',
  'the cell {0} uses the shared text {1}, which does not exist': '单元格 {0} 引用的共享文本 {1} 不存在',
  'its array formulas fill too many cells': '其数组公式填充的单元格过多',
  'it merges no cells ({0})': '有一处合并没有包含任何单元格（{0}）',
  'it hides columns that do not exist': '隐藏的列不存在',
  'it is not a worksheet': '不是工作表',
  'below row {0} there is <{1}>': '第 {0} 行之后出现 <{1}>',
  'there is a text between its cells: {0}': '单元格之间出现文本：{0}',
  'it has content after its end': '结束之后还有内容',
  '</{0}> closes nothing': '</{0}> 没有对应的开始标签',
  '</{0}> closes <{1}>': '</{0}> 与 <{1}> 不匹配',
  'it has text outside of its elements': '元素之外出现文本',
  '{0} is not a tag': '{0} 不是标签',
  'it is cut off': '内容不完整',
  'it declares a document type': '声明了文档类型',
  'an element has {0} twice': '某元素的 {0} 属性出现两次',
  'the meaning of {0} is not declared': '没有说明 {0} 的含义',
};
