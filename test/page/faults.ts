import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';

/** How a network fails a file. `slow` sends it whole in pieces, `silent` a piece and no more, `endless` more and more, as a line of 100 Mbit/s does. */
export type Fault = '404' | '503' | 'cut' | 'slow' | 'silent' | 'endless';

/** A site behind a network that fails. */
export interface FaultyNetwork {
  readonly address: string;
  /** The fault of each path, or its other content, until it is deleted. */
  readonly faults: Map<string, Fault | Uint8Array>;
  /** Cuts the answers that are silent, as a network does in the end. */
  cutSilent(): void;
  close(): void;
}

/** A network between a browser and a site: it hands everything on but for the paths that have a fault. */
export async function openNetwork(target: string): Promise<FaultyNetwork> {
  const faults: FaultyNetwork['faults'] = new Map();
  const silent = new Set<ServerResponse>();
  const server = createServer((asked, response) => {
    const fault = faults.get(new URL(asked.url!, target).pathname);
    const headers = { ...asked.headers, host: new URL(target).host };
    // A browser's own copy would pass by the fault.
    if (fault)
      for (const name of ['if-none-match', 'if-modified-since', 'range'] as const) delete headers[name];
    const path = new URL(asked.url!, target);
    const handOn = request(path, { method: asked.method, headers }, (answer) => {
      if (fault === 'silent') silent.add(response);
      if (fault) return void fail(fault, answer, response);
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    });
    handOn.on('error', () => response.destroy());
    handOn.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    faults,
    cutSilent: () => silent.forEach((response) => response.destroy()),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function fail(
  fault: Fault | Uint8Array,
  answer: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (fault === '404' || fault === '503') {
    answer.resume();
    return void response.writeHead(Number(fault), { 'content-type': 'text/plain' }).end(fault);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const whole = typeof fault === 'string' ? Buffer.concat(chunks) : Buffer.from(fault);
  const headers = { ...answer.headers };
  for (const name of ['etag', 'last-modified', 'content-length'] as const) delete headers[name];
  const isLong = fault === 'endless';
  response.writeHead(200, { ...headers, ...(!isLong && { 'content-length': whole.length }) });
  const half = whole.subarray(0, whole.length >> 1);
  switch (fault) {
    case 'cut':
      response.write(half, () => response.destroy());
      return;
    case 'silent':
      return void response.write(half);
    case 'slow':
      for (let at = 0, size = Math.ceil(whole.length / 8); at < whole.length; at += size) {
        response.write(whole.subarray(at, at + size));
        await setTimeout(200);
      }
      return void response.end();
    case 'endless': {
      const piece = Buffer.alloc(1 << 18, 32);
      for (let isTaken = response.write(half); !response.destroyed; await setTimeout(20))
        // A reader that takes no more is given no more.
        if (isTaken || !response.writableNeedDrain) isTaken = response.write(piece);
      return;
    }
    default:
      return void response.end(whole);
  }
}
