import { basesOf } from '../metric/composition.js';
import { termsOf, type SeriesMetric } from '../metric/measure.js';
import type { Period } from '../plan/plan.js';
import type { Day } from '../base/day.js';
import { lastKnown } from './axis.js';
import { endOf, moveDay, resolveDuring, startOf, steps, times, type Grain } from './period.js';
import type { Query } from './query.js';
import type { Leaf, Question } from './question.js';

// Indices and moving averages are computed from the figures of other questions: QUERIES.md §2.

/** The id of the metric whose figures an index or a moving average is computed from. */
export function partOf({ measure }: SeriesMetric): string {
  return String(termsOf(measure).terms[0]);
}

/** How many periods one figure is computed from, beside the base of an index. */
export function periodsOf({ measure }: SeriesMetric): number {
  return 'movingAverage' in measure ? measure.periods : 1;
}

/** The metrics over rows below an index or a moving average. */
export function leavesBelow(metric: SeriesMetric, { known, seriesLeaves }: Question): readonly Leaf[] {
  const bases = basesOf(metric.id, known);
  return seriesLeaves.filter((leaf) => bases.includes(leaf.metric));
}

/** The question of the figures of whole periods, by the same dimensions: as far back as those of the window need. */
export function periodsQuestion(question: Question): Question {
  const { query, series, seriesLeaves, time, fiscalStart, window } = question;
  const { by = [] } = query;
  const wide = window && widen(window, question);
  return {
    ...partsOf(question, series, by),
    leaves: seriesLeaves,
    allLeaves: seriesLeaves,
    ...(time && { time }),
    fiscalStart,
    ...(wide && { window: wide }),
  };
}

/** The question of the figures of a base period, by the same dimensions. */
export function baseQuestion(question: Question, base: string): Question {
  const { query, series, fiscalStart, time } = question;
  const { by = [] } = query;
  const own = series.filter(({ measure }) => 'base' in measure && measure.base === base);
  const parts = partsOf(
    question,
    own,
    by.filter((name) => name !== time?.name),
  );
  const window = resolveDuring(base, fiscalStart)!;
  const leaves = [...new Set(own.flatMap((metric) => leavesBelow(metric, question)))];
  return {
    ...parts,
    query: { ...parts.query, during: base },
    leaves,
    allLeaves: leaves,
    fiscalStart,
    window,
  };
}

/**
 * The metrics over rows that a question rests on, each with the question that its rows are read for: a moving average reads the
 * rows of all its periods, an index those of the base period, too.
 */
export function readingsOf(
  question: Question,
): readonly { readonly leaf: Leaf; readonly question: Question }[] {
  const { query, leaves, series } = question;
  return [
    ...leaves.map((leaf) => ({ leaf, question })),
    ...series.flatMap((metric) => {
      const whole = { ...question, query: { ...query, rolling: periodsOf(metric) } as Query };
      const base = 'base' in metric.measure ? [baseQuestion(question, metric.measure.base)] : [];
      return leavesBelow(metric, question).flatMap((leaf) =>
        [whole, ...base].map((one) => ({ leaf, question: one })),
      );
    }),
  ];
}

/** The base periods of the indices of a question, each once. */
export function basesIn({ series }: Pick<Question, 'series'>): readonly string[] {
  return [...new Set(series.flatMap(({ measure }) => ('base' in measure ? [measure.base] : [])))];
}

/** The grain of a base period by its form: `2020-Q1` is a quarter. */
export function grainOfBase(base: string): Grain {
  if (base.length === 4) return 'year';
  if (base.length === 10) return 'day';
  return base[5] === 'H' ? 'half-year' : base[5] === 'Q' ? 'quarter' : 'month';
}

/** The last period that is over on the last known day of each of some metrics over rows. */
export function lastOver(leaves: readonly Leaf[], question: Question): Day {
  const { fiscalStart } = question;
  const { grain } = question.time!;
  return leaves
    .map((leaf) => {
      const end = lastKnown(leaf, question);
      const last = startOf(end, grain, fiscalStart);
      return endOf(last, grain) <= end ? last : moveDay(last, times(steps[grain], -1));
    })
    .sort()[0]!;
}

function partsOf(
  { query, known, dimensions, conditions }: Question,
  series: readonly SeriesMetric[],
  by: readonly string[],
): Pick<Question, 'query' | 'asked' | 'known' | 'series' | 'seriesLeaves' | 'dimensions' | 'conditions'> {
  const { where, fiscalStart, totals } = query;
  const metrics = [...new Set(series.map(partOf))];
  const own: Query = {
    metrics,
    by,
    ...(where && { where }),
    ...(fiscalStart !== undefined && { fiscalStart }),
    ...(totals !== undefined && { totals }),
  };
  return {
    query: own,
    asked: metrics.map((id) => ({ metric: known.get(id)!, name: id })),
    known,
    series: [],
    seriesLeaves: [],
    dimensions,
    conditions,
  };
}

/** Whole periods, from the first that a moving average or a base needs. */
function widen({ start, end }: Period, { series, time, fiscalStart, lag }: Question): Period {
  const { grain } = time!;
  const most = Math.max(...series.map(periodsOf));
  const first = moveDay(startOf(start, grain, fiscalStart), times(steps[grain], 1 - most));
  return {
    start: lag ? moveDay(first, times(lag, -1)) : first,
    end: endOf(startOf(end, grain, fiscalStart), grain),
  };
}
