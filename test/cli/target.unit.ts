import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Verdicts } from '@zj/metrics';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lines, openFolder, run, writeSource } from './source.js';

let folder = '';
let remove: () => Promise<void>;
beforeAll(async () => ({ folder, remove } = await openFolder()));
afterAll(() => remove());

describe('the folder of the release', () => {
  let source = '';
  beforeAll(async () => {
    source = await writeSource(join(folder, 'good'));
  });
  const publish = (out: string, ...more: readonly string[]) => run('publish', source, '--out', out, ...more);

  test('is made with those above it', async () => {
    expect((await publish(join(folder, 'one/two/three'))).code).toBe(0);
    expect(await readdir(join(folder, 'one/two'))).toEqual(['three']);
  });

  test('may exist empty, or hold an earlier release, which is replaced as a whole', async () => {
    const out = join(folder, 'earlier');
    await mkdir(out);
    expect((await publish(out)).code).toBe(0);
    expect((await publish(out, '--as-of', '2026-06-30')).code).toBe(0);
    expect((await readdir(out)).sort()).toEqual([
      'ladder.json',
      'manifest.json',
      'park.duckdb',
      'series',
      'tasks.json',
      'verdicts.json',
    ]);
    expect((JSON.parse(await readFile(join(out, 'verdicts.json'), 'utf8')) as Verdicts).asOf).toBe(
      '2026-06-30',
    );
  });

  test('with anything beside an earlier release is refused, named and left untouched', async () => {
    const out = join(folder, 'visited');
    expect((await publish(out)).code).toBe(0);
    await writeFile(join(out, 'thesis.txt'), 'years of work');
    await mkdir(join(out, 'photos'));
    const before = await readFile(join(out, 'manifest.json'));
    const { code, problems } = await publish(out, '--as-of', '2026-06-30');
    expect(code).toBe(1);
    expect(problems.map(({ message }) => message)).toEqual([
      'This folder holds other files than those of an earlier release (photos, thesis.txt), and is not changed.',
    ]);
    expect(await readFile(join(out, 'thesis.txt'), 'utf8')).toBe('years of work');
    expect(await readFile(join(out, 'manifest.json'))).toEqual(before);
  });

  test('is left alone where it holds anything else', async () => {
    const out = join(folder, 'mine');
    await mkdir(out);
    await writeFile(join(out, 'thesis.txt'), 'years of work');
    const { code, problems } = await publish(out);
    expect(code).toBe(1);
    expect(problems[0]!.message).toBe(
      'This folder holds other files than those of an earlier release (thesis.txt), and is not changed.',
    );
    await writeFile(join(out, 'manifest.json'), '{ "name": "a web app" }');
    expect((await publish(out)).code).toBe(1);
    expect(await readFile(join(out, 'thesis.txt'), 'utf8')).toBe('years of work');
  });

  test('is left alone where a part of a release was copied into it', async () => {
    const out = join(folder, 'copied');
    await mkdir(out);
    await writeFile(join(out, 'verdicts.json'), '{}');
    const { code, problems } = await publish(out);
    expect([code, problems[0]!.message]).toEqual([
      1,
      'This folder holds a part of a release without its manifest.json (verdicts.json), and is not changed.',
    ]);
  });

  test('may not be a file', async () => {
    const file = join(folder, 'file');
    await writeFile(file, 'x');
    expect((await publish(file)).problems[0]!.message).toBe('This is a file, not a folder.');
  });

  test('a place that cannot be written to is a problem, not a crash', async () => {
    const { code, problems } = await publish(join(folder, 'file/below'));
    expect([code, problems[0]!.code]).toEqual([1, 'cannot-write']);
  });

  test.runIf(process.platform === 'linux')(
    'a place where no folder can be made is told, not tried for ever',
    async () => {
      const { code, problems } = await publish('/proc/zj/x');
      expect([code, problems[0]!.code]).toEqual([1, 'cannot-write']);
    },
  );

  test.skipIf(process.platform === 'win32')(
    'behind a link the folder itself is replaced, and the link stays',
    async () => {
      await mkdir(join(folder, 'real'));
      await symlink(join(folder, 'real'), join(folder, 'link'));
      expect((await publish(join(folder, 'link'))).code).toBe(0);
      expect(await readdir(join(folder, 'real'))).toContain('manifest.json');
    },
  );

  test('an earlier release stands untouched when a new one fails', async () => {
    const out = join(folder, 'kept');
    expect((await publish(out)).code).toBe(0);
    const before = await readFile(join(out, 'manifest.json'));
    const broken = await writeSource(join(folder, 'broken'), { 'patents.csv': lines('application_number') });
    expect((await run('publish', broken, '--out', out)).code).toBe(1);
    // A warning is a problem only after the database was written.
    expect((await publish(out, '--strict')).code).toBe(1);
    expect(await readFile(join(out, 'manifest.json'))).toEqual(before);
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});
