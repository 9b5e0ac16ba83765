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
};
