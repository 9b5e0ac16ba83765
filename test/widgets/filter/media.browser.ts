import type { Selection } from '@zj/metrics';
import { cdp, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clear } from '../mount.js';
import { find, settled, stage, texts } from './filter-stage.js';

beforeEach(clear);
afterEach(async () => {
  await emulate({});
  clear();
});

async function emulate(media: {
  readonly media?: string;
  readonly features?: readonly { readonly name: string; readonly value: string }[];
}): Promise<void> {
  const session = cdp() as unknown as { send(method: string, parameters: object): Promise<unknown> };
  await session.send('Emulation.setEmulatedMedia', { media: '', features: [], ...media });
}

const isSeen = (element: Element): boolean =>
  element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
const seen = (root: ParentNode, selector: string): readonly Element[] =>
  [...root.querySelectorAll(selector)].filter(isSeen);

/** More conditions than are shown one by one. */
const selection: Selection = {
  during: { start: '2026-01-01', end: '2026-10-31' },
  where: [
    { column: 'industry', in: ['集成电路', '生物医药'] },
    { not: { column: 'subfield', in: ['细胞与基因'] } },
    { column: 'zone', in: ['北区'] },
    { column: 'zone', startsWith: '北' },
  ],
};

describe('a month that is not over', () => {
  const through = '2026-10-20';

  test('is told in the words of its field and by the slider that stands on it, and by no other', async () => {
    const { filter, root } = await stage({}, { through });
    const words = '2026年10月（截至2026年10月20日）';
    expect(texts(root, '.period .legend')).toEqual(['截至2026年10月20日']);
    const [from, to] = [...root.querySelectorAll<HTMLInputElement>('[part=slider]')];
    expect([from!.ariaValueText, to!.ariaValueText]).toEqual(['2023年1月', words]);
    to!.focus();
    to!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft' }));
    await settled(filter);
    expect(to!.ariaValueText).toBe('2026年9月');
  });

  test('moves nothing: the field is as high as without it', async () => {
    for (const width of [1200, 768, 360]) {
      const heights: number[] = [];
      for (const day of ['2026-10-31', through]) {
        const { filter } = await stage({ metric: 'revenue' }, { width, through: day });
        heights.push(Math.round(filter.getBoundingClientRect().height));
        clear();
      }
      expect([width, ...heights]).toEqual([width, heights[0], heights[0]]);
    }
  });

  test.each([[[]], [[{ name: 'forced-colors', value: 'active' }]]])(
    'has a bar that is no full one, also with the features %j',
    async (features) => {
      await emulate({ features });
      const { root } = await stage({}, { through });
      const colours = (selector: string): readonly string[] => {
        const { fill, stroke } = getComputedStyle(find(root, selector));
        return [fill, stroke];
      };
      expect(root.querySelectorAll('.plot .open')).toHaveLength(1);
      const [full] = colours('.plot .bar.in');
      const [fill, stroke] = colours('.plot .open.in rect');
      expect(fill).toBe('none');
      expect(stroke).toBe(full);
      expect(colours('.plot .open.in path')[1]).toBe(full);
    },
  );
});

describe('on paper', () => {
  test('a filter is its conditions in words, all of them, and nothing to press', async () => {
    const { filter, root } = await stage({ metric: 'revenue' }, { selection });
    expect(seen(root, '[part=chip]')).toHaveLength(4);
    await emulate({ media: 'print' });
    expect(seen(root, '[part=chip]')).toHaveLength(5);
    const pressed = [
      '[part=clear]',
      '[part=more-chips]',
      '.cross',
      'input',
      '.plot',
      '.fields',
      '.own',
      '.busy',
    ];
    for (const selector of pressed) expect([selector, seen(root, selector)]).toEqual([selector, []]);
    for (const chip of seen(root, '[part=chip]')) {
      const { borderTopColor, borderTopWidth, backgroundColor } = getComputedStyle(chip);
      expect([borderTopWidth, borderTopColor]).not.toEqual(['1px', 'rgb(0, 0, 0)']);
      expect(backgroundColor).toBe('rgba(0, 0, 0, 0)');
    }
    expect(seen(root, '.count')).toHaveLength(1);
    // No room for parts that are not printed.
    expect(filter.getBoundingClientRect().height).toBeLessThan(220);
  });

  test('without conditions it says that all rows count', async () => {
    const { filter, root } = await stage({}, { width: 360 });
    await emulate({ media: 'print' });
    expect(seen(root, '.chips').map((one) => one.textContent.trim())).toEqual(['还没有条件，全部计入。']);
    expect(filter.getBoundingClientRect().height).toBeLessThan(160);
  });
});

test('with forced colours what is chosen, what is not, the focus and all bars are told apart', async () => {
  await emulate({ features: [{ name: 'forced-colors', value: 'active' }] });
  const { filter, root } = await stage({ metric: 'revenue' }, { selection });
  const style = (selector: string): CSSStyleDeclaration => getComputedStyle(find(root, selector));
  const ground = style('figure').backgroundColor;
  for (const selector of ['.bar', '.bar.in', '.track.in', '.base', '.year', '.fill'])
    expect([selector, style(selector).fill]).not.toEqual([selector, ground]);
  expect(style('.bar.in').fill).not.toBe(style('.bar:not(.in)').fill);
  expect(style('.track.in').fill).not.toBe(style('.track').fill);
  expect(style('.handle').stroke).not.toBe(ground);
  expect(style('.window').stroke).not.toBe('none');
  expect(style('.cross').stroke).not.toBe(ground);
  for (const selector of ['[part=chip]', '[part=quick]', '[part=date]', '[part=search]']) {
    const { borderTopColor, borderTopWidth } = style(selector);
    expect([selector, borderTopWidth === '0px', borderTopColor]).not.toEqual([selector, false, ground]);
  }
  const [pressed, other] = ['[aria-pressed=true]', '[aria-pressed=false]'].map((one) =>
    style(`[part=quick]${one}`),
  );
  expect(pressed!.borderTopWidth).not.toBe(other!.borderTopWidth);
  const before = style('.handle.first').stroke + style('.handle.first').strokeWidth;
  root.querySelector<HTMLElement>('.from')!.focus();
  await userEvent.keyboard('{ArrowRight}');
  await settled(filter);
  expect(style('.handle.first').stroke + style('.handle.first').strokeWidth).not.toBe(before);
});
