import type { Translation } from '@zj/metrics';
import { goals } from './zh-CN/goals.js';
import { publish } from './zh-CN/publish.js';
import { verify } from './zh-CN/verify.js';

const commands: Translation = {
  '{0}': '{0}',
  '1 problem.': '1 个问题。',
  '{0} problems.': '{0} 个问题。',

  // Help
  'Usage: {0}': '用法：{0}',
  Options: '选项',
  Example: '示例',
  'Options of every command': '各命令通用的选项',
  'the language of all that is printed, zh or en (default: by LC_ALL, LC_MESSAGES or LANG)':
    '输出所用的语言，zh 或 en（默认取决于 LC_ALL、LC_MESSAGES 或 LANG）',
  'zj COMMAND --help describes a command; zj --version prints the version.':
    'zj COMMAND --help 显示某个命令的详细说明，zj --version 显示版本。',
  'check a plan and its data, and write nothing': '检查计划及其数据，不写入任何文件',
  'Reads and checks everything as zj publish does, lists all problems and warnings at once, and writes nothing.':
    '与 zj publish 一样读取并检查全部内容，一次列出所有问题和警告，不写入任何文件。',
  'check a plan and its data, and write a release of static files':
    '检查计划及其数据，并生成由静态文件组成的发布文件夹',
  'SOURCE contains plan.json, metrics.json and data/ with a contract (JSON) beside each data file.':
    'SOURCE 包含 plan.json、metrics.json 和 data/，其中每个数据文件旁有一个数据契约（JSON）。',
  'Everything is checked first, and all problems are listed at once.': '先检查全部内容，并一次列出所有问题。',
  'Writes manifest.json, verdicts.json, their database and the series for charts to DIR: one for each goal with a figure, and those that metrics.json lists under "publish". A plan with a register or with reports on its tasks also has ladder.json and tasks.json.':
    'DIR 中写入 manifest.json、verdicts.json、其所依据的数据库，以及供图表使用的系列：每个给出数值的目标一个，另有 metrics.json 的 "publish" 所列的各个系列。指定了企业登记或任务报送数据的计划，另有 ladder.json 和 tasks.json。',
  'For confidential datasets only the public cube is published. Cells with too few contributors are merged. A goal whose figure merging affects, or that cannot be computed, is listed with the reason and without a figure.':
    '保密的数据集只公布其公开汇总：填报者过少的单元会被合并；若目标的数值受合并影响或无法计算，则只列出目标名称和原因，不给出数值。',
  'the folder of the release; an earlier release there is replaced; a folder with other content is refused and not changed':
    '发布文件夹的位置；其中以前发布的文件会被替换；若文件夹中有其他内容，则拒绝写入并保持原样',
  'the day on which the goals are judged, such as 2026-10-31 (default: the last day that any of the datasets covers); rows of periods that end later are left out':
    '评判目标的日期，例如 2026-10-31（默认：各数据集所覆盖的最后一天）；在此之后才结束的时期，其数据行不计入',
  "the day of the run (default: this machine's): no data may be reported after it":
    '运行日期（默认：本机日期）：数据不得晚于此日期',
  'continue if at most N rows in all break their contract (default 0); they are left out, and of rows with the same key the first is kept':
    '不符合数据契约的行总共不超过 N 行时继续（默认 0）；这些行不计入，主键相同的行保留第一行',
  'a warning is a problem': '警告也视为问题',
  'Rejected rows that were allowed are saved whole in SOURCE/.zj/rejects, readable only by you, because they may be confidential. If SOURCE cannot be written to, or .zj is a link, they are saved in a temporary folder, and its path is printed.':
    '允许剔除的行完整保存在 SOURCE/.zj/rejects 中，因可能涉密，仅您本人可读；若 SOURCE 不可写或 .zj 是链接，则保存在另行指明的临时文件夹中。',
  'Warnings are printed and written to the manifest.': '警告会显示出来，并写入清单。',
  'show a page and its release on this machine': '在本机查看网页及其发布文件夹',
  'Serves the page in SITE at /, the release in DIR at /release/, and the widgets, SDK and engine at /zj/, under a strict Content-Security-Policy.':
    '在严格的 Content-Security-Policy 下提供：SITE 中的网页位于 /，发布文件夹 DIR 位于 /release/，组件、SDK 和引擎位于 /zj/。',
  'Stop with Ctrl-C.': '按 Ctrl-C 停止。',
  'the folder that zj publish wrote': 'zj publish 生成的文件夹',
  'the port (default: PORT from the environment, else 4173)': '端口（默认：环境变量 PORT，否则 4173）',
  'the address to listen on (default 127.0.0.1: this machine only)':
    '监听的地址（默认 127.0.0.1：仅限本机访问）',

  // The command line
  '"{0}" is not a command.': '没有 "{0}" 这个命令。',
  '"{0}" is not an option.': '没有 "{0}" 这个选项。',
  'It needs a value.': '此选项需要取值。',
  'See zj {0} --help.': '请参阅 zj {0} --help。',
  'It takes no value, but "{0}" is given.': '此选项不带取值，却给出了 "{0}"。',
  'Write {0} alone.': '请只写 {0}。',
  '"{0}" is not a language of zj.': 'zj 不支持语言 "{0}"。',
  'One folder is expected, but {0} are named.': '应指定一个文件夹，却指定了 {0} 个。',
  'no folder is named.': '没有指定文件夹。',
  'No folder is named.': '没有指定文件夹。',
  'Name the folder of the release, such as --out build/park.':
    '请指定发布文件夹的位置，例如 --out build/park。',
  '"{0}" is not a day of the calendar.': '"{0}" 不是有效的日期。',
  'Write it like 2026-10-31.': '请写成 2026-10-31 的形式。',
  'Write digits only, such as --max-rejects 10.': '请只写数字，例如 --max-rejects 10。',
  '"{0}" is not a number of rows.': '"{0}" 不是有效的行数。',
  'Name the folder of the page: zj serve SITE --release DIR.':
    '请指定网页的文件夹：zj serve SITE --release DIR。',
  '{0} contains no index.html.': '{0} 中没有 index.html。',
  '{0} contains no manifest.json.': '{0} 中没有 manifest.json。',
  'Publish first: zj publish SOURCE --out DIR.': '请先发布：zj publish SOURCE --out DIR。',
  'Use a whole number from 0 to 65535; 0 takes a free one.':
    '请用 0 至 65535 之间的整数；0 表示取一个空闲端口。',
  '"{0}" is not a port.': '"{0}" 不是有效的端口。',
  'Serving. Stop with Ctrl-C.': '正在提供网页。按 Ctrl-C 停止。',
  '"{0}" is not an address of this machine.': '"{0}" 不是本机的地址。',
  'Leave --host out to listen on 127.0.0.1, or name another address.':
    '请不写 --host 以监听 127.0.0.1，或指定其他地址。',
  'port {0} is taken by another program.': '端口 {0} 已被其他程序占用。',
  'port {0} is not yours to use.': '您无权使用端口 {0}。',
  'Choose another with --port {0} or PORT={1}.': '请用 --port {0} 或 PORT={1} 选择其他端口。',

  // Refusals of the system
  'Stopped by an internal error: {0}': '因程序内部错误而停止：{0}',
  'Run it again with ZJ_DEBUG=1 to see where.': '请设置 ZJ_DEBUG=1 后重新运行，以查看故障位置。',
  'This is a link to {0}, which does not exist.': '这是指向 {0} 的链接，而该处不存在。',
  '{0} is a link to {1}, which does not exist.': '{0} 是指向 {1} 的链接，而该处不存在。',
  'Create the target of the link, or {0}.': '请创建链接所指的内容，或{0}。',
  'remove the link': '删除该链接',
  'put the file in the place of the link': '用文件替换该链接',
  'name another folder with --out': '用 --out 指定其他文件夹',
  'set TMPDIR to a folder that you may write to': '将 TMPDIR 设为您可以写入的文件夹',
  'Free some space there, or name another place: --out for the release, TMPDIR for temporary files.':
    '请在该处腾出空间，或指定其他位置：发布文件夹用 --out，临时文件用 TMPDIR。',
  'Give yourself the right to read and write there, or name another place.':
    '请为自己设置该处的读写权限，或指定其他位置。',
  'The disk is full.': '磁盘已满。',
  'Your disk quota is used up.': '您的磁盘配额已用完。',
  'The file would be larger than the system allows.': '文件将超过系统允许的大小。',
  'Permission to read or write is missing.': '没有读写权限。',
  'The disk is read-only.': '磁盘为只读。',
  'Name another place.': '请指定其他位置。',
  'Too many files are open.': '打开的文件过多。',
  'Allow more open files, such as with ulimit -n 1024.': '请放宽打开文件数的限制，例如 ulimit -n 1024。',
  'Close other programs, then try again.': '请关闭其他程序后重试。',
  'There is a file in place of a folder.': '应为文件夹的位置是一个文件。',
  'Correct the path.': '请改正路径。',
  'The path is too long.': '路径过长。',
  'Use a shorter name.': '请使用较短的名称。',
  'This machine has too little memory.': '本机内存不足。',
  'Close other programs, or use a larger machine.': '请关闭其他程序，或换用内存更大的机器。',
  'The system says: {0}.': '系统提示：“{0}”。',
  'Correct this, then try again.': '请解决此问题后重试。',
  'This folder cannot be written to.': '此文件夹不可写入。',
  'Set TMPDIR to another folder, one that you may write to.': '请将 TMPDIR 设为另一个您可以写入的文件夹。',
  'The folder for temporary files does not exist.': '用于存放临时文件的文件夹不存在。',
  'Create it, or {0}.': '请创建该文件夹，或{0}。',
  'Free some space there, or {0}.': '请在该处腾出空间，或{0}。',
  'Correct this, or {0}.': '请解决此问题，或{0}。',
  'There is no such file or folder.': '文件或文件夹不存在。',
  'Put it there, or correct the name.': '请放入该文件，或改正名称。',
  'A link in the path points back to itself.': '路径中有指回自身的链接。',
  'Correct the link.': '请修正该链接。',
};

/** Every sentence of `zj` in Chinese, by its English text. */
export const zhCN: Translation = { ...commands, ...goals, ...publish, ...verify };
