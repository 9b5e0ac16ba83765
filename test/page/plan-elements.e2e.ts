import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseLadder, parseTasks, readLadder } from '@zj/metrics';
import { boardHtml, ladderHtml } from '@zj/widgets/print';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, visit, type Site, type Visit } from './site.js';

/** A page with printed tables inside of its tags, beside the published park. */
async function writePage(folder: string, release: string): Promise<void> {
  const read = async (name: string): Promise<never> =>
    JSON.parse(await readFile(join(release, name), 'utf8')) as never;
  const [ladder, tasks] = [await read('ladder.json'), await read('tasks.json')];
  const page = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,">
    <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="zj/zj.css">
    <script src="zj/zj.js" type="module"></script></head><body><main><h1>t</h1><zj-source manifest="release/manifest.json">
    <zj-tier-ladder>${ladderHtml(ladder, { locale: 'zh-CN' })}</zj-tier-ladder>
    <zj-task-board>${boardHtml(tasks, { locale: 'zh-CN' })}</zj-task-board></zj-source></main></body></html>`;
  await writeFile(join(folder, 'index.html'), page);
}

let site: Site;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zj-plan-page-'));
  site = await openSite(folder, 'examples/park', (release) => writePage(folder, release));
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

const read = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(join(site.release, name), 'utf8'));

async function open(width: number, hasScripts = true): Promise<Visit> {
  const visited = await visit(site, {
    viewport: { width, height: 900 },
    javaScriptEnabled: hasScripts,
  });
  if (hasScripts) {
    await visited.page.waitForSelector('zj-tier-ladder [part=tier]');
    await visited.page.waitForSelector('zj-task-board [part=task]');
  }
  return visited;
}

/** The texts of elements inside an element, white space made one space. */
function texts(page: Page, selector: string): Promise<readonly string[]> {
  return page
    .locator(selector)
    .evaluateAll((all) => all.map((one) => one.textContent.replaceAll(/\s+/g, ' ').trim()));
}

test.each([1280, 375])(
  'the elements show the published park, %i px wide, under a strict policy',
  async (width) => {
    const { page, complaints, foreign } = await open(width);
    const { ladder } = parseLadder(await read('ladder.json'));
    const { tiers } = readLadder(ladder!, { start: '2026-01-01', end: ladder!.reportedThrough });
    expect(await texts(page, 'zj-tier-ladder [part=count]')).toEqual(
      tiers.map(({ count }) => count.toLocaleString('en')),
    );
    expect(await texts(page, 'zj-tier-ladder dd')).toEqual(
      tiers.flatMap(({ entered, came, went, left }) => [entered, came, went, left].map((one) => `${one}家`)),
    );
    const { tasks } = parseTasks(await read('tasks.json'));
    const all = tasks!.areas.flatMap((area) => area.tasks);
    expect(await texts(page, 'zj-task-board [part=task] .row .name')).toEqual(
      all.map(({ title }) => title.zh),
    );
    const words = {
      done: '已完成',
      'under-way': '进行中',
      'not-started': '未开始',
      stopped: '已停止',
    } as const;
    expect(await texts(page, 'zj-task-board [part=task] .row [part=state]')).toEqual(
      all.map(({ report }) => (report ? words[report.state] : '没有报告')),
    );
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect([isWide, complaints, foreign]).toEqual([false, [], []]);
    await page.context().close();
  },
);

test('without scripts the tables stand in the tags, with the same figures, and the page is no wider than a phone', async () => {
  const { page, complaints } = await open(375, false);
  const [table] = await texts(page, 'zj-tier-ladder table >> nth=0');
  const { ladder } = parseLadder(await read('ladder.json'));
  const { tiers } = readLadder(ladder!, { start: '2026-01-01', end: ladder!.reportedThrough });
  for (const { count } of tiers) expect(table).toContain(`${count}`);
  expect(await page.locator('zj-task-board tbody tr').count()).toBeGreaterThan(50);
  expect(complaints).toEqual([]);
  const { width } = (await page.locator('zj-task-board figure').boundingBox())!;
  expect(width).toBeLessThanOrEqual(375);
  await page.context().close();
});
