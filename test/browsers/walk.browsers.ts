import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Verdicts } from '@zj/metrics';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publish } from '../page/site.js';
import { startBrowser, type BrowserId, type Tab } from './driver.js';
import { findBrowsers } from './find.mjs';
import { isSince, tested } from './page.js';
import { steps } from './walk.js';
import { openGate, openWalked, type Gate, type Walked } from './walked.js';

declare module 'vitest' {
  /** What a test tells the reporter. */
  interface TaskMeta {
    /** The version of the browser that the walk went in. */
    version?: string;
    /** What the browser cannot do of a step, and by what the step went on instead. */
    note?: string;
  }
}

/** The pictures are for people to look at. */
const pictures = join(import.meta.dirname, '../../build/pictures');
let folder: string;
let release: string;
let verdicts: Verdicts;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zj-walk-'));
  release = join(folder, 'release');
  await publish('examples/park', release);
  verdicts = JSON.parse(await readFile(join(release, 'verdicts.json'), 'utf8')) as Verdicts;
  await mkdir(pictures, { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What its pictures are called by. */
const shortNames: Readonly<Record<BrowserId, string>> = {
  chromium: 'chromium',
  floor: 'chromium-109',
  firefox: 'firefox',
  webkit: 'webkit',
};

for (const { id, name, path } of findBrowsers().found)
  describe(name, () => {
    const browser = id as BrowserId;
    let gate: Gate;
    let park: Walked;
    let query: Walked;
    let tab: Tab;

    beforeAll(async () => {
      gate = await openGate();
      park = await openWalked('examples/park/site', release);
      query = await openWalked('examples/query', release);
      tab = await startBrowser(browser, { path, gate: gate.port, dark: false });
    });
    afterAll(async () => {
      await tab?.close();
      for (const one of [park, query, gate]) one?.close();
    });

    test('is of the version that the page for browsers tells, or of a later one', ({ task }) => {
      task.meta.version = tab.version;
      if (browser === 'floor') expect(tab.version).toMatch(/^109\./);
      expect(isSince(tab.version, tested.get(name)!), `${tab.version}, told ${tested.get(name)}`).toBe(true);
    });

    for (const step of steps)
      test(step.name, async ({ task }) => {
        await step.take({
          ...{ tab, park, query, release, verdicts },
          startDark: () => startBrowser(browser, { path, gate: gate.port, dark: true }),
          tell: (note) => void (task.meta.note = note),
          async keep(shown, name) {
            await writeFile(join(pictures, `${shortNames[browser]}-${name}.png`), await shown.picture());
          },
        });
        expect(await tab.run(() => inPage.heard)).toEqual([]);
        expect([...park.reports.splice(0), ...query.reports.splice(0), ...gate.asked.splice(0)]).toEqual([]);
      });
  });
