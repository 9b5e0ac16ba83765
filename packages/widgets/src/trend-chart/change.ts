import type { Change, Teller } from './teller.js';
import type { Line, View } from './view.js';

/**
 * The figure of the year before that one can be compared with. Of a goal it is that of the whole period: a period that is not over
 * is compared with no whole one. The series of a metric has that of as many days.
 */
export function baseAt({ trend, periods }: View, { lastYear }: Line, at: number): number | null {
  return trend.goal && periods[at]!.partial !== undefined ? null : (lastYear[at] ?? null);
}

/** The change of a line against the year before; `null` where there is none to tell. */
export function changeAt(view: View, teller: Teller, line: Line, at: number): Change | null {
  const [now, before] = [line.value[at] ?? null, baseAt(view, line, at)];
  return now === null || before === null ? null : teller.change(now, before, line.change[at]);
}
