import axe from 'axe-core';
import { define, type ZjVerify } from '@zj/widgets';
import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyMetrics, type MadeUp } from '../../../stories/verify-data.js';
import { applications } from '../../../stories/verdicts.js';
import { clear } from '../mount.js';

define();
beforeEach(clear);
afterEach(clear);

interface Given extends MadeUp {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly width?: number;
  /** The figure that a gauge beside it shows. */
  readonly actual?: number;
}

/** A verification inside a source, before anybody has pressed its button. */
async function mount({ attributes = {}, width = 800, actual, ...madeUp }: Given = {}): Promise<ZjVerify> {
  const box = document.createElement('div');
  box.className = 'box';
  box.style.width = `${width}px`;
  const source = document.createElement('zj-source');
  source.metrics = verifyMetrics(madeUp);
  const element = document.createElement('zj-verify');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (actual !== undefined) {
    const gauge = document.createElement('zj-goal-gauge');
    gauge.verdict = { ...applications(), actual };
    source.append(gauge);
  }
  source.append(element);
  box.append(source);
  document.body.append(box);
  await element.updateComplete;
  return element;
}

const part = (element: ZjVerify, name: string): HTMLElement | null =>
  element.shadowRoot!.querySelector<HTMLElement>(`[part="${name}"]`);
const textIn = (element: ZjVerify, name: string): string =>
  part(element, name)?.textContent.replaceAll(/\s+/g, ' ').trim() ?? '';
const told = (element: ZjVerify): string => element.shadowRoot!.querySelector('#told')!.textContent.trim();

/** Presses the button, and waits as long as anything is to come. */
async function press(element: ZjVerify): Promise<void> {
  part(element, 'start')!.click();
  await expect.poll(() => element.matches('[outcome], [failed], [loading]')).toBe(true);
  for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
}

describe('a verification', () => {
  test('tells its result by an event and a property, by word, icon and attribute, and to those who listen', async () => {
    const element = await mount();
    const heard: boolean[] = [];
    element.addEventListener('zj-verified', ({ detail }) => heard.push(detail.equal));
    expect([element.verification, told(element)]).toEqual([null, '']);
    await press(element);
    expect(heard).toEqual([true]);
    expect(element.verification!.equal).toBe(true);
    expect(element.getAttribute('outcome')).toBe('equal');
    expect(told(element)).toMatch(/^相等 证明：.*不证明：/);
    expect(part(element, 'outcome-word')!.querySelector('svg path')).not.toBeNull();
    element.lang = 'en';
    await element.updateComplete;
    expect(textIn(element, 'outcome-word')).toBe('Equal');
    expect(heard).toHaveLength(1);
  });

  test('that differs names the goal and both figures, with all digits', async () => {
    const element = await mount({ change: { actual: 71.00000000000001 } });
    await press(element);
    expect(textIn(element, 'outcome-word')).toBe('不相等，有 1 项');
    expect(textIn(element, 'difference')).toBe('实际值：公布 71.00000000000001，重算 71');
    expect(element.getAttribute('outcome')).toBe('different');
  });

  test('of a field that is no figure names the field', async () => {
    const element = await mount({ change: { sql: 'SELECT 1' } });
    await press(element);
    expect(textIn(element, 'difference')).toBe('不一致：sql');
  });

  test('shows how far it is, and can be cancelled by the keyboard', async () => {
    const element = await mount({ until: 4 });
    await press(element);
    expect(element.hasAttribute('loading')).toBe(true);
    const bar = element.shadowRoot!.querySelector('progress')!;
    expect([bar.value, bar.max]).toEqual([4, 7]);
    expect(textIn(element, 'progress')).toContain('4 / 7 步');
    part(element, 'cancel')!.focus();
    await userEvent.keyboard('{Enter}');
    await element.updateComplete;
    expect(element.matches('[loading], [outcome], [failed]')).toBe(false);
    expect(told(element)).toBe('已取消，没有得出结果。');
    await expect.poll(() => (element.shadowRoot!.activeElement as HTMLElement).part.value).toBe('start');
  });

  test('that failed says why, and that this says nothing about the figures', async () => {
    const events: string[] = [];
    const element = await mount({ error: Object.assign(new Error('Too late.'), { code: 'DEADLINE' }) });
    element.addEventListener('zj-failed', ({ detail }) => events.push(detail.code));
    await press(element);
    expect(textIn(element, 'error')).toMatch(/^未能核验，这不说明数是否正确。 ?Too late\./);
    expect(part(element, 'retry')).not.toBeNull();
    expect([events, part(element, 'outcome')]).toEqual([['QUERY'], null]);
  });

  test('gives its figures of the page to the verification, of its own source alone', async () => {
    const asked: unknown[] = [];
    const element = await mount({ actual: 72 });
    const source = element.closest('zj-source')!;
    const own = verifyMetrics();
    source.metrics = {
      ...own,
      verify(options) {
        asked.push(options?.shown);
        return own.verify(options);
      },
    };
    const outside = document.createElement('zj-goal-gauge');
    outside.verdict = { ...applications(), actual: 1 };
    document.querySelector('.box')!.append(outside);
    await element.updateComplete;
    await press(element);
    expect((asked[0] as readonly { actual: number }[]).map(({ actual }) => actual)).toEqual([72]);
  });

  test('of another release than before forgets its result', async () => {
    const element = await mount();
    await press(element);
    expect(element.getAttribute('outcome')).toBe('equal');
    element.closest('zj-source')!.metrics = verifyMetrics({ until: 0 });
    await expect.poll(() => element.hasAttribute('outcome')).toBe(false);
    expect(part(element, 'start')).not.toBeNull();
  });

  test('ends when it leaves the page', async () => {
    const element = await mount({ until: 2 });
    await press(element);
    const source = element.closest('zj-source')!;
    element.remove();
    source.append(element);
    await element.updateComplete;
    expect(element.hasAttribute('loading')).toBe(false);
  });
});

const states: Readonly<Record<string, Given & { readonly pressed: boolean }>> = {
  offered: { pressed: false },
  equal: { pressed: true },
  different: { pressed: true, change: { actual: 72, attainment: 0.72 } },
  running: { pressed: true, until: 4 },
  failed: { pressed: true, error: new Error('no') },
};

describe.each(Object.entries(states))('the state %s', (_, { pressed, ...given }) => {
  test.each([
    ['wide', 900, {}],
    ['on a phone', 320, {}],
    ['on a phone with one goal', 320, { goal: 'pct-applications' }],
    ['for the elderly', 600, { elder: '' }],
    ['in English', 700, { lang: 'en', goal: 'pct-applications' }],
  ] as const)('is accessible and fits %s', async (_, width, attributes) => {
    const element = await mount({ ...given, width, attributes });
    if (pressed) await press(element);
    const { violations } = await axe.run(element, {
      rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    element.shadowRoot!.querySelectorAll('details').forEach((one) => (one.open = true));
    expect(element.shadowRoot!.querySelector('figure')!.scrollWidth).toBeLessThanOrEqual(width);
    const least = 'elder' in attributes ? 60 : 44;
    for (const target of element.shadowRoot!.querySelectorAll('button, summary')) {
      expect(target.getBoundingClientRect().height, target.outerHTML).toBeGreaterThanOrEqual(least);
    }
  });
});

describe('the room that is kept before the script has run', () => {
  test.each([
    [320, {}],
    [320, { lang: 'en' }],
    [420, { lang: 'en' }],
    [520, { lang: 'en' }],
    [700, {}],
    [700, { lang: 'en' }],
    [1000, {}],
    [360, { elder: '', lang: 'en' }],
    [900, { elder: '' }],
  ] as const)('holds the card at %i px, %j', async (width, attributes) => {
    const element = await mount({ width, attributes });
    const kept = element.getBoundingClientRect().height;
    element.style.setProperty('--zj-min-height', '2000px');
    expect(element.getBoundingClientRect().height).toBe(2000);
    element.style.setProperty('--zj-min-height', '0px');
    const own = element.getBoundingClientRect().height;
    expect(own).toBeLessThanOrEqual(kept);
    // Not much more: a gap below the card would look like a fault.
    expect(kept - own).toBeLessThan(150);
  });
});
