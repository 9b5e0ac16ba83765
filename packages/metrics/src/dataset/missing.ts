import { sqlName, sqlText } from '../base/sql.js';
import { blanks } from './blank.js';
import type { Column, Contract, MissingMark } from './contract.js';

/** A cell in SQL without a figure where its text, without the blanks around it, is a mark; else `strict`. */
export function figuredSql(
  { name, type }: Column,
  { missing = [] }: Pick<Contract, 'missing'>,
  strict: string,
): string {
  if (missing.length === 0 || type === 'VARCHAR') return strict;
  const marks = missing.map(({ mark }) => sqlText(mark)).join(', ');
  return `CASE WHEN ${cellSql(name)} IN (${marks}) THEN NULL ELSE ${strict} END`;
}

/** The meaning of a cell in SQL where it is a mark; NULL where it is filled or plainly empty. */
export function meaningSql(name: string, missing: readonly MissingMark[]): string {
  const cases = missing.map(({ mark, means }) => `WHEN ${sqlText(mark)} THEN ${sqlText(means)}`);
  return `CASE ${cellSql(name)} ${cases.join(' ')} END`;
}

function cellSql(name: string): string {
  return `trim(${sqlName(name)}, ${sqlText(blanks)})`;
}

/** The mark that a cell holds, if any. */
export function markOf(value: string, { missing = [] }: Pick<Contract, 'missing'>): MissingMark | undefined {
  const text = value.replace(new RegExp(`^[${blanks}]+|[${blanks}]+$`, 'g'), '');
  return missing.find(({ mark }) => mark === text);
}
