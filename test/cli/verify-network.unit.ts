import { readdir } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run, type Outcome } from './source.js';
import { beside, publishSmall, serveRelease, type Published } from './verify-release.js';

let published: Published;
beforeAll(async () => {
  published = await publishSmall();
});
afterAll(() => published.remove());

const patient = ['--timeout', '1'];
const unchecked = 'It could not be checked. This says nothing about the figures.';

/** Verifies the release while a server answers one of its files in another way. */
async function fault(path: string, answer: RequestListener): Promise<Outcome> {
  let outcome: Outcome | undefined;
  const listener = serveRelease(published.release, (asked, request, response) => {
    if (asked !== path) return false;
    answer(request, response);
    return true;
  });
  await beside(listener, async (address) => {
    outcome = await run('verify', `${address}/release/`, ...patient);
  });
  return outcome!;
}

const scratches = async (): Promise<number> =>
  // Those of this process: other tests make theirs beside it.
  (await readdir(tmpdir())).filter((name) => name.startsWith(`zj-${process.pid}`)).length;

describe('zj verify of an address', () => {
  test('reads the manifest and every file from a server, and leaves nothing behind', async () => {
    const before = await scratches();
    await beside(serveRelease(published.release), async (address) => {
      for (const end of ['', '/', '/manifest.json', '/manifest.json?v=2#top', '/?v=2']) {
        const { code, printed, problems } = await run('verify', `${address}/release${end}`);
        expect([end, code, problems]).toEqual([end, 0, []]);
        expect(printed.split('\n').at(-1)).toMatch(/^Equal: /);
        expect(printed).toContain(`${address}/release/manifest.json`);
      }
    });
    expect(await scratches()).toBe(before);
  });

  test('follows a redirect, says where it led, and reads the files beside the manifest there', async () => {
    const listener = serveRelease(published.release);
    await beside(
      (request, response) => {
        if (request.url!.startsWith('/release/')) return listener(request, response);
        response.writeHead(302, { location: '/release/manifest.json' }).end();
      },
      async (address) => {
        const { code, printed } = await run('verify', `${address}/latest`);
        expect(code).toBe(0);
        expect(printed).toContain(`${address}/release/manifest.json`);
      },
    );
  });

  test('of a server that only redirects ends', async () => {
    await beside(
      (_, response) => response.writeHead(302, { location: '/again/manifest.json' }).end(),
      async (address) => {
        const { code, problems } = await run('verify', address, ...patient);
        expect([code, problems.length]).toEqual([3, 1]);
        expect(problems[0]!.where).toBe(`${address}/manifest.json`);
      },
    );
  });
});

const cut: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-length': '100000' });
  response.write('{"version": 1, ', () => response.destroy());
};
const silent: RequestListener = () => undefined;
const stalled: RequestListener = (_, response) => void response.write('{');
/** One byte after another, without an end. */
const dripping: RequestListener = (_, response) => {
  const timer = setInterval(() => response.write(' '), 100);
  response.on('close', () => clearInterval(timer));
};
const endless: RequestListener = (_, response) => {
  const write = (): void => {
    while (!response.destroyed && response.write(Buffer.alloc(1 << 16, ' ')));
  };
  response.on('drain', write);
  write();
};

describe('a fault of the network is named, is the same each time, and is told by exit code 3', () => {
  const cases: readonly (readonly [string, RequestListener, RegExp])[] = [
    ['404', (_, response) => response.writeHead(404).end('no'), /answers with HTTP 404/],
    ['503', (_, response) => response.writeHead(503).end('no'), /answers with HTTP 503.* Try again later/],
    ['a cut connection', cut, /the connection was cut/],
    ['a refused connection', (request) => request.socket.destroy(), /the connection was cut/],
    ['silence', silent, /no answer within 1 seconds/],
    ['a stall', stalled, /less than 1 kB a second, for 1 seconds/],
    ['drops', dripping, /less than 1 kB a second, for 1 seconds/],
  ];
  for (const path of ['manifest.json', 'verdicts.json', 'tasks.json']) {
    test.each(cases)(`${path}: %s`, async (_, answer, words) => {
      for (let i = 0; i < 2; i++) {
        const { code, printed, problems, told } = await fault(path, answer);
        expect([code, printed.split('\n').at(-1)]).toEqual([3, unchecked]);
        expect(problems.map(({ where }) => new URL(where).pathname)).toEqual([`/release/${path}`]);
        expect(told[0]).toMatch(words);
      }
    });
  }

  test('nobody answers', async () => {
    let gone = '';
    await beside(serveRelease(published.release), async (address) => {
      gone = address;
      await Promise.resolve();
    });
    const { code, told } = await run('verify', gone, ...patient);
    expect([code, told]).toEqual([3, [expect.stringContaining('no server answers there')]]);
    const nowhere = await run('verify', 'http://nosuch.invalid/release', ...patient);
    expect([nowhere.code, nowhere.told[0]]).toEqual([3, expect.stringContaining('no server of this name')]);
  });

  test('a page of the web in the place of the manifest is told as one', async () => {
    const { code, told } = await fault('manifest.json', (_, response) => response.end('<!doctype html>'));
    expect([code, told[0]]).toEqual([3, expect.stringContaining('This is a web page')]);
  });

  test('a manifest without an end is read no further than any is long', async () => {
    const { code, told } = await fault('manifest.json', endless);
    expect([code, told[0]]).toEqual([3, expect.stringContaining('so it is not a manifest')]);
  });

  test('a file without an end is read no further than the manifest names: it is another file', async () => {
    const { code, printed } = await fault('tasks.json', endless);
    expect(code).toBe(1);
    expect(printed).toMatch(/^tasks\.json: it is much longer than the \d+ bytes/m);
  });
});
