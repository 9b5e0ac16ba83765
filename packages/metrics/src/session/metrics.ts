import { checkCall, checkFunction, checkKeys, checkList, checkObject, checkText } from '../base/argument.js';
import type { LoadedDataset } from '../dataset/load.js';
import { Calls } from '../engine/calls.js';
import type { CallOptions, Engine, EngineEvent } from '../engine/engine.js';
import { tableRows } from '../engine/table.js';
import { MetricsError } from '../base/error.js';
import type { Catalogue } from '../query/catalogue.js';
import { compileQuery } from '../query/compile.js';
import type { CuboidQuery } from '../query/cuboid-plan.js';
import { findCompleteness } from '../query/lack.js';
import { parseQuery, type Query } from '../query/query.js';
import type { Day } from '../base/day.js';
import type { Plan } from '../plan/plan.js';
import { checkSource, loadOwn, type OwnDataset } from './addition.js';
import { buildCuboid } from './cuboid.js';
import { freeze } from './frozen.js';
import {
  createHoldings,
  leaveCuboid,
  leaveDataset,
  listTables,
  readContract,
  readMetrics,
  takeCuboid,
  takeDataset,
  takeMetrics,
  type Holdings,
} from './holdings.js';
import { explainOverflow } from './overflow.js';
import { createResult, type QueryResult } from './result.js';
import type { Possible, RowOf } from './row.js';
import { createTableCache } from './table-cache.js';
import { readManifest } from '../release/file.js';
import type { Manifest, PublishedVerdict } from '../release/manifest.js';
import { findById, recomputeGoal } from '../release/recompute.js';
import { publishedTables } from '../release/tables.js';
import { refuseWithheld } from '../release/withheld.js';
import {
  verifyRelease,
  type OpenRelease,
  type ReleaseVerification,
  type VerifyOptions,
} from '../release/verification.js';
import { say } from '../base/sentence.js';

/**
 * A release, and datasets of the caller's own, open for questions. A call for something that is not open throws `CLOSED`, an
 * argument of another type `REFUSED`. Each call also throws as {@link Engine}, and its deadline is for each step.
 */
export interface Metrics {
  /**
   * Opens the release whose manifest is here, its database checked by SHA-256. It starts over: earlier additions, definitions and
   * cuboids are gone. Throws `RELEASE`, `DATABASE`, `ENGINE_…`.
   */
  open(manifestUrl: string, options?: CallOptions): Promise<void>;
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
   * Sums a dataset up to the dimensions that a page lets its reader filter by: queries that it answers exactly read it
   * instead of the rows. Throws `UNKNOWN_NAME`, `REFUSED`.
   *
   * @example
   * const { cells, drop } = await metrics.precompute({ metrics: ['industry-revenue'], by: ['industry', 'zone'] });
   */
  precompute(query: CuboidQuery, options?: CallOptions): Promise<Precomputed>;
  /** Judges a goal from the published data; on the release's day where `asOf` is absent. Throws `UNKNOWN_NAME`, and `REFUSED`, for a goal that the release withholds too. */
  judge(goal: string, options?: CallOptions & { readonly asOf?: Day }): Promise<PublishedVerdict>;
  /**
   * Computes every published figure again, and compares; also with those that a page shows, if it gives them. Throws `RELEASE` if
   * verdicts.json cannot be read.
   *
   * @example
   * const { equal, goals, withheld, shown } = await metrics.verify({ shown: [gauge.verdict] });
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

/** The open release and datasets. */
interface Session {
  readonly release?: OpenRelease;
  readonly verified: boolean;
  readonly holdings: Holdings;
}

/** Who uses an engine. */
const owners = new WeakMap<Engine, object>();
/** Cuboids built on this page: those who share an engine give no two of them one name. */
let built = 0;

/**
 * The SDK over an engine. Throws `REFUSED` where that is none, or `cacheBytes` no number of bytes.
 *
 * @example
 * const metrics = createMetrics({ engine });
 * await metrics.open('/release/manifest.json');
 * const table = await metrics.query({ metric: 'industry-revenue', by: ['period', 'industry'] });
 * const { status } = await metrics.judge('leading-industries-revenue');
 * const { equal } = await metrics.verify();
 * await metrics.close();
 */
export function createMetrics(given: MetricsOptions): Metrics {
  checkObject('options', given);
  const { engine, cacheBytes = 32_000_000 } = given;
  checkObject('engine', engine, [
    'open',
    'run',
    'load',
    'build',
    'drop',
    'read',
    'resolve',
    'subscribe',
    'close',
  ]);
  const cache = createTableCache(engine, cacheBytes);
  const changes = new Calls(() => undefined);
  let session: Session | undefined;
  const self = {};
  /** An engine holds the release that one of these opened: that of another would answer in its place. */
  function claim(): void {
    const owner = owners.get(engine) ?? self;
    if (owner !== self) {
      const message = say`Another createMetrics uses this engine. Close that one first, give this one its own engine, or use a sharedEngine for both.`;
      throw new MetricsError('REFUSED', message);
    }
    owners.set(engine, self);
  }

  function opened(): Session {
    if (session) return session;
    const message = say`Nothing is open. Call open with the address of a manifest.json, or add a dataset of your own, first.`;
    throw new MetricsError('CLOSED', message);
  }
  function release(): OpenRelease {
    if (session?.release) return session.release;
    const message = say`No release is open. Call open with the address of its manifest.json first.`;
    throw new MetricsError('CLOSED', message);
  }

  /** Nothing stays open, and changes under way are dropped. */
  function leave(): void {
    session = undefined;
    changes.end(superseded());
    cache.clear();
  }

  /** Changes the open holdings, one change after another. */
  function change<T>(
    work: (step: CallOptions & { readonly signal: AbortSignal }) => Promise<T>,
    options: CallOptions = {},
  ): Promise<T> {
    const call = { deadline: Infinity, ...(options.signal && { signal: options.signal }) };
    return changes.queue(({ signal }) => work({ ...options, signal }), call);
  }

  /** Goes on with other holdings, and without the tables that they have no more. */
  async function hold(holdings: Holdings, step: CallOptions): Promise<void> {
    const before = opened();
    session = { ...before, holdings };
    const kept = listTables(holdings);
    for (const table of listTables(before.holdings)) {
      if (!kept.includes(table)) await engine.drop(table, step);
    }
  }

  return {
    async open(url, options) {
      checkText('manifestUrl', url);
      checkCall(options);
      leave();
      return change(async (step) => {
        claim();
        const manifest = freeze(await readManifest(engine, url, step));
        const { path, ...file } = manifest.files.database;
        const database = { url: engine.resolve(path, url), ...file, tables: publishedTables(manifest) };
        const { verified } = await engine.open(database, step);
        step.signal.throwIfAborted();
        const { metrics, datasets } = manifest;
        const published = {
          metrics,
          datasets: datasets.map(({ contract, rows }) => ({ contract, rejected: rows.rejected })),
        };
        session = { release: { url, manifest }, verified, holdings: createHoldings(published) };
      }, options);
    },
    get manifest() {
      return release().manifest;
    },
    get plan() {
      return release().manifest.plan;
    },
    get verified() {
      return session?.verified ?? false;
    },
    get catalogue() {
      return opened().holdings.catalogue;
    },
    async add(dataset, options) {
      checkObject('dataset', dataset);
      checkSource(dataset);
      checkCall(options);
      return change(async (step) => {
        const contract = freeze(readContract(dataset.contract));
        const metrics = freeze(readMetrics(dataset.metrics ?? []));
        // Refused before a row is read.
        takeDataset(session?.holdings ?? createHoldings(), contract, metrics);
        if (!session) {
          claim();
          await engine.open(undefined, step);
          step.signal.throwIfAborted();
          session = { verified: false, holdings: createHoldings() };
        }
        const { table, file } = dataset;
        const source = { contract, ...(table && { table }), ...(file !== undefined && { file }) };
        const loaded = await loadOwn(engine, source, opened().holdings, step);
        if (loaded.problems.length > 0) return loaded;
        cache.clear();
        // Its rows are in the engine: they are told of, whoever still waits for that.
        await hold(takeDataset(opened().holdings, contract, metrics, loaded.rows.rejected), {});
        return loaded;
      }, options);
    },
    async remove(id, options) {
      checkText('id', id);
      checkCall(options);
      return change(async (step) => {
        const holdings = leaveDataset(opened().holdings, id);
        cache.clear();
        await hold(holdings, step);
      }, options);
    },
    define(metrics) {
      const before = opened();
      session = { ...before, holdings: takeMetrics(before.holdings, readMetrics(metrics)) };
    },
    async query(input: Query, options?: CallOptions): Promise<QueryResult<never>> {
      checkCall(options);
      const { catalogue } = opened().holdings;
      const query = freeze(parseQuery(input));
      const { sql, columns } = compileQuery(query, catalogue);
      const types = columns.map(({ type }) => type);
      const { value, cached } = await cache.find(sql, { ...options, types }).catch(async (error: unknown) => {
        throw await explainOverflow(error, engine, query, { ...options, catalogue });
      });
      const time = columns.findIndex(({ role }) => role === 'time');
      const completeness = await findCompleteness(query, catalogue, {
        run: async (statement) => tableRows(await cache.run(statement, options)),
        ...(time >= 0 && { periods: value.columns[time]!.values as readonly (Day | null)[] }),
      });
      return createResult(value, { columns, query, completeness, cached }) as QueryResult<never>;
    },
    async precompute(query, options) {
      checkCall(options);
      return change(async (step) => {
        const { catalogue } = opened().holdings;
        const { cuboid, cells } = await buildCuboid(
          engine,
          query,
          { catalogue, name: `zj:cuboid-${++built}` },
          step,
        );
        step.signal.throwIfAborted();
        await hold(takeCuboid(opened().holdings, cuboid), step);
        const drop = (last: CallOptions): Promise<void> =>
          session ? hold(leaveCuboid(session.holdings, cuboid), last) : Promise.resolve();
        const forget = async (dropping?: CallOptions): Promise<void> => {
          checkCall(dropping);
          return change(drop, dropping);
        };
        return { cells, drop: forget };
      }, options);
    },
    async judge(id, options = {}) {
      checkText('goal', id);
      checkCall(options);
      checkKeys('options', options, ['asOf', 'signal', 'deadline', 'onProgress']);
      if (options.asOf !== undefined) checkText('options.asOf', options.asOf);
      const { manifest } = release();
      const goal = findById('goal', manifest.plan.goals, id);
      const judging = { ...options, asOf: options.asOf ?? manifest.asOf };
      await refuseWithheld(engine, release(), goal, judging);
      const { catalogue } = opened().holdings;
      return recomputeGoal(cache, manifest, goal, judging).catch(async (error: unknown) => {
        throw await explainOverflow(
          error,
          engine,
          { metric: goal.metric, by: ['period'] },
          { catalogue, ...options },
        );
      });
    },
    async verify(options = {}) {
      checkCall(options);
      if (options.shown !== undefined) checkShownVerdicts(options.shown);
      return verifyRelease(engine, release(), options);
    },
    subscribe(listener) {
      checkFunction('listener', listener);
      return engine.subscribe(listener);
    },
    async close() {
      leave();
      if (owners.get(engine) !== self) return;
      owners.delete(engine);
      await engine.close();
    },
  };
}

/** Throws `REFUSED` if a page's `shown` is no list of verdicts. */
function checkShownVerdicts(shown: unknown): void {
  const isFile = typeof shown === 'object' && shown !== null && 'verdicts' in shown;
  const list = isFile ? shown.verdicts : shown;
  checkList(isFile ? 'options.shown.verdicts' : 'options.shown', list);
  for (const one of list) checkObject('options.shown', one);
}

function superseded(): MetricsError {
  const message = say`The session was closed, or another release was opened, before this call ended.`;
  return new MetricsError('CLOSED', message);
}
