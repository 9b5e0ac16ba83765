import type { Column, Contract } from '../dataset/contract.js';
import type { Condition, Scalar, Test } from '../metric/metric.js';
import { and, call, column, day, not, number, operation, or, text, truth, type Expr } from './sql/node.js';
import type { Operator } from './sql/node.js';

/** A condition that was found right as an expression: unknown where it depends on an empty cell, as SQL has it. */
export function conditionExpr(condition: Condition, { columns }: Pick<Contract, 'columns'>): Expr {
  if ('not' in condition) return not(conditionExpr(condition.not, { columns }));
  if ('or' in condition) return or(...condition.or.map((one) => conditionExpr(one, { columns })));
  return testExpr(
    condition,
    columns.find(({ name }) => name === condition.column)!,
  );
}

/** A condition as it is decided of a cell of a cube: unknown where a column that it asks was merged away, also for `null`. */
export function decideExpr(condition: Condition, contract: Pick<Contract, 'columns'>): Expr {
  if ('not' in condition) return not(decideExpr(condition.not, contract));
  if ('or' in condition) return or(...condition.or.map((one) => decideExpr(one, contract)));
  const of = 'null' in condition ? truth(!condition.null) : conditionExpr(condition, contract);
  return { kind: 'case', when: [[{ kind: 'isNull', of: column(condition.column), not: true }, of]] };
}

/**
 * That nobody can tell whether a cell of a cube meets some conditions, and that it is not counted: a cell that is chosen because it was
 * merged is counted, and so it is sure.
 */
export function undecidedTests(
  conditions: readonly Condition[],
  contract: Pick<Contract, 'columns'>,
): readonly [Expr, Expr] {
  const unknown = and(...conditions.map((one) => decideExpr(one, contract)));
  return [
    { kind: 'isNull', of: unknown },
    not(surely(conditions.map((one) => conditionExpr(one, contract)))),
  ];
}

const operators = {
  equals: '=',
  notEquals: '<>',
  above: '>',
  below: '<',
  atLeast: '>=',
  atMost: '<=',
} as const satisfies Record<string, Operator>;

function testExpr(test: Test, declared: Column): Expr {
  const of = column(declared.name);
  const literal = (value: Scalar): Expr => literalOf(value, declared);
  if ('null' in test) return { kind: 'isNull', of, not: !test.null };
  if ('in' in test) return { kind: 'in', of, list: test.in.map(literal) };
  if ('contains' in test) return call('contains', of, text(test.contains));
  if ('startsWith' in test) return call('starts_with', of, text(test.startsWith));
  if ('between' in test) {
    const [from, to] = test.between;
    if (from !== null && to !== null) return { kind: 'between', of, from: literal(from), to: literal(to) };
    if (from !== null) return operation(of, '>=', literal(from));
    // Unknown of an empty cell, as every other comparison.
    return operation(of, to === null ? '=' : '<=', to === null ? of : literal(to));
  }
  const [[key, value]] = Object.entries(test).filter(([one]) => one !== 'column') as [
    [keyof typeof operators, Scalar],
  ];
  return operation(of, operators[key], literal(value));
}

function literalOf(value: Scalar, { type }: Column): Expr {
  if (typeof value === 'boolean') return truth(value);
  if (type === 'VARCHAR') return text(String(value));
  return type === 'DATE' ? day(String(value)) : number(value);
}

/** Whether all conditions hold; false where that is unknown because a cell is empty. */
export function surely(conditions: readonly Expr[]): Expr {
  return call('coalesce', and(...conditions), truth(false));
}
