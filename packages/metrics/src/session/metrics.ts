import { checkCall, checkFunction, checkObject, checkText } from '../base/argument.js';
import { Calls } from '../engine/calls.js';
import { checkDatabaseName } from '../engine/contents.js';
import type { CallOptions, Engine } from '../engine/engine.js';
import { MetricsError } from '../base/error.js';
import type { Catalogue, Relation } from '../query/catalogue.js';
import type { CuboidPlan } from '../query/cuboid.js';
import { planCuboid } from '../query/cuboid-plan.js';
import type { Query } from '../query/query.js';
import type { RowsQuestion } from '../query/rows-question.js';
import { checkSource, loadOwn } from './addition.js';
import { answerQuery, judgeGoal, within, type Answerer } from './asking.js';
import {
  attachWith,
  findAttached,
  locateRelease,
  nameRelease,
  publishedBy,
  withoutRelease,
  type Attached,
  type AttachedReleases,
  type Located,
} from './attached.js';
import { checkBeside, checkJudging, checkVerifying, type JudgeCall } from './call-checks.js';
import { buildCuboid } from './cuboid.js';
import { openFilter } from './filter.js';
import { freeze } from './frozen.js';
import {
  createHoldings,
  leaveCuboid,
  leaveDataset,
  listTables,
  publish,
  readContract,
  readMetrics,
  takeCuboid,
  takeDataset,
  takeMetrics,
  withoutCuboids,
  type Holdings,
} from './holdings.js';
import type { Metrics, MetricsOptions, Precomputed } from './interface.js';
import { qualifyCuboid, takeCuboids } from './qualify.js';
import type { QueryResult } from './result.js';
import { openRows, type RowsPlace } from './rows.js';
import { createRowsShelf, watchRelations } from './rows-shelf.js';
import { createTableCache } from './table-cache.js';
import { verifyRelease, type OpenRelease, type VerifyOptions } from '../release/verification.js';
import { say } from '../base/sentence.js';

/** The open releases and datasets. */
interface Session {
  readonly release?: OpenRelease;
  readonly verified: boolean;
  /** Those beside it, by their names. */
  readonly attached: AttachedReleases;
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
    shelf.clear();
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

  const answerer: Answerer = { engine, cache };
  const shelf = createRowsShelf();

  /** That which the rows of a dataset are those of: as long as it is the same, they are. */
  function groundOf(relation: Relation): unknown {
    const [database] = relation.table ?? [];
    if (database === undefined) return session?.release;
    if (database !== 'memory') return session?.attached.get(database);
    return session?.holdings.catalogue.datasets.find((one) => one === relation);
  }

  function placeOf(catalogue: Catalogue): RowsPlace {
    return { engine, answerer, catalogue, change, shelf, watch: (all) => watchRelations(all, groundOf) };
  }

  function attachedAs(name: string): Attached {
    checkText('name', name);
    return findAttached(opened().attached, name);
  }

  /** Goes on with other attached releases. */
  async function holdAttached(attached: AttachedReleases, step: CallOptions): Promise<void> {
    cache.clear();
    const { release: main, holdings, ...before } = opened();
    session = { ...before, ...(main && { release: main }), attached, holdings };
    await hold(publish(holdings, publishedBy(main, attached)), step);
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

  /** Builds a cuboid, and answers queries from it until it is dropped. */
  function keep(plan: (catalogue: Catalogue) => CuboidPlan, options?: CallOptions): Promise<Precomputed> {
    return change(async (step) => {
      const planned = plan(opened().holdings.catalogue);
      const { cuboid, cells } = await buildCuboid(engine, planned, `zj:cuboid-${++built}`, step);
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
  }

  /** That which the rows of a dataset of this id are those of. */
  function ownerOf(dataset: string): unknown {
    const of = opened().holdings.catalogue.datasets.find(({ contract }) => contract.id === dataset);
    return of && groundOf(of);
  }

  return {
    async open(url, options = {}) {
      checkText('manifestUrl', url);
      checkCall(options);
      const { beside = {}, ...call } = options;
      checkBeside(beside);
      leave();
      return change(async (step) => {
        claim();
        const main = await locateRelease(engine, url, step);
        const others: (readonly [string, Located])[] = [];
        for (const [name, address] of Object.entries(beside)) {
          others.push([name, await locateRelease(engine, address, { ...step, name })]);
        }
        const databases = [main.database, ...others.map(([, { database }]) => database)];
        const { verified } = await engine.open(others.length > 0 ? databases : main.database, step);
        step.signal.throwIfAborted();
        const attached = new Map(
          others.map(([name, located]) => [name, nameRelease(name, located, verified)] as const),
        );
        const holdings = createHoldings(publishedBy(main.release, attached));
        session = { release: main.release, verified, attached, holdings };
      }, call);
    },
    async attach(name, url, options) {
      checkDatabaseName('name', name);
      checkText('manifestUrl', url);
      checkCall(options);
      return change(async (step) => {
        const attach = attachWith(engine);
        if (!session) claim();
        const located = await locateRelease(engine, url, { ...step, name });
        // Sums of a release that goes are those of no other.
        if (session) await hold(withoutCuboids(session.holdings, `${name}.`), step);
        await shelf.loosen(step);
        const before = session;
        const { verified } = await attach(located.database, step);
        // Its tables are in the engine: they are known of, whoever still waits for that.
        if (session !== before) throw superseded();
        session ??= { verified: false, attached: new Map(), holdings: createHoldings() };
        const attached = new Map(session.attached).set(name, nameRelease(name, located, verified));
        await holdAttached(attached, {});
      }, options);
    },
    async detach(name, options) {
      attachedAs(name);
      checkCall(options);
      return change(async (step) => {
        attachedAs(name);
        await shelf.loosen(step);
        await holdAttached(withoutRelease(opened().attached, name), step);
        const { release: main, attached } = opened();
        // The only database of an engine stays with it until it is closed.
        if (main || attached.size > 0) await engine.detach?.(name, step);
      }, options);
    },
    get attached() {
      return [...(session?.attached.keys() ?? [])];
    },
    release(name) {
      const first = attachedAs(name);
      const now = (): Attached => {
        if (session?.attached.get(name) === first) return first;
        throw new MetricsError('CLOSED', say`The release "${name}" was closed, or replaced.`);
      };
      const own = within(answerer, name);
      const known = (): Catalogue =>
        takeCuboids(now().catalogue, name, session?.holdings.catalogue ?? now().catalogue);
      return {
        get manifest() {
          return now().manifest;
        },
        get plan() {
          return now().manifest.plan;
        },
        get verified() {
          return now().verified;
        },
        get catalogue() {
          return now().catalogue;
        },
        async query(input: Query, options?: CallOptions): Promise<QueryResult<never>> {
          checkCall(options);
          return answerQuery(answerer, known(), input, options);
        },
        async filter(spec, options) {
          checkCall(options);
          const build: typeof keep = (plan, call) => keep(() => qualifyCuboid(plan(known()), name), call);
          return openFilter({ answerer, catalogue: known, ownerOf: now, keep: build }, spec, options);
        },
        async rows(question: RowsQuestion, options?: CallOptions) {
          return openRows(question, placeOf(known()), options);
        },
        async judge(id: string, options: JudgeCall = {}) {
          checkJudging(id, options);
          const { catalogue } = now();
          return judgeGoal(own, now(), id, { ...options, catalogue });
        },
        async verify(options: VerifyOptions = {}) {
          checkVerifying(options);
          return verifyRelease(own.engine, now(), options);
        },
      };
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
          session = { verified: false, attached: new Map(), holdings: createHoldings() };
        }
        const { table, file } = dataset;
        const source = { contract, ...(table && { table }), ...(file !== undefined && { file }) };
        await shelf.loosen(step);
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
        await shelf.loosen(step);
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
      return answerQuery(answerer, opened().holdings.catalogue, input, options);
    },
    async rows(question, options) {
      return openRows(question, placeOf(opened().holdings.catalogue), options);
    },
    async precompute(query, options) {
      checkCall(options);
      return keep((catalogue) => planCuboid(query, catalogue), options);
    },
    async filter(spec, options) {
      checkCall(options);
      const catalogue = (): Catalogue => opened().holdings.catalogue;
      return openFilter({ answerer, catalogue, ownerOf, keep }, spec, options);
    },
    async judge(id, options = {}) {
      checkJudging(id, options);
      return judgeGoal(answerer, release(), id, { ...options, catalogue: opened().holdings.catalogue });
    },
    async verify(options = {}) {
      checkVerifying(options);
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

function superseded(): MetricsError {
  const message = say`The session was closed, or another release was opened, before this call ended.`;
  return new MetricsError('CLOSED', message);
}
