import type { Contract, Measure, Metric } from '@zj/metrics';
import { readExample } from '../example.js';
import type { Query } from './types.js';

const words = (text: string) => ({ zh: text, en: text });
/** The unit of the returns: 万元. */
const wan = { unit: { zh: '元', en: 'yuan', power: 4 } };

/** A contract of the park, its rows open: the data are made up. */
function open(id: string): Contract {
  const { columns, ...contract } = readExample(`data/${id}.json`) as Contract;
  return {
    ...omit(contract, 'cube'),
    columns: columns.map((column) => omit(column, 'confidential')),
  };
}

function omit<T extends object, K extends keyof T>(from: T, key: K): Omit<T, K> {
  return Object.fromEntries(Object.entries(from).filter(([name]) => name !== key)) as Omit<T, K>;
}

function metric(
  id: string,
  dataset: string | undefined,
  measure: Measure,
  more: Partial<Metric> = {},
): Metric {
  return {
    ...{ id, measure, name: words(id), description: words(id), unit: words('1') },
    ...(dataset !== undefined && { dataset }),
    ...more,
  };
}

const [returns, register, incubation] = ['industry-revenue', 'patents', 'incubation'] as const;

export const catalogue: {
  readonly metrics: readonly Metric[];
  readonly datasets: readonly { readonly contract: Contract }[];
} = {
  datasets: [returns, register, incubation].map((id) => ({ contract: open(id) })),
  metrics: [
    metric('revenue', returns, { sum: 'revenue' }, wan),
    metric('revenue-yi', returns, { sum: 'revenue' }, { scale: -4, unit: { ...wan.unit, power: 8 } }),
    metric('returns', returns, { count: 'rows' }),
    metric('enterprises', returns, { countDistinct: 'enterprise' }),
    metric('mean', returns, { average: 'revenue' }, wan),
    metric('middle', returns, { median: 'revenue' }, wan),
    metric('high', returns, { quantile: 'revenue', at: 0.9 }, wan),
    metric('largest', returns, { maximum: 'revenue' }, wan),
    metric('newest', returns, { last: 'revenue' }, wan),
    metric('filings', register, { count: 'rows' }),
    metric('pct', register, { count: 'rows' }, { where: [{ column: 'route', equals: 'PCT' }] }),
    metric(
      'pct-seen',
      register,
      { count: 'rows' },
      { where: [{ column: 'route', equals: 'PCT' }], empty: 'null' },
    ),
    metric('entered', incubation, { count: 'rows' }, { where: [{ column: 'event', equals: 'entered' }] }),
    metric('graduated', incubation, { count: 'rows' }, { where: [{ column: 'event', equals: 'graduated' }] }),
    metric('pct-share', undefined, { ratio: ['pct', 'filings'] }, { scale: 2, unit: words('%') }),
    metric('revenue-per-filing', undefined, { ratio: ['revenue', 'filings'] }, wan),
    metric('net', undefined, { subtract: ['entered', 'graduated'] }),
  ],
};

/** A question in words, as a query, and as a person who knows SQL would ask it. */
export interface Golden {
  readonly asks: string;
  readonly query: Query;
  readonly sql: string;
}

export const golden: readonly Golden[] = [
  {
    asks: 'the revenue of all years',
    query: { metric: 'revenue-yi' },
    sql: `SELECT sum(revenue)::DOUBLE / 10000 AS value FROM industry_revenue`,
  },
  {
    asks: 'revenue by month',
    query: { metric: 'revenue', by: ['period'] },
    sql: `SELECT month AS period, sum(revenue)::DOUBLE AS value FROM industry_revenue GROUP BY ALL ORDER BY 1`,
  },
  {
    asks: 'revenue of 2026 by industry',
    query: { metric: 'revenue', by: ['industry'], during: '2026' },
    sql: `SELECT industry, sum(revenue)::DOUBLE AS value FROM industry_revenue WHERE year(month) = 2026 GROUP BY ALL ORDER BY 1`,
  },
  {
    asks: 'enterprises that report, by year and zone',
    query: { metric: 'enterprises', by: ['year', 'zone'] },
    sql: `SELECT date_trunc('year', month)::DATE AS year, zone, count(DISTINCT enterprise)::DOUBLE AS value
          FROM industry_revenue GROUP BY ALL ORDER BY ALL`,
  },
  {
    asks: 'filings by quarter of years that begin in February',
    query: { metric: 'filings', by: ['quarter'], fiscalStart: 2 },
    sql: `SELECT (date_trunc('quarter', filed - INTERVAL 1 MONTH) + INTERVAL 1 MONTH)::DATE AS quarter, count(*)::DOUBLE AS value
          FROM (SELECT date_trunc('month', filed) AS filed FROM patents) GROUP BY ALL ORDER BY 1`,
  },
  {
    asks: 'filings by week of a quarter, its first week cut off',
    query: { metric: 'filings', by: ['week'], during: '2026-Q1' },
    sql: `SELECT date_trunc('week', filed)::DATE AS week, count(*)::DOUBLE AS value
          FROM patents WHERE filed >= '2026-01-01' AND filed < '2026-04-01' GROUP BY ALL ORDER BY 1`,
  },
  {
    asks: 'filings by route and half of a year',
    query: { metric: 'filings', by: ['route', 'half-year'] },
    sql: `SELECT route, make_date(year(filed), CASE WHEN month(filed) < 7 THEN 1 ELSE 7 END, 1) AS "half-year", count(*)::DOUBLE AS value
          FROM patents GROUP BY ALL ORDER BY ALL`,
  },
  {
    asks: 'PCT filings of every month, also of those without one',
    query: {
      metrics: ['pct', 'pct-seen'],
      by: ['month'],
      complete: true,
      where: [{ column: 'industry', equals: '生物医药' }],
    },
    sql: `WITH months AS (SELECT unnest(generate_series(
              (SELECT date_trunc('month', min(filed)) FROM patents WHERE route = 'PCT')::DATE, DATE '2026-10-01', INTERVAL 1 MONTH))::DATE AS month),
            counted AS (SELECT date_trunc('month', filed)::DATE AS month, count(*) AS n FROM patents
              WHERE route = 'PCT' AND industry = '生物医药' GROUP BY 1)
          SELECT month, ifnull(n, 0)::DOUBLE AS pct, n::DOUBLE AS "pct-seen" FROM months LEFT JOIN counted USING (month) ORDER BY 1`,
  },
  {
    asks: 'filings on every day of a February with 29 days',
    query: { metric: 'filings', by: ['day'], during: '2024-02', complete: true },
    sql: `SELECT day::DATE AS day, (SELECT count(*) FROM patents WHERE filed = days.day)::DOUBLE AS value
          FROM range(DATE '2024-02-01', DATE '2024-03-01', INTERVAL 1 DAY) AS days(day) ORDER BY 1`,
  },
  {
    asks: 'revenue of the year so far, at each month of 2026 that is reported',
    query: { metric: 'revenue', by: ['month'], during: '2026', cumulative: 'year-to-date' },
    sql: `SELECT month, sum(sum(revenue)) OVER (ORDER BY month)::DOUBLE AS value
          FROM industry_revenue WHERE month >= '2026-01-01' GROUP BY month ORDER BY 1`,
  },
  {
    asks: 'different enterprises of the year so far',
    query: { metric: 'enterprises', by: ['month'], during: '2025', cumulative: 'year-to-date' },
    sql: `SELECT m AS month, (SELECT count(DISTINCT enterprise) FROM industry_revenue WHERE month BETWEEN '2025-01-01' AND m)::DOUBLE AS value
          FROM (SELECT DISTINCT month AS m FROM industry_revenue WHERE year(month) = 2025) ORDER BY 1`,
  },
  {
    asks: 'revenue of a fiscal year from July so far, from the middle of one on',
    query: {
      metric: 'revenue',
      by: ['quarter'],
      during: '2025-01/2025-12',
      cumulative: 'year-to-date',
      fiscalStart: 7,
    },
    sql: `SELECT q AS quarter, (SELECT sum(revenue) FROM industry_revenue
            WHERE month >= CASE WHEN month(q) < 7 THEN make_date(year(q) - 1, 7, 1) ELSE make_date(year(q), 7, 1) END
              AND month < q + INTERVAL 3 MONTH)::DOUBLE AS value
          FROM (VALUES (DATE '2025-01-01'), (DATE '2025-04-01'), (DATE '2025-07-01'), (DATE '2025-10-01')) AS quarters(q) ORDER BY 1`,
  },
  {
    asks: 'revenue of twelve months in a row',
    query: { metric: 'revenue', by: ['month'], rolling: 12 },
    sql: `SELECT month, CASE WHEN count(*) OVER w = 12 THEN sum(r) OVER w END::DOUBLE AS value
          FROM (SELECT month, sum(revenue) AS r FROM industry_revenue GROUP BY 1)
          WINDOW w AS (ORDER BY month ROWS 11 PRECEDING) ORDER BY 1`,
  },
  {
    asks: 'the middle return of three months in a row, by tier',
    query: { metric: 'middle', by: ['tier', 'month'], rolling: 3, during: '2026-01/2026-03' },
    sql: `SELECT tier, m::DATE AS month, (SELECT median(revenue::DOUBLE) FROM industry_revenue AS r
            WHERE r.tier = t.tier AND r.month BETWEEN m - INTERVAL 2 MONTH AND m) AS value
          FROM (SELECT DISTINCT tier FROM industry_revenue) AS t, range(DATE '2026-01-01', DATE '2026-04-01', INTERVAL 1 MONTH) AS months(m)
          ORDER BY ALL`,
  },
  {
    asks: 'revenue of each month of 2026 beside that of the year before',
    query: { metric: 'revenue', by: ['month'], during: '2026', compare: 'year-over-year' },
    sql: `WITH monthly AS (SELECT month, sum(revenue) AS r FROM industry_revenue GROUP BY 1)
          SELECT a.month, a.r::DOUBLE AS value, b.r::DOUBLE AS value_base, (a.r - b.r)::DOUBLE AS value_difference,
            (a.r - b.r)::DOUBLE / b.r::DOUBLE * 100 AS value_percent
          FROM monthly AS a LEFT JOIN monthly AS b ON b.month = a.month - INTERVAL 1 YEAR WHERE year(a.month) = 2026 ORDER BY 1`,
  },
  {
    asks: 'filings of each quarter beside those of the one before',
    query: { metric: 'filings', by: ['quarter'], during: '2024/2026-Q3', compare: 'previous-period' },
    sql: `WITH quarterly AS (SELECT date_trunc('quarter', filed)::DATE AS quarter, count(*)::DOUBLE AS n FROM patents GROUP BY 1)
          SELECT quarter, n AS value, lag(n) OVER w AS value_base, n - lag(n) OVER w AS value_difference,
            100 * (n / lag(n) OVER w - 1) AS value_percent
          FROM quarterly WINDOW w AS (ORDER BY quarter) QUALIFY quarter >= '2024-01-01' AND quarter < '2026-10-01' ORDER BY 1`,
  },
  {
    asks: 'ten months of 2026 beside the same ten of 2025',
    query: { metric: 'revenue', during: '2026', compare: 'year-over-year' },
    sql: `SELECT a::DOUBLE AS value, b::DOUBLE AS value_base, (a - b)::DOUBLE AS value_difference, 100 * (a - b)::DOUBLE / b::DOUBLE AS value_percent
          FROM (SELECT sum(revenue) FILTER (year(month) = 2026) AS a, sum(revenue) FILTER (year(month) = 2025) AS b
            FROM industry_revenue WHERE month(month) <= 10)`,
  },
  {
    asks: 'a quarter beside the one before, without a grain',
    query: { metric: 'returns', by: ['zone'], during: '2026-04/2026-06', compare: 'previous-period' },
    sql: `SELECT zone, a::DOUBLE AS value, b::DOUBLE AS value_base, (a - b)::DOUBLE AS value_difference, 100 * (a - b)::DOUBLE / b AS value_percent
          FROM (SELECT zone, count(*) FILTER (quarter(month) = 2) AS a, count(*) FILTER (quarter(month) = 1) AS b
            FROM industry_revenue WHERE year(month) = 2026 GROUP BY 1) WHERE a + b > 0 ORDER BY 1`,
  },
  {
    asks: 'the share of each industry in the revenue of 2025',
    query: { metric: 'revenue', by: ['industry'], during: '2025', share: true },
    sql: `SELECT industry, sum(revenue)::DOUBLE AS value, 100 * sum(revenue)::DOUBLE / (sum(sum(revenue)) OVER ())::DOUBLE AS value_share
          FROM industry_revenue WHERE year(month) = 2025 GROUP BY 1 ORDER BY 1`,
  },
  {
    asks: 'the share of each zone in each year',
    query: { metric: 'returns', by: ['zone', 'year'], share: true },
    sql: `SELECT zone, year, n::DOUBLE AS value, 100 * n / sum(n) OVER (PARTITION BY year) AS value_share
          FROM (SELECT zone, date_trunc('year', month)::DATE AS year, count(*) AS n FROM industry_revenue GROUP BY ALL) ORDER BY 1, 2`,
  },
  {
    asks: 'what each industry contributes to the growth of revenue',
    query: {
      metric: 'revenue',
      by: ['industry'],
      during: '2026',
      compare: 'year-over-year',
      contribution: true,
    },
    sql: `WITH both_years AS (SELECT industry, sum(revenue) FILTER (year(month) = 2026) AS a, sum(revenue) FILTER (year(month) = 2025) AS b
            FROM industry_revenue WHERE year(month) >= 2025 AND month(month) <= 10 GROUP BY 1)
          SELECT industry, a::DOUBLE AS value, b::DOUBLE AS value_base, (a - b)::DOUBLE AS value_difference,
            100 * (a - b)::DOUBLE / b::DOUBLE AS value_percent,
            100 * (a - b)::DOUBLE / (SELECT sum(b)::DOUBLE FROM both_years) AS value_contribution
          FROM both_years ORDER BY 1`,
  },
  {
    asks: 'the mean and the largest return of each tier and of all together',
    query: { metrics: ['mean', 'largest'], by: ['tier'], totals: true },
    sql: `SELECT tier, avg(revenue::DOUBLE) AS mean, max(revenue)::DOUBLE AS largest, CASE WHEN grouping(tier) = 1 THEN 'total' ELSE 'value' END AS row_kind
          FROM industry_revenue GROUP BY ROLLUP (tier) ORDER BY row_kind = 'total', tier`,
  },
  {
    asks: 'the five largest enterprises of 2026 and all others together',
    query: { metric: 'revenue', by: ['enterprise'], during: '2026', top: { count: 5 } },
    sql: `WITH ranked AS (SELECT enterprise, sum(revenue) AS r, row_number() OVER (ORDER BY sum(revenue) DESC, enterprise) AS place
            FROM industry_revenue WHERE year(month) = 2026 GROUP BY 1)
          SELECT enterprise, value, row_kind FROM (
            SELECT enterprise, r::DOUBLE AS value, 'value' AS row_kind, place FROM ranked WHERE place <= 5
            UNION ALL SELECT NULL, sum(r)::DOUBLE, 'rest', 6 FROM ranked WHERE place > 5) ORDER BY place`,
  },
  {
    asks: 'enterprises in the two industries of most revenue, in the others and in all, by year',
    query: {
      metrics: ['enterprises', 'revenue'],
      by: ['year', 'industry'],
      top: { count: 2, by: 'revenue' },
      totals: true,
    },
    sql: `WITH ranked AS (SELECT industry, row_number() OVER (ORDER BY sum(revenue) DESC) AS place FROM industry_revenue GROUP BY 1),
            placed AS (SELECT *, least(place, 3) AS stand, date_trunc('year', month)::DATE AS year FROM industry_revenue JOIN ranked USING (industry))
          SELECT year, CASE WHEN stand < 3 THEN any_value(industry) END AS industry, count(DISTINCT enterprise)::DOUBLE AS enterprises,
            sum(revenue)::DOUBLE AS revenue, CASE WHEN stand IS NULL THEN 'total' WHEN stand = 3 THEN 'rest' ELSE 'value' END AS row_kind
          FROM placed GROUP BY GROUPING SETS ((year, stand), (year)) ORDER BY row_kind = 'total', year, stand`,
  },
  {
    asks: 'revenue and filings side by side, by industry and year',
    query: { metrics: ['revenue', 'filings', 'entered'], by: ['industry', 'year'] },
    sql: `WITH r AS (SELECT industry, year(month) AS y, sum(revenue)::DOUBLE AS revenue FROM industry_revenue GROUP BY ALL),
            f AS (SELECT industry, year(filed) AS y, count(*) AS filings FROM patents GROUP BY ALL),
            e AS (SELECT industry, year(date) AS y, count(*) AS entered FROM incubation WHERE event = 'entered' GROUP BY ALL)
          SELECT industry, make_date(y, 1, 1) AS year, revenue, ifnull(filings, 0)::DOUBLE AS filings, ifnull(entered, 0)::DOUBLE AS entered
          FROM r FULL JOIN f USING (industry, y) FULL JOIN e USING (industry, y) ORDER BY 1, 2`,
  },
  {
    asks: 'the percentage of PCT among the filings of each quarter',
    query: { metric: 'pct-share', by: ['quarter'] },
    sql: `SELECT date_trunc('quarter', filed)::DATE AS quarter, 100 * avg((route = 'PCT')::INTEGER) AS value FROM patents GROUP BY ALL ORDER BY 1`,
  },
  {
    asks: 'revenue per filing in 2025, by industry',
    query: { metric: 'revenue-per-filing', by: ['industry'], during: '2025' },
    sql: `SELECT industry, r / n AS value
          FROM (SELECT industry, sum(revenue)::DOUBLE AS r FROM industry_revenue WHERE year(month) = 2025 GROUP BY 1)
          LEFT JOIN (SELECT industry, count(*) AS n FROM patents WHERE year(filed) = 2025 GROUP BY 1) USING (industry) ORDER BY 1`,
  },
  {
    asks: 'how many more entered the incubators than left them, each month',
    query: { metric: 'net', by: ['month'], during: '2023-01/2026-10', complete: true },
    sql: `SELECT m::DATE AS month,
            (SELECT count(*) FILTER (event = 'entered') - count(*) FILTER (event = 'graduated') FROM incubation WHERE date_trunc('month', date) = m)::DOUBLE AS value
          FROM range(DATE '2023-01-01', DATE '2026-11-01', INTERVAL 1 MONTH) AS months(m) ORDER BY 1`,
  },
  {
    asks: 'filings without a classification, by kind, of some industries',
    query: {
      metric: 'filings',
      by: ['kind'],
      where: [
        { column: 'ipc', null: true },
        { column: 'industry', in: ['集成电路', '人工智能', '其他'] },
        { column: 'filed', between: ['2024-07-01', null] },
      ],
    },
    sql: `SELECT kind, count(*)::DOUBLE AS value FROM patents
          WHERE ipc IS NULL AND industry IN ('集成电路', '人工智能', '其他') AND filed >= '2024-07-01' GROUP BY 1 ORDER BY 1`,
  },
  {
    asks: 'the revenue of the last month of each quarter, by zone',
    query: { metric: 'newest', by: ['quarter', 'zone'] },
    sql: `SELECT date_trunc('quarter', month)::DATE AS quarter, zone, sum(revenue) FILTER (month = newest)::DOUBLE AS value
          FROM (SELECT *, max(month) OVER (PARTITION BY date_trunc('quarter', month)) AS newest FROM industry_revenue) GROUP BY ALL ORDER BY 1, 2`,
  },
  {
    asks: 'the ninetieth of a hundred returns, by tier',
    query: { metric: 'high', by: ['tier'], during: { start: '2026-01-01', end: '2026-06-30' } },
    sql: `SELECT tier, quantile_cont(revenue::DOUBLE, 0.9) AS value FROM industry_revenue WHERE month BETWEEN '2026-01-01' AND '2026-06-30' GROUP BY 1 ORDER BY 1`,
  },
  {
    asks: 'filings of the last four whole quarters before the middle of May 2026',
    query: {
      metric: 'filings',
      by: ['industry', 'quarter'],
      during: { last: 4, grain: 'quarter', asOf: '2026-05-15' },
    },
    sql: `SELECT industry, date_trunc('quarter', filed)::DATE AS quarter, count(*)::DOUBLE AS value
          FROM patents WHERE filed BETWEEN '2025-04-01' AND '2026-03-31' GROUP BY ALL ORDER BY 1, 2`,
  },
];
