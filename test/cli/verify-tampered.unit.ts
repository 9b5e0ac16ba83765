import { execFileSync } from 'node:child_process';
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { platform } from 'node:process';
import { join } from 'node:path';
import type { Manifest, Verdicts } from '@zj/metrics';
import { openWorkbench } from '@zj/metrics/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from './source.js';
import { publishSmall, readManifest, rewrite, type Published, type Told } from './verify-release.js';

let published: Published;
beforeAll(async () => {
  published = await publishSmall();
});
afterAll(() => published.remove());

async function verify(release: string): Promise<{ readonly code: number; readonly told: Told }> {
  const { code, printed } = await run('verify', release, '--json');
  return { code, told: JSON.parse(printed) as Told };
}

/** The paths of files that are not those that the manifest names. */
const changed = ({ files }: Told): readonly string[] =>
  files.filter(({ equal }) => !equal).map(({ path }) => path);

describe('one byte more', () => {
  test('in any file but the manifest is told with the name of the file', async () => {
    for (const path of published.files.filter((one) => one !== 'manifest.json')) {
      const release = await published.copy();
      await appendFile(join(release, path), ' ');
      const { code, told } = await verify(release);
      expect([path, code, told.outcome, changed(told)]).toEqual([path, 1, 'different', [path]]);
      const { printed } = await run('verify', release);
      expect(printed).toContain(`${path}: it has `);
      expect(printed.split('\n').at(-1)).toMatch(/^Not equal: /);
      await rm(release, { recursive: true });
    }
  });
});

describe('one byte changed', () => {
  test('in any file is told, and no file is the cause but that one', async () => {
    for (const path of published.files.filter((one) => one !== 'manifest.json')) {
      const release = await published.copy();
      const bytes = await readFile(join(release, path));
      const at = Math.floor(bytes.length / 2);
      bytes[at] = bytes[at]! ^ 1;
      await writeFile(join(release, path), bytes);
      const { code, told } = await verify(release);
      expect([path, code, changed(told)]).toEqual([path, 1, [path]]);
      await rm(release, { recursive: true });
    }
  });

  test('in the manifest is told by the seal of verdicts.json', async () => {
    const release = await published.copy();
    const manifest = await readManifest(release);
    const changedPlan: Manifest = {
      ...manifest,
      plan: { ...manifest.plan, document: { ...manifest.plan.document, number: '另一号' } },
    };
    await writeFile(join(release, 'manifest.json'), JSON.stringify(changedPlan));
    const { code, told } = await verify(release);
    expect([code, changed(told)]).toEqual([1, []]);
    expect(told.verification!.manifest.equal).toBe(false);
    expect((await run('verify', release)).printed).toContain(
      'manifest.json: it is not the manifest that verdicts.json was published with',
    );
  });

  test('in the manifest so that it is no JSON is told: nothing can be checked', async () => {
    const release = await published.copy();
    const text = await readFile(join(release, 'manifest.json'), 'utf8');
    await writeFile(join(release, 'manifest.json'), text.slice(0, -5));
    const { code, told } = await verify(release);
    expect([code, told.outcome]).toEqual([3, 'unchecked']);
    expect(told.problems[0]!.where).toContain('manifest.json');
  });
});

describe('a figure that was changed with a digest that was made for it', () => {
  test('in verdicts.json is told with the goal, the field and both figures', async () => {
    const release = await published.copy();
    const verdicts = JSON.parse(await readFile(join(release, 'verdicts.json'), 'utf8')) as Verdicts;
    const [first, ...rest] = verdicts.verdicts;
    const forged = { ...verdicts, verdicts: [{ ...first!, actual: 12.5 }, ...rest] };
    await rewrite(release, 'verdicts.json', Buffer.from(JSON.stringify(forged)));
    const { code, printed } = await run('verify', release);
    expect(code).toBe(1);
    expect(printed).toContain(`${first!.goal}: actual: published 12.5, computed ${first!.actual}`);
    expect(printed).not.toMatch(/^ {2}NOT EQUAL +file/m);
    const one = await run('verify', release, '--goal', first!.goal);
    expect(one.printed).toMatch(/^ {2}NOT EQUAL +value +12.5 +/m);
    // Asked for another goal, it still says so.
    const other = await run('verify', release, '--goal', rest[0]!.goal);
    expect([other.code, other.printed]).toEqual([1, expect.stringContaining(`${first!.goal}: actual: `)]);
  });

  test('in a series, the ladder or the tasks is told with the file', async () => {
    const files = published.files.filter((path) => /^(series|ladder|tasks)/.test(path));
    expect(files.length).toBeGreaterThan(4);
    for (const path of files) {
      const release = await published.copy();
      const json = JSON.parse(await readFile(join(release, path), 'utf8')) as object;
      await rewrite(release, path, Buffer.from(JSON.stringify({ ...json, plan: 'another' })));
      const { code, told } = await verify(release);
      const wrong = told.verification!.series!.filter(({ equal }) => !equal);
      expect([path, code, changed(told), wrong.map((one) => [one.path, one.differences])]).toEqual([
        path,
        1,
        [],
        [[path, ['plan']]],
      ]);
      await rm(release, { recursive: true });
    }
  });

  test('in the database is told with the dataset and the goal', async () => {
    const release = await published.copy();
    const { files } = await readManifest(release);
    const path = join(release, files.database.path);
    const workbench = await openWorkbench();
    try {
      await workbench.execute(`ATTACH '${path}' AS forged`);
      await workbench.execute(`UPDATE forged.main.patents SET route = 'PCT'`);
      await workbench.execute('DETACH forged');
    } finally {
      await workbench.close();
    }
    await rewrite(release, files.database.path, await readFile(path));
    const { code, printed } = await run('verify', release);
    expect(code).toBe(1);
    expect(printed).toContain('patents: the SHA-256 of its rows is ');
    expect(printed).toMatch(/^ {2}NOT EQUAL +goal +pct-applications /m);
  });
});

describe('a file that is missing', () => {
  test('is named, and the release could not be checked', async () => {
    for (const path of published.files.filter((one) => one !== 'manifest.json')) {
      const release = await published.copy();
      await rm(join(release, path));
      const { code, told } = await verify(release);
      expect([path, code, told.outcome]).toEqual([path, 3, 'unchecked']);
      expect(told.problems.map(({ where }) => where.replaceAll('\\', '/'))).toEqual([
        expect.stringMatching(new RegExp(`${path}$`)),
      ]);
      await rm(release, { recursive: true });
    }
  });

  test.skipIf(platform === 'win32')('and a pipe in its place does not hang it', async () => {
    const release = await published.copy();
    await rm(join(release, 'tasks.json'));
    execFileSync('mkfifo', [join(release, 'tasks.json')]);
    const { code, told } = await verify(release);
    expect([code, told.problems[0]!.code]).toEqual([3, 'not-a-file']);
  });
});
