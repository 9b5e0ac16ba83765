import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { problem, say } from '@zj/metrics/internal';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../packages/cli/src/main.js';
import { openTerminal } from '../../packages/cli/src/terminal.js';
import { openFolder, park, run, writeDemo, writeSource } from './source.js';

let folder = '';
let remove: () => Promise<void>;
/** `zj` as one file, below this repository so that it finds its packages. */
let zj = '';
beforeAll(async () => {
  ({ folder, remove } = await openFolder());
  const root = join(import.meta.dirname, '../..');
  await mkdir(join(root, 'build'), { recursive: true });
  zj = join(await mkdtemp(join(root, 'build/zj-test-')), 'zj.mjs');
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
});
afterAll(async () => {
  await rm(join(zj, '..'), { recursive: true });
  await remove();
});

/** Starts `zj` as a program of its own; `onLine` sees its progress. */
function start(
  words: readonly string[],
  onLine: (line: string, stop: (signal: NodeJS.Signals) => void) => void = () => undefined,
) {
  const child = spawn(process.execPath, [zj, ...words], {
    env: { ...process.env, LC_ALL: 'C', TMPDIR: folder },
  });
  const out = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    out.stderr += text;
    for (const line of text.split('\n')) onLine(line, (signal) => child.kill(signal));
  });
  return new Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>(
    (resolve) => {
      child.on('close', (code) => resolve({ code, ...out }));
    },
  );
}

test('a reader that closes the pipe early ends zj without a word', async () => {
  const out = join(folder, 'piped');
  expect((await start(['publish', park, '--out', out])).code).toBe(0);
  const child = spawn(process.execPath, [zj, 'goals', out], { env: { ...process.env, LC_ALL: 'C' } });
  child.stdout.destroy();
  let told = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (told += text));
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect([code, told]).toEqual([0, '']);
});

describe('the command line', () => {
  test('tells its commands, its version and the help of each command', async () => {
    const help = await run('--help');
    expect(help.code).toBe(0);
    for (const name of ['check', 'publish', 'serve']) {
      expect(help.printed).toMatch(new RegExp(`^  ${name} `, 'm'));
      const own = await run(name, '--help');
      expect([own.code, own.problems]).toEqual([0, []]);
      expect(own.printed).toMatch(new RegExp(`^Usage: zj ${name} `));
      expect((await run(name, '-h')).printed).toBe(own.printed);
    }
    const { version } = JSON.parse(await readFile('packages/cli/package.json', 'utf8')) as {
      version: string;
    };
    expect((await run('--version')).printed).toBe(version);
    expect((await run('-v')).printed).toBe(version);
    expect((await run('help', 'publish')).printed).toBe((await run('publish', '--help')).printed);
    expect(await run()).toMatchObject({ code: 2, printed: help.printed });
  });

  test('names the command and the option that was meant, with exit code 2', async () => {
    expect(await run('publihs')).toMatchObject({
      code: 2,
      told: ['zj: "publihs" is not a command. Did you mean "publish"?'],
    });
    expect(await run('publish', park, '--uot', 'x', '--max-reject', '1')).toMatchObject({
      code: 2,
      told: [
        'zj publish: "--uot" is not an option. Did you mean "--out"?',
        'zj publish: "--max-reject" is not an option. Did you mean "--max-rejects"?',
      ],
    });
    expect(await run('check', park, '--strange')).toMatchObject({
      told: [
        'zj check: "--strange" is not an option. Use one of: --as-of, --today, --max-rejects, --strict, --lang, --help.',
      ],
    });
    expect((await run('publish', park, '--strangest')).told).toEqual([
      'zj publish: "--strangest" is not an option. Use one of: --out, --as-of, --today, --max-rejects, --strict, --lang, --help.',
    ]);
    expect(await run('publish', '--out', '--as-of', '2026-10-31')).toMatchObject({
      code: 2,
      told: [expect.stringMatching(/^--out: It needs a value\./)],
    });
    expect(await run('check', park, '--strict=yes')).toMatchObject({
      code: 2,
      told: ['--strict: It takes no value, but "yes" is given. Write --strict alone.'],
    });
  });

  test('a fault of its own is one sentence with exit code 70, and its stack is shown only where it is asked for', async () => {
    const lines: string[] = [];
    const broken = {
      ...openTerminal(process),
      help: () => {
        throw new Error('the printer is on fire');
      },
      problems: (found: readonly { message: string; remedy: string }[]) =>
        lines.push(...found.map((one) => `${one.message} ${one.remedy}`)),
    };
    expect(await main(['--help'], broken)).toBe(70);
    expect(lines).toEqual([
      'Stopped by an internal error: the printer is on fire. Run it again with ZJ_DEBUG=1 to see where.',
    ]);
    process.env.ZJ_DEBUG = '1';
    try {
      expect(await main(['--help'], broken)).toBe(70);
    } finally {
      delete process.env.ZJ_DEBUG;
    }
    expect(lines[1]).toContain('zj.unit.ts');
  });
});

describe('the terminal', () => {
  const wrong = problem({
    code: 'wrong-type',
    where: 'a.csv:1:2',
    message: say`It is wrong.`,
    remedy: say`Mend it.`,
  });
  const open = (isTTY: boolean, columns = 20) => {
    const written = { stdout: '', stderr: '' };
    const output = (name: 'stdout' | 'stderr') => ({
      isTTY,
      columns,
      write: (text: string) => (written[name] += text),
    });
    return { written, terminal: openTerminal({ stdout: output('stdout'), stderr: output('stderr') }) };
  };

  test('progress is one line that renews itself before a person, and fits in it', () => {
    const { written, terminal } = open(true);
    terminal.progress(say`reading`);
    terminal.progress(say`读取产业营业收入数据的每一行`);
    terminal.print(say`done`);
    expect(written).toEqual({ stdout: 'done\n', stderr: 'reading\r\u001b[2K读取产业营业收入数\r\u001b[2K' });
  });

  test('a note stays before a person, whatever renews itself', () => {
    const { written, terminal } = open(true);
    terminal.progress(say`reading`);
    terminal.note({ ...wrong, where: 'a.csv\u202e' });
    terminal.progress(say`on`);
    terminal.end();
    expect(written.stderr).toBe('reading\r\u001b[2Ka.csv: It is wrong. Mend it.\non\r\u001b[2K');
  });

  test('progress is a line each in a log', () => {
    const { written, terminal } = open(false);
    terminal.progress(say`one`);
    terminal.progress(say`two`);
    terminal.end();
    expect(written).toEqual({ stdout: '', stderr: 'one\ntwo\n' });
  });

  test('what steers a terminal or turns a text around is not written', () => {
    const { written, terminal } = open(false);
    terminal.print(say`${'浦东\u001b[31m\u202e计划\r\u0007\u2066'}`);
    terminal.progress(say`${'a\u009bb'}`);
    expect(written).toEqual({ stdout: '浦东[31m计划\n', stderr: 'ab\n' });
  });

  test('problems are lines with their number', () => {
    const { written, terminal } = open(false);
    terminal.problems([wrong]);
    terminal.problems([wrong, wrong]);
    terminal.problems([]);
    const line = 'a.csv:1:2: It is wrong. Mend it.\n';
    expect(written.stderr).toBe(`${line}1 problem.\n${line}${line}2 problems.\n`);
  });
});

describe('as a program', () => {
  test('results go to standard output, progress and problems to standard error', async () => {
    const source = await writeSource(join(folder, 'source'));
    const good = await start(['check', source]);
    expect([good.code, good.stdout.split('\n').at(-2)]).toEqual([0, 'No problems.']);
    expect(good.stderr).toContain('reading patents … 2 rows, 0 rejected\n');
    const bad = await start(['check', join(folder, 'nowhere')]);
    expect([bad.code, bad.stdout]).toEqual([1, '']);
    expect(bad.stderr).toMatch(/1 problem\.\n$/);
  });

  describe.skipIf(process.platform === 'win32')('stopped by a signal it leaves nothing behind', () => {
    let source = '';
    beforeAll(async () => {
      source = await writeSource(join(folder, 'stopped'));
      writeDemo(join(source, 'data'), 200_000);
    });
    const moments = [
      ['SIGINT', 'reading industry-revenue …', 130],
      ['SIGTERM', 'merging industry-revenue …', 143],
    ] as const;
    test.each(moments)('%s while it says "%s"', async (signal, moment, code) => {
      const before = await readdir(folder);
      const out = join(folder, 'made/for/it');
      let during: readonly string[] = [];
      const stopped = await start(['publish', source, '--out', out], (line, stop) => {
        if (line !== moment) return;
        during = readdirSync(folder);
        stop(signal);
      });
      expect([stopped.code, stopped.stdout]).toEqual([code, '']);
      // There was something to take away.
      expect(during.length).toBeGreaterThan(before.length);
      expect(await readdir(folder)).toEqual(before);
    });

    const header = 'application_number,filed,applicant,route,kind,ipc,industry,status';
    const shapes: readonly (readonly [string, () => string])[] = [
      ['half a million rows of which each has a fault', () => faulty(500_000)],
      ['a quotation mark that is never closed', () => `${header}\nx,"${'x,\n'.repeat(40_000_000)}`],
    ];
    const faulty = (count: number) =>
      `${header}\n${Array.from({ length: count }, (_, i) => `D${i},bad,甲,PCT,invention,H01L,集成电路,filed\n`).join('')}`;
    test.each(shapes)('within a second, while it reads %s', async (_, text) => {
      const long = await writeSource(join(folder, 'long'), { 'patents.csv': text() });
      let at = 0;
      const stopped = await start(['check', long], (line, stop) => {
        if (line !== 'reading patents …') return;
        setTimeout(() => {
          at = performance.now();
          stop('SIGINT');
        }, 200);
      });
      expect(stopped.code).toBe(130);
      expect(performance.now() - at).toBeLessThan(1000);
    });
  });
});
