import type {
  Day,
  FigureState,
  MetricFigures,
  MetricLine,
  MetricSeries,
  SeriesDimension,
  Text,
  Unit,
} from '@zj/metrics';

/** A member of a dimension, with its figures by period. */
export interface Member {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly states?: readonly (FigureState | null)[];
  /** Cells that were merged for confidentiality have no name of a member. */
  readonly merged?: boolean;
}

/** The subject of a made-up series. */
export interface Made {
  readonly metric: string;
  readonly name: Text;
  readonly unit: Unit;
  /** The first month, `2025-01`. */
  readonly from: string;
  readonly members: readonly Member[];
  /** Absent: the first member is the whole, and the only line. */
  readonly dimension?: SeriesDimension;
  /** Whether figures add up over time, so that there is a year to date. */
  readonly additive?: boolean;
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Figures that grow by a share each year, with a season and some noise: as months of a park have them. */
export function wave(
  seed: number,
  count: number,
  level: number,
  growth = 0.1,
  noise = 0.04,
): readonly number[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, month) => {
    const season =
      1 + 0.08 * Math.sin((month / 12) * 2 * Math.PI) + 0.05 * Math.cos((month / 3) * 2 * Math.PI);
    const figure = level * (1 + growth) ** (month / 12) * season * (1 + noise * (random() * 2 - 1));
    return Math.round(figure * 100) / 100;
  });
}

/** A metric over time as `zj publish` writes it, by months; every other figure follows from those of the members. */
export function metricSeries(made: Made): MetricSeries {
  const { metric, name, unit, from, members, dimension, additive = true } = made;
  const periods = monthsFrom(from, members[0]!.values.length);
  const own = members.map(({ values }) => values);
  const whole =
    dimension && !dimension.apart ? periods.map((_, at) => sum(own.map((values) => values[at]!))) : null;
  const starts = periods.map(({ start }) => start);
  const line = (
    values: readonly (number | null)[],
    rest: Pick<MetricLine, 'kind'> & Partial<MetricLine>,
  ): MetricLine => ({
    ...rest,
    own: figuresOf(values, whole),
    ...(additive && { toDate: figuresOf(yearToDate(values, starts), whole && yearToDate(whole, starts)) }),
  });
  const last = periods.at(-1);
  return {
    version: 1,
    kind: 'metric',
    manifest: '0'.repeat(64),
    asOf: '2026-11-15',
    metric,
    name,
    description: name,
    unit,
    source: { zh: '示例数据（按固定种子生成）', en: 'Demo data (from a fixed seed)' },
    demo: true,
    reportedThrough: last?.end ?? '2026-10-31',
    grain: 'month',
    ...(dimension && { dimension }),
    periods,
    lines: [
      ...(dimension
        ? whole
          ? [line(whole, { kind: 'total' })]
          : []
        : [line(own[0]!, { kind: 'total', ...statesOf(members[0]!) })]),
      ...(dimension
        ? members.map((member) =>
            line(member.values, {
              ...(member.merged ? { kind: 'merged' } : { kind: 'member', member: member.name }),
              ...statesOf(member),
            }),
          )
        : []),
    ],
    events: [],
    completeness: [],
    sql: [],
  };
}

function statesOf({ states }: Member): Pick<MetricLine, 'states'> {
  return states ? { states } : {};
}

/** Months with their first and last days. */
export function monthsFrom(
  first: string,
  count: number,
): readonly { readonly start: Day; readonly end: Day }[] {
  const [year, month] = first.split('-').map(Number) as [number, number];
  const day = (at: number, date: number): Day =>
    new Date(Date.UTC(year, month - 1 + at, date)).toISOString().slice(0, 10);
  return Array.from({ length: count }, (_, at) => ({ start: day(at, 1), end: day(at + 1, 0) }));
}

/** The figures of a line of months, with their comparison against the year before and the whole. */
function figuresOf(
  values: readonly (number | null)[],
  whole: readonly (number | null)[] | null,
): MetricFigures {
  const before = (figures: readonly (number | null)[], at: number): number | null => figures[at - 12] ?? null;
  const compute = (one: (value: number, at: number) => number | null): readonly (number | null)[] =>
    values.map((value, at) => (value === null ? null : one(value, at)));
  const lastYear = values.map((_, at) => before(values, at));
  return {
    value: values,
    lastYear,
    // A share of less than nothing says nothing.
    change: compute((value, at) => ((lastYear[at] ?? 0) > 0 ? (value / lastYear[at]! - 1) * 100 : null)),
    ...(whole && {
      share: compute((value, at) => (whole[at] ? (value / whole[at]) * 100 : null)),
      contribution: compute((value, at) => {
        const [then, all] = [lastYear[at], before(whole, at)];
        return then === null || then === undefined || !all ? null : ((value - then) / all) * 100;
      }),
    }),
  };
}

/** Sums from each January on; none from a missing month to the end of its year. */
function yearToDate(values: readonly (number | null)[], starts: readonly Day[]): readonly (number | null)[] {
  let total: number | null = 0;
  return values.map((value, at) => {
    if (starts[at]!.endsWith('-01-01')) total = 0;
    total = total === null || value === null ? null : total + value;
    return total;
  });
}

function sum(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>(
    (total, value) => (value === null ? total : (total ?? 0) + value),
    null,
  );
}
