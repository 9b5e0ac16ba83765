import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseManifest, type Manifest, type Problem, type ReleaseFile } from '@zj/metrics';
import { problem, say } from '@zj/metrics/internal';
import { locate, readJson } from '../goals/read.js';
import { Refusal, systemProblem } from '../system.js';
import type { ManifestPlace } from './address.js';
import { download, type DownloadOptions } from './download.js';

/** More bytes than these no manifest has: nothing names its length. */
const longestManifest = 64 * 1024 * 1024;
/** So many bytes more than the manifest names are read of a file; the rest tells nothing more. */
const beyond = 64 * 1024;

/** A file of a release beside the manifest's entry. */
export interface FileCheck {
  readonly path: string;
  readonly equal: boolean;
  /** The bytes and the SHA-256 that the manifest names. */
  readonly published: Pick<ReleaseFile, 'bytes' | 'sha256'>;
  /** Those of the file; `null` where it has far more bytes, of which the rest was not read. */
  readonly found: Pick<ReleaseFile, 'bytes' | 'sha256'> | null;
  readonly milliseconds: number;
}

/** A manifest, as it was read. */
export interface ReadManifest {
  readonly manifest: Manifest;
  /** Where it was read, after any redirects. */
  readonly place: string;
  readonly bytes: number;
  readonly milliseconds: number;
}

/** All files of a release, where an engine can open them. */
export interface Gathered {
  readonly files: readonly FileCheck[];
  /** Files that could not be read, and why. */
  readonly problems: readonly Problem[];
  /** The path of the manifest on this machine. */
  readonly local: string;
}

/** How files are read, and who is told. */
export interface GatherOptions {
  readonly seconds: number;
  /** A folder for the files of a release on the web. */
  readonly scratch: string;
  /** Told before each file, and while a long one arrives. */
  readonly onFile: (path: string, loaded: number, total: number) => void;
}

/** Reads the manifest of a release. Throws a {@link Refusal}. */
export async function readManifest(
  place: ManifestPlace,
  { seconds, scratch }: Pick<GatherOptions, 'seconds' | 'scratch'>,
): Promise<ReadManifest> {
  const began = performance.now();
  const { at, bytes } = await ('url' in place ? fetchManifest(place.url, seconds) : loadManifest(place.path));
  const source = { place: at, text: new TextDecoder().decode(bytes) };
  const json = readJson(source);
  if (!json.found) throw new Refused(json.problems);
  if (!('files' in json.found)) {
    const message = say`These are the verdicts of a release, not its manifest.`;
    const remedy = say`Name the manifest.json beside them.`;
    throw new Refusal(problem({ code: 'wrong-type', where: at, message, remedy }));
  }
  const { manifest, problems } = parseManifest(json.found, { file: at });
  if (!manifest) throw new Refused(locate(problems, source));
  if ('url' in place) await writeFile(join(scratch, 'manifest.json'), bytes);
  return { manifest, place: at, bytes: bytes.length, milliseconds: performance.now() - began };
}

/** Why a release cannot be checked: all that is wrong with its manifest. */
export class Refused extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems[0]?.message);
    this.name = 'Refused';
  }
}

interface Bytes {
  readonly at: string;
  readonly bytes: Uint8Array;
}

async function fetchManifest(url: URL, seconds: number): Promise<Bytes> {
  const pieces: Uint8Array[] = [];
  const take = (piece: Uint8Array): void => void pieces.push(piece);
  const { url: at, whole } = await download(url, { seconds, most: longestManifest, take });
  if (!whole) throw new Refusal(tooLong(at));
  return { at, bytes: Buffer.concat(pieces) };
}

async function loadManifest(path: string): Promise<Bytes> {
  const { size } = await statFile(path);
  if (size > longestManifest) throw new Refusal(tooLong(path));
  return { at: path, bytes: await readFile(path) };
}

function tooLong(where: string): Problem {
  const message = say`It has more than ${longestManifest} bytes, so it is not a manifest.`;
  const remedy = say`Check the address: it must be that of a release’s manifest.json, or of its folder.`;
  return problem({ code: 'too-large-file', where, message, remedy });
}

/** A file of this machine. Throws a {@link Refusal} where it is none: a pipe or a device may never end. */
async function statFile(path: string): Promise<{ readonly size: number }> {
  const found = await stat(path).catch((error: unknown) => {
    const refused = systemProblem(error, path);
    throw refused ? new Refusal(refused) : error;
  });
  if (found.isFile()) return found;
  const message = say`This is a folder, a pipe or a device, not a file.`;
  const remedy = say`Put the file of the release there.`;
  throw new Refusal(problem({ code: 'not-a-file', where: path, message, remedy }));
}

/** Reads every file that a manifest names, each once, and holds it against its entry. */
export async function gatherFiles(
  place: ManifestPlace,
  { manifest, place: at }: ReadManifest,
  options: GatherOptions,
): Promise<Gathered> {
  const local = 'url' in place ? join(options.scratch, 'manifest.json') : place.path;
  const files: FileCheck[] = [];
  const problems: Problem[] = [];
  for (const file of listFiles(manifest)) {
    options.onFile(file.path, 0, file.bytes);
    try {
      const began = performance.now();
      const target = join(dirname(local), file.path);
      const read =
        'url' in place
          ? await fetchFile(new URL(file.path, at), target, file, options)
          : await hashFile(target, file);
      files.push({ ...compare(file, read), milliseconds: performance.now() - began });
    } catch (error) {
      const refused = error instanceof Refusal ? error.problem : systemProblem(error, file.path);
      if (!refused) throw error;
      problems.push(refused);
    }
  }
  return { files, problems, local };
}

/** The files of a release in the order in which they are checked, each path once. */
function listFiles({ files }: Manifest): readonly ReleaseFile[] {
  const { verdicts, database, series, ladder, tasks } = files;
  const all = [database, verdicts, ...(series?.goals ?? []), ...(series?.metrics ?? []), ladder, tasks];
  const once = new Map(all.flatMap((file) => (file ? [[file.path, file] as const] : [])));
  return [...once.values()];
}

type Found = FileCheck['found'];

function compare({ path, bytes, sha256 }: ReleaseFile, found: Found): Omit<FileCheck, 'milliseconds'> {
  const equal = found !== null && found.bytes === bytes && found.sha256 === sha256;
  return { path, equal, published: { bytes, sha256 }, found };
}

async function fetchFile(
  url: URL,
  target: string,
  { path, bytes }: ReleaseFile,
  { seconds, onFile }: GatherOptions,
): Promise<Found> {
  await mkdir(dirname(target), { recursive: true });
  const hash = createHash('sha256');
  let loaded = 0;
  let told = performance.now();
  const out = await open(target, 'w');
  const take: DownloadOptions['take'] = async (piece) => {
    hash.update(piece);
    loaded += piece.length;
    await out.writeFile(piece);
    if (performance.now() - told < 1000) return;
    told = performance.now();
    onFile(path, loaded, bytes);
  };
  try {
    const { whole } = await download(url, { seconds, most: bytes + beyond, take });
    return whole ? { bytes: loaded, sha256: hash.digest('hex') } : null;
  } finally {
    await out.close();
  }
}

async function hashFile(path: string, { bytes }: ReleaseFile): Promise<Found> {
  const { size } = await statFile(path);
  if (size > bytes + beyond) return null;
  const hash = createHash('sha256');
  let loaded = 0;
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(piece);
    loaded += piece.length;
    if (loaded > bytes + beyond) return null;
  }
  return { bytes: loaded, sha256: hash.digest('hex') };
}
