import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { contentType } from './content-type.js';
import { locate, readPath, type Found, type Located } from './locate.js';
import { readRange } from './range.js';

/** The policy that a page with gauges needs, and nothing more. */
const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
  "worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
/** A worker obeys the policy of its own response: only there may WebAssembly be compiled. */
const workerPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** A folder, and the first parts of the paths under which its files are served. */
export interface Mount {
  readonly at: readonly string[];
  readonly folder: string;
}

/**
 * Serves files of folders under the policy that a strict site has; the first mount that has a file answers. Every request gets an
 * answer, and the server goes on. Throws the system's error if the address is taken.
 */
export async function serveFolders(
  mounts: readonly Mount[],
  { port = 0, host = '127.0.0.1' } = {},
): Promise<Server> {
  const server = createServer((request, response) => {
    answer(mounts, request, response).catch(() => {
      // A fault during an answer, such as a client that left, ends this answer alone.
      if (response.headersSent) response.destroy();
      else refuse(response, 500);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  // A connection that the system could not accept is its client's loss.
  server.on('error', () => undefined);
  return server;
}

async function answer(
  mounts: readonly Mount[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method, url = '/' } = request;
  if (method !== 'GET' && method !== 'HEAD') return refuse(response, 405, { Allow: 'GET, HEAD' });
  const parts = readPath(url);
  if (!parts) return refuse(response, 400);
  const found = await find(mounts, parts);
  if (found === 'folder') return refuse(response, 301, { Location: withSlash(url, parts) });
  if (typeof found === 'number') return refuse(response, found);
  try {
    await send(request, response, found, parts);
  } finally {
    await found.file.close();
  }
}

async function find(mounts: readonly Mount[], parts: readonly string[]): Promise<Located> {
  let found: Located = 404;
  for (const { at, folder } of mounts) {
    if (!at.every((name, i) => parts[i] === name) || parts.length <= at.length) continue;
    found = await locate(folder, parts.slice(at.length));
    if (found !== 404) return found;
  }
  return found;
}

/** Links of a folder's page are relative to the folder. */
function withSlash(url: string, parts: readonly string[]): string {
  const query = /\?[^#]*/.exec(url)?.[0] ?? '';
  return `/${parts.map(encodeURIComponent).join('/')}/${query}`;
}

async function send(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  { path, file, stats }: Found,
  parts: readonly string[],
): Promise<void> {
  const tag = `W/"${stats.size}-${Math.trunc(stats.mtimeMs)}"`;
  const modified = stats.mtime.toUTCString();
  for (const [name, value] of Object.entries(security(parts))) response.setHeader(name, value);
  response.setHeader('ETag', tag).setHeader('Last-Modified', modified).setHeader('Accept-Ranges', 'bytes');
  const isKnown = headers['if-none-match']
    ? headers['if-none-match'].split(',').some((one) => [tag, '*'].includes(one.trim()))
    : headers['if-modified-since'] === modified;
  if (isKnown) return void response.writeHead(304).end();

  // A part is of use only beside parts of the same file.
  const same = headers['if-range'] === undefined || headers['if-range'] === modified;
  const part = readRange(same ? headers.range : undefined, stats.size);
  if (part === 'none') return refuse(response, 416, { 'Content-Range': `bytes */${stats.size}` });
  const { start, end } = part === 'whole' ? { start: 0, end: stats.size - 1 } : part;
  if (part !== 'whole') response.setHeader('Content-Range', `bytes ${start}-${end}/${stats.size}`);
  response.setHeader('Content-Type', contentType(path)).setHeader('Content-Length', end - start + 1);
  response.writeHead(part === 'whole' ? 200 : 206);
  if (method === 'HEAD' || end < start) return void response.end();
  await pipeline(file.createReadStream({ start, end, autoClose: false }), response);
}

function security(parts: readonly string[]): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': parts.slice(0, -1).includes('engine') ? workerPolicy : pagePolicy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
  };
}

const words: Readonly<Record<number, string>> = {
  301: 'This is a folder',
  400: 'Not a path',
  403: 'Not readable',
  404: 'Not found',
  405: 'Only GET and HEAD',
  416: 'The file has no such bytes',
  500: 'The file could not be read',
};

function refuse(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): void {
  const text = words[status]!;
  response
    .writeHead(status, {
      ...security([]),
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Length': Buffer.byteLength(text),
      ...headers,
    })
    .end(text);
}
