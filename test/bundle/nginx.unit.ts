import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBundle } from '../../.ci/bundle/bundle.mjs';
import { caching, policies } from '../../.ci/bundle/words.mjs';

const { folder: name, files } = makeBundle();
const settings = Buffer.from(files.get('conf/nginx.conf') ?? []).toString('utf8');

/** Programs of a site whose paths begin like the folder of the zip: zj is the pinyin of 张江 and 浙江. */
const sources = ['/zj-news/index.php', '/zj-news/metrics/engine/index.php', `/${name}-old.php`];

/** The nginx of this machine; Debian keeps it where only the PATH of root leads. */
const nginx = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin']
  .map((folder) => join(folder, 'nginx'))
  .find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

test('every statement of the settings ends, and every block closes', () => {
  const text = settings.replace(/#.*/g, '').replace(/"[^"]*"/g, 'q');
  let depth = 0;
  for (const line of text
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)) {
    expect(line).toMatch(/[;{}]$/);
    depth += (line.match(/\{/g) ?? []).length - (line.match(/\}/g) ?? []).length;
    expect(depth).toBeGreaterThanOrEqual(0);
  }
  expect(depth).toBe(0);
  expect(text.match(/location [^{]+/g)?.map((one) => one.trim())).toEqual([
    `location ^~ /${name}/`,
    `location ^~ /${name}/metrics/engine/`,
    'location ^~ /release/',
    'location ~ (?<!\\.json)(?<!\\.duckdb)$',
  ]);
});

if (nginx === undefined) {
  test('no nginx on this machine: the settings were read, and not run', () => {
    expect(nginx).toBeUndefined();
  });
} else {
  describe('in the nginx of this machine', () => {
    let folder: string;
    let address: string;
    let child: ChildProcess;
    let config: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'zj-nginx-'));
      const site = join(folder, 'site');
      for (const [path, bytes] of files) {
        await mkdir(join(site, name, path, '..'), { recursive: true });
        await writeFile(join(site, name, path), bytes);
      }
      await mkdir(join(site, 'release'), { recursive: true });
      await writeFile(join(site, 'release/verdicts.json'), JSON.stringify({ verdicts: 'x'.repeat(5000) }));
      await writeFile(join(site, 'release/park.duckdb'), Buffer.alloc(5000, 7));
      const source = '<?php echo "$password"; ?>';
      for (const path of [...sources, '/release/index.php']) {
        await mkdir(join(site, path, '..'), { recursive: true });
        await writeFile(join(site, path), source);
      }
      await writeFile(join(folder, 'zj.conf'), settings);
      const port = await freePort();
      address = `http://127.0.0.1:${port}`;
      config = join(folder, 'nginx.conf');
      await writeFile(config, configOf(folder, port));
    });
    afterAll(async () => {
      const ended = new Promise((resolve) => child?.once('close', resolve) ?? resolve(undefined));
      child?.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    });

    test('nginx -t finds nothing to say, and it starts', async () => {
      const { status, stderr } = spawnSync(nginx, ['-q', '-t', '-c', config, '-p', folder], {
        encoding: 'utf8',
      });
      expect([status, stderr]).toEqual([0, '']);
      child = spawn(nginx, ['-c', config, '-p', folder], { stdio: 'ignore' });
      await expect
        .poll(
          () =>
            ask('/release/verdicts.json').then(
              (one) => one.status,
              () => 0,
            ),
          { timeout: 20_000 },
        )
        .toBe(200);
    });

    test.each([
      [`/${name}/zj-goal-gauge.js`, 'text/javascript; charset=utf-8'],
      [`/${name}/zj.css`, 'text/css; charset=utf-8'],
      [`/${name}/start.html`, 'text/html; charset=utf-8'],
      [`/${name}/integrity.json`, 'application/json; charset=utf-8'],
      [`/${name}/metrics/zj-metrics.js`, 'text/javascript; charset=utf-8'],
    ])(
      '%s has its type, is kept for long, is compressed, and obeys the strict policy',
      async (path, type) => {
        const { headers } = await ask(path);
        expect(headers.get('content-type')).toBe(type);
        expect(headers.get('cache-control')).toBe(caching.forever);
        expect(headers.get('content-encoding')).toBe('gzip');
        expect(headers.get('vary')).toBe('Accept-Encoding');
        expect(headers.get('content-security-policy')).toBe(policies.page);
        expect(headers.get('x-content-type-options')).toBe('nosniff');
      },
    );

    test('a picture has its type, which nosniff asks for', async () => {
      const { headers } = await ask(`/${name}/icon.svg`);
      expect(headers.get('content-type')).toBe('image/svg+xml');
      expect(headers.get('cache-control')).toBe(caching.forever);
    });

    test.each(sources)('the site’s own program at %s is still run, and not sent', async (path) => {
      const { status, text } = await ask(path);
      expect([status, text]).toEqual([200, 'run']);
    });

    test.each(['/release/index.php', '/release/', '/release/verdicts.json.bak'])(
      '%s is no file of a release, and not sent',
      async (path) => {
        const { status, text } = await ask(path);
        expect(status).toBe(404);
        expect(text).not.toContain('password');
      },
    );

    test.each([
      ['zj-engine-worker.js', 'text/javascript; charset=utf-8'],
      ['duckdb-eh.wasm', 'application/wasm'],
    ])('the engine’s %s has its type, is kept for long, and may compile WebAssembly', async (file, type) => {
      const { headers } = await ask(`/${name}/metrics/engine/${file}`, {}, 'HEAD');
      expect(headers.get('content-type')).toBe(type);
      expect(headers.get('cache-control')).toBe(caching.forever);
      expect(headers.get('content-encoding')).toBe('gzip');
      expect(headers.get('content-security-policy')).toBe(policies.worker);
    });

    test('verdicts are asked for each time, and are a 304 where nothing is new', async () => {
      const { headers } = await ask('/release/verdicts.json');
      expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(headers.get('cache-control')).toBe(caching.fresh);
      expect(headers.get('content-encoding')).toBe('gzip');
      const again = await ask('/release/verdicts.json', { 'if-none-match': headers.get('etag')! });
      expect([again.status, again.headers.get('cache-control')]).toEqual([304, caching.fresh]);
    });

    test('the database is bytes that nothing compresses, and parts of it can be had', async () => {
      const whole = await ask('/release/park.duckdb');
      expect(whole.headers.get('content-type')).toBe('application/octet-stream');
      expect(whole.headers.get('content-encoding')).toBeNull();
      expect(whole.headers.get('accept-ranges')).toBe('bytes');
      expect(whole.headers.get('cache-control')).toBe(caching.fresh);
      const part = await ask('/release/park.duckdb', { range: 'bytes=10-19' });
      expect([part.status, part.headers.get('content-range'), part.length]).toEqual([
        206,
        'bytes 10-19/5000',
        10,
      ]);
    });

    async function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
      const response = await fetch(address + path, {
        method,
        headers: { 'accept-encoding': 'gzip', ...headers },
      });
      const body = Buffer.from(await response.arrayBuffer());
      return {
        status: response.status,
        headers: response.headers,
        length: body.length,
        text: body.toString('utf8'),
      };
    }
  });
}

/** A site whose own settings cache files otherwise and run PHP, which includes those of the zip. */
function configOf(folder: string, port: number): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `daemon off; master_process off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events {}
http {
  access_log off;
  ${temporary.map((one) => `${one}_temp_path ${folder}/${one};`).join('\n  ')}
  server {
    listen 127.0.0.1:${port};
    root ${folder}/site;
    location ~* \\.(js|css|json)$ { expires 30d; }
    location ~ \\.php$ { return 200 run; }
    include ${folder}/zj.conf;
  }
}
`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
