import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { whole } from '../soak.js';
import { findCrowding } from './crowding.js';
import { label, looks, states, visit, type Exhibit, type State } from './gallery.js';
import { openHost, pageOf, settled, tag, type Host } from './host.js';
import { four } from '../../stories/verdicts.js';

let host: Host;
beforeAll(async () => {
  // Playwright hides the scrollbars of a browser without a window.
  // Its frames follow one another at once: the tests wait for thousands.
  host = await openHost(['--disable-frame-rate-limit', '--disable-gpu-vsync'], ['--hide-scrollbars']);
});
afterAll(() => host.close());
afterEach(async () => {
  host.answers.clear();
  await Promise.all(host.browser.contexts().map((context) => context.close()));
});

const chosen = ['on track', 'off track, a count', 'no data', 'extreme figures', 'a long name'];
const named = (wanted: readonly string[]): readonly State[] =>
  wanted.map((name) => states.find((state) => state.name === name)!);

/** One gauge of each appearance and state. */
const hangAll = (lang: Exhibit['lang'], attributes: string, states: readonly State[]): readonly Exhibit[] =>
  looks.flatMap((look) =>
    states.map((state) => ({
      ...state,
      lang,
      look,
      compact: attributes.includes('compact'),
      elder: attributes.includes('elder'),
    })),
  );

/** Opens the details of all figures. */
async function openAll(page: Page): Promise<void> {
  await page.$$eval('zj-goal-gauge', (gauges) =>
    gauges.forEach((gauge) => (gauge.shadowRoot!.querySelector('details')!.open = true)),
  );
  await page.waitForFunction(() =>
    [...document.querySelectorAll('zj-goal-gauge[status]')].every((gauge) =>
      gauge.shadowRoot!.querySelector('table'),
    ),
  );
}

/** How high each gauge is at each width. */
function measure(page: Page, widths: readonly number[]): Promise<readonly (readonly number[])[]> {
  return page.evaluate(async (widths) => {
    const main = document.querySelector('main')!;
    const heights = [];
    for (const width of widths) {
      main.style.width = `${width}px`;
      // The observer of widths runs after the layout, and the height is of the next.
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      heights.push(
        [...document.querySelectorAll('zj-goal-gauge')].map((gauge) => gauge.getBoundingClientRect().height),
      );
    }
    return heights;
  }, widths);
}

/** Closely around the steps, and loosely between them: more of both in a soak. */
function sweep(em: number): readonly number[] {
  const [reach, loosely] = whole ? [6, 8] : [3, 32];
  const steps = [8, 12, 17, 30, 46].flatMap((step) =>
    Array.from({ length: 2 * reach }, (_, at) => Math.round(step * em) - reach + at),
  );
  const loose = Array.from({ length: 880 / loosely }, (_, at) => 120 + loosely * at);
  return [...new Set([...steps, ...loose])]
    .filter((width) => width >= 120 && width <= 1000)
    .sort((a, b) => a - b);
}

test.each([
  ['zh-CN', ''],
  ['zh-CN', 'compact'],
  ['en', 'elder'],
] as const)('a wider gauge is never higher, open or closed, in %s %s', async (lang, attributes) => {
  const exhibits = hangAll(lang, attributes, named(chosen));
  const page = await visit(host, exhibits);
  const widths = sweep(attributes === 'elder' ? 24 : 16);
  const faults: string[] = [];
  for (const step of ['closed', 'open']) {
    if (step === 'open') await openAll(page);
    const heights = await measure(page, widths);
    heights.slice(1).forEach((row, at) =>
      row.forEach((height, gauge) => {
        const before = heights[at]![gauge]!;
        if (height > before + 0.1)
          faults.push(
            `${label(exhibits[gauge]!)}, ${step}: ${before} at ${widths[at]}, ${height} at ${widths[at + 1]}`,
          );
      }),
    );
  }
  expect(faults).toEqual([]);
});

test.each(looks)('%s: a scrollbar that comes with the height of an open gauge lets it rest', async (look) => {
  host.answers.set('/page.css', () =>
    Promise.resolve({ body: 'main{overflow:auto;padding:0}h1{display:none}' }),
  );
  const { page } = await host.visit(pageOf(tag(four[0]!.goal, `appearance="${look}"`)));
  await settled(page);
  await openAll(page);
  const rooms = whole
    ? { beyond: [2, 8, 13], more: [-40, -12, 1, 12, 40, 80] }
    : { beyond: [2, 13], more: [-12, 1, 40] };
  const [bar, changes] = await page.evaluate(async (rooms) => {
    const main = document.querySelector('main')!;
    const gauge = document.querySelector('zj-goal-gauge')!;
    const root = gauge.shadowRoot!.querySelector('.root')!;
    let changes = 0;
    new MutationObserver(() => changes++).observe(root, { attributeFilter: ['size'] });
    const frames = async (count: number): Promise<void> => {
      for (let at = 0; at < count; at++) await new Promise(requestAnimationFrame);
    };
    main.style.height = '9px';
    const bar = main.offsetWidth - main.clientWidth;
    const most = [];
    for (const em of [17, 30, 46])
      for (const beyond of rooms.beyond) {
        main.style.width = `${em * 16 + beyond}px`;
        main.style.height = '';
        await frames(3);
        const height = gauge.getBoundingClientRect().height;
        // So high that one of the two sizes fits and the other does not.
        for (const more of rooms.more) {
          main.style.height = `${height + more}px`;
          await frames(4);
          changes = 0;
          await frames(12);
          most.push(changes);
        }
      }
    return [bar, Math.max(...most)] as const;
  }, rooms);
  expect(bar).toBeGreaterThan(10);
  expect(changes).toBe(0);
});

test('without a doctype every part is as it is with one', async () => {
  host.answers.set('/page.css', () =>
    Promise.resolve({ body: 'main{width:328px;line-height:3;font-weight:700}' }),
  );
  const tags = `${looks.map((look) => tag(four[0]!.goal, `appearance="${look}"`)).join('')}${tag('no-such-goal')}${tag('x', '', '<p>words</p>')}<table><tr><td>${tag(four[1]!.goal, 'elder')}</td></tr></table>`;
  const look = async (html: string): Promise<readonly string[]> => {
    const { page } = await host.visit(html);
    await settled(page);
    await openAll(page);
    expect(await page.evaluate(() => document.compatMode)).toBe(
      html.startsWith('<!doctype') ? 'CSS1Compat' : 'BackCompat',
    );
    return page.$$eval('zj-goal-gauge', (gauges) =>
      gauges.flatMap((gauge) =>
        [...gauge.shadowRoot!.querySelectorAll('.root, .root *')].map((element) => {
          const { width, height } = element.getBoundingClientRect();
          const { fontSize, fontWeight, lineHeight, color } = getComputedStyle(element);
          return [
            element.localName,
            element.className,
            Math.round(width),
            Math.round(height),
            fontSize,
            fontWeight,
            lineHeight,
            color,
          ].join(' ');
        }),
      ),
    );
  };
  const html = pageOf(tags);
  const standard = await look(html);
  expect(await look(html.replace('<!doctype html>', ''))).toEqual(standard);
});

const short = ['no data', 'too early', 'failed by an attribute', 'failed by its file', 'overtaken'];

test.each([
  ['zh-CN', ''],
  ['zh-CN', 'compact'],
  ['zh-CN', 'elder'],
] as const)('a card that has few lines keeps no empty band, in %s %s', async (lang, attributes) => {
  const exhibits = [
    { name: 'withheld', attributes: '', inside: '' },
    { name: 'alone', attributes: 'value="3" target="5" label="x"', inside: '' },
    { name: 'alone without a name', attributes: 'value="3" target="5"', inside: '' },
    ...named(short),
  ];
  const page = await visit(host, hangAll(lang, attributes, exhibits));
  await page.$$eval('zj-goal-gauge', (gauges) => {
    const name = { zh: '重点企业研发投入', en: 'Research' };
    const reason = { zh: '保密', en: 'Confidential' };
    gauges.forEach((gauge, at) => {
      gauge.id = `g${at}`;
      if (gauge.matches('[loading]')) gauge.verdict = { goal: 'a', name, reason };
    });
  });
  const faults: string[] = [];
  for (const width of [200, 328, 480, 800, 1000]) {
    await measure(page, [width]);
    faults.push(...(await findCrowding(page, 0, 1.75)).map((fault) => `${fault} at ${width} px`));
  }
  expect(faults).toEqual([]);
});
