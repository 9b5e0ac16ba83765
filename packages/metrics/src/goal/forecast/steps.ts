import { monthsIn } from '../../base/period.js';
import type { Series } from '../series.js';

/** The periods of a series, counted one after another; months for which no figure is ever published are none. */
export interface Steps {
  /** Figures a year: 12 of months, fewer where some are never published, 4 of quarters, 2 of half-years, 1 of years. */
  readonly cycle: number;
  /** The last step that has ended with a month, which is counted from the year 0. */
  readonly endedBy: (month: number) => number;
  /** The month with which a step ends. */
  readonly endOf: (step: number) => number;
}

/** In which steps a series goes: events go by months. */
export function stepsOf({
  grain,
  fiscalStart = 1,
  omits = [],
}: Pick<Series, 'grain' | 'omits'> & { readonly fiscalStart?: number | undefined }): Steps {
  const length = grain === 'day' ? 1 : monthsIn[grain];
  const ends = [...Array(12).keys()].filter((month) => (month + 2 - fiscalStart + 12) % length === 0);
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
