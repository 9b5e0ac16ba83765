import { afterEach, beforeEach, expect, test } from 'vitest';
import { findLocale } from '../../packages/widgets/src/locale/find-locale.js';

const page = document.documentElement;
let reader = 'fr';
const own = Object.getOwnPropertyDescriptor(Navigator.prototype, 'language')!;

beforeEach(() => {
  reader = 'fr';
  Object.defineProperty(Navigator.prototype, 'language', { configurable: true, get: () => reader });
  page.removeAttribute('lang');
});
afterEach(() => {
  Object.defineProperty(Navigator.prototype, 'language', own);
  document.querySelectorAll('meta[http-equiv], .box').forEach((element) => element.remove());
  page.lang = 'zh-CN';
});

/** The language of an element whose attribute `lang` is this. */
function localeOf(lang: string): string {
  const element = document.createElement('p');
  element.setAttribute('lang', lang);
  return findLocale(element);
}

function state(name: string, content: string): void {
  const meta = document.createElement('meta');
  meta.setAttribute('http-equiv', name);
  meta.setAttribute('content', content);
  document.head.append(meta);
}

test('Chinese is Chinese in whatever way its tag is written', () => {
  for (const lang of [
    ...['zh', 'ZH', 'zh-CN', 'zh_CN', 'zh_Hans', 'zh-Hant', 'ZH_hant_HK', ' zh-CN ', 'zh-CN,en'],
    ...['cmn', 'cmn-Hans-CN', 'yue', 'yue_HK', 'wuu', 'nan', 'zho', 'chi'],
  ]) {
    expect(localeOf(lang), lang).toBe('zh-CN');
  }
  for (const lang of ['en', 'EN_US', 'fr', 'zha', 'x-zh', 'za']) expect(localeOf(lang), lang).toBe('en');
});

test('a page without lang has the language of its content-language, and of several the first', () => {
  for (const [name, content, locale] of [
    ['content-language', 'zh-CN', 'zh-CN'],
    ['Content-Language', ' zh_CN', 'zh-CN'],
    ['content-language', 'zh-CN, en', 'zh-CN'],
    ['content-language', 'en, zh-CN', 'en'],
  ] as const) {
    reader = locale === 'en' ? 'zh-CN' : 'en';
    state(name, content);
    expect(findLocale(document.body), content).toBe(locale);
    page.lang = locale === 'en' ? 'zh' : 'en';
    expect(findLocale(document.body), 'its lang goes before').toBe(locale === 'en' ? 'zh-CN' : 'en');
    page.removeAttribute('lang');
    document.querySelector('meta[http-equiv]')!.remove();
  }
});

test('an empty lang says that the language is unknown: not that of an ancestor or the page, but the reader’s', () => {
  page.lang = 'en';
  state('content-language', 'en');
  reader = 'zh-CN';
  expect(localeOf('')).toBe('zh-CN');
  const host = document.createElement('div');
  host.className = 'box';
  document.body.append(host);
  const inner = document.createElement('p');
  inner.setAttribute('lang', '');
  host.attachShadow({ mode: 'open' }).append(inner);
  expect(findLocale(inner)).toBe('zh-CN');
  inner.removeAttribute('lang');
  expect(findLocale(inner)).toBe('en');
});

test('without any word of the page it is the reader’s', () => {
  reader = 'zh_CN';
  expect(findLocale(document.body)).toBe('zh-CN');
  reader = 'de';
  expect(findLocale(document.body)).toBe('en');
});

test('a document without a head, or without a window, has a language too', () => {
  const element = new DOMParser().parseFromString('<a lang="zh"><b/></a>', 'text/xml').querySelector('b')!;
  expect(findLocale(element)).toBe('zh-CN');
  element.parentElement!.removeAttribute('lang');
  expect(findLocale(element)).toBe('en');
});
