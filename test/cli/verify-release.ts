import { createHash } from 'node:crypto';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Manifest, ReleaseFile, ReleaseVerification, VerificationStep } from '@zj/metrics';
import { openFolder, run, writeSource } from './source.js';

/** A small release, and copies of it to tamper with. */
export interface Published {
  readonly folder: string;
  readonly release: string;
  /** Every file of it, by its path. */
  readonly files: readonly string[];
  /** A copy of its own. */
  copy(): Promise<string>;
  remove(): Promise<void>;
}

/** Publishes the park's plan over small data. */
export async function publishSmall(): Promise<Published> {
  const { folder, remove } = await openFolder();
  const release = join(folder, 'release');
  const { problems } = await run('publish', await writeSource(join(folder, 'source')), '--out', release);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const entries = await readdir(release, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(release.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
  let copies = 0;
  return {
    folder,
    release,
    files,
    async copy() {
      const target = join(folder, `copy${++copies}`);
      await cp(release, target, { recursive: true });
      return target;
    },
    remove,
  };
}

/** The manifest of a release. */
export async function readManifest(release: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(release, 'manifest.json'), 'utf8')) as Manifest;
}

/** Writes a file of a release anew, and names its bytes and its digest in the manifest: a forger would. */
export async function rewrite(release: string, path: string, bytes: Uint8Array): Promise<void> {
  await writeFile(join(release, path), bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const manifest = await readManifest(release);
  const text = JSON.stringify(manifest, (_, value: unknown) =>
    isFile(value) && value.path === path ? { ...value, bytes: bytes.length, sha256 } : value,
  );
  await writeFile(join(release, 'manifest.json'), text);
}

function isFile(value: unknown): value is ReleaseFile {
  return typeof value === 'object' && value !== null && 'sha256' in value && 'path' in value;
}

/** The output of `zj verify --json`. */
export interface Told {
  readonly outcome: 'equal' | 'different' | 'unchecked';
  readonly manifest: string | null;
  readonly files: readonly { readonly path: string; readonly equal: boolean }[];
  readonly steps: readonly VerificationStep[];
  readonly verification: ReleaseVerification | null;
  readonly problems: readonly { readonly code: string; readonly where: string; readonly message: string }[];
}

/** Runs something beside a server on this machine. */
export async function beside(
  listener: RequestListener,
  work: (address: string) => Promise<void>,
): Promise<void> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** Serves the files of a folder below /release/, but for those that `other` answers itself. */
export function serveRelease(
  folder: string,
  other: (path: string, ...exchange: Parameters<RequestListener>) => boolean = () => false,
): RequestListener {
  return (request, response) => {
    const path = /^\/release\/([^?]*)/.exec(request.url!)?.[1];
    if (path !== undefined && other(path, request, response)) return;
    if (path === undefined) return void response.writeHead(404).end();
    readFile(join(folder, path)).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  };
}
