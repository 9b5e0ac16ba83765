import { checkKeys, checkObject } from '../base/argument.js';
import type { Cell } from '../engine/table.js';
import { MetricsError } from '../base/error.js';
import { quote } from '../base/input.js';
import type { Grain } from '../query/period.js';
import type { Comparison, QueryKeys } from '../query/query.js';
import type { Day } from '../base/day.js';
import type { QueryColumn } from './column.js';
import { say } from '../base/sentence.js';

/** A row of a result whose columns are known when the program runs. */
export type AnyRow = Readonly<Record<string, Cell>>;

/**
 * A row of the result of a query that stands in the program: its columns by name, days as text, figures as numbers.
 *
 * @example
 * const { rows } = await metrics.query({ metric: 'industry-revenue', by: ['month'], compare: 'year-over-year' });
 * const { month, value, value_percent } = rows()[0]!; // Day, number | null, number | null
 */
export type RowOf<Q> = string extends KeyName<Q> | FigureName<Q>
  ? AnyRow
  : { readonly [K in KeyName<Q>]: K extends Time ? Day : Cell } & {
      readonly [K in `${FigureName<Q>}${Suffix<Q>}`]: number | null;
    } & (Q extends { readonly top: object } | { readonly totals: true }
        ? { readonly row_kind: 'value' | 'rest' | 'total' }
        : unknown);

/**
 * The faults of a literal query beyond its own type: unknown keys, periods without a grain in `by`, and parts without a dimension
 * in it.
 */
export type Possible<Q> = {
  readonly [K in Exclude<keyof Q, keyof QueryKeys>]: never;
} & (string extends KeyName<Q> ? unknown : WithGrain<Q> & WithDimension<Q>);

// The content of a variable of type Query is unknown: only its present keys are checked.
type WithGrain<Q> = [Extract<KeyName<Q>, Time>] extends [never]
  ? Q extends { readonly cumulative: string } | { readonly rolling: number } | { readonly complete: true }
    ? { readonly by: never }
    : unknown
  : unknown;
type WithDimension<Q> = [Exclude<KeyName<Q>, Time>] extends [never]
  ? Q extends
      | { readonly share: true }
      | { readonly contribution: true }
      | { readonly totals: true }
      | { readonly top: object }
    ? { readonly by: never }
    : unknown
  : unknown;

type Time = Grain | 'period';
type KeyName<Q> = Q extends { readonly by: readonly (infer Name extends string)[] } ? Name : never;
type FigureName<Q> = Q extends { readonly metrics: readonly (infer Id extends string)[] } ? Id : 'value';
type Suffix<Q> =
  | ''
  | (Q extends { readonly compare: Comparison } ? '_base' | '_difference' | '_percent' : never)
  | (Q extends { readonly share: true } ? '_share' : never)
  | (Q extends { readonly contribution: true } ? '_contribution' : never);

/** A row whose days are dates. */
export type DatedRow<Row> = {
  readonly [K in keyof Row]: K extends Time ? Date : Row[K] extends number | null ? Row[K] : Row[K] | Date;
};

/** How rows are given. */
export interface RowOptions {
  /** `Date`: days as dates at midnight UTC, as Plot and d3 (`scaleUtc`) take them; else as text. */
  readonly dates: 'Date';
}

/** The rows of columns, each as an object by column name. Throws `REFUSED` for options that there are not. */
export function listRows(
  columns: readonly QueryColumn[],
  rowCount: number,
  options?: RowOptions,
): readonly Readonly<Record<string, Cell | Date>>[] {
  if (options !== undefined) {
    checkObject('options', options);
    checkKeys('options', options, ['dates']);
    if (options.dates !== 'Date') {
      const message = say`The option "dates" is ${quote(options.dates)}. Give "Date", or leave the options out.`;
      throw new MetricsError('REFUSED', message);
    }
  }
  const cellOf = ({ type, values }: QueryColumn, row: number): Cell | Date => {
    const value = values[row] ?? null;
    return options && type === 'DATE' && value !== null ? new Date(`${String(value)}T00:00:00Z`) : value;
  };
  return Array.from({ length: rowCount }, (_, row) =>
    Object.fromEntries(columns.map((column) => [column.name, cellOf(column, row)])),
  );
}
