import { readFile } from 'node:fs/promises';
import type { Manifest, Verdicts } from '@zj/metrics';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Visit } from '../../metrics/engine/site.js';
import {
  ended,
  fileOf,
  openVerifySite,
  served,
  sourceOf,
  textOf,
  verify,
  type VerifySite,
} from './verify-site.js';

let stage: VerifySite;
let visit: Visit | undefined;
beforeAll(async () => {
  stage = await openVerifySite();
});
afterEach(async () => {
  await visit?.page.context().close();
  visit = undefined;
  for (const path of stage.published.files) stage.site.answers.delete(served(path));
});
afterAll(() => stage.close());

const goal = 'pct-applications';
const gauge = `<zj-goal-gauge goal="${goal}"></zj-goal-gauge>`;

async function open(inside: string, lang?: string): Promise<Visit> {
  visit = await stage.open(sourceOf(inside), lang);
  return visit;
}

async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(fileOf(stage.published, path), 'utf8')) as T;
}

/** Serves a file of the release with other content, from now on. */
function replace(path: string, body: string): void {
  stage.site.answers.set(served(path), (response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(body);
  });
}

describe('<zj-verify> of a release as it was published', () => {
  test('loads nothing before a press, then computes everything and says that it is equal', async () => {
    const { page, requests, foreign, complaints } = await open(`${gauge}<zj-verify></zj-verify>`);
    await page.waitForSelector('zj-goal-gauge[status]');
    const own = requests.slice(requests.indexOf('/verify'));
    expect(own.filter((path) => /engine|duckdb|zj-metrics/.test(path))).toEqual([]);
    expect(await textOf(page, 'offer')).toContain('不上传任何数据');
    await verify(page);
    expect(await textOf(page, 'outcome-word')).toBe('相等');
    expect(await textOf(page, 'proof')).toMatch(/^证明：.*不证明：/);
    const { plan, datasets, files } = await readJson<Manifest>('manifest.json');
    const steps = await page.locator('zj-verify [part=step]').allInnerTexts();
    for (const { name } of plan.goals) expect(steps.join('\n')).toContain(name.zh);
    for (const { contract } of datasets) expect(steps.join('\n')).toContain(contract.name.zh);
    for (const { path } of files.series!.goals) expect(steps.join('\n')).toContain(path);
    expect(await page.locator('zj-verify [part=step].different').count()).toBe(0);
    expect(await page.locator('zj-verify').getAttribute('outcome')).toBe('equal');
    expect([foreign, complaints]).toEqual([[], []]);
  });

  test('of one goal shows its figure in three places, its figures and its SQL', async () => {
    const { page } = await open(`${gauge}<zj-verify goal="${goal}"></zj-verify>`);
    await page.waitForSelector('zj-goal-gauge[status]');
    await verify(page);
    const { verdicts } = await readJson<Verdicts>('verdicts.json');
    const own = verdicts.find((one) => one.goal === goal)!;
    expect(await textOf(page, 'label')).toBe(`核验：${own.name.zh}`);
    const places = await page.locator('zj-verify dd').allInnerTexts();
    expect(new Set(places)).toEqual(new Set([`${own.actual}件`]));
    expect(places).toHaveLength(3);
    expect(await textOf(page, 'figures')).toContain('完成比例');
    const sql = page.locator('zj-verify [part=step]', { hasText: own.name.zh! }).locator('pre');
    expect(await sql.textContent()).toContain(own.sql);
    // Another goal's steps stay out.
    const other = verdicts.find((one) => one.goal !== goal)!;
    expect(await textOf(page, 'steps')).not.toContain(other.name.zh);
  });

  test('the record is the whole verification as JSON, and says where it was made', async () => {
    const { page } = await open('<zj-verify></zj-verify>');
    await verify(page);
    const coming = page.waitForEvent('download');
    await page.locator('zj-verify [part=record]').click();
    const download = await coming;
    const record = JSON.parse(await readFile(await download.path(), 'utf8')) as {
      readonly equal: boolean;
      readonly manifest: string;
      readonly steps: readonly unknown[];
      readonly verification: { readonly equal: boolean };
    };
    expect(download.suggestedFilename()).toMatch(/^verify-.*\.json$/);
    expect(record).toMatchObject({ equal: true, manifest: `${stage.site.address}/release/manifest.json` });
    expect(record.verification.equal).toBe(true);
    expect(record.steps.length).toBeGreaterThan(10);
  });

  test('in English, and by the keyboard alone', async () => {
    const { page } = await open(`<zj-verify goal="${goal}"></zj-verify>`, 'en');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await ended(page);
    expect(await textOf(page, 'outcome-word')).toBe('Equal');
    // The reader is at the name of the card, before the result.
    const focused = await page.evaluate(
      () => document.querySelector('zj-verify')!.shadowRoot!.activeElement!.id,
    );
    expect(focused).toBe('title');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate(() => document.querySelector('zj-verify')!.shadowRoot!.activeElement?.className),
    ).toBe('figures');
    expect(await textOf(page, 'places')).toContain('not on this page');
  });
});

describe('<zj-verify> of a release that was tampered with', () => {
  test('a figure that the page shows, and that does not follow from the data, is told in all places', async () => {
    const verdicts = await readJson<Verdicts>('verdicts.json');
    const forged = {
      ...verdicts,
      verdicts: verdicts.verdicts.map((one) => (one.goal === goal ? { ...one, actual: 77 } : one)),
    };
    replace('verdicts.json', JSON.stringify(forged));
    const { page } = await open(`${gauge}<zj-verify goal="${goal}"></zj-verify>`);
    await page.waitForSelector('zj-goal-gauge[status]');
    await verify(page);
    expect(await textOf(page, 'outcome-word')).toMatch(/^不相等，有 \d+ 项$/);
    const own = verdicts.verdicts.find((one) => one.goal === goal)!;
    expect(await page.locator('zj-verify dd').allInnerTexts()).toEqual([
      '77 件',
      '77 件',
      `${own.actual} 件`,
    ]);
    expect(await textOf(page, 'steps')).toContain(`实际值：公布 77，重算 ${own.actual}`);
    expect(await textOf(page, 'proof')).toContain('请不要引用');
    expect(await page.locator('zj-verify').getAttribute('outcome')).toBe('different');
  });

  test('a page that shows another figure than the release is told as such', async () => {
    const { page } = await open(`${gauge}<zj-verify></zj-verify>`);
    await page.waitForSelector('zj-goal-gauge[status]');
    await page.evaluate(() => {
      const shown = document.querySelector('zj-goal-gauge')!;
      shown.verdict = { ...shown.shown!, actual: 99 };
    });
    await verify(page);
    const wrong = page.locator('zj-verify [part=step].different');
    expect(await wrong.count()).toBe(1);
    expect(await wrong.innerText()).toContain('本页显示的数');
    expect(await wrong.innerText()).toContain('本页 99');
  });

  test('a series, the ladder and the tasks are told by their paths', async () => {
    for (const path of ['series/goals/pct-applications.json', 'ladder.json', 'tasks.json']) {
      replace(path, JSON.stringify({ ...(await readJson<object>(path)), plan: 'another' }));
      const { page } = await open('<zj-verify></zj-verify>');
      await verify(page);
      const wrong = await page.locator('zj-verify [part=step].different').allInnerTexts();
      expect([path, wrong.length, wrong.join()]).toEqual([path, 1, expect.stringContaining(path)]);
      await page.context().close();
      visit = undefined;
      stage.site.answers.delete(served(path));
    }
  });
});

describe('<zj-verify> that cannot verify', () => {
  test('says why, and tries again: a database that is missing', async () => {
    const { files } = await readJson<Manifest>('manifest.json');
    stage.site.answers.set(served(files.database.path), (response) => {
      response.statusCode = 404;
      response.end();
    });
    const { page } = await open('<zj-verify></zj-verify>');
    await verify(page);
    expect(await textOf(page, 'error')).toMatch(/^未能核验，这不说明数是否正确。.*404/);
    expect(await page.locator('zj-verify [part=outcome]').count()).toBe(0);
    stage.site.answers.delete(served(files.database.path));
    await page.locator('zj-verify [part=retry]').click();
    await page.waitForSelector('zj-verify[outcome=equal]');
    expect(await page.locator('zj-verify[failed]').count()).toBe(0);
  });

  test('a database with another digest is never computed from', async () => {
    const { files } = await readJson<Manifest>('manifest.json');
    const bytes = await readFile(fileOf(stage.published, files.database.path));
    bytes[bytes.length - 1]! ^= 1;
    stage.site.answers.set(served(files.database.path), (response) => void response.end(bytes));
    const { page } = await open('<zj-verify></zj-verify>');
    await verify(page);
    expect(await page.locator('zj-verify').getAttribute('failed')).toBe('');
    expect(await textOf(page, 'error')).toContain('SHA-256');
  });

  test('is cancelled while the engine loads, keeps no result, and begins again', async () => {
    let release: (() => void) | undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const { files } = await readJson<Manifest>('manifest.json');
    const bytes = await readFile(fileOf(stage.published, files.database.path));
    stage.site.answers.set(served(files.database.path), async (response) => {
      await held;
      response.end(bytes);
    });
    const { page } = await open('<zj-verify></zj-verify>');
    await page.locator('zj-verify [part=start]').click();
    await page.waitForSelector('zj-verify[loading]');
    await page.locator('zj-verify [part=cancel]').click();
    expect(await textOf(page, 'offer')).toContain('已取消');
    expect(await page.locator('zj-verify[loading], zj-verify[outcome], zj-verify[failed]').count()).toBe(0);
    release!();
    await verify(page);
    expect(await textOf(page, 'outcome-word')).toBe('相等');
  });

  test('a release that was replaced after the page had read it is never verified in its place', async () => {
    const { page } = await open('<zj-verify></zj-verify>');
    const manifest = await readJson<Manifest>('manifest.json');
    const verdicts = { ...manifest.files.verdicts, sha256: '0'.repeat(64) };
    replace('manifest.json', JSON.stringify({ ...manifest, files: { ...manifest.files, verdicts } }));
    await verify(page);
    expect(await textOf(page, 'error')).toContain('发布内容已更换');
    expect(await page.locator('zj-verify[outcome]').count()).toBe(0);
  });

  test('an unknown goal lists the ids', async () => {
    const { page } = await open('<zj-verify goal="nothing"></zj-verify>');
    await page.waitForSelector('zj-verify[failed]');
    const { plan } = await readJson<Manifest>('manifest.json');
    for (const { id } of plan.goals) expect(await textOf(page, 'error')).toContain(id);
  });

  test('a source without an engine says what is missing', async () => {
    visit = await stage.open(
      '<zj-source manifest="/release/manifest.json"><zj-verify></zj-verify></zj-source>',
    );
    expect(await textOf(visit.page, 'error')).toContain('sdk');
  });
});

test('on paper a reader finds the command for a terminal', async () => {
  const { page } = await open(`<zj-verify goal="${goal}"></zj-verify>`);
  const line = page.locator('zj-verify [part=by-hand]');
  expect(await line.isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await line.isVisible()).toBe(true);
  expect(await line.innerText()).toContain(
    `npx zj verify ${stage.site.address}/release/manifest.json --goal ${goal}`,
  );
  expect(await page.locator('zj-verify button:visible').count()).toBe(0);
});
