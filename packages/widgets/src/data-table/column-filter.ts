import type { Column } from './column.js';
import type { Condition } from '@zj/metrics';

/** The values of one column that a reader lets stay. */
export interface ColumnFilter {
  /** `null` is an empty cell. */
  readonly values?: readonly (string | null)[];
  readonly low?: string;
  readonly high?: string;
  readonly contains?: string;
  /** Empty cells stay beside a range, or beside texts that contain something. */
  readonly empty?: boolean;
}

/** Whether a filter lets all rows stay. */
export function isOpen({ values = [], low, high, contains, empty }: ColumnFilter): boolean {
  return values.length === 0 && !low && !high && !contains && !empty;
}

/** A filter as conditions of a question; none where it lets all rows stay. */
export function conditionsOf(column: Column, filter: ColumnFilter): readonly Condition[] {
  const { name, of } = column;
  const { values = [], low, high, contains } = filter;
  const scalar = (text: string): string | number | boolean => {
    if (of.type === 'BOOLEAN') return text === 'true';
    if (column.kind !== 'figure') return text;
    const isExact = of.type === 'DOUBLE' || (of.type === 'INTEGER' && Number.isSafeInteger(Number(text)));
    return isExact ? Number(text) : text;
  };
  const filled = values.filter((one) => one !== null).map(scalar);
  const either: readonly Condition[] = [
    ...(filled.length > 0 ? [{ column: name, in: filled }] : []),
    ...(low || high
      ? [{ column: name, between: [low ? scalar(low) : null, high ? scalar(high) : null] as const }]
      : []),
    ...(contains ? [{ column: name, contains }] : []),
    ...(filter.empty || values.includes(null) ? [{ column: name, null: true }] : []),
  ];
  return either.length > 1 ? [{ or: either }] : either;
}

/**
 * A typed number as an exact decimal, `undefined` for none: with a comma before each three digits, or full-width digits, as people write
 * them. A comma elsewhere may stand for a point, and is refused.
 *
 * @example readNumber('1,234.50') // '1234.50'
 */
export function readNumber(typed: string): string | undefined {
  const plain = typed.normalize('NFKC').replaceAll(/\s/g, '').replace('−', '-');
  if (!/^[+-]?(\d+|\d{1,3}(,\d{3})+)?(\.\d*)?$/.test(plain) || !/\d/.test(plain)) return undefined;
  return plain
    .replaceAll(',', '')
    .replace(/^\+/, '')
    .replace(/\.$/, '')
    .replace(/^(-?)\./, '$10.');
}
