import type { Column, Contract } from '../dataset/contract.js';
import type { Condition, Scalar } from './metric.js';
import { call, column, day, number, operation, text, truth, type Expr } from './sql/node.js';

/** A condition that was found right as an expression. */
export function conditionExpr(condition: Condition, { columns }: Contract): Expr {
  const declared = columns.find(({ name }) => name === condition.column)!;
  const of = column(declared.name);
  const literal = (value: Scalar): Expr => literalOf(value, declared);
  if ('equals' in condition) return operation(of, '=', literal(condition.equals));
  if ('null' in condition) return { kind: 'isNull', of, not: !condition.null };
  if ('in' in condition) return { kind: 'in', of, list: condition.in.map(literal) };
  const [from, to] = condition.between;
  if (from !== null && to !== null) return { kind: 'between', of, from: literal(from), to: literal(to) };
  if (from !== null) return operation(of, '>=', literal(from));
  return to === null ? { kind: 'isNull', of, not: true } : operation(of, '<=', literal(to));
}

function literalOf(value: Scalar, { type }: Column): Expr {
  if (typeof value === 'boolean') return truth(value);
  if (type === 'VARCHAR') return text(String(value));
  return type === 'DATE' ? day(String(value)) : number(value);
}

/** Whether a condition holds, also where it is unknown because a cell is empty. */
export function surely(conditions: readonly Expr[]): Expr {
  const all: Expr = conditions.length === 1 ? conditions[0]! : { kind: 'and', of: conditions };
  return call('coalesce', all, truth(false));
}
