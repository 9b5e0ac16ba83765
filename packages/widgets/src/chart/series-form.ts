import type { GoalSeries, MetricSeries } from '@zj/metrics';
import { aDay, aShare, aText, isLike, orAbsent, orNull, type Sample } from '../element/like.js';
import type { Form } from '../element/release.js';

const aState: Sample = (data) => /^(final|provisional|estimate|revised)$/.test(String(data));
const aLack: Sample = (data) => /^(missing|omitted|coming)$/.test(String(data));
const aGrain: Sample = (data) => /^(day|week|month|quarter|half-year|year)$/.test(String(data));
const aMonth: Sample = (data) => Number.isInteger(data) && (data as number) >= 1 && (data as number) <= 12;
const aCount: Sample = (data) => Number.isSafeInteger(data) && (data as number) >= 0;
const aWord: Sample = (data) => typeof data === 'string' && /^[a-z-]{1,40}$/.test(data);
const anInterval: Sample = (data) => {
  if (!isLike(data, [0])) return false;
  const [low, high, ...further] = data as readonly number[];
  return high !== undefined && low! <= high && further.length === 0;
};
/** Gaps in the data, in words. */
const lacks: Sample = [{ kind: aWord, text: { zh: '', en: '' } }];
const aSchedule: Sample = { kind: aWord, expected: 0, gap: 0 };

/** A text with the parts of a unit: an English singular and a power of ten. */
const aUnit: Sample = (data) => {
  if (!aText(data)) return false;
  const { one = '', power = 0 } = data as { readonly one?: unknown; readonly power?: unknown };
  return typeof one === 'string' && Number.isInteger(power) && Math.abs(power as number) <= 18;
};

const event: Sample = {
  name: aText,
  date: aDay,
  until: orAbsent(aDay),
  note: orAbsent(aText),
  document: orAbsent((data) => isLike(data, { title: aText, url: orAbsent('') })),
};

const span = { start: aDay, end: aDay, partial: orAbsent(aDay) };

/** Whether periods come one after another, and a day that is told of one lies in it. */
const inOrder = (periods: MetricSeries['periods']): boolean =>
  periods.every(({ start, end, partial = start }, at) => {
    const before = periods[at - 1];
    return start <= partial && partial <= end && (!before || before.end < start);
  });

/** The parts of a goal's series that charts show; its periods are in order. */
const goal: Sample = (data) => isLike(data, goalParts) && inOrder((data as GoalSeries).periods);

const goalParts: Sample = {
  version: (data) => data === 1,
  verdict: {
    goal: '',
    name: aText,
    unit: aUnit,
    qualifier: (data) => aText(data) && isLike(data, { binding: '' }),
    period: { start: aDay, end: aDay },
    dataThrough: orNull(aDay),
    actual: orNull(0),
    target: orNull(0),
    baseline: orNull(0),
    attainment: orNull(0),
    bound: orAbsent((data) => data === 'at-least' || data === 'at-most'),
    range: orAbsent({ from: 0, to: 0 }),
    completeness: lacks,
    schedule: orNull(aSchedule),
    otherSchedules: [aSchedule],
    forecast: orNull({
      point: 0,
      interval: orNull(anInterval),
      backtest: orAbsent(orNull({ origins: aCount })),
    }),
    forecasts: [{ why: orNull(aText) }],
    needed: orNull({ months: 0, perMonth: 0 }),
    status: aWord,
    demo: true,
    source: aText,
  },
  grain: aGrain,
  fiscalStart: orAbsent(aMonth),
  periods: [
    (data) =>
      isLike(data, {
        ...span,
        value: orNull(0),
        state: orAbsent(aState),
        lack: orAbsent(aLack),
        toDate: orAbsent(orNull(0)),
        lastYear: orAbsent(0),
        lastYearToDate: orAbsent(0),
        due: orAbsent(
          (due) => isLike(due, {}) && Object.values(due as object).every((one) => isLike(one, 0)),
        ),
        kept: orAbsent(true),
      }),
  ],
  milestones: orAbsent([{ date: aDay, value: 0 }]),
  forecast: orAbsent({
    level: aShare,
    points: [{ end: aDay, point: 0, interval: orNull(anInterval), coverage: orNull(aShare) }],
  }),
  events: [event],
  notes: [aText],
};

/** Whether data are a list of figures, one for each of so many periods. */
const figuresOf =
  (count: number): Sample =>
  (data) =>
    isLike(data, [orNull(0)]) && (data as readonly unknown[]).length === count;

const statesOf =
  (count: number): Sample =>
  (data) =>
    isLike(data, [orNull(aState)]) && (data as readonly unknown[]).length === count;

/** The parts of a metric's series that charts show; its lists are as long as its periods. */
const metric: Sample = (data) => {
  const head: Sample = {
    version: (one) => one === 1,
    name: aText,
    unit: aUnit,
    source: aText,
    demo: true,
    reportedThrough: aDay,
    grain: aGrain,
    fiscalStart: orAbsent(aMonth),
    dimension: orAbsent({ name: '', label: aText, apart: orAbsent(aText) }),
    periods: [span],
    events: [event],
    completeness: lacks,
  };
  if (!isLike(data, head)) return false;
  const { periods, dimension } = data as MetricSeries;
  const count = periods.length;
  const list = figuresOf(count);
  const beside = ['lastYear', 'change', 'share', 'contribution'] as const;
  const figures: Sample = {
    value: list,
    ...Object.fromEntries(beside.map((name) => [name, orAbsent(list)])),
  };
  const { lines } = data as MetricSeries;
  const isLines = isLike(lines, [
    {
      kind: (one) => /^(total|member|merged|empty)$/.test(String(one)),
      member: orAbsent(''),
      label: orAbsent(aText),
      own: figures,
      toDate: orAbsent(figures),
      states: orAbsent(statesOf(count)),
      toDateStates: orAbsent(statesOf(count)),
    },
  ]);
  if (!isLines || !inOrder(periods)) return false;
  // A line is known by its kind and member: of two alike one would be shown for the other.
  const names = new Set(lines.map(({ kind, member = '' }) => `${kind} ${member}`));
  return (
    names.size === lines.length &&
    lines.every(
      ({ kind, member }) =>
        (kind === 'member') === (member !== undefined) && (kind === 'total' || dimension !== undefined),
    )
  );
};

/** The form of a series file, of a goal or of a metric. */
export const seriesForm: Form<GoalSeries | MetricSeries> = {
  name: 'series',
  take(json) {
    const { kind } = json as { readonly kind?: unknown };
    const sample = kind === 'goal' ? goal : kind === 'metric' ? metric : undefined;
    return sample && isLike(json, sample) ? (json as GoalSeries | MetricSeries) : undefined;
  },
};
