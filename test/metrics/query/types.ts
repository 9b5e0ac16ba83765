import type { Condition, Contract, Metric, Period } from '@zj/metrics';

/** A question as QUERIES.md has it, written down once more so that nothing here depends on the code under test. */
export interface Query {
  readonly metric?: string;
  readonly metrics?: readonly string[];
  readonly by?: readonly string[];
  readonly during?: During;
  readonly where?: readonly Condition[];
  readonly fiscalStart?: number;
  readonly cumulative?: 'year-to-date';
  readonly rolling?: number;
  readonly compare?: 'previous-period' | 'year-over-year';
  readonly share?: boolean;
  readonly contribution?: boolean;
  readonly top?: { readonly count: number; readonly of?: string; readonly by?: string };
  readonly totals?: boolean;
  readonly complete?: boolean;
  readonly having?: readonly Condition[];
  readonly orderBy?: readonly { readonly column: string; readonly direction?: 'ascending' | 'descending' }[];
  readonly limit?: number;
}

export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'year';

export type During =
  Period | string | { readonly last: number; readonly grain: Grain; readonly asOf: string };

/** A value of a condition. */
export type Scalar = string | number | boolean;

/** DATE and DECIMAL as text, `2026-02-28`, `-12.30`; INTEGER and DOUBLE as numbers. */
export type Value = string | number | boolean | null;
export type Row = Readonly<Record<string, Value>>;

/** A dataset with its rows in memory. */
export interface Dataset {
  readonly contract: Contract;
  readonly rows: readonly Row[];
}

export interface World {
  readonly metrics: readonly Metric[];
  readonly datasets: readonly Dataset[];
}
