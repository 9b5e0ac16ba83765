// The table of a board's goals that readers save: a file of its own beside the element's, loaded on demand.
import { movePoint } from '@zj/metrics';
import type { MenuTable, MenuTools } from '../element/menu-subject.js';
import type { Locale } from '../locale/locale.js';
import { tellQuantities } from '../locale/number.js';
import type { BoardShape, Entry } from './board-shape.js';
import { goalBoardWords } from './book.js';

type Tools = MenuTools<BoardShape>;

/** All goals, whatever is filtered: their figures in all their digits, shares of 1. */
export const tableOf: Tools['tableOf'] = ({ entries }, locale) => {
  const { heads, exact } = goalBoardWords(locale);
  return {
    columns: [
      ...[heads.goal, heads.status, exact.actual, exact.target, exact.baseline, exact.unit],
      ...[heads.progress, heads.expected, heads.through, heads.source, exact.reason],
    ],
    rows: entries.map((entry) => rowOf(entry, locale)),
  };
};

function rowOf({ name, word, verdict, source, reason }: Entry, locale: Locale): MenuTable['rows'][number] {
  if (!verdict) return [name, word, null, null, null, null, null, null, null, null, reason];
  const { actual, target, baseline, attainment, schedule, dataThrough, range, unit } = verdict;
  const { shift, unitOf } = tellQuantities(unit, [actual, target, baseline], locale);
  const exactly = (value: number | null): number | null => (value === null ? null : movePoint(value, shift));
  return [
    name,
    word,
    exactly(actual),
    range ? [range.from, range.to].map((end) => exactly(end)).join('–') : exactly(target),
    exactly(baseline),
    unitOf('2').trim(),
    attainment,
    schedule?.expected ?? null,
    dataThrough,
    source,
    reason,
  ];
}
