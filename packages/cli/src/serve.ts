import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { say } from '@zj/metrics/internal';
import type { Problem } from '@zj/metrics';
import { checkOneFolder, usage, type Invocation, type Command } from './command.js';
import { serveFolders } from './serve/server.js';

/** Folders of a site, by the path under which each is served. */
interface Mounts {
  /** The page's own files, at `/`. */
  readonly site: string;
  /** A release that `zj publish` wrote, at `/release/`. */
  readonly release: string;
}

/**
 * Serves a page, its release at `/release/` and the built widgets, SDK and engine at `/zj/`, under the policy
 * that a strict site has. Throws the system's error where the address is taken.
 */
async function startServer(
  { site, release }: Mounts,
  address: Parameters<typeof serveFolders>[1] = {},
): Promise<Server> {
  return serveFolders(
    [
      { at: ['release'], folder: release },
      { at: ['zj'], folder: folderOf('@zj/widgets/zj-goal-gauge.js') },
      { at: ['zj'], folder: folderOf('@zj/metrics/browser/zj-metrics.js') },
      { at: [], folder: site },
    ],
    address,
  );
}

function folderOf(module: string): string {
  return dirname(fileURLToPath(import.meta.resolve(module)));
}

/** `zj serve`: a page and its release on this machine. */
export const serve: Command = {
  name: 'serve',
  summary: say`show a page and its release on this machine`,
  help: {
    usage: 'zj serve SITE --release DIR [--port N] [--host ADDRESS]',
    parts: [
      {
        sentences: [
          say`Serves the page in SITE at /, the release in DIR at /release/, and the widgets, SDK and engine at /zj/, under a strict Content-Security-Policy.`,
          say`Stop with Ctrl-C.`,
        ],
      },
      {
        heading: say`Options`,
        names: [
          ['--release DIR', say`the folder that zj publish wrote`],
          ['--port N', say`the port (default: PORT from the environment, else 4173)`],
          ['--host ADDRESS', say`the address to listen on (default 127.0.0.1: this machine only)`],
        ],
      },
      { heading: say`Example`, typed: 'zj serve examples/park/site --release build/park' },
    ],
  },
  options: { release: { type: 'string' }, port: { type: 'string' }, host: { type: 'string' } },

  async run({ positionals, values, terminal }: Invocation): Promise<number> {
    const [site] = positionals;
    const release = values.release as string | undefined;
    const named = [values.port as string | undefined, process.env.PORT];
    const typed = named.find((port) => port !== undefined && port !== '') ?? '4173';
    const port = /^\d{1,5}$/.test(typed) ? Number(typed) : NaN;
    const remedy = say`Name the folder of the page: zj serve SITE --release DIR.`;
    const problems = [...checkOneFolder(positionals, { where: 'SITE', remedy })];
    if (problems.length === 0 && !existsSync(join(site!, 'index.html'))) {
      problems.push(usage('SITE', say`${site!} contains no index.html.`, remedy));
    }
    if (!release || !existsSync(join(release, 'manifest.json'))) {
      const message = release ? say`${release} contains no manifest.json.` : say`no folder is named.`;
      problems.push(usage('--release', message, say`Publish first: zj publish SOURCE --out DIR.`));
    }
    if (!(port < 65536)) {
      const digits = say`Use a whole number from 0 to 65535; 0 takes a free one.`;
      problems.push(usage('--port', say`"${typed}" is not a port.`, digits));
    }
    if (problems.length > 0 || !site || !release) {
      terminal.problems(problems);
      return 2;
    }
    try {
      const server = await startServer(
        { site, release },
        { port, ...(values.host ? { host: values.host as string } : {}) },
      );
      // Whoever reads the address may stop the server at once.
      const end = stopped(server);
      const address = server.address() as AddressInfo;
      terminal.print(say`${siteOf(address)}`);
      terminal.progress(say`Serving. Stop with Ctrl-C.`);
      await end;
      return 0;
    } catch (error) {
      const found = listenProblem(error, port, values.host as string);
      if (!found) throw error;
      terminal.problems([found]);
      return 1;
    }
  },
};

/** Where a reader finds the page. */
function siteOf({ family, address, port }: AddressInfo): string {
  const host = family === 'IPv6' ? `[${address}]` : address === '127.0.0.1' ? 'localhost' : address;
  return `http://${host}:${port}/`;
}

/** Why nothing can listen there; missing where that is not the caller's to mend. */
function listenProblem(error: unknown, port: number, host: string): Problem | undefined {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (['ENOTFOUND', 'EAI_AGAIN', 'EADDRNOTAVAIL', 'EINVAL'].includes(code)) {
    const message = say`"${host}" is not an address of this machine.`;
    return usage('--host', message, say`Leave --host out to listen on 127.0.0.1, or name another address.`);
  }
  if (code !== 'EADDRINUSE' && code !== 'EACCES') return undefined;
  const message =
    code === 'EADDRINUSE'
      ? say`port ${port} is taken by another program.`
      : say`port ${port} is not yours to use.`;
  const other = code === 'EADDRINUSE' && port < 65535 ? port + 1 : 4173;
  return usage('--port', message, say`Choose another with --port ${other} or PORT=${other}.`);
}

/** Resolves when a signal asked the server to stop and its last answer is out. */
function stopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      server.close(() => resolve());
      server.closeAllConnections();
    };
    process.once('SIGINT', stop).once('SIGTERM', stop);
  });
}
