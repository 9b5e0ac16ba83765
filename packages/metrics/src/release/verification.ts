import type { CallOptions, Engine } from '../engine/engine.js';
import { sha256 } from '../engine/sha256.js';
import type { Text } from '../plan/plan.js';
import { digestSql, publishedColumns } from './digest.js';
import { readVerdicts } from './file.js';
import type { Manifest, PublishedDataset, Verdicts } from './manifest.js';
import { recompute } from './recompute.js';
import { differingFields, verify, type Verification } from './verify.js';

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

/** The head of verdicts.json beside the manifest. */
export interface HeadCheck {
  readonly equal: boolean;
  /** The fields that differ: `asOf`, and `id`, `title`, `number` of the plan. */
  readonly differences: readonly string[];
}

/** A SHA-256 as published, beside the one computed again. */
export interface DigestCheck {
  readonly equal: boolean;
  readonly published: string;
  readonly recomputed: string;
}

/** A release that is open in an engine. */
export interface OpenRelease {
  /** Where its manifest is. */
  readonly url: string;
  readonly manifest: Manifest;
}

/** Computes every published figure again, and says what is equal. Throws `RELEASE` where verdicts.json cannot be read. */
export async function verifyRelease(
  engine: Pick<Engine, 'read' | 'resolve' | 'run'>,
  { url, manifest }: OpenRelease,
  options: CallOptions,
): Promise<ReleaseVerification> {
  const { path, sha256: published } = manifest.files.verdicts;
  const { verdicts, bytes } = await readVerdicts(engine, engine.resolve(path, url), options);
  const recomputed = await recompute(engine, manifest, { ...options, asOf: manifest.asOf });
  const rows = [];
  for (const dataset of manifest.datasets) rows.push(await checkRows(engine, dataset, options));
  const { equal, goals } = verify(verdicts, recomputed);
  const head = checkHead(verdicts, manifest);
  const verdictsFile = check(published, await sha256(bytes));
  const checks = [head, verdictsFile, ...rows];
  return { equal: equal && checks.every((one) => one.equal), goals, head, verdictsFile, rows };
}

function checkHead({ plan: own, asOf }: Verdicts, { plan, ...manifest }: Manifest): HeadCheck {
  const { title, number } = plan.document;
  const expected = { id: plan.id, title, number, asOf: manifest.asOf };
  const differences = differingFields({ ...own, asOf }, expected);
  return { equal: differences.length === 0, differences };
}

async function checkRows(
  engine: Pick<Engine, 'run'>,
  { contract, table, digest }: PublishedDataset,
  options: CallOptions,
): Promise<ReleaseVerification['rows'][number]> {
  const { columns } = await engine.run(digestSql(table, publishedColumns(contract)), options);
  return { dataset: contract.id, name: contract.name, ...check(digest, String(columns[0]?.values[0])) };
}

function check(published: string, recomputed: string): DigestCheck {
  return { equal: published === recomputed, published, recomputed };
}
