import type { FigureState, GoalSeries } from '@zj/metrics';

/** From the weakest on: a sum is as settled as the least settled of its figures. */
const states: readonly FigureState[] = ['estimate', 'provisional', 'revised'];

/** By period: the state of the sum so far, absent of a final one, and why there is none: `sum`, where a figure before it is missing. */
export interface SumStates {
  readonly toDateStates: readonly (FigureState | undefined)[];
  readonly toDateLacks: readonly ('missing' | 'omitted' | 'coming' | 'sum' | undefined)[];
}

/**
 * How settled each sum of a goal is, and why there is none: the file says so of the figures of the periods alone. A sum that an
 * earlier provisional figure is in is provisional, too.
 */
export function sumStates({
  verdict: { period },
  periods,
}: Pick<GoalSeries, 'verdict' | 'periods'>): SumStates {
  const first = beginOf(period);
  let window = '';
  let weakest: FigureState | undefined;
  const told = periods.map(({ end, value, state, lack, toDate }) => {
    const begin = first(end);
    if (begin !== window) [window, weakest] = [begin, undefined];
    if (value !== null) weakest = states.find((one) => one === weakest || one === state);
    return {
      state: toDate == null ? undefined : weakest,
      lack: toDate === null ? (value === null ? lack : ('sum' as const)) : undefined,
    };
  });
  return { toDateStates: told.map(({ state }) => state), toDateLacks: told.map(({ lack }) => lack) };
}

/** The first day of the sum that a day is in: that of the goal's period, moved back by as many whole years as it lasts. */
export function beginOf({ start, end }: GoalSeries['verdict']['period']): (day: string) => string {
  const back = (day: string, years: number): string =>
    String(Number(day.slice(0, 4)) - years).padStart(4, '0') + day.slice(4);
  let length = 1;
  while (back(end, length) >= start) length++;
  return (day) => {
    let [begin, years] = [start, 0];
    while (day < begin && years < 9999) begin = back(start, (years += length));
    return begin;
  };
}
