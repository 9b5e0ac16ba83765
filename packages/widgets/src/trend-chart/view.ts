import { limitsOf } from '@zj/metrics/internal';
import type { Limits } from '@zj/metrics';
import { chooseMembers, type Members } from './members.js';
import type { Curve, Span, Trend, Values } from './trend.js';
import type { TrendAppearance } from './trend-model.js';
import { lastOf } from './plot-values.js';
import { windowOf } from './window.js';

/** The wishes of a page: appearance, periods, members. */
export interface Wanted {
  readonly appearance?: TrendAppearance | undefined;
  /** A stretch of time: `2026`, `2025..2026`, `2026-03..`. */
  readonly during?: string | undefined;
  /** The members in colour. */
  readonly members?: readonly string[] | undefined;
}

/** A trend as it is seen: one kind of figures, in one window of periods, of some lines. All lists are of the window; one without a figure is empty. */
export interface View {
  readonly trend: Trend;
  readonly appearance: TrendAppearance;
  /** Whether the figures are sums so far. */
  readonly isSum: boolean;
  readonly periods: readonly Span[];
  /** The place in the trend of the first period. */
  readonly from: number;
  readonly lines: readonly Line[];
  readonly members: Members;
  /** By the schedule that judges, and along the milestones where that is another. */
  readonly due: readonly (number | null)[];
  readonly path: readonly (number | null)[];
  readonly target: number | null;
  readonly limits: Limits | null;
  /** The last period with a figure; −1 without one. */
  readonly last: number;
}

/** A line of a view. */
export interface Line extends Pick<Curve, 'id' | 'kind' | 'name' | 'states' | 'lacks'> {
  readonly isChosen: boolean;
  readonly value: Values['value'];
  readonly lastYear: Values['value'];
  readonly change: Values['value'];
  /** The figures of the periods themselves. */
  readonly own: Values['value'];
  /** The averages so far, where those are judged. */
  readonly average: Values['value'] | undefined;
}

/** Chooses the part of a trend that is seen; `null` where the wish has no periods. */
export function viewOf(trend: Trend, wanted: Wanted): View | null {
  const { curves, goal, periods } = trend;
  const canSum = curves.some(({ toDate }) => toDate !== undefined);
  const appearance = wanted.appearance ?? (canSum && goal ? 'cumulative' : 'line');
  const isSum = (appearance === 'cumulative' && canSum) || trend.summed === true;
  const window = windowOf(trend, appearance, wanted.during);
  if (!window) return null;
  const [from, to] = window;
  const cut = <Value>(list: readonly Value[]): readonly Value[] => list.slice(from, to + 1);
  const members = chooseMembers(trend, wanted.members ?? []);
  const lines = members.shown.map((curve): Line => {
    const [{ value, lastYear, change }, states, lacks] = pickFigures(curve, isSum);
    return {
      ...curve,
      isChosen: members.chosen.includes(curve),
      value: cut(value),
      lastYear: lastYear ? keepAny(cut(lastYear)) : none,
      change: change ? keepAny(cut(change)) : none,
      own: cut(curve.own.value),
      average: curve.average && cut(curve.average),
      states: cut(states),
      lacks: cut(lacks),
    };
  });
  // Of a sum the way, the target and the ceiling are sums, too.
  const fits = goal !== undefined && canSum === isSum;
  const kind = goal?.verdict.schedule?.kind ?? goal?.verdict.otherSchedules[0]?.kind ?? 'linear';
  const way = (name: 'linear' | 'path' | 'same-period'): readonly (number | null)[] =>
    fits ? keepAny(cut(goal.periods.map(({ due }) => due?.[name] ?? null))) : none;
  const limits = fits ? limitsOf(goal.verdict) : null;
  return {
    trend,
    appearance,
    isSum,
    from,
    periods: cut(periods),
    lines,
    members,
    due: way(kind),
    path: kind === 'path' ? none : way('path'),
    target: fits && !limits ? goal.verdict.target : null,
    limits,
    last: Math.max(-1, ...lines.map(({ value }) => lastOf(value)?.[0] ?? -1)),
  };
}

const none: readonly null[] = [];

/** No list is without a figure: then it is empty. */
function keepAny(list: Values['value']): Values['value'] {
  return list.some((one) => one !== null) ? list : none;
}

/** The figures of a curve, their states, and why there is none: of the sums so far where those are wanted and there are any. */
export function pickFigures(
  curve: Curve,
  isSum: boolean,
): readonly [Values, Curve['states'], Curve['lacks']] {
  return isSum && curve.toDate
    ? [curve.toDate, curve.toDateStates ?? curve.states, curve.toDateLacks ?? curve.lacks]
    : [curve.own, curve.states, curve.lacks];
}
