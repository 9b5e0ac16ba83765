import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canMount, withDisk } from '../disk.js';
import { openFolder, run, writeDemo, writeSource } from './source.js';

const root = join(import.meta.dirname, '../..');
let folder = '';
let remove: () => Promise<void>;
/** `zj` as one file, below this repository so that it finds its packages. */
let zj = '';
let source = '';
let large = '';
beforeAll(async () => {
  ({ folder, remove } = await openFolder());
  await mkdir(join(root, 'build'), { recursive: true });
  zj = join(await mkdtemp(join(root, 'build/zj-system-')), 'zj.mjs');
  await build({
    entryPoints: [join(root, 'packages/cli/src/zj.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['source'],
    external: ['@duckdb/node-api'],
    outfile: zj,
    logLevel: 'error',
  });
  source = await writeSource(join(folder, 'source'));
  large = await writeSource(join(folder, 'large'));
  writeDemo(join(large, 'data'), 100_000);
});
afterAll(async () => {
  await rm(join(zj, '..'), { recursive: true });
  await remove();
});

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

function start(
  words: readonly string[],
  {
    temporary = folder,
    onLine = () => undefined,
  }: {
    readonly temporary?: string;
    readonly onLine?: (line: string, child: ChildProcess) => void;
  } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [zj, ...words], {
    env: { ...process.env, LC_ALL: 'C', TMPDIR: temporary },
  });
  const out = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    out.stderr += text;
    for (const line of text.split('\n')) onLine(line, child);
  });
  return new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal, ...out })));
}

const leftIn = async (place: string) => (await readdir(place)).filter((name) => /^(\.|zj-)/.test(name));

describe.skipIf(process.platform === 'win32')('what a killed run left', () => {
  const killed = async (place: string) => {
    const ended = await start(['publish', large, '--out', join(place, 'out')], {
      temporary: place,
      onLine: (line, child) => void (line.startsWith('merging') && child.kill('SIGKILL')),
    });
    expect(ended.signal).toBe('SIGKILL');
  };

  test('is swept by the next', async () => {
    const place = await mkdtemp(join(folder, 'killed-'));
    await killed(place);
    expect(await leftIn(place)).toHaveLength(2);
    const next = await start(['publish', source, '--out', join(place, 'out')], { temporary: place });
    expect(next.code).toBe(0);
    expect(await leftIn(place)).toEqual([]);
  });

  test('a release that it had taken away already is put back', async () => {
    const place = await mkdtemp(join(folder, 'between-'));
    const out = join(place, 'out');
    expect((await start(['publish', source, '--out', out], { temporary: place })).code).toBe(0);
    const before = await readFile(join(out, 'verdicts.json'), 'utf8');
    await killed(place);
    const draft = (await leftIn(place)).find((name) => name.startsWith('.out-'))!;
    await rename(out, join(place, draft, 'earlier'));
    // The next run fails, and the release of the one before the last stands again.
    const broken = await writeSource(join(place, 'broken'), { 'metrics.json': '{' });
    expect((await start(['publish', broken, '--out', out], { temporary: place })).code).toBe(1);
    const next = await start(['publish', source, '--out', out, '--strict'], { temporary: place });
    expect(next.code).toBe(1);
    expect(await readFile(join(out, 'verdicts.json'), 'utf8')).toBe(before);
    expect(await leftIn(place)).toEqual([]);
  });

  test('what a run that goes on needs is left to it', async () => {
    const place = await mkdtemp(join(folder, 'two-'));
    let paused: ChildProcess | undefined;
    const going = new Promise<void>((resolve) => {
      void start(['publish', large, '--out', join(place, 'out')], {
        temporary: place,
        onLine: (line, child) => {
          if (paused || !line.startsWith('merging')) return;
          paused = child;
          child.kill('SIGSTOP');
          resolve();
        },
      }).then((ended) => {
        first = ended;
      });
    });
    let first: Ended | undefined;
    await going;
    const second = await start(['publish', source, '--out', join(place, 'out')], { temporary: place });
    expect(second.code).toBe(0);
    expect(await leftIn(place)).toHaveLength(2);
    const ended = new Promise((resolve) => paused!.once('close', resolve));
    paused!.kill('SIGCONT');
    await ended;
    expect([first?.code ?? paused!.exitCode, await leftIn(place)]).toEqual([0, []]);
  });
});

describe('a place that cannot be used is told with a way out', () => {
  test('a temporary folder that is not there, is a file, or a link to nothing', async () => {
    await writeFile(join(folder, 'file'), '');
    const places = [join(folder, 'nowhere'), join(folder, 'file')];
    if (process.platform !== 'win32') {
      await symlink(join(folder, 'nothing'), join(folder, 'dangling'));
      places.push(join(folder, 'dangling'));
    }
    for (const [i, temporary] of places.entries()) {
      const words = i > 0 ? ['check', source] : ['publish', source, '--out', join(folder, 'never')];
      const { code, stderr } = await start(words, { temporary });
      expect(code).toBe(1);
      expect(stderr).toMatch(new RegExp(`^TMPDIR ${temporary}: `));
      expect(stderr).toContain('set TMPDIR to a folder that you may write to');
      expect(stderr).not.toContain('internal error');
      expect(stderr).not.toContain('release could not be written');
    }
    expect(await readdir(folder)).not.toContain('never');
  });

  test.runIf(process.platform === 'linux')('a temporary folder in which nothing can be made', async () => {
    const { code, stderr } = await start(['check', source], { temporary: '/proc' });
    expect([code, stderr]).toEqual([
      1,
      'TMPDIR /proc: This folder cannot be written to. Set TMPDIR to another folder, one that you may write to.\n1 problem.\n',
    ]);
  });

  test.skipIf(process.platform === 'win32')(
    'a source file that is a link to nothing, or to itself',
    async () => {
      const linked = await writeSource(join(folder, 'linked'));
      for (const name of ['plan.json', 'data/patents.csv', 'data/incubation.json']) {
        await rm(join(linked, name));
        await symlink('nothing', join(linked, name));
      }
      expect((await run('check', linked)).told).toEqual(
        expect.arrayContaining(
          ['plan.json', 'data/incubation.json', 'data/patents.csv'].map(
            (name) =>
              `${name}: This is a link to nothing, which does not exist. Create the target of the link, or put the file in the place of the link.`,
          ),
        ),
      );
      await rm(join(linked, 'plan.json'));
      await symlink('plan.json', join(linked, 'plan.json'));
      expect((await run('check', linked)).told).toContain(
        'plan.json: A link in the path points back to itself. Correct the link.',
      );
      await symlink('nothing', join(folder, 'no-source'));
      expect((await run('check', join(folder, 'no-source'))).problems.map(({ code }) => code)).toEqual([
        'dangling-link',
      ]);
    },
  );

  test.skipIf(process.platform === 'win32')(
    'a folder for the release that is a link to nothing, or lies behind one',
    async () => {
      await symlink(join(folder, 'gone'), join(folder, 'out-link'));
      for (const [out, told] of [
        [join(folder, 'out-link'), 'This is a link to'],
        [join(folder, 'out-link/below/it'), `${join(folder, 'out-link')} is a link to`],
      ] as const) {
        const { code, problems } = await run('publish', source, '--out', out);
        expect([code, problems.length]).toEqual([1, 1]);
        expect(problems[0]).toMatchObject({ code: 'dangling-link', where: out });
        expect(problems[0]!.message).toContain(
          `${told} ${join(folder, 'gone')}, which does not exist.`.slice(0, 60),
        );
        expect(problems[0]!.remedy).toContain('--out');
      }
    },
  );

  describe.runIf(canMount())('a full disk', () => {
    const expectFull = ({ code, stderr }: Ended): void => {
      expect(code, stderr).toBe(1);
      expect(stderr).toContain('The disk is full. Free some space there, or name another place: --out');
      expect(stderr).not.toContain('internal error');
    };

    test('for the release', async () => {
      for (const size of [4, 600]) {
        await withDisk(size, async (disk) => {
          expectFull(await start(['publish', large, '--out', join(disk, 'out')]));
          expect(await readdir(disk), String(size)).toEqual([]);
        });
      }
    });

    test('for temporary files', async () => {
      await withDisk(16, async (disk) => {
        expectFull(await start(['check', large], { temporary: disk }));
        expect(await readdir(disk)).toEqual([]);
      });
    });
  });
});
