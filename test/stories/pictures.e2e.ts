import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import list from '../../stories/pictures/pictures.json';
import type { Change } from './compare.js';
import { writePng } from './png.js';
import { openStage, type Stage } from './stage.js';

interface Picture {
  readonly name: string;
  readonly story: string;
  /** Of the page that the story stands on, in CSS pixels. */
  readonly width: number;
  readonly media?: { readonly forcedColors: 'active' };
  readonly shows: string;
}

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'stories/pictures');
const differences = join(root, 'build/pictures/changed');
const pictures = list.pictures as readonly Picture[];
/** `npm run pictures` draws changed pictures anew instead of comparing. */
const renew = process.env.PICTURES === 'renew';

let stage: Stage;
let font: string;
beforeAll(async () => {
  stage = await openStage();
  await stage.page.evaluate(
    (wanted) =>
      Promise.all(wanted.map(([story, name, width]) => globalThis.storyPage.show(story, name, width))),
    pictures.map(({ story, name, width }) => [story, name, width] as const),
  );
  font = await findFont();
  rmSync(differences, { recursive: true, force: true });
});
afterAll(() => stage.close());

/** The font that Chinese is drawn in here. */
async function findFont(): Promise<string> {
  const session = await stage.page.context().newCDPSession(stage.page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  await session.send('DOM.getDocument');
  const { result } = await session.send('Runtime.evaluate', {
    expression: "document.querySelector('zj-goal-gauge').shadowRoot.querySelector('figcaption')",
  });
  const { nodeId } = await session.send('DOM.requestNode', { objectId: result.objectId! });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts.map(({ familyName }) => familyName).join(', ');
}

async function draw({ name, media }: Picture): Promise<Buffer> {
  const { page } = stage;
  await page.emulateMedia({ forcedColors: media?.forcedColors ?? 'none' });
  await page.evaluate((name) => {
    document.querySelectorAll('section').forEach((section) => (section.hidden = section.id !== name));
  }, name);
  const png = await page.locator('section:not([hidden])').screenshot({ animations: 'disabled' });
  return writePng(await page.evaluate((png) => globalThis.storyPage.reduce(png), png.toString('base64')));
}

/** The parts of elements that are at some places of the picture, those with most of them first. */
function findParts(places: Change['places']): Promise<string[]> {
  return stage.page.evaluate((places) => {
    const section = document.querySelector('section:not([hidden])')!;
    const { x, y } = section.getBoundingClientRect();
    const parts = [
      ...section.querySelectorAll(
        'zj-goal-gauge, zj-trend-chart, zj-breakdown-chart, zj-data-table, zj-filter, zj-tier-ladder, zj-task-board, zj-goal-board, zj-verify',
      ),
    ]
      .flatMap((gauge) => [...gauge.shadowRoot!.querySelectorAll('[part], [class]')])
      .map((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        const name = element.getAttribute('part') ?? element.getAttribute('class')!;
        return { name, left: left - x, top: top - y, right: right - x, bottom: bottom - y };
      })
      // The smallest that is there is what is seen.
      .sort((a, b) => (a.right - a.left) * (a.bottom - a.top) - (b.right - b.left) * (b.bottom - b.top));
    const counts = new Map<string, number>();
    for (const [left, top] of places) {
      const part = parts.find(
        (one) => one.left <= left && left < one.right && one.top <= top && top < one.bottom,
      );
      const name = part?.name ?? 'around the elements';
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
  }, places);
}

/** The changes of a picture in words; empty without any. */
async function describeChange({ name, shows }: Picture, before: Buffer, after: Buffer): Promise<string> {
  if (before.equals(after)) return '';
  const change = await stage.page.evaluate(([before, after]) => globalThis.storyPage.compare(before, after), [
    before.toString('base64'),
    after.toString('base64'),
  ] as const);
  if (change.pixels <= list.tolerance) return '';
  mkdirSync(differences, { recursive: true });
  writeFileSync(join(differences, `${name}.now.png`), after);
  writeFileSync(join(differences, `${name}.difference.png`), Buffer.from(change.picture, 'base64'));
  const parts = await findParts(change.places);
  const where = parts.length > 0 ? `in ${parts.slice(0, 6).join(', ')}` : 'it has another size';
  return `${name}: ${change.pixels} pixels differ, ${where}; see build/pictures/changed/${name}.difference.png. It should show: ${shows}`;
}

function readPicture({ name }: Picture): Buffer | undefined {
  try {
    return readFileSync(join(folder, `${name}.png`));
  } catch {
    return undefined;
  }
}

test('there are at most 60 pictures, each of a story and described in a line, and no others', () => {
  expect(pictures.length).toBeLessThanOrEqual(60);
  expect(new Set(pictures.map(({ name }) => name)).size).toBe(pictures.length);
  for (const { story, shows } of pictures) {
    expect(stage.stories.map(({ id }) => id)).toContain(story);
    expect(shows).toMatch(/^.{15,160}\.$/);
  }
  const known = new Set(pictures.map(({ name }) => `${name}.png`));
  const files = readdirSync(folder).filter((file) => file.endsWith('.png'));
  if (renew) files.filter((file) => !known.has(file)).forEach((file) => rmSync(join(folder, file)));
  else {
    expect(files.filter((file) => !known.has(file))).toEqual([]);
    const bytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
    expect(bytes).toBeLessThan(1_750_000);
  }
});

test('a change is found, and told by the part that it is in', async () => {
  const picture = pictures.find(({ name }) => name === 'number')!;
  const before = await draw(picture);
  expect(await describeChange(picture, before, await draw(picture))).toBe('');
  const rewrite = (text?: string): Promise<string> =>
    stage.page.$eval(
      'section:not([hidden]) zj-goal-gauge',
      (gauge, text) => {
        const node = gauge.shadowRoot!.querySelector('[part=value]')!.firstChild!;
        const old = node.textContent!;
        if (text !== undefined) node.textContent = text;
        return old;
      },
      text,
    );
  const old = await rewrite('0.0');
  expect(await describeChange(picture, before, await draw(picture))).toMatch(
    /^number: \d+ pixels differ, in value\b.* It should show: /,
  );
  await rewrite(old);
  rmSync(differences, { recursive: true });
});

test('the stories look as in the pictures', async () => {
  if (font !== list.font) {
    console.warn(
      `Pictures are not compared: here Chinese is drawn in ${font || 'no font'}, in the pictures in ${list.font}.`,
    );
    expect(renew, `pictures are drawn only where there is ${list.font}`).toBe(false);
    return;
  }
  const changes: string[] = [];
  for (const picture of pictures) {
    const [before, after] = [readPicture(picture), await draw(picture)];
    const change = before
      ? await describeChange(picture, before, after)
      : `${picture.name}: there is none yet.`;
    if (change) changes.push(change);
    if (change && renew) writeFileSync(join(folder, `${picture.name}.png`), after);
  }
  if (renew) console.log(changes.join('\n') || 'No picture has changed.');
  else expect(changes.join('\n'), 'Look at them; if all is as it should be: npm run pictures').toBe('');
}, 120_000);
