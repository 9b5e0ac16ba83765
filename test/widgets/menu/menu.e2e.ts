import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { four } from '../../../stories/verdicts.js';
import { openHost, pageOf, settled, tag, type Host } from '../host.js';

let host: Host;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());
afterEach(async () => {
  host.answers.clear();
  await Promise.all(host.browser.contexts().map((context) => context.close()));
});

const beside = '/zj-goal-gauge-menu.js';
const goals = four.map(({ goal }) => tag(goal)).join('');

test('the menu of the classic gauge is one file beside it, which is read with the first press, under a strict policy', async () => {
  const { page, complaints } = await host.visit(pageOf(goals));
  await settled(page);
  expect(host.asked).not.toContain(beside);
  for (let at = 0; at < 2; at++) {
    await page.locator('[part=menu-button]').nth(at).click();
    await page.getByRole('dialog').getByRole('button', { name: '来源与方法' }).click();
    await page.getByRole('heading', { name: '来源与方法' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  expect(host.asked.filter((path) => path === beside)).toHaveLength(1);
  await page.locator('[part=menu-button]').first().click();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('button', { name: '（PNG）' }).click(),
  ]);
  expect(saved.suggestedFilename()).toMatch(/^三大先导产业营业收入.*\.png$/);
  expect(complaints).toEqual([]);
});

test('where the file cannot be read, the card says why, and the next press tries again', async () => {
  const menu = await (await fetch(`${host.address}${beside.slice(1)}`)).text();
  let healthy = false;
  host.answers.set(beside, () =>
    Promise.resolve(healthy ? { body: menu } : { status: 503, body: 'no', type: 'text/plain' }),
  );
  const { page } = await host.visit(pageOf(tag(four[0]!.goal)));
  await settled(page);
  await page.locator('[part=menu-button]').click();
  await page.getByRole('alert').getByText(`读不到 ${host.address}zj-goal-gauge-menu.js`).waitFor();
  healthy = true;
  await page.locator('[part=menu-button]').click();
  await page.getByRole('dialog').waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
});
