import type { Contract } from '../dataset/contract.js';
import { testedColumns } from '../metric/condition.js';
import type { Condition, Metric } from '../metric/metric.js';
import type { During } from './period.js';
import type { Query, QueryKeys } from './query.js';

/**
 * A selection for all figures of a page, as plain data: conditions as in a query, all of which hold, and a period. It can be kept,
 * compared and put into an address as JSON.
 *
 * @example
 * const selection: Selection = { where: [{ column: 'industry', in: ['集成电路', '生物医药'] }], during: '2026' };
 */
export interface Selection {
  readonly where: readonly Condition[];
  readonly during?: During | undefined;
}

/** The metrics and datasets that decide which conditions fit a query: a manifest, or a catalogue. */
export interface Surroundings {
  readonly metrics: readonly Metric[];
  readonly datasets: readonly Described[];
}

/** A dataset by its contract. */
export interface Described {
  readonly contract: Contract;
}

/**
 * A query under a selection: with its conditions, but for those on columns that a metric's dataset does not have and those on
 * `except`, and in its period where the query names none. `except` names the columns that the asker lets its reader choose.
 *
 * @example
 * const query = narrowQuery({ metric: 'industry-revenue', by: ['industry'] }, selection, metrics.catalogue, ['industry']);
 * // the conditions on the industry are left out, so that the others can still be chosen
 */
export function narrowQuery(
  query: Query,
  { where, during }: Selection,
  known: Surroundings,
  except: readonly string[] = [],
): Query {
  const { metric, metrics = [], where: own = [], ...rest }: QueryKeys = query;
  const asked = [...(metric === undefined ? [] : [metric]), ...metrics];
  const { fitting } = partSelection(where, asked, known, except);
  const narrowed: QueryKeys = {
    ...query,
    ...(own.length + fitting.length > 0 && { where: [...own, ...fitting] }),
    ...(during !== undefined && rest.during === undefined && { during }),
  };
  return narrowed as Query;
}

/** The conditions that narrow figures of some metrics, and those on columns that their datasets do not have. */
export function partSelection(
  where: readonly Condition[],
  metrics: readonly string[],
  known: Surroundings,
  except: readonly string[],
): { readonly fitting: readonly Condition[]; readonly beside: readonly Condition[] } {
  const columns = metrics.map((id) => columnsOf(id, known));
  const others = leaveOut(where, except);
  const fits = (condition: Condition): boolean =>
    testedColumns([condition]).every((column) => columns.every((all) => all.has(column)));
  return { fitting: others.filter(fits), beside: others.filter((condition) => !fits(condition)) };
}

/** The part of a selection that a dataset has the columns for, without the conditions on `except`. */
export function fitSelection(
  { where = [], during }: Partial<Selection>,
  dataset: string,
  { datasets }: Pick<Surroundings, 'datasets'>,
  except: readonly string[] = [],
): Selection {
  const columns = datasets.find(({ contract }) => contract.id === dataset)?.contract.columns ?? [];
  const names = new Set(columns.map(({ name }) => name));
  const fitting = leaveOut(where, except).filter((one) =>
    testedColumns([one]).every((column) => names.has(column)),
  );
  return { where: fitting, ...(during !== undefined && { during }) };
}

/** The conditions that test none of some columns. */
export function leaveOut(where: readonly Condition[], except: readonly string[]): readonly Condition[] {
  return where.filter((condition) => !testedColumns([condition]).some((one) => except.includes(one)));
}

/** The columns that every dataset behind a metric has. */
function columnsOf(id: string, known: Surroundings): ReadonlySet<string> {
  const [first = [], ...others] = datasetsOf(id, known).map((one) =>
    (one?.contract.columns ?? []).map(({ name }) => name),
  );
  return new Set(first.filter((name) => others.every((set) => set.includes(name))));
}

/** The datasets behind a metric; `undefined` for one that is not known. */
export function datasetsOf(
  id: string,
  { metrics, datasets }: Surroundings,
): readonly (Described | undefined)[] {
  const seen = new Set<string>();
  const found: (Described | undefined)[] = [];
  const visit = (one: string): void => {
    const metric = metrics.find((other) => other.id === one);
    if (!metric || seen.has(one)) return;
    seen.add(one);
    const { dataset, measure } = metric;
    if (dataset !== undefined) found.push(datasets.find((other) => other.contract.id === dataset));
    else (Object.values(measure) as unknown[]).flat().forEach((term) => visit(String(term)));
  };
  visit(id);
  return found;
}
