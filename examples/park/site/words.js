/** The page's own words. What the plan says comes from the release, in both languages. */
const zh = {
  skip: '跳到目标',
  download: '下载数据',
  elder: '长辈版',
  tools: '页面设置',
  goals: '目标',
  goalCount: (n) => `${n} 项目标`,
  statusCount: (n, word) => `${n} 项${word}`,
  period: (start, end) => `${start.slice(0, 4)}–${end.slice(0, 4)}年`,
  through: (day) => `数据截至 ${day.slice(0, 4)}年${Number(day.slice(5, 7))}月`,
  demo: '示例数据，仅供演示',
  readingTitle: '方案怎么说，我们怎么读',
  readingLead: '方案没有写明的地方，这里逐条说明本页的读法。',
  outlookTitle: '到期末会怎样',
  outlookLead: '按以往数据推算的期末数字、80% 区间和达标可能性；方法与回测见上方各目标的“为什么”。',
  forecast: '预计期末',
  interval: '80% 区间',
  chance: '达标概率',
  needed: '达标每月尚需',
  noForecast: '历史数据不足，不作预测',
  done: '已达成',
  verifyTitle: '核验',
  verifyLead: '不必相信我们：用已发布的数据在您的浏览器里重算一遍。',
  verify: '核验四项数字',
  verifyAgain: '再核验一次',
  engineNote: '首次使用会从本站加载查询引擎（约 34 MB，传输时可压缩到约 8 MB），不访问其他网站。',
  loadingEngine: (mb, total) => `正在加载查询引擎… ${mb} MB${total ? ` / ${total} MB` : ''}`,
  loadingDatabase: '正在下载公开数据…',
  compiling: '查询引擎已下载，正在编译…',
  computing: '正在重新计算…',
  goal: '目标',
  published: '发布值',
  recomputed: '重算值',
  status: '状态',
  result: '结果',
  equal: '一致',
  different: '不一致',
  rowsEqual: '公开数据逐行摘要与清单一致',
  rowsRejected: (n) => `发布时有 ${n} 行数据不合要求，未计入`,
  rowsDifferent: (name) => `公开数据“${name}”与清单不一致`,
  databaseEqual: (kb) => `公开数据 park.duckdb（${kb} KB）的 SHA-256 与清单一致`,
  fileEqual: 'verdicts.json 的 SHA-256 与清单一致',
  fileDifferent: 'verdicts.json 与清单记录的不同：文件在发布后被改动过',
  manifestEqual: '清单的 SHA-256 与 verdicts.json 所记一致',
  manifestDifferent: '清单与 verdicts.json 所记的不同：清单在发布后被改动过',
  factsDifferent: (names) => `清单所写与公开数据不符（${names}）`,
  seriesEqual: (n) => `图表、梯度和任务所用的 ${n} 个文件与重算结果逐位一致`,
  seriesDifferent: (names) => `图表、梯度和任务所用的文件与重算结果不一致：${names}`,
  shownEqual: (n) => `本页显示的 ${n} 项与重算结果一致`,
  shownDifferent: (names) => `本页显示的与重算结果不一致：${names}`,
  withheldTitle: '不公布的目标',
  withheldEqual: '理由成立',
  withheldDifferent: '理由不成立',
  headDifferent: (names) => `verdicts.json 的抬头与清单不一致（${names}）`,
  filesDifferent: '四项数字一致，但文件与清单不一致，见上。请联系发布单位。',
  pageDifferent: '发布的数字一致，但本页显示的不是这些数字，见上。请重新载入本页。',
  allEqual: '四项数字和状态全部一致。',
  someDifferent: (n) => `${n} 项与重算结果不一致。请以重算结果为准，并联系发布单位。`,
  seconds: (s) => `用时 ${s} 秒`,
  sql: '计算所用的 SQL',
  failed: (message) => `没有成功：${message}`,
  failedHint: '上面已发布的数字不受影响。',
  courseTitle: '怎么走到今天',
  courseLead: '图中数字取自发布文件；点产业名称，折线图会突出它。',
  caveat:
    '核验证明数字由已发布的数据算出，并不证明数据本身属实。企业数据按保密规则合并：少于 3 家企业的单元格不单独公布。',
};

const en = {
  skip: 'Skip to the goals',
  download: 'Download data',
  elder: 'Large text',
  tools: 'Page settings',
  goals: 'Goals',
  goalCount: (n) => `${n} goals`,
  statusCount: (n, word) => `${n} ${word}`,
  period: (start, end) => `${start.slice(0, 4)}–${end.slice(0, 4)}`,
  through: (day) => `data through ${monthName(day)} ${day.slice(0, 4)}`,
  demo: 'Demo data, for demonstration only',
  readingTitle: 'What the plan says, and how it is read here',
  readingLead: 'Where the plan leaves something open, this is how these figures read it.',
  outlookTitle: 'Where it will end',
  outlookLead:
    'The figure at the end, its 80% interval and the chance of reaching the target, from earlier figures. Each method and its back-test stand under “Why” above.',
  forecast: 'Forecast',
  interval: '80% interval',
  chance: 'Probability',
  needed: 'Needed each month',
  noForecast: 'too little history to forecast',
  done: 'achieved',
  verifyTitle: 'Verify',
  verifyLead: 'No need to trust us: compute the figures again in your own browser, from the published data.',
  verify: 'Verify the four figures',
  verifyAgain: 'Verify again',
  engineNote:
    'The first use loads the query engine from this site (about 34 MB, about 8 MB where compressed). No other site is contacted.',
  loadingEngine: (mb, total) => `Loading the query engine… ${mb} MB${total ? ` of ${total} MB` : ''}`,
  loadingDatabase: 'Downloading the public data…',
  compiling: 'The query engine is downloaded and is being compiled…',
  computing: 'Computing again…',
  goal: 'Goal',
  published: 'Published',
  recomputed: 'Computed here',
  status: 'Status',
  result: 'Result',
  equal: 'equal',
  different: 'different',
  rowsEqual: 'The rows of the public data match the manifest',
  rowsRejected: (n) => `Rows that were not as they must be, and are not counted: ${n}`,
  rowsDifferent: (name) => `The public data “${name}” differ from the manifest`,
  databaseEqual: (kb) => `The SHA-256 of the public data park.duckdb (${kb} KB) matches the manifest`,
  fileEqual: 'The SHA-256 of verdicts.json matches the manifest',
  fileDifferent: 'verdicts.json is not the file the manifest names: it was changed after publication',
  manifestEqual: 'The SHA-256 of the manifest matches the one in verdicts.json',
  manifestDifferent: 'The manifest is not the one that verdicts.json names: it was changed after publication',
  factsDifferent: (names) => `The manifest differs from the public data (${names})`,
  seriesEqual: (n) =>
    `The ${n} files for charts, the ladder and the tasks are equal to the last bit to those computed here`,
  seriesDifferent: (names) =>
    `Files for charts, the ladder or the tasks differ from those computed here: ${names}`,
  shownEqual: (n) => `The ${n} that this page shows are equal to what was computed here`,
  shownDifferent: (names) => `This page shows something else than was computed here: ${names}`,
  withheldTitle: 'Goals that are withheld',
  withheldEqual: 'the reason holds',
  withheldDifferent: 'the reason does not hold',
  headDifferent: (names) => `The head of verdicts.json differs from the manifest (${names})`,
  filesDifferent:
    'The four figures are equal, but files differ from the manifest: see above, and tell the publisher.',
  pageDifferent:
    'The published figures are equal, but this page shows others: see above, and load the page again.',
  allEqual: 'All four figures and statuses are equal.',
  someDifferent: (n) =>
    `${n} of them differ from what was computed here. Trust the computed figure and tell the publisher.`,
  seconds: (s) => `took ${s} s`,
  sql: 'The SQL that computed it',
  failed: (message) => `That did not work: ${message}`,
  failedHint: 'The published figures above are not affected.',
  courseTitle: 'How it came this far',
  courseLead: 'The charts read the published files. Choose an industry, and its line is in colour.',
  caveat:
    'Verification proves that the figures follow from the published data, not that the data are true. Enterprise data are merged for confidentiality: no cell of fewer than 3 enterprises is published.',
};

function monthName(day) {
  const names = 'January February March April May June July August September October November December';
  return names.split(' ')[Number(day.slice(5, 7)) - 1];
}

/** The words of a language, by the language tag. */
export function words(lang) {
  return lang.startsWith('zh') ? zh : en;
}

/** The words of a bilingual text from the release; a dash where there are none. */
export function say(text, lang) {
  const [first, second] = lang.startsWith('zh') ? [text?.zh, text?.en] : [text?.en, text?.zh];
  const said = first ?? second;
  return typeof said === 'string' ? said : '—';
}

/** The language that an address asks for, whatever it says: zh… is Chinese, all else English; Chinese where it says nothing. */
export function askedLanguage() {
  const asked = new URLSearchParams(location.search).get('lang') ?? 'zh';
  return /^zh/i.test(asked) ? 'zh-CN' : 'en';
}
