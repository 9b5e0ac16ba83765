import {
  judge,
  type Baseline,
  type Forecast,
  type Goal,
  type PublishedVerdict,
  type Series,
  type Text,
  type WithheldGoal,
} from '@zj/metrics';

const months = (total: number): Series['observations'] =>
  Array.from({ length: 10 }, (_, month) => ({
    date: new Date(Date.UTC(2026, month + 1, 0)).toISOString().slice(0, 10),
    value: total / 10,
  }));

const once = (value: number): Series['observations'] => [{ date: '2026-05-11', value }];

const firm = { zh: '完成', en: 'complete', binding: 'firm' } as const;
const aspirational = { zh: '争取', en: 'strive for', binding: 'aspirational' } as const;
const year = { start: '2026-01-01', end: '2026-12-31' };
const plan = { start: '2025-01-01', end: '2026-12-31' };

export type Change = Partial<Omit<Goal, 'grain'> & Series & { asOf: string; quote: Text }>;

/** A goal that a test may change, without what no story shows. */
export type ShownGoal = Omit<Goal, 'clause' | 'metric' | 'deadline' | 'interpretations'>;

/** A goal and its figures, changed. */
export function change(goal: ShownGoal, by: Change, series: Series): readonly [ShownGoal, Series] {
  // The grain of a change is that of its figures.
  const { grain, ...rest } = by;
  return [
    { ...goal, ...rest },
    { ...series, ...rest, grain: grain ?? series.grain },
  ];
}

/** A verdict as `zj publish` writes it, of a goal and figures that a test may change. */
export function publish(goal: ShownGoal, by: Change, series: Series): PublishedVerdict {
  const [changed, figures] = change(goal, by, series);
  return {
    ...judge(changed, figures, { asOf: by.asOf ?? '2026-11-15' }),
    name: changed.name,
    unit: changed.unit,
    qualifier: changed.qualifier,
    ...(changed.nature && { nature: changed.nature }),
    ...(changed.was && { was: changed.was }),
    direction: changed.direction ?? 'increase',
    period: changed.period,
    count: figures.count,
    methods: [],
    interpretations: [],
    clause: {
      quote: by.quote ?? {
        zh: '到2026年,三大先导产业完成营业收入6000亿元',
        en: 'by 2026, complete revenue of 600 billion yuan',
      },
    },
    source: { zh: '示例数据(park/generate)', en: 'Demo data (park/generate)' },
    completeness: [],
    demo: true,
    sql: 'SELECT month AS period, CAST(sum(revenue) * 0.0001 AS DOUBLE) AS value\nFROM industry_revenue\nGROUP BY month',
  };
}

/** The revenue goal, 5 036.18 of 6 000 亿元 where nothing is changed: on track. */
export function revenue(change: Change = {}): PublishedVerdict {
  return publish(
    {
      id: 'leading-industries-revenue',
      name: { zh: '三大先导产业营业收入', en: 'Revenue of the three leading industries' },
      qualifier: firm,
      target: 6000,
      unit: { zh: '元', en: 'yuan', power: 8 },
      period: year,
      accumulate: 'total',
    },
    change,
    { grain: 'month', reportedThrough: '2026-10-31', count: false, observations: months(5036.18) },
  );
}

/** The PCT goal, 71 of 100 applications: at risk. */
export function applications(change: Change = {}): PublishedVerdict {
  return publish(
    {
      id: 'pct-applications',
      name: { zh: 'PCT专利申请量', en: 'PCT patent applications' },
      qualifier: aspirational,
      target: 100,
      unit: { zh: '件', en: 'applications', one: 'application' },
      period: year,
      accumulate: 'total',
    },
    change,
    { grain: 'day', reportedThrough: '2026-10-31', count: true, observations: once(71) },
  );
}

/** The unicorn goal, 1 of 2 enterprises: off track. */
export function unicorns(change: Change = {}): PublishedVerdict {
  return publish(
    {
      id: 'unicorn-hidden-champion',
      name: { zh: '“独角兽”“隐形冠军”企业', en: 'Unicorns and hidden champions' },
      qualifier: aspirational,
      target: 2,
      unit: { zh: '家', en: 'enterprises', one: 'enterprise' },
      period: plan,
      accumulate: 'since',
    },
    change,
    { grain: 'day', reportedThrough: '2026-10-31', count: true, observations: once(1) },
  );
}

/** The incubator goal, 1 of 1: achieved. */
export function incubators(change: Change = {}): PublishedVerdict {
  return unicorns({
    id: 'high-quality-incubator',
    name: { zh: '新增高质量孵化器', en: 'High-quality incubators added' },
    unit: { zh: '家', en: 'incubators', one: 'incubator' },
    target: 1,
    ...change,
  });
}

/** Where a level stood at the start of its year. */
const since = (value: number): Baseline => ({ value, date: '2025-12-31' });

/** The same verdict with a forecast of the end figure, as a release carries it. */
export function foreseen(
  verdict: PublishedVerdict,
  point: number,
  interval: Forecast['interval'] = null,
  probability: number | null = null,
): PublishedVerdict {
  return {
    ...verdict,
    forecast: { method: 'holt-winters-additive', point, interval, probability, backtest: null },
  };
}

/** A verdict that has all that one can have. */
export const full: PublishedVerdict = {
  ...foreseen(revenue(), 5958.4, [5772, 6024], 0.4231),
  otherSchedules: [{ kind: 'same-period', expected: 0.8462, gap: -0.0068, ratio: 0.9919 }],
  needed: { total: 963.82, months: 2, perMonth: 481.91 },
  forecasts: [
    {
      method: 'run-rate',
      point: 6046.6,
      backtest: { origins: 24, error: 131.2, relative: 1.12, coverage: null },
      why: null,
    },
    {
      method: 'holt-winters-additive',
      point: 5958.4,
      backtest: { origins: 24, error: 71.5, relative: 0.6103, coverage: 0.7917 },
      why: null,
    },
    {
      method: 'trend',
      point: null,
      backtest: null,
      why: { zh: '只用于存量指标', en: 'only for levels' },
    },
  ],
  methods: [
    {
      method: 'linear',
      inputs: { startValue: 0, targetValue: 6000, currentValue: 5036.18 },
      outputs: { percentageCompleted: 83.9363 },
      words: { zh: '完成83.9%', en: '83.9% completed' },
    },
    {
      method: 'destatis',
      inputs: null,
      outputs: null,
      words: { zh: '没有六个年度数据', en: 'there are no six annual figures' },
    },
  ],
  interpretations: [
    {
      question: { zh: '“三大先导产业”是哪三个产业？', en: 'Which are the three leading industries?' },
      reading: { zh: '集成电路、生物医药、人工智能。', en: 'Integrated circuits, biomedicine and AI.' },
    },
  ],
};

/** The four goals of the park, as its gauges show them. */
export const four: readonly PublishedVerdict[] = [revenue(), applications(), unicorns(), incubators()];

/** A verdict for every status and every odd shape of figures. */
export const every: Readonly<Record<string, PublishedVerdict>> = {
  'on track': revenue(),
  'at risk': applications(),
  'off track, a count': unicorns(),
  'achieved, a count': incubators(),
  'beyond the target': revenue({ observations: months(7123.4) }),
  'below nothing': revenue({ observations: months(-120) }),
  missed: applications({ observations: once(96), reportedThrough: '2026-12-31', asOf: '2027-01-10' }),
  'no data': applications({ reportedThrough: null }),
  'too early': applications({
    observations: [{ date: '2026-01-05', value: 3 }],
    reportedThrough: '2026-01-20',
    asOf: '2026-01-25',
  }),
  'no target': revenue({ target: null }),
  'no baseline': revenue({ accumulate: 'level' }),
  stale: applications({ reportedThrough: '2026-11-30', asOf: '2027-01-10' }),
  provisional: revenue({ observations: months(5036.18).map((one) => ({ ...one, quality: 'provisional' })) }),
  'none of two': unicorns({ observations: [] }),
  'five of twelve': unicorns({ target: 12, observations: once(5) }),
  'five of two': unicorns({ observations: once(5) }),
  'with all there is': full,
  'a forecast beyond the target': foreseen(revenue(), 6512, [6190, 6840], 0.952),
  'a forecast without interval': foreseen(applications(), 87),
  'a forecast far short': foreseen(applications(), 87, [80, 93], 0.021),
  'falling, as it should': foreseen(falling(62), 55.5, [48, 63], 0.18),
  'rising, where it should fall': falling(95),
  'far beyond': revenue({ observations: months(91_234.5) }),
  'far below': revenue({ observations: months(-31_234.5) }),
  'extreme figures': revenue({ target: 1e15, observations: months(9.87654321e14) }),
  'a long name': revenue({
    name: {
      zh: '“独角兽”“隐形冠军”“瞪羚”“专精特新‘小巨人’”等高成长性科技企业累计营业收入（含规模以下）',
      en: 'Cumulative operating revenue of high-growth technology enterprises: unicorns, hidden champions, gazelles and little giants',
    },
    unit: { zh: '元等值人民币（按当年平均汇率折算）', en: 'yuan at the average rate of the year', power: 8 },
  }),
};

/** Energy per output, from 80 to 40 kilograms: the figure as of October is given. */
function falling(value: number): PublishedVerdict {
  return revenue({
    id: 'energy',
    name: { zh: '单位产值能耗', en: 'Energy per output' },
    unit: { zh: '千克标准煤', en: 'kg of coal equivalent' },
    accumulate: 'level',
    direction: 'decrease',
    baseline: since(80),
    target: 40,
    observations: [{ date: '2026-10-31', value }],
    grain: 'day',
  });
}

/** A verdict of a level whose data have gaps, and which had a figure before its own period. */
export const incomplete: PublishedVerdict = {
  ...falling(62),
  before: { value: 80, date: '2025-12-31' },
  completeness: [
    {
      ...{ dataset: 'energy-use', kind: 'rejected', count: 3, names: [] },
      text: { zh: '3行数据被拒收', en: '3 rows were rejected' },
    },
    {
      ...{ dataset: 'energy-use', kind: 'empty', column: 'energy', means: 'suppressed', count: 2, names: [] },
      text: { zh: '“能耗”2格因保密不公布', en: '2 cells of “Energy” are suppressed' },
    },
    {
      ...{ dataset: 'energy-use', kind: 'missing', count: 2, names: ['2026-03', '2026-04'] },
      text: { zh: '缺2026年3月、4月', en: 'March and April 2026 are missing' },
    },
  ],
};

/** A goal of which no figure is published. */
export const withheld: WithheldGoal = {
  goal: 'listed-companies-revenue',
  name: { zh: '上市企业营业收入', en: 'Revenue of listed companies' },
  reason: {
    zh: '这项数字跨越因保密合并的单元格：少于3家企业的单元格不单独公布。',
    en: 'This figure crosses cells that are merged for confidentiality: no cell of fewer than 3 enterprises is published.',
  },
};

/** The file that gauges read. */
export function file(
  verdicts: readonly PublishedVerdict[] = four,
  withheldGoals: readonly WithheldGoal[] = [],
): string {
  return JSON.stringify({
    version: 1,
    plan: { id: 'park', title: { zh: '方案', en: 'Plan' }, number: '浦府〔2025〕42号' },
    asOf: '2026-11-15',
    verdicts,
    withheld: withheldGoals,
  });
}
