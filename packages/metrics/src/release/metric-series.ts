import type { Contract } from '../dataset/contract.js';
import type { CallOptions, Engine } from '../engine/engine.js';
import { tableRows } from '../engine/table.js';
import type { Day } from '../base/day.js';
import { compareTexts } from '../base/order.js';
import { differenceUnit } from '../base/unit.js';
import type { Metric, SeriesGrain, SeriesOrder } from '../metric/metric.js';
import type { Plan, PlanEvent } from '../plan/plan.js';
import { compileStates, type CompiledStates } from '../query/compile.js';
import { findCompleteness } from '../query/lack.js';
import { endOf, moveDay, startOf, steps } from '../query/period.js';
import { querySeries } from '../query/published-series.js';
import { readLines, type LineRow, type SeriesLine } from './metric-lines.js';
import { catalogueOf, contractsOf, findById, sourceOf, type Computable } from './recompute.js';
import { withoutGaps } from './series-gaps.js';
import type {
  MetricFigures,
  MetricLine,
  SeriesDimension,
  SeriesSpan,
  UnsealedMetricSeries,
} from './series-file.js';

/** A release, as far as the series of its metrics follow from it. */
export interface SeriesRelease extends Pick<Computable, 'metrics' | 'datasets'> {
  readonly plan: Pick<Plan, 'events'>;
  readonly asOf: Day;
}

/**
 * Computes the series of a metric from the published data: `zj publish` writes exactly this, and a reader computes exactly this again.
 * Every figure is one of a query, that of the periods by the dimension or that of the year to date, but for those that a part is
 * missing of: of these there are none. Throws `UNKNOWN_NAME`, `REFUSED`,
 * and as `engine.run`; a deadline is for each statement.
 *
 * @example
 * const { periods, lines } = await recomputeMetricSeries(engine, manifest, { metric: 'industry-revenue', grain: 'month' });
 */
export async function recomputeMetricSeries(
  engine: Pick<Engine, 'run'>,
  release: SeriesRelease,
  order: SeriesOrder,
  call: Omit<CallOptions, 'onProgress'> = {},
): Promise<UnsealedMetricSeries> {
  const metric = findById('metric', release.metrics, order.metric);
  const catalogue = catalogueOf(release);
  const contracts = contractsOf(release, metric.id);
  const { own, toDate, apart } = querySeries(order, catalogue);
  const compiled = compileStates(own, catalogue);
  const yearly = toDate && compileStates(toDate, catalogue);
  const told = readLines(await engine.run(compiled.sql, call), { order, compiled, contracts });
  const added =
    yearly && readLines(await engine.run(yearly.sql, call), { order, compiled: yearly, contracts });
  const completeness = await findCompleteness(own, catalogue, {
    run: async (statement) => tableRows(await engine.run(statement, call)),
  });
  const { fiscalStart, covered } = compiled;
  const { lines, sums } = withoutGaps({ lines: told, sums: added }, completeness, {
    grain: order.grain,
    fiscalStart,
    isDaily: contracts.every(({ time }) => time.grain === 'day'),
    omits: contracts.flatMap(({ omits = [] }) => omits),
  });
  const periods = listPeriods(lines, order.grain, compiled);
  return {
    version: 1,
    kind: 'metric',
    asOf: release.asOf,
    metric: metric.id,
    name: metric.name,
    description: metric.description,
    unit: metric.unit,
    ...(metric.format && { format: metric.format }),
    source: sourceOf(metric, contracts),
    demo: contracts.some(({ demo }) => demo !== undefined),
    reportedThrough: covered,
    grain: order.grain,
    ...(fiscalStart !== 1 && { fiscalStart }),
    ...(order.by !== undefined && { dimension: describeDimension(order.by, contracts, apart) }),
    periods,
    lines: lines.map((line) => {
      const sum = sums?.find((one) => one.kind === line.kind && one.member === line.member);
      return toLine(line, sums && (sum ?? { ...line, rows: new Map() }), { metric, periods, compiled });
    }),
    events: eventsOf(release.plan, metric.id),
    completeness,
    sql: [compiled.sql, ...(yearly ? [yearly.sql] : [])],
  };
}

function describeDimension(
  name: string,
  contracts: readonly Contract[],
  apart: SeriesDimension['apart'],
): SeriesDimension {
  const { label } = contracts[0]!.columns.find((one) => one.name === name)!;
  return { name, label, ...(apart && { apart }) };
}

/** Every period from the first with a figure to the last one that is reported. */
function listPeriods(
  lines: readonly SeriesLine[],
  grain: SeriesGrain,
  { covered, fiscalStart }: CompiledStates,
): readonly SeriesSpan[] {
  const told = lines.flatMap(({ rows }) =>
    [...rows].flatMap(([day, { value }]) => (value === null ? [] : [day])),
  );
  const first = told.sort()[0];
  const last = startOf(covered, grain, fiscalStart);
  const periods: SeriesSpan[] = [];
  for (let start = first; start !== undefined && start <= last; start = moveDay(start, steps[grain])) {
    const end = endOf(start, grain);
    periods.push({ start, end, ...(end > covered && { partial: covered }) });
  }
  return periods;
}

function toLine(
  line: SeriesLine,
  sum: SeriesLine | undefined,
  {
    metric,
    periods,
    compiled,
  }: { readonly metric: Metric; readonly periods: readonly SeriesSpan[]; readonly compiled: CompiledStates },
): MetricLine {
  const { kind, member, label } = line;
  const [states, toDateStates] = [statesOf(line, periods), sum && statesOf(sum, periods)];
  return {
    kind,
    ...(member !== undefined && { member }),
    ...(label && { label }),
    own: toFigures(line, periods, metric, compiled),
    ...(sum && { toDate: toFigures(sum, periods, metric, compiled) }),
    ...(states && { states }),
    ...(toDateStates && { toDateStates }),
  };
}

/** The columns of a line that its query has. Per cent are compared in percentage points, all others in per cent. */
function toFigures(
  { rows }: SeriesLine,
  periods: readonly SeriesSpan[],
  { unit }: Metric,
  { columns }: CompiledStates,
): MetricFigures {
  const list = (role: keyof LineRow['figures']): readonly (number | null)[] | undefined =>
    columns.some((column) => column.role === role)
      ? periods.map(({ start }) => rows.get(start)?.figures[role] ?? null)
      : undefined;
  const change = list(differenceUnit(unit) === unit ? 'percent' : 'difference');
  const [lastYear, share, contribution] = [list('base'), list('share'), list('contribution')];
  return {
    value: list('value')!,
    ...(lastYear && { lastYear }),
    ...(change && { change }),
    ...(share && { share }),
    ...(contribution && { contribution }),
  };
}

function statesOf({ rows }: SeriesLine, periods: readonly SeriesSpan[]): MetricLine['states'] {
  const states = periods.map(({ start }) => {
    const row = rows.get(start);
    return row && row.value !== null ? row.state : null;
  });
  return states.some((state) => state !== null && state !== 'final') ? states : undefined;
}

/** The events of a plan that concern a metric, in order of their days. */
function eventsOf({ events = [] }: Pick<Plan, 'events'>, id: string): readonly PlanEvent[] {
  return events
    .filter(({ goals, metrics }) => (goals ?? metrics) === undefined || metrics?.includes(id))
    .sort((a, b) => compareTexts(a.date, b.date));
}
