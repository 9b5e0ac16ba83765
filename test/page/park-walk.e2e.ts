// The park page by keyboard alone, and as its accessibility tree tells it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from '@zj/metrics';
import axe from 'axe-core';
import type { CDPSession, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { painted } from './park.js';
import { openSite, visit, type Site } from './site.js';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const languages = ['zh', 'en'] as const;

async function open(lang: string): Promise<Page> {
  const { page } = await visit(site, { path: `?lang=${lang}`, viewport: { width: 1280, height: 900 } });
  await painted(page);
  return page;
}

/** A place where the focus stands. */
interface Stop {
  /** The element of the page, the tag inside it, and its words. */
  readonly name: string;
  readonly host: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  /** Whether a ring is drawn around it, or around the row of it. */
  readonly isRinged: boolean;
  readonly isInView: boolean;
}

/** The element that has the focus, through all shadow roots; `null` where the page has none. */
function readStop(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    let at: Element | null = document.activeElement;
    const host = at?.localName ?? '';
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (!at || at === document.body) return null;
    const box = at.getBoundingClientRect();
    const words = at.getAttribute('aria-label') ?? at.textContent;
    const ringed = (one: Element | null): boolean => {
      if (!one) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    };
    // Some controls draw the ring around the thing that they move or choose.
    const around = [at, at.parentElement, at.nextElementSibling, at.previousElementSibling];
    return {
      name: `${host} ${at.localName}${at.id ? `#${at.id}` : ''} ${words.replaceAll(/\s+/g, ' ').trim().slice(0, 40)}`,
      host,
      ...{ top: box.top + scrollY, left: box.left + scrollX, bottom: box.bottom + scrollY },
      isRinged: around.some(ringed),
      isInView: box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0,
    };
  });
}

/** Presses a key until the focus leaves the page, and gives all places where it stood. */
async function walk(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (let presses = 0; presses < 400; presses++) {
    await page.keyboard.press(key);
    const stop = await readStop(page);
    if (!stop) return stops;
    stops.push(stop);
  }
  throw new Error(
    `The focus never leaves the page: ${stops
      .slice(-5)
      .map(({ name }) => name)
      .join(', ')}`,
  );
}

/** All that a keyboard can stand on, in the order of the document, through all shadow roots, as they are named by a walk. */
function countControls(page: Page): Promise<number> {
  return page.evaluate(() => {
    let count = 0;
    const look = (root: Document | ShadowRoot): void => {
      for (const one of root.querySelectorAll<HTMLElement>('*')) {
        const isControl =
          one.matches('a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]') &&
          one.tabIndex >= 0 &&
          !one.matches(':disabled') &&
          one.checkVisibility({ checkVisibilityCSS: true }) &&
          !one.closest('[inert]');
        // A slotted fallback is in the page, and is not seen.
        if (isControl) count++;
        if (one.shadowRoot) look(one.shadowRoot);
      }
    };
    look(document);
    return count;
  });
}

describe.each(languages)('by keyboard alone (%s)', (lang) => {
  test('Tab reaches every control from the top to the end, each is seen, and Shift+Tab goes the same way back', async () => {
    const page = await open(lang);
    const controls = await countControls(page);
    const there = await walk(page, 'Tab');
    expect(there[0]!.name).toContain(lang === 'zh' ? '跳到正文' : 'Skip to the content');
    expect(there.filter(({ isRinged }) => !isRinged).map(({ name }) => name)).toEqual([]);
    expect(there.filter(({ isInView }) => !isInView).map(({ name }) => name)).toEqual([]);
    // Every element of the page has controls.
    const hosts = new Set(there.map(({ host }) => host));
    for (const host of [
      'goal-gauge',
      'goal-board',
      'trend-chart',
      'breakdown-chart',
      'tier-ladder',
      'task-board',
      'verify',
    ])
      expect(hosts).toContain(`zj-${host}`);
    expect(there.length).toBe(controls);
    // Inside of an element no control is left out and come back to: the focus goes on below, or beside.
    const ups = there.flatMap((stop, at) => {
      const before = there[at - 1];
      const isUp = before?.host === stop.host && stop.bottom <= before.top && stop.left <= before.left;
      return isUp ? [`${before.name} → ${stop.name}`] : [];
    });
    expect(ups).toEqual([]);
    await page.keyboard.press('Tab');
    const back = await walk(page, 'Shift+Tab');
    expect(
      back
        .map(({ name }) => name)
        .reverse()
        .slice(-back.length),
    ).toEqual(there.map(({ name }) => name).slice(0, back.length));
    await page.context().close();
  });
});

/** What opens in an element: the tag of the element, the control that opens it, and the thing that is then there. */
const opened = [
  // Files come on demand: before them there is nothing in it that can be reached.
  ['zj-goal-gauge', 'summary', 'details[open] pre'],
  ['zj-goal-board', '[part=open]', '[part=detail] summary'],
  ['zj-trend-chart', '[part=data-button]', '[part=table] tbody th'],
  ['zj-tier-ladder', 'summary, button[aria-expanded]', 'details[open], [aria-expanded=true]'],
  ['zj-task-board', '[part=detail-button]', 'details[open]'],
] as const;

describe.each(languages)('details and switches by keyboard (%s)', (lang) => {
  test.each(opened)(
    'what is behind %s opens and closes, and the focus stays',
    async (tag, control, inside) => {
      const page = await open(lang);
      const own = page.locator(tag).first();
      const opener = own.locator(control).first();
      for (let presses = 0; presses < 200; presses++) {
        await page.keyboard.press('Tab');
        if (await opener.evaluate((one) => (one.getRootNode() as ShadowRoot).activeElement === one)) break;
      }
      const isThere = (): Promise<boolean> =>
        own
          .locator(inside)
          .first()
          .isVisible()
          .catch(() => false);
      expect(await isThere()).toBe(false);
      await page.keyboard.press('Enter');
      await own.locator(inside).first().waitFor();
      const before = await readStop(page);
      await page.keyboard.press('Tab');
      expect((await readStop(page))?.host).toBe(tag);
      await page.keyboard.press('Shift+Tab');
      expect((await readStop(page))?.name).toBe(before!.name);
      await page.keyboard.press('Space');
      await expect.poll(isThere).toBe(false);
      await page.context().close();
    },
  );

  test('the skip link leads to the content, and the switches of language and of size work', async () => {
    const page = await open(lang);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect((await readStop(page))?.name).toMatch(/^main main#main/);
    await page.locator('#language').focus();
    await page.keyboard.press('Enter');
    const other = lang === 'zh' ? 'en' : 'zh-CN';
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(other);
    await page.waitForFunction((wanted) => {
      const figures = [...document.querySelectorAll('zj-goal-gauge, zj-task-board')];
      return figures.every((one) => one.shadowRoot!.querySelector('figure')?.lang === wanted);
    }, other);
    expect((await readStop(page))?.name).toContain('button#language');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await page.getAttribute('#elder', 'aria-pressed')).toBe('true');
    expect(await page.evaluate(() => document.documentElement.dataset.zjTheme)).toBe('elder');
    await page.keyboard.press('Space');
    expect(await page.getAttribute('#elder', 'aria-pressed')).toBe('false');
    await page.context().close();
  });
});

/** A node of the accessibility tree that is not left out of it. */
interface Told {
  readonly role: string;
  /** Its own, else that of its caption or of the control that opens it: Chromium gives them to no name. */
  readonly name: string;
  readonly level: number;
}

async function readTree(page: Page): Promise<readonly Told[]> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const all = new Map(nodes.map((node) => [node.nodeId, node]));
  const wordsOf = (id: string): string => {
    const { name, childIds = [] } = all.get(id)!;
    return name?.value ? String(name.value) : childIds.map(wordsOf).join('');
  };
  const partsOf = (ids: readonly string[] = []): readonly string[] =>
    ids.flatMap((id) => (all.get(id)?.ignored ? partsOf(all.get(id)!.childIds) : [id]));
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, childIds, properties = [] }) => {
      const heads = partsOf(childIds).filter((id) =>
        /^(Figcaption|DisclosureTriangle)/.test(String(all.get(id)?.role?.value)),
      );
      return {
        role: String(role?.value ?? ''),
        name: (name?.value ? String(name.value) : heads.map(wordsOf).join('')).replaceAll(/\s+/g, ' ').trim(),
        level: Number(properties.find((one) => one.name === 'level')?.value.value ?? 0),
      };
    });
}

/** Opens all that opens, so that all words are told. */
async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    const look = (root: Document | ShadowRoot): void => {
      for (const one of root.querySelectorAll('*')) {
        if (one instanceof HTMLDetailsElement) one.open = true;
        if (one.matches('[part=open][aria-expanded=false]')) (one as HTMLElement).click();
        if (one.shadowRoot) look(one.shadowRoot);
      }
    };
    look(document);
  });
  await page.waitForFunction(() =>
    [...document.querySelectorAll('zj-trend-chart, zj-breakdown-chart')].every(
      (chart) =>
        chart
          .shadowRoot!.querySelector('zj-data-table')
          ?.shadowRoot?.querySelector('[role=row] [role=cell], td, tr') != null ||
        !chart.shadowRoot!.querySelector('details[open] zj-data-table'),
    ),
  );
}

/** The words in Chinese that a release has for English readers: terms inside of its English, and what it gives in Chinese alone. */
function findChinese(value: unknown): readonly string[] {
  if (typeof value === 'string') return /\p{Script=Han}/u.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  const { en, ...others } = value as Readonly<Record<string, unknown>>;
  if (en === undefined) return Object.values(others).flatMap(findChinese);
  return [...(en as string).matchAll(/\p{Script=Han}[\p{Script=Han}\d]*|\d+年/gu)].map(([words]) => words);
}

/** Names that are written so in both languages: of file formats, registers and code. */
const everywhere =
  /\b(PCT|GMP|CSV|SVG|PNG|SQL|JSON|DuckDB|SHA-256|SHA|MB|kB|ms|park\/generate|npx zj verify release\/|www\.example\.com|English)\b|[\w/.-]+\.json/g;

const named = [
  ...[
    'region',
    'figure',
    'table',
    'meter',
    'group',
    'slider',
    'button',
    'link',
    'heading',
    'searchbox',
    'textbox',
  ],
  ...[
    'combobox',
    'checkbox',
    'radio',
    'progressbar',
    'image',
    'img',
    'option',
    'columnheader',
    'DisclosureTriangle',
  ],
];

describe.each(languages)('the accessibility tree (%s)', (lang) => {
  test('has one heading of the first level and skips none, a name for each thing that needs one, and the words of the page’s language', async () => {
    const page = await open(lang);
    const manifest = JSON.parse(await readFile(join(site.release, 'manifest.json'), 'utf8')) as Manifest;
    const chinese = new Set(['中文', '到2026年', ...findChinese(manifest)]);
    for (const isOpen of [false, true]) {
      if (isOpen) await openAll(page);
      const tree = await readTree(page);
      expect(tree.length).toBeGreaterThan(500);
      const levels = tree.filter(({ role }) => role === 'heading').map(({ level }) => level);
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
      expect(
        tree.filter(({ role, name }) => named.includes(role) && name === '').map(({ role }) => role),
      ).toEqual([]);
      const names = [...new Set(tree.map(({ name }) => name))];
      const foreign = names.filter((name) =>
        lang === 'en'
          ? /\p{Script=Han}/u.test([...chinese].reduce((rest, one) => rest.replaceAll(one, ''), name))
          : (isOpen ? /\b[a-z]+ [a-z]+ [a-z]+\b/ : /[a-z]{2}/i).test(name.replaceAll(everywhere, '')),
      );
      expect(foreign).toEqual([]);
    }
    await page.context().close();
  });

  test('has no id twice in one root, and axe finds no fault, closed and open', async () => {
    const page = await open(lang);
    for (const isOpen of [false, true]) {
      if (isOpen) await openAll(page);
      const twice = await page.evaluate(() => {
        const found: string[] = [];
        const look = (root: Document | ShadowRoot): void => {
          const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
          found.push(...ids.filter((id, at) => ids.indexOf(id) !== at));
          for (const one of root.querySelectorAll('*')) if (one.shadowRoot) look(one.shadowRoot);
        };
        look(document);
        return found;
      });
      expect(twice).toEqual([]);
      await page.evaluate(axe.source);
      const faults = await page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      expect(faults).toEqual([]);
    }
    await page.context().close();
  });
});
