import { MetricsError } from '../../base/error.js';
import type { Call } from '../calls.js';
import type { Database } from '../engine.js';
import { sha256 } from '../../base/sha256.js';
import { absolute } from './address.js';
import { download } from './download.js';
import { say, type Sentence } from '../../base/sentence.js';

/** The sizes of a DuckDB file's parts: over one that ends within a part, the engine would read for ever. */
const headers = 3 * 4096;
const block = 262_144;

/** The bytes of the database, which are those the release names. Throws `DATABASE`. */
export async function loadDatabase(database: Database, call: Call): Promise<Uint8Array> {
  const { url, sha256: expected, bytes } = database;
  const loaded = await download({ url: absolute(url), code: 'DATABASE', step: 'database', bytes }, call);
  checkSize(database, loaded.length);
  if (expected !== undefined && (await sha256(loaded)) !== expected) {
    throw different(say`${url} is not the file that the release names (its SHA-256 differs).`);
  }
  return loaded;
}

/** Throws `DATABASE` where a file of so many bytes is not that of the release, or no whole database at all. */
export function checkSize({ url, bytes }: Database, size: number): void {
  if (bytes !== undefined && size !== bytes) {
    throw different(say`${url} has ${size} bytes, not the ${bytes} of the release.`);
  }
  if (size < headers || (size - headers) % block !== 0) {
    throw different(say`${url} is incomplete: no DuckDB database has ${size} bytes.`);
  }
}

/** That a file is not that of its release. */
function different(what: Sentence): MetricsError {
  return new MetricsError(
    'DATABASE',
    say`${what} Upload all files of the release together, and load the page again.`,
  );
}
