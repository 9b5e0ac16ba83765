import type { CallOptions, Engine, ReadOptions } from '../engine/engine.js';
import { MetricsError } from '../base/error.js';
import { isTooDeep } from '../base/input.js';
import { parseJson } from '../base/json.js';
import { tellFirst, type Problem } from '../base/problem.js';
import type { Manifest, Verdicts } from './manifest.js';
import { parseManifest, parseVerdicts } from './parse.js';
import { say } from '../base/sentence.js';

/** More bytes than these no manifest has: nothing names its length. */
const longestManifest = 64 * 1024 * 1024;
/** So many bytes more than its manifest names are still read of a file, so that the differences can be shown. */
const told = 64 * 1024;

/** Reads the manifest of a release. Throws `RELEASE`, also where it is longer than any. */
export async function readManifest(
  engine: Pick<Engine, 'read'>,
  url: string,
  options?: CallOptions,
): Promise<Manifest> {
  const { manifest, problems } = parseManifest(
    readJson(await engine.read(url, { ...options, bytes: longestManifest }), url),
    {
      file: url,
    },
  );
  if (!manifest) throw malformed(problems);
  return manifest;
}

/** Reads the verdicts of a release, whose manifest names their `bytes`, and gives the bytes of their file, too. Throws `RELEASE`. */
export async function readVerdicts(
  engine: Pick<Engine, 'read'>,
  url: string,
  { bytes: named, ...options }: ReadOptions & { readonly bytes: number },
): Promise<{ readonly verdicts: Verdicts; readonly bytes: Uint8Array }> {
  const bytes = await engine.read(url, { ...options, bytes: named + told });
  const { verdicts, problems } = parseVerdicts(readJson(bytes, url), { file: url });
  if (!verdicts) throw malformed(problems);
  return { verdicts, bytes };
}

/**
 * Reads a series of a release, whose manifest names its `bytes`, and gives the bytes of its file, too; `json` is undefined where that
 * is no JSON. Throws `RELEASE` where there is no such file, or it is longer.
 */
export async function readSeries(
  engine: Pick<Engine, 'read'>,
  url: string,
  { bytes: named, ...options }: ReadOptions & { readonly bytes: number },
): Promise<{ readonly json: unknown; readonly bytes: Uint8Array }> {
  const bytes = await engine.read(url, { ...options, bytes: named + told });
  const { value, problems } = parseJson(new TextDecoder().decode(bytes), { file: url });
  return { json: problems.length > 0 || isTooDeep(value) ? undefined : value, bytes };
}

function readJson(bytes: Uint8Array, file: string): unknown {
  const { value, problems } = parseJson(new TextDecoder().decode(bytes), { file });
  if (problems.length > 0) throw malformed(problems);
  return value;
}

function malformed(problems: readonly Problem[]): MetricsError {
  return new MetricsError('RELEASE', say`The release cannot be read. ${tellFirst(problems)}`, { problems });
}
