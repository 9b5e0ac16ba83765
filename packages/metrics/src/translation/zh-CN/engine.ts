import type { Translation } from '../../base/sentence.js';

export const engine: Translation = {
  'The option "deadline" is {0}. Give milliseconds, 0 or more, such as 30000.':
    '选项 "deadline" 为 {0}。请给出不小于 0 的毫秒数，例如 30000。',
  'The option "deadline" is not a number. Give milliseconds, 0 or more, such as 30000.':
    '选项 "deadline" 不是数字。请给出不小于 0 的毫秒数，例如 30000。',
  'No answer within {0} s. Try again, ask for less, or allow more time with the option "deadline".':
    '{0} 秒内没有答复。请重试、减少查询内容，或用选项 "deadline" 延长时限。',
  'No answer within {0} s: the file has not arrived. Check its address and the connection, or allow more time with the option "deadline".':
    '{0} 秒内没有答复：文件尚未到达。请检查其地址和网络连接，或用选项 "deadline" 延长时限。',
  'No answer within {0} s: {1} has not arrived. Check its address and the connection, or allow more time with the option "deadline".':
    '{0} 秒内没有答复：{1} 尚未到达。请检查其地址和网络连接，或用选项 "deadline" 延长时限。',
  'No answer within {0} s: the engine has not arrived. Check the folder of its files and the connection, or allow more time with the option "deadline".':
    '{0} 秒内没有答复：查询引擎尚未到达。请检查其文件所在的文件夹和网络连接，或用选项 "deadline" 延长时限。',
  'No answer within {0} s: the database has not been read whole. Check the connection, or allow more time with the option "deadline".':
    '{0} 秒内没有答复：数据库尚未完整读取。请检查网络连接，或用选项 "deadline" 延长时限。',
  'No answer within {0} s: the engine was still being compiled. Close other pages and programs, or allow more time with the option "deadline".':
    '{0} 秒内没有答复：查询引擎仍在编译。请关闭其他页面和程序，或用选项 "deadline" 延长时限。',
  'No answer within {0} s: the engine has started, but has not answered. Close other pages and programs, ask for less, or allow more time with the option "deadline".':
    '{0} 秒内没有答复：查询引擎已启动，但没有答复。请关闭其他页面和程序、减少查询内容，或用选项 "deadline" 延长时限。',
  'No answer within {0} s: the rows of the file were still being read. Try again, or allow more time with the option "deadline".':
    '{0} 秒内没有答复：文件的行仍在读取。请重试，或用选项 "deadline" 延长时限。',
  'The caller cancelled the call.': '调用方取消了此次调用。',
  'A table has at least one column. Give one.': '表至少要有一列。请给出一列。',
  'There are two columns {0}. Give each its own name.': '有两列同名 {0}。请让每列的名称各不相同。',
  'Column {0} is of type {1}. Give DOUBLE, VARCHAR, DATE or BOOLEAN.':
    '列 {0} 的类型为 {1}。请给出 DOUBLE、VARCHAR、DATE 或 BOOLEAN。',
  'Column {0} has {1} cells, but another has {2}. Give all columns the same number.':
    '列 {0} 有 {1} 个单元格，而另一列有 {2} 个。请让各列的单元格数相同。',
  'Column {0} contains {1} in row {2}. Give {3}, or null for an empty cell.':
    '列 {0} 的第 {2} 行为{1}。请给出 {3}，空缺处写 null。',
  'the text "{0}"': '文本 "{0}"',
  'a value of type {0}': '类型为 {0} 的值',
  'it contains the {0} {1}': '其中含有 {0} {1}',
  'it contains the table {0}': '其中含有表 {0}',
  'it has a table {0} that is not ({1}) but {2}': '其中的表 {0} 应为（{1}），实际为 {2}',
  'the table {0} is missing': '其中缺少表 {0}',
  '{0} is not the database of its release: {1}. Get the release again from its publisher, or publish it again.':
    '{0} 不是该发布文件夹的数据库：{1}。请向发布方重新索取发布文件夹，或重新发布。',
  'The argument "{0}" is not a file. Give a path (in Node), a Blob such as a File, or a Uint8Array.':
    '参数 "{0}" 不是文件。请给出路径（在 Node 中）、Blob（例如 File）或 Uint8Array。',
  'No database is open. Open one first.': '没有打开的数据库。请先打开一个。',
  '{0} cannot be read ({1}). Check the path.': '无法读取 {0}（{1}）。请检查路径。',
  '{0} Check the path, or publish the release again.': '{0}请检查路径，或重新发布。',
  '{0} has more than {1} bytes.': '{0} 超过 {1} 字节。',
  '{0} cannot be read ({1}).': '无法读取 {0}（{1}）。',
  '{0} Publish the release again, or copy it whole.': '{0}请重新发布，或完整复制。',
  '{0} cannot be read.': '无法读取 {0}。',
  '{0} has changes in a file beside it that ends in .wal. A release has no such file.':
    '{0} 旁边有以 .wal 结尾的改动文件，发布文件夹中没有这样的文件。',
  '{0} has {1} bytes, not the {2} of the release.':
    '{0} 有 {1} 字节，而不是发布文件夹的清单所载的 {2} 字节。',
  '{0} is not the file that the release names (its SHA-256 differs).':
    '{0} 不是发布文件夹的清单所指的文件（SHA-256 不符）。',
  '{0} has changed since its rows were read. Open the release again, and add the file again.':
    '{0} 的行读取之后，文件已改变。请重新打开，并再次添加此文件。',
  '{0} cannot be opened as a database ({1}). Publish the release again.':
    '{0} 无法作为数据库打开（{1}）。请重新发布。',
  'The engine cannot start ({0}). Close other programs, and try again.':
    '查询引擎无法启动（{0}）。请关闭其他程序后重试。',
  'This is not a single complete statement that only reads. Write one SELECT without parameters.':
    '这不是一条完整的只读语句。请写一条不带参数的 SELECT。',
  '{0}': '{0}',
  'The database is damaged ({0}). Publish or copy it again.': '数据库已损坏（{0}）。请重新发布或重新复制。',
  'Column "{0}" is {1}, but the engine returns only DOUBLE, VARCHAR, DATE and BOOLEAN. Cast it in the statement, as the last step: CAST(… AS {2}).':
    '列 "{0}" 的类型为 {1}，而查询引擎只给出 DOUBLE、VARCHAR、DATE 和 BOOLEAN。请在语句最后一步转换类型：CAST(… AS {2})。',
  'A DATE of the result is outside the years 1 to 9999. Exclude it with WHERE.':
    '结果中的 DATE 超出公元 1 年至 9999 年。请用 WHERE 将其排除。',
  '{0} is incomplete: no DuckDB database has {1} bytes.': '{0} 不完整：没有 {1} 字节的 DuckDB 数据库。',
  '{0} Upload all files of the release together, and load the page again.':
    '{0}请一并上传发布文件夹的全部文件，然后重新加载页面。',
  '{0} has more than {1} bytes. Upload the files of the release again, all together.':
    '{0} 超过 {1} 字节。请一并重新上传发布文件夹的全部文件。',
  '{0} cannot be loaded: the server answered {1}. Try again later, or ask the administrator of the server.':
    '{0} 无法取得：服务器答复 {1}。请稍后重试，或联系服务器的管理方。',
  '{0} cannot be loaded: the server answered {1}. Ask the administrator of the server to let this page read it.':
    '{0} 无法取得：服务器答复 {1}。请联系服务器的管理方，允许本页面读取。',
  '{0} does not exist: the server answered {1}. Check the address, and upload the file if it is missing.':
    '{0} 不存在：服务器答复 {1}。请检查地址，文件缺失时请上传。',
  '{0} did not load. Check the connection, and that the policies of the page and of the server allow it, and try again.':
    '{0} 未能加载。请检查网络连接，并确认页面和服务器的策略允许加载，然后重试。',
  'A page cannot read a path. Give the File that the user chose, a Blob, or a Uint8Array.':
    '网页不能读取路径。请给出用户所选的 File、Blob 或 Uint8Array。',
  'The engine was stopped before it had started.': '查询引擎在启动之前已被停止。',
  'The engine took {0} of {1} rows. Load them again.': '查询引擎在 {1} 行中只接收了 {0} 行。请重新加载。',
  'Reading of the file was stopped.': '文件已停止读取。',
  'Put all engine files of one version into one folder of this site, name it in "baseUrl", and allow "worker-src \'self\'".':
    '请把同一版本的全部引擎文件放入本网站的同一文件夹，在 "baseUrl" 中写明该文件夹，并允许 "worker-src \'self\'"。',
  "Upload the file again as it is, and send \"script-src 'self' 'wasm-unsafe-eval'\" with the worker's script.":
    "请原样重新上传该文件，并随 worker 脚本发送 \"script-src 'self' 'wasm-unsafe-eval'\"。",
  'Upload all engine files of one version again, as they are.': '请原样重新上传同一版本的全部引擎文件。',
  'Try again later, or ask the administrator of the server.': '请稍后重试，或联系服务器的管理方。',
  'Check the connection, and try again.': '请检查网络连接，然后重试。',
  'Close other pages and programs, and try again, or use a computer with more memory.':
    '请关闭其他页面和程序后重试，或改用内存更大的电脑。',
  'Open it again, or without "range".': '请重新打开，或不用 "range" 打开。',
  'wasmEngine runs in a browser only. In Node, use nodeEngine from @zj/metrics/node.':
    'wasmEngine 只能在浏览器中运行。在 Node 中请使用 @zj/metrics/node 的 nodeEngine。',
  'The browser refused the worker {0} ({1}).': '浏览器拒绝了 worker {0}（{1}）。',
  'The engine did not start from {0} ({1}).': '查询引擎未能从 {0} 启动（{1}）。',
  'The worker {0} does not respond.': 'worker {0} 没有任何响应。',
  'The worker {0} is missing or broke down ({1}).': 'worker {0} 不存在或已崩溃（{1}）。',
  'The worker {0} is missing or broke down.': 'worker {0} 不存在或已崩溃。',
  '{0} was still not compiled after {1} minutes.': '{1} 分钟后 {0} 仍未编译完成。',
  'The worker {0} stopped while it compiled {1}.': 'worker {0} 在编译 {1} 时停止。',
  'The engine from {0} is compiled, but does not answer.': '来自 {0} 的查询引擎已编译，但没有答复。',
  'The server returns {0} only as a whole. Serve it with range requests and without compression, or open it without "range".':
    '服务器只能整体提供 {0}。请让服务器支持范围请求且不压缩，或不用 "range" 打开。',
  '{0} has neither an ETag nor a Last-Modified header. Configure the server to send one of them, or open it without "range".':
    '{0} 既没有 ETag，也没有 Last-Modified。请让服务器发送其中之一，或不用 "range" 打开。',
  'The database cannot be opened ({0}). Publish the release again, and upload it whole.':
    '无法打开数据库（{0}）。请重新发布，并完整上传。',
  'an empty memory': '空的内存数据库',
  "The page's engine already has {0} open and cannot also open {1}. Open it with a separate engine, by wasmEngine.":
    '页面的引擎已打开 {0}，不能同时打开 {1}。请用 wasmEngine 建立单独的引擎来打开。',
  "The table {0} belongs to another user of the page's engine. Choose another name.":
    '表 {0} 属于页面引擎的另一使用者。请改用其他名称。',
  '{0} did not load ({1}).': '{0} 未能加载（{1}）。',
  'The server answered {0} for {1}.': '服务器对 {1} 答复 {0}。',
  '{0} cannot be reached ({1}).': '无法连接 {0}（{1}）。',
  '{0} is no longer returned in parts: the server answered {1}.': '{0} 不再分段提供：服务器答复 {1}。',
  '{0} has changed since it was opened.': '{0} 打开之后已改变。',
  '{0} was returned in other parts than requested.': '{0} 返回的部分与所请求的不同。',
  "{0} is incomplete, or this page's policy does not allow it ({1}).":
    '{0} 不完整，或本页面的策略不允许（{1}）。',
  '{0} is WebAssembly, but not the query engine.': '{0} 是 WebAssembly，但不是查询引擎。',
  "{0} is empty, or not the engine's script.": '{0} 为空，或不是引擎的脚本。',
  '{0} is missing or broken ({1}).': '{0} 不存在或已损坏（{1}）。',
  'exceptions in WebAssembly': 'WebAssembly 异常',
  'This browser is too old for the query engine, or a feature is switched off: it has no {0}. Use {1}, or a later one.':
    '此浏览器版本过旧，无法运行查询引擎，或已停用所需功能：缺少 {0}。请使用 {1} 或更高版本。',
  'The package {0} is not installed. Run: npm install {1}@{2}':
    '未安装软件包 {0}。请运行：npm install {1}@{2}',
  'The argument "{0}" is {1}. Give letters, digits and underscores, such as "plan_2030", at most 40, and no name of the engine\'s own ({2}).':
    '参数“{0}”为 {1}。请只用字母、数字和下划线，至多 40 个字符，例如 "plan_2030"，且不能是引擎自用的名称（{2}）。',
  'No database "{0}" is open. {1}': '没有打开名为“{0}”的数据库。{1}',
  'Two databases are called "{0}". Give each a "name" of its own.':
    '有两个数据库都叫“{0}”。请给每个数据库各自的 "name"。',
  'The database "{0}" is the only one. Close the engine to close it.':
    '数据库“{0}”是唯一打开的。如需关闭它，请关闭引擎。',
  'A shared engine has one database. Open several with a separate engine, by wasmEngine.':
    '共用的引擎只有一个数据库。要打开几个，请用 wasmEngine 建立单独的引擎。',
};
