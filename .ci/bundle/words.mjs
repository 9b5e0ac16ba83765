// The words of the start pages that stand in tables and snippets; all others stand in the templates.

/** By the language of the page. */
export const words = {
  'zh-CN': {
    text: 'zh',
    stop: '。',
    demo: '（示例数据）',
    demoNote: '示例数据：由程序生成，与任何单位的实际数据无关。',
    and: '；',
    joined: '、',
    or: ' / ',
    notices: '第三方软件的许可',
    verify: { busy: '正在核验…', equal: '全部一致', different: '有不一致' },
    parts: {
      head: ['文件', '大小', '用途'],
      rows: [
        [['zj-goal-gauge.js'], '仪表本身。必需。'],
        [['zj-goal-gauge-detail.js'], '读者点开“为什么是这个状态？”时才读取。必需，与上一个放在一起。'],
        [['zj.css'], '为仪表预留位置，页面不跳动；深色、打印等外观。必需。'],
        [
          /^zj(-core|-element-.*)?\.js$/,
          '以后页面上有多种组件时，用 zj.js 代替 zj-goal-gauge.js。只用仪表可不传。',
        ],
        [/^metrics\//, '让读者核验数字。不做核验可不传。'],
        [
          ['start.html', 'conf/', 'integrity.json', 'LICENSE.txt', '…'],
          '本说明、服务器配置、文件指纹和许可。传上去可用来检查，不传也行。',
        ],
      ],
    },
    silences: ['看到的现象', '原因', '谁来处理', '怎么做'],
    messages: ['提示', '编号', '意思', '谁来处理', '怎么做'],
    console: '（在浏览器控制台里）',
    headers: {
      head: ['文件', '类型（Content-Type）', '缓存（Cache-Control）', '压缩'],
      forever: '长期：文件夹名带版本号',
      fresh: '每次先问服务器',
      yes: 'gzip 或 brotli',
      no: '不压缩；支持分段请求（Range）',
    },
    files: ['文件', '字节', 'SHA-384'],
  },
  en: {
    text: 'en',
    stop: '.',
    demo: ' (demo data)',
    demoNote: 'Demo data, made by a program, with no relation to real figures of anyone.',
    and: '; ',
    joined: ', ',
    or: ' / ',
    notices: 'licences of third parties',
    verify: { busy: 'Verifying…', equal: 'All equal', different: 'Something differs' },
    parts: {
      head: ['File', 'Size', 'Purpose'],
      rows: [
        [['zj-goal-gauge.js'], 'The gauge itself. Needed.'],
        [
          ['zj-goal-gauge-detail.js'],
          'Read when a reader asks “Why this status?”. Needed, in the same folder.',
        ],
        [
          ['zj.css'],
          'Reserves the room of a gauge, so that nothing moves; dark, print and other looks. Needed.',
        ],
        [
          /^zj(-core|-element-.*)?\.js$/,
          'In the place of zj-goal-gauge.js where a page has further elements, too. Not needed for gauges.',
        ],
        [/^metrics\//, 'Lets readers verify figures. Not needed without that.'],
        [
          ['start.html', 'conf/', 'integrity.json', 'LICENSE.txt', '…'],
          'These pages, settings for servers, digests, licences. Not needed, of use for checks.',
        ],
      ],
    },
    silences: ['You see', 'Why', 'Who mends it', 'How'],
    messages: ['Message', 'Code', 'Meaning', 'Who mends it', 'How'],
    console: ' (in the console of the browser)',
    headers: {
      head: ['File', 'Content-Type', 'Cache-Control', 'Compression'],
      forever: 'for long: the folder’s name carries the version',
      fresh: 'asks the server each time',
      yes: 'gzip or brotli',
      no: 'none; range requests',
    },
    files: ['File', 'Bytes', 'SHA-384'],
  },
};

/** What a server says of each kind of file. */
export const headers = [
  ['.js', 'text/javascript', 'forever', 'yes'],
  ['.css', 'text/css', 'forever', 'yes'],
  ['.wasm', 'application/wasm', 'forever', 'yes'],
  ['/release/*.json', 'application/json', 'fresh', 'yes'],
  ['/release/*.duckdb', 'application/octet-stream', 'fresh', 'no'],
];

/** The values of Cache-Control. */
export const caching = { forever: 'public, max-age=31536000, immutable', fresh: 'no-cache' };

/** What a page with gauges needs, and the worker of the engine. */
export const policies = {
  page: "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:",
  worker: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
};
