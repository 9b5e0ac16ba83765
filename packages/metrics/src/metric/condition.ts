import type { Condition, Test } from './metric.js';

/** The tests of a condition, in any nesting. */
export function testsOf(condition: Condition): readonly Test[] {
  if ('not' in condition) return testsOf(condition.not);
  return 'or' in condition ? condition.or.flatMap(testsOf) : [condition];
}

/** The columns that conditions test, each once. */
export function testedColumns(conditions: readonly Condition[]): readonly string[] {
  return [...new Set(conditions.flatMap(testsOf).map((test) => test.column))];
}

/** The columns that conditions fix to one value; tests under `not` or `or` fix none. */
export function fixedColumns(conditions: readonly Condition[]): ReadonlySet<string> {
  const fixing = conditions.filter(
    (one): one is Extract<Test, { readonly equals: unknown } | { readonly in: unknown }> =>
      'equals' in one || ('in' in one && one.in.length === 1),
  );
  return new Set(fixing.map((one) => one.column));
}
