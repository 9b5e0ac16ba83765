import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canMount, withDisk } from '../disk.js';
import { names, run } from './demo.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zj-demo-call-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a call that makes no sense', () => {
  test('is told all its faults at once, and writes nothing', async () => {
    const { code, printed, told } = await run('here --rows 12,000 --seed=-1');
    expect([code, printed]).toEqual([2, '']);
    expect(told).toEqual([
      '--rows: "12,000" is not a whole number from 1000 to 10000000. Write digits only, such as --rows 10000.',
      '--seed: "-1" is not a whole number from 0 to 4294967295. Write digits only, such as --seed 42.',
      '"here" is one word too many. Name the folder with --out DIR.',
      '--out: no folder is named. Say where the files go, such as --out demo.',
      '4 problems. See --help.',
    ]);
    expect((await run('')).told).toEqual([told[3], '1 problem. See --help.']);
  });

  test.each([
    ['--uot x', "Unknown option '--uot'"],
    ['--rows', "Option '--rows <value>' argument missing"],
    ['--rows --out x', "Did you forget to specify the option argument for '--rows'?"],
    ['--force=yes', "Option '--force' does not take an argument"],
  ])('%s is told as one line', async (line, words) => {
    const { code, told } = await run(line);
    expect([code, told]).toEqual([2, [expect.stringContaining(words), '1 problem. See --help.']]);
  });

  test.each(['999', '10000001', '1e4', '', '1000.5', '9999999999999999999999'])(
    '--rows=%s is refused',
    async (rows) => {
      const out = join(folder, 'refused');
      const { code, told } = await run(`--rows=${rows} --out=${out}`);
      expect([code, told]).toEqual([2, [expect.stringMatching(/^--rows: /), '1 problem. See --help.']]);
      await expect(stat(out)).rejects.toThrow('ENOENT');
    },
  );

  test('a seed beyond 32 bits is refused', async () => {
    expect(await run(`--seed 4294967296 --out ${folder}/refused`)).toMatchObject({ code: 2 });
  });

  test('files that are there stay as they are, unless --force replaces them and only them', async () => {
    const out = join(folder, 'taken');
    await mkdir(out);
    await writeFile(join(out, 'patents.csv'), 'mine');
    await writeFile(join(out, 'notes.txt'), 'mine too');
    const { code, told } = await run(`--rows 1000 --out ${out}`);
    expect([code, told[0]]).toEqual([2, expect.stringMatching(/^--out: .* holds patents\.csv\. .*--force/)]);
    expect(await readFile(join(out, 'patents.csv'), 'utf8')).toBe('mine');
    expect(await run(`--rows 1000 --out ${out} --force`)).toMatchObject({ code: 0 });
    expect(await readFile(join(out, 'notes.txt'), 'utf8')).toBe('mine too');
    expect((await readdir(out)).sort()).toEqual([...names, 'notes.txt'].sort());
  });

  test('a file where the folder should be is a problem', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    const { code, told } = await run(`--out ${file}`);
    expect([code, told[0]]).toEqual([2, expect.stringContaining(`${file} is a file, not a folder.`)]);
  });
});

describe('a folder that cannot be written to is told with a way out', () => {
  const expectTold = ({ code, printed, told }: Awaited<ReturnType<typeof run>>, words: string) => {
    expect([code, printed, told.at(-1)]).toEqual([1, '', expect.stringContaining(words)]);
    expect(told.at(-1)).toMatch(/: The files could not be written: .* name another with --out\.$/);
  };

  test('below a file', async () => {
    await writeFile(join(folder, 'above'), '');
    expectTold(await run(`--out ${folder}/above/below`), 'not a directory');
  });

  test.skipIf(process.platform === 'win32')('behind a link to nothing', async () => {
    const link = join(folder, 'dangling');
    await symlink(join(folder, 'nothing'), link);
    for (const out of [link, join(link, 'below')]) expectTold(await run(`--out ${out}`), `mkdir '${link}'`);
  });

  test.runIf(process.platform === 'linux')('where no folder can be made: not tried for ever', async () => {
    expectTold(await run('--out /proc/x/y'), "mkdir '/proc/x'");
  });

  test.runIf(canMount())('on a full disk, which is left empty', async () => {
    await withDisk(64, async (disk) => {
      expectTold(await run(`--out ${disk}/demo`), 'no space left on device');
      expect(await readdir(disk)).toEqual([]);
    });
  });
});

describe('a run that does not end well leaves nothing behind', () => {
  test('Ctrl-C in a folder that holds an older run: the older files stay', async () => {
    const out = join(folder, 'older');
    await run(`--rows 1000 --out ${out}`);
    const before = await readFile(join(out, 'industry-revenue.csv'));
    const { code, printed } = await run(`--rows 50000 --force --out ${out}`, () => process.emit('SIGINT'));
    expect([code, printed]).toEqual([130, '']);
    expect((await readdir(out)).sort()).toEqual([...names].sort());
    expect((await readFile(join(out, 'industry-revenue.csv'))).equals(before)).toBe(true);
  });

  test('a failure in new folders: the folders go too', async () => {
    const fail = () => {
      throw new Error('the terminal is gone');
    };
    await expect(run(`--rows 50000 --out ${folder}/new/deep`, fail)).rejects.toThrow('the terminal is gone');
    await expect(stat(join(folder, 'new'))).rejects.toThrow('ENOENT');
  });

  test('no listener stays on the process', async () => {
    const before = process.listenerCount('SIGINT');
    await run(`--rows 1000 --out ${folder}/quiet`);
    expect(process.listenerCount('SIGINT')).toBe(before);
  });
});
