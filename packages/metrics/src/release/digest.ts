import { hasMeans, meansColumn, type Contract } from '../dataset/contract.js';
import { sha256 } from '../base/sha256.js';
import { sqlName } from '../base/sql.js';
import type { Manifest } from './manifest.js';
import type { PublishedLadder, UnsealedLadder } from './ladder-file.js';
import type { GoalSeries, MetricSeries, UnsealedGoalSeries, UnsealedMetricSeries } from './series-file.js';
import type { PublishedTasks, UnsealedTasks } from './tasks-file.js';

/**
 * The statement whose one value, `digest`, is the SHA-256 of a table's rows, independent of their order: the rows as CSV lines
 * (every value in quotes, NULL as nothing between the commas), sorted by their bytes, joined by line feeds, in UTF-8.
 *
 * @example
 * digestSql('patents', ['application_number', 'filed']);
 */
export function digestSql(table: string, columns: readonly string[]): string {
  return `SELECT sha256(coalesce(string_agg(line, chr(10) ORDER BY line), '')) AS digest
FROM (${linesSql(table, columns)})`;
}

/** The lines whose digest that is, one row each in any order, as `line`: for tools that hash more of them than an engine can hold. */
export function linesSql(table: string, columns: readonly string[]): string {
  const cells = columns.map((name) => `'"' || replace(CAST(${sqlName(name)} AS VARCHAR), '"', '""') || '"'`);
  // NULL adds nothing to a concatenation.
  return `SELECT concat(${cells.join(`, ',',\n  `)}) AS line\nFROM ${sqlName(table)}`;
}

/** The columns of a dataset's published table, in their order: a register's own, with the meanings of its empty cells beside them, or those of the public cube. */
export function publishedColumns(contract: Contract): readonly string[] {
  const { columns, cube, time } = contract;
  if (!cube) {
    return columns.flatMap((one) =>
      hasMeans(one, contract) ? [one.name, meansColumn(one.name)] : [one.name],
    );
  }
  return [time.column, ...cube.dimensions, ...cube.measures, 'contributors'];
}

/** A manifest before the file that names its digest is written. */
export type UnsealedManifest = Omit<Manifest, 'files'> & {
  readonly files: { readonly database: Pick<Manifest['files']['database'], 'path'> };
};

/**
 * SHA-256 of a manifest's canonical JSON (RFC 8785: keys in order, no blanks) without its `files.verdicts`, which names this digest,
 * and without `bytes` and `sha256` of its database, which differ from build to build; the rows have digests of their own.
 *
 * @example
 * const isOwn = (await digestManifest(manifest)) === verdicts.manifest;
 */
export function digestManifest({ files, ...manifest }: UnsealedManifest): Promise<string> {
  const sealed = { ...manifest, files: { database: { path: files.database.path } } };
  return sha256(new TextEncoder().encode(canonicalJson(sealed)));
}

/** The series of a goal as its file has it: with the digest of the manifest that it belongs to. */
export function sealGoalSeries({ version, kind, ...rest }: UnsealedGoalSeries, manifest: string): GoalSeries {
  return { version, kind, manifest, ...rest };
}

function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`;
}

/** The series of a metric with the digest of the manifest that it belongs to, in the order of its file. */
export function sealMetricSeries(
  { version, kind, ...rest }: UnsealedMetricSeries,
  manifest: string,
): MetricSeries {
  return { version, kind, manifest, ...rest };
}

/** The ladder of a plan with the digest of the manifest that it belongs to, in the order of its file. */
export function sealLadder({ version, kind, ...rest }: UnsealedLadder, manifest: string): PublishedLadder {
  return { version, kind, manifest, ...rest };
}

/** The tasks of a plan with the digest of the manifest that they belong to, in the order of their file. */
export function sealTasks({ version, kind, ...rest }: UnsealedTasks, manifest: string): PublishedTasks {
  return { version, kind, manifest, ...rest };
}
