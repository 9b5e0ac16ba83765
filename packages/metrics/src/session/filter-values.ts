import { MetricsError } from '../base/error.js';
import { compareNumbers, compareTexts } from '../base/order.js';
import { say } from '../base/sentence.js';
import type { CallOptions } from '../engine/engine.js';
import type { Catalogue } from '../query/catalogue.js';
import type { FilterField, FilterPlan } from '../query/filter-spec.js';
import { allPart, emptySql, stepSql, stepTypes } from '../query/filter-step.js';
import { endOf, nextDay } from '../query/period.js';
import type { Answerer } from './asking.js';
import { freeze } from './frozen.js';

/** A field of a filter, with the meaning of its empty cells. */
export interface ListedField extends FilterField {
  /**
   * Why its column is empty in some rows; absent where it never is. `blank`: not filled in. `merged`: cells of a public cube that were merged to
   * be safe. `either`: of a cube, and the data do not tell.
   */
  readonly empty?: 'blank' | 'merged' | 'either';
}

/** The fields of a filter, and all values that each has in the dataset, in order; `null` last. */
export interface Listed {
  readonly fields: readonly ListedField[];
  readonly values: readonly (readonly (string | null)[])[];
  readonly allRows: number;
}

/** More values than these are not chosen from a list. */
const MOST_VALUES = 100_000;

/** Throws `REFUSED` where a field has too many values. */
export function checkFew(count: number, { name, kind }: FilterField): void {
  if (count <= MOST_VALUES) return;
  const message =
    kind === 'period'
      ? say`The field "${name}" has ${count} periods, and a filter has at most ${MOST_VALUES} values of each field. Name a longer grain.`
      : say`The field "${name}" has about ${count} values, and a filter has at most ${MOST_VALUES} of each field. Name a column with fewer.`;
  throw new MetricsError('REFUSED', message);
}

/** Finds the values of a filter's fields: of a period, all between the first and the last. Throws `REFUSED`, and as `engine.run`. */
export async function listValues(
  { cache }: Answerer,
  plan: FilterPlan,
  catalogue: Catalogue,
  options: CallOptions,
): Promise<Listed> {
  const sql = stepSql(plan, { where: [] }, catalogue);
  const { columns } = await cache.run(sql, { ...options, types: stepTypes });
  const found: (string | null)[][] = plan.fields.map(() => []);
  let allRows = 0;
  for (const [row, part] of columns[0]!.values.entries()) {
    if (part === allPart) allRows = Number(columns[2]!.values[row]);
    else found[Number(part)]!.push(columns[1]!.values[row] as string | null);
  }
  const values = plan.fields.map((field, i) => inOrder(field, found[i]!));
  const empty = await readEmpty(cache, plan, options);
  const fields = plan.fields.map((field, i): ListedField => {
    if (values[i]!.at(-1) !== null) return field;
    return { ...field, empty: empty.get(i) ?? 'blank' };
  });
  return freeze({ fields, values, allRows });
}

function inOrder(field: FilterField, found: readonly (string | null)[]): readonly (string | null)[] {
  const { kind, type, words = [], grain } = field;
  const texts = found.filter((one) => one !== null);
  const places = new Map(words.map(({ value }, i) => [value, i]));
  const placeOf = (value: string): number => places.get(value) ?? words.length;
  const isNumber = type === 'INTEGER' || type === 'DOUBLE' || type.startsWith('DECIMAL');
  const compare = isNumber ? compareNumbers : compareTexts;
  texts.sort((a, b) => placeOf(a) - placeOf(b) || compare(a, b));
  const all = kind === 'period' && grain && texts.length > 0 ? periodsBetween(field, texts) : texts;
  checkFew(all.length, field);
  return found.length > texts.length ? [...all, null] : all;
}

/** The first days of all periods from the first to the last, with rows or without. */
function periodsBetween(field: FilterField, texts: readonly string[]): readonly string[] {
  const grain = field.grain!;
  const last = texts.at(-1)!;
  const all = [];
  for (let at = texts[0]!; at <= last; at = nextDay(endOf(at, grain))) {
    all.push(at);
    if (all.length > MOST_VALUES) checkFew(all.length, field);
  }
  return all;
}

/** The meaning of the empty cells of a public cube's dimensions, by the numbers of the fields. */
async function readEmpty(
  cache: Answerer['cache'],
  plan: FilterPlan,
  options: CallOptions,
): Promise<ReadonlyMap<number, NonNullable<ListedField['empty']>>> {
  const sql = emptySql(plan);
  if (sql === undefined) return new Map();
  const { columns } = await cache.run(sql, { ...options, types: ['DOUBLE', 'DOUBLE', 'DOUBLE'] });
  const [parts, empty, filled] = columns.map(({ values }) => values.map(Number)) as [
    number[],
    number[],
    number[],
  ];
  return new Map(
    parts.map((part, row) => {
      const { column } = plan.fields[part]!;
      const required = plan.contract.columns.find(({ name }) => name === column)?.required === true;
      const meaning = required ? 'merged' : empty[row] === filled[row] ? 'blank' : 'either';
      return [part, meaning] as const;
    }),
  );
}
