import { nearest, suggest } from '../base/nearest.js';
import { isDay } from '../base/day.js';
import { periodStart } from '../base/period.js';
import { wordsIn } from '../base/text.js';
import type { Unit } from '../base/unit.js';
import { problem, type Problem, type ProblemWords } from '../base/problem.js';
import type { ProblemCode } from '../base/problem-code.js';
import { quote } from '../base/quoting.js';
import { allOfThese, say, type Parameter, type Sentence } from '../base/sentence.js';
import type { Place } from './cells.js';
import { isRequired, type RowCheck } from './checks.js';
import type { Column, ColumnType, Contract } from './contract.js';
import { plainText } from './read/figure.js';
import { markOf } from './missing.js';
import { stateColumnOf, stateWords } from './revision.js';
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
 * The problem of a rejected cell, with its remedy.
 *
 * @example
 * const { where, message, remedy } = rejectProblem(reject, contract, 'data/revenue.csv');
 * // 'data/revenue.csv:5:31', 'revenue is "12,3O0" but must be a number with at most 2 decimals in 万元.',
 * // 'Correct the cell, e.g. 12300.00.'
 */
export function rejectProblem(reject: Reject, contract: Contract, file: string): Problem {
  const { place } = reject;
  const where = typeof place === 'string' ? place : formatPlace(file, place);
  return problem({ code: codes[reject.kind], where, ...wordsOf(reject, contract) });
}

const codes = {
  empty: 'empty-cell',
  type: 'wrong-type',
  spaces: 'stray-space',
  value: 'unknown-value',
  state: 'unknown-state',
  minimum: 'too-small',
  maximum: 'too-large',
  year: 'not-a-year',
  'half-year': 'not-a-half-year',
  quarter: 'not-a-quarter',
  month: 'not-a-month',
  later: 'too-late',
  measure: 'unknown-measure',
  future: 'impossible-day',
  outside: 'impossible-day',
  address: 'wrong-address',
  duplicate: 'duplicate-row',
  unique: 'duplicate-value',
  reference: 'unknown-reference',
} as const satisfies Record<RowCheck['kind'], ProblemCode>;

function wordsOf(reject: Reject, contract: Contract): ProblemWords {
  const { kind, column, value } = reject;
  const { name, unit } = column;
  const is = say`${name} is ${quote(value)}`;
  switch (kind) {
    case 'empty': {
      const mark = markOf(value, contract);
      return {
        message: mark
          ? say`${is}, which means ${mark.means}, but a figure must be given.`
          : say`${name} is empty but must be given.`,
        remedy: say`Fill in the cell, or remove the row.`,
      };
    }
    case 'type': {
      const form = formOf(column, value);
      const mayBeMark = isMark(value) && !isRequired(column, contract);
      return {
        message: mayBeMark
          ? say`${is} but must be ${form}, or a mark that "missing" names in the contract.`
          : say`${is} but must be ${form}.`,
        remedy: typeRemedy(column, value, contract),
      };
    }
    case 'spaces':
      return {
        message: say`${is}: it begins or ends with a blank.`,
        remedy: tidyRemedy(tidy(value)),
      };
    case 'value': {
      const allowed = column.values!.map((one) => one.value);
      return { message: say`${is}, which is not among its values.`, remedy: suggest(value.trim(), allowed) };
    }
    case 'state': {
      const words = stateWords(stateColumnOf(contract)!).map(([word]) => word);
      return {
        message: say`${is}, which names no state of a figure.`,
        remedy: say`${suggest(value, words)} Or name it under "revision" in the contract, with its state.`,
      };
    }
    case 'minimum':
      return {
        message: say`${is} but must be at least ${figureIn(column.minimum!, unit)}.`,
        remedy: say`Correct the cell.`,
      };
    case 'maximum':
      return {
        message: say`${is} but must be at most ${figureIn(column.maximum!, unit)}.`,
        remedy: say`Correct the cell.`,
      };
    case 'year':
    case 'half-year':
    case 'quarter':
    case 'month':
      return {
        message: {
          year: say`${is} but a year is written as its first day.`,
          'half-year': say`${is} but a half-year is written as its first day.`,
          quarter: say`${is} but a quarter is written as its first day.`,
          month: say`${is} but a month is written as its first day.`,
        }[kind],
        remedy: say`Write ${exampleOf(column, value, contract)!}.`,
      };
    case 'later': {
      const end = contract.reportedThrough;
      return {
        message: say`${is}, but the figures of this file cover the days up to ${end}.`,
        remedy: say`Correct the date, or, if all later figures are complete, write a later "reportedThrough" in the contract.`,
      };
    }
    case 'measure': {
      const [task = '', measure] = value.split(', ');
      const planned = contract.reportsOn?.tasks.find((one) => one.task === task)?.measures ?? 0;
      return {
        message: say`${name} is ${quote(measure)}, but the measures of task ${task} have the numbers from 1 to ${planned}.`,
        remedy: say`Write the number of a measure in the order of the plan, or 0 for the task as a whole.`,
      };
    }
    case 'future': {
      const [day, reported = ''] = value.split(', ');
      return {
        message: say`${name} is ${quote(day)}, after the day of the report, ${reported}.`,
        remedy: say`Correct one of the two days. The day on which something is to be done is written as "due".`,
      };
    }
    case 'outside': {
      const { start = '', end = '' } = contract.reportsOn?.period ?? {};
      return {
        message: say`${is}, outside the days of the plan from ${start} to ${end}.`,
        remedy: say`Correct the day.`,
      };
    }
    case 'address':
      return {
        message: say`${is}, which is no address of a web page.`,
        remedy: say`Write it like https://www.pudong.gov.cn/, or leave the cell empty.`,
      };
    case 'duplicate': {
      const [names, line] = [allOfThese(reject.columns), lineOf(reject.earlier!)];
      return {
        message:
          reject.columns.length > 1
            ? say`${names} (${value}) are already in ${line}.`
            : say`${names} (${value}) is already in ${line}.`,
        remedy: say`Keep one of the two rows and remove the other.`,
      };
    }
    case 'unique':
      return {
        message: say`${is}, which is already in ${lineOf(reject.earlier!)}, but no two rows may have the same value.`,
        remedy: say`Correct one of the two, or leave one cell empty if that is allowed.`,
      };
    case 'reference': {
      const { columns, dataset = '', known = [] } = reject;
      const meant = nearest(value, known);
      return {
        message:
          columns.length > 1
            ? say`${allOfThese(columns)} (${value}) are in no row of ${dataset}.`
            : say`${is}, which is in no row of ${dataset}.`,
        remedy:
          meant === undefined
            ? say`Correct the cell, or add the row to ${dataset}.`
            : say`Did you mean ${quote(meant)}?`,
      };
    }
  }
}

function typeRemedy(column: Column, value: string, contract: Contract): Sentence {
  const example = exampleOf(column, value, contract);
  const needed = neededForms(column, value, contract).map((form) => `"${form}"`);
  if (needed.length === 0)
    return example === undefined ? say`Correct the cell.` : say`Correct the cell, e.g. ${example}.`;
  const forms = allOfThese(needed);
  return example === undefined
    ? say`Add ${forms} to "forms" in the contract, or correct the cell.`
    : say`Add ${forms} to "forms" in the contract, or correct the cell, e.g. ${example}.`;
}

function lineOf(place: Place | string): Parameter {
  return typeof place === 'string' ? place : say`line ${place.line}`;
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
  const message =
    check === undefined
      ? say`${total} malformed rows in all; the first ${listed} are listed.`
      : check.kind === 'duplicate'
        ? say`${total} rows with the key of an earlier one in all; the first ${listed} are listed.`
        : say`${total} cells of ${allOfThese(check.columns)} with this fault in all; the first ${listed} are listed.`;
  return problem({
    code: check === undefined ? 'malformed-rows' : codes[check.kind],
    where: file,
    message,
    remedy: say`If all have one cause, such as a formula or a template, correct it there and export the file again.`,
  });
}

function figureIn(figure: number, unit: Unit | undefined): Parameter {
  return unit ? `${figure} ${formatUnit(unit, figure === 1)}` : figure;
}

/** A unit in the words of tables: `万元`, `亿元`, `10^6 元`. `isOne` says that they follow a figure of exactly 1. */
export function formatUnit(unit: Unit, isOne = false): string {
  const { power = 0, one } = unit;
  const { words: plural, lang } = wordsIn(unit, 'zh');
  const words = isOne && power === 0 && lang === 'en' && one ? one : plural;
  const word = lang === 'zh' ? ({ 4: '万', 8: '亿' } as Readonly<Record<number, string>>)[power] : undefined;
  return `${power === 0 ? '' : (word ?? `10^${power} `)}${words}`;
}

function formOf({ type, unit }: Column, value: string): Sentence {
  if (type === 'DATE') return say`a day of the calendar written like 2026-10-31`;
  if (type === 'BOOLEAN') return say`true or false`;
  const form = numberForm(type, value);
  return unit ? say`${form} in ${formatUnit(unit)}` : form;
}

function numberForm(type: ColumnType, value: string): Sentence {
  if (type === 'INTEGER') return say`a whole number from -2147483648 to 2147483647`;
  if (type === 'DOUBLE') return say`a number`;
  const [decimals, before] = [decimalsOf(type), wholeDigits(type)];
  if (/^-?(\d*)/.exec(value)![1]!.length > before)
    return say`a number of at most ${before} digits before the point`;
  return decimals === 1
    ? say`a number with at most 1 decimal`
    : say`a number with at most ${decimals} decimals`;
}

/** Whether a cell looks like a mark in place of a figure: a few letters or signs, and no digit. */
function isMark(value: string): boolean {
  const text = tidy(value);
  return text.length > 0 && text.length <= 6 && !/[\p{N}]/u.test(text) && /^[\p{L}\p{P}\p{S}]+$/u.test(text);
}

/** The cell as it was probably meant, else any cell that its column may have; `undefined` where that has none. */
function exampleOf(
  column: Column,
  value: string,
  { reportedThrough, time, fiscalStart }: Contract,
): string | undefined {
  const plain = tidy(value).normalize('NFKC');
  if (column.type === 'BOOLEAN') return /^(y|t|1|是)/i.test(plain) ? 'true' : 'false';
  if (column.type !== 'DATE') return numberExample(column, plain);
  const [, year, month, day] = /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?$/.exec(plain) ?? [];
  const meant = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  if (column.name !== time.column) return isDay(meant) ? meant : reportedThrough;
  // The column that dates the rows keeps two promises more.
  const keeping = isDay(meant) && meant <= reportedThrough ? meant : reportedThrough;
  return time.grain === 'day' ? keeping : periodStart(keeping, { grain: time.grain, fiscalStart });
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
  // Forms that other programs take for a number, in their digits: +5, 1_000, .5, 5., 1e5.
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

function tidyRemedy(words: string): Sentence {
  if (words === '') return say`Leave the cell empty, or fill it in.`;
  const shown = quote(words);
  return shown === JSON.stringify(words) ? say`Write ${shown}.` : say`Remove the blanks at its ends.`;
}

function tidy(value: string): string {
  return value.replaceAll(/^[\s\u200b]+|[\s\u200b]+$/g, '');
}
