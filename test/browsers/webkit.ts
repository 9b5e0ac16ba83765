import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { findXvfb } from './find.mjs';
import type { Start, Tab } from './driver.js';

/** What WebDriver answers: a value, or an error with its name. */
interface Answer {
  readonly value: { readonly error?: string; readonly message?: string } | null;
}

/** A way to ask a WebDriver: the value that it answers with, within a time in milliseconds. */
type Ask = (
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
  within?: number,
) => Promise<unknown>;

/** A command that the driver refused. */
class RefusedCommand extends Error {
  override readonly name = 'RefusedCommand';
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(`${code}: ${message}`);
  }
}

const askAt =
  (address: string): Ask =>
  async (method, path, body = {}, within = 300_000) => {
    const answer = await fetch(address + path, {
      method,
      signal: AbortSignal.timeout(within),
      ...(method === 'POST' && { body: JSON.stringify(body) }),
    });
    const { value } = (await answer.json()) as Answer;
    if (!answer.ok) throw new RefusedCommand(value?.error ?? '', value?.message ?? '');
    return value;
  };

/**
 * A WebKitGTK by WebDriver over HTTP, in the driver's own small browser. The driver waits for ever for a browser that never
 * called back, as happens on a busy machine: it is started again then, at most twice.
 */
export async function startWebKit(start: Start, attempts = 3): Promise<Tab> {
  try {
    return await startOnce(start);
  } catch (error) {
    if (attempts === 1 || (error as Error).name !== 'TimeoutError') throw error;
    return startWebKit(start, attempts - 1);
  }
}

async function startOnce({ path, gate, dark }: Start): Promise<Tab> {
  const screen = findXvfb();
  const display = screen ? await startScreen(screen) : undefined;
  const port = await freePort();
  const driver = spawn(path, [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      ...(display && { DISPLAY: display.name, GDK_BACKEND: 'x11' }),
      // The reader's choice of colours is GTK's.
      GTK_THEME: dark ? 'Adwaita:dark' : 'Adwaita',
    },
  });
  const end = (): void => {
    driver.kill();
    display?.server.kill();
  };
  try {
    const { sessionId, version } = await openSession(askAt(`http://127.0.0.1:${port}`), gate);
    return tabOf(askAt(`http://127.0.0.1:${port}/session/${sessionId}`), version, end);
  } catch (error) {
    end();
    throw error;
  }
}

/** An X server on a display of its own, large enough for a whole page. */
async function startScreen(path: string): Promise<{ readonly name: string; readonly server: ChildProcess }> {
  const server = spawn(path, ['-displayfd', '3', '-screen', '0', '1600x6000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    server.stdio[3]!.once('data', (line: Buffer) => resolve(line.toString().trim()));
    server.once('close', (code) => reject(new Error(`Xvfb ended with ${code}.`)));
  });
  return { name: `:${number}`, server };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function openSession(ask: Ask, gate: number): Promise<{ sessionId: string; version: string }> {
  // The driver takes a moment to listen.
  for (const started = performance.now(); ; await new Promise((resolve) => setTimeout(resolve, 20))) {
    const ready = await ask('GET', '/status').catch(() => undefined);
    if (ready) break;
    if (performance.now() - started > 10_000) throw new Error('WebKitWebDriver does not answer.');
  }
  const proxy = { proxyType: 'manual', httpProxy: `127.0.0.1:${gate}`, sslProxy: `127.0.0.1:${gate}` };
  const capabilities = { alwaysMatch: { proxy: { ...proxy, noProxy: ['127.0.0.1', 'localhost'] } } };
  const session = (await ask('POST', '/session', { capabilities }, 60_000)) as {
    sessionId: string;
    capabilities: { browserVersion: string };
  };
  return { sessionId: session.sessionId, version: session.capabilities.browserVersion };
}

async function tabOf(ask: Ask, version: string, end: () => void): Promise<Tab> {
  await ask('POST', '/timeouts', { script: 180_000, pageLoad: 60_000 });
  const run: Tab['run'] = async (work, ...args) => {
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve().then(() => (${String(work)})(...JSON.parse(arguments[0])))
        .then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = (await ask('POST', '/execute/async', {
      script,
      args: [JSON.stringify(args)],
    })) as { value: never; error?: string };
    if (error !== undefined) throw new Error(error);
    return value;
  };
  const resize = async (width: number, height: number): Promise<void> => {
    // The window is larger than the page by its bars.
    await ask('POST', '/window/rect', { width, height });
    const bars = await run(() => [outerWidth - innerWidth, outerHeight - innerHeight] as const);
    // While the window changes its size, its measures may be of before and after.
    const [wide, high] = bars.map((bar) => Math.max(Math.round(bar), 0)) as [number, number];
    await ask('POST', '/window/rect', { width: width + wide, height: height + high });
  };
  const bytes = (text: unknown): Uint8Array => Buffer.from(text as string, 'base64');
  return {
    version,
    run,
    resize,
    async open(url) {
      await ask('POST', '/url', { url });
    },
    async click(x, y) {
      const actions = [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await ask('POST', '/actions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
    },
    async picture() {
      const [width, height, whole] = await run(
        () => [innerWidth, innerHeight, document.documentElement.scrollHeight] as const,
      );
      await resize(width, whole);
      const taken = bytes(await ask('GET', '/screenshot'));
      await resize(width, height);
      return taken;
    },
    async print() {
      try {
        return bytes(await ask('POST', '/print'));
      } catch (error) {
        if (error instanceof RefusedCommand && error.code === 'unknown command') return undefined;
        throw error;
      }
    },
    async close() {
      await ask('DELETE', '').catch(() => undefined);
      end();
    },
  };
}
