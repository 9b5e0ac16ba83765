import { checkCall } from '../base/argument.js';
import type { Day } from '../base/day.js';
import { MetricsError } from '../base/error.js';
import { say } from '../base/sentence.js';
import type { CallOptions } from '../engine/engine.js';
import type { Metric } from '../metric/metric.js';
import type { Catalogue } from '../query/catalogue.js';
import type { CuboidPlan } from '../query/cuboid.js';
import { readFilter, readSelection, type FilterField, type FilterPlan } from '../query/filter-spec.js';
import { estimateSql, pays, planFilterCuboid } from '../query/filter-cuboid.js';
import type { Selection } from '../query/narrow.js';
import type { Answerer } from './asking.js';
import { checkFew, listValues, type ListedField } from './filter-values.js';
import { freeze } from './frozen.js';
import { takeStep, type FilterState } from './filter-state.js';

/**
 * A dataset under selections, step by step: how many rows match, and which values of each field are left by the conditions on all
 * other fields. After its dataset is gone or replaced, and after `close`, each step throws `CLOSED`.
 */
export interface Filter {
  readonly fields: readonly ListedField[];
  /** The metric of the figures beside the values; absent without one. */
  readonly metric?: Pick<Metric, 'id' | 'name' | 'unit'>;
  /** The last day that the rows can cover, and the figures of the metric: a period that ends later is not over. Absent where nobody says. */
  readonly reportedThrough?: Day;
  /**
   * Selects anew. The newest selection wins: a step that is overtaken is interrupted and throws `ABORTED`. Conditions are on
   * columns of the dataset, fields or not; without `where` there are none. Throws `UNKNOWN_NAME`, `REFUSED`, with every problem in its `problems`; the state stays then.
   *
   * @example
   * const { rows, allRows } = await filter.select({ where: [{ column: 'industry', in: ['集成电路'] }], during: '2026' });
   */
  select(selection: Partial<Selection>, options?: CallOptions): Promise<FilterState>;
  /** The state of the last step that was not overtaken; before the first, nothing is selected. */
  readonly state: FilterState;
  /** Ends a step under way, and drops the sums that were computed for the filter. */
  close(): Promise<void>;
}

/** The session that a filter stands on. */
export interface FilterGround {
  readonly answerer: Answerer;
  /** The catalogue; throws `CLOSED` where the session is closed. */
  readonly catalogue: () => Catalogue;
  /** The owner of a dataset's rows: another object as soon as they are other rows. */
  readonly ownerOf: (dataset: string) => unknown;
  /** Builds a cuboid for queries, too. */
  readonly keep: (plan: (catalogue: Catalogue) => CuboidPlan, options: CallOptions) => Promise<Kept>;
}

/** A cuboid that is there until it is dropped. */
interface Kept {
  readonly drop: (options?: CallOptions) => Promise<void>;
}

/** Makes a filter: finds the values of its fields, and sums the dataset up to them where that makes steps quicker. */
export async function openFilter(
  ground: FilterGround,
  spec: unknown,
  options: CallOptions = {},
): Promise<Filter> {
  const { answerer, ownerOf, keep } = ground;
  const plan = readFilter(spec, ground.catalogue());
  const owner = ownerOf(plan.contract.id);
  let closed = false;
  function now(): Catalogue {
    const catalogue = ground.catalogue();
    if (!closed && ownerOf(plan.contract.id) === owner) return catalogue;
    const message = closed
      ? say`The filter was closed.`
      : say`The dataset "${plan.contract.id}" was replaced, or is no longer there. Make the filter again.`;
    throw new MetricsError('CLOSED', message);
  }

  const cuboid = (await worth(answerer, plan, ground.catalogue(), options))
    ? await keep((catalogue) => planFilterCuboid(plan, catalogue), options)
    : undefined;
  let listed: Awaited<ReturnType<typeof listValues>>;
  let state: FilterState;
  try {
    listed = await listValues(answerer, plan, now(), options);
    state = freeze(await takeStep({ answerer, plan, listed }, { where: [] }, now(), options));
  } catch (error) {
    await cuboid?.drop().catch(() => undefined);
    throw error;
  }

  let latest: AbortController | undefined;
  return {
    fields: listed.fields,
    ...(plan.metric && { metric: describeMetric(plan.metric) }),
    reportedThrough: plan.reportedThrough,
    async select(selection, given = {}) {
      checkCall(given);
      const chosen = freeze(readSelection(selection, plan.contract));
      const catalogue = now();
      latest?.abort();
      const controller = (latest = new AbortController());
      const { signal } = given;
      const cancel = (): void => controller.abort(signal?.reason);
      signal?.addEventListener('abort', cancel, { once: true });
      if (signal?.aborted) cancel();
      try {
        const call = { ...given, signal: controller.signal };
        const next = await takeStep({ answerer, plan, listed }, chosen, catalogue, call);
        now();
        if (controller.signal.aborted) throw new MetricsError('ABORTED', say`The caller cancelled the call.`);
        state = freeze(next);
        return state;
      } finally {
        signal?.removeEventListener('abort', cancel);
        if (latest === controller) latest = undefined;
      }
    },
    get state() {
      return state;
    },
    async close() {
      if (closed) return;
      closed = true;
      latest?.abort();
      await cuboid?.drop();
    },
  };
}

/** Whether a cuboid makes the steps of a filter quicker. Throws `REFUSED` where a field has too many values to choose from. */
async function worth(
  { cache }: Answerer,
  plan: FilterPlan,
  catalogue: Catalogue,
  options: CallOptions,
): Promise<boolean> {
  const columns = plan.fields.map(({ column }: FilterField) => column);
  const sql = estimateSql(plan.relation, planFilterCuboid(plan, catalogue), columns);
  const types = ['DOUBLE', 'DOUBLE', ...columns.map(() => 'DOUBLE' as const)] as const;
  const { columns: found } = await cache.run(sql, { ...options, types });
  const [rows, cells, ...values] = found.map((one) => Number(one.values[0])) as [number, number, ...number[]];
  // An estimate is a few per cent too high or too low.
  for (const [i, field] of plan.fields.entries()) {
    if (field.kind === 'values') checkFew(Math.floor(values[i]! * 0.8), field);
  }
  return pays({ rows, cells });
}

function describeMetric({ id, name, unit }: Metric): NonNullable<Filter['metric']> {
  return freeze({ id, name, unit });
}
