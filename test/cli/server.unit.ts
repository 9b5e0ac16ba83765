import { spawn } from 'node:child_process';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { request as ask, type IncomingHttpHeaders, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveFolders } from '../../packages/cli/src/serve/server.js';
import { openFolder } from './source.js';

const onLinux = process.platform === 'linux';
let folder = '';
let remove: () => Promise<void>;
let server: Server;
beforeAll(async () => {
  ({ folder, remove } = await openFolder());
  const write = async (path: string, text: string) => {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  await write('site/index.html', '<!doctype html><title>a page</title>');
  await write('site/digits.txt', '0123456789');
  await write('site/empty.txt', '');
  await write('site/目标.html', 'goals');
  await write('site/below/index.html', 'below');
  await write('site/below/more.js', 'more');
  await write('site/bare/only.css', '');
  await write('site/.env', 'SECRET=1');
  await write('site/.git/config', 'SECRET=2');
  await write('outside/secret.txt', 'SECRET=3');
  await write('release/manifest.json', '{}');
  if (onLinux) {
    await symlink('../outside', join(folder, 'site/away'));
    await symlink('../outside/secret.txt', join(folder, 'site/leak.txt'));
    await symlink('.env', join(folder, 'site/env.txt'));
    await symlink('digits.txt', join(folder, 'site/link.txt'));
    await symlink('nothing', join(folder, 'site/dangling.txt'));
    await symlink('circle.txt', join(folder, 'site/circle.txt'));
    execFileSync('mkfifo', [join(folder, 'site/pipe')]);
  }
  server = await serveFolders([
    { at: ['release'], folder: join(folder, 'release') },
    { at: [], folder: join(folder, 'site') },
  ]);
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await remove();
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Asks with a path as it is typed here: `fetch` would tidy it up. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    ask({ port, host: '127.0.0.1', path, headers, method }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body }));
    })
      .on('error', reject)
      .end();
  });
}

/** The first line of the answer to these bytes. */
function send(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (bytes) => (answer += bytes.toString('latin1'))).on('error', reject);
    socket.on('close', () => resolve(answer.split('\r\n')[0]!));
  });
}

test('files, pages of folders and pages without their ending are found', async () => {
  expect(await get('/')).toMatchObject({ status: 200, body: expect.stringContaining('a page') as string });
  expect((await get('/')).headers['content-type']).toBe('text/html; charset=utf-8');
  expect(await get('/below/')).toMatchObject({ status: 200, body: 'below' });
  expect(await get('/below/more.js?v=1#x')).toMatchObject({ status: 200, body: 'more' });
  expect(await get(encodeURI('/目标.html'))).toMatchObject({ status: 200, body: 'goals' });
  expect(await get(encodeURI('/目标'))).toMatchObject({ status: 200, body: 'goals' });
  expect(await get('/release/manifest.json')).toMatchObject({ status: 200, body: '{}' });
  expect(await get('http://elsewhere/digits.txt')).toMatchObject({ status: 200, body: '0123456789' });
  expect(await get('/empty.txt')).toMatchObject({ status: 200, body: '' });
});

test('a folder without its slash leads to the one with it, and one without a page is not found', async () => {
  expect(await get('/below?lang=en')).toMatchObject({
    status: 301,
    headers: { location: '/below/?lang=en' },
  });
  expect((await get('/bare/')).status).toBe(404);
});

test('a part of a file is given, and a bad range is 416 with the size', async () => {
  const part = async (range: string) => {
    const { status, headers, body } = await get('/digits.txt', { Range: range });
    return [status, headers['content-range'], body];
  };
  expect(await part('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234']);
  expect(await part('bytes=8-')).toEqual([206, 'bytes 8-9/10', '89']);
  expect(await part('bytes=-3')).toEqual([206, 'bytes 7-9/10', '789']);
  expect(await part('bytes=0-1,4-5')).toEqual([200, undefined, '0123456789']);
  for (const range of ['bytes=10-', 'bytes=5-2', 'bytes=abc', 'bytes=-0', 'nonsense']) {
    expect((await part(range)).slice(0, 2), range).toEqual([416, 'bytes */10']);
  }
  expect((await get('/empty.txt', { Range: 'bytes=0-' })).status).toBe(416);
});

test('HEAD tells the size without the bytes', async () => {
  const { status, headers, body } = await get('/digits.txt', {}, 'HEAD');
  expect([status, headers['content-length'], headers['accept-ranges'], body]).toEqual([
    200,
    '10',
    'bytes',
    '',
  ]);
  expect(await get('/nothing', {}, 'HEAD')).toMatchObject({ status: 404, body: '' });
});

test('a file that has not changed is not sent again, and a part of a changed one is the whole', async () => {
  const { headers } = await get('/digits.txt');
  expect((await get('/digits.txt', { 'If-None-Match': headers.etag! })).status).toBe(304);
  expect((await get('/digits.txt', { 'If-None-Match': '"other", *' })).status).toBe(304);
  expect((await get('/digits.txt', { 'If-None-Match': '"other"' })).status).toBe(200);
  expect((await get('/digits.txt', { 'If-Modified-Since': headers['last-modified']! })).status).toBe(304);
  const part = { Range: 'bytes=0-1', 'If-Range': '"another"' };
  expect(await get('/digits.txt', part)).toMatchObject({ status: 200, body: '0123456789' });
});

test('nothing outside the folder and no dot-file is served, by whatever path', async () => {
  const paths = [
    '/../outside/secret.txt',
    '/%2e%2e/outside/secret.txt',
    '/below/..%2f..%2foutside/secret.txt',
  ];
  paths.push(
    '/..\\outside\\secret.txt',
    '/.env',
    '/%2eenv',
    '/.git/config',
    '/below/../.env',
    '//etc/passwd',
  );
  paths.push('/release/../../outside/secret.txt', '/release/../digits.txt', '/./digits.txt', '/digits.txt/');
  if (onLinux)
    paths.push('/away/secret.txt', '/away/', '/leak.txt', '/env.txt', '/dangling.txt', '/circle.txt');
  for (const path of paths) {
    const { status, body } = await get(path);
    expect([400, 404], path).toContain(status);
    expect(body, path).not.toContain('SECRET');
  }
  if (onLinux) expect((await get('/link.txt')).body).toBe('0123456789');
});

test.runIf(onLinux)('a file that may not be read is 403', async () => {
  const path = join(folder, 'site/locked.txt');
  await writeFile(path, 'x');
  await mkdir(join(folder, 'site/shut'), { mode: 0 });
  await chmod(path, 0);
  await chmod(folder, 0o755);
  // Whoever is root may read everything, so another user serves here.
  const script = `
    import { serveFolders } from ${JSON.stringify(join(import.meta.dirname, '../../packages/cli/src/serve/server.ts'))};
    if (process.getuid() === 0) process.setuid(65534);
    const server = await serveFolders([{ at: [], folder: ${JSON.stringify(join(folder, 'site'))} }]);
    console.log(server.address().port);`;
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    stdin: { contents: script, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
  });
  const child = spawn(process.execPath, ['--input-type=module', '-'], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(outputFiles[0]!.text);
  try {
    const port = await new Promise<string>((resolve) =>
      child.stdout.once('data', (line: Buffer) => resolve(line.toString().trim())),
    );
    const statuses = ['locked.txt', 'shut/x.txt', 'digits.txt'].map(
      async (name) => (await fetch(`http://127.0.0.1:${port}/${name}`)).status,
    );
    expect(await Promise.all(statuses)).toEqual([403, 403, 200]);
  } finally {
    child.kill();
  }
});

test('whatever is asked gets an answer, and the server goes on', async () => {
  for (const path of ['/%', '/%ff', '/%zz', '/a%00b', '/%c0%ae', '/a%5cb', '*']) {
    expect((await get(path)).status, path).toBe(400);
  }
  expect((await get(`/${'a'.repeat(5000)}`)).status).toBe(404);
  expect((await get('/a/'.repeat(1000))).status).toBe(404);
  expect((await get('/constructor')).status).toBe(404);
  if (onLinux) expect((await get('/pipe')).status).toBe(404);
  for (const method of ['POST', 'OPTIONS', 'TRACE', 'DELETE']) {
    expect((await get('/', {}, method)).status, method).toBe(405);
  }
  expect(await send('nonsense\r\n\r\n')).toContain(' 400 ');
  expect(await send('GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n')).toContain(' 400 ');
  expect(await send(`GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(100_000)}\r\n\r\n`)).toContain(' 431 ');
  expect(await send(`GET /${'a'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`)).toContain(' 431 ');
  expect(await send('GET / HTTP/1.1\r\nHost: x\r\nRange: bytes=\r\nConnection: close\r\n\r\n')).toContain(
    ' 416 ',
  );
  expect(await get('/digits.txt')).toMatchObject({ status: 200, body: '0123456789' });
});

test('a client that leaves in the middle ends its own answer alone', async () => {
  await writeFile(join(folder, 'site/large.bin'), Buffer.alloc(20_000_000));
  for (let i = 0; i < 5; i++) {
    await new Promise<void>((resolve) => {
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () =>
        socket.write('GET /large.bin HTTP/1.1\r\nHost: x\r\n\r\n'),
      );
      socket.once('data', () => socket.destroy()).once('close', () => resolve());
    });
  }
  expect((await get('/digits.txt')).status).toBe(200);
});
