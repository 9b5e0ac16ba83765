import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run, speak } from './source.js';
import { publishSmall, readManifest, type Published, type Told } from './verify-release.js';

let published: Published;
beforeAll(async () => {
  published = await publishSmall();
});
afterAll(() => published.remove());

const last = (printed: string): string => printed.split('\n').at(-1)!;

describe('zj verify of a release as it was published', () => {
  test('says that all is equal, what that proves, and what it does not, with exit code 0', async () => {
    const { code, printed, problems, progress } = await run('verify', published.release);
    expect([code, problems]).toEqual([0, []]);
    expect(last(printed)).toMatch(/^Equal: all \d+ checks\. /);
    expect(last(printed)).toContain('it does not prove that the data are true.');
    expect(printed).not.toContain('NOT EQUAL');
    expect(printed).not.toMatch(/probably/i);
    // Every file, every goal, every dataset has its line.
    const { plan, datasets } = await readManifest(published.release);
    for (const path of published.files) expect(printed).toContain(` ${path} `);
    for (const { id } of plan.goals)
      expect(printed).toMatch(new RegExp(`^ {2}equal +goal +${id} +\\d+ +\\d+ `, 'm'));
    for (const { contract } of datasets)
      expect(printed).toMatch(new RegExp(`^ {2}equal +rows +${contract.id} `, 'm'));
    expect(progress.at(-1)).toMatch(/^computing … (\d+) of \1: /);
  });

  test('is the same by its folder and by its manifest.json', async () => {
    const checks = (printed: string): string => last(printed);
    const byFolder = await run('verify', published.release);
    const byFile = await run('verify', join(published.release, 'manifest.json'));
    expect(byFile.code).toBe(0);
    expect(checks(byFile.printed)).toBe(checks(byFolder.printed));
  });

  test('prints each statement where it is asked for, and none elsewhere', async () => {
    const plain = await run('verify', published.release);
    const { printed } = await run('verify', published.release, '--sql');
    expect(plain.printed).not.toContain('SELECT');
    expect(printed).toMatch(/^-- goal pct-applications: \d+ rows, [\d.]+ ms\nSELECT /m);
    expect(printed).toMatch(/^-- rows patents: 1 rows, [\d.]+ ms\nSELECT sha256/m);
  });

  test('shows the steps and the figures of one goal', async () => {
    const { code, printed } = await run('verify', published.release, '--goal', 'pct-applications');
    expect(code).toBe(0);
    expect(printed).toContain('series/goals/pct-applications.json');
    expect(printed).not.toContain('leading-industries-revenue');
    for (const figure of ['value', 'target', 'attainment', 'schedule', 'status', 'forecast']) {
      expect(printed).toMatch(new RegExp(`^ {2}equal +${figure} `, 'm'));
    }
  });

  test('refuses a goal that the plan does not have, and lists those that it has', async () => {
    const { plan } = await readManifest(published.release);
    const { code, told, printed } = await run('verify', published.release, '--goal', 'nothing');
    expect([code, printed]).toEqual([2, '']);
    const ids = plan.goals.map(({ id }) => id).join(', ');
    expect(told).toEqual([`--goal: The plan has no goal "nothing". Use one of: ${ids}.`]);
  });

  test('prints the whole verification as JSON', async () => {
    const { code, printed } = await run('verify', published.release, '--json');
    const told = JSON.parse(printed) as Told;
    expect([code, told.outcome, told.problems]).toEqual([0, 'equal', []]);
    expect(told.verification!.equal).toBe(true);
    expect(told.verification!.series!.map(({ path }) => path)).toContain('ladder.json');
    expect(told.files.map(({ path }) => path).toSorted()).toEqual(
      published.files.filter((path) => path !== 'manifest.json'),
    );
    // Each step is counted, up to the last one.
    expect(told.steps.map(({ done }) => done)).toEqual(told.steps.map((_, i) => i + 1));
    expect(told.steps.at(-1)!.total).toBe(told.steps.length);
    const goal = told.steps.find(({ name }) => name === 'pct-applications')!;
    expect(goal.statements[0]!.sql).toBe(
      told.verification!.goals.find((one) => one.goal === 'pct-applications')!.published!.sql,
    );
  });

  test('is told in Chinese', async () => {
    const { code, stdout } = await speak(['verify', published.release, '--lang', 'zh']);
    expect(code).toBe(0);
    expect(last(stdout.trimEnd())).toMatch(/^相等：\d+ 项核验全部一致。/);
    expect(last(stdout.trimEnd())).toContain('不证明数据本身真实');
    expect(stdout).not.toMatch(/equal|computed/);
  });
});

describe('zj verify of something else', () => {
  test('says that no address is named, with exit code 2', async () => {
    expect(await run('verify')).toMatchObject({ code: 2, printed: '' });
    expect((await run('verify', 'a', 'b')).told[0]).toContain('One address is expected, but 2 are named.');
    expect((await run('verify', 'a', '--timeout', '0')).told[0]).toContain('"0" is not a number of seconds.');
  });

  test('refuses an address with a password, and never prints it', async () => {
    const { code, told } = await run('verify', 'http://me:secret@127.0.0.1/release');
    expect(code).toBe(2);
    expect(told.join()).not.toContain('secret');
    expect((await run('verify', 'ftp://127.0.0.1/release')).code).toBe(2);
  });

  test('says that a folder is no release, and that a path leads nowhere, with exit code 3', async () => {
    const empty = join(published.folder, 'empty');
    await mkdir(empty);
    for (const path of [empty, join(published.folder, 'nowhere')]) {
      const { code, printed, problems } = await run('verify', path);
      expect([code, printed]).toEqual([3, 'It could not be checked. This says nothing about the figures.']);
      expect(problems[0]).toMatchObject({ code: 'missing-file', where: path });
    }
  });

  test('says that verdicts.json is no manifest', async () => {
    const { code, told } = await run('verify', join(published.release, 'verdicts.json'));
    expect(code).toBe(3);
    expect(told[0]).toContain('not its manifest. Name the manifest.json beside them.');
  });
});
