import type { Translation } from '../../base/sentence.js';

export const session: Translation = {
  'The argument "dataset.table" has {0} names, {1} columns and "rowCount": {2}, which do not match. Give the table that readTable returns.':
    '参数 "dataset.table" 有 {0} 个名称、{1} 列，"rowCount" 为 {2}，彼此不符。请给出 readTable 的结果。',
  'The argument "dataset" needs either "table" (from readTable) or "file".':
    '参数 "dataset" 须有 "table"（readTable 的结果）和 "file" 两者之一。',
  'This engine cannot read a path. Give the content of the file.': '此引擎不读取路径。请给出文件的内容。',
  'The contract cannot be used.': '无法使用此数据契约。',
  'The metrics cannot be used.': '无法使用这些指标。',
  'The release already has a dataset {0}. Give yours another id.':
    '发布文件夹中已有数据集 {0}。请为您的数据集改用其他 id。',
  'The dataset {0} belongs to the release and cannot be removed. Close the release to remove it.':
    '数据集 {0} 属于发布文件夹，不能移除。如需移除，请关闭发布文件夹。',
  'There is no dataset {0}. {1}': '没有数据集 {0}。{1}',
  'The dataset {0} refers to {1}. Remove it first.': '数据集 {0} 引用了 {1}。请先移除前者。',
  'The release already has a metric {0}.': '发布文件夹中已有指标 {0}。',
  'Give yours another id.': '请改用其他 id。',
  'Another createMetrics uses this engine. Close that one first, give this one its own engine, or use a sharedEngine for both.':
    '另一个 createMetrics 正在使用此引擎。请先关闭它，或为本处单独建立引擎，或让两者共用 sharedEngine。',
  'Nothing is open. Call open with the address of a manifest.json, or add a dataset of your own, first.':
    '尚未打开任何内容。请先用 manifest.json 的地址调用 open，或添加自己的数据集。',
  'No release is open. Call open with the address of its manifest.json first.':
    '尚未打开发布文件夹。请先用其 manifest.json 的地址调用 open。',
  'The session was closed, or another release was opened, before this call ended.':
    '此次调用完成之前，会话已关闭，或已打开另一发布文件夹。',
  'The metrics {0} have sums of more than the 38 digits that can be added exactly.':
    '指标 {0} 的合计超过可精确相加的 38 位数字。',
  'The metric {0} has a sum of more than the 38 digits that can be added exactly.':
    '指标 {0} 的合计超过可精确相加的 38 位数字。',
  'Give their columns fewer digits in the contract of {0}, such as DECIMAL(18,2), the metrics a smaller "scale", or the query a shorter "during".':
    '请在 {0} 的数据契约中减少这些列的位数（例如 DECIMAL(18,2)），为这些指标设较小的 "scale"，或缩短查询的 "during"。',
  'Give their columns fewer digits in the contract of {0}, such as DECIMAL(18,2), or the query a shorter "during".':
    '请在 {0} 的数据契约中减少这些列的位数（例如 DECIMAL(18,2)），或缩短查询的 "during"。',
  'Give its column fewer digits in the contract of {0}, such as DECIMAL(18,2), the metric a smaller "scale", or the query a shorter "during".':
    '请在 {0} 的数据契约中减少该列的位数（例如 DECIMAL(18,2)），为该指标设较小的 "scale"，或缩短查询的 "during"。',
  'Give its column fewer digits in the contract of {0}, such as DECIMAL(18,2), or the query a shorter "during".':
    '请在 {0} 的数据契约中减少该列的位数（例如 DECIMAL(18,2)），或缩短查询的 "during"。',
  'The option "{0}" is {1}. Give {2}.': '选项 "{0}" 为 {1}。请给出 {2}。',
  'The option "dates" is {0}. Give "Date", or leave the options out.':
    '选项 "dates" 为 {0}。请给出 "Date"，或不写选项。',
  'The option "cacheBytes" is {0}. Give a number of bytes, 0 for no cache.':
    '选项 "cacheBytes" 为 {0}。请给出字节数，0 表示不缓存。',
  'No release "{0}" is attached. {1}': '没有名为“{0}”的附加发布文件夹。{1}',
  'The release "{0}" was closed, or replaced.': '发布文件夹“{0}”已关闭，或已被替换。',
  'This engine has one database only. Use wasmEngine or nodeEngine, or a second createMetrics with an engine of its own.':
    '此引擎只有一个数据库。请用 wasmEngine 或 nodeEngine，或用另一个 createMetrics 及其单独的引擎。',
  'The filter was closed.': '该筛选已关闭。',
  'The dataset "{0}" was replaced, or is no longer there. Make the filter again.':
    '数据集“{0}”已被替换，或已不存在。请重新建立筛选。',
  'The field "{0}" has {1} periods, and a filter has at most {2} values of each field. Name a longer grain.':
    '字段“{0}”有 {1} 期，而筛选的每个字段最多 {2} 个值。请改用更粗的粒度。',
  'The field "{0}" has about {1} values, and a filter has at most {2} of each field. Name a column with fewer.':
    '字段“{0}”约有 {1} 个值，而筛选的每个字段最多 {2} 个。请改用值较少的列。',
  'These rows were closed. Ask for the rows again.': '这些数据行已关闭。请重新请求。',
  'The data behind these rows were closed, or replaced. Ask for the rows again.':
    '这些数据行所依据的数据已关闭或被替换。请重新请求。',
  'The argument "{0}" is {1}. Give a whole number, 0 or more.': '参数 "{0}" 为 {1}。请给出不小于 0 的整数。',
  'The argument "{0}" is {1}. Give a whole number from {2} to {3}.':
    '参数 "{0}" 为 {1}。请给出 {2} 至 {3} 之间的整数。',
  'The rows of {0} are confidential, and only its public cube may be shown.':
    '{0} 的数据行是保密的，只能显示其公开汇总数据。',
  'Publish it and open the release, or remove "cube" from the contract.':
    '请先发布并打开发布文件夹，或从数据契约中删除 "cube"。',
  '{0} has a column "rowid", which is the name of the engine for the number of a row.':
    '{0} 有一列名为 "rowid"，而引擎用此名表示行号。',
  'Give the column another name in the contract.': '请在数据契约中为该列改用其他名称。',
};
