import { checkForeignKeys } from '../dataset/foreign-key.js';
import { tableName, type Contract } from '../dataset/contract.js';
import { parseContract } from '../dataset/parse.js';
import { MetricsError } from '../base/error.js';
import { checkUnique, collect, jsonPath, quote, readInput } from '../base/input.js';
import type { Catalogue } from '../query/catalogue.js';
import { basesOf } from '../metric/composition.js';
import type { Cuboid } from '../query/cuboid.js';
import type { Metric } from '../metric/metric.js';
import { checkMetrics } from '../query/references.js';
import { metrics as metricsSchema } from '../metric/schema.js';
import { suggest } from '../base/nearest.js';
import { problem, tellFirst, type Problem } from '../base/problem.js';
import { freeze } from './frozen.js';
import { say, type Sentence } from '../base/sentence.js';

/**
 * The datasets and metrics that can be asked: those of a release, which stay as they are, and the caller's own. Each change gives
 * another, frozen.
 */
export interface Holdings {
  readonly published: Catalogue;
  /** All of it, the caller's own after the published. */
  readonly catalogue: Catalogue;
}

/** The holdings of a release, or nothing. */
export function createHoldings(published: Catalogue = { metrics: [], datasets: [] }): Holdings {
  return freeze({ published, catalogue: published });
}

/** Holdings over other releases; the caller's own stay. */
export function publish(holdings: Holdings, published: Catalogue): Holdings {
  const { datasets, metrics } = holdings.catalogue;
  const isOwn =
    <T>(all: readonly T[]) =>
    (one: T) =>
      !all.includes(one);
  const kept = new Set(published.datasets.map(({ contract }) => contract.id));
  const own = datasets.filter(isOwn(holdings.published.datasets));
  for (const { contract } of own) kept.add(contract.id);
  const cuboids = holdings.catalogue.cuboids?.filter(({ dataset }) => kept.has(dataset));
  return freeze({
    published,
    catalogue: {
      metrics: [...published.metrics, ...metrics.filter(isOwn(holdings.published.metrics))],
      datasets: [...published.datasets, ...own],
      ...(cuboids && { cuboids }),
    },
  });
}

/** A contract from JSON of unknown shape. Throws `REFUSED`, with every problem in its `problems`. */
export function readContract(json: unknown): Contract {
  const { contract, problems } = parseContract(json);
  return contract ?? refuse(say`The contract cannot be used.`, problems);
}

/** Metrics from JSON of unknown shape: a file of them, or their list. Throws `REFUSED`, with every problem in its `problems`. */
export function readMetrics(json: unknown): readonly Metric[] {
  const file = Array.isArray(json) ? { version: 1, metrics: json } : json;
  // Their shape alone: their parts may be existing metrics.
  const { value, problems } = readInput(metricsSchema, file, () => []);
  return value ? value.metrics : refuse(say`The metrics cannot be used.`, problems);
}

/**
 * Takes a dataset of the caller's own in, in the place of one of the same id, and metrics over it; so many rows of its file were
 * `rejected`. Throws `REFUSED`,
 * with every problem in its `problems`, where the release has one of these ids, or where metrics do not fit their datasets.
 */
export function takeDataset(
  holdings: Holdings,
  contract: Contract,
  metrics: readonly Metric[],
  rejected = 0,
): Holdings {
  const { published, catalogue } = holdings;
  const { id } = contract;
  if (published.datasets.some((relation) => relation.contract.id === id)) {
    const message = say`The release already has a dataset ${quote(id)}. Give yours another id.`;
    throw new MetricsError('REFUSED', message);
  }
  const datasets = [
    ...catalogue.datasets.filter((relation) => relation.contract.id !== id),
    { contract, table: ['memory', 'main', tableName(contract)], rejected },
  ];
  const problems = checkForeignKeys(datasets.map((relation) => relation.contract));
  if (problems.length > 0) refuse(say`The contract cannot be used.`, problems);
  const cuboids = catalogue.cuboids?.filter(({ dataset }) => dataset !== id);
  return takeMetrics(
    { published, catalogue: { ...catalogue, datasets, ...(cuboids && { cuboids }) } },
    metrics,
  );
}

/** Takes metrics of the caller's own in, in the place of those of the same ids. Throws as {@link takeDataset}. */
export function takeMetrics({ published, catalogue }: Holdings, metrics: readonly Metric[]): Holdings {
  const ids = new Set(metrics.map(({ id }) => id));
  const others = catalogue.metrics.filter(({ id }) => !ids.has(id));
  const contracts = catalogue.datasets.map(({ contract }) => contract);
  function* check(): Generator<Problem> {
    yield* checkUnique('metric', metrics, ['metrics']);
    yield* checkTaken(metrics, published);
    // The new ones first, so that a problem stands where the caller wrote it.
    yield* checkMetrics([...metrics, ...others], contracts);
  }
  const problems = collect(check());
  if (problems.length > 0) refuse(say`The metrics cannot be used.`, problems);
  return freeze({ published, catalogue: { ...catalogue, metrics: [...others, ...metrics] } });
}

/** Leaves a dataset of the caller's own out, with its metrics, those made of them, and its cuboids. Throws `UNKNOWN_NAME`, `REFUSED`. */
export function leaveDataset({ published, catalogue }: Holdings, id: string): Holdings {
  if (published.datasets.some(({ contract }) => contract.id === id)) {
    const message = say`The dataset ${quote(id)} belongs to the release and cannot be removed. Close the release to remove it.`;
    throw new MetricsError('REFUSED', message);
  }
  const ids = catalogue.datasets.map(({ contract }) => contract.id);
  if (!ids.includes(id)) {
    const message = say`There is no dataset ${quote(id)}. ${suggest(id, ids)}`;
    throw new MetricsError('UNKNOWN_NAME', message);
  }
  const datasets = catalogue.datasets.filter(({ contract }) => contract.id !== id);
  const referring = datasets.find(({ contract }) =>
    contract.foreignKeys?.some(({ references }) => references.dataset === id),
  );
  if (referring) {
    const message = say`The dataset ${quote(referring.contract.id)} refers to ${quote(id)}. Remove it first.`;
    throw new MetricsError('REFUSED', message);
  }
  const cuboids = catalogue.cuboids?.filter(({ dataset }) => dataset !== id);
  const known = new Map(catalogue.metrics.map((metric) => [metric.id, metric]));
  const metrics = catalogue.metrics.filter((metric) =>
    basesOf(metric.id, known).every(({ dataset }) => dataset !== id),
  );
  return freeze({ published, catalogue: { metrics, datasets, ...(cuboids && { cuboids }) } });
}

/** Makes a cuboid one that queries may be answered from. */
export function takeCuboid({ published, catalogue }: Holdings, cuboid: Cuboid): Holdings {
  const cuboids = [...(catalogue.cuboids ?? []), cuboid];
  return freeze({ published, catalogue: { ...catalogue, cuboids } });
}

/** Leaves a cuboid out, if it is there. */
export function leaveCuboid({ published, catalogue }: Holdings, cuboid: Cuboid): Holdings {
  const cuboids = catalogue.cuboids?.filter((other) => other !== cuboid) ?? [];
  return freeze({ published, catalogue: { ...catalogue, cuboids } });
}

/** Holdings without the cuboids over datasets whose ids begin so. */
export function withoutCuboids({ published, catalogue }: Holdings, start: string): Holdings {
  const cuboids = catalogue.cuboids?.filter(({ dataset }) => !dataset.startsWith(start)) ?? [];
  return freeze({ published, catalogue: { ...catalogue, cuboids } });
}

/** The names of the tables that an engine keeps for the caller. */
export function listTables({ catalogue }: Holdings): readonly string[] {
  const { datasets, cuboids = [] } = catalogue;
  return [...datasets, ...cuboids].flatMap(({ table }) => (table?.[0] === 'memory' ? [table.at(-1)!] : []));
}

function* checkTaken(metrics: readonly Metric[], published: Catalogue): Generator<Problem> {
  const taken = new Set(published.metrics.map(({ id }) => id));
  for (const [i, { id }] of metrics.entries()) {
    if (!taken.has(id)) continue;
    const message = say`The release already has a metric ${quote(id)}.`;
    yield problem({
      code: 'duplicate',
      where: jsonPath('metrics', i, 'id'),
      message,
      remedy: say`Give yours another id.`,
    });
  }
}

function refuse(what: Sentence, problems: readonly Problem[]): never {
  throw new MetricsError('REFUSED', say`${what} ${tellFirst(problems)}`, { problems });
}
