import type { LoadedDataset } from '../dataset/load.js';
import type { CallOptions, Engine, EngineEvent } from '../engine/engine.js';
import type { Day } from '../base/day.js';
import type { Plan } from '../plan/plan.js';
import type { Catalogue } from '../query/catalogue.js';
import type { CuboidQuery } from '../query/cuboid-plan.js';
import type { FilterSpec } from '../query/filter-spec.js';
import type { Query } from '../query/query.js';
import type { RowsQuestion } from '../query/rows-question.js';
import type { Manifest, PublishedVerdict } from '../release/manifest.js';
import type { ReleaseVerification, VerifyOptions } from '../release/verification.js';
import type { OwnDataset } from './addition.js';
import type { Filter } from './filter.js';
import type { QueryResult } from './result.js';
import type { Possible, RowOf } from './row.js';
import type { Rows } from './rows-interface.js';

/**
 * A release, and datasets of the caller's own, open for questions. A call for something that is not open throws `CLOSED`, an
 * argument of another type `REFUSED`. Each call also throws as {@link Engine}, and its deadline is for each step.
 */
export interface Metrics {
  /**
   * Opens the release whose manifest is here, its database checked by SHA-256. It starts over: earlier releases, additions,
   * definitions and cuboids are gone. Throws `RELEASE`, `DATABASE`, `ENGINE_…`.
   *
   * @example
   * await metrics.open('/release/manifest.json', { beside: { former: '/2021/manifest.json' } });
   */
  open(manifestUrl: string, options?: OpenOptions): Promise<void>;
  /**
   * Opens one more release, or replaces the one of this name (letters, digits and underscores). Additions,
   * definitions and cuboids stay; where it throws, everything stays as it was. The engine starts once more for it. Its metrics
   * and datasets are `<name>.<id>` in queries, its tables `<name>.main.<table>`. Throws as `open`, and `REFUSED` where the engine
   * has one database only.
   *
   * @example
   * await metrics.attach('former', '/2021/manifest.json');
   * await metrics.query({ metrics: ['industry-revenue', 'former.industry-revenue'], by: ['year'] });
   * const { status } = await metrics.release('former').judge('leading-industries-revenue');
   */
  attach(name: string, manifestUrl: string, options?: CallOptions): Promise<void>;
  /** Closes a release that was attached. Throws `UNKNOWN_NAME`. */
  detach(name: string, options?: CallOptions): Promise<void>;
  /** The names of the releases that were attached, in order. */
  readonly attached: readonly string[];
  /** A release that was attached, in its own names. Throws `UNKNOWN_NAME`. */
  release(name: string): Release;
  /** Frozen, as is the plan in it. */
  readonly manifest: Manifest;
  readonly plan: Plan;
  /** Whether a release is open whose database is the file that its manifest names; `false` where only parts of it are fetched. */
  readonly verified: boolean;
  /** The metrics and datasets that can be asked now, frozen: the release's, then the caller's own. */
  readonly catalogue: Catalogue;
  /**
   * Puts a dataset of the caller's own beside the release, or in the place of one of the same id that was added before;
   * without a release, it starts the engine. Rows that break the contract are left out and told. Where the columns are
   * not the contract's, nothing is added. Throws `REFUSED`, with every problem in its `problems`, where the contract or the
   * metrics are not right or have an id of the release.
   *
   * @example
   * const { rows, rejects } = await metrics.add({ contract, table });
   * // rows: { read: 4, kept: 3, rejected: 1 }, rejects[0].where: 'visits.csv:4:8'
   *
   * @example
   * const { rows } = await metrics.add({ contract, file: 'data/visits.csv' });
   */
  add(dataset: OwnDataset, options?: CallOptions): Promise<LoadedDataset>;
  /** Takes an added dataset away, with its metrics and those made of them. Throws `UNKNOWN_NAME`, `REFUSED` for one of the release. */
  remove(id: string, options?: CallOptions): Promise<void>;
  /**
   * Adds metrics over datasets that are there: a file of metrics as JSON, or their list. One of an id that was defined
   * before takes its place. Throws `REFUSED`, with every problem in its `problems`.
   */
  define(metrics: unknown): void;
  /** Answers a question; the result carries its SQL. Throws `UNKNOWN_NAME`, `REFUSED`. */
  query<const Q extends Query>(query: Q & Possible<Q>, options?: CallOptions): Promise<QueryResult<RowOf<Q>>>;
  /**
   * Opens the rows of a dataset, or of the answer to a query, to be read by windows in a total order. Close them when they are no longer
   * needed. Throws `UNKNOWN_NAME`, `REFUSED`, with all problems of the question in its `problems`.
   *
   * @example
   * const rows = await metrics.rows({ dataset: 'industry-revenue', search: '集成', orderBy: [{ column: 'month' }] });
   * const { columns } = await rows.window(0, 50);
   */
  rows(question: RowsQuestion, options?: CallOptions): Promise<Rows>;
  /**
   * Sums a dataset up to the dimensions that a page lets its reader filter by: queries that it answers exactly read it
   * instead of the rows. Throws `UNKNOWN_NAME`, `REFUSED`.
   *
   * @example
   * const { cells, drop } = await metrics.precompute({ metrics: ['industry-revenue'], by: ['industry', 'zone'] });
   */
  precompute(query: CuboidQuery, options?: CallOptions): Promise<Precomputed>;
  /**
   * Makes a filter of a dataset: how many rows match a selection, and which values of each field are left by the conditions on all
   * other fields. The counts are exact. Where it is quicker, they are read from sums that are computed once, by which the queries of
   * charts under the selection are answered, too. Throws `UNKNOWN_NAME`, `REFUSED`, with every problem in its `problems`.
   *
   * @example
   * const filter = await metrics.filter({ dataset: 'industry-revenue', fields: ['month', 'industry', 'zone'], metric: 'industry-revenue' });
   * const { fields } = await filter.select({ where: [{ column: 'industry', in: ['集成电路'] }], during: '2026' });
   * const chart = narrowQuery({ metric: 'industry-revenue', by: ['zone'] }, filter.state.selection, metrics.catalogue, ['zone']);
   * const answer = await metrics.query(chart);
   * await filter.close();
   */
  filter(spec: FilterSpec, options?: CallOptions): Promise<Filter>;
  /** Judges a goal from the published data; on the release's day where `asOf` is absent. Throws `UNKNOWN_NAME`, and `REFUSED`, for a goal that the release withholds too. */
  judge(goal: string, options?: CallOptions & { readonly asOf?: Day }): Promise<PublishedVerdict>;
  /**
   * Computes every published figure again, and compares; also with those that a page shows, if it gives them. Throws `RELEASE` if
   * verdicts.json cannot be read.
   *
   * @example
   * const { equal, goals, withheld, shown } = await metrics.verify({ shown: [gauge.verdict] });
   *
   * @example
   * await metrics.verify({ onStep: ({ kind, name, done, total }) => console.log(`${done} of ${total}: ${kind} ${name}`) });
   */
  verify(options?: VerifyOptions): Promise<ReleaseVerification>;
  /** Calls the listener at each change of the engine from now on, until the returned function is called. */
  subscribe(listener: (event: EngineEvent) => void): () => void;
  /** Stops the engine. */
  close(): Promise<void>;
}

/** Sums that queries are answered from. */
export interface Precomputed {
  /** Rows that it holds. */
  readonly cells: number;
  /** Forgets it, if it is there. */
  readonly drop: (options?: CallOptions) => Promise<void>;
}

/** The engine of the SDK. */
export interface MetricsOptions {
  /** From `@zj/metrics/wasm` or `@zj/metrics/node`. */
  readonly engine: Engine;
  /** Bytes of memory for answers that may be asked for again: 32 000 000 where absent, 0 for none. */
  readonly cacheBytes?: number;
}

/** A release that was attached, in its own names. After it is closed or replaced, each call throws `CLOSED`. */
export type Release = Pick<
  Metrics,
  'manifest' | 'plan' | 'verified' | 'catalogue' | 'query' | 'rows' | 'filter' | 'judge' | 'verify'
>;

/** How a release is opened. */
export interface OpenOptions extends CallOptions {
  /** Further releases, the addresses of their manifests by names: as `attach`, and the engine starts once for all of them. */
  readonly beside?: Readonly<Record<string, string>>;
}
