// 核验 on the park page, with the real engine: releases that were tampered with, and networks that fail.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ZjVerify } from '@zj/widgets';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test, type TestContext } from 'vitest';
import { openNetwork, type FaultyNetwork } from './faults.js';
import { painted } from './park.js';
import { openSite, visit, type Site } from './site.js';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** A page of its own behind a network of its own, whose faults are those of the test. */
async function open(
  { onTestFinished }: TestContext,
  before: (network: FaultyNetwork) => unknown = () => undefined,
): Promise<{ page: Page; network: FaultyNetwork }> {
  const network = await openNetwork(site.address);
  await before(network);
  const { page } = await visit({ ...site, address: network.address });
  onTestFinished(async () => {
    await page.context().close();
    network.close();
  });
  await painted(page);
  return { page, network };
}

/** What 核验 says in the end. */
interface Told {
  readonly outcome: 'equal' | 'different' | 'failed';
  /** The reason of a failure, or the parts that differ. */
  readonly text: string;
}

/** Presses the button of 核验, whichever it has now, and waits for the end. */
async function press(page: Page): Promise<Told> {
  await page.locator('zj-verify').locator('[part=retry], [part=start]').first().click();
  const told = await page.waitForFunction(() => {
    const element = document.querySelector<ZjVerify>('zj-verify')!;
    if (!element.matches('[outcome], [failed]') || element.matches('[loading]')) return false;
    const parts = [...element.shadowRoot!.querySelectorAll('[part=error] p, .different[part=step]')];
    return {
      outcome: element.matches('[failed]') ? 'failed' : element.getAttribute('outcome'),
      text: parts.map((one) => one.textContent.replaceAll(/\s+/g, ' ')).join('\n'),
    };
  });
  return (await told.jsonValue()) as Told;
}

const readBytes = (path: string): Promise<Buffer> => readFile(join(site.release, path));

/** A file of JSON with a part of its text changed. */
async function tamper(path: string, change: (text: string) => string): Promise<Buffer> {
  const text = (await readBytes(path)).toString();
  const changed = change(text);
  expect(changed, path).not.toBe(text);
  return Buffer.from(changed);
}

/** A text of JSON with the number in the middle made another. */
function changeNumber(text: string): string {
  const numbers = [...text.matchAll(/(?<=[[,:])\d+(\.\d+)?(?=[\],}])/g)];
  const { index, 0: number } = numbers[numbers.length >> 1]!;
  return `${text.slice(0, index)}${Number(number) + 1}${text.slice(index + number.length)}`;
}

describe('a file of the release that was tampered with is named, and the release is not equal', () => {
  test('each series, the ladder and the tasks, in turn', async (context) => {
    const { page, network } = await open(context);
    const { files } = JSON.parse((await readBytes('manifest.json')).toString()) as {
      readonly files: {
        readonly series: Readonly<Record<'goals' | 'metrics', readonly { readonly path: string }[]>>;
      };
    };
    const series = [...files.series.goals, ...files.series.metrics].map(({ path }) => path);
    expect(series.length).toBe(14);
    for (const path of [...series, 'ladder.json', 'tasks.json']) {
      const changes: Readonly<Record<string, (text: string) => string>> = {
        // The day of a move, and the state of a measure.
        'ladder.json': (text) => text.replace('"date":"2026-', '"date":"2025-'),
        'tasks.json': (text) => text.replace('"state":"under-way"', '"state":"done"'),
      };
      network.faults.set(`/release/${path}`, await tamper(path, changes[path] ?? changeNumber));
      const { outcome, text } = await press(page);
      expect([path, outcome, text.split('\n').length]).toEqual([path, 'different', 1]);
      expect(text).toContain(path);
      network.faults.delete(`/release/${path}`);
    }
    expect(await press(page)).toEqual({ outcome: 'equal', text: '' });
  });

  test('a file that is missing is a difference: the manifest names it', async (context) => {
    const { page, network } = await open(context);
    const path = 'series/metrics/space-area.month.by-state.json';
    network.faults.set(`/release/${path}`, '404');
    const { outcome, text } = await press(page);
    expect([outcome, text]).toEqual(['different', expect.stringContaining(path)]);
  });

  test.for<readonly [string, (text: string) => string, string]>([
    ['a figure', (text: string) => text.replace('"actual": 71,', '"actual": 72,'), 'PCT专利申请量'],
    [
      'a status',
      (text: string) => text.replace(/"status": "[\w-]+"/, '"status": "achieved"'),
      '三大先导产业',
    ],
    ['nothing but its layout', (text: string) => text.replace('"version": 1', '"version":  1'), 'SHA-256'],
  ])('verdicts.json with %s changed', async ([, change, named], context) => {
    const bytes = await tamper('verdicts.json', change);
    const { page } = await open(context, ({ faults }) => faults.set('/release/verdicts.json', bytes));
    const { outcome, text } = await press(page);
    expect(outcome).toBe('different');
    for (const name of ['verdicts.json', named]) expect(text).toContain(name);
  });

  test.for<readonly [string, (text: string) => string]>([
    ['a target', (text: string) => text.replace('"target": 100,', '"target": 99,')],
    ['a metric', (text: string) => text.replace('"equals": "PCT"', '"equals": "domestic"')],
    ['its day', (text: string) => text.replace('"asOf": "2026-10-31"', '"asOf": "2026-10-30"')],
    [
      'the digest of the database',
      (text: string) => text.replace(/("park\.duckdb"[^}]*?"sha256": ")\w{64}/, `$1${'0'.repeat(64)}`),
    ],
  ])('manifest.json with %s changed', async ([, change], context) => {
    const bytes = await tamper('manifest.json', change);
    const { page } = await open(context, ({ faults }) => faults.set('/release/manifest.json', bytes));
    const { outcome, text } = await press(page);
    expect(outcome).not.toBe('equal');
    expect(text).toMatch(/manifest\.json|park\.duckdb/);
  });

  test('the database is never computed from', async (context) => {
    const { page, network } = await open(context);
    const bytes = await readBytes('park.duckdb');
    const bit = Buffer.from(bytes);
    bit[bit.length - 5000]! ^= 1;
    for (const other of [bit, bytes.subarray(0, -4096), Buffer.concat([bytes, Buffer.alloc(4096)])]) {
      network.faults.set('/release/park.duckdb', other);
      const { outcome, text } = await press(page);
      expect([outcome, text]).toEqual(['failed', expect.stringContaining('park.duckdb')]);
    }
  });
});

describe('核验 from the menu of an element', () => {
  test('computes its goal or the whole release, and names a file that was tampered with', async (context) => {
    const { page, network } = await open(context);
    const dialog = page.getByRole('dialog');
    /** Opens the view of the menu of the first such element, and presses its button. */
    const verify = async (tag: string): Promise<string | null> => {
      await page.locator(tag).first().locator('[part=menu-button]').first().click();
      await dialog.getByRole('button', { name: '核验', exact: true }).click();
      const inside = dialog.locator('zj-verify');
      await inside.locator('[part=start]').click();
      await inside.and(page.locator('[outcome]:not([loading])')).waitFor();
      const different = await inside.locator('.different[part=step]').allTextContents();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      return different.length === 0 ? 'equal' : different.join('\n');
    };
    for (const tag of ['zj-goal-gauge', 'zj-goal-board', 'zj-trend-chart', 'zj-tier-ladder', 'zj-task-board'])
      expect([tag, await verify(tag)]).toEqual([tag, 'equal']);
    const path = 'series/goals/leading-industries-revenue.json';
    network.faults.set(`/release/${path}`, await tamper(path, changeNumber));
    expect(await verify('zj-trend-chart')).toContain(path);
    network.faults.set('/release/tasks.json', await tamper('tasks.json', changeNumber));
    expect(await verify('zj-task-board')).toContain('tasks.json');
  });
});

/** Files that 核验 reads for the first time when it is pressed, their names in a failure, and those where nothing comes for long. */
const files = [
  ['the manifest', '/release/manifest.json', 'manifest.json'],
  ['the verdicts', '/release/verdicts.json', 'verdicts.json'],
  ['the database', '/release/park.duckdb', 'park.duckdb', '数据库'],
  ['the engine', '/zj/engine/duckdb-eh.wasm', 'duckdb-eh.wasm', '查询引擎'],
  [
    'the script of the engine',
    '/zj/engine/duckdb-browser-eh.worker.js',
    'duckdb-browser-eh.worker.js',
    '查询引擎',
  ],
  ['the worker', '/zj/engine/zj-engine-worker.js', 'zj-engine-worker.js'],
  ['the library', '/zj/zj-metrics.js', 'zj-metrics.js'],
  ['a series', '/release/series/goals/pct-applications.json', 'pct-applications.json'],
] as const;

// Most of it is waiting: side by side.
describe.concurrent('a network that fails while 核验 runs', () => {
  test.for(files)(
    '%s that does not come is named, is no difference unless it is missing or another, and equal when it comes',
    async ([, path, name, kind = name], context) => {
      const { expect } = context;
      const { page, network } = await open(context);
      for (const fault of ['503', '404', 'cut', 'endless', 'silent'] as const) {
        network.faults.set(path, fault);
        const { outcome, text } = await press(page);
        // It is then certain that the file of the manifest is not there.
        const isOther = path.includes('series') && (fault === '404' || fault === 'endless');
        // A script that a worker imports has no other bound than the time.
        const isLate = fault === 'silent' || (fault === 'endless' && name === 'duckdb-browser-eh.worker.js');
        const named = expect.stringContaining(isLate ? kind : name) as string;
        expect([fault, outcome, text]).toEqual([fault, isOther ? 'different' : 'failed', named]);
        expect(text.includes('这不说明数是否正确')).toBe(!isOther);
      }
      // A browser joins a script to one that it still waits for.
      network.cutSilent();
      network.faults.set(path, 'slow');
      expect(await press(page)).toEqual({ outcome: 'equal', text: '' });
    },
  );

  test.for(['at once', 'after the engine has come'])(
    'offline %s: it is no difference, and equal when the connection is back',
    async (when, context) => {
      const { expect } = context;
      const { page } = await open(context);
      if (when !== 'at once') expect((await press(page)).outcome).toBe('equal');
      await page.context().setOffline(true);
      const { outcome, text } = await press(page);
      expect(outcome).toBe('failed');
      expect(text).toMatch(/\.(js|json|duckdb|wasm)/);
      await page.context().setOffline(false);
      expect(await press(page)).toEqual({ outcome: 'equal', text: '' });
    },
  );
});
