import { movePoint } from '@zj/metrics';
import type { ChartTable } from '../chart/csv.js';
import { faceOf, type Locale } from '../locale/locale.js';
import { breakdownWords } from './book.js';
import type { Part } from './breakdown.js';
import { differenceOf } from './ranking.js';
import type { BreakdownShape } from './shape.js';

/** The rows on display with their figures in full, as they leave the page: none is rounded, and a state is told of each, if it is known. */
export function exactTable(shape: BreakdownShape, locale: Locale): Omit<ChartTable, 'notes'> {
  const words = breakdownWords(locale);
  const { rows, unit, shift, base, dimension, columns } = shape;
  const has = (id: string): boolean => columns.some((column) => column.id === id);
  const moved = (value: number | null): number | null => (value === null ? null : movePoint(value, shift));
  const changed = columns.find(({ id }) => id === 'change');
  const figures: (readonly [head: string, figure: (part: Part) => number | null])[] = [];
  const add = (
    isShown: boolean,
    label: string,
    unitOf: string,
    figure: (part: Part) => number | null,
  ): void => {
    if (isShown) figures.push([words.brackets(label, unitOf), figure]);
  };
  add(true, words.value, unit, (part) => moved(part.value));
  add(base !== '', base, unit, (part) => moved(part.base));
  add(has('difference'), words.difference, unit, (part) => moved(differenceOf(part)));
  add(has('share'), words.share, '%', (part) => part.share);
  add(
    changed !== undefined,
    changed?.label ?? '',
    changed?.unit === '' ? '%' : (changed?.unit ?? ''),
    (part) => part.change,
  );
  add(has('contribution'), words.contribution, words.pointsUnit, (part) => part.contribution);
  const hasStates = rows.some(({ part }) => part.state !== null);
  const stateOf = ({ value, state }: Part): string | null =>
    value === null || state === null ? null : faceOf(locale).states[state];
  return {
    columns: [words.rank, dimension, ...figures.map(([head]) => head), ...(hasStates ? [words.state] : [])],
    rows: rows.map(({ rank, name, part }) => [
      rank === '' ? null : Number(rank),
      name,
      ...figures.map(([, figure]) => figure(part)),
      ...(hasStates ? [stateOf(part)] : []),
    ]),
  };
}
