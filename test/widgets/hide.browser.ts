import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ZjGoalGauge } from '@zj/widgets';
import { every, full } from '../../stories/verdicts.js';
import { clear, find, mount } from './mount.js';
import { readNames } from './names.js';

beforeEach(clear);
afterEach(clear);

const sentence = '预计全年99%（96–100），达标可能性约为一半（42.3%）';

/** Which of these parts a reader sees: an element of one pixel is for assistive technology alone. */
function seen(gauge: ZjGoalGauge, ...parts: readonly string[]): readonly string[] {
  return parts.filter((part) =>
    [...gauge.shadowRoot!.querySelectorAll(`[part=${part}]`)].some((one) =>
      [...one.getClientRects()].some(
        ({ width, height }) => width > 1 && height > 1 && !one.closest('.unseen') && !isClipped(one),
      ),
    ),
  );
}
function isClipped(element: Element): boolean {
  for (let one: Element | null = element; one; one = one.parentElement)
    if (getComputedStyle(one).clipPath.startsWith('inset(50%')) return true;
  return false;
}

/** All that assistive technology reads out as text. */
async function told(): Promise<string> {
  return (await readNames())('StaticText').join('');
}

test('without hide, a card has the forecast, the last day and the source, and the sentence is told once', async () => {
  const gauge = await mount({ verdict: full });
  expect(seen(gauge, 'forecast', 'outlook', 'through', 'source')).toEqual([
    'forecast',
    'outlook',
    'through',
    'source',
  ]);
  expect((await told()).split(sentence)).toHaveLength(2);
});

test.each([
  ['forecast', ['through', 'source']],
  ['source', ['forecast', 'outlook', 'through']],
  ['through', ['forecast', 'outlook', 'source']],
  [' forecast  source\nthrough ', []],
  ['forecasts nothing', ['forecast', 'outlook', 'through', 'source']],
] as const)('hide="%s" leaves %j in sight, and all of it in the text', async (hide, left) => {
  const gauge = await mount({ verdict: full, hide });
  expect(seen(gauge, 'forecast', 'outlook', 'through', 'source')).toEqual(left);
  expect(seen(gauge, 'done', 'schedule', 'chip', 'pace')).toEqual(['done', 'schedule', 'chip', 'pace']);
  const text = await told();
  for (const words of [sentence, '截至2026年10月', '来源：', '示例数据(park/generate)'])
    expect(text).toContain(words);
});

test('hide changes with its attribute, and takes the arrow of a forecast away', async () => {
  const gauge = await mount({ verdict: every['a forecast beyond the target']! });
  expect(seen(gauge, 'forecast')).toEqual(['forecast']);
  gauge.setAttribute('hide', 'forecast');
  await gauge.updateComplete;
  expect(find(gauge, '[part=forecast]')).toBeNull();
  gauge.removeAttribute('hide');
  await gauge.updateComplete;
  expect(seen(gauge, 'forecast')).toEqual(['forecast']);
});

test('a compact card leaves out the forecast, the pace, the foot’s text and the rest of a word, and tells them', async () => {
  const gauge = await mount({ verdict: full, compact: true }, { width: 196 });
  expect(seen(gauge, 'forecast', 'outlook', 'pace', 'through', 'source', 'start', 'target', 'due')).toEqual(
    [],
  );
  expect(seen(gauge, 'label', 'demo', 'value', 'done', 'chip')).toEqual([
    'label',
    'demo',
    'value',
    'done',
    'chip',
  ]);
  expect(isClipped(find(gauge, '.full'))).toBe(true);
  const text = await told();
  for (const words of ['示例数据', sentence, '时序进度 83.3%', '截至2026年10月', '示例数据(park/generate)'])
    expect(text).toContain(words);
});
