import axe from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openHost, pageOf, settled, tag, type Host } from './host.js';
import { readMeter } from '../meter.js';
import { four } from '../../stories/verdicts.js';

let host: Host;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());
afterEach(async () => {
  host.answers.clear();
  await Promise.all(host.browser.contexts().map((context) => context.close()));
});

const ids = four.map(({ goal }) => goal);
const tags = ids.map((goal) => tag(goal)).join('');

test('the figure is named by its caption, and text and table are its own', async () => {
  const { page } = await host.visit(pageOf(tag(ids[0]!)));
  await settled(page);
  await page.getByText('为什么', { exact: true }).click();
  await page.getByRole('table').first().waitFor();
  expect(await page.getByRole('figure', { name: /三大先导产业营业收入/ }).count()).toBe(1);
  expect(
    await page
      .getByRole('figure')
      .getByRole('row', { name: /^时序进度 304天 ÷ 365天 = 83.3%/ })
      .count(),
  ).toBe(1);
  expect(await page.getByRole('figure').getByRole('group', { name: 'SQL' }).count()).toBe(1);
});

const states = [
  ...four.map(({ goal }) => tag(goal)),
  tag('no-such-goal'),
  tag(ids[0]!, 'elder'),
  '<zj-goal-gauge value="twelve"></zj-goal-gauge>',
  '<zj-goal-gauge value="3" target="5" label="x"></zj-goal-gauge>',
  '<zj-goal-gauge src="/nowhere.json" goal="x"><p>Fallback</p></zj-goal-gauge>',
].join('');

test.each(['light', 'dark'] as const)('axe finds nothing in any state, %s', async (colorScheme) => {
  host.answers.set('/page.css', () =>
    Promise.resolve({ body: ':root{color-scheme:light dark}body{background:Canvas;color:CanvasText}' }),
  );
  const { page } = await host.visit(pageOf(states), { colorScheme, bypassCSP: true });
  await settled(page);
  await page.evaluate(() =>
    document
      .querySelectorAll('zj-goal-gauge')
      .forEach((gauge) => gauge.shadowRoot!.querySelector('.foot > details')!.setAttribute('open', '')),
  );
  await page.getByRole('table').first().waitFor();
  await page.addScriptTag({ content: axe.source });
  const faults = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
  });
  expect(faults).toEqual([]);
});

const colour = (page: Page, selector: string, name: string): Promise<string> =>
  page.$eval(
    'zj-goal-gauge',
    (gauge, [selector, name]) =>
      getComputedStyle(gauge.shadowRoot!.querySelector(selector!)!).getPropertyValue(name!),
    [selector, name],
  );

test('dark follows the page, and a page that does not opt in stays light', async () => {
  const stays = await host.visit(pageOf(tag(ids[0]!)), { colorScheme: 'dark' });
  await settled(stays.page);
  expect(await colour(stays.page, 'figure', 'background-color')).toBe('rgb(255, 255, 255)');
  host.answers.set('/page.css', () => Promise.resolve({ body: ':root{color-scheme:light dark}' }));
  const follows = await host.visit(pageOf(tag(ids[0]!)), { colorScheme: 'dark' });
  await settled(follows.page);
  expect(await colour(follows.page, 'figure', 'background-color')).toBe('rgb(24, 34, 44)');
  await follows.page.emulateMedia({ media: 'print' });
  expect(await colour(follows.page, 'figure', 'background-color')).toBe('rgb(255, 255, 255)');
});

test('in elder mode no text is smaller than 18 pt', async () => {
  const { page } = await host.visit(pageOf(tag(ids[0]!, 'elder')));
  await settled(page);
  const sizes = await page.$eval('zj-goal-gauge', (gauge) =>
    ['figcaption', '.chip', '.facts p', 'summary', '.dial > p:last-child', 'figcaption small'].map(
      (selector) => parseFloat(getComputedStyle(gauge.shadowRoot!.querySelector(selector)!).fontSize),
    ),
  );
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
});

test('nothing is cut off at 200 px, nor with text twice as large', async () => {
  host.answers.set('/page.css', () =>
    Promise.resolve({ body: 'main{width:200px}.wide{width:328px;--zj-font-size:32px}' }),
  );
  const { page } = await host.visit(pageOf(`${tags}<div class="wide">${tags}</div>`));
  await settled(page);
  const overflow = await page.$$eval('zj-goal-gauge', (gauges) =>
    gauges.map((gauge) => {
      gauge.shadowRoot!.querySelector('details')!.open = true;
      const figure = gauge.shadowRoot!.querySelector('figure')!;
      return figure.scrollWidth - figure.clientWidth;
    }),
  );
  expect(overflow).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});

/** The content of Chromium's accessibility tree, piece by piece: texts, and of a meter its name and value text. */
async function listen(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  await session.send('DOM.enable');
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const told = await Promise.all(
    nodes
      .filter(({ ignored, role }) => !ignored && /^(StaticText|meter|image|SvgRoot)$/.test(`${role?.value}`))
      .map(async (node) => {
        const { name, text } =
          node.role?.value === 'meter'
            ? await readMeter(session, node)
            : { name: node.name?.value as string, text: '' };
        return text ? `${name}: ${text}` : name;
      }),
  );
  await session.detach();
  return told;
}

const alone = '<zj-goal-gauge label="PCT专利申请量" value="71" target="100" unit="件"></zj-goal-gauge>';
const revenueTold = ['三大先导产业营业收入', '83.9%，5,036亿元 / 目标6,000亿元', '进度正常'];

test.each<readonly [string, string, string, readonly string[], readonly string[]]>([
  ['a gauge', 'zh-CN', tag(ids[0]!), revenueTold, ['83.9', '5,036']],
  [
    'a gauge in English',
    'en',
    tag(ids[0]!),
    [
      'Revenue of the three leading industries',
      '83.9%, 503.6 billion yuan of a target of 600 billion yuan',
      'On track',
    ],
    ['83.9', '503.6'],
  ],
  ['a ring', 'zh-CN', tag(ids[0]!, 'appearance="ring"'), revenueTold, ['83.9', '5,036']],
  ['a bar', 'zh-CN', tag(ids[0]!, 'appearance="linear"'), revenueTold, ['83.9', '5,036']],
  ['a number', 'zh-CN', tag(ids[0]!, 'appearance="number"'), revenueTold, ['83.9', '5,036']],
  ['a compact one', 'zh-CN', tag(ids[0]!, 'compact'), revenueTold, ['83.9', '5,036']],
  ['one for the elderly', 'zh-CN', tag(ids[0]!, 'elder'), revenueTold, ['83.9', '5,036']],
  ['a small count', 'zh-CN', tag(ids[2]!), [four[2]!.name.zh!, '1家 / 目标2家', '明显滞后'], []],
  [
    'one that stands alone',
    'zh-CN',
    alone,
    ['PCT专利申请量', '71.0%，71件 / 目标100件', '暂不能评判'],
    ['71.0', '71件'],
  ],
  [
    'one without data',
    'zh-CN',
    alone.replace('"71"', '""'),
    ['PCT专利申请量', '目标100件', '暂无数据'],
    ['—'],
  ],
  ['one that waits', 'zh-CN', '<zj-goal-gauge></zj-goal-gauge>', ['目标', '正在读取…'], ['—']],
  [
    'one that failed',
    'zh-CN',
    '<zj-goal-gauge label="PCT专利申请量" value="twelve"></zj-goal-gauge>',
    ['PCT专利申请量', 'value="twelve"'],
    ['完成情况', '正在读取', '—'],
  ],
])('%s tells name, figure and status once', async (_what, lang, html, wanted, never) => {
  const { page } = await host.visit(pageOf(html, { lang }));
  await page.waitForFunction(() =>
    document.querySelector('zj-goal-gauge')!.shadowRoot!.querySelector('.root[size]'),
  );
  if (html.includes('src')) await settled(page);
  const told = (await listen(page)).join('\n');
  // The query and the reason are told only when they are asked for.
  for (const text of wanted) expect(told.split(text).length - 1, `${text} in\n${told}`).toBe(1);
  const rest = wanted.reduce((rest, text) => rest.replace(text, ''), told);
  for (const text of never) expect(rest).not.toContain(text);
});

test('a goal that is withheld tells name, state and reason once, and no figure', async () => {
  const { page } = await host.visit(pageOf('<zj-goal-gauge></zj-goal-gauge>'));
  await page.$eval('zj-goal-gauge', async (gauge) => {
    gauge.verdict = {
      goal: 'a',
      name: { zh: '研发投入', en: 'Research' },
      reason: { zh: '保密', en: 'Confidential' },
    };
    await gauge.updateComplete;
  });
  expect((await listen(page)).filter((text) => text.trim() && text !== 't')).toEqual([
    '不公布',
    '研发投入',
    '保密',
  ]);
});
