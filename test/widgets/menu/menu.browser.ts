import axe from 'axe-core';
import { define, type ZjGoalGauge, type ZjTrendChart } from '@zj/widgets';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { parkTasks } from '../../../stories/boards.js';
import { parkBoard } from '../../../stories/goal-boards.js';
import { revenueSeries } from '../../../stories/goal-series.js';
import { parkLadder } from '../../../stories/ladders.js';
import { industries } from '../../../stories/industries.js';
import { file, full, revenue } from '../../../stories/verdicts.js';
import { clear, serve } from '../mount.js';
import { mountIn, painted } from '../published-stage.js';

define();
beforeEach(clear);
afterEach(() => {
  vi.restoreAllMocks();
  clear();
});

type Shown = HTMLElement & { readonly updateComplete: Promise<unknown> };

const make = (tag: string, given: object): Shown =>
  Object.assign(document.createElement(tag), given) as Shown;

/** Every element with a menu, and the items that it has on a page without an engine. */
const elements: Readonly<Record<string, readonly [make: () => Shown, items: string]>> = {
  'zj-goal-gauge': [() => make('zj-goal-gauge', { verdict: full }), 'table csv svg png cite source sql'],
  'zj-trend-chart': [
    () => make('zj-trend-chart', { series: revenueSeries() }),
    'table csv svg png cite source sql',
  ],
  'zj-breakdown-chart': [
    () => make('zj-breakdown-chart', { series: industries() }),
    'table csv svg png cite source',
  ],
  'zj-data-table': [() => make('zj-data-table', { series: industries() }), 'cite source'],
  'zj-goal-board': [() => make('zj-goal-board', { verdicts: parkBoard }), 'table csv cite source sql'],
  'zj-tier-ladder': [
    () => make('zj-tier-ladder', { ladder: parkLadder() }),
    'table csv svg png cite source sql',
  ],
  'zj-task-board': [() => make('zj-task-board', { tasks: parkTasks() }), 'table csv cite source sql'],
};

const buttonOf = (element: HTMLElement): HTMLButtonElement | null =>
  element.shadowRoot!.querySelector('[part=menu-button]');
const menuOf = (element: HTMLElement): ShadowRoot | null | undefined =>
  element.shadowRoot!.querySelector('[part=menu]')?.shadowRoot;
const dialogOf = (element: HTMLElement): HTMLDialogElement => menuOf(element)!.querySelector('dialog')!;
const itemsOf = (element: HTMLElement): readonly HTMLButtonElement[] => [
  ...menuOf(element)!.querySelectorAll<HTMLButtonElement>('[part=menu-item]'),
];
const focused = (element: HTMLElement): string | undefined =>
  (menuOf(element)?.activeElement as HTMLButtonElement | null | undefined)?.value;

async function open(element: HTMLElement): Promise<void> {
  await expect.poll(() => buttonOf(element) !== null).toBe(true);
  buttonOf(element)!.click();
  await expect.poll(() => menuOf(element)?.querySelector('[part=menu-item]') != null).toBe(true);
}

async function press(element: HTMLElement, item: string): Promise<void> {
  itemsOf(element)
    .find(({ value }) => value === item)!
    .click();
  await expect.poll(() => !itemsOf(element).some(({ ariaBusy }) => ariaBusy === 'true')).toBe(true);
}

/** The files that the page would save. */
function watchFiles(): Promise<File>[] {
  const saved: Promise<File>[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(
      fetch(this.href)
        .then((answer) => answer.blob())
        .then((blob) => new File([blob], this.download, { type: blob.type })),
    );
  });
  return saved;
}

describe.each(Object.entries(elements))('%s', (_, [create, items]) => {
  test('has a button with its name in the corner, as large as a finger, that changes no height', async () => {
    const element = await mountIn(create());
    await expect.poll(() => buttonOf(element) !== null).toBe(true);
    const button = buttonOf(element)!;
    expect([button.getAttribute('aria-haspopup'), button.ariaLabel]).toEqual([
      'dialog',
      expect.stringMatching(/^更多：./),
    ]);
    const { width, height, top, right } = button.getBoundingClientRect();
    const card = element.getBoundingClientRect();
    expect([width, height, top >= card.top, right <= card.right]).toEqual([44, 44, true, true]);
    const before = card.height;
    element.setAttribute('hide', 'menu');
    await painted(element);
    expect(buttonOf(element)).toBe(null);
    expect(Math.abs(element.getBoundingClientRect().height - before)).toBeLessThan(1);
  });

  test('has the items that make sense for it', async () => {
    const element = await mountIn(create());
    await open(element);
    expect(itemsOf(element).map(({ value }) => value)).toEqual(items.split(' '));
    dialogOf(element).close();
  });

  test('has nothing that axe finds wrong, in its list and in a view', async () => {
    const element = await mountIn(create());
    await open(element);
    const check = async (): Promise<void> => {
      const { violations } = await axe.run(document.body, {
        rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
      });
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    };
    await check();
    await press(element, 'source');
    await check();
    dialogOf(element).close();
  });
});

describe('the keyboard', () => {
  test('opens the menu, walks it, and leaves it: the focus is at the button again, and the page hears no Escape', async () => {
    const gauge = await mountIn(make('zj-goal-gauge', { verdict: revenue() }));
    let told = 0;
    const count = (event: KeyboardEvent): void => void (event.key === 'Escape' && told++);
    document.addEventListener('keydown', count);
    buttonOf(gauge)!.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => focused(gauge)).toBe('table');
    await userEvent.keyboard('{ArrowDown}');
    expect(focused(gauge)).toBe('csv');
    await userEvent.keyboard('{End}');
    expect(focused(gauge)).toBe('sql');
    await userEvent.keyboard('{ArrowDown}');
    expect(focused(gauge)).toBe('table');
    await userEvent.keyboard('{ArrowUp}{Home}{Tab}');
    expect(focused(gauge)).toBe('csv');
    await userEvent.keyboard('{Escape}');
    document.removeEventListener('keydown', count);
    expect([menuOf(gauge), gauge.shadowRoot!.activeElement, told]).toEqual([undefined, buttonOf(gauge), 0]);
  });

  test('goes from a view back to its item', async () => {
    const gauge = await mountIn(make('zj-goal-gauge', { verdict: full }));
    await open(gauge);
    await press(gauge, 'source');
    expect(menuOf(gauge)!.activeElement!.localName).toBe('h2');
    menuOf(gauge)!.querySelector<HTMLElement>('[part=menu-back]')!.click();
    expect(focused(gauge)).toBe('source');
    dialogOf(gauge).close();
  });
});

test('the second press of a double one takes no item and closes nothing', async () => {
  const gauge = await mountIn(make('zj-goal-gauge', { verdict: revenue() }));
  await open(gauge);
  const saved = watchFiles();
  const again = (): MouseEvent => new MouseEvent('click', { detail: 2, bubbles: true, cancelable: true });
  itemsOf(gauge)
    .find(({ value }) => value === 'csv')!
    .dispatchEvent(again());
  dialogOf(gauge).dispatchEvent(again());
  expect([dialogOf(gauge).open, itemsOf(gauge).some(({ ariaBusy }) => ariaBusy === 'true')]).toEqual([
    true,
    false,
  ]);
  expect(saved).toEqual([]);
  dialogOf(gauge).close();
});

test('an element that leaves the page with its menu open leaves no listener in the window', async () => {
  const gauge = await mountIn(make('zj-goal-gauge', { verdict: revenue() }));
  const added = vi.spyOn(window, 'addEventListener');
  await open(gauge);
  const [, place] = added.mock.calls.find(([type]) => type === 'resize')!;
  const removed = vi.spyOn(window, 'removeEventListener');
  gauge.remove();
  window.dispatchEvent(new Event('resize'));
  expect(removed).toHaveBeenCalledWith('resize', place);
});

test('a press beside the menu closes it', async () => {
  const gauge = await mountIn(make('zj-goal-gauge', { verdict: revenue() }));
  await open(gauge);
  dialogOf(gauge).click();
  await expect.poll(() => menuOf(gauge)).toBe(undefined);
  expect(gauge.shadowRoot!.activeElement).toBe(buttonOf(gauge));
});

test('an element that leaves the page takes its open menu away, and has none when it comes back', async () => {
  const gauge = await mountIn(make('zj-goal-gauge', { verdict: revenue() }));
  await open(gauge);
  const box = gauge.parentElement!;
  gauge.remove();
  box.append(gauge);
  await painted(gauge);
  expect(menuOf(gauge) ? dialogOf(gauge).checkVisibility() : false).toBe(false);
  await open(gauge);
  expect(gauge.shadowRoot!.querySelectorAll('[part=menu]')).toHaveLength(1);
  dialogOf(gauge).close();
});

describe('its place', () => {
  afterEach(() => page.viewport(414, 896));

  test('is inside of the window at every corner', async () => {
    await page.viewport(900, 700);
    for (const width of [250, 880]) {
      const gauge = await mountIn(make('zj-goal-gauge', { verdict: revenue() }), { width });
      await open(gauge);
      const { left, top, right, bottom } = dialogOf(gauge).getBoundingClientRect();
      expect([left >= 0, top >= 0, right <= 900, bottom <= 700]).toEqual([true, true, true, true]);
      dialogOf(gauge).close();
      clear();
    }
  });

  test('is the lower end of the window of a phone, in its whole width', async () => {
    await page.viewport(360, 700);
    const gauge = await mountIn(make('zj-goal-gauge', { verdict: revenue() }), { width: 328 });
    await open(gauge);
    const { left, right, bottom } = dialogOf(gauge).getBoundingClientRect();
    expect([left, right, bottom]).toEqual([0, 360, 700]);
    dialogOf(gauge).close();
  });
});

describe.each(['zh-CN', 'en'])('the files in %s', (lang) => {
  const word = lang === 'en' ? /[a-z]{4}/i : /[一-鿿]{2}/;
  const saving = ['zj-goal-gauge', 'zj-trend-chart', 'zj-breakdown-chart', 'zj-tier-ladder'];

  test.each(saving)('of %s are a table, a sound drawing with its words, and a picture', async (tag) => {
    const element = await mountIn(elements[tag]![0]());
    element.lang = lang;
    await painted(element);
    const saved = watchFiles();
    for (const item of ['csv', 'svg', 'png']) {
      await open(element);
      const button = itemsOf(element).find(({ value }) => value === item)!;
      button.click();
      await expect.poll(() => menuOf(element)).toBe(undefined);
    }
    const [csv, svg, png] = (await Promise.all(saved)) as [File, File, File];
    expect([csv, svg, png].map(({ name }) => /\.[a-z]+$/.exec(name)?.[0])).toEqual(['.csv', '.svg', '.png']);
    const bytes = new Uint8Array(await csv.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = (await csv.text()).trim().split('\r\n');
    expect(lines.length).toBeGreaterThan(3);
    const drawing = new DOMParser().parseFromString(await svg.text(), 'image/svg+xml');
    expect(drawing.querySelector('parsererror')).toBe(null);
    expect(drawing.documentElement.textContent).toMatch(word);
    const { width, height } = await createImageBitmap(png);
    expect([width, height]).toEqual(
      ['width', 'height'].map((name) => 2 * Number(drawing.documentElement.getAttribute(name))),
    );
  });
});

test('the year that a reader has chosen is in the file of a ladder, in its name, and in the code for another page', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const ladder = await mountIn(make('zj-tier-ladder', { src: serve(JSON.stringify(parkLadder())) }));
  await expect.poll(() => buttonOf(ladder) !== null).toBe(true);
  const years = ladder.shadowRoot!.querySelector<HTMLSelectElement>('[part=period]')!;
  years.value = '2025';
  years.dispatchEvent(new Event('change'));
  await ladder.updateComplete;
  const saved = watchFiles();
  await open(ladder);
  itemsOf(ladder)
    .find(({ value }) => value === 'csv')!
    .click();
  await expect.poll(() => saved.length).toBe(1);
  const csv = await saved[0]!;
  expect(csv.name).toBe('企业梯度培育体系-2025-12-31.csv');
  expect((await csv.text()).split('\r\n')[1]).toMatch(/^2025-01-01\/2025-12-31,/);
  await expect.poll(() => menuOf(ladder)).toBe(undefined);
  await open(ladder);
  await press(ladder, 'embed');
  expect(menuOf(ladder)!.querySelector('textarea')!.value).toContain(' period="2025" ');
  dialogOf(ladder).close();
});

test('a file that cannot be made is told with its cause, and the menu stays', async () => {
  const gauge = await mountIn(make('zj-goal-gauge', { verdict: revenue() }));
  await open(gauge);
  vi.spyOn(HTMLImageElement.prototype, 'decode').mockRejectedValue(new Error('no'));
  await press(gauge, 'png');
  await expect.poll(() => menuOf(gauge)!.querySelector('[role=status]')!.textContent).toMatch(/^未能保存：/);
  dialogOf(gauge).close();
});

describe('copying', () => {
  const field = (element: HTMLElement): HTMLTextAreaElement => menuOf(element)!.querySelector('textarea')!;
  const told = (element: HTMLElement): string => menuOf(element)!.querySelector('[role=status]')!.textContent;

  test('gives the citation to the clipboard, and says so', async () => {
    const copied: string[] = [];
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) =>
      Promise.resolve(void copied.push(text)),
    );
    const gauge = await mountIn(make('zj-goal-gauge', { verdict: revenue() }));
    await open(gauge);
    await press(gauge, 'cite');
    await expect.poll(() => told(gauge)).toBe('已复制');
    expect(copied).toEqual([field(gauge).value]);
    expect(copied[0]).toMatch(/^三大先导产业营业收入：83\.9%，5,036亿元.*进度正常（截至2026年10月/);
    dialogOf(gauge).close();
  });

  test('that the browser refuses leaves the text selected, and says how to copy it', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
    const gauge = await mountIn(make('zj-goal-gauge', { verdict: revenue() }));
    await open(gauge);
    await press(gauge, 'cite');
    await expect.poll(() => told(gauge)).toMatch(/^浏览器不允许复制/);
    const { selectionStart, selectionEnd, value } = field(gauge);
    expect([selectionStart, selectionEnd]).toEqual([0, value.length]);
    dialogOf(gauge).close();
  });

  test('gives the code of a gauge with the full address of its file, and of one that stands alone with its figures', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const src = serve(file([revenue()]));
    const gauge = (await mountIn(make('zj-goal-gauge', { src, goal: revenue().goal }))) as ZjGoalGauge;
    await open(gauge);
    await press(gauge, 'embed');
    expect(field(gauge).value).toContain(
      `<zj-goal-gauge src="${src}" goal="${revenue().goal}" lang="zh-CN"><p>`,
    );
    dialogOf(gauge).close();
    const alone = await mountIn(
      make('zj-goal-gauge', { value: 5, target: 10, label: '"a" <b>', asOf: null }),
    );
    await open(alone);
    await press(alone, 'embed');
    expect(field(alone).value).toContain('value="5" target="10"');
    expect(field(alone).value).toContain('label="&#34;a&#34; &#60;b&#62;"');
    dialogOf(alone).close();
  });
});

test('an item that the page leaves out is not there; without the files there is no download', async () => {
  const chart = (await mountIn(
    make('zj-trend-chart', { series: revenueSeries(), hide: 'download menu-sql' }),
  )) as ZjTrendChart;
  await open(chart);
  expect(itemsOf(chart).map(({ value }) => value)).toEqual(['table', 'cite', 'source']);
  dialogOf(chart).close();
});

test('the table of a chart is its own, which opens and has the focus', async () => {
  const chart = await mountIn(make('zj-trend-chart', { series: revenueSeries() }));
  await open(chart);
  await press(chart, 'table').catch(() => undefined);
  expect(chart.shadowRoot!.querySelector<HTMLDetailsElement>('.data')!.open).toBe(true);
  expect(chart.shadowRoot!.activeElement!.localName).toBe('summary');
});
