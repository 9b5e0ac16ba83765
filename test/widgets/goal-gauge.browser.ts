import type { PublishedVerdict } from '@zj/metrics';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clear, find, measured, mount, next, open, read, serve } from './mount.js';
import {
  applications,
  every,
  file,
  four,
  incomplete,
  revenue,
  unicorns,
  withheld,
} from '../../stories/verdicts.js';

beforeEach(clear);

afterEach(clear);

describe('what it shows', () => {
  test.each(Object.entries(every))(
    '%s: a title, a figure, a status word with an icon, and why',
    async (_name, verdict) => {
      const gauge = await mount({ verdict });
      expect(gauge.getAttribute('status')).toBe(verdict.status);
      expect(gauge.hasAttribute('loading') || gauge.hasAttribute('failed')).toBe(false);
      expect(read(gauge, 'figcaption')).toBe(`示例数据 ${verdict.name.zh}`);
      expect(read(gauge, '[part=value]')).not.toBe('');
      expect(read(gauge, '.chip')).not.toBe('');
      expect(find(gauge, '.chip path').getAttribute('d')).not.toBe('');
      await open(gauge);
      expect(read(gauge, 'details > p')).toBe(verdict.reason.zh);
      expect(read(gauge, 'table')).toContain('限定词');
      expect(read(gauge, 'pre')).toContain('SELECT month AS period');
    },
  );

  test('English where its language is not Chinese: its own, else that of the nearest ancestor', async () => {
    const gauge = await mount({ verdict: revenue() });
    expect(read(gauge, '.chip')).toBe('进度正常');
    gauge.lang = 'en-GB';
    await gauge.updateComplete;
    expect(read(gauge, '.chip')).toBe('On track');
    expect(find(gauge, 'figure').lang).toBe('en');
    gauge.removeAttribute('lang');
    document.documentElement.lang = 'fr';
    await new Promise(requestAnimationFrame);
    expect(read(gauge, '.chip')).toBe('On track');
    document.documentElement.lang = 'zh-Hant';
    await new Promise(requestAnimationFrame);
    expect(read(gauge, '.chip')).toBe('进度正常');
  });

  test('an ancestor that changes its language changes the gauge, in a shadow tree too; one that has left is left alone', async () => {
    const outer = document.createElement('section');
    outer.className = 'box';
    outer.lang = 'en';
    const host = document.createElement('div');
    outer.append(host);
    document.body.append(outer);
    const inner = document.createElement('p');
    host.attachShadow({ mode: 'open' }).append(inner);
    const gauge = await mount({ verdict: revenue() });
    inner.append(gauge);
    await gauge.updateComplete;
    expect(read(gauge, '.chip')).toBe('On track');
    const changed = async (change: () => void): Promise<string> => {
      change();
      await new Promise(requestAnimationFrame);
      return read(gauge, '.chip');
    };
    expect(await changed(() => (outer.lang = 'zh'))).toBe('进度正常');
    expect(await changed(() => (inner.lang = 'en'))).toBe('On track');
    expect(await changed(() => inner.removeAttribute('lang'))).toBe('进度正常');
    gauge.remove();
    expect(await changed(() => (outer.lang = 'en'))).toBe('');
    outer.append(gauge);
    await gauge.updateComplete;
    expect(read(gauge, '.chip')).toBe('On track');
  });

  test('the language of a host around a shadow tree counts', async () => {
    const host = document.createElement('div');
    host.className = 'box';
    host.lang = 'en';
    document.body.append(host);
    const gauge = await mount({ verdict: revenue() });
    host.attachShadow({ mode: 'open' }).append(gauge);
    await gauge.updateComplete;
    expect(read(gauge, '.chip')).toBe('On track');
  });

  test('new figures keep an open table open and the focus where it is', async () => {
    const gauge = await mount({ verdict: revenue() });
    const summary = find(gauge, 'summary');
    await open(gauge);
    summary.focus();
    gauge.verdict = applications();
    await gauge.updateComplete;
    expect(find(gauge, 'details').hasAttribute('open')).toBe(true);
    expect(gauge.shadowRoot!.activeElement).toBe(summary);
    expect(read(gauge, 'table')).toContain('71件');
  });

  test('other words for the name, and a note, by slots', async () => {
    const gauge = await mount(
      { verdict: revenue() },
      { inside: '<a slot="caption" href="#x">营业收入</a><p slot="note">初步</p>' },
    );
    expect(find(gauge, '[part=label]').getClientRects()).toHaveLength(0);
    expect(gauge.querySelector('a')!.getClientRects()).not.toHaveLength(0);
    expect(gauge.querySelector('p')!.getClientRects()).not.toHaveLength(0);
  });
});

describe('where its figures come from', () => {
  test('a release: src and goal', async () => {
    const gauge = await mount({ src: serve(file()), goal: 'pct-applications' });
    expect(gauge.hasAttribute('loading')).toBe(true);
    expect(find(gauge, 'figure').getAttribute('aria-busy')).toBe('true');
    const { verdict } = await next<{ verdict: PublishedVerdict }>(gauge, 'zj-verdict-changed');
    expect(verdict).toEqual(four[1]);
    expect(gauge.hasAttribute('loading')).toBe(false);
    await measured(gauge);
    expect(read(gauge, '[part=value]')).toBe('71.0%');
    gauge.goal = 'unicorn-hidden-champion';
    await gauge.updateComplete;
    expect(read(gauge, '[part=value]')).toBe('1 / 2家');
  });

  test('attributes alone, all as text', async () => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<div class="box"><zj-goal-gauge label="PCT专利申请量" value="71" target="100" unit="件" start="2026-01-01" end="2026-12-31" as-of="2026-10-31"></zj-goal-gauge></div>',
    );
    const gauge = document.querySelector('zj-goal-gauge')!;
    await gauge.updateComplete;
    await measured(gauge);
    expect(read(gauge, 'figcaption')).toBe('PCT专利申请量');
    expect(read(gauge, '[part=value]')).toBe('71.0%');
    expect(read(gauge, 'b + p')).toBe('71 / 100件');
    expect(gauge.getAttribute('status')).toBe('at-risk');
    gauge.setAttribute('value', '100');
    await gauge.updateComplete;
    expect(gauge.getAttribute('status')).toBe('achieved');
  });

  test('a verdict given as a property wins, and gives way when it is taken back', async () => {
    const gauge = await mount({ value: 71, target: 100, verdict: unicorns() });
    expect(read(gauge, '[part=value]')).toBe('1 / 2家');
    gauge.verdict = null;
    await gauge.updateComplete;
    expect(read(gauge, '[part=value]')).toBe('71.0%');
  });

  test('properties set before the element is known are kept', async () => {
    const { define } = await import('@zj/widgets');
    const early = document.createElement('early-goal-gauge') as HTMLElementTagNameMap['zj-goal-gauge'];
    Object.assign(early, { verdict: revenue(), elder: true });
    document.body.append(early);
    define({ prefix: 'early' });
    await customElements.whenDefined('early-goal-gauge');
    await early.updateComplete;
    await measured(early);
    expect(early.getAttribute('status')).toBe('on-track');
    expect(early.hasAttribute('elder')).toBe(true);
    expect(read(early, '[part=value]')).toBe('83.9%');
    early.remove();
  });

  test('a tag without any input waits, and complains of nothing', async () => {
    const gauge = await mount();
    expect(gauge.hasAttribute('loading')).toBe(true);
    expect(gauge.hasAttribute('failed')).toBe(false);
    expect(read(gauge, '.dial')).toBe('正在读取…');
    expect(find(gauge, '[role=meter]').ariaValueText).toBe('正在读取…');
  });

  test('an element that is moved goes on, and one that is gone is forgotten', async () => {
    const gauge = await mount({ src: serve(file()), goal: 'pct-applications' });
    await next(gauge, 'zj-verdict-changed');
    const box = gauge.parentElement!;
    document.body.append(gauge);
    box.append(gauge);
    await gauge.updateComplete;
    await measured(gauge);
    expect(read(gauge, '[part=value]')).toBe('71.0%');
  });
});

test('what the data lack stands behind the figure, and the last figure before its period', async () => {
  for (const [lang, text] of [
    ['zh-CN', 'zh'],
    ['en', 'en'],
  ] as const) {
    const gauge = await mount({ verdict: incomplete, lang });
    await open(gauge);
    for (const lack of incomplete.completeness) expect(read(gauge, 'details')).toContain(lack.text[text]);
    expect(read(gauge, 'table')).toContain(
      text === 'zh' ? '80千克标准煤（2025年12月31日）' : '31 December 2025',
    );
    clear();
  }
});

test('a part that cannot be told is left out of the detail, which says so; the rest stays', async () => {
  const verdict = {
    ...every['with all there is']!,
    thresholds: 7,
    methods: [null],
  } as unknown as PublishedVerdict;
  const gauge = await mount({ verdict });
  expect(read(gauge, '[part=value]')).toBe('83.9%');
  await open(gauge);
  expect(read(gauge, 'details')).toContain('未予列出');
  expect(read(gauge, 'details')).not.toContain('判定标准');
  expect(read(gauge, 'details')).toContain('(5,036.18 − 0) ÷ (6,000 − 0) = 83.9%');
});

describe('events', () => {
  test('say once what is new, bubble, and cross shadow roots', async () => {
    const told: Event[] = [];
    const listen = (event: Event): number => told.push(event);
    document.addEventListener('zj-verdict-changed', listen);
    const gauge = await mount({ value: 71, target: 100 });
    gauge.requestUpdate();
    await gauge.updateComplete;
    gauge.lang = 'en';
    await gauge.updateComplete;
    expect(told).toHaveLength(1);
    expect(told[0]!.composed).toBe(true);
    gauge.value = 72;
    await gauge.updateComplete;
    expect(told).toHaveLength(2);
    document.removeEventListener('zj-verdict-changed', listen);
  });
});

describe('a verdict from a newer publisher', () => {
  test('with a status that this script does not know shows its figure, and no colour of another status', async () => {
    const verdict = { ...revenue(), status: 'on-hold', breaches: [] } as unknown as PublishedVerdict;
    const gauge = await mount({ verdict, lang: 'en' });
    expect(read(gauge, '[part=value]')).toBe('83.9%');
    expect(read(gauge, '.chip')).toBe('Status “on-hold”: newer than this page’s script');
    expect(gauge.hasAttribute('failed')).toBe(false);
    expect(gauge.getAttribute('status')).toBe('on-hold');
    const colour = getComputedStyle(find(gauge, '.chip')).color;
    const unassessed = await mount({ verdict: every['too early']! });
    expect(colour).toBe(getComputedStyle(find(unassessed, '.chip')).color);
  });

  test('that is withheld with more than a name and a reason is withheld', async () => {
    const gauge = await mount({ verdict: { ...withheld, until: '2027-01-01' } as typeof withheld });
    expect(gauge.hasAttribute('withheld')).toBe(true);
    expect(read(gauge, 'figure')).toContain(withheld.reason.zh);
  });
});

test.each(['file:///data/verdicts.json', 'D:\\data\\verdicts.json'])(
  '%s, a file of one machine, is said to need a web server',
  async (src) => {
    const gauge = await mount({ src, goal: 'a', lang: 'en' });
    while (!gauge.hasAttribute('failed')) await new Promise(requestAnimationFrame);
    await measured(gauge);
    expect(read(gauge, '[part=error]')).toContain(
      'cannot be read (browsers read only addresses that begin with http: put the file and the page on a web server, such as zj serve)',
    );
  },
);

test('in a document without a window a gauge throws nothing, and back on the page it is whole', async () => {
  const faults: unknown[] = [];
  const note = (event: Event): number => faults.push(event);
  addEventListener('error', note);
  addEventListener('unhandledrejection', note);
  const [made, parsed] = [
    document.implementation.createHTMLDocument(''),
    new DOMParser().parseFromString('<zj-goal-gauge value="71" target="100"></zj-goal-gauge>', 'text/html'),
  ];
  const moved = await mount({ verdict: revenue() });
  made.body.append(moved);
  const born = document.createElement('zj-goal-gauge');
  Object.assign(born, { value: 71, target: 100 });
  made.body.append(born);
  for (const gauge of [moved, born]) {
    gauge.elder = true;
    await gauge.updateComplete.catch((error: unknown) => faults.push(error));
  }
  const box = document.createElement('div');
  box.className = 'box';
  document.body.append(box);
  const upgraded = parsed.querySelector('zj-goal-gauge')!;
  box.append(moved, born, upgraded);
  for (const [gauge, figure] of [
    [moved, '83.9%'],
    [born, '71.0%'],
    [upgraded, '71.0%'],
  ] as const) {
    await gauge.updateComplete;
    await measured(gauge);
    expect(read(gauge, '[part=value]')).toBe(figure);
    expect(getComputedStyle(find(gauge, 'figure')).display).not.toBe('block');
  }
  await new Promise((resolve) => setTimeout(resolve, 50));
  removeEventListener('error', note);
  removeEventListener('unhandledrejection', note);
  expect(faults).toEqual([]);
});
