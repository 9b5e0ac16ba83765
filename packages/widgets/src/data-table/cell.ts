import type { FigureState } from '@zj/metrics';
import { writeDecimal } from '../locale/decimal.js';
import { formatFixed, formatNumber } from '../locale/number.js';
import { faceOf, type Locale } from '../locale/locale.js';
import { periodNamer } from '../locale/period-name.js';
import { tableWords } from './book.js';
import { decimalsOf, type Column } from './column.js';
import { isNamed } from './row-kind.js';
import type { RawCell } from './windows.js';

/** A cell as it is shown. */
export interface Cell {
  readonly text: string;
  /** Nothing was filled in, a figure is missing, or it is not told: each has a look of its own. */
  readonly look: '' | 'unfilled' | 'unreported' | 'inapplicable' | 'merged' | FigureState;
}

/** The decimals of figures that are computed: further ones say nothing. */
const computedDecimals = 2;
/** Doubles have at most so many decimals on display; in full they are in the cell's detail, in copies and files. */
const most = 6;
/** Below it a double is written with a power of ten. */
const smallest = 1e-12;

/** Who tells the cells of a column in a language. */
export function cellTeller(column: Column, locale: Locale): (raw: RawCell, rowKind?: string | null) => Cell {
  const words = tableWords(locale);
  const face = faceOf(locale);
  const { kind, of } = column;
  const isExact = decimalsOf(of.type) !== undefined;
  const wanted = of.format?.decimals ?? (of.computed ? computedDecimals : undefined);
  // A browser writes no more.
  const decimals = wanted === undefined ? undefined : Math.min(wanted, 20);
  const rounded = (number: number): string => {
    const size = Math.abs(number);
    if (size >= 10 ** -most || size === 0) return formatNumber(number, most, locale);
    // A figure that is not nothing is not shown as 0.
    const [digits, power] = number.toExponential(2).split('e') as [string, string];
    const told =
      size < smallest
        ? `${Number(digits)}×10^${power}`
        : face.number(writeDecimal(Number(number.toPrecision(3))));
    return told.replaceAll('-', '−');
  };
  const figure = (text: string): string => {
    const number =
      !isExact && decimals !== undefined && Number.isFinite(Number(text))
        ? formatFixed(Number(text), decimals, locale)
        : isExact || !/\.\d{7}|e/i.test(text)
          ? face.number(text).replace('-', '−')
          : rounded(Number(text));
    return of.format?.sign && /[1-9]/.test(text) && !text.startsWith('-') ? `+${number}` : number;
  };
  return ({ text, empty }, rowKind) => {
    if (text === null) {
      if (of.role === 'dimension' && isNamed(rowKind))
        return { text: words.rowKinds[rowKind], look: rowKind === 'merged' ? 'merged' : '' };
      if (kind === 'state' && !empty) return { text: face.states.final, look: '' };
      // A figure that is computed, such as a change, has nothing to be computed from.
      const known =
        empty ??
        (of.computed ? 'not-applicable' : kind === 'figure' && rowKind === 'merged' ? rowKind : null);
      if (known) return { text: words.empties[known], look: looks[known] };
      return kind === 'figure'
        ? { text: words.empties.figure, look: 'unreported' }
        : { text: words.empties.text, look: 'unfilled' };
    }
    switch (kind) {
      case 'figure':
        return { text: figure(text), look: '' };
      case 'day':
        return { text: tellDay(text, column, locale), look: '' };
      case 'flag':
        return { text: text === 'true' ? words.yes : words.no, look: '' };
      case 'state':
        return tellState(text, column, locale);
      default:
        return { text: column.values.get(text) ?? text, look: '' };
    }
  };
}

/** A day as its column has it: the month, the quarter or the year that it stands for, and up to which day where that is not over. */
export function tellDay(day: string, column: Column, locale: Locale): string {
  const { grain, fiscalStart, through } = column.of;
  const face = faceOf(locale);
  if (!grain) return day;
  const name =
    grain === 'week'
      ? day
      : grain === 'day'
        ? face.period(day, grain, false)
        : // The cell has the first day of its period, which is named by its last one.
          periodNamer({ grain, fiscalStart }, face)(endOf(day, grain), false);
  return through && isOpen(day, column) ? tableWords(locale).partial(name, face.day(through)) : name;
}

/** Whether the period that begins with a day is not over. */
export function isOpen(day: string, { of: { grain, through } }: Column): boolean {
  return grain !== undefined && through !== undefined && day <= through && through < endOf(day, grain);
}

/** The last day of the period that begins with a day. */
function endOf(day: string, grain: keyof typeof lengths): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const { months, days } = lengths[grain];
  return new Date(Date.UTC(year, month - 1 + months, months > 0 ? 0 : date + days - 1))
    .toISOString()
    .slice(0, 10);
}

const lengths = {
  day: { months: 0, days: 1 },
  week: { months: 0, days: 7 },
  month: { months: 1, days: 0 },
  quarter: { months: 3, days: 0 },
  'half-year': { months: 6, days: 0 },
  year: { months: 12, days: 0 },
} as const;

const looks = {
  'not-applicable': 'inapplicable',
  'not-available': 'unreported',
  suppressed: 'merged',
  'below-half': 'inapplicable',
  merged: 'merged',
} as const;

/** A state in the words of the language; a word of the contract's own keeps it beside, where the two differ. */
function tellState(text: string, { states, values }: Column, locale: Locale): Cell {
  const state = states.get(text);
  const word = values.get(text) ?? (state === text ? undefined : text);
  if (!state) return { text: word ?? text, look: '' };
  return { text: word ?? faceOf(locale).states[state], look: state === 'final' ? '' : state };
}
