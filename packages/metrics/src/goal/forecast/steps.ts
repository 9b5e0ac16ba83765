import type { Series } from '../series.js';

/** The months or years of a series, counted one after another; months for which no figure is ever published are none. */
export interface Steps {
  /** Figures a year: 12 of months, fewer where some are never published, 1 of years. */
  readonly cycle: number;
  /** The last step that has ended with a month, which is counted from the year 0. */
  readonly endedBy: (month: number) => number;
  /** The month with which a step ends. */
  readonly endOf: (step: number) => number;
}

/** In which steps a series goes: events go by months. */
export function stepsOf({ grain, omits = [] }: Pick<Series, 'grain' | 'omits'>): Steps {
  const ends = grain === 'year' ? [11] : [...Array(12).keys()];
  const due = grain === 'month' ? ends.filter((month) => !omits.includes(month + 1)) : ends;
  const cycle = due.length;
  return {
    cycle,
    endedBy: (month) => {
      const year = Math.floor(month / 12);
      return year * cycle + due.filter((end) => end <= month - year * 12).length - 1;
    },
    endOf: (step) => {
      const year = Math.floor(step / cycle);
      return year * 12 + due[step - year * cycle]!;
    },
  };
}
