// All that a gauge may say of something wrong or unfinished, with its meaning and who mends it. The sentences are those of the locale
// files: `says` asks a language for them with an example of what they are about.
import { remarks } from './remarks.mjs';

/** The people who mend things, in both languages. */
export const people = {
  editor: { zh: '编辑', en: 'editor' },
  site: { zh: '网站管理员', en: 'site administrator' },
  data: { zh: '数据负责人', en: 'data officer' },
  nobody: { zh: '无需处理', en: 'nobody' },
};

const file = '/release/verdicts.json';

/** @typedef {import('../../packages/widgets/src/goal-gauge/words.js').GaugeFace} GaugeFace */
/** @typedef {import('../../packages/widgets/src/goal-gauge/detail/words.js').Detail} Detail */
/** @typedef {import('../../packages/widgets/src/source/words.js').SourceWords} SourceWords */
/** @typedef {import('../../packages/widgets/src/chart/words.js').ChartWords} ChartWords */

/**
 * A row: `code` is that of the event `zj-failed`, empty where it is no failure.
 *
 * @typedef {{
 *   code: string,
 *   says: (words: { face: GaugeFace, detail: Detail, source: SourceWords, chart: ChartWords, part: string }) => string,
 *   where?: 'console',
 *   who: readonly (keyof typeof people)[],
 *   zh: { means: string, remedy: string },
 *   en: { means: string, remedy: string },
 * }} Message
 */

/** @type {readonly Message[]} */
export const messages = [
  {
    code: 'ATTRIBUTE',
    says: ({ face }) => face.badAttribute('target', '100件', '5036'),
    who: ['editor'],
    zh: {
      means: '标签里的这个属性没写，或写法不对。引号里是您写的内容，最后是正确写法的例子。',
      remedy: '照例子改。数字只写数字，不带单位、逗号；日期写成 2026-01-31。',
    },
    en: {
      means:
        'This attribute of the tag is missing or invalid. The message quotes your text and ends with a valid example.',
      remedy: 'Follow the example: figures without unit or comma, days like 2026-01-31.',
    },
  },
  {
    code: 'ATTRIBUTE',
    says: ({ face }) => face.together('bound', 'range'),
    who: ['editor'],
    zh: {
      means: '这两个属性各说一种目标，只能写一个：上限或下限、区间、目标值、基数。',
      remedy: '删去不要的一个。区间写 range="4.5..5.5"，上限写 bound="at-most" 和 target="5.5"。',
    },
    en: {
      means: 'The two attributes say two kinds of targets: a bound, a range, a plain target, a baseline.',
      remedy: 'Remove one. A range is range="4.5..5.5"; a ceiling is bound="at-most" with target="5.5".',
    },
  },
  {
    code: 'RELEASE',
    says: ({ face }) => face.unreachable(file, 'HTTP 404'),
    who: ['editor', 'site'],
    zh: {
      means: '网站上这个地址没有文件（404），或不许读（403），或服务器出错（500 以上）。',
      remedy:
        '编辑：把 src 的地址复制到浏览器地址栏打开，应看到以“{”开头的文字；打不开就核对地址。地址对而仍打不开，请管理员上传文件、放开权限，或为 .json 设置类型。',
    },
    en: {
      means:
        'The site has no file at this address (404), does not allow access (403), or has an error (500 and above).',
      remedy:
        'Editor: open the address of src in the browser. You should see a text that begins with “{”. If not, correct the address. If the address is correct, ask the administrator to upload the file, to allow access, or to set a type for .json.',
    },
  },
  {
    code: 'RELEASE',
    says: ({ face }) => face.unreachable(file, face.noConnection),
    who: ['site'],
    zh: {
      means: '断网，或本页的内容安全策略（CSP）不允许读取。',
      remedy: "先刷新页面。仍然如此，请管理员检查策略：须有 connect-src 'self'（见下文“服务器设置”）。",
    },
    en: {
      means: 'There is no network, or the policy (CSP) of this page does not allow the request.',
      remedy:
        "Reload the page. If the message remains, allow connect-src 'self' (see server settings below).",
    },
  },
  {
    code: 'RELEASE',
    says: ({ face }) => face.unreachable('https://other.example/verdicts.json', face.otherSite),
    who: ['editor', 'site'],
    zh: {
      means: 'src 的地址在另一个网站上。本页的 CSP 或那个网站不允许本页读取。',
      remedy: '把 verdicts.json 放到本网站，src 改成本网站的地址。',
    },
    en: {
      means: 'The address of src is on another site. The policy (CSP) of this page or that site refuses it.',
      remedy: 'Put verdicts.json on your own site, and correct src.',
    },
  },
  {
    code: 'RELEASE',
    says: ({ face }) => face.unreachable(file, face.notPinned),
    who: ['editor', 'data'],
    zh: {
      means: '标签写了 integrity，只认某一次发布的文件；现在的文件与它不同，所以不显示。',
      remedy: '要显示最新数据：删去 integrity。要引用那一次发布：请数据负责人把那一版文件放在固定地址。',
    },
    en: {
      means: 'With integrity, the tag accepts only the file of one release. The present file is different.',
      remedy:
        'To show the newest figures, remove integrity. To cite that release, ask the data officer to put its file at a permanent address.',
    },
  },
  {
    code: 'RELEASE',
    says: ({ face }) => face.unreachable(file, face.noAnswer),
    who: ['site'],
    zh: { means: '20 秒内没有读完。', remedy: '稍后按“重试”。经常如此，请管理员检查服务器速度和压缩设置。' },
    en: {
      means: 'The file did not arrive within 20 seconds.',
      remedy:
        'Retry later. If this happens often, ask the administrator to check the speed and the compression of the server.',
    },
  },
  {
    code: 'RELEASE',
    says: ({ face }) => face.malformed(file),
    who: ['site', 'data'],
    zh: {
      means:
        '这个地址有内容，但不是有效的 verdicts.json。常见原因：服务器把登录页或“找不到”页当作文件返回；上传时被截断或改写；数据文件的版本比网页脚本新。',
      remedy:
        '在浏览器里打开地址看一眼：若是网页，请管理员修正；若以“{”开头，请数据负责人重新发布并整份上传。',
    },
    en: {
      means:
        'The address has content, but no valid verdicts.json. Causes: a login or “not found” page, a file that was cut or rewritten, or a file that is newer than the script.',
      remedy:
        'Open the address. If you see a web page, ask the administrator to fix it. If you see a text that begins with “{”, ask the data officer to publish and upload again.',
    },
  },
  {
    code: 'RELEASE',
    says: ({ face }) => face.malformed('verdict'),
    who: ['data'],
    zh: { means: '文件可读，但这一项目标的内容不完整。', remedy: '重新发布，不要手工修改 verdicts.json。' },
    en: {
      means: 'The file can be read, but its entry for this goal is incomplete.',
      remedy: 'Publish again. Never edit verdicts.json by hand.',
    },
  },
  {
    code: 'RELEASE',
    says: ({ face }) => face.unreachable('file:///D:/zj/verdicts.json', face.needsHttp),
    who: ['editor'],
    zh: {
      means:
        '页面是双击打开的（地址以 file: 开头），浏览器不许它读其他文件；或 src 写成 D:\\… 这样的路径，那是自己电脑上的文件，别人读不到。',
      remedy:
        '把页面和数据文件上传到网站，src 写网站上的地址，如 /release/verdicts.json，再从网址打开。本说明页双击打开时，“为什么”也要上传后才能看。',
    },
    en: {
      means:
        'The page was opened from a disk (its address begins with file:), and browsers do not let such a page read other files. Or src is a path such as D:\\…: that file is on one computer, and no reader can load it.',
      remedy:
        'Upload the page and the file. Write in src the address on the site, such as /release/verdicts.json, and open the address of the page. When you open this start page from a disk, “Why” also has to wait for the upload.',
    },
  },
  {
    code: 'UNKNOWN_NAME',
    says: ({ face }) => face.unknown('goal', 'pct', ['pct-applications', 'high-quality-incubator']),
    who: ['editor'],
    zh: { means: '文件里没有这个目标编号。冒号后面是全部可用的编号。', remedy: '从中选一个，写进 goal。' },
    en: {
      means: 'The file has no goal with this id. After the colon, the message lists all ids of the file.',
      remedy: 'Write one of these ids in goal.',
    },
  },
  {
    code: 'FAULT',
    says: ({ face }) => face.broken,
    who: ['editor', 'site'],
    zh: {
      means: '仪表的程序出错，数据没有问题。',
      remedy:
        '刷新页面。仍然如此，请把浏览器控制台（F12）里的红字告诉网站管理员，由管理员换用新版的整套文件。',
    },
    en: {
      means: 'The script has a bug. The data are correct.',
      remedy:
        'Reload the page. If the message remains, send the red lines of the console (F12) to the site administrator, who installs a newer version of all files.',
    },
  },
  {
    code: 'RELEASE',
    says: ({ source }) => source.noGoalSeries('pct', ['pct-applications']),
    who: ['editor', 'data'],
    zh: {
      means: '图表要读目标的序列文件，这次发布里没有。',
      remedy: '编辑：核对 goal。编号没错的，请数据负责人重新发布，并上传整个 series 文件夹。',
    },
    en: {
      means: 'The chart reads the series file of a goal, and this release has none.',
      remedy:
        'Editor: correct goal. If it is correct, the data officer publishes again and uploads the whole folder series.',
    },
  },
  {
    code: 'RELEASE',
    says: ({ source }) => source.noMetricSeries('patents.month', ['patents.year']),
    who: ['editor', 'data'],
    zh: {
      means: '图表要读的指标序列没有发布。',
      remedy: '编辑：从冒号后面的名字中选一个，改 metric、grain 或 by。要新的序列，请数据负责人照提示发布。',
    },
    en: {
      means: 'The series that the chart reads is not published.',
      remedy:
        'Editor: choose one of the names after the colon, and correct metric, grain or by. For a new series, the data officer follows the message.',
    },
  },
  {
    code: 'RELEASE',
    says: ({ source }) => source.withoutSeries,
    who: ['data'],
    zh: {
      means: '数据是用旧版程序发布的，没有图表要的文件。',
      remedy: '换用新版 zj publish 重新发布，整份上传。',
    },
    en: {
      means: 'The release was written by an older version, which has no files for charts.',
      remedy: 'Publish again with the newer version, and upload all files.',
    },
  },
  {
    code: 'RELEASE',
    says: ({ source }) => source.without.ladder,
    who: ['data'],
    zh: {
      means: '方案没有写明企业登记数据，所以没有企业梯度的数字。',
      remedy: '照提示在 plan.json 中写上，重新发布，整份上传；不需要的，删去 <zj-tier-ladder>。',
    },
    en: {
      means: 'The plan names no register of enterprises, so there are no figures of a ladder.',
      remedy:
        'Follow the message, publish again, and upload all files. If no ladder is wanted, remove <zj-tier-ladder>.',
    },
  },
  {
    code: 'RELEASE',
    says: ({ source }) => source.without.tasks,
    who: ['data'],
    zh: {
      means: '方案没有写明任务报告数据，所以没有任务进展。',
      remedy: '照提示在 plan.json 中写上，重新发布，整份上传；不需要的，删去 <zj-task-board>。',
    },
    en: {
      means: 'The plan names no reports on its tasks, so no states are known.',
      remedy:
        'Follow the message, publish again, and upload all files. If no tasks are wanted, remove <zj-task-board>.',
    },
  },
  {
    code: 'ATTRIBUTE',
    says: ({ chart }) => chart.noSource,
    who: ['editor'],
    zh: { means: '图表写了 query，但不在 <zj-source> 里面。', remedy: '把图表的标签移到 <zj-source> 里面。' },
    en: {
      means: 'The chart has a query, but is not inside a <zj-source>.',
      remedy: 'Move the tag of the chart into the <zj-source>.',
    },
  },
  {
    code: 'ENGINE',
    says: ({ source }) => source.noEngine,
    who: ['editor', 'site'],
    zh: {
      means: '图表要现场查询，却不知道引擎在哪里。',
      remedy: '在 <zj-source> 上写 sdk 和 engine 两个网址。',
    },
    en: {
      means: 'The chart asks a query, but nobody says where the engine is.',
      remedy: 'Write the addresses sdk and engine on the <zj-source>.',
    },
  },
  {
    code: 'ENGINE',
    says: ({ source }) => source.noSdk('/zj/metrics/zj-metrics.js'),
    who: ['site'],
    zh: { means: '查询程序读不到。', remedy: '把 metrics 文件夹上传到网站，核对 sdk 的网址和本页的 CSP。' },
    en: {
      means: 'The script for queries cannot be read.',
      remedy: 'Upload the folder metrics. Check the address in sdk, and the policy (CSP) of the page.',
    },
  },
  {
    code: 'RELEASE',
    says: ({ source }) => source.otherRelease('/release/manifest.json'),
    who: ['site'],
    zh: {
      means:
        '数据库与清单不是同一次发布：文件在打开本页时被换掉了，或者页面设置的 metrics 打开的是另一次发布。',
      remedy: '把一次发布的全部文件一起上传，再重新打开本页；页面设置 metrics 的，让它打开同一次发布。',
    },
    en: {
      means:
        'The data and the manifest are of two releases: the files were replaced while the page was open, or the metrics of the page opened another release.',
      remedy:
        'Upload all files of a release together, and load the page again. If the page sets metrics, let it open the same release.',
    },
  },
  {
    code: 'ENGINE',
    says: ({ source }) => source.notSdk('/zj/metrics.js'),
    who: ['site'],
    zh: { means: 'sdk 的网址上是别的文件。', remedy: '改成 metrics 文件夹里 zj-metrics.js 的网址。' },
    en: {
      means: 'The address in sdk is that of another file.',
      remedy: 'Write the address of zj-metrics.js in the folder metrics.',
    },
  },
  {
    code: 'QUERY',
    // The SDK tells what is wrong with a query.
    says: () => '…',
    who: ['editor', 'data'],
    zh: {
      means: '图表的查询写错了，或这样查没有意义。提示逐字写明哪一处、为什么、怎么改。',
      remedy: '照提示改 query。',
    },
    en: {
      means:
        'The query of the chart is invalid, or has no meaning. The message names the place, the reason and the remedy.',
      remedy: 'Follow the message, and correct query.',
    },
  },
  {
    code: 'PART',
    says: ({ part }) => part,
    where: 'console',
    who: ['site'],
    zh: {
      means:
        '只有用 zj.js 的页面才会遇到，写在浏览器控制台里；标签里的文字不变。原因是缺了应与 zj.js 放在一起的文件。',
      remedy: '把 zj.js 和全部 zj-….js 文件上传到同一个文件夹。',
    },
    en: {
      means:
        'A file beside zj.js is missing. This message appears only on pages with zj.js, in the console. The text inside the tag stays.',
      remedy: 'Upload zj.js and all files zj-….js into one folder.',
    },
  },
  {
    code: 'ATTRIBUTE',
    says: ({ face }) => face.idle('integrity'),
    where: 'console',
    who: ['editor'],
    zh: {
      means: '这个属性说的是 src 的文件，而标签里没有 src，所以不起作用：integrity 没有校验任何文件。',
      remedy: '写上 src；放在 <zj-source> 里面时，把它写在 <zj-source> 上。',
    },
    en: {
      means:
        'The attribute is about the file at src, and the tag has no src. So it does nothing: integrity checks no file.',
      remedy: 'Write src. Inside a <zj-source>, write the attribute on the source.',
    },
  },
  ...remarks,
];
