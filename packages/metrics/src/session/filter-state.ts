import type { CallOptions } from '../engine/engine.js';
import type { Catalogue } from '../query/catalogue.js';
import { compileQuery } from '../query/compile.js';
import { figureQuery, type FilterPlan } from '../query/filter-spec.js';
import { allPart, mergedPart, stepSql, stepTypes, withoutOwn } from '../query/filter-step.js';
import type { Selection } from '../query/narrow.js';
import type { Metric } from '../metric/metric.js';
import type { Answerer } from './asking.js';
import type { Listed } from './filter-values.js';
import { explainOverflow } from './overflow.js';

/** A filter after a step. */
export interface FilterState {
  readonly selection: Selection;
  /** Rows that match; of a public cube, cells. */
  readonly rows: number;
  /** All rows of the dataset. */
  readonly allRows: number;
  /** Of a public cube under conditions: cells that may match or not, because they were merged over a column that is asked. They are not in `rows`. */
  readonly merged?: number;
  /** The values of each field, in the order of the filter's fields. */
  readonly fields: readonly FieldState[];
}

/** The values of a field under the conditions on all other fields. */
export interface FieldState {
  readonly name: string;
  /** All values of the dataset in order, those without rows too. */
  readonly values: readonly ValueState[];
}

/** A value of a field. */
export interface ValueState {
  /** Its exact text, the first day of a period; `null` for empty cells. */
  readonly value: string | null;
  readonly rows: number;
  /** The figure of the filter's metric; `null` where there is none. */
  readonly figure?: number | null;
}

/** The counterpart of a filter: its data and its values. */
interface Filtered {
  readonly answerer: Answerer;
  readonly plan: FilterPlan;
  readonly listed: Listed;
}

type Figures = ReadonlyMap<string | null, number | null>;

/** Counts the rows under a selection, and computes the figures. Throws as `query`. */
export async function takeStep(
  { answerer, plan, listed }: Filtered,
  selection: Selection,
  catalogue: Catalogue,
  options: CallOptions,
): Promise<FilterState> {
  const { fields, metric, contract } = plan;
  const sql = stepSql(plan, selection, catalogue);
  const asked = fields.map(({ name }, i) => {
    if (!metric) return undefined;
    const query = figureQuery(metric.id, name, withoutOwn(fields[i]!, selection, contract));
    return { query, ...compileQuery(query, catalogue) };
  });
  const figures = asked.map(async (one): Promise<Figures | undefined> => {
    if (!one) return undefined;
    const types = one.columns.map(({ type }) => type);
    const { columns } = await answerer.cache
      .run(one.sql, { ...options, types })
      .catch(async (error: unknown) => {
        throw await explainOverflow(error, answerer.engine, one.query, { ...options, catalogue });
      });
    const found = columns[1]!.values as readonly (number | null)[];
    return new Map(
      columns[0]!.values.map((value, row) => [value === null ? null : String(value), found[row]!]),
    );
  });
  const counting = answerer.cache.run(sql, { ...options, types: stepTypes });
  const [counted, ...given] = await Promise.all([counting, ...figures]);
  const [parts, values, counts] = counted.columns.map((column) => column.values) as [
    readonly number[],
    readonly (string | null)[],
    readonly number[],
  ];
  const byPart = new Map<number, Map<string | null, number>>();
  for (const [row, part] of parts.entries()) {
    const known = byPart.get(part) ?? new Map<string | null, number>();
    byPart.set(part, known.set(values[row]!, counts[row]!));
  }
  const merged = byPart.get(mergedPart)?.get(null);
  return {
    selection,
    rows: byPart.get(allPart)!.get(null)!,
    allRows: listed.allRows,
    ...(merged !== undefined && { merged }),
    fields: fields.map(({ name }, i) => ({
      name,
      values: listed.values[i]!.map((value): ValueState => {
        const rows = byPart.get(i)?.get(value) ?? 0;
        const figure = given[i];
        return {
          value,
          rows,
          ...(metric && figure && { figure: figureOf(value, { rows, figure, metric }) }),
        };
      }),
    })),
  };
}

/** The figure of a value; of one without rows that of no rows. */
function figureOf(
  value: string | null,
  { rows, figure, metric }: { readonly rows: number; readonly figure: Figures; readonly metric: Metric },
): number | null {
  const found = figure.get(value);
  if (found !== undefined) return found;
  const { measure, empty } = metric;
  const counts = 'count' in measure || 'countDistinct' in measure;
  return rows === 0 && (empty ?? (counts ? 'zero' : 'null')) === 'zero' ? 0 : null;
}
