import { afterAll, beforeAll, expect, test } from 'vitest';
import { patience, seeds } from '../soak.js';
import { openHost, pageOf, settled, tag, type Host } from './host.js';
import { mutate, scraps } from './mutations.js';

let host: Host;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());

const looks = ['arc', 'ring', 'linear', 'number'] as const;

/** The actions of a page with gauges and their input. */
interface Shown {
  readonly at: number;
  readonly text: string;
  readonly failed: boolean;
}

test(
  'of 1 000 changed verdicts by property and as many by file, each gauge tells what it can, closed and open',
  async () => {
    const list = seeds('verdict mutations in the browser', 1000);
    const verdicts = list.map((seed) => {
      const verdict = mutate(seed + 50_000) as unknown;
      // A gauge finds it by its name.
      return typeof verdict === 'object' && verdict !== null && !Array.isArray(verdict)
        ? { ...verdict, goal: `g${seed}` }
        : verdict;
    });
    const body = JSON.stringify({ version: 1, verdicts, withheld: 'none' });
    host.answers.set('/verdicts.json', () => Promise.resolve({ body }));
    const tags = list.map(
      (seed) =>
        `<div>${tag(`g${seed}`, `appearance="${looks[seed % 4]!}" lang="${seed % 2 ? 'zh' : 'en'}"`)}<zj-goal-gauge lang="${seed % 2 ? 'en' : 'zh'}"></zj-goal-gauge></div>`,
    );
    const { page, complaints } = await host.visit(pageOf(tags.join('')));
    await settledByFile();
    const own = JSON.stringify(list.map((seed) => mutate(seed + 70_000)));
    await page.evaluate(async (given) => {
      const verdicts = JSON.parse(given) as readonly unknown[];
      const gauges = [...document.querySelectorAll('zj-goal-gauge:not([src])')];
      gauges.forEach((gauge, at) => Object.assign(gauge, { verdict: verdicts[at] }));
      await Promise.all(
        gauges.map((gauge) => (gauge as unknown as { updateComplete: Promise<unknown> }).updateComplete),
      );
    }, own);
    await page.evaluate(async () => {
      const gauges = [...document.querySelectorAll('zj-goal-gauge[status]')];
      for (const gauge of gauges) gauge.shadowRoot!.querySelector('details')!.open = true;
      while (gauges.some((gauge) => !gauge.shadowRoot!.querySelector('table'))) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });
    const shown = await page.evaluate((): Shown[] =>
      [...document.querySelectorAll('zj-goal-gauge')].map((gauge, at) => ({
        at,
        text: [...gauge.shadowRoot!.querySelectorAll('*')]
          .flatMap((element) => [
            ...[...element.childNodes].filter((node) => node instanceof Text).map(({ data }) => data),
            ...[...element.attributes].map(({ value }) => value),
          ])
          .join('\n'),
        failed: gauge.hasAttribute('failed'),
      })),
    );
    for (const { at, text } of shown)
      expect(text, `seed ${list[at >> 1]}, ${at % 2 ? 'set' : 'read'}`).not.toMatch(scraps);
    const failed = shown.filter((one) => one.failed).length;
    expect(failed).toBeGreaterThan(shown.length / 10);
    expect(failed).toBeLessThan((shown.length * 9) / 10);
    expect(complaints).toEqual([]);

    async function settledByFile(): Promise<void> {
      await page.waitForFunction(() =>
        [...document.querySelectorAll('zj-goal-gauge[src]')].every((gauge) =>
          gauge.matches('[status], [failed], [withheld]'),
        ),
      );
    }
  },
  patience(),
);

test(
  'stand-alone attributes of any text leave a gauge that says so, or goes without',
  async () => {
    const words = [
      '',
      ' ',
      'NaN',
      'undefined',
      'null',
      '[object Object]',
      '1e400',
      '-1e15',
      '5e-324',
      '0',
      '100',
      '2026-02-30',
      '2026-10-31',
      '0001-01-01',
      '9999-12-31',
      '<b>',
      '\u0000',
      '亿元',
      '9'.repeat(400),
    ];
    const names = ['value', 'target', 'baseline', 'unit', 'label', 'start', 'end', 'as-of'];
    const list = seeds('stand-alone attributes', 1000);
    const { page, complaints } = await host.visit(pageOf(''));
    const texts = await page.evaluate(
      async ([words, names, list]) => {
        const main = document.querySelector('main')!;
        const gauges = list.map((seed) => {
          const gauge = document.createElement('zj-goal-gauge');
          let state = seed;
          for (const name of names) {
            state = (state * 1103515245 + 12345) % 2147483648;
            if (state % 7 < 5) gauge.setAttribute(name, words[(state >> 8) % words.length]!);
          }
          gauge.toggleAttribute('count', state % 3 === 0);
          main.append(gauge);
          return gauge;
        });
        await Promise.all(gauges.map((gauge) => gauge.updateComplete));
        const told = gauges.filter((gauge) => gauge.matches('[status]'));
        for (const gauge of told) gauge.shadowRoot!.querySelector('details')!.open = true;
        while (told.some((gauge) => !gauge.shadowRoot!.querySelector('table'))) {
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        return gauges.map((gauge) =>
          [...gauge.shadowRoot!.querySelectorAll('*')]
            .flatMap((element) => [
              ...[...element.attributes].map(({ value }) => value),
              ...[...element.childNodes].filter((node) => node instanceof Text).map(({ data }) => data),
            ])
            .join('\n'),
        );
      },
      [words, names, list] as const,
    );
    // The text of a page is shown as it was written, except for the printed form of a missing value.
    for (const [at, text] of texts.entries()) expect(text, `seed ${list[at]}`).not.toMatch(scraps);
    expect(complaints).toEqual([]);
  },
  patience(),
);

test('a fault of the gauge itself is told as one, never as a fault of the release', async () => {
  const { page } = await host.visit(pageOf(tag('pct-applications', '', '')), {
    before: (page) =>
      page.addInitScript(() => {
        // As in a browser without a feature that the gauge needs.
        Object.assign(Math, { log10: undefined });
      }),
  });
  host.answers.delete('/verdicts.json');
  await page.reload();
  await settled(page);
  const text = await page.$eval(
    'zj-goal-gauge',
    (gauge) => gauge.shadowRoot!.querySelector<HTMLElement>('.root')!.innerText,
  );
  expect(text).toContain('组件程序出错');
  expect(text).not.toContain('内容无效');
});
