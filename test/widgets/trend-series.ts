import {
  judge,
  type FigureState,
  type Goal,
  type GoalSeries,
  type MetricSeries,
  type Observation,
  type PublishedVerdict,
  type Series,
} from '@zj/metrics';
import { computeGoalSeries } from '../../packages/metrics/src/release/goal-series.js';

/** The last day of the month that is so many months after January 2023. */
export const monthEnd = (month: number): string =>
  new Date(Date.UTC(2023, month + 1, 0)).toISOString().slice(0, 10);

/** Two decimals, as the datasets have them. */
const cents = (value: number): number => Math.round(value * 100) / 100;

/** Figures with a season and growth, from January 2023. */
export function monthly(count: number, base: number, growth = 1.009): Observation[] {
  return Array.from({ length: count }, (_, month) => ({
    date: monthEnd(month),
    value: cents(
      base * growth ** month * (1 + 0.08 * Math.sin((month * Math.PI) / 6) + 0.02 * (((month * 7) % 5) - 2)),
    ),
  }));
}

const source = { zh: '示例数据(park/generate)', en: 'Demo data (park/generate)' };

/** The series of a goal as `zj publish` writes it. */
export function seriesOf(
  given: Partial<Goal>,
  figures: Partial<Series> & Pick<Series, 'observations'>,
  asOf = '2026-11-15',
  plan: Parameters<typeof computeGoalSeries>[2]['plan'] = {},
): GoalSeries {
  const goal: Goal = {
    id: 'leading-industries-revenue',
    name: { zh: '三大先导产业营业收入', en: 'Revenue of the three leading industries' },
    metric: 'revenue',
    clause: { quote: { zh: '完成营业收入6000亿元', en: 'complete revenue of 600 billion yuan' } },
    qualifier: { zh: '完成', en: 'complete', binding: 'firm' },
    target: 6000,
    unit: { zh: '元', en: 'yuan', power: 8 },
    period: { start: '2026-01-01', end: '2026-12-31' },
    accumulate: 'total',
    interpretations: [],
    ...given,
  } as Goal;
  const series: Series = { grain: 'month', reportedThrough: '2026-10-31', count: false, ...figures };
  const verdict = {
    ...judge(goal, series, { asOf }),
    name: goal.name,
    unit: goal.unit,
    qualifier: goal.qualifier,
    direction: goal.direction ?? 'increase',
    period: goal.period,
    count: series.count,
    clause: goal.clause,
    methods: [],
    interpretations: [],
    source,
    completeness: [],
    demo: true,
    sql: 'SELECT month AS period, revenue AS value FROM industry_revenue',
  } as unknown as PublishedVerdict;
  return { ...computeGoalSeries(goal, series, { verdict, plan }), manifest: '0'.repeat(64) };
}

/** The revenue of 2026: 46 months, the last of them provisional; a schedule, milestones, a forecast, two events. */
export function revenueSeries(
  goal: Partial<Goal> = {},
  change: (all: Observation[]) => Observation[] = (all) => all,
): GoalSeries {
  const observations = monthly(46, 345).map((one, at): Observation =>
    at === 45 ? { ...one, quality: 'provisional' } : one,
  );
  return seriesOf(
    {
      milestones: [
        { date: '2026-03-31', value: 1350 },
        { date: '2026-06-30', value: 2850 },
        { date: '2026-09-30', value: 4450 },
      ],
      ...goal,
    },
    { observations: change(observations) },
    '2026-11-15',
    {
      events: [
        {
          id: 'gmp',
          name: { zh: '首批GMP厂房投产', en: 'First GMP plants open' },
          date: '2026-09-10',
          note: { zh: '新增产能12家企业', en: 'Capacity for 12 more enterprises' },
          document: { title: { zh: '园区公告', en: 'Notice of the park' }, url: 'https://example.org/gmp' },
          demo: true,
        },
        {
          id: 'works',
          name: { zh: '道路改造', en: 'Road works' },
          date: '2026-04-01',
          until: '2026-06-30',
          demo: true,
        },
      ],
    },
  );
}

/** A rate that is to stay at or below 5.5 %: one month was above. */
export function rateSeries(): GoalSeries {
  const rates = [
    5.2, 5.2, 5.3, 5.1, 5.0, 5.0, 5.1, 5.2, 5.1, 5.0, 5.1, 5.1, 5.3, 5.6, 5.4, 5.2, 5.1, 5.0, 5.2, 5.2, 5.1,
    5.1,
  ];
  return seriesOf(
    {
      id: 'unemployment',
      name: { zh: '城镇调查失业率', en: 'Surveyed urban unemployment rate' },
      target: 5.5,
      bound: 'at-most',
      accumulate: 'level',
      unit: { zh: '%', en: '%' },
      period: { start: '2025-01-01', end: '2026-12-31' },
    },
    { observations: rates.map((value, at) => ({ date: monthEnd(24 + at), value })) },
  );
}

/** A rate whose average of the year is to stay at or below 5.5 %. */
export function averageSeries(): GoalSeries {
  const rates = [5.7, 5.1, 5.5, 5.4];
  return seriesOf(
    {
      id: 'unemployment',
      name: { zh: '城镇调查失业率', en: 'Surveyed urban unemployment rate' },
      target: 5.5,
      bound: 'at-most',
      accumulate: 'average',
      unit: { zh: '%', en: '%' },
    },
    {
      observations: rates.map((value, at) => ({ date: monthEnd(36 + at), value })),
      reportedThrough: '2026-04-30',
    },
    '2026-05-15',
  );
}

/** Applications by month with two months that were not reported, an estimate and a revised figure. */
export function applicationsSeries(): GoalSeries {
  const figures = [5, 7, 6, 8, 7, 9, 8, null, null, 9, 10, 8, 9, 10, 6, 7, 9, 7, 8, 7, 9, 7];
  const quality: Readonly<Record<number, FigureState>> = { 14: 'estimate', 18: 'revised', 21: 'provisional' };
  return seriesOf(
    {
      id: 'pct-applications',
      name: { zh: 'PCT专利申请量', en: 'PCT patent applications' },
      target: 100,
      unit: { zh: '件', en: 'applications', one: 'application' },
    },
    {
      count: true,
      observations: figures.flatMap((value, at) =>
        value === null
          ? []
          : [{ date: monthEnd(24 + at), value, ...(quality[at] && { quality: quality[at] }) }],
      ),
    },
  );
}

const industries = [
  '智能驾驶',
  '现代物流',
  '智能机器人',
  '芯片设计',
  '生物医药',
  '专业服务',
  '设备材料',
  '智能装备',
  '医疗器械',
  '智能软件',
  '封装测试',
  '国际贸易',
];

/** Revenue by industry, 22 months: the whole, members, the year before. */
export function industrySeries(count = 12): MetricSeries {
  const spans = Array.from({ length: 22 }, (_, at) => ({
    start: `${monthEnd(24 + at).slice(0, 8)}01`,
    end: monthEnd(24 + at),
  }));
  const names = Array.from({ length: count }, (_, at) => industries[at] ?? `行业${at + 1}`);
  const members = names.map((_, at) =>
    monthly(46, 20 + at * 5, 1.016 - at * 0.0022).map(({ value }) => value),
  );
  const whole = members[0]!.map((_, month) => cents(members.reduce((sum, one) => sum + one[month]!, 0)));
  const figures = (all: readonly number[]) => ({
    value: all.slice(24, 46),
    lastYear: all.slice(12, 34),
    change: all.slice(24, 46).map((value, at) => ((value - all[12 + at]!) / all[12 + at]!) * 100),
  });
  return {
    version: 1,
    kind: 'metric',
    manifest: '0'.repeat(64),
    asOf: '2026-11-15',
    metric: 'industry-revenue',
    name: { zh: '分行业营业收入', en: 'Revenue by industry' },
    description: { zh: '', en: '' },
    unit: { zh: '元', en: 'yuan', power: 8 },
    source,
    demo: true,
    reportedThrough: '2026-10-31',
    grain: 'month',
    dimension: { name: 'industry', label: { zh: '行业', en: 'Industry' } },
    periods: spans,
    lines: [
      { kind: 'total', own: figures(whole) },
      ...members.map((all, at) => ({ kind: 'member' as const, member: names[at]!, own: figures(all) })),
    ],
    events: [],
    completeness: [],
    sql: ['SELECT 1'],
  };
}
