import type { Translation } from '@zj/metrics';

/** The sentences of `zj verify`. */
export const verify: Translation = {
  'compute a published release again, and compare every figure': '重算已发布的结果，并逐一比对全部数值',
  'ADDRESS is the manifest.json of a release, or the folder that contains it, as a path or as an address that begins with http.':
    'ADDRESS 是发布文件夹中的 manifest.json，或该文件夹本身，可以是路径，也可以是以 http 开头的地址。',
  'All files are read and held against the digests of the manifest. Then every goal, series, ladder and list of tasks is computed again from the published database, and compared.':
    '先读取全部文件，并与清单中的摘要比对；再由已发布的数据库重算每个目标、系列、企业梯度和任务，并与已发布的结果比对。',
  'The last line says whether all of it is equal. It does not prove that the data are true.':
    '最后一行说明是否全部相等。这不证明数据本身真实。',
  'show the steps and the figures of one goal, and all differences':
    '只显示一个目标的步骤和数值，以及全部不一致之处',
  'print each statement': '显示每条 SQL 语句',
  'print the whole verification as JSON, for programs': '以 JSON 输出完整的核验结果，供程序使用',
  'seconds that the network may be silent or slower than 1 kB a second (default 20)':
    '网络无数据或每秒不足 1 kB 可持续的秒数（默认 20）',
  'Exit codes': '退出代码',
  'everything is equal': '全部相等',
  'something is not equal': '有不相等之处',
  'the call makes no sense': '命令写法有误',
  'it could not be checked: a file or the network is missing': '未能核验：缺少文件或网络不通',
  'One address is expected, but {0} are named.': '应指定一个地址，却指定了 {0} 个。',
  'No address is named.': '没有指定地址。',
  'Write zj verify ADDRESS, such as zj verify build/park.':
    '请写 zj verify ADDRESS，例如 zj verify build/park。',
  '"{0}" is not a number of seconds.': '"{0}" 不是有效的秒数。',
  'Use a whole number from 1 to 9999.': '请用 1 至 9999 之间的整数。',
  'The plan has no goal "{0}".': '计划中没有目标 "{0}"。',
  'Write it like https://park.example/release/manifest.json.':
    '请写成 https://park.example/release/manifest.json 的形式。',
  '"{0}" is not an address that begins with http or https.': '"{0}" 不是以 http 或 https 开头的地址。',
  'The address contains a user name or a password.': '地址中含有用户名或密码。',
  'This folder contains no manifest.json, so it is not a release.':
    '此文件夹中没有 manifest.json，因此不是发布文件夹。',
  'Name the folder that zj publish wrote.': '请指定 zj publish 生成的文件夹。',

  // Reading
  'reading manifest.json …': '正在读取 manifest.json …',
  'reading {0} …': '正在读取 {0} …',
  'reading {0} … {1}': '正在读取 {0} … {1}',
  'computing … {0} of {1}: {2} {3}': '正在重算 … {0}/{1}：{2} {3}',
  'Check the address and the network, and try again.': '请检查地址和网络后重试。',
  'the server stopped sending, or sends less than 1 kB a second, for {0} seconds':
    '服务器在 {0} 秒内停止发送，或每秒发送不足 1 kB',
  'Try again later, or ask the administrator of the server.': '请稍后重试，或联系服务器管理员。',
  'Check the address, and that all files of the release are on the server.':
    '请检查地址，并确认发布文件夹中的全部文件都在服务器上。',
  'there is no server of this name': '没有此名称的服务器',
  'there is no network, or no server of this name': '网络不通，或没有此名称的服务器',
  'no server answers there': '该处没有服务器响应',
  'there is no network': '网络不通',
  'the server cannot be reached': '无法连接到服务器',
  'the connection was cut': '连接中断',
  'It has more than {0} bytes, so it is not a manifest.': '此文件超过 {0} 字节，不是清单。',
  'Check the address: it must be that of a release’s manifest.json, or of its folder.':
    '请检查地址：应为发布文件夹的 manifest.json 或其所在文件夹的地址。',
  'These are the verdicts of a release, not its manifest.': '这是评判结果文件，不是清单。',
  'Name the manifest.json beside them.': '请指定同一文件夹中的 manifest.json。',
  'This is a folder, a pipe or a device, not a file.': '这是文件夹、管道或设备，不是文件。',
  'Put the file of the release there.': '请在该处放入发布文件夹中的文件。',
  'Ask the publisher for the release as it was published.': '请向发布单位索取原样的发布文件。',
  'Try again, or on a larger machine.': '请重试，或换用内存更大的机器。',

  // Checks
  equal: '相等',
  'NOT EQUAL': '不相等',
  result: '结果',
  step: '步骤',
  rows: '数据行',
  ms: '毫秒',
  'as published': '已公布的数值',
  file: '文件',
  manifest: '清单',
  'plan and day': '计划与日期',
  'goal without a figure': '不予公布的目标',
  facts: '数据情况',
  series: '系列',
  ladder: '企业梯度',
  tasks: '任务',
  '{0} bytes, SHA-256 {1}…': '{0} 字节，SHA-256 {1}…',
  '{0} facts about the data': '{0} 项数据情况',
  'it is much longer than the {0} bytes that the manifest names': '文件远大于清单所列的 {0} 字节',
  'it has {0} bytes, and the manifest names {1}': '文件为 {0} 字节，清单所列为 {1} 字节',
  'its SHA-256 is {0}, and the manifest names {1}': '文件的 SHA-256 为 {0}，清单所列为 {1}',
  'its SHA-256 is not the one that the manifest names': '文件的 SHA-256 与清单所列不同',
  'it is not the manifest that verdicts.json was published with': '这不是与 verdicts.json 一同发布的清单',
  'different: {0}': '不一致：{0}',
  'the release does not say why': '发布内容未说明原因',
  'the SHA-256 of its rows is {0}, and the manifest names {1}': '数据行的 SHA-256 为 {0}，清单所列为 {1}',
  '{0}: published {1}, computed {2}': '{0}：已公布 {1}，重算 {2}',
  'it follows from the data, and is not published': '由数据可以算出，却没有公布',
  'it is published, and does not follow from the data, or is published twice':
    '已公布，却不能由数据算出，或重复公布',
  'the manifest names no such file, and must': '清单应列出此文件，却没有列出',
  'nothing in the plan gives such a file, or it is listed twice': '计划不产生此文件，或重复列出',
  'it cannot be read as JSON': '不能读作 JSON',
  '{0}: {1}': '{0}：{1}',
  '-- {0} {1}: {2} rows, {3} ms': '-- {0} {1}：{2} 行，{3} 毫秒',
  '{0};': '{0};',

  // The figures of a goal
  figure: '数值项',
  computed: '重算',
  baseline: '基期值',
  schedule: '时序进度',
  forecast: '预测',
  'still needed': '尚需完成',
  'published methods': '各评判方法',

  // The last line
  'Equal: all {0} checks. This proves that the published figures follow from the published data by the published method; it does not prove that the data are true.':
    '相等：{0} 项核验全部一致。这证明已公布的数值由已公布的数据按已公布的方法得出；不证明数据本身真实。',
  'Not equal: {0} of {1} checks. {2}': '不相等：{1} 项核验中有 {0} 项不一致。{2}',
  'Not equal: the release cannot be computed again from its own files. {0}':
    '不相等：不能由发布文件重算出结果。{0}',
  'This proves that the release does not follow from the published data by the published method; it does not prove which of the two is right.':
    '这证明已发布的内容不能由已公布的数据按已公布的方法得出；不证明二者孰是。',
  'It could not be checked. This says nothing about the figures.': '未能核验。这不说明数值是否正确。',
};
