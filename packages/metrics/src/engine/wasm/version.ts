import type { RemoteFile } from './report.js';

/** Which file it is that lies at an address. */
type Version = Omit<RemoteFile, 'url'>;

/** Which file a part was taken from, by the headers it came with. */
export function versionOf(header: (name: string) => string | null): Version {
  const bytes = Number(/\/(\d+)$/.exec(header('content-range') ?? '')?.[1]);
  return { bytes, tag: header('etag') ?? header('last-modified') ?? '' };
}

export function isSameVersion(a: Version, b: Version): boolean {
  return a.bytes === b.bytes && a.tag === b.tag;
}
