import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { splitCells } from '@zj/metrics/internal';
import { contractWith, lines, openFolder, revenueRows, revenueWith, run, writeSource } from './source.js';

let folder = '';
let remove: () => Promise<void>;
beforeAll(async () => ({ folder, remove } = await openFolder()));
afterAll(() => remove());

const publish = (source: string, ...more: readonly string[]) =>
  run('publish', source, '--out', `${source}-out`, '--max-rejects', '9', ...more);
const bad = revenueRows[3]!.replace(/[\d.]+$/, 'x');

test('cells that a spreadsheet would run as formulas are kept as texts', async () => {
  const header = 'application_number,filed,applicant,route,kind,ipc,industry,status';
  const plain = ['=HYPERLINK("http://x","y")', '+1+1', '-2+3', '@SUM(A1)', '\tx', "=cmd|' /C calc'!A0"];
  const evil = [...plain, '\n=1+1', '＝1+1', '＋1', '－1', '＠SUM(A1)'];
  const quoted = evil.map((cell) => `"${cell.replaceAll('"', '""')}"`);
  const source = await writeSource(join(folder, 'formulas'), {
    'patents.json': await contractWith('patents', {}),
    'patents.csv': lines(
      header,
      'P0,2026-03-05,a,PCT,invention,,其他,filed',
      ...quoted.map((cell, i) => `P${i + 1},2026-03-05,${cell},nonsense,invention,,其他,filed`),
      `=1+2,2026-03-05`,
    ),
  });
  const { code } = await publish(source, '--max-rejects', '99');
  expect(code).toBe(0);
  const [first, ...rows] = (await readFile(join(source, '.zj/rejects/patents.csv'), 'utf8'))
    .trimEnd()
    .split(/\n(?!=)/);
  expect(first).toBe(`line,column,field,value,reason,${header}`);
  const cells = rows.map((row) => splitCells(row, 1).map(({ text }) => text));
  expect(cells.flat().filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([]);
  for (const cell of evil) expect(cells.flat()).toContain(`'${cell}`);
  expect(cells.flat()).toContain("'=1+2,2026-03-05");
});

test('where the source cannot be written to they go to a temporary folder, and it is said which', async () => {
  const source = await writeSource(join(folder, 'shut'), { 'industry-revenue.csv': revenueWith({ 5: bad }) });
  // A file where the folder should be stops whoever runs this test, root too.
  await writeFile(join(source, '.zj'), '');
  const { code, printed } = await publish(source);
  expect(code).toBe(0);
  const [, kept] = /1 rejected rows are in (\S+)/.exec(printed)!;
  expect(dirname(kept!)).toBe(tmpdir());
  expect(await readdir(kept!)).toEqual(['industry-revenue.csv']);
  if (process.platform !== 'win32') {
    expect((await stat(kept!)).mode & 0o777).toBe(0o700);
    expect((await stat(join(kept!, 'industry-revenue.csv'))).mode & 0o777).toBe(0o600);
  }
  await rm(kept!, { recursive: true });
});

test.skipIf(process.platform === 'win32').each(['.zj', '.zj/rejects'])(
  'where %s is a link they stay out of where it leads, and nothing is removed there',
  async (name) => {
    const source = await writeSource(join(folder, `linked${name.length}`), {
      'industry-revenue.csv': revenueWith({ 5: bad }),
    });
    const elsewhere = `${source}-elsewhere`;
    const earlier = join(elsewhere, name === '.zj' ? 'rejects' : '', 'gone.csv');
    await mkdir(dirname(earlier), { recursive: true });
    await writeFile(earlier, 'line,column,field,value,reason\nold\n');
    await mkdir(dirname(join(source, name)), { recursive: true });
    await symlink(elsewhere, join(source, name));
    const { code, printed } = await publish(source);
    expect(code).toBe(0);
    const [, kept, why] = /1 rejected rows are in (\S+) \((.*)\)/.exec(printed)!;
    expect(dirname(kept!)).toBe(tmpdir());
    expect(why).toBe(`not in ${join(source, name)}, which is a link`);
    expect(await readdir(kept!)).toEqual(['industry-revenue.csv']);
    expect(await readdir(dirname(earlier))).toEqual(['gone.csv']);
    await rm(kept!, { recursive: true });
  },
);

test('files of an earlier run make way, whoever may read them, and nothing else is touched', async () => {
  const source = await writeSource(join(folder, 'earlier'), {
    'industry-revenue.csv': revenueWith({ 5: bad }),
  });
  const kept = join(source, '.zj/rejects');
  await mkdir(kept, { recursive: true });
  await writeFile(join(kept, 'industry-revenue.csv'), 'line,column,field,value,reason\nold\n');
  await chmod(join(kept, 'industry-revenue.csv'), 0o644);
  await writeFile(join(kept, 'gone.csv'), 'line,column,field,value,reason\nold\n');
  await writeFile(join(kept, 'mine.csv'), 'a,b\n');
  expect((await publish(source)).code).toBe(0);
  expect((await readdir(kept)).sort()).toEqual(['.gitignore', 'industry-revenue.csv', 'mine.csv']);
  expect(await readFile(join(kept, 'industry-revenue.csv'), 'utf8')).not.toContain('old');
  if (process.platform !== 'win32')
    expect((await stat(join(kept, 'industry-revenue.csv'))).mode & 0o777).toBe(0o600);
});

test('no repository takes them in', async () => {
  const source = await writeSource(join(folder, 'repository'), {
    'industry-revenue.csv': revenueWith({ 5: bad }),
  });
  const git = (...words: readonly string[]) => execFileSync('git', words, { cwd: source, encoding: 'utf8' });
  git('init', '-q');
  git('add', '.');
  const before = git('status', '--porcelain');
  expect((await publish(source)).code).toBe(0);
  expect(git('status', '--porcelain', '--untracked-files=all')).toBe(before);
});

test('checking counts as publishing does, and writes nothing', async () => {
  const source = await writeSource(join(folder, 'counts'), {
    'industry-revenue.csv': revenueWith({ 5: bad, 9: bad }),
  });
  const checked = await run('check', source, '--max-rejects', '2');
  expect(checked.code).toBe(0);
  expect(checked.printed).toContain('2 rejected rows are left out');
  expect(await readdir(source)).not.toContain('.zj');
  const published = await publish(source);
  const rows = (printed: string) => printed.match(/\S+ +\d+ of \d+ rows kept.*/g);
  expect(rows(checked.printed)).toEqual(rows(published.printed));
  expect(checked.told).toEqual(published.told);
  const more = await run('check', source, '--max-rejects', '1');
  expect([more.code, more.told.at(-1)]).toEqual([
    1,
    '--max-rejects: 2 rows are rejected, but at most 1 may be. Correct the rows named above.',
  ]);
});
