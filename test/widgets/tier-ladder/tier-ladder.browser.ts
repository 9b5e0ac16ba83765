import type { PublishedLadder } from '@zj/metrics';
import { define, type ZjSource, type ZjTierLadder } from '@zj/widgets';
import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ladderHtml } from '../../../packages/widgets/src/print.js';
import { deadline } from '../../../packages/widgets/src/element/release.js';
import { emptyLadder, longLadder, parkLadder, tallLadder } from '../../../stories/ladders.js';
import { clear, pageStyle, serve } from '../mount.js';
import {
  all,
  errorOf,
  expectElder,
  expectSound,
  misplaced,
  mountIn,
  painted,
  textOf,
} from '../published-stage.js';
import { manifestOf, serveFile, serveManifest } from '../release-files.js';

define();
beforeEach(clear);
afterEach(clear);

type Given = Partial<
  Pick<ZjTierLadder, 'ladder' | 'src' | 'period' | 'elder' | 'lang' | 'hide' | 'integrity'>
>;

function mount(given: Given, options: Parameters<typeof mountIn>[1] = {}): Promise<ZjTierLadder> {
  return mountIn(Object.assign(document.createElement('zj-tier-ladder'), given), options);
}

/** The figures of a tier, counted move by move as METHODS §10 has it: start, entered, in, out, left, end. */
function count({ moves }: PublishedLadder, tier: string, first: string, last: string): readonly number[] {
  const figures = [0, 0, 0, 0, 0, 0] as [number, number, number, number, number, number];
  for (const move of moves) {
    const sign = Number(move.to === tier) - Number(move.from === tier);
    if (move.date < first) figures[0] += sign * move.count;
    if (move.date <= last) figures[5] += sign * move.count;
    if (move.date < first || move.date > last) continue;
    if (move.to === tier) figures[move.from === null ? 1 : 2] += move.count;
    if (move.from === tier) figures[move.to === null ? 4 : 3] += move.count;
  }
  return figures;
}

const digits = (text: string): number => Number(text.replaceAll(/[^\d]/g, ''));

/** The figures of each step: start, entered, in, out, left, end. */
function figures(ladder: ZjTierLadder): readonly (readonly number[])[] {
  return all(ladder, '[part=tier]').map((tier) => {
    const start = digits(textOf(tier.querySelector('.start span')!));
    const flows = [...tier.querySelectorAll('dd')].map((one) => digits(textOf(one)));
    return [start, ...flows, digits(textOf(tier.querySelector('[part=count]')!))];
  });
}

describe('the figures', () => {
  test.each([
    ['', '2026-01-01', '2026-10-31'],
    ['2025', '2025-01-01', '2025-12-31'],
    ['2026-Q3', '2026-07-01', '2026-09-30'],
  ])('over period="%s" are those that the moves of the file add up to', async (period, first, last) => {
    const file = parkLadder();
    const ladder = await mount({ src: serve(JSON.stringify(file)), period });
    await expect.poll(() => all(ladder, '[part=tier]').length).toBe(4);
    expect(figures(ladder)).toEqual(file.tiers.map(({ id }) => count(file, id, first, last)));
    all<HTMLDetailsElement>(ladder, 'details')[0]!.open = true;
    const rows = all(ladder, '.tables table:first-of-type tbody tr').map((row) =>
      [...row.querySelectorAll('.figure')].map((cell) => digits(textOf(cell))),
    );
    expect(rows).toEqual(figures(ladder));
  });

  test('a reader chooses another year, with the keyboard', async () => {
    const ladder = await mount({ ladder: parkLadder() });
    const choice = all<HTMLSelectElement>(ladder, 'select')[0]!;
    expect([...choice.options].map(({ text }) => text.trim())).toEqual([
      '2026年（截至2026年10月31日）',
      '2025年',
      '2024年',
    ]);
    choice.focus();
    await userEvent.selectOptions(choice, '2025');
    await painted(ladder);
    const file = parkLadder();
    expect(figures(ladder)).toEqual(file.tiers.map(({ id }) => count(file, id, '2025-01-01', '2025-12-31')));
    expect(textOf(all(ladder, '[part=summary]')[0]!)).toContain('2025年12月31日');
    expect(ladder.shadowRoot!.activeElement).toBe(choice);
  });

  test('come from the release of the source around', async () => {
    const address = serveManifest(manifestOf());
    serveFile(address.replace('manifest.json', 'ladder.json'), JSON.stringify(parkLadder()));
    const source = Object.assign(document.createElement('zj-source'), { manifest: address });
    const heard: unknown[] = [];
    source.addEventListener('zj-ladder-changed', ({ detail }) => heard.push(detail.ladder.kind));
    const ladder = await mount({}, { around: source });
    await expect.poll(() => all(ladder, '[part=tier]').length).toBe(4);
    await expect.poll(() => heard).toEqual(['ladder']);
  });
});

describe('what cannot be shown', () => {
  test('a release without a ladder says so, and names the remedy', async () => {
    const { files } = manifestOf();
    const { ladder: none, ...others } = files;
    void none;
    const source: ZjSource = document.createElement('zj-source');
    source.manifest = serveManifest(manifestOf({ files: others }));
    const ladder = await mount({}, { around: source });
    await expect.poll(() => errorOf(ladder)).toContain('这次发布没有企业梯度。');
    expect(ladder.hasAttribute('failed')).toBe(true);
    source.lang = 'en';
    await painted(ladder);
    expect(errorOf(ladder)).toContain('This release has no ladder of enterprises.');
  });

  test('a broken file is refused, with its name and the remedy, and no figure', async () => {
    const [move] = parkLadder().moves;
    const src = serve(JSON.stringify(parkLadder({ moves: [{ ...move!, from: 'high-tech' }] })));
    const heard: string[] = [];
    document.addEventListener('zj-failed', ({ detail }) => void heard.push(detail.code), { once: true });
    const ladder = await mount({ src });
    await expect.poll(() => errorOf(ladder)).toContain('的内容无效。请用 zj publish 重新生成。');
    expect(all(ladder, '[part=tier]')).toEqual([]);
    expect(heard).toEqual(['RELEASE']);
    expect(all(ladder, '[part=retry]')).toHaveLength(1);
  });

  test('a property that is no ladder is refused as well', async () => {
    const ladder = await mount({ ladder: { version: 1 } as unknown as PublishedLadder });
    expect(errorOf(ladder)).toContain('的内容无效');
  });

  test('a period of which there is nothing is refused, with one that there is', async () => {
    const ladder = await mount({ ladder: parkLadder(), period: '2031' });
    expect(errorOf(ladder)).toBe(
      '没有 period="2031" 的数据。登记数据从2024年3月4日到2026年10月31日，可以写 2026。',
    );
    ladder.period = '2026-H1';
    await painted(ladder);
    expect(errorOf(ladder)).toBe('');
    expect(all<HTMLSelectElement>(ladder, 'select')[0]!.value).toBe('2026-H1');
  });

  test('the content of the tag stays where the file cannot be read, marked as old', async () => {
    const ladder = await mount({ src: '/nowhere/ladder.json' }, { inside: '<p>115家</p>' });
    await expect.poll(() => ladder.hasAttribute('stale')).toBe(true);
    expect(errorOf(ladder)).toContain('/nowhere/ladder.json');
    expect(ladder.querySelector('p')!.checkVisibility()).toBe(true);
  });

  test('figures stay where a later reading fails, marked as old', async () => {
    const src = new URL('/later/ladder.json', location.href).href;
    serveFile(src, JSON.stringify(parkLadder()));
    const ladder = await mount({ src });
    await expect.poll(() => all(ladder, '[part=tier]').length).toBe(4);
    serveFile(src, '{}');
    ladder.refresh();
    await expect.poll(() => ladder.hasAttribute('stale')).toBe(true);
    expect(all(ladder, '[part=tier]')).toHaveLength(4);
    expect(errorOf(ladder)).toContain('的内容无效');
  });

  test('a tag without input waits, and says after a while which input it needs', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const element = document.createElement('zj-tier-ladder');
    const box = document.createElement('div');
    box.className = 'box';
    box.append(element);
    document.body.append(box);
    await element.updateComplete;
    expect(element.hasAttribute('loading')).toBe(true);
    vi.advanceTimersByTime(deadline);
    vi.useRealTimers();
    await painted(element);
    expect(errorOf(element)).toContain('请写 src');
  });
});

const ladders: Readonly<Record<string, () => PublishedLadder>> = {
  'four tiers': parkLadder,
  'one tier': () => tallLadder(1),
  'two tiers': () => tallLadder(2),
  'six tiers': () => tallLadder(6),
  'twelve tiers': () => tallLadder(12),
  'names of forty letters': longLadder,
  nobody: emptyLadder,
};
const widths = [280, 343, 480, 720, 960, 1240, 1600];

describe.each(Object.entries(ladders))('%s', (_, make) => {
  test.each(['zh-CN', 'en'])('fit from 280 to 1600 px without overlap, %s', async (lang) => {
    for (const width of widths) {
      const ladder = await mount({ ladder: make(), lang }, { width });
      expect(misplaced(ladder), `${width} px`).toEqual([]);
      const heights = all(ladder, '.stairs [part=tier]').map((one) => {
        const { height } = one.getBoundingClientRect();
        return Math.round(height - parseFloat(getComputedStyle(one).paddingBottom));
      });
      expect(Math.max(0, ...heights) - Math.min(...heights, Infinity), `${width} px`).toBeLessThan(2);
      clear();
    }
  });

  test.each([343, 960])('for elders have large text and large controls, %i px wide', async (width) => {
    const ladder = await mount({ ladder: make(), elder: true }, { width });
    all<HTMLDetailsElement>(ladder, 'details')[0]!.open = true;
    expectElder(ladder);
    expect(misplaced(ladder)).toEqual([]);
  });
});

describe('for assistive technology', () => {
  test('tiers are a list, the highest first, and every figure has its name and its unit', async () => {
    const ladder = await mount({ ladder: parkLadder() }, { width: 1240 });
    expect(page.getByRole('list').first().element()).toBe(all(ladder, '[part=tiers]')[0]);
    const items = page.elementLocator(all(ladder, '[part=tiers]')[0]!).getByRole('listitem').all();
    expect(items.map((one) => textOf(one.element()))).toEqual([
      '创新型企业总部5 家年初3家 增加2家新进入 0家转入 2家转出 0家退出 0家“隐形冠军”和“独角兽”企业与创新型企业总部之间：升级1家 下移0家',
      '“隐形冠军”和“独角兽”企业8 家年初7家 增加1家新进入 0家转入 2家转出 1家退出 0家高新技术企业与“隐形冠军”和“独角兽”企业之间：升级2家 下移0家',
      '高新技术企业115 家年初102家 增加13家新进入 0家转入 18家转出 3家退出 2家创新创业企业与高新技术企业之间：升级18家 下移1家',
      '创新创业企业448 家年初385家 增加63家新进入 91家转入 1家转出 19家退出 10家',
    ]);
    // Steps stand from the lowest, left, to the highest, right.
    const lefts = all(ladder, '[part=tier]').map((one) => one.getBoundingClientRect().left);
    expect(lefts).toEqual([...lefts].sort((a, b) => b - a));
  });

  test('the tables have captions and heads, and are reached by the keyboard', async () => {
    const ladder = await mount({ ladder: parkLadder() });
    const reached: (string | null)[] = [];
    for (let step = 0; step < 4; step++) {
      await userEvent.tab();
      reached.push(ladder.shadowRoot!.activeElement?.getAttribute('part') ?? null);
    }
    expect(reached.slice(0, 3)).toEqual(['menu-button', 'period', 'data-button']);
    all<HTMLElement>(ladder, 'summary')[0]!.click();
    await painted(ladder);
    expect(page.getByRole('table', { name: '各层级企业数（家）' }).elements()).toHaveLength(1);
    expect(page.getByRole('rowheader', { name: '高新技术企业' }).elements().length).toBeGreaterThan(0);
    await expectSound(ladder);
  });

  test.each([
    [1240, {}],
    [343, {}],
    [343, { elder: true }],
    [960, { lang: 'en' }],
  ])('axe finds nothing to mend at %i px with %j', async (width, given) => {
    await expectSound(await mount({ ladder: parkLadder(), ...given }, { width }));
    clear();
    document.documentElement.style.colorScheme = 'dark';
    await expectSound(await mount({ ladder: parkLadder(), ...given }, { width }));
  });
});

test('it keeps to itself on a page that styles every element', async () => {
  const before = (await mount({ ladder: parkLadder() })).getBoundingClientRect().height;
  clear();
  pageStyle('* { font-size: 40px; padding: 9px; text-transform: uppercase } select, li { display: none }');
  const ladder = await mount({ ladder: parkLadder() });
  const { height } = ladder.shadowRoot!.querySelector('figure')!.getBoundingClientRect();
  expect(Math.abs(height - before)).toBeLessThan(40);
  expect(all(ladder, 'li')[0]!.checkVisibility()).toBe(true);
});

test('the tables that are printed into the tag have the figures of the element', async () => {
  const ladder = await mount({ ladder: parkLadder() });
  const printed = document
    .createRange()
    .createContextualFragment(ladderHtml(parkLadder(), { locale: 'zh-CN' }));
  const cells = (root: ParentNode): readonly string[] =>
    [...root.querySelectorAll('table tbody :is(th, td)')].map(textOf);
  expect(cells(printed)).toEqual(cells(ladder.shadowRoot!));
});
