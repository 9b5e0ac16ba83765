import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { contrast, parseHex } from '../../stories/theme/colour.js';
import { themes } from '../../stories/theme/themes.js';
import { readHex, showThemePage } from '../../stories/theme/theme-page.js';
import { every } from '../../stories/verdicts.js';
import { clear, find, mount, pageStyle } from '../widgets/mount.js';

let page: HTMLElement;
beforeEach(() => {
  clear();
  page = document.createElement('div');
  page.className = 'box';
  document.body.append(page);
  showThemePage(page);
});
afterEach(() => {
  clear();
  vi.restoreAllMocks();
});

const field = (name: string): HTMLInputElement =>
  page.querySelector<HTMLInputElement>(`input[name="${name}"]`)!;
const write = async (name: string, text: string): Promise<void> => {
  await userEvent.fill(field(name), text);
  await userEvent.tab();
};
const css = (): string => page.querySelector<HTMLTextAreaElement>('textarea')!.value;
const figureOf = (pair: string): string =>
  [...page.querySelectorAll('tbody tr')]
    .find((row) => row.querySelector('th')!.textContent === pair)!
    .querySelector('td')!
    .textContent.trim();
const begin = (theme: string): Promise<void> => userEvent.selectOptions(page.querySelector('select')!, theme);
const rgb = (hex: string): string =>
  `rgb(${parseHex(hex)
    .map((part) => Math.round(part * 255))
    .join(', ')})`;

test('a colour that is set is measured, copied, and the same in an element of a page that has the style sheet', async () => {
  let copied = '';
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) => {
    copied = text;
    return Promise.resolve();
  });
  await write('ink', '#2b1a17');
  await write('off-track', '#8a0f4d');
  const wanted = contrast(parseHex('#2b1a17'), parseHex('#ffffff')).toFixed(2);
  expect(figureOf('text on the card')).toBe(`${wanted} ✓ at least 4.5`);
  await userEvent.click(page.querySelector('button[name=copy]')!);
  await expect.poll(() => page.querySelector('output')!.textContent).toContain('Copied');
  expect(copied).toBe(css());
  clear();
  pageStyle(copied);
  const gauge = await mount({ verdict: every['off track, a count']! });
  expect(getComputedStyle(find(gauge, 'figcaption')).color).toBe(rgb('#2b1a17'));
  expect(getComputedStyle(find(gauge, '.chip')).color).toBe(rgb('#8a0f4d'));
});

test('a contrast that is too low is said in words, and counted', async () => {
  await write('ink', '#bbbbbb');
  expect(figureOf('text on the card')).toBe('1.92 ✗ below 4.5');
  expect(page.querySelector('.failures')!.textContent).toMatch(/[1-9]\d* of 26 pairs fail/);
});

test('a text that is no colour is told at its field, and changes nothing', async () => {
  const before = css();
  await write('surface', 'reddish');
  expect(css()).toBe(before);
  expect(field('surface').getAttribute('aria-invalid')).toBe('true');
  const about = document.getElementById(field('surface').getAttribute('aria-describedby')!)!;
  expect(about.textContent).toContain('“reddish” 不是颜色');
  await write('surface', '#fafafa');
  expect(field('surface').getAttribute('aria-invalid')).toBe('false');
  expect(css()).toContain('--zj-surface: #fafafa;');
});

test.each(['blue', 'red dark'] as const)(
  'begins as the theme %s, whose style sheet makes it',
  async (name) => {
    await begin(name);
    const sheet = css();
    clear();
    pageStyle(sheet);
    const gauge = await mount({ verdict: every['on track']! });
    const theme = themes[name];
    expect(getComputedStyle(find(gauge, 'summary')).color).toBe(rgb(theme.action!.css));
    expect(getComputedStyle(find(gauge, 'figure')).backgroundColor).toBe(rgb(theme.surface!.css));
    expect(getComputedStyle(find(gauge, 'figure')).backgroundImage).toContain(rgb(theme.action!.css));
  },
);

test('every field has a label, and each colour is reached by the keyboard twice: to pick and to write', () => {
  expect([...page.querySelectorAll('input')].filter((one) => one.tabIndex === 0)).toHaveLength(22);
  for (const one of page.querySelectorAll<HTMLInputElement>('input, select, textarea'))
    expect(one.getAttribute('aria-label') ?? one.labels![0]!.textContent.trim()).not.toBe('');
});

test.each([
  ['#1A2', '#11aa22'],
  ['0A62D0', '#0a62d0'],
  ['#12345', null],
  ['', null],
])('“%s” is read as %s', (text, hex) => {
  expect(readHex(text)).toBe(hex);
});
