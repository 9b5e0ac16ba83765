import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright';
import sirv from 'sirv';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchOptions, patience } from '../chromium.mjs';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'build/storybook');

interface Entry {
  readonly id: string;
  readonly title: string;
}

let server: Server;
let browser: Browser;
let page: Page;
let address: string;
let entries: readonly Entry[];
/** Requests to any other site, all of which are refused; and the errors of the console. */
const foreign: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)('npm', ['run', '--silent', 'build-storybook'], { cwd: root, env });
  server = createServer(sirv(folder, { dev: true }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await chromium.launch(launchOptions());
  page = await browser.newPage();
  page.setDefaultTimeout(patience);
  await page.route('**', (route) => {
    const url = route.request().url();
    if (url.startsWith(address)) return route.continue();
    foreign.push(url);
    return route.abort();
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load'))
      complaints.push(message.text());
  });
  const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as {
    entries: Record<string, Entry>;
  };
  entries = Object.values(index.entries);
});
afterAll(async () => {
  await browser.close();
  server.close();
});

test('the built Storybook asks nothing of any other site, whatever is opened', async () => {
  const [first, ...others] = entries
    .filter(({ id }) => id.startsWith('guide-'))
    .map(({ title }) => title.split('/')[1]!);
  const pages = readdirSync(join(root, 'stories/docs')).filter((file) => file.endsWith('.mdx'));
  expect(others).toHaveLength(pages.length - 1);
  const frame = page.frameLocator('#storybook-preview-iframe');
  const opened = (name: string): Promise<void> => frame.locator('h1').filter({ hasText: name }).waitFor();
  const open = (name: string): Promise<void> => page.getByRole('link', { name, exact: true }).first().click();
  await page.goto(`${address}/`);
  await opened(first!);
  for (const guide of others) {
    await open(guide);
    await opened(guide);
    expect(await frame.getByText('| --').count(), `a table of ${guide} is not drawn`).toBe(0);
  }
  await page.getByRole('button', { name: 'Tag', exact: true }).click();
  await open('Docs');
  await opened('Tag');
  await open('From Release');
  await frame.locator('zj-goal-gauge[status=at-risk]').waitFor();
  expect(foreign).toEqual([]);
  expect(complaints).toEqual([]);
});

test('every decision is on its page', async () => {
  await page.goto(`${address}/iframe.html?viewMode=docs&id=guide-decisions--docs`);
  await page.locator('h2').first().waitFor();
  const headings = await page.locator('h2').allTextContents();
  const files = readdirSync(join(root, 'stories/decisions'));
  expect(headings.map((text) => parseInt(text))).toEqual(files.sort().map((file) => parseInt(file)));
});

test('the toolbar changes theme, elder mode, language, text size and width of a story', async () => {
  const globals = 'theme:dark;elder:on;lang:en;width:360px';
  await page.goto(`${address}/iframe.html?viewMode=story&id=gauge-statuses--at-risk&globals=${globals}`);
  const gauge = page.locator('zj-goal-gauge[status=at-risk]');
  const look = await gauge.evaluate((element) => {
    const figure = element.shadowRoot!.querySelector('figure')!;
    const { backgroundColor, fontSize } = getComputedStyle(figure);
    return { backgroundColor, fontSize, lang: figure.lang, width: element.getBoundingClientRect().width };
  });
  expect(look).toEqual({ backgroundColor: 'rgb(24, 34, 44)', fontSize: '24px', lang: 'en', width: 360 });
});

test('controls come from the manifest, and change the story', async () => {
  await page.goto(`${address}/?path=/story/gauge-tag--stand-alone`);
  await page.locator('#control-value').fill('100');
  await page.frameLocator('#storybook-preview-iframe').locator('zj-goal-gauge[status=achieved]').waitFor();
  for (const name of ['as-of', '[stale]', '::part(value)', '--zj-ink', 'zj-failed', 'slot="caption"'])
    expect(await page.getByText(name, { exact: true }).count(), name).toBe(1);
});

test('a control that is emptied removes its attribute, and an empty value is not reported', async () => {
  await page.goto(`${address}/?path=/story/gauge-tag--stand-alone`);
  const gauge = page.frameLocator('#storybook-preview-iframe').locator('zj-goal-gauge');
  const told = (): Promise<(string | null)[]> =>
    gauge.evaluate((element) =>
      ['value', 'unit', 'target', 'hide'].map((name) => element.getAttribute(name)),
    );
  await page.locator('#control-value').fill('');
  await expect.poll(told).toEqual(['', '件', '100', null]);
  expect(await gauge.getAttribute('status')).toBe('no-data');
  await page.locator('#control-unit').fill('');
  await expect.poll(told).toEqual(['', null, '100', null]);
  await page.locator('#control-target').fill('');
  await expect.poll(told).toEqual(['', null, null, null]);
  const hide = page.getByRole('row').filter({ hasText: 'Left out of the card' });
  await hide.getByLabel('source').check();
  await hide.getByLabel('through').check();
  await expect.poll(told).toEqual(['', null, null, 'source through']);
  await hide.getByLabel('source').uncheck();
  await hide.getByLabel('through').uncheck();
  await expect.poll(told).toEqual(['', null, null, null]);
});

test('a setting of the toolbar without effect is told above the story', async () => {
  const note = page.frameLocator('#storybook-preview-iframe').locator('.note');
  const gauge = page.frameLocator('#storybook-preview-iframe').locator('zj-goal-gauge[status]').first();
  const open = async (id: string, globals = ''): Promise<void> => {
    await page.goto(`${address}/?path=/story/${id}&globals=${globals}`);
    await gauge.waitFor();
  };
  await open('gauge-statuses--at-risk', 'elder:on;textSize:24px');
  expect(await note.textContent()).toBe('Text size has no effect in elder mode.');
  await open('gauge-statuses--at-risk', 'textSize:24px');
  expect(await note.count()).toBe(0);
  await open('gauge-themes--dark');
  expect(await note.textContent()).toBe('Theme has no effect here: the story sets its own.');
  await open('gauge-sizes--at-200');
  expect(await note.textContent()).toBe('Width has no effect here: the story sets its own.');
});

test.each(['part', 'slot', 'property', 'token', 'css'])(
  'the search for %s finds the page of the names',
  async (word) => {
    await page.goto(`${address}/`);
    await page.locator('#storybook-explorer-searchfield').fill(word);
    await page.getByRole('option').filter({ hasText: 'Parts, slots and properties' }).first().waitFor();
  },
);
