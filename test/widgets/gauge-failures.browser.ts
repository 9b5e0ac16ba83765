import type { PublishedVerdict } from '@zj/metrics';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clear, find, measured, mount, next, open, read, serve } from './mount.js';
import { every, file, four, revenue, withheld } from '../../stories/verdicts.js';

beforeEach(clear);

afterEach(clear);

describe('what it says when something is wrong', () => {
  const failure = (gauge: Parameters<typeof next>[0]) =>
    next<{ code: string; message: string }>(gauge, 'zj-failed');

  test('an attribute that cannot be read: which, and what to write instead', async () => {
    const gauge = await mount({ verdict: revenue() });
    const failed = failure(gauge);
    Object.assign(gauge, { verdict: null, value: '七十一', target: 100 });
    const { code, message } = await failed;
    expect(code).toBe('ATTRIBUTE');
    expect(message).toBe('属性 value="七十一" 没写或写错了，正确写法如 value="5036"。');
    expect(read(gauge, '[part=error]')).toBe(message);
    expect(gauge.hasAttribute('failed')).toBe(true);
    expect(gauge.hasAttribute('status')).toBe(false);
    expect(find(gauge, '.dial').getClientRects()).toHaveLength(0);
    gauge.value = '71';
    await gauge.updateComplete;
    expect(gauge.hasAttribute('failed')).toBe(false);
    expect(read(gauge, '[part=error]')).toBe('');
  });

  test.each([
    [{ src: '/verdicts.json' }, 'goal="pct-applications"'],
    [{ goal: 'pct-applications' }, 'src="/data/verdicts.json"'],
    [{ src: 'http://[', goal: 'pct-applications' }, 'src="/data/verdicts.json"'],
  ])('%j names the attribute', async (properties, words) => {
    const gauge = await mount(properties);
    expect(read(gauge, '[part=error]')).toContain(words);
    expect(find(gauge, 'button')).toBe(null);
  });

  test.each([
    ...['value', 'target', 'baseline', 'start', 'end', 'asOf', 'label', 'unit'],
    ...['src', 'goal', 'appearance'],
  ])('a %s that cannot become text leaves a gauge that says so, or goes without it', async (name) => {
    for (const strange of [Symbol('strange'), Object.create(null)] as readonly unknown[]) {
      const gauge = await mount({ value: 71, target: 100, [name]: strange });
      const told = read(gauge, 'figure');
      expect(told.includes('71.0%') || gauge.hasAttribute('failed')).toBe(true);
      expect(told).not.toBe('');
      clear();
    }
  });

  test('a verdict of which a part is missing or of another kind is no figure', async () => {
    for (const [part, strange] of [
      ['attainment', [undefined, {}, 'zz', NaN]],
      ['schedule', [undefined, {}, 'zz']],
      ['unit', [undefined, {}, 'zz']],
      ['name', [undefined, {}, 'zz']],
      ['source', [undefined, {}, 'zz']],
      ['dataThrough', [undefined, 7, 'zz', '2026-13-01']],
      ['forecast', [undefined, {}, { ...every['with all there is']!.forecast, point: 'zz' }]],
      ['period', [{}, { start: 'zz', end: 'zz' }]],
    ] as const) {
      for (const given of strange) {
        const verdict = { ...every['with all there is'], [part]: given } as unknown as PublishedVerdict;
        const gauge = await mount({ verdict });
        expect(read(gauge, 'figure'), `${part} ${JSON.stringify(given)}`).toContain('内容无效');
        expect(read(gauge, '.dial')).toBe('');
        clear();
      }
    }
  });

  test('a file that is not there, is no release, or has no such goal', async () => {
    const cases = [
      ['/no/such/verdicts.json', 'RELEASE', '读不到 /no/such/verdicts.json'],
      [serve('<html>'), 'RELEASE', '内容无效'],
      [serve('null'), 'RELEASE', '内容无效'],
      [serve('{"version":2,"verdicts":[]}'), 'RELEASE', '内容无效'],
      [serve('{"version":1,"verdicts":[null,{"goal":"pct-applications"}]}'), 'RELEASE', '内容无效'],
      [serve(file([revenue()])), 'UNKNOWN_NAME', 'leading-industries-revenue'],
    ] as const;
    for (const [src, code, words] of cases) {
      const gauge = await mount({ src, goal: 'pct-applications' });
      const failed = gauge.hasAttribute('failed') ? undefined : await failure(gauge);
      expect(failed?.code ?? code, src).toBe(code);
      await measured(gauge);
      expect(read(gauge, '[part=error]')).toContain(words);
      expect(read(gauge, '[part=retry]')).toBe('重试');
      clear();
    }
  });

  test('what stands inside the tag is shown until there are figures, and kept where there are none', async () => {
    const inside = '<p>到2026年，PCT专利申请量争取达到100件。</p>';
    const gauge = await mount({ src: '/no/such/verdicts.json', goal: 'pct-applications' }, { inside });
    expect(gauge.querySelector('p')!.getClientRects()).not.toHaveLength(0);
    expect(find(gauge, 'figcaption').getClientRects()).toHaveLength(0);
    if (!gauge.hasAttribute('failed')) await failure(gauge);
    await measured(gauge);
    expect(gauge.hasAttribute('stale')).toBe(true);
    expect(gauge.querySelector('p')!.getClientRects()).not.toHaveLength(0);
    expect(gauge.shadowRoot!.querySelector<HTMLElement>('.root')!.innerText).toContain('数据可能已过期');
    gauge.src = serve(file());
    await next(gauge, 'zj-verdict-changed');
    expect(gauge.querySelector('p')!.getClientRects()).toHaveLength(0);
    expect(gauge.hasAttribute('stale')).toBe(false);
  });

  test('white space, comments and named slots inside the tag are no fallback', async () => {
    const gauge = await mount({}, { inside: ' \n<!-- later -->\n<p slot="note">注</p>' });
    expect(find(gauge, '.room').hidden).toBe(true);
    expect(find(gauge, 'figcaption').getClientRects()).not.toHaveLength(0);
  });

  test('figures that a later reading could not renew stay, marked stale', async () => {
    const src = serve(file());
    const gauge = await mount({ src, goal: 'pct-applications' });
    await next(gauge, 'zj-verdict-changed');
    await measured(gauge);
    URL.revokeObjectURL(src);
    const failed = failure(gauge);
    gauge.refresh();
    expect((await failed).code).toBe('RELEASE');
    expect(read(gauge, '[part=value]')).toBe('71.0%');
    expect(gauge.getAttribute('status')).toBe('at-risk');
    expect(gauge.hasAttribute('stale')).toBe(true);
    expect(read(gauge, '.facts')).toContain('数据可能已过期');
    expect(read(gauge, '[part=retry]')).toBe('重试');
  });

  test('a verdict past its period while the data are not is marked stale', async () => {
    const gauge = await mount({ verdict: every.stale! });
    expect(gauge.hasAttribute('stale')).toBe(true);
    expect(read(gauge, '.facts')).toContain('数据可能已过期');
    expect(read(await mount({ verdict: revenue() }), '.facts')).not.toContain('数据可能已过期');
  });
});

describe('a goal that is withheld', () => {
  test.each(['arc', 'ring', 'linear', 'number'] as const)(
    'shows its name and the reason as %s, in both languages: no failure, no figure, nothing drawn',
    async (appearance) => {
      for (const [lang, text] of [
        ['zh-CN', 'zh'],
        ['en', 'en'],
      ] as const) {
        for (const look of [{}, { compact: true }, { elder: true }]) {
          const src = serve(file(four, [withheld]));
          const gauge = await mount({ src, goal: withheld.goal, appearance, lang, ...look });
          while (!gauge.hasAttribute('withheld')) await new Promise(requestAnimationFrame);
          await measured(gauge);
          expect(read(gauge, 'figure')).toBe(
            `${withheld.name[text]} ${text === 'zh' ? '不公布' : 'Withheld'} ${withheld.reason[text]}`,
          );
          for (const state of ['loading', 'stale', 'failed', 'status']) {
            expect(gauge.hasAttribute(state), state).toBe(false);
          }
          expect(gauge.shown).toBe(null);
          expect(find(gauge, '[role=meter]').checkVisibility()).toBe(false);
          expect(find(gauge, 'summary').checkVisibility()).toBe(false);
          expect(find(gauge, '.chip path').getAttribute('d')).not.toBe('');
          clear();
        }
      }
    },
  );

  test('is one by property, too; given figures, it shows them, and the other way round', async () => {
    const gauge = await mount({ verdict: withheld });
    expect(read(gauge, 'figure')).toContain(withheld.reason.zh);
    gauge.verdict = revenue();
    await gauge.updateComplete;
    expect(gauge.hasAttribute('withheld')).toBe(false);
    expect(read(gauge, '[part=value]')).toBe('83.9%');
    expect(read(gauge, '.facts')).toContain('时序进度');
    expect(gauge.shown).toEqual(revenue());
    await open(gauge);
    gauge.verdict = withheld;
    await gauge.updateComplete;
    expect(read(gauge, 'figure')).not.toMatch(/83|时序/);
  });

  test('with figures beside it in the same file shows none of them', async () => {
    const src = serve(file(four, [{ ...withheld, goal: four[0]!.goal }]));
    const gauge = await mount({ src, goal: four[0]!.goal });
    while (!gauge.hasAttribute('withheld')) await new Promise(requestAnimationFrame);
    expect(read(gauge, 'figure')).not.toContain('83.9');
  });

  test('of which name or reason is none is not valid; a list that is none is no reason to fail', async () => {
    const goal = 'a';
    for (const one of [{ goal }, { goal, name: 'x', reason: 7 }, { goal, name: {}, reason: null }]) {
      const gauge = await mount({ src: serve(file(four, [one as typeof withheld])), goal });
      while (!gauge.hasAttribute('failed')) await new Promise(requestAnimationFrame);
      await measured(gauge);
      expect(read(gauge, '[part=error]')).toContain('内容无效');
      clear();
    }
    for (const list of [null, 7, 'x', {}, [null, 7]] as readonly unknown[]) {
      const src = serve(JSON.stringify({ version: 1, verdicts: four, withheld: list }));
      const gauge = await mount({ src, goal: four[0]!.goal });
      while (!gauge.hasAttribute('status')) await new Promise(requestAnimationFrame);
      clear();
    }
  });

  test('is among the goals that a message lists', async () => {
    const gauge = await mount({ src: serve(file(four, [withheld])), goal: 'b' });
    while (!gauge.hasAttribute('failed')) await new Promise(requestAnimationFrame);
    await measured(gauge);
    expect(read(gauge, '[part=error]')).toContain(withheld.goal);
  });
});

test('the words of a failure stand below what the tag holds, in its width, and no blank line is among them', async () => {
  const gauge = await mount(
    { src: serve('none'), goal: 'pct-applications' },
    { inside: '<p id="words">71 of 100</p>' },
  );
  await next(gauge, 'zj-failed');
  await measured(gauge);
  const [words, error, host] = [
    gauge.querySelector('#words')!,
    find(gauge, '[part=error]'),
    gauge as Element,
  ].map((one) => one.getBoundingClientRect()) as [DOMRect, DOMRect, DOMRect];
  expect(error.top).toBeGreaterThanOrEqual(words.bottom);
  expect([error.left >= host.left, error.right <= host.right]).toEqual([true, true]);
  const [sentence, button] = ['[part=error] p', '[part=error] button'].map((part) =>
    find(gauge, part).getBoundingClientRect(),
  ) as [DOMRect, DOMRect];
  expect(sentence.top - error.top).toBeLessThan(2);
  expect(button.top - sentence.bottom).toBeLessThan(20);
});
