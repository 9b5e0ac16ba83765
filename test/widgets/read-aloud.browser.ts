import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { elements, painted, stand, type Shown } from './elder-stage.js';
import { clear } from './mount.js';

/**
 * The browsers of tests have no voices, so a stand-in takes the place of speech: it keeps the utterances, and ends them only when a test
 * does.
 */
class Speech extends EventTarget {
  voices: readonly Pick<SpeechSynthesisVoice, 'lang' | 'name'>[] = [];
  said: Utterance[] = [];
  cancelled = 0;
  getVoices(): readonly unknown[] {
    return this.voices;
  }
  speak(utterance: Utterance): void {
    this.said.push(utterance);
  }
  cancel(): void {
    this.cancelled += 1;
    this.said = [];
  }
  /** Voices arrive late. */
  bring(...languages: readonly string[]): void {
    this.voices = languages.map((lang) => ({ lang, name: lang }));
    this.dispatchEvent(new Event('voiceschanged'));
  }
}
class Utterance {
  lang = '';
  voice: unknown;
  onend?: () => void;
  onerror?: () => void;
  constructor(readonly text: string) {}
}

let speech: Speech;
beforeEach(() => {
  clear();
  speech = new Speech();
  vi.stubGlobal('speechSynthesis', speech);
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance);
});
afterEach(() => {
  clear();
  vi.unstubAllGlobals();
});

const button = (element: Shown): HTMLButtonElement | null =>
  element.shadowRoot!.querySelector<HTMLButtonElement>('[part=read-button]');
const press = async (element: Shown): Promise<void> => {
  button(element)!.click();
  await painted(element);
};
const texts = (): readonly string[] => speech.said.map(({ text }) => text);
const read = Object.keys(elements).filter((name) => !/^(table|filter|verify)$/.test(name));

describe.each(read)('%s', (name) => {
  test('reads its name and its sentences in its language, and pressing again ends it', async () => {
    speech.bring('zh-CN', 'en-US');
    const element = await stand(name, { width: 360 });
    expect(button(element)!.textContent.trim()).toBe('朗读');
    const { width, height } = button(element)!.getBoundingClientRect();
    expect([width >= 60, height >= 60]).toEqual([true, true]);
    await press(element);
    expect(button(element)!.textContent.trim()).toBe('停止朗读');
    expect(texts().length).toBeGreaterThan(1);
    expect(new Set(speech.said.map(({ lang }) => lang))).toEqual(new Set(['zh-CN']));
    for (const text of texts()) {
      expect(text).not.toMatch(/\d,\d{3}|—|[▲▼]/);
      expect(text.trim()).not.toBe('');
    }
    await press(element);
    expect(texts()).toEqual([]);
    expect(button(element)!.textContent.trim()).toBe('朗读');
  });

  test('has no button outside elder mode, nor where the page leaves it out', async () => {
    speech.bring('zh-CN');
    const plain = await stand(name, { width: 900, theme: false });
    expect(button(plain)).toBeNull();
    clear();
    const element = await stand(name, { width: 900 });
    expect(button(element)).not.toBeNull();
    element.setAttribute('hide', 'read');
    await painted(element);
    expect(button(element)).toBeNull();
  });
});

test('a gauge says its figure, its status and its pace', async () => {
  speech.bring('zh-CN');
  await press(await stand('gauge', { width: 360 }));
  expect(texts()[0]).toBe('三大先导产业营业收入');
  expect(texts().join('|')).toContain('83.9%');
  expect(texts().join('|')).toContain('6000亿元');
  expect(texts()).toContain('进度正常');
});

test('there is a button as soon as a voice for the language arrives, and none without', async () => {
  speech.bring('de-DE');
  const element = await stand('gauge', { width: 360 });
  expect(button(element)).toBeNull();
  speech.bring('de-DE', 'zh_TW');
  await painted(element);
  expect(button(element)).not.toBeNull();
  element.lang = 'en';
  await painted(element);
  expect(button(element)).toBeNull();
  speech.bring('en-GB');
  await painted(element);
  expect(button(element)!.textContent.trim()).toBe('Read aloud');
});

test('a browser without speech has no button', async () => {
  vi.stubGlobal('speechSynthesis', undefined);
  expect(button(await stand('gauge', { width: 360 }))).toBeNull();
});

test('one element speaks at a time', async () => {
  speech.bring('zh-CN');
  const gauge = await stand('gauge', { width: 360 });
  const chart = await stand('trend of a goal', { width: 360 });
  await press(gauge);
  await press(chart);
  await painted(gauge);
  expect(button(gauge)!.textContent.trim()).toBe('朗读');
  expect(button(chart)!.textContent.trim()).toBe('停止朗读');
  expect(texts()[0]).toBe('三大先导产业营业收入，年内累计');
});

test('at its end, or after an error, the button reads again', async () => {
  speech.bring('zh-CN');
  const gauge = await stand('gauge', { width: 360 });
  for (const end of ['onend', 'onerror'] as const) {
    await press(gauge);
    speech.said.at(-1)![end]!();
    await painted(gauge);
    expect(button(gauge)!.textContent.trim()).toBe('朗读');
  }
});

test('speech ends when the element leaves the page, when its language changes, and when elder mode ends', async () => {
  speech.bring('zh-CN', 'en');
  const gauge = await stand('gauge', { width: 360 });
  const box = gauge.closest<HTMLElement>('.box')!;
  await press(gauge);
  gauge.lang = 'en';
  await painted(gauge);
  expect(texts()).toEqual([]);
  expect(button(gauge)!.textContent.trim()).toBe('Read aloud');
  await press(gauge);
  expect(texts().length).toBeGreaterThan(1);
  box.style.removeProperty('--zj-elder');
  await painted(gauge);
  expect(texts()).toEqual([]);
  box.style.setProperty('--zj-elder', ' ');
  await painted(gauge);
  await press(gauge);
  box.remove();
  expect(texts()).toEqual([]);
});
