import { formatShare, statusWord, type PublishedVerdict } from '@zj/metrics';
import { expect } from 'vitest';
import type { Tab } from './driver.js';
import { press, seen, styleOf, texts, until, words } from './press.js';
import type { Step, Walk } from './walk.js';

/** The figure that a gauge shows of a verdict. */
function figureOf({ count, actual, target, attainment }: PublishedVerdict): string {
  return count && target! <= 12 ? `${actual}/${target}` : formatShare(attainment!);
}

/** Opens the page of the park, and waits for its four gauges and its own words. */
async function openPark({ park }: Walk, tab: Tab, search = ''): Promise<void> {
  await tab.open(`${park.address}/${search}`);
  await until(
    tab,
    'four gauges have painted',
    () =>
      document.querySelectorAll('zj-goal-gauge:is([status], [failed])').length === 4 &&
      // Before its width is known, a gauge shows nothing.
      inPage.all(['zj-goal-gauge', '.root[size]']).length === 4 &&
      !document.querySelector('button[disabled]'),
  );
}

/** The figures of the four gauges are those of the release. */
async function checkFigures({ verdicts }: Walk, tab: Tab): Promise<void> {
  const shown = await words(tab, 'zj-goal-gauge', '[part~=value]');
  // The unit of a count may stand beside it.
  expect(shown.map((one) => one.replace(/[^\d%]+$/, ''))).toEqual(verdicts.verdicts.map(figureOf));
}

async function checkWords({ verdicts }: Walk, tab: Tab, language: 'zh' | 'en'): Promise<void> {
  const { title } = verdicts.plan;
  const [shown, other] = language === 'zh' ? ['zh', 'en'] : ['en', 'zh'];
  expect(await texts(tab, `h1 .zj-text:lang(${shown})`)).toEqual([title[language]]);
  expect(await styleOf(tab, 'display', `h1 .zj-text:lang(${shown})`)).toBe('inline');
  expect(await styleOf(tab, 'display', `h1 .zj-text:lang(${other})`)).toBe('none');
  expect(await texts(tab, 'zj-goal-gauge', '.chip')).toEqual(
    verdicts.verdicts.map(({ status, qualifier }) => statusWord(status, qualifier)[language]),
  );
}

const looks = ['arc', 'ring', 'linear', 'number'];

/** Gives all gauges of a page one appearance. */
async function setLook(tab: Tab, look: string): Promise<void> {
  await tab.run(async (value) => {
    const gauges = [...document.querySelectorAll('zj-goal-gauge')];
    for (const gauge of gauges) gauge.setAttribute('appearance', value);
    await Promise.all(gauges.map((gauge) => gauge.updateComplete));
  }, look);
}

/** Parts of the drawings that are seen, as wide and high as pixels. */
function drawnOf(tab: Tab): Promise<number[]> {
  return tab.run(() =>
    inPage.all(['zj-goal-gauge', '[part~=track], [part~=done]']).map((part) => {
      const { width, height } = part.getBoundingClientRect();
      return Math.max(width, height);
    }),
  );
}

/** How light a colour is, from 0 to 1. */
function lightness(colour: string): number {
  const [red, green, blue] = colour.match(/[\d.]+/g)!.map(Number);
  return (0.2126 * red! + 0.7152 * green! + 0.0722 * blue!) / 255;
}

export const gaugeSteps: readonly Step[] = [
  {
    name: 'the park page shows the four gauges of the release, in their words',
    async take(walk) {
      const { tab, verdicts } = walk;
      await openPark(walk, tab);
      await checkFigures(walk, tab);
      await checkWords(walk, tab, 'zh');
      const statuses = await tab.run(() =>
        [...document.querySelectorAll('zj-goal-gauge')].map((gauge) => gauge.getAttribute('status')),
      );
      expect(statuses).toEqual(verdicts.verdicts.map(({ status }) => status));
      // A status has its tint, also where color-mix() is unknown.
      expect(await styleOf(tab, 'background-color', 'zj-goal-gauge', '.chip')).not.toBe('rgba(0, 0, 0, 0)');
      await walk.keep(tab, 'park');
    },
  },
  {
    name: 'every look draws the figure, and none is wider than its card',
    async take(walk) {
      const { tab, verdicts } = walk;
      await openPark(walk, tab);
      for (const look of looks) {
        await setLook(tab, look);
        const shown = await words(tab, 'zj-goal-gauge', '[part~=value]');
        verdicts.verdicts.forEach((verdict, i) => expect(shown[i], look).toContain(figureOf(verdict)));
        const drawn = await drawnOf(tab);
        if (look !== 'number') expect(drawn.length, look).toBeGreaterThanOrEqual(8);
        for (const size of drawn) expect(size, look).toBeGreaterThan(4);
        const over = await tab.run(() =>
          inPage
            .all(['zj-goal-gauge', 'figure'])
            .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
            .map(({ outerHTML }) => outerHTML.slice(0, 80)),
        );
        expect(over, look).toEqual([]);
        await walk.keep(tab, look);
      }
    },
  },
  {
    name: 'a press opens the detail: reason, formula, methods and query',
    async take(walk) {
      const { tab, verdicts } = walk;
      await openPark(walk, tab);
      await press(tab, 'zj-goal-gauge', 'summary');
      await seen(tab, 'zj-goal-gauge', 'details table');
      const [detail] = await tab.run(() =>
        inPage.all(['zj-goal-gauge', 'details']).map((one) => one.innerText),
      );
      const { reason, sql } = verdicts.verdicts[0]!;
      expect(detail).toContain(reason.zh);
      expect(detail!.replace(/\s+/g, ' ')).toContain(sql.replace(/\s+/g, ' '));
      expect(detail).toContain(`= ${formatShare(verdicts.verdicts[0]!.attainment!)}`);
      const rows = await tab.run(
        () => inPage.all(['zj-goal-gauge', 'details'])[0]!.querySelectorAll('tr').length,
      );
      expect(rows).toBeGreaterThan(12);
      await walk.keep(tab, 'detail');
      await press(tab, 'zj-goal-gauge', 'summary');
      await until(
        tab,
        'the detail is closed',
        () => !inPage.all(['zj-goal-gauge', 'details table']).some(inPage.isShown),
      );
    },
  },
  {
    name: 'the switch of the language changes the words and no figure',
    async take(walk) {
      const { tab } = walk;
      await openPark(walk, tab);
      for (const [lang, language] of [
        ['en', 'en'],
        ['zh-CN', 'zh'],
      ] as const) {
        await press(tab, '#language');
        await until(tab, lang, (wanted) => document.documentElement.lang === wanted, lang);
        await until(
          tab,
          `the gauges speak ${lang}`,
          (wanted) => inPage.all(['zj-goal-gauge', 'figure']).every((figure) => figure.lang === wanted),
          lang,
        );
        await checkWords(walk, tab, language);
        await checkFigures(walk, tab);
      }
    },
  },
  {
    name: 'the switch for elders makes type and targets larger, in English, too',
    async take(walk) {
      const { tab } = walk;
      await openPark(walk, tab, '?lang=en');
      const measure = (): Promise<number[]> =>
        tab.run(() => [
          parseFloat(getComputedStyle(inPage.all(['zj-goal-gauge', 'figure'])[0]!).fontSize),
          parseFloat(getComputedStyle(document.body).fontSize),
          inPage.all(['zj-goal-gauge', 'summary'])[0]!.getBoundingClientRect().height,
          document.getElementById('elder')!.getBoundingClientRect().height,
        ]);
      const before = await measure();
      await press(tab, '#elder');
      await seen(tab, '[data-zj-theme=elder]');
      const after = await measure();
      expect(before.slice(0, 2)).toEqual([16, 16]);
      expect(after.slice(0, 2)).toEqual([24, 24]);
      expect(Math.min(...before.slice(2))).toBeGreaterThanOrEqual(44);
      expect(Math.min(...after.slice(2))).toBeGreaterThanOrEqual(60);
      await checkFigures(walk, tab);
      await walk.keep(tab, 'elder');
    },
  },
  {
    name: 'at 320 px nothing sticks out, for elders neither',
    async take(walk) {
      const { tab, park } = walk;
      await tab.resize(320, 800);
      await openPark(walk, tab);
      if ((await tab.run(() => innerWidth)) > 320) {
        walk.tell('has no window of 320 px: the page is in a frame of that width instead.');
        park.own.set(
          '/walk/narrow',
          '<!doctype html><head><link rel="icon" href="data:,"></head><iframe src="/" width="320" height="800"></iframe>',
        );
        await tab.open(`${park.address}/walk/narrow`);
      }
      for (const elder of [false, true]) {
        await until(
          tab,
          'four gauges have painted',
          () => (frames[0] ?? window).document.querySelectorAll('zj-goal-gauge[status]').length === 4,
        );
        const { view, wide, ends } = await tab.run((press) => {
          const { document, innerWidth } = frames[0] ?? window;
          if (press) document.getElementById('elder')!.click();
          return {
            view: innerWidth,
            wide: document.documentElement.scrollWidth,
            ends: [...document.querySelectorAll('zj-goal-gauge')].map(
              (one) => one.getBoundingClientRect().right,
            ),
          };
        }, elder);
        expect(view).toBe(320);
        expect(wide).toBeLessThanOrEqual(320);
        expect(Math.max(...ends)).toBeLessThanOrEqual(320);
      }
      await walk.keep(tab, 'at-320');
      await tab.resize(1280, 900);
    },
  },
  {
    name: 'for a reader who has chosen dark colours, all is read as well: dark, or light where light-dark() is unknown',
    async take(walk) {
      const tab = await walk.startDark();
      try {
        await openPark(walk, tab);
        expect(await tab.run(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
        const knows = await tab.run(() => CSS.supports('color', 'light-dark(red, red)'));
        const card = lightness(await styleOf(tab, 'background-color', 'zj-goal-gauge', 'figure'));
        const ink = lightness(await styleOf(tab, 'color', 'zj-goal-gauge', '[part~=value]'));
        expect(knows ? card : 1 - card).toBeLessThan(0.2);
        expect(Math.abs(card - ink)).toBeGreaterThan(0.5);
        expect(lightness(await styleOf(tab, 'background-color', 'body'))).toBeLessThan(0.2);
        await checkFigures(walk, tab);
        for (const look of looks) {
          await setLook(tab, look);
          await walk.keep(tab, `${look}-dark`);
        }
        expect(await tab.run(() => inPage.heard)).toEqual([]);
      } finally {
        await tab.close();
      }
    },
  },
];
