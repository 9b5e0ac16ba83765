import type { Day } from '../../base/day.js';
import type { ColumnType } from '../../dataset/contract.js';
import type { Grain, Step } from '../period.js';

/** A reading statement as plain data, which a dialect prints. */
export interface Select {
  readonly with?: readonly Named[];
  readonly columns: readonly Output[];
  readonly from?: From;
  /** Joined by AND. */
  readonly where?: readonly Expr[];
  /** Several lists are grouping sets. */
  readonly groupBy?: readonly (readonly Expr[])[];
  readonly having?: readonly Expr[];
  /** Like `having`, but after the windows. */
  readonly qualify?: readonly Expr[];
  readonly orderBy?: readonly SortKey[];
  readonly distinct?: boolean;
  /** So many rows, after so many that are left out. */
  readonly limit?: { readonly count: number; readonly offset?: number };
}

/** Selects of the same columns, one below the other; `distinct` leaves each row once. */
export interface Union {
  readonly union: readonly Select[];
  readonly distinct: boolean;
}

/** A step of a statement, by its name. */
export interface Named {
  readonly name: string;
  readonly of: Select | Union;
  /** Whether it is computed once, for all who read it. */
  readonly materialized?: boolean;
}

export interface Output {
  readonly of: Expr;
  readonly as: string;
}

export interface SortKey {
  readonly of: Expr;
  readonly descending?: boolean;
}

/** A table or a step, by the parts of its name, with its joins. */
export interface From {
  readonly table: readonly string[];
  readonly joins?: readonly Join[];
}

export interface Join {
  readonly kind: 'inner' | 'left' | 'cross';
  readonly table: readonly string[];
  readonly on?: readonly Expr[];
}

export type AggregateName =
  | 'count'
  | 'countDistinct'
  | 'sum'
  | 'compensatedSum'
  | 'minimum'
  | 'maximum'
  | 'quantile'
  | 'anyValue'
  /** A list of the different values, and one of such lists. */
  | 'members'
  | 'lists';

/** Over rows where all of `where` is true; `over` makes it a window, parted by these. */
export interface Aggregate {
  readonly kind: 'aggregate';
  readonly name: AggregateName;
  readonly of?: Expr;
  readonly at?: number;
  readonly where?: readonly Expr[];
  readonly over?: readonly Expr[];
}

export type Operator = '+' | '-' | '*' | '/' | '=' | '<>' | '>' | '<' | '<=' | '>=';

export type Expr =
  | { readonly kind: 'column'; readonly name: string; readonly table?: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'day'; readonly day: Day }
  /** Digits as they are written in SQL: exact beside a DECIMAL. */
  | { readonly kind: 'number'; readonly digits: string }
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'null' }
  | Aggregate
  /** The number of a row in this order, from 1. */
  | { readonly kind: 'rowNumber'; readonly by: readonly SortKey[] }
  /** Whether a row of grouping sets stands for all values of this. */
  | { readonly kind: 'grouped'; readonly of: Expr }
  | { readonly kind: 'operation'; readonly operator: Operator; readonly left: Expr; readonly right: Expr }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Expr[] }
  | { readonly kind: 'not'; readonly of: Expr }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly of: readonly Expr[] }
  | { readonly kind: 'cast'; readonly of: Expr; readonly to: CastType }
  | { readonly kind: 'case'; readonly when: readonly (readonly [Expr, Expr])[]; readonly otherwise?: Expr }
  | { readonly kind: 'between'; readonly of: Expr; readonly from: Expr; readonly to: Expr }
  | { readonly kind: 'in'; readonly of: Expr; readonly list: readonly Expr[] }
  | { readonly kind: 'isNull'; readonly of: Expr; readonly not?: boolean }
  /** Equal, or both NULL. */
  | { readonly kind: 'same'; readonly left: Expr; readonly right: Expr }
  /** The first day of the period that holds a day. */
  | { readonly kind: 'bucket'; readonly of: Expr; readonly grain: Grain; readonly fiscalStart: number }
  | { readonly kind: 'move'; readonly of: Expr; readonly by: Step }
  /** Whether a day is 29 February. */
  | { readonly kind: 'leapDay'; readonly of: Expr }
  /** A row for each day from one to another, a step apart. */
  | { readonly kind: 'series'; readonly from: Expr; readonly to: Expr; readonly by: Step }
  | { readonly kind: 'scalar'; readonly of: Select };

export type FunctionName =
  | 'abs'
  | 'coalesce'
  | 'concat'
  | 'contains'
  | 'flatten'
  | 'isfinite'
  | 'nullif'
  | 'least'
  | 'len'
  | 'list_contains'
  | 'list_has_all'
  | 'regexp_extract'
  | 'regexp_replace'
  | 'repeat'
  | 'rpad'
  | 'starts_with'
  | 'translate'
  | 'unnest';
export type CastType = ColumnType | 'HUGEINT';

export const column = (name: string, table?: string): Expr => ({
  kind: 'column',
  name,
  ...(table !== undefined && { table }),
});
export const text = (value: string): Expr => ({ kind: 'text', text: value });
export const day = (value: Day): Expr => ({ kind: 'day', day: value });
export const number = (digits: string | number): Expr => ({ kind: 'number', digits: String(digits) });
export const truth = (value: boolean): Expr => ({ kind: 'truth', value });
export const operation = (left: Expr, operator: Operator, right: Expr): Expr => ({
  kind: 'operation',
  operator,
  left,
  right,
});
export const call = (name: FunctionName, ...of: readonly Expr[]): Expr => ({ kind: 'call', name, of });
export const cast = (of: Expr, to: CastType): Expr =>
  of.kind === 'cast' && of.to === to ? of : { kind: 'cast', of, to };
export const not = (of: Expr): Expr => ({ kind: 'not', of });
export const and = (...of: readonly Expr[]): Expr => (of.length === 1 ? of[0]! : { kind: 'and', of });
export const or = (...of: readonly Expr[]): Expr => (of.length === 1 ? of[0]! : { kind: 'or', of });
