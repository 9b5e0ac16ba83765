import { tellDay } from './cell.js';
import type { Column } from './column.js';
import { emptyCells } from './empty-cells.js';
import type { Arrangement } from './row-source.js';
import { lower } from './cell-content.js';
import type { Condition } from '@zj/metrics';

/** The years whose periods are named on display. */
const [firstYear, lastYear] = [1949, 2100];

const known = new WeakMap<readonly Column[], Map<string, SearchOf>>();
type SearchOf = Pick<Arrangement, 'search' | 'orWhere'>;

/**
 * The text that a reader looks for, as the rows are searched for it. A reader writes words as they are displayed; rows have codes, days
 * and digits: so the values whose words contain the text are found, too, and
 * the empty cells whose words do.
 *
 * @example searchOf('1,234', columns).search // '1234'
 */
export function searchOf(typed: string, columns: readonly Column[]): SearchOf {
  const before = known.get(columns) ?? new Map<string, SearchOf>();
  known.set(columns, before);
  const made = before.get(typed) ?? makeSearch(typed, columns);
  before.set(typed, made);
  return made;
}

function makeSearch(typed: string, columns: readonly Column[]): SearchOf {
  const search = readDigits(typed);
  const orWhere = columns.flatMap((column): readonly Condition[] => [
    ...wordConditions(typed, column),
    ...emptyCells(column).flatMap(([word, meets]) => (lower(word).includes(lower(typed)) ? [meets] : [])),
    // A text has the number as it was typed.
    ...(search !== typed && column.of.type === 'VARCHAR' ? [{ column: column.name, contains: typed }] : []),
  ]);
  return { search, ...(orWhere.length > 0 && { orWhere }) };
}

/** The values of a column whose words contain a text. */
function wordConditions(typed: string, column: Column): readonly Condition[] {
  const { name, kind, words } = column;
  const wanted = lower(typed);
  const has = (word: string): boolean => lower(word).includes(wanted);
  if (kind === 'day') {
    const days = periodStarts(column, typed).filter((day) => has(tellDay(day, column, column.locale)));
    return days.length > 0 ? [{ column: name, in: days }] : [];
  }
  const found = [...words].flatMap(([value, word]) => (value !== null && has(word) ? [value] : []));
  if (kind === 'flag') return found.map((value) => ({ column: name, equals: value === 'true' }));
  return found.length > 0 ? [{ column: name, in: found }] : [];
}

/** The first days of the periods whose names may contain a text; of single days those of the year in it. */
function periodStarts({ of: { grain, fiscalStart = 1 } }: Column, typed: string): readonly string[] {
  if (!grain || grain === 'week') return [];
  const year = /\d{4}/.exec(typed)?.[0];
  if (grain === 'day') {
    if (!year) return [];
    const days = Array.from({ length: 366 }, (_, at) =>
      new Date(Date.UTC(Number(year), 0, at + 1)).toISOString().slice(0, 10),
    );
    return days.filter((day) => day.startsWith(year));
  }
  const length = { month: 1, quarter: 3, 'half-year': 6, year: 12 }[grain];
  const starts: string[] = [];
  for (let of = firstYear; of <= lastYear; of++)
    for (let month = 1; month <= 12; month++)
      if ((month - fiscalStart + 12) % length === 0) starts.push(`${of}-${`${month}`.padStart(2, '0')}-01`);
  return starts;
}

/** A number without the commas and the signs of its display; any other text as it is. */
function readDigits(typed: string): string {
  const plain = typed.normalize('NFKC').trim();
  return /^[+\-−]?\d[\d,]*(\.\d*)?$/.test(plain)
    ? plain.replaceAll(',', '').replace('−', '-').replace(/^\+/, '')
    : typed;
}
