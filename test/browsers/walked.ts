import { readFile } from 'node:fs/promises';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '../page/site.js';

/** A page served as `zj serve` does, in whose answers the walk listens. */
export interface Walked {
  readonly address: string;
  /** What the browsers reported of the policy, workers too, and the answers that were none. */
  readonly reports: string[];
  /** Pages and sheets of the walk's own by their path, under the policy of the others. */
  readonly own: Map<string, string>;
  close(): void;
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const script = '/walk/in-page.js';

/** Serves the page in a folder beside a release, and puts the walk's script before everything else in each page. */
export async function openWalked(folderOfPage: string, release: string): Promise<Walked> {
  const served = await serve(folderOfPage, release);
  const policy = (await fetch(served.address)).headers.get('content-security-policy')!;
  const inPage = await readFile(join(import.meta.dirname, 'in-page.mjs'), 'utf8');
  const reports: string[] = [];
  const own = new Map<string, string>([[script, inPage]]);

  const server = createServer((asked, response) => {
    const { pathname } = new URL(asked.url!, served.address);
    if (asked.method === 'POST') return void hear(asked, response);
    const text = own.get(pathname);
    if (text === undefined) return void forward(asked, response);
    const type = /\.(\w+)$/.exec(pathname)?.[1];
    response.setHeader('content-type', { js: 'text/javascript', css: 'text/css' }[type ?? ''] ?? 'text/html');
    // A page of the walk may hold the other in a frame.
    response.setHeader('content-security-policy', `${listening(policy)}; frame-src 'self'`);
    response.end(type ? text : prepare(text));
  });

  async function hear(asked: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of asked) parts.push(part as Buffer);
    reports.push(Buffer.concat(parts).toString());
    response.writeHead(204).end();
  }

  function forward(asked: IncomingMessage, response: ServerResponse): void {
    const isPage = asked.headers.accept?.includes('text/html') ?? false;
    // A page is read here: it comes as it is written.
    const headers = { ...asked.headers, ...(isPage && { 'accept-encoding': 'identity' }) };
    const { hostname, port } = new URL(served.address);
    const onward = request({ hostname, port, path: asked.url, method: asked.method, headers }, (answer) => {
      if (answer.statusCode! >= 400) reports.push(`${answer.statusCode} for ${asked.url}`);
      const given = { ...answer.headers };
      const rules = given['content-security-policy'];
      if (rules) given['content-security-policy'] = listening(String(rules));
      if (!given['content-type']?.includes('text/html')) {
        response.writeHead(answer.statusCode!, given);
        return void answer.pipe(response);
      }
      delete given['content-length'];
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        response.writeHead(answer.statusCode!, given);
        response.end(prepare(Buffer.concat(parts).toString()));
      });
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    asked.pipe(onward);
  }

  return {
    address: `http://127.0.0.1:${await listen(server)}`,
    reports,
    own,
    close() {
      server.closeAllConnections();
      server.close();
      served.close();
    },
  };
}

function listening(policy: string): string {
  return `${policy.replace(/;?\s*$/, '')}; report-uri /walk/reports`;
}

function prepare(page: string): string {
  return page.replace('<head>', `<head><script src="${script}"></script>`);
}

/** Where everything goes that is not for this machine: nothing comes back. */
export interface Gate {
  readonly port: number;
  /** Hosts that were asked for. */
  readonly asked: string[];
  close(): void;
}

/** Hosts that browsers ask on their own: for updates, lists of bad sites, and the like. */
const vendors = /(^|\.)(mozilla\.(com|net|org)|firefox\.com|google(apis)?\.com|gvt1\.com)$/;

export async function openGate(): Promise<Gate> {
  const asked: string[] = [];
  const note = (host: string | undefined): void => {
    const name = (host ?? '').replace(/:\d+$/, '');
    if (!vendors.test(name)) asked.push(name);
  };
  const server = createServer(({ headers }, response) => {
    note(headers.host);
    response.writeHead(403).end();
  });
  server.on('connect', ({ url }, socket) => {
    note(url);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  return {
    port: await listen(server),
    asked,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
