// All that a gauge may say of something wrong, with its meaning and who mends it. The sentences are those of the locale
// files: `says` asks a language for them with an example of what they are about.

/** The people who mend things, in both languages. */
export const people = {
  editor: { zh: '编辑', en: 'editor' },
  site: { zh: '网站管理员', en: 'site administrator' },
  data: { zh: '数据负责人', en: 'data officer' },
  nobody: { zh: '无需处理', en: 'nobody' },
};

const file = '/release/verdicts.json';

/** @typedef {import('../../packages/widgets/src/locale/words.js').Face} Face */
/** @typedef {import('../../packages/widgets/src/locale/words.js').Detail} Detail */

/**
 * A row each: `code` is that of the event `zj-failed`, empty where it is no failure.
 *
 * @type {readonly {
 *   code: string,
 *   says: (words: { face: Face, detail: Detail, part: string }) => string,
 *   also?: readonly string[],
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
        'This attribute of the tag is missing or wrong. In quotes stands your text, and at the end an example.',
      remedy: 'Write it like the example: figures without unit or comma, days like 2026-01-31.',
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
      means: 'The site has no file at this address (404), refuses it (403), or has a fault (500 and above).',
      remedy:
        'Editor: open the address of src in the browser; a text that begins with “{” should appear. Correct the address, or ask the administrator to upload the file, to allow reading it, or to set a type for .json.',
    },
  },
  {
    code: 'RELEASE',
    says: ({ face }) => face.unreachable(file, 'Failed to fetch'),
    also: ['NetworkError when attempting to fetch resource.', 'Load failed'],
    who: ['site'],
    zh: {
      means: '请求没有发出去，或答复不许本页读：断网、内容安全策略（CSP）不允许，或文件在另一个网站上。',
      remedy:
        "先刷新页面。仍然如此，就把 verdicts.json 放到本网站；策略须有 connect-src 'self'（见下文“服务器设置”）。",
    },
    en: {
      means:
        'No request went out, or this page may not read the answer: no network, the policy (CSP), or another site.',
      remedy:
        "Load the page again. If it stays: put verdicts.json on the same site, and allow connect-src 'self'.",
    },
  },
  {
    code: 'RELEASE',
    says: ({ face }) => face.unreachable(file, 'Failed to fetch, integrity="sha256-…"'),
    who: ['editor', 'data'],
    zh: {
      means: '标签写了 integrity，只认某一次发布的文件；现在的文件与它不同，所以不显示。',
      remedy: '要显示最新数据：删去 integrity。要引用那一次发布：请数据负责人把那一版文件放在固定地址。',
    },
    en: {
      means: 'By integrity, the tag accepts the file of one release alone. The file is another one now.',
      remedy:
        'For the newest figures, remove integrity. To cite that release, ask for its file at an address of its own.',
    },
  },
  {
    code: 'RELEASE',
    says: ({ face }) => face.unreachable(file, 'signal timed out'),
    also: ['The operation timed out.'],
    who: ['site'],
    zh: { means: '20 秒内没有读完。', remedy: '稍后按“重试”。经常如此，请管理员检查服务器速度和压缩设置。' },
    en: {
      means: 'The file did not arrive within 20 seconds.',
      remedy:
        'Try again later. If it happens often, the administrator looks at the speed and the compression of the server.',
    },
  },
  {
    code: 'RELEASE',
    says: ({ face }) => face.malformed(file),
    who: ['site', 'data'],
    zh: {
      means:
        '这个地址有内容，但不是有效的 verdicts.json。常见原因：服务器把登录页或“找不到”页当作文件返回；上传时被截断或改写；文件比脚本新。',
      remedy:
        '在浏览器里打开地址看一眼：若是网页，请管理员修正；若以“{”开头，请数据负责人重新发布并整份上传。',
    },
    en: {
      means:
        'The address answers, but not with a valid verdicts.json: a login or “not found” page, a file that was cut or rewritten, or one newer than the script.',
      remedy:
        'Open the address. If it is a web page, the administrator mends it; if it begins with “{”, the data officer publishes it again.',
    },
  },
  {
    code: 'RELEASE',
    says: ({ face }) => face.malformed('verdict'),
    who: ['data'],
    zh: { means: '文件可读，但这一项目标的内容不完整。', remedy: '重新发布，不要手工修改 verdicts.json。' },
    en: {
      means: 'The file can be read, but what it says of this goal is not whole.',
      remedy: 'Publish again, and never edit verdicts.json by hand.',
    },
  },
  {
    code: 'RELEASE',
    says: ({ face }) => face.unreachable('file:///D:/zj/verdicts.json', face.needsHttp),
    who: ['editor'],
    zh: {
      means: '页面是双击打开的（地址以 file: 开头），浏览器不许它读其他文件。',
      remedy: '上传到网站后从网址打开。不带 src、自带数字的标签不受影响。',
    },
    en: {
      means:
        'The page was opened from a disk (its address begins with file:), where browsers let it read no other file.',
      remedy:
        'Upload it, and open it by its address on the site. A tag with figures of its own and no src works anywhere.',
    },
  },
  {
    code: 'UNKNOWN_NAME',
    says: ({ face }) => face.badGoal('pct', 'pct-applications, high-quality-incubator'),
    who: ['editor'],
    zh: { means: '文件里没有这个目标编号。冒号后面是全部可用的编号。', remedy: '从中选一个，写进 goal。' },
    en: {
      means: 'The file has no goal of this id. All ids that it has stand behind the colon.',
      remedy: 'Choose one of them for goal.',
    },
  },
  {
    code: 'FAULT',
    says: ({ face }) => face.broken,
    who: ['site'],
    zh: {
      means: '脚本自身出错，数据没有问题。',
      remedy: '刷新页面。仍然如此，请管理员换用新版的整套文件，并把浏览器控制台里的红字告诉我们。',
    },
    en: {
      means: 'The script has an internal error; the data are not affected.',
      remedy:
        'Load the page again. If it stays, the administrator takes a newer version, and reports the red lines of the console.',
    },
  },
  {
    code: 'PART',
    says: ({ part }) => part,
    where: 'console',
    who: ['site'],
    zh: {
      means:
        '只有用 zj.js 的页面才会遇到，写在浏览器控制台里；标签里的文字留着不变。缺了与 zj.js 放在一起的文件。',
      remedy: '把 zj.js、zj-core.js 和全部 zj-element-… 文件上传到同一个文件夹。',
    },
    en: {
      means:
        'Pages with zj.js alone meet it, in the console; the text inside the tag stays. A file beside zj.js is missing.',
      remedy: 'Upload zj.js, zj-core.js and all zj-element-… files into one folder.',
    },
  },
  {
    code: '',
    says: ({ face }) => face.unreachable('/{{folder}}/zj-goal-gauge-detail.js', 'import'),
    who: ['site'],
    zh: {
      means: '点开“为什么是这个状态？”时，说明文件读不到。',
      remedy: '把 zj-goal-gauge-detail.js 上传到 zj-goal-gauge.js 旁边，类型须为 text/javascript。',
    },
    en: {
      means: 'A reader asked “Why this status?”, and the file with the answer cannot be read.',
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
      means: 'The script lies on another site, which does not let this one read it.',
      remedy:
        'Put the files on this site. Or write crossorigin on the script tag, and ask the other site for CORS.',
    },
  },
  {
    code: '',
    says: ({ face }) => face.newerStatus('ahead'),
    who: ['site'],
    zh: {
      means: '数据比脚本新，有脚本不认识的状态。',
      remedy: '换用新版的整套文件，页面的两行代码改成新文件夹。',
    },
    en: {
      means: 'The data are newer than the script and have a status that it does not know.',
      remedy: 'Take the newer version of all files, and change the two lines of the page to its folder.',
    },
  },
  {
    code: '',
    says: ({ detail }) => detail.partly,
    who: ['site', 'data'],
    zh: {
      means: '说明中有一部分无法列出，其余照常。',
      remedy: '换用新版的整套文件；仍然如此，请重新发布数据。',
    },
    en: {
      means: 'Part of the explanation cannot be shown; the rest is complete.',
      remedy: 'Take the newer version of all files. If it stays, the data officer publishes again.',
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
      means: 'A tag with figures of its own has start or end, but not the day up to which they count.',
      remedy: 'Add it, such as as-of="2026-10-31". Without a comparison, remove start and end.',
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
      means: 'The figures are earlier ones: newer ones could not be read, or the data end long ago.',
      remedy:
        'Where another message stands beside it, follow that. Else the data officer publishes newer data.',
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
      means: 'This is no error: the figure is confidential, or cannot be computed. The reason stands below.',
      remedy: 'Leave it on the page.',
    },
  },
  {
    code: '',
    says: ({ face }) => face.loading,
    who: ['nobody'],
    zh: { means: '不是错误：数据还在路上，最多 20 秒。', remedy: '等待；之后会出现数字，或上面的某条提示。' },
    en: {
      means: 'This is no error: the figures are on their way, for 20 seconds at most.',
      remedy: 'Wait. Figures follow, or one of the messages above.',
    },
  },
];

/** What a reader sees where no message appears, because the script did not run at all. */
export const silences = [
  {
    zh: {
      sees: '只有标签里的文字，没有仪表',
      means: '脚本没有运行。',
      who: ['editor', 'site'],
      remedy:
        '依次检查：⓪ 在压缩包里直接打开本页的，先把 zip 全部解压；① 在浏览器里打开 /{{folder}}/zj-goal-gauge.js，应看到代码，看不到就是没上传或地址不对；② 查看网页源代码，两行代码和标签是否还在，不在就是编辑系统删掉了，见第 3 步；③ 浏览器是否低于下文所列版本；④ 控制台（F12）里有 “integrity” 字样，就是文件被改写过，请重新上传，并关闭服务器对它的压缩合并改写；⑤ 有 “Content Security Policy” 字样，见“服务器设置”。',
    },
    en: {
      sees: 'The text inside the tag alone, and no gauge',
      means: 'The script did not run.',
      who: ['editor', 'site'],
      remedy:
        'In this order: ⓪ If this page was opened inside the zip, unpack all of it first. ① Open /{{folder}}/zj-goal-gauge.js in the browser. If no code appears, it was not uploaded, or the address is wrong. ② Look at the source of the page. If the two lines or the tag are missing, the editing system removed them: see step 3. ③ Is the browser older than those listed below? ④ If the console (F12) says “integrity”, the file was rewritten: upload it again, and let no server rewrite it. ⑤ If it says “Content Security Policy”: see “Server”.',
    },
  },
  {
    zh: {
      sees: '仪表是英文的',
      means: '页面没有写明语言。',
      who: ['editor'],
      remedy: '标签上写 lang="zh-CN"，或页面的 html 标签写 lang="zh-CN"。',
    },
    en: {
      sees: 'A gauge in the wrong language',
      means: 'The page does not state its language.',
      who: ['editor'],
      remedy: 'Write lang="en" on the tag, or on the html tag of the page.',
    },
  },
  {
    zh: {
      sees: '数字还是上个月的',
      means: '网站上的 verdicts.json 没有换，或中间的缓存（CDN）还给旧的。',
      who: ['data', 'site'],
      remedy:
        '打开 verdicts.json 看开头的 "asOf" 日期。是旧的：重新上传。是新的：刷新页面；服务器须对它发送 Cache-Control: no-cache。',
    },
    en: {
      sees: 'Last month’s figures',
      means: 'The verdicts.json of the site is the old one, or a cache (CDN) still gives it.',
      who: ['data', 'site'],
      remedy:
        'Open verdicts.json and look at the day of "asOf" near its beginning. If it is old, upload the new file. If it is new, load the page again; the server has to send Cache-Control: no-cache for it.',
    },
  },
  {
    zh: {
      sees: '控制台写着 “<zj-goal-gauge> … stays; … is ignored.”',
      means: '页面引用了两个版本，先来的有效。',
      who: ['editor'],
      remedy: '删去旧版本的那两行。',
    },
    en: {
      sees: 'The console says “<zj-goal-gauge> … stays; … is ignored.”',
      means: 'The page loads two versions. The first one stays.',
      who: ['editor'],
      remedy: 'Remove the two lines of the older one.',
    },
  },
];
