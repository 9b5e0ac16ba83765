import type { Condition, ListedField } from '@zj/metrics';
import { testedColumns } from '@zj/metrics/internal';

/** The values that are chosen in a field, or that are left out. `null` is the empty value. */
export interface Choice {
  readonly values: readonly (string | null)[];
  readonly excludes: boolean;
}

/** A field whose values are chosen, as conditions need it. */
export type Chosen = Pick<ListedField, 'column' | 'type' | 'empty'>;

/** Nothing is chosen: every row stays. */
export const none: Choice = { values: [], excludes: false };

/**
 * The choice in a field by the conditions on its column; `undefined` where they are no list of values, such as a comparison that a page
 * set, or several at once.
 *
 * @example choiceOf([{ column: 'zone', in: ['北区'] }], { column: 'zone', type: 'VARCHAR' }) // { values: ['北区'], excludes: false }
 */
export function choiceOf(where: readonly Condition[], field: Chosen): Choice | undefined {
  const [first, ...more] = where;
  if (!first) return none;
  return more.length > 0 ? undefined : readChoice(first, field);
}

function readChoice(condition: Condition, field: Chosen): Choice | undefined {
  const isBlank = field.empty === 'blank';
  if ('or' in condition) {
    const parts = condition.or.map((one) => readChoice(one, field));
    if (parts.some((one) => !one)) return undefined;
    const excluding = parts.filter((one) => one!.excludes);
    const values = parts.flatMap((one) => (one!.excludes ? [] : one!.values));
    if (excluding.length === 0) return { values: [...new Set(values)], excludes: false };
    // Rows with another value, or an empty one. Merged cells may have the values that are left out.
    const keepsMerged = values.length > 0 && field.empty !== undefined && !isBlank;
    if (keepsMerged || excluding.length > 1 || values.some((one) => one !== null)) return undefined;
    return { values: excluding[0]!.values.filter((one) => one !== null), excludes: true };
  }
  if ('not' in condition) {
    const inside = readChoice(condition.not, field);
    if (!inside || inside.excludes) return undefined;
    // An empty cell does not meet it either.
    const own = inside.values.filter((one) => one !== null);
    return {
      values: isBlank && !inside.values.includes(null) ? [...own, null] : inside.values,
      excludes: true,
    };
  }
  if (condition.column !== field.column) return undefined;
  if ('equals' in condition) return { values: [String(condition.equals)], excludes: false };
  if ('in' in condition) return { values: condition.in.map(String), excludes: false };
  if ('null' in condition) return { values: [null], excludes: !condition.null };
  if ('notEquals' in condition)
    return { values: [String(condition.notEquals), ...(isBlank ? [null] : [])], excludes: true };
  return undefined;
}

/**
 * The condition of a choice; `undefined` where nothing is chosen. Rows whose cell was not filled in stay where other values are left
 * out. Merged cells do not: they may have the values that are left out.
 *
 * @example conditionOf({ values: ['北区', null], excludes: false }, field) // { or: [{ column: 'zone', in: ['北区'] }, { column: 'zone', null: true }] }
 */
export function conditionOf(
  { values, excludes }: Choice,
  { column, type, empty }: Chosen,
): Condition | undefined {
  if (values.length === 0) return undefined;
  const filled = values.filter((one) => one !== null).map((one) => scalarOf(one, type));
  const hasNull = values.includes(null);
  if (filled.length === 0) return { column, null: !excludes };
  const among: Condition = { column, in: filled };
  if (!excludes) return hasNull ? { or: [among, { column, null: true }] } : among;
  const others: Condition = { not: among };
  if (empty === 'blank') return hasNull ? others : { or: [others, { column, null: true }] };
  return hasNull ? { not: { or: [among, { column, null: true }] } } : others;
}

/** A value as conditions on its column have it. DECIMAL beyond a double stays a text. */
function scalarOf(text: string, type: ListedField['type']): string | number | boolean {
  if (type === 'BOOLEAN') return text === 'true';
  return type === 'INTEGER' || type === 'DOUBLE' ? Number(text) : text;
}

/** The conditions that test a column, also beside others. */
export function testing(where: readonly Condition[], column: string): readonly Condition[] {
  return where.filter((one) => testedColumns([one]).includes(column));
}

/** A choice with a value put in, or taken out. */
export function toggleValue({ values, excludes }: Choice, value: string | null): Choice {
  const others = values.filter((one) => one !== value);
  return { values: others.length < values.length ? others : [...values, value], excludes };
}

/** The conditions with another choice in a field; those on other columns stay as they are. */
export function withChoice(where: readonly Condition[], field: Chosen, choice: Choice): readonly Condition[] {
  const own = testing(where, field.column);
  const condition = conditionOf(choice, field);
  const at = where.findIndex((one) => own.includes(one));
  const before = at < 0 ? where : where.slice(0, at);
  const after = at < 0 ? [] : where.slice(at).filter((one) => !own.includes(one));
  return [...before, ...(condition ? [condition] : []), ...after];
}
