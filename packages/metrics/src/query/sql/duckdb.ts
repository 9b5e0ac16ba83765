import type { Step } from '../period.js';
import type { AggregateName, Select, Union } from './node.js';
import { printStatement, type Dialect } from './print.js';

/** The part of DuckDB that its browser build has, too: no time zones, and dates stay DATE. */
const duckdb: Dialect = {
  aggregate({ name, of, at }, print) {
    const argument = of ? print(of) : '*';
    if (name === 'countDistinct') return `count(DISTINCT ${argument})`;
    if (name === 'members') return `list(DISTINCT ${argument})`;
    // Over a DECIMAL it would give a DECIMAL, rounded.
    if (name === 'quantile') return `quantile_cont(CAST(${argument} AS DOUBLE), ${at ?? 0.5})`;
    return `${functions[name]}(${argument})`;
  },
  same: (left, right) => `${left} IS NOT DISTINCT FROM ${right}`,
  groupingSets: (sets) => `GROUP BY GROUPING SETS (${sets.map((set) => `(${set.join(', ')})`).join(', ')})`,
  qualify: (condition) => `QUALIFY ${condition}`,
  calendar: {
    bucket({ of, grain, fiscalStart }, print) {
      if (grain === 'day') return print(of);
      const inner = print(of);
      if (grain === 'week' || grain === 'month') return `date_trunc('${grain}', ${inner})`;
      if (fiscalStart === 1 && grain !== 'half-year') return `date_trunc('${grain}', ${inner})`;
      const months = { quarter: 3, 'half-year': 6, year: 12 }[grain];
      return `CAST(date_trunc('month', ${inner}) - to_months((month(${inner}) + ${12 - fiscalStart}) % ${months}) AS DATE)`;
    },
    move({ of, by }, print) {
      // A day plus a number is a day; plus an interval it is a moment.
      if (by.months === 0) return `${print(of, 5)} ${by.days < 0 ? '-' : '+'} ${Math.abs(by.days)}`;
      return `CAST(${print(of, 5)} ${printInterval(by)} AS DATE)`;
    },
    leapDay({ of }, print) {
      return `(month(${print(of)}) = 2 AND day(${print(of)}) = 29)`;
    },
    series({ from, to, by }, print) {
      return `CAST(unnest(generate_series(${print(from)}, ${print(to)}, ${printInterval(by).slice(2)})) AS DATE)`;
    },
  },
};

const functions: Readonly<Record<Exclude<AggregateName, 'countDistinct' | 'members' | 'quantile'>, string>> =
  {
    count: 'count',
    sum: 'sum',
    compensatedSum: 'fsum',
    minimum: 'min',
    maximum: 'max',
    anyValue: 'any_value',
    lists: 'list',
  };

function printInterval({ months, days }: Step): string {
  const amount = months === 0 ? days : months;
  return `${amount < 0 ? '-' : '+'} INTERVAL ${Math.abs(amount)} ${months === 0 ? 'DAY' : 'MONTH'}`;
}

/** The text of a statement for DuckDB. */
export function printDuckdb(statement: Select | Union): string {
  return printStatement(statement, duckdb);
}
