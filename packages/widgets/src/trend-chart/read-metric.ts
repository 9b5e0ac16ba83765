import type { MetricLine, MetricSeries } from '@zj/metrics';
import { isMergedIn } from '../chart/merged-cells.js';
import type { Curve, Lack, Trend } from './trend.js';

/** The series of a metric as a trend: the whole, the members, the merged cells. */
export function readMetric(series: MetricSeries): Trend {
  // A member without rows is not one that did not report: that is missing of which no line has a figure.
  const lacks = series.periods.map(({ start, end }, at): Lack | undefined =>
    series.lines.some(({ own }) => own.value[at] !== null)
      ? undefined
      : isMergedIn(series.completeness, start, end)
        ? 'merged'
        : 'missing',
  );
  return {
    name: series.name,
    unit: series.unit,
    source: series.source,
    demo: series.demo,
    through: series.reportedThrough,
    grain: series.grain,
    fiscalStart: series.fiscalStart,
    periods: series.periods,
    curves: series.lines.map((line) => readLine(line, lacks)),
    apart: series.dimension?.apart,
    events: series.events,
    gaps: series.completeness,
  };
}

function readLine(
  { kind, member, label, own, toDate, states = [], toDateStates }: MetricLine,
  lacks: Curve['lacks'],
): Curve {
  return {
    id: member ?? `${kind}:`,
    kind,
    // A member is called as the data call it, where nobody gave it a name for people.
    name: label ?? (member === undefined ? undefined : { zh: member, en: member }),
    own,
    toDate,
    states: own.value.map((_, at) => states[at]),
    toDateStates,
    lacks,
    toDateLacks: toDate?.value.map((value, at) =>
      value === null && own.value[at] !== null ? 'sum' : lacks[at],
    ),
  };
}
