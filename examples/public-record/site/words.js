/** The words of METHODS §4. */
export const statusWords = {
  achieved: { zh: '已达成', en: 'achieved' },
  'on-track': { zh: '进度正常', en: 'on track' },
  'at-risk': { zh: '进度偏慢', en: 'at risk' },
  'off-track': { zh: '明显滞后', en: 'off track' },
  missed: { zh: '未达成', en: 'missed' },
  'no-data': { zh: '暂无数据', en: 'no data' },
  'not-assessable': { zh: '暂不能评判', en: 'not assessable' },
  withheld: { zh: '不公布', en: 'withheld' },
};

/** The page's own words. What the plan and the data say comes from the release, in both languages. */
const zh = {
  skip: '跳到目标',
  download: '下载数据库',
  switchTo: 'English',
  elder: '长辈版',
  tools: '页面设置',
  real: '全部来自公开来源，没有示例数据',
  goalCount: (n) => `${n} 项目标`,
  statusCount: (n, word) => `${n} 项${word}`,
  through: (day) => `数据截至 ${chineseDay(day)}`,
  readings: '其余读法',
  number: (number) => `（${number}）`,
  noAddress: '来源未给出网址',
  notLinked: (host) => `${host}（可信度低，不设链接）`,
  readingTitle: '怎么收录，怎么读',
  verifyTitle: '核验',
  verifyLead: '不必相信我们：用已发布的数据在您的浏览器里重算一遍。',
  verify: '核验全部数字',
  engineNote: '首次使用会从本站加载查询引擎（约 34 MB，传输时可压缩到约 8 MB），不访问其他网站。',
  loading: (step, loaded, total) =>
    step === 'engine' ? `正在加载查询引擎… ${megabytes(loaded, total)}` : '正在下载公开数据…',
  computing: '正在重新计算…',
  manifestCheck: (same) =>
    `清单的 SHA-256 与 verdicts.json 所记${same ? '一致' : '不一致：清单在发布后被改动过'}`,
  factsCheck: (names) => `清单所写与公开数据不符（${names}）`,
  shownCheck: (n, same) => `本页显示的 ${n} 项与重算结果${same ? '一致' : '不一致，请重新载入本页'}`,
  withheldCheck: (name, reason, same) => `${name}：不公布，理由${same ? '成立' : '不成立'}。${reason}`,
  fileCheck: (same) => (same ? 'verdicts.json 与清单一致' : 'verdicts.json 与清单不一致：发布后被改动过'),
  seriesCheck: (series) => {
    const wrong = series.filter(({ equal }) => !equal).map(({ path }) => path);
    return wrong.length === 0
      ? `图表所用的 ${series.length} 个系列与重算结果逐位一致`
      : `图表所用的系列与重算结果不一致：${wrong.join('、')}`;
  },
  rowsCheck: (name, same) => `“${name}”逐行摘要与清单${same ? '一致' : '不一致'}`,
  goalCheck: (name, same) => `${name}：${same ? '一致' : '不一致'}`,
  outcome: (equal, n) =>
    equal ? `${n} 项目标的数字和状态全部一致。` : '有不一致之处，见上。请联系发布单位。',
  failed: (message) => `没有成功：${message} 上面已发布的数字不受影响。`,
  courseTitle: '历年公布数',
  tableTitle: '全部公布的目标和数据',
  tableLead: '由浏览器中的 DuckDB 实时查询已发布的数据。互相矛盾的公布数并列，并标出。',
  query: '打开数据表',
  region: '地区',
  allRegions: '全部地区',
  indicator: '指标',
  allIndicators: '全部指标',
  kind: '类别',
  allKinds: '全部类别',
  onlyConflicts: '只看互相矛盾的数',
  saveFigures: '数据 CSV',
  saveTargets: '目标 CSV',
  shown: (n, all) => `显示 ${n} 条，共 ${all} 条`,
  empty: '没有符合条件的数。',
  period: '时段',
  figure: '数值',
  source: '统计者与来源',
  reliability: '可信度',
  note: '说明',
  target: '目标',
  targetWords: (wording) => (wording ? `目标（${wording}）` : '目标'),
  conflict: '另有不同的数',
  stated: '来源中的名称',
  unit: '单位',
  address: '网址',
  from: '：',
  periodOf: ({ kind, span, first_day, last_day }) => {
    if (kind === 'target') return `到${last_day.slice(0, 4)}年`;
    if (span === 'year') return `${last_day.slice(0, 4)}年`;
    if (span === 'half-year')
      return `${last_day.slice(0, 4)}年${last_day.slice(5) === '06-30' ? '上' : '下'}半年`;
    return span === 'stock' ? chineseDay(last_day) : `${chineseDay(first_day)}至${chineseDay(last_day)}`;
  },
  sql: '查询所用的 SQL',
  caveat: '核验证明数字由已发布的数据算出，并不证明数据本身属实。',
};

const en = {
  skip: 'Skip to the goals',
  download: 'Download the database',
  switchTo: '中文',
  elder: 'Large text',
  tools: 'Page settings',
  real: 'All from public sources, no demo data',
  goalCount: (n) => `${n} goals`,
  statusCount: (n, word) => `${n} ${word}`,
  through: (day) => `data through ${englishDay(day)}`,
  readings: 'Other readings',
  number: (number) => ` (${number})`,
  noAddress: 'The source gives no address',
  notLinked: (host) => `${host} (reliability low: not linked)`,
  readingTitle: 'What is collected, and how it is read',
  verifyTitle: 'Verify',
  verifyLead: 'No need to trust us: compute the figures again in your own browser, from the published data.',
  verify: 'Verify all figures',
  engineNote:
    'The first use loads the query engine from this site (about 34 MB, about 8 MB where compressed). No other site is contacted.',
  loading: (step, loaded, total) =>
    step === 'engine'
      ? `Loading the query engine… ${megabytes(loaded, total)}`
      : 'Downloading the public data…',
  computing: 'Computing again…',
  manifestCheck: (same) =>
    same
      ? 'The SHA-256 of the manifest matches the one in verdicts.json'
      : 'The manifest is not the one that verdicts.json names: it was changed after publication',
  factsCheck: (names) => `The manifest differs from the public data (${names})`,
  shownCheck: (n, same) =>
    same
      ? `The ${n} that this page shows are equal to what was computed here`
      : 'This page shows something else than was computed here: load it again',
  withheldCheck: (name, reason, same) =>
    `${name}: withheld; the reason ${same ? 'holds' : 'does not hold'}. ${reason}`,
  fileCheck: (same) =>
    same
      ? 'verdicts.json matches the manifest'
      : 'verdicts.json differs from the manifest: it was changed after publication',
  seriesCheck: (series) => {
    const wrong = series.filter(({ equal }) => !equal).map(({ path }) => path);
    return wrong.length === 0
      ? `The ${series.length} series for charts are equal to the last bit to those computed here`
      : `Series for charts differ from those computed here: ${wrong.join(', ')}`;
  },
  rowsCheck: (name, same) => `The rows of “${name}” ${same ? 'match' : 'differ from'} the manifest`,
  goalCheck: (name, same) => `${name}: ${same ? 'equal' : 'different'}`,
  outcome: (equal, n) =>
    equal
      ? `The figures and statuses of all ${n} goals are equal.`
      : 'Something differs: see above, and tell the publisher.',
  failed: (message) => `That did not work: ${message} The published figures above are not affected.`,
  courseTitle: 'The published figures by year',
  tableTitle: 'All published targets and figures',
  tableLead:
    'Queried live from the published data by DuckDB in this browser. Figures that contradict each other stand side by side and are marked.',
  query: 'Open the table',
  region: 'Region',
  allRegions: 'All regions',
  indicator: 'Indicator',
  allIndicators: 'All indicators',
  kind: 'Kind',
  allKinds: 'All kinds',
  onlyConflicts: 'Only those that contradict each other',
  saveFigures: 'Figures as CSV',
  saveTargets: 'Targets as CSV',
  shown: (n, all) => `${n} of ${all} shown`,
  empty: 'Nothing meets these conditions.',
  period: 'Period',
  figure: 'Figure',
  source: 'Compiler and source',
  reliability: 'Reliability',
  note: 'Note',
  target: 'Target',
  targetWords: (wording) => (wording ? `Target (${wording})` : 'Target'),
  conflict: 'others differ',
  stated: 'Name in the source',
  unit: 'Unit',
  address: 'Address',
  from: ': ',
  periodOf: ({ kind, span, first_day, last_day }) => {
    if (kind === 'target') return `by ${last_day.slice(0, 4)}`;
    if (span === 'year') return last_day.slice(0, 4);
    if (span === 'half-year')
      return `${last_day.slice(5) === '06-30' ? 'first' : 'second'} half of ${last_day.slice(0, 4)}`;
    return span === 'stock' ? englishDay(last_day) : `${englishDay(first_day)} to ${englishDay(last_day)}`;
  },
  sql: 'The SQL that was asked',
  caveat: 'Verification proves that the figures follow from the published data, not that the data are true.',
};

const megabytes = (loaded, total) =>
  `${(loaded / 1e6).toFixed(0)}${total ? ` / ${(total / 1e6).toFixed(0)}` : ''} MB`;

function chineseDay(day) {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

function englishDay(day) {
  const names = 'January February March April May June July August September October November December';
  const [year, month, date] = day.split('-').map(Number);
  return `${date} ${names.split(' ')[month - 1]} ${year}`;
}

/** The language of the page, as a tag. */
export const language = () => document.documentElement.lang;

/** The page's words in its language. */
export function words() {
  return language().startsWith('zh') ? zh : en;
}

/** The words of a bilingual text from the release, in the page's language; a dash where there are none. */
export function say(text) {
  const [first, second] = language().startsWith('zh') ? [text?.zh, text?.en] : [text?.en, text?.zh];
  const said = first ?? second;
  return typeof said === 'string' ? said : '—';
}

/** The language that an address asks for, whatever it says: zh… is Chinese, all else English; Chinese where it says nothing. */
export function askedLanguage() {
  const asked = new URLSearchParams(location.search).get('lang') ?? 'zh';
  return /^zh/i.test(asked) ? 'zh-CN' : 'en';
}
