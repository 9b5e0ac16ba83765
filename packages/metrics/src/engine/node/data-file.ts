import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, copyFile, mkdtemp, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { MetricsError } from '../../base/error.js';
import { contentPieces, type DataFile } from '../csv-file.js';
import { say } from '../../base/sentence.js';

/** The bytes of a file in pieces. */
export async function* readPieces(file: DataFile): AsyncGenerator<Uint8Array> {
  if (typeof file !== 'string') {
    yield* contentPieces(file);
    return;
  }
  try {
    for await (const piece of createReadStream(file, { highWaterMark: 1 << 20 })) yield piece as Buffer;
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

/** A file where an engine can read it. */
export interface PlacedFile {
  readonly path: string;
  /** The mark that tells it from a later one at the same path. */
  readonly stamp: string;
  /** Removes its temporary copy. */
  readonly remove: () => Promise<void>;
}

/** Names that an engine would take for a pattern, a home, a scheme, a partition or a compression. */
const meaningful = /[*?[\]{}~=]|:\/|\.(gz|zst|bz2)$/i;

/**
 * Puts a file where an engine takes its path as it is: content, and a file whose path means something else, into a folder that
 * nobody else may read, made for it. Throws `REFUSED` if there is no such file.
 */
export async function placeFile(file: DataFile): Promise<PlacedFile> {
  const none = (): Promise<void> => Promise.resolve();
  if (typeof file !== 'string')
    return inFolder(randomUUID(), (path) =>
      pipeline(Readable.from(contentPieces(file)), createWriteStream(path, { mode: 0o600 })),
    );
  const found = await stat(file).catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
  const stamp = `${found.size} ${found.mtimeMs}`;
  const path = resolve(file);
  if (!meaningful.test(path)) return { path, stamp, remove: none };
  // Windows lets few people make a link.
  return inFolder(stamp, (link) => symlink(path, link).catch(() => copyFile(path, link)));
}

async function inFolder(stamp: string, put: (path: string) => Promise<void>): Promise<PlacedFile> {
  const folder = await mkdtemp(join(tmpdir(), 'zj-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await chmod(folder, 0o700);
    const path = join(folder, 'data.csv');
    await put(path);
    return { path, stamp, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

function unreadable(file: string, cause: unknown): MetricsError {
  const message = say`${file} cannot be read (${(cause as Error).message}). Check the path.`;
  return new MetricsError('REFUSED', message, { cause });
}
