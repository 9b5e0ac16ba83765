import type { Selection } from '@zj/metrics';
import type { ZjFilter } from '@zj/widgets';
import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { filterMetrics } from '../../../stories/filter-data.js';
import { publishPage } from '../release-files.js';
import { clear } from '../mount.js';
import { field, find, rows, settled, stage, texts, value } from './filter-stage.js';

const start = location.href;

beforeEach(clear);
afterEach(() => {
  clear();
  history.replaceState(null, '', start);
});

const count = (test: (row: (typeof rows)[number]) => boolean): string =>
  rows.filter(test).length.toLocaleString('en');

describe('values', () => {
  test('a tick narrows the source, and every field but its own', async () => {
    const { source, filter, root } = await stage();
    const before = texts(field(root, '产业'), '.rows');
    value(root, '产业', '集成电路').click();
    await settled(filter);
    expect(source.selection).toEqual({ where: [{ column: 'industry', in: ['集成电路'] }] });
    expect(texts(field(root, '产业'), '.rows')).toEqual(before);
    expect(texts(root, '.count b')[0]).toBe(count(({ industry }) => industry === '集成电路'));
    expect(texts(field(root, '功能区'), '.rows')[0]).toBe(
      count(({ industry, zone }) => industry === '集成电路' && zone === '北区'),
    );
    expect(texts(root, '[part=chip]')).toEqual(['产业：集成电路']);
  });

  test('the empty value is a choice, and chosen values can be left out', async () => {
    const { filter, root } = await stage();
    value(root, '功能区', '未填写').click();
    await settled(filter);
    expect(texts(root, '.count b')[0]).toBe(count(({ zone }) => zone === null));
    find(field(root, '功能区'), '[part=exclude]').click();
    await settled(filter);
    expect(texts(root, '.count b')[0]).toBe(count(({ zone }) => zone !== null));
    expect(texts(root, '[part=chip]')).toEqual(['功能区：不含 未填写']);
  });

  test('many are searched by initials of their pinyin and by characters', async () => {
    const { root, filter } = await stage();
    const search = find<HTMLInputElement>(field(root, '细分领域'), '[part=search]');
    await userEvent.type(search, 'xpsj');
    await filter.updateComplete;
    expect(texts(field(root, '细分领域'), '.name')).toEqual(['芯片设计 xpsj']);
    expect(texts(field(root, '细分领域'), 'mark')).toEqual(['芯片设计']);
    await userEvent.clear(search);
    await userEvent.type(search, '制');
    expect(texts(field(root, '细分领域'), 'mark')).toEqual(expect.arrayContaining(['制']));
  });
});

describe('periods', () => {
  const sliders = (root: ParentNode): readonly HTMLInputElement[] => [
    ...root.querySelectorAll<HTMLInputElement>('[part=slider]'),
  ];

  test('two sliders choose them by keys alone, and say the name of the period', async () => {
    const { source, filter, root } = await stage();
    const [first, last] = sliders(root);
    first!.focus();
    await userEvent.keyboard('{ArrowRight}{PageUp}');
    await settled(filter);
    expect(first!.getAttribute('aria-valuetext')).toBe('2024年2月');
    last!.focus();
    await userEvent.keyboard('{ArrowLeft}');
    await settled(filter);
    await expect.poll(() => source.selection.during).toEqual({ start: '2024-02-01', end: '2026-09-30' });
    expect(texts(root, '[part=chip]')).toEqual(['月份：2024年2月—2026年9月']);
  });

  test('a pointer draws a range, moves it and drags its edges', async () => {
    const { source, filter, root } = await stage();
    const brush = find(root, '[part=brush]');
    const { left, top, width } = brush.getBoundingClientRect();
    const to = (type: string, month: number): void =>
      void brush.dispatchEvent(
        new PointerEvent(type, {
          pointerId: 1,
          button: 0,
          clientX: left + (width * (month + 0.5)) / 46,
          clientY: top + 20,
          bubbles: true,
        }),
      );
    // A pointer that no device has cannot be captured.
    brush.setPointerCapture = () => undefined;
    const drag = async (from: number, until: number): Promise<void> => {
      to('pointerdown', from);
      to('pointermove', until);
      to('pointerup', until);
      await settled(filter);
    };
    await drag(12, 20);
    expect(source.selection.during).toEqual({ start: '2024-01-01', end: '2024-09-30' });
    await drag(16, 28);
    expect(source.selection.during).toEqual({ start: '2025-01-01', end: '2025-09-30' });
    await drag(23.6, 35.6);
    expect(source.selection.during).toEqual({ start: '2025-09-01', end: '2025-09-30' });
  });

  test('typed dates are taken; one that is none is told and stays as it was typed', async () => {
    const { source, filter, root } = await stage();
    const [from, to] = [...root.querySelectorAll<HTMLInputElement>('[part=date]')];
    await userEvent.fill(from!, '2026-03');
    await userEvent.keyboard('{Enter}');
    await settled(filter);
    expect(source.selection.during).toEqual({ start: '2026-03-01', end: '2026-10-31' });
    expect(from!.value).toBe('2026年3月');
    await userEvent.fill(to!, '2026年13月');
    await userEvent.keyboard('{Enter}');
    await settled(filter);
    expect(to!.value).toBe('2026年13月');
    expect(texts(root, '.problem')[0]).toContain('2026年13月');
    expect(source.selection.during).toEqual({ start: '2026-03-01', end: '2026-10-31' });
    await userEvent.fill(to!, '2025-01');
    await userEvent.keyboard('{Enter}');
    await settled(filter);
    expect(texts(root, '.problem')).toEqual(['开始晚于结束，请改其中一个。']);
    await userEvent.fill(from!, '2024');
    await userEvent.keyboard('{Enter}');
    await settled(filter);
    expect(texts(root, '.problem')).toEqual([]);
    expect(source.selection.during).toEqual({ start: '2024-01-01', end: '2025-01-31' });
  });

  test('quick choices go by the last period of the data', async () => {
    const { source, filter, root } = await stage();
    const quick = [...root.querySelectorAll<HTMLElement>('[part=quick]')];
    expect(quick.map((one) => one.textContent.trim())).toEqual(['今年', '去年', '近 12 个月', '全部']);
    quick[1]!.click();
    await settled(filter);
    expect(source.selection.during).toEqual({ start: '2025-01-01', end: '2025-12-31' });
    quick[3]!.click();
    await settled(filter);
    expect(source.selection.during).toBeUndefined();
  });
});

describe('chips', () => {
  const selection: Selection = {
    during: '2026',
    where: [
      { column: 'industry', in: ['集成电路'] },
      { column: 'subfield', in: ['芯片设计'] },
      { column: 'zone', in: ['北区'] },
      { column: 'zone', startsWith: '北' },
    ],
  };

  test('beyond four fold into one that opens; the button that clears all is the last', async () => {
    const { root, filter } = await stage({}, { selection });
    const seen = (): number =>
      [...root.querySelectorAll('[part=chip]')].filter((one) => one.checkVisibility()).length;
    expect(seen()).toBe(4);
    expect(texts(root, '[part=more-chips]')).toEqual(['另有 1 项条件']);
    find(root, '[part=more-chips]').click();
    await filter.updateComplete;
    expect(seen()).toBe(5);
    expect([...root.querySelectorAll('.chips button')].at(-1)!.getAttribute('part')).toBe('clear');
  });

  test('go by a press, the focus to the next one; clearing leaves conditions on other columns', async () => {
    const other = { column: 'industry', in: ['集成电路'] } as const;
    const { source, root, filter } = await stage(
      { fields: 'month zone' },
      { selection: { during: '2026', where: [other, { column: 'zone', in: ['北区'] }] } },
    );
    expect(texts(root, '.remarks li')).toEqual(['本页另设了 1 项条件，数字已按其计算。']);
    find(root, '[part=chip]').click();
    await settled(filter);
    expect(source.selection.during).toBeUndefined();
    expect(root.activeElement?.getAttribute('part')).toBe('chip');
    find(root, '[part=clear]').click();
    await settled(filter);
    expect(source.selection).toEqual({ where: [other] });
    expect(root.activeElement?.id).toBe('title');
  });

  test('show what a page selects', async () => {
    const { source, root, filter } = await stage();
    source.select({ where: [{ column: 'zone', equals: '北区' }] });
    await settled(filter);
    expect(texts(root, '[part=chip]')).toEqual(['功能区：北区']);
    expect(value(root, '功能区', '北区').checked).toBe(true);
  });
});

describe('a name', () => {
  test('is broken between words only in a filter of 1,070 px, its narrowest columns, and the bars of a list are of one length', async () => {
    const english = rows.map((row) => ({ ...row, zone: row.zone && 'Biomedicine' }));
    const { root } = await stage({ lang: 'en' }, { width: 1070, rows: english });
    const names = [...field(root, 'Zone').querySelectorAll<HTMLElement>('.name')];
    const biomedicine = names.find((one) => one.textContent.trim() === 'Biomedicine')!;
    expect(biomedicine.offsetHeight).toBeLessThan(
      1.6 * Number.parseFloat(getComputedStyle(biomedicine).fontSize),
    );
    const bars = [...field(root, 'Zone').querySelectorAll('.share')].map(
      (one) => one.getBoundingClientRect().width,
    );
    expect(new Set(bars.map(Math.round)).size).toBe(1);
  });
});

describe('the address', () => {
  const query = (): string => decodeURIComponent(location.search);

  test('holds settled choices; back and forward step through them', async () => {
    const { filter, root, source } = await stage({ address: '' });
    value(root, '产业', '集成电路').click();
    await settled(filter);
    expect(query()).toContain('industry=集成电路');
    value(root, '产业', '生物医药').click();
    await settled(filter);
    expect(query()).toContain('industry=集成电路,生物医药');
    history.back();
    await expect.poll(() => texts(root, '[part=chip]')).toEqual(['产业：集成电路']);
    history.back();
    await expect.poll(() => source.selection.where).toEqual([]);
    history.forward();
    await expect.poll(() => texts(root, '[part=chip]')).toEqual(['产业：集成电路']);
    expect(query()).toContain('industry=集成电路');
  });

  test('holds what a reader chose before the files of the release had come', async () => {
    const { manifest } = publishPage([]);
    const { fetch } = globalThis;
    let answer = (): void => undefined;
    const coming = new Promise<void>((resolve) => (answer = resolve));
    globalThis.fetch = async (address, options) => {
      if (typeof address === 'string' && address.endsWith('verdicts.json')) await coming;
      return fetch(address, options);
    };
    try {
      const { filter, root } = await stage({ address: '' }, { manifest });
      value(root, '产业', '集成电路').click();
      await settled(filter);
      expect(query()).not.toContain('industry');
      answer();
      await expect.poll(query).toContain('industry=集成电路');
      expect(texts(root, '[part=chip]')).toEqual(['产业：集成电路']);
    } finally {
      globalThis.fetch = fetch;
    }
  });

  test('is read at first, and tells of another release and of unknown values', async () => {
    const url = new URL(start);
    url.search = '?zone=北区,火星&level=高&release=ab12cd34ef56';
    history.replaceState(null, '', url);
    const { root, source } = await stage({ address: '' });
    await expect.poll(() => source.selection.where).toEqual([{ column: 'zone', in: ['北区'] }]);
    expect(texts(root, '.remarks li')).toEqual([
      expect.stringContaining('ab12cd34ef56'),
      '链接里功能区的“火星”不在数据中，没有使用。',
      '链接里的“level”不是本页的筛选项，没有使用。',
    ]);
  });

  test('is that of one source: a filter of another one says that its choices are not there, or has a word of its own', async () => {
    const one = await stage({ address: '' });
    const other = await stage({ address: '' });
    value(one.root, '产业', '集成电路').click();
    await settled(one.filter);
    value(other.root, '产业', '生物医药').click();
    await settled(other.filter);
    expect(query()).toMatch(/^\?industry=集成电路/);
    expect(texts(one.root, '.remarks li')).toEqual([]);
    expect(texts(other.root, '.remarks li')).toContain('网址里的“industry”另有所用：这里的选择不写进网址。');
    other.filter.address = 'b';
    await settled(other.filter);
    value(other.root, '产业', '人工智能').click();
    await settled(other.filter);
    expect(query()).toMatch(/[?&]b-industry=生物医药,人工智能&/);
    expect(query()).toMatch(/[?&]industry=集成电路&/);
    expect(texts(other.root, '.remarks li')).toEqual([]);
    clear();
    const [again, beside] = [await stage({ address: '' }), await stage({ address: 'b' })];
    await expect.poll(() => texts(again.root, '[part=chip]')).toEqual(['产业：集成电路']);
    await expect.poll(() => texts(beside.root, '[part=chip]')).toEqual(texts(other.root, '[part=chip]'));
  });

  test('never holds conditions that the page has set on other columns', async () => {
    const selection: Selection = { where: [{ column: 'revenue', null: false }] };
    const { filter, root } = await stage({ address: '' }, { selection });
    value(root, '产业', '集成电路').click();
    await settled(filter);
    expect(query()).toContain('industry=集成电路');
    expect(query()).not.toContain('revenue');
  });
});

describe('states', () => {
  test('while the engine starts words say so, and the content of the tag stays', async () => {
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const box = document.createElement('div');
    box.className = 'box';
    const source = document.createElement('zj-source');
    source.metrics = filterMetrics({ rows, open: () => gate });
    source.innerHTML = '<zj-filter dataset-id="park" fields="zone"></zj-filter>';
    box.append(source);
    document.body.append(box);
    const filter = find<ZjFilter>(source, 'zj-filter');
    await expect.poll(() => texts(filter.shadowRoot!, '.wait')).toEqual(['正在启动查询引擎…']);
    open();
    await settled(filter);
    expect(texts(filter.shadowRoot!, '.field-name')).toEqual(['功能区']);
  });

  test('while figures are computed the older ones stay with a mark; a failure has a retry', async () => {
    let answer: () => Promise<void> = () => Promise.resolve();
    const { filter, root } = await stage({}, { answer: () => answer() });
    const [before] = texts(root, '.count b');
    let fail: (reason: Error) => void = () => undefined;
    answer = () => new Promise((_, reject) => (fail = reject));
    value(root, '产业', '集成电路').click();
    await filter.updateComplete;
    expect(filter.hasAttribute('stale')).toBe(true);
    expect(texts(root, '.count b')[0]).toBe(before);
    fail(new Error('gone'));
    await expect.poll(() => filter.hasAttribute('failed')).toBe(true);
    answer = () => Promise.resolve();
    find(root, '[part=retry]').click();
    await settled(filter);
    expect(filter.hasAttribute('failed')).toBe(false);
    expect(texts(root, '.count b')[0]).toBe(count(({ industry }) => industry === '集成电路'));
  });

  test('without a source, without an engine and without fields it says so', async () => {
    const alone = async (markup: string): Promise<string> => {
      const box = document.createElement('div');
      box.className = 'box';
      box.innerHTML = markup;
      document.body.append(box);
      const filter = find<ZjFilter>(box, 'zj-filter');
      await expect.poll(() => filter.hasAttribute('failed')).toBe(true);
      return texts(filter.shadowRoot!, '[part=error]').join('');
    };
    expect(await alone('<zj-filter dataset-id="park" fields="zone"></zj-filter>')).toContain('<zj-source>');
    expect(
      await alone(
        '<zj-source manifest="/no-such/manifest.json"><zj-filter dataset-id="park" fields="zone"></zj-filter></zj-source>',
      ),
    ).toContain('sdk');
    expect(
      await alone(
        '<zj-source sdk="/a.js" engine="/e/"><zj-filter dataset-id="park"></zj-filter></zj-source>',
      ),
    ).toContain('fields');
  });

  test('the count is announced when it rests', async () => {
    const { filter, root } = await stage();
    value(root, '产业', '集成电路').click();
    await settled(filter);
    expect(find(root, '#told').textContent).toBe('');
    await expect.poll(() => find(root, '#told').textContent).toContain('行符合，共 2,000 行');
  });
});

describe('on a phone', () => {
  test('fields fold, the first one is open, and nothing is wider than the page', async () => {
    const { root, filter } = await stage({}, { width: 328 });
    const buttons = [...root.querySelectorAll<HTMLElement>('[part=field-label]')];
    expect(buttons.map((one) => one.getAttribute('aria-expanded'))).toEqual([
      'true',
      'false',
      'false',
      'false',
    ]);
    buttons[1]!.click();
    await filter.updateComplete;
    expect(texts(field(root, '产业'), '.name')).toHaveLength(5);
    expect(find(root, 'figure').scrollWidth).toBeLessThanOrEqual(328);
  });

  test('targets are 44 px, and 60 px for elder readers', async () => {
    for (const [attributes, least] of [
      [{}, 44],
      [{ elder: '' }, 60],
    ] as const) {
      clear();
      const { root } = await stage(attributes, { width: 500 });
      for (const one of root.querySelectorAll<HTMLElement>(
        'button, [part=value], [part=date], [part=search]',
      ))
        if (one.checkVisibility())
          expect(one.getBoundingClientRect().height, one.outerHTML).toBeGreaterThanOrEqual(least);
    }
  });
});
