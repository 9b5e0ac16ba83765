import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const zj = join(import.meta.dirname, '../../packages/cli/dist/zj.js');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zj-serve-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>a page</title>');
  await writeFile(join(folder, 'manifest.json'), '{}');
});
afterAll(() => rm(folder, { recursive: true }));

interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly err: string }>;
  /** The first line it prints. */
  readonly address: Promise<string>;
}

function serve(args: readonly string[], env: NodeJS.ProcessEnv = {}): Running {
  const child = spawn(process.execPath, [zj, 'serve', ...args], {
    env: { ...process.env, LC_ALL: 'C', ...env },
  });
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return {
    child,
    ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, err }))),
    address: new Promise((resolve) =>
      child.stdout.once('data', (line: Buffer) => resolve(line.toString().trim())),
    ),
  };
}

test('it prints its address, answers under a strict policy, and stops cleanly when asked', async () => {
  const running = serve([folder, '--release', folder, '--port', '0']);
  const address = await running.address;
  expect(address).toMatch(/^http:\/\/localhost:\d+\/$/);
  const page = await fetch(address);
  expect(await page.text()).toContain('a page');
  const policy = page.headers.get('content-security-policy')!;
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  expect(policy).not.toContain('unsafe');
  expect((await fetch(`${address}release/manifest.json`)).status).toBe(200);
  const worker = await fetch(`${address}zj/engine/zj-engine-worker.js`);
  expect(worker.headers.get('content-security-policy')).toContain("script-src 'self' 'wasm-unsafe-eval'");
  running.child.kill('SIGINT');
  expect((await running.ended).code).toBe(0);
});

test('nothing outside the folders is served, and nothing can be written', async () => {
  const running = serve([folder, '--release', folder, '--port', '0']);
  const address = await running.address;
  for (const path of ['release/../../../etc/passwd', '%2e%2e/%2e%2e/etc/passwd', 'release/nothing.json']) {
    expect((await fetch(address + path)).status).toBe(404);
  }
  expect((await fetch(address, { method: 'POST', body: 'x' })).status).toBe(405);
  running.child.kill('SIGTERM');
  expect((await running.ended).code).toBe(0);
});

test('the port comes from PORT, and a taken one is told with a way out', async () => {
  const other: Server = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const { code, err } = await serve([folder, '--release', folder], { PORT: String(port) }).ended;
  other.close();
  expect(code).toBe(1);
  expect(err).toContain(`port ${port} is taken`);
  expect(err).toContain(`--port ${port + 1} or PORT=${port + 1}.`);
});

test('an empty port is none, and only digits are one', async () => {
  const running = serve([folder, '--release', folder, '--port', ''], { PORT: '0' });
  expect(await running.address).toMatch(/^http:\/\/localhost:\d+\/$/);
  running.child.kill('SIGTERM');
  expect((await running.ended).code).toBe(0);
  for (const port of ['0x50', '1e3', ' 80', '65536']) {
    const { code, err } = await serve([folder, '--release', folder, `--port=${port}`]).ended;
    expect([code, err]).toEqual([2, expect.stringContaining(`--port: "${port}" is not a port.`)]);
  }
});

test('an address that is none of this machine is told', async () => {
  for (const host of ['nosuch.invalid', '192.0.2.1']) {
    const { code, err } = await serve([folder, '--release', folder, '--port', '0', '--host', host]).ended;
    expect([code, err]).toEqual([
      1,
      expect.stringContaining(`--host: "${host}" is not an address of this machine.`),
    ]);
  }
});

test('a call without folders says that none is named', async () => {
  const { code, err } = await serve([]).ended;
  expect(code).toBe(2);
  expect(err).toContain('SITE: no folder is named.');
  expect(err).toContain('--release: no folder is named.');
});

test('a wrong call names everything that is wrong at once', async () => {
  const { code, err } = await serve(['nowhere', '--release', 'nothing', '--port', 'many']).ended;
  expect(code).toBe(2);
  for (const words of [
    'nowhere contains no index.html',
    'nothing contains no manifest.json',
    '"many" is not a port',
  ]) {
    expect(err).toContain(words);
  }
});
