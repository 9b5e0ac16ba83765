import { sqlName, sqlText } from '../base/sql.js';
import type { Column, ColumnType, Contract } from './contract.js';
import { longPeriods, periodCases } from './period-spelling.js';

/** The value of a cell in SQL, from its `text` there: NULL where it cannot be one of its type. */
export function castSql({ type }: Pick<Column, 'type'>, text: string): string {
  return type === 'VARCHAR' ? text : `TRY_CAST(${text} AS ${type})`;
}

/**
 * Whether a cell is not written as its type asks, in SQL: an engine's own cast takes more than a contract does (`12.345` for
 * two decimals). Not true for an empty cell.
 */
export function misspeltSql(type: Exclude<ColumnType, 'VARCHAR'>, text: string, value: string): string {
  const other = `NOT regexp_full_match(${text}, ${sqlText(typePattern(type))}) OR (${text} IS NOT NULL AND ${value} IS NULL)`;
  // A text that the engine would write itself has the right form, and comparing is cheaper than matching.
  const own = `CASE WHEN ${text} = CAST(${value} AS VARCHAR) THEN false ELSE ${other} END`;
  // But not its own words for infinite numbers and days; nor has the calendar a year 0.
  if (type === 'DATE') return `strlen(${text}) <> 10 OR ${text} < '0001' OR ${own}`;
  if (type !== 'DOUBLE') return own;
  // A number too small for a double is not 0.
  const vanished = `(${value} = 0 AND regexp_matches(${text}, '^-?[0.]*[1-9]'))`;
  return `NOT isfinite(${value}) OR ${vanished} OR ${own}`;
}

/** How the cells of a type are written, as a pattern of the whole cell; their range is left to the cast. */
export function typePattern(type: Exclude<ColumnType, 'VARCHAR'>): string {
  if (type === 'DATE') return '[0-9]{4}-[0-9]{2}-[0-9]{2}';
  if (type === 'BOOLEAN') return 'true|false';
  if (type === 'INTEGER') return '-?[0-9]+';
  if (type === 'DOUBLE') return '-?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?';
  const decimals = decimalsOf(type);
  return decimals === 0 ? '-?[0-9]+' : `-?[0-9]+([.][0-9]{1,${decimals}})?`;
}

/** Digits after the point that a type holds: 2 of `DECIMAL(18,2)`, none of `INTEGER`. */
export function decimalsOf(type: ColumnType): number {
  return Number(/^DECIMAL\(\d+,(\d+)\)$/.exec(type)?.[1] ?? 0);
}

/**
 * A cell in SQL as its contract spells it strictly, where the contract allows other `forms`: `１２，３００` → `12300`,
 * `2026年9月1日` → `2026-09-01`. Texts stay as they are.
 */
export function strictSql(
  column: Column,
  contract: Pick<Contract, 'forms' | 'time' | 'fiscalStart'>,
): string {
  const { name, type } = column;
  const allows = (form: NonNullable<Contract['forms']>[number]) => contract.forms?.includes(form) === true;
  let text = sqlName(name);
  if (type === 'VARCHAR' || type === 'BOOLEAN') return text;
  if (allows('full-width')) text = `translate(${text}, '０１２３４５６７８９．－／', '0123456789.-/')`;
  if (type === 'DATE') {
    if (!allows('dates')) return text;
    return dashedSql(text, name === contract.time.column ? contract : undefined);
  }
  if (!allows('thousands')) return text;
  const grouped = `regexp_full_match(${text}, '-?[0-9]{1,3}([,，][0-9]{3})+([.][0-9]+)?')`;
  return `CASE WHEN ${grouped} THEN translate(${text}, ',，', '') ELSE ${text} END`;
}

/** A date written with slashes or in Chinese as one with dashes; where a date is of a longer period, that may stand for its first day. */
function dashedSql(text: string, dates: Pick<Contract, 'time' | 'fiscalStart'> | undefined): string {
  const days = '[0-9]{4}(/[0-9]{1,2}/[0-9]{1,2}|年[0-9]{1,2}月[0-9]{1,2}日)';
  const months = '[0-9]{4}(/[0-9]{1,2}|年[0-9]{1,2}月|-[0-9]{1,2})';
  const dashed = (suffix: string) =>
    // Once for each digit that stands alone: the matches of one round may not touch.
    padSql(padSql(`regexp_replace(translate(${text}, '/年月日', '---'), '-?$', ${sqlText(suffix)})`));
  const byMonth = `\n    WHEN regexp_full_match(${text}, '${months}') THEN ${dashed('-01')}`;
  const long = dates && longPeriods(dates);
  const firsts = long ? periodCases(text, long) : dates?.time.grain === 'month' ? byMonth : '';
  return `CASE WHEN regexp_full_match(${text}, '${days}') THEN ${dashed('')}${firsts} ELSE ${text} END`;
}

function padSql(text: string): string {
  return `regexp_replace(${text}, '-([0-9])(-|$)', '-0\\1\\2')`;
}
