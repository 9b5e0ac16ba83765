import type { CallOptions, Engine, Table } from './engine/engine.js';
import { sha256 } from './engine/sha256.js';
import { MetricsError } from './error.js';
import { quote } from './input.js';
import { parseJson } from './json.js';
import { compileQuery } from './metric/compile.js';
import { parseQuery, type Query } from './metric/query.js';
import type { Day, Plan, Text } from './plan/plan.js';
import { formatProblem, type Problem } from './problem.js';
import { digestSql, publishedColumns } from './release/digest.js';
import type { Manifest, PublishedDataset, PublishedVerdict, Verdicts } from './release/manifest.js';
import { parseManifest, parseVerdicts } from './release/parse.js';
import { findById, findDefinition, recompute, recomputeGoal } from './release/recompute.js';
import { differingFields, verify, type Verification } from './release/verify.js';

/** A release, open for questions. Everything but `open` throws `CLOSED` before it, and what {@link Engine} throws. */
export interface Metrics {
  /** Opens the release whose manifest is here, its database checked by SHA-256. Throws `RELEASE`, `DATABASE`, `ENGINE_…`. */
  open(manifestUrl: string, options?: CallOptions): Promise<void>;
  /** Frozen, as is the plan in it. */
  readonly manifest: Manifest;
  readonly plan: Plan;
  /** Answers a question; the table carries its SQL. Throws `UNKNOWN_NAME`, `REFUSED`. */
  query(query: Query, options?: CallOptions): Promise<Table>;
  /** Judges a goal from the published data; on the release's day where `asOf` is absent. Throws `UNKNOWN_NAME`, `REFUSED`. */
  judge(goal: string, options?: CallOptions & { readonly asOf?: Day }): Promise<PublishedVerdict>;
  /** Computes every published figure again, and says what is equal. Throws `RELEASE` where verdicts.json cannot be read. */
  verify(options?: CallOptions): Promise<ReleaseVerification>;
  /** Stops the engine. */
  close(): Promise<void>;
}

/** Whether a release says what its own data say. It proves nothing about whether the data are true. */
export interface ReleaseVerification extends Verification {
  /** Whether all of it is: every goal, the head and the digest of verdicts.json, and the rows of every dataset. */
  readonly equal: boolean;
  /** What verdicts.json says of the plan and the day, against the manifest. */
  readonly head: HeadCheck;
  /** verdicts.json against the digest that the manifest gives of it. */
  readonly verdictsFile: DigestCheck;
  /** The rows of each dataset against the digest that the manifest gives of them. */
  readonly rows: readonly (DigestCheck & { readonly dataset: string; readonly name: Text })[];
}

export interface HeadCheck {
  readonly equal: boolean;
  /** The fields that differ: `asOf`, and `id`, `title`, `number` of the plan. */
  readonly differences: readonly string[];
}

export interface DigestCheck {
  readonly equal: boolean;
  readonly published: string;
  readonly recomputed: string;
}

export interface MetricsOptions {
  /** From `@zj/metrics/wasm` or `@zj/metrics/node`. */
  readonly engine: Engine;
}

/**
 * The SDK over an engine.
 *
 * @example
 * const metrics = createMetrics({ engine });
 * await metrics.open('/release/manifest.json');
 * const table = await metrics.query({ metric: 'industry-revenue', by: ['period', 'industry'] });
 * const { status } = await metrics.judge('leading-industries-revenue');
 * const { equal } = await metrics.verify();
 * await metrics.close();
 */
export function createMetrics({ engine }: MetricsOptions): Metrics {
  let opened: { readonly url: string; readonly manifest: Manifest } | undefined;
  let turn = 0;
  const release = () => {
    if (opened) return opened;
    throw new MetricsError(
      'CLOSED',
      'No release is open. Call open with the address of its manifest.json first.',
    );
  };

  return {
    async open(url, options = {}) {
      const own = ++turn;
      opened = undefined;
      const json = readJson(await engine.read(url, options), url);
      const { manifest, problems } = parseManifest(json, { file: url });
      if (!manifest) throw malformed(problems);
      if (own !== turn) throw superseded();
      const { path, ...file } = manifest.files.database;
      await engine.open({ url: engine.resolve(path, url), ...file }, options);
      if (own !== turn) throw superseded();
      opened = { url, manifest: freeze(manifest) };
    },
    get manifest() {
      return release().manifest;
    },
    get plan() {
      return release().manifest.plan;
    },
    async query(input, options) {
      const { manifest } = release();
      const query = parseQuery(input);
      const sql = compileQuery(query, findDefinition(manifest, query.metric));
      return engine.run(sql, options);
    },
    async judge(id, options = {}) {
      const { manifest } = release();
      if (typeof id !== 'string') throw notAGoal(id);
      const goal = findById('goal', manifest.plan.goals, id);
      return recomputeGoal(engine, manifest, goal, { ...options, asOf: options.asOf ?? manifest.asOf });
    },
    async verify(options = {}) {
      const { url, manifest } = release();
      const { path, sha256: published } = manifest.files.verdicts;
      const file = engine.resolve(path, url);
      const bytes = await engine.read(file, options);
      const { verdicts, problems } = parseVerdicts(readJson(bytes, file), { file });
      if (!verdicts) throw malformed(problems);
      const recomputed = await recompute(engine, manifest, { ...options, asOf: manifest.asOf });
      const rows = [];
      for (const dataset of manifest.datasets) rows.push(await checkRows(engine, dataset, options));
      const { equal, goals } = verify(verdicts, recomputed);
      const head = checkHead(verdicts, manifest);
      const verdictsFile = check(published, await sha256(bytes));
      const checks = [head, verdictsFile, ...rows];
      return { equal: equal && checks.every((one) => one.equal), goals, head, verdictsFile, rows };
    },
    async close() {
      turn++;
      opened = undefined;
      await engine.close();
    },
  };
}

function checkHead({ plan: own, asOf }: Verdicts, { plan, ...manifest }: Manifest): HeadCheck {
  const { title, number } = plan.document;
  const expected = { id: plan.id, title, number, asOf: manifest.asOf };
  const differences = differingFields({ ...own, asOf }, expected);
  return { equal: differences.length === 0, differences };
}

async function checkRows(
  engine: Engine,
  { contract, table, digest }: PublishedDataset,
  options: CallOptions,
): Promise<ReleaseVerification['rows'][number]> {
  const { columns } = await engine.run(digestSql(table, publishedColumns(contract)), options);
  return { dataset: contract.id, name: contract.name, ...check(digest, String(columns[0]?.values[0])) };
}

function check(published: string, recomputed: string): DigestCheck {
  return { equal: published === recomputed, published, recomputed };
}

/** What a page changes by mistake would change every later figure. */
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}

function notAGoal(id: unknown): MetricsError {
  return new MetricsError('REFUSED', `The goal to judge is ${quote(id)}. Give its id, as the plan has it.`);
}

function superseded(): MetricsError {
  return new MetricsError('CLOSED', 'The release was closed, or another opened, before this one was open.');
}

function readJson(bytes: Uint8Array, file: string): unknown {
  const { value, problems } = parseJson(new TextDecoder().decode(bytes), { file });
  if (problems.length > 0) throw malformed(problems);
  return value;
}

function malformed(problems: readonly Problem[]): MetricsError {
  const shown = problems.slice(0, 3).map(formatProblem).join(' ');
  return new MetricsError('RELEASE', `The release cannot be read. ${shown}`, { cause: problems });
}
