import type { CallOptions, Engine } from '../engine/engine.js';
import { MetricsError } from '../error.js';
import { parseJson } from '../json.js';
import { formatProblem, type Problem } from '../problem.js';
import type { Manifest, Verdicts } from './manifest.js';
import { parseManifest, parseVerdicts } from './parse.js';

/** Bytes that no manifest has. */
const most = 64 * 1024 * 1024;

/** Reads the manifest of a release. Throws `RELEASE`. */
export async function readManifest(
  engine: Pick<Engine, 'read'>,
  url: string,
  options?: CallOptions,
): Promise<Manifest> {
  const bytes = await engine.read(url, { ...options, bytes: most });
  const { manifest, problems } = parseManifest(readJson(bytes, url), { file: url });
  if (!manifest) throw malformed(problems);
  return manifest;
}

/** Reads the verdicts of a release, and gives the bytes of their file, too. Throws `RELEASE`. */
export async function readVerdicts(
  engine: Pick<Engine, 'read'>,
  url: string,
  options?: CallOptions,
): Promise<{ readonly verdicts: Verdicts; readonly bytes: Uint8Array }> {
  const bytes = await engine.read(url, options);
  const { verdicts, problems } = parseVerdicts(readJson(bytes, url), { file: url });
  if (!verdicts) throw malformed(problems);
  return { verdicts, bytes };
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
