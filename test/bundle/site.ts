import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { policies } from '../../.ci/bundle/words.mjs';

/** Writes the files of a zip below a folder. */
export async function unpack(zip: Uint8Array, folder: string): Promise<void> {
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
};

/** A site of files in a folder, and of pages by their path, which answers as the start page asks of a server. */
export interface Site {
  readonly address: string;
  readonly pages: Map<string, string>;
  close(): Promise<void>;
}

export async function openSite(folder: string): Promise<Site> {
  const pages = new Map<string, string>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url!, 'http://site').pathname);
    const given = pages.get(path);
    const content = given === undefined ? readFile(join(folder, path)) : Promise.resolve(given);
    content.then(
      (body) => {
        const isEngine = path.includes('/metrics/engine/');
        response.setHeader(
          'content-security-policy',
          isEngine ? policies.worker : `${policies.page}; worker-src 'self'`,
        );
        response.setHeader('content-type', types[path.split('.').at(-1)!] ?? 'application/octet-stream');
        response.end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pages,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
