import { quote } from '../base/input.js';
import { nearest, suggest } from '../base/nearest.js';
import { isDay } from '../base/day.js';
import { wordsIn } from '../base/text.js';
import type { Unit } from '../base/unit.js';
import type { Problem } from '../base/problem.js';
import type { ProblemCode } from '../base/problem-code.js';
import type { Place } from './cells.js';
import { isRequired, type RowCheck } from './checks.js';
import type { Column, ColumnType, Contract } from './contract.js';
import { plainText } from './read/figure.js';
import { markOf } from './missing.js';
import { decimalsOf } from './spelling.js';
import { neededForms } from './spelt.js';

/** A cell for whose sake a row is rejected. */
export interface Reject extends RowCheck {
  /** A place in its file; or, where the file has no lines, the whole name of the place: `book.xlsx:Sheet1!C5`. */
  readonly place: Place | string;
  /** The cell as it stands in the file; of a check of several columns, their cells with commas between them. */
  readonly value: string;
  /** Where the row stands that has the key, or the value, already. */
  readonly earlier?: Place | string;
  /** The values that a reference may have, where there are not too many to compare. */
  readonly known?: readonly string[];
}

/** `data/revenue.csv:5:31`. */
export function formatPlace(file: string, { line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

/**
 * What is wrong with a rejected cell, and what to do about it.
 *
 * @example
 * const { where, message, remedy } = rejectProblem(reject, contract, 'data/revenue.csv');
 * // 'data/revenue.csv:5:31', 'revenue is "12,3O0" but must be a number with at most 2 decimals in 万元.',
 * // 'Correct the cell, e.g. 12300.00.'
 */
export function rejectProblem(reject: Reject, contract: Contract, file: string): Problem {
  const { place } = reject;
  const where = typeof place === 'string' ? place : formatPlace(file, place);
  return { code: codes[reject.kind], where, ...words(reject, contract) };
}

const codes = {
  empty: 'empty-cell',
  type: 'wrong-type',
  spaces: 'stray-space',
  value: 'unknown-value',
  minimum: 'too-small',
  maximum: 'too-large',
  year: 'not-a-year',
  month: 'not-a-month',
  later: 'too-late',
  duplicate: 'duplicate-row',
  unique: 'duplicate-value',
  reference: 'unknown-reference',
} as const satisfies Record<RowCheck['kind'], ProblemCode>;

function words(reject: Reject, contract: Contract): Pick<Problem, 'message' | 'remedy'> {
  const { kind, column, value } = reject;
  const { name, unit } = column;
  const is = `${name} is ${quote(value)}`;
  switch (kind) {
    case 'empty': {
      const mark = markOf(value, contract);
      return {
        message: mark
          ? `${is}, which means ${mark.means}, but a figure must be given.`
          : `${name} is empty but must be given.`,
        remedy: 'Fill in the cell, or remove the row.',
      };
    }
    case 'type': {
      const example = exampleOf(column, value, contract);
      const forms = neededForms(column, value, contract).map((form) => `"${form}"`);
      const correct = `${forms.length === 0 ? 'C' : `Add ${forms.join(' and ')} to "forms" in the contract, or c`}orrect the cell`;
      const orMark =
        isMark(value) && !isRequired(column, contract)
          ? ', or a mark that "missing" names in the contract'
          : '';
      return {
        message: `${is} but must be ${formOf(column, value)}${orMark}.`,
        remedy: example === undefined ? `${correct}.` : `${correct}, e.g. ${example}.`,
      };
    }
    case 'spaces':
      return {
        message: `${is}: it begins or ends with a blank.`,
        remedy: tidyRemedy(tidy(value)),
      };
    case 'value': {
      const allowed = column.values!.map((one) => one.value);
      return { message: `${is}, which is not among its values.`, remedy: suggest(value.trim(), allowed) };
    }
    case 'minimum':
      return {
        message: `${is} but must be at least ${column.minimum!}${unitOf(unit)}.`,
        remedy: 'Correct the cell.',
      };
    case 'maximum':
      return {
        message: `${is} but must be at most ${column.maximum!}${unitOf(unit)}.`,
        remedy: 'Correct the cell.',
      };
    case 'year':
    case 'month':
      return {
        message: `${is} but a ${kind} is written as its first day.`,
        remedy: `Write ${exampleOf(column, value, contract)!}.`,
      };
    case 'later': {
      const end = contract.reportedThrough;
      return {
        message: `${is}, but the figures of this file cover the days up to ${end}.`,
        remedy:
          'Correct the date, or set a later "reportedThrough" in the contract once all figures up to it are in.',
      };
    }
    case 'duplicate':
      return {
        message: `${reject.columns.join(' and ')} (${value}) ${reject.columns.length > 1 ? 'stand' : 'stands'} in ${lineOf(reject.earlier!)} already.`,
        remedy: 'Keep one of the two rows and remove the other.',
      };
    case 'unique':
      return {
        message: `${is}, which stands in ${lineOf(reject.earlier!)} already, but no two rows may have the same.`,
        remedy: 'Correct one of the two, or leave the cell of one empty where that is allowed.',
      };
    case 'reference': {
      const { columns, dataset = '', known = [] } = reject;
      const stands = columns.length > 1 ? `${columns.join(' and ')} (${value}) stand` : `${is}, which stands`;
      const meant = nearest(value, known);
      return {
        message: `${stands} in no row of ${dataset}.`,
        remedy:
          meant === undefined
            ? `Correct the cell, or add the row to ${dataset}.`
            : `Did you mean ${quote(meant)}?`,
      };
    }
  }
}

function lineOf(place: Place | string): string {
  return typeof place === 'string' ? place : `line ${place.line}`;
}

/** More than these of one kind in a file help nobody. */
export const mostListed = 20;

/** Says how many faults of a kind a file has, where only the first are listed; `check` is missing for malformed rows. */
export function restProblem(
  check: RowCheck | undefined,
  total: number,
  file: string,
  listed = mostListed,
): Problem {
  const what =
    check === undefined
      ? 'malformed rows'
      : check.kind === 'duplicate'
        ? 'rows with the key of an earlier one'
        : `cells of ${check.columns.join(' and ')} with this fault`;
  return {
    code: check === undefined ? 'malformed-rows' : codes[check.kind],
    where: file,
    message: `${total} ${what} in all; the first ${listed} are listed.`,
    remedy:
      'If one cause explains them all, such as a formula or a template, mend it there and export the file again.',
  };
}

function unitOf(unit: Unit | undefined): string {
  return unit ? ` ${formatUnit(unit)}` : '';
}

/** A unit in the words of tables: `万元`, `亿元`, `10^6 元`. */
export function formatUnit(unit: Unit): string {
  const { power = 0 } = unit;
  const { words, lang } = wordsIn(unit, 'zh');
  const word = lang === 'zh' ? ({ 4: '万', 8: '亿' } as Readonly<Record<number, string>>)[power] : undefined;
  return `${power === 0 ? '' : (word ?? `10^${power} `)}${words}`;
}

function formOf({ type, unit }: Column, value: string): string {
  const inUnit = unit ? ` in${unitOf(unit)}` : '';
  if (type === 'DATE') return 'a day of the calendar written like 2026-10-31';
  if (type === 'BOOLEAN') return 'true or false';
  if (type === 'INTEGER') return `a whole number from -2147483648 to 2147483647${inUnit}`;
  if (type === 'DOUBLE') return `a number${inUnit}`;
  const decimals = decimalsOf(type);
  const before = wholeDigits(type);
  if (/^-?(\d*)/.exec(value)![1]!.length > before)
    return `a number of at most ${before} digits before the point${inUnit}`;
  return `a number with at most ${decimals === 1 ? '1 decimal' : `${decimals} decimals`}${inUnit}`;
}

/** Whether a cell is what tables have where there is no figure: a few letters or signs, and no digit. */
function isMark(value: string): boolean {
  const text = tidy(value);
  return text.length > 0 && text.length <= 6 && !/[\p{N}]/u.test(text) && /^[\p{L}\p{P}\p{S}]+$/u.test(text);
}

/** The cell as it was probably meant, else any cell that its column may have; `undefined` where that has none. */
function exampleOf(column: Column, value: string, { reportedThrough, time }: Contract): string | undefined {
  const plain = tidy(value).normalize('NFKC');
  if (column.type === 'BOOLEAN') return /^(y|t|1|是)/i.test(plain) ? 'true' : 'false';
  if (column.type !== 'DATE') return numberExample(column, plain);
  const [, year, month, day] = /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?$/.exec(plain) ?? [];
  const meant = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  if (column.name !== time.column) return isDay(meant) ? meant : reportedThrough;
  // What dates the rows keeps two promises more.
  const keeping = isDay(meant) && meant <= reportedThrough ? meant : reportedThrough;
  return time.grain === 'day' ? keeping : firstDayOf(keeping, time.grain);
}

function numberExample(
  { type, minimum = -Infinity, maximum = Infinity }: Column,
  plain: string,
): string | undefined {
  const typed = plain
    .replace(/[ ￥¥]/g, '')
    .replace(/[Oo]/g, '0')
    .replace(/[lI]/g, '1');
  const digits = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(typed) ? typed.replaceAll(',', '') : typed;
  // What other programs take for a number, in its digits: +5, 1_000, .5, 5., 1e5.
  const number = /^[+-]?(\d+(_\d+)*\.?\d*|\.\d+)(e[+-]?\d{1,2})?$/i.test(digits)
    ? plainText(Number(digits.replaceAll('_', '')))
    : digits;
  const meant = /^-?\d{1,9}(\.\d+)?$/.test(number) ? [Number(number)] : [];
  // Of many decimals a few are enough to show.
  const decimals = Math.min(decimalsOf(type), 6);
  const step = 10 ** -decimals;
  const largest = largestOf(type, step);
  const [low, high] = [Math.max(minimum, -largest), Math.min(maximum, largest)];
  const ends = [Math.ceil(low / step) * step, Math.floor(high / step) * step];
  return [...meant, Math.min(high, Math.max(low, 12300)), ...ends]
    .map((number) => (type === 'DOUBLE' ? String(number) : number.toFixed(decimals)))
    .find((text) => Number.isFinite(Number(text)) && Number(text) >= low && Number(text) <= high);
}

/** The largest number of a type, a step below the next power of ten or of two. */
function largestOf(type: ColumnType, step: number): number {
  if (type === 'INTEGER') return 2 ** 31 - 1;
  return type === 'DOUBLE' ? Infinity : 10 ** wholeDigits(type) - step;
}

/** Digits before the point that a DECIMAL holds. */
function wholeDigits(type: ColumnType): number {
  return Number(/\d+/.exec(type)![0]) - decimalsOf(type);
}

function tidyRemedy(words: string): string {
  if (words === '') return 'Leave the cell empty, or fill it in.';
  const shown = quote(words);
  return shown === JSON.stringify(words) ? `Write ${shown}.` : 'Remove the blanks at its ends.';
}

function firstDayOf(day: string, grain: 'year' | 'month'): string {
  return grain === 'year' ? `${day.slice(0, 5)}01-01` : `${day.slice(0, 8)}01`;
}

function tidy(value: string): string {
  return value.replaceAll(/^[\s\u200b]+|[\s\u200b]+$/g, '');
}
