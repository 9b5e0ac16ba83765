import { MetricsError } from '../../base/error.js';
import type { Call } from '../calls.js';
import type { Database } from '../engine.js';
import { absolute } from './address.js';
import { checkSize } from './database.js';
import { didNotLoad, notThere } from './download.js';
import type { RemoteFile } from './report.js';
import { versionOf } from './version.js';
import { say } from '../../base/sentence.js';

/** The server's answer about a database whose parts are to be fetched. Throws `DATABASE`. */
export async function probe(database: Database, { signal }: Call): Promise<RemoteFile> {
  const url = absolute(database.url);
  try {
    // Two bytes, as there are servers that take the one, 0-0, for all.
    const answer = await fetch(url, { signal, cache: 'no-cache', headers: { Range: 'bytes=0-1' } });
    // Further bytes are not wanted.
    await answer.body?.cancel();
    if (!answer.ok) throw new MetricsError('DATABASE', notThere(url, answer.status));
    const file = { url, ...versionOf((name) => answer.headers.get(name)) };
    if (answer.status !== 206 || Number.isNaN(file.bytes)) throw unranged(url);
    checkSize(database, file.bytes);
    // How else would a part be known from that of another file?
    if (!file.tag) throw untagged(url);
    return file;
  } catch (cause) {
    throw cause instanceof MetricsError ? cause : new MetricsError('DATABASE', didNotLoad(url), { cause });
  }
}

function unranged(url: string): MetricsError {
  return new MetricsError(
    'DATABASE',
    say`The server returns ${url} only as a whole. Serve it with range requests and without compression, or open it without "range".`,
  );
}

function untagged(url: string): MetricsError {
  return new MetricsError(
    'DATABASE',
    say`${url} has neither an ETag nor a Last-Modified header. Configure the server to send one of them, or open it without "range".`,
  );
}
