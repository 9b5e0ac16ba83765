import { compileSeries, sqlName, tableName } from '@zj/metrics/sql';
import { MetricsError, type Contract, type Metric, type Problem } from '@zj/metrics';
import { listed, mostListed, ownTable, problem, say } from '@zj/metrics/internal';
import type { Workbench } from '@zj/metrics/node';
import type { ReadDataset } from './reading.js';
import { formatPeriod, type Warning } from './warning.js';

/**
 * How many times the middle of its neighbours a figure is at least to be told as ten times of them: a slipped decimal point in
 * a series that moves by a fifth meanwhile is eight times.
 */
const times = 8;

/** Figures over time: `series` VARCHAR, `time` DATE, `figure` DOUBLE. */
interface Figures {
  readonly column: string;
  readonly sql: string;
}

/**
 * Warns of figures that are ten times their neighbours. Of each measured column each series is looked at in the order of time:
 * the rows that share their key, time aside; of a cube whose key has no time, the rows that share its contributors and dimensions;
 * else, of a dataset by month or year, each metric. A figure is told where its magnitude is at least eight times the median of
 * those of its neighbours, up to two before and two after it, two at least. Zeros and empty cells are told of no series.
 */
export async function findOutliers(
  workbench: Workbench,
  { contract, file }: ReadDataset,
  metrics: readonly Metric[],
): Promise<readonly Warning[]> {
  const warnings: Warning[] = [];
  for (const figures of listFigures(contract, metrics)) {
    const found = (await workbench.rows(outliersSql(figures))) as unknown as readonly Outlier[];
    warnings.push(...found.slice(0, mostListed).map((one) => tell(one, figures, contract, file)));
    const total = found[0]?.total ?? 0;
    const rest = restOf(total, figures.column, file);
    // An enterprise is not to be known by its figures: of confidential data the number of such figures is public.
    if (total > mostListed || (contract.cube && total > 0))
      warnings.push({ own: total > mostListed ? rest : undefined, published: rest });
  }
  return warnings;
}

interface Outlier {
  readonly series: string;
  readonly time: string;
  readonly figure: number;
  readonly middle: number;
  readonly total: number;
}

function listFigures(contract: Contract, metrics: readonly Metric[]): readonly Figures[] {
  const { columns, key, time, cube } = contract;
  const own = metrics.filter(({ dataset }) => dataset === contract.id);
  const measured = columns.filter(
    ({ name, type }) => isNumeric(type) && own.some((one) => measures(one, name)),
  );
  const table = ownTable(tableName(contract));
  const day = sqlName(time.column);
  return measured.flatMap(({ name }) => {
    const figure = `CAST(${sqlName(name)} AS DOUBLE)`;
    if (key.includes(time.column)) {
      const series = seriesExpr(key.filter((one) => one !== time.column));
      return [
        {
          column: name,
          sql: `SELECT ${series} AS series, ${day} AS time, ${figure} AS figure FROM ${table}`,
        },
      ];
    }
    if (cube) {
      const who = columns.filter(({ confidential }) => confidential).map((one) => one.name);
      const series = seriesExpr([...who, ...cube.dimensions]);
      const sum = `sum(${sqlName(name)})`;
      return [
        {
          column: name,
          sql: `SELECT ${series} AS series, ${day} AS time, CAST(${sum} AS DOUBLE) AS figure FROM ${table} GROUP BY ALL`,
        },
      ];
    }
    if (time.grain === 'day') return [];
    return own
      .filter((one) => measures(one, name))
      .flatMap((one) => {
        const sql = seriesSql(one, metrics, contract);
        return sql === undefined ? [] : [{ column: `${one.id} (${name})`, sql }];
      });
  });
}

/** The series of a metric; undefined where it has none without a split. */
function seriesSql({ id }: Metric, metrics: readonly Metric[], contract: Contract): string | undefined {
  try {
    const { sql } = compileSeries({ metric: id }, { metrics, datasets: [{ contract }] });
    return `SELECT '' AS series, period AS time, value AS figure FROM (${sql})`;
  } catch (error) {
    if (error instanceof MetricsError && error.code === 'REFUSED') return undefined;
    throw error;
  }
}

function isNumeric(type: string): boolean {
  return type === 'INTEGER' || type === 'DOUBLE' || type.startsWith('DECIMAL');
}

function measures({ measure }: Metric, column: string): boolean {
  return !('countDistinct' in measure) && Object.values(measure).includes(column);
}

function seriesExpr(names: readonly string[]): string {
  if (names.length === 0) return "''";
  return `concat_ws(', ', ${names.map((name) => `coalesce(CAST(${sqlName(name)} AS VARCHAR), '–')`).join(', ')})`;
}

function outliersSql({ sql }: Figures): string {
  const near = ['lag', 'lead'].flatMap((way) => [1, 2].map((far) => `${way}(abs(figure), ${far}) OVER w`));
  return `WITH figures AS (${sql}), near AS (
  SELECT series, time, figure, list_filter([${near.join(', ')}], lambda x: x IS NOT NULL) AS around
  FROM figures WHERE figure IS NOT NULL
  WINDOW w AS (PARTITION BY series ORDER BY time)
), judged AS (
  SELECT series, time, figure, list_aggregate(around, 'median') AS middle FROM near WHERE len(around) >= 2
)
SELECT series, CAST(time AS VARCHAR) AS time, figure, middle, CAST(count(*) OVER () AS DOUBLE) AS total FROM judged
WHERE middle > 0 AND abs(figure) >= ${times} * middle
ORDER BY time, series LIMIT ${mostListed}`;
}

const remedy = say`Check its unit and its decimal point; if they are right, leave it.`;

function tell(
  { series, time, figure, middle }: Outlier,
  { column }: Figures,
  contract: Contract,
  file: string,
): Warning {
  const of = listed([formatPeriod(time, contract), ...(series === '' ? [] : [series])]);
  const message = say`${column} of ${of} is ${figure}, about ten times its neighbours or more: their median is ${middle}.`;
  const own = problem({ code: 'outlier', where: file, message, remedy });
  return { own, published: contract.cube ? undefined : own };
}

function restOf(total: number, column: string, where: string): Problem {
  const message =
    total === 1
      ? say`1 figure of ${column} is about ten times its neighbours or more.`
      : say`${total} figures of ${column} are about ten times their neighbours or more.`;
  const look = say`Check units and decimal points.`;
  return problem({ code: 'outlier', where, message, remedy: look });
}
