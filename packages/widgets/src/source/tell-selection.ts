import type { Column, Condition, During, Selection } from '@zj/metrics';
import { testedColumns } from '@zj/metrics/internal';
import { speaker } from '../element/foreign.js';
import { aText } from '../element/like.js';
import type { Narrowing } from '../element/source.js';
import { faceOf, type Locale } from '../locale/locale.js';
import type { Face } from '../locale/words.js';
import { sourceWords } from './book.js';

/** The columns that a selection may test, as contracts describe them. */
export interface Contracts {
  readonly datasets: readonly {
    readonly contract: {
      readonly id?: string;
      readonly columns: readonly Pick<Column, 'name' | 'label' | 'values'>[];
    };
  }[];
}

/**
 * A selection in words, with the names that the contracts give to columns and values.
 *
 * @example tellSelection({ where: [{ column: 'industry', equals: '集成电路' }] }, manifest, 'zh-CN') // '行业：集成电路'
 */
export function tellSelection({ where, during }: Selection, { datasets }: Contracts, locale: Locale): string {
  const words = sourceWords(locale);
  const { say } = speaker(locale);
  const columns = datasets.flatMap(({ contract }) => contract.columns);
  const nameOf = (column: string): string => {
    const known = columns.find(({ name }) => name === column);
    return known && aText(known.label) ? say(known.label) : column;
  };
  const cell = (column: string, value: unknown): string => {
    const known = columns.find(({ name, values }) => name === column && values)?.values;
    const label = known?.find((one) => String(one.value) === String(value))?.label;
    return label ? say(label) : String(value);
  };
  const tell = (one: Condition): string => {
    if ('not' in one) return words.not(tell(one.not));
    if ('or' in one) return one.or.map(tell).join(words.or);
    const { column } = one;
    const name = nameOf(column);
    const of = (value: unknown): string => cell(column, value);
    if ('equals' in one) return words.is(name, of(one.equals));
    if ('in' in one) return words.is(name, one.in.map(of).join(words.list));
    if ('null' in one) return words.empty(name, one.null);
    if ('notEquals' in one) return `${name} ≠ ${of(one.notEquals)}`;
    if ('above' in one) return `${name} > ${of(one.above)}`;
    if ('below' in one) return `${name} < ${of(one.below)}`;
    if ('atLeast' in one) return `${name} ≥ ${of(one.atLeast)}`;
    if ('atMost' in one) return `${name} ≤ ${of(one.atMost)}`;
    if ('contains' in one) return words.is(name, `…${one.contains}…`);
    if ('startsWith' in one) return words.is(name, `${one.startsWith}…`);
    const [from, to] = one.between;
    return words.is(name, `${from === null ? '' : of(from)}–${to === null ? '' : of(to)}`);
  };
  const period = (given: During): string => {
    const { day, period: name } = faceOf(locale);
    const between = (first: string, last: string): string =>
      words.period(first === last ? first : words.range(first, last));
    if (typeof given === 'string') {
      const told = given.split('/').map((part) => tellPart(part, name));
      return between(told[0]!, told.at(-1)!);
    }
    if ('last' in given) return words.last(given.last, given.grain, day(given.asOf));
    const length = areMonths(given) ? 'yyyy-mm'.length : undefined;
    return between(tellPart(given.start.slice(0, length), name), tellPart(given.end.slice(0, length), name));
  };
  return [...where.map(tell), ...(during === undefined ? [] : [period(during)])].join(words.and);
}

/** A day or a month of a period in words. Quarters and years stay as they are written: their first month is known only to the contract. */
function tellPart(part: string, name: Face['period']): string {
  if (/^\d{4}-\d\d-\d\d$/.test(part)) return name(part, 'day', false);
  if (!/^\d{4}-\d\d$/.test(part)) return part;
  const [year, month] = part.split('-').map(Number) as [number, number];
  // A month is named by its last day.
  return name(new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10), 'month', false);
}

/** Whether a time runs from the first day of a month to the last day of one. */
function areMonths({ start, end }: { readonly start: string; readonly end: string }): boolean {
  const [year, month, day] = end.split('-').map(Number) as [number, number, number];
  return start.endsWith('-01') && day === new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** How a selection meets the rows of a dataset: conditions on columns that it does not have narrow nothing. */
export function tellRowsSelection(
  dataset: string,
  { where, during }: Selection,
  known: Contracts,
  locale: Locale,
): Narrowing {
  const own = known.datasets.filter(({ contract }) => contract.id === dataset);
  const names = new Set(own.flatMap(({ contract }) => contract.columns.map(({ name }) => name)));
  const fits = (one: Condition): boolean => testedColumns([one]).every((column) => names.has(column));
  return {
    told: tellSelection(
      { where: where.filter(fits), ...(during !== undefined && { during }) },
      { datasets: own },
      locale,
    ),
    beside: tellSelection({ where: where.filter((one) => !fits(one)) }, known, locale),
  };
}
