// All that a gauge may say of something wrong or unfinished, with its meaning and who mends it. The sentences are those of the locale
// files: `says` asks a language for them with an example of what they are about.

/** The people who mend things, in both languages. */
export const people = {
  editor: { zh: '编辑', en: 'editor' },
  site: { zh: '网站管理员', en: 'site administrator' },
  data: { zh: '数据负责人', en: 'data officer' },
  nobody: { zh: '无需处理', en: 'nobody' },
};

const file = '/release/verdicts.json';
const firm = /** @type {const} */ ({ binding: 'firm' });

/** @typedef {import('../../packages/widgets/src/locale/words.js').Face} Face */
/** @typedef {import('../../packages/widgets/src/locale/words.js').Detail} Detail */

/**
 * A row each: `code` is that of the event `zj-failed`, empty where it is no failure.
 *
 * @type {readonly {
 *   code: string,
 *   says: (words: { face: Face, detail: Detail, part: string }) => string,
 *   where?: 'console',
 *   who: readonly (keyof typeof people)[],
 *   zh: { means: string, remedy: string },
 *   en: { means: string, remedy: string },
 * }[]}
 */
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
    says: ({ face }) => face.badGoal('pct', ['pct-applications', 'high-quality-incubator']),
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
    code: 'PART',
    says: ({ part }) => part,
    where: 'console',
    who: ['site'],
    zh: {
      means:
        '只有用 zj.js 的页面才会遇到，写在浏览器控制台里；标签里的文字不变。原因是缺了应与 zj.js 放在一起的文件。',
      remedy: '把 zj.js、zj-core.js 和全部 zj-element-… 文件上传到同一个文件夹。',
    },
    en: {
      means:
        'A file beside zj.js is missing. This message appears only on pages with zj.js, in the console. The text inside the tag stays.',
      remedy: 'Upload zj.js, zj-core.js and all zj-element-… files into one folder.',
    },
  },
  {
    code: '',
    says: ({ face }) => face.unreachable('/{{folder}}/zj-goal-gauge-detail.js', face.noConnection),
    who: ['site'],
    zh: {
      means: '点开“为什么”时，详情脚本读不到。',
      remedy: '把 zj-goal-gauge-detail.js 上传到 zj-goal-gauge.js 旁边，类型须为 text/javascript。',
    },
    en: {
      means: 'A reader opened “Why”, but the file with the explanation cannot be loaded.',
      remedy: 'Upload zj-goal-gauge-detail.js beside zj-goal-gauge.js. Its type has to be text/javascript.',
    },
  },
  {
    code: '',
    says: ({ face }) =>
      face.unreachable('https://cdn.example/{{folder}}/zj-goal-gauge-detail.js', face.foreign),
    who: ['site'],
    zh: {
      means: '脚本放在另一个网站上，而那个网站不允许本站读取。',
      remedy: '把文件放到本网站最简单；否则在 script 标签上加 crossorigin，并请对方允许跨域（CORS）。',
    },
    en: {
      means: 'The script is on another site, and that site does not allow access from this site.',
      remedy:
        'Put the files on this site. Or write crossorigin on the script tag, and ask the other site to allow CORS.',
    },
  },
  {
    code: '',
    says: ({ face }) => face.newerStatus('ahead'),
    who: ['site'],
    zh: {
      means: '数据文件的版本比网页脚本新，其中有脚本不认识的状态。',
      remedy: '换用新版的整套文件，页面的两行代码改成新文件夹。',
    },
    en: {
      means: 'The data are newer than the script and have a status that the script does not know.',
      remedy: 'Install the newer version of all files, and change the two lines of the page to its folder.',
    },
  },
  {
    code: '',
    says: ({ detail }) => detail.partly,
    who: ['site', 'data'],
    zh: {
      means: '说明中有一部分无法列出，其余照常显示。',
      remedy: '换用新版的整套文件；仍然如此，请重新发布数据。',
    },
    en: {
      means: 'Part of the explanation cannot be shown. The rest is shown.',
      remedy: 'Install the newer version of all files. If the message remains, publish the data again.',
    },
  },
  {
    code: '',
    says: ({ face }) => face.status('no-data', firm),
    who: ['editor', 'data'],
    zh: {
      means:
        '自带数字的标签：没写 value，或属性名写错（如 valeu），或 as-of 早于 start。读取数据文件的标签：目标期内还没有数据，不是错误。',
      remedy: '照“不用数据文件”的例子核对标签。读取数据文件的，请数据负责人在有了数据之后重新发布。',
    },
    en: {
      means:
        'A tag with figures: value is missing or misspelt (such as valeu), or as-of is before start. A tag with a data file: the period has no data yet, which is not an error.',
      remedy:
        'Compare the tag with the example under “Without a data file”. With a data file, the data officer publishes again once there are data.',
    },
  },
  {
    code: '',
    says: ({ face }) => face.status('not-assessable', firm),
    who: ['editor'],
    zh: {
      means:
        '没有目标值（target）；或标签没写 start、end 和 as-of，而目标尚未达到；或目标期刚开始，为时尚早。',
      remedy:
        '自带数字的标签，补上 target，以及 start、end 和 as-of 三个日期。目标期刚开始，或规划没有写明目标值的，不是错误，照常放在页面上。',
    },
    en: {
      means:
        'There is no target; or the tag has no start, end and as-of, and the target is not yet reached; or the period has only just begun.',
      remedy:
        'In a tag with figures, add target and the three days start, end and as-of. If the period has just begun, or the plan has no target figure, this is not an error: leave the gauge on the page.',
    },
  },
  {
    code: '',
    says: ({ face }) => face.undated,
    who: ['editor'],
    zh: {
      means: '自带数字的标签写了 start 或 end，没写截至哪一天，无法与时序进度比较。',
      remedy: '加上 as-of="2026-10-31" 这样的日期；不需要比较就删去 start 和 end。',
    },
    en: {
      means: 'A tag with figures has start or end, but no as-of. The comparison with the schedule needs it.',
      remedy: 'Add as-of, such as as-of="2026-10-31". If you need no comparison, remove start and end.',
    },
  },
  {
    code: '',
    says: ({ face }) => face.stale,
    who: ['data'],
    zh: {
      means: '显示的是先前读到的数字，新的没有读到；或数据早已截止。',
      remedy: '同时有别的提示，就按那条处理；没有，就请数据负责人发布新数据。',
    },
    en: {
      means: 'The figures are old. Newer figures could not be read, or the data ended long ago.',
      remedy: 'If there is another message, follow it. Otherwise ask the data officer to publish newer data.',
    },
  },
  {
    code: '',
    says: ({ face }) => face.withheld,
    who: ['nobody'],
    zh: {
      means: '不是错误：为保密，或因无法计算，这项目标不公布数字。原因写在下面。',
      remedy: '照常放在页面上。',
    },
    en: {
      means:
        'This is not an error. The figure is confidential or cannot be computed. The reason is below it.',
      remedy: 'Leave the gauge on the page.',
    },
  },
  {
    code: '',
    says: ({ face }) => face.loading,
    who: ['nobody'],
    zh: {
      means: '不是错误：数据正在读取，最多 20 秒。标签里写了文字的，这段时间只显示那段文字。',
      remedy: '等待；之后会出现数字，或上面的某条提示。超过 20 秒，见前表“一直是‘正在读取…’”。',
    },
    en: {
      means:
        'This is not an error. The figures are loading, for at most 20 seconds. If the tag has a text inside, only that text is shown meanwhile.',
      remedy:
        'Wait. The figures or one of the messages above will appear. If not after 20 seconds, see “Loading…” in the first table.',
    },
  },
];
