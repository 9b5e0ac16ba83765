import type { CallOptions } from '../engine/engine.js';
import { sha256 } from '../base/sha256.js';
import type { Text } from '../base/text.js';
import { digestManifest, digestSql, publishedColumns } from './digest.js';
import { checkDigest as check, type DigestCheck } from './digest-check.js';
import { checkFacts, type FactCheck } from './facts.js';
import { readVerdicts } from './file.js';
import type { Manifest, PublishedDataset, PublishedVerdict, Verdicts } from './manifest.js';
import { recomputeGoals, type RecomputedGoal } from './recomputed.js';
import { checkSeries, type SeriesCheck } from './series-check.js';
import { checkShown, type Shown, type ShownCheck } from './shown.js';
import { recordSteps, type Reader, type VerificationStep } from './steps.js';
import { differingFields, verify, type Verification } from './verify.js';
import { checkWithheld, type WithheldCheck } from './withholding.js';

/** Whether the figures of a release follow from its own data. It proves nothing about whether the data are true. */
export interface ReleaseVerification extends Verification {
  /**
   * Whether all of it is: every goal, the head and the digest of verdicts.json, the manifest, the rows of every dataset, the series,
   * and the page's verdicts.
   */
  readonly equal: boolean;
  /** Goals that have no verdict or should have none; those that have none for a reason that holds are not among {@link goals}. */
  readonly withheld: readonly WithheldCheck[];
  /** The head of verdicts.json (plan and day) against the manifest. */
  readonly head: HeadCheck;
  /** verdicts.json against the digest that the manifest gives of it. */
  readonly verdictsFile: DigestCheck;
  /** The manifest against the digest that verdicts.json gives of it. */
  readonly manifest: DigestCheck;
  /** The rows of each dataset against the digest that the manifest gives of them. */
  readonly rows: readonly (DigestCheck & { readonly dataset: string; readonly name: Text })[];
  /** The other facts of the manifest about its data. */
  readonly facts: readonly FactCheck[];
  /**
   * The files of the series, of the ladder and of the tasks against their digests and against what is computed again, and files that are missing or too many;
   * `null` for a release from before there were any.
   */
  readonly series: readonly SeriesCheck[] | null;
  /** The page's verdicts against those computed again; `null` if none were given. */
  readonly shown: ShownCheck | null;
}

/** The head of verdicts.json beside the manifest. */
export interface HeadCheck {
  readonly equal: boolean;
  /** The fields that differ: `asOf`, and `id`, `title`, `number` of the plan. */
  readonly differences: readonly string[];
}

/** A release that is open in an engine. */
export interface OpenRelease {
  /** Where its manifest is. */
  readonly url: string;
  readonly manifest: Manifest;
}

/** How a release is verified. */
export interface VerifyOptions extends CallOptions {
  /** The verdicts that the page shows, all or some of them: the shown figures are the verified ones. */
  readonly shown?: Shown;
  /** Told after each step: each goal, the rows of each dataset, each file. */
  readonly onStep?: (step: VerificationStep) => void;
}

/** Computes every published figure again, and compares. Throws `RELEASE` if verdicts.json cannot be read. */
export async function verifyRelease(
  reader: Reader,
  { url, manifest }: OpenRelease,
  { shown: onPage, onStep, ...options }: VerifyOptions,
): Promise<ReleaseVerification> {
  const { path, sha256: published, bytes: length } = manifest.files.verdicts;
  const place = reader.resolve(path, url);
  const steps = recordSteps(reader, countSteps(manifest), onStep);
  const { engine } = steps;
  const { verdicts, bytes } = await steps.take('verdicts', path, () =>
    readVerdicts(engine, place, { ...options, bytes: length }),
  );
  const judging = { ...options, asOf: manifest.asOf };
  const found = await recomputeGoals(steps, manifest, verdicts.withheld, judging);
  const rows: ReleaseVerification['rows'][number][] = [];
  for (const dataset of manifest.datasets) {
    const check = (): ReturnType<typeof checkRows> => checkRows(engine, dataset, options);
    rows.push(await steps.take('rows', dataset.contract.id, check));
  }
  const { goals } = verify(verdicts, listDue(found, verdicts));
  const withheld = checkWithheld(found, verdicts);
  const head = checkHead(verdicts, manifest);
  const verdictsFile = check(published, await sha256(bytes));
  const sealed = check(verdicts.manifest, await digestManifest(manifest));
  const facts = await steps.take('facts', 'manifest.json', () => checkFacts(engine, manifest, options));
  const series = await checkSeries(steps, { url, manifest, digest: sealed.recomputed }, found, options);
  const shown = onPage === undefined ? null : checkShown(onPage, verdicts, found);
  const checks = [
    ...goals,
    ...withheld,
    head,
    verdictsFile,
    sealed,
    ...rows,
    ...facts,
    ...(series ?? []),
    ...(shown ? [shown] : []),
  ];
  const equal = checks.every((one) => one.equal);
  return { equal, goals, withheld, head, verdictsFile, manifest: sealed, rows, facts, series, shown };
}

/** The steps of verifying a release: verdicts.json, the facts, each goal, dataset and file. */
function countSteps({ plan, datasets, files: { series, ladder, tasks } }: Manifest): number {
  // A release from before there were series names no ladder and no tasks.
  const listed = series ? [...series.goals, ...series.metrics, ladder, tasks] : [];
  return 2 + plan.goals.length + datasets.length + listed.filter((file) => file !== undefined).length;
}

/** The verdicts that a release owes its readers: all that can be computed, but for those that are withheld for a reason. */
function listDue(found: readonly RecomputedGoal[], { verdicts }: Verdicts): readonly PublishedVerdict[] {
  const published = new Set(verdicts.map(({ goal }) => goal));
  return found.flatMap(({ goal, verdict, justified }) =>
    verdict && (!justified || published.has(goal.id)) ? [verdict] : [],
  );
}

function checkHead({ plan: own, asOf }: Verdicts, { plan, ...manifest }: Manifest): HeadCheck {
  const { title, number } = plan.document;
  const expected = { id: plan.id, title, number, asOf: manifest.asOf };
  const differences = differingFields({ ...own, asOf }, expected);
  return { equal: differences.length === 0, differences };
}

async function checkRows(
  engine: Pick<Reader, 'run'>,
  { contract, table, digest }: PublishedDataset,
  options: CallOptions,
): Promise<ReleaseVerification['rows'][number]> {
  const { columns } = await engine.run(digestSql(table, publishedColumns(contract)), options);
  return { dataset: contract.id, name: contract.name, ...check(digest, String(columns[0]?.values[0])) };
}
