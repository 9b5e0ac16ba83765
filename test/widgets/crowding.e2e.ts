import { afterAll, beforeAll, expect, test } from 'vitest';
import { patience, seeds } from '../soak.js';
import { findCrowding } from './crowding.js';
import { drawCard, type Card } from './random-card.js';
import { openHost, pageOf, type Host } from './host.js';

let host: Host;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());

const inBatch = 50;

/** Random cards, each in a column of its own width. */
function tagOf({ id, lang, theme, width, style, attributes }: Card): string {
  return `<div class="w${width}" lang="${lang}" data-zj-theme="${theme}"><zj-goal-gauge id="${id}" class="${style}" ${attributes}></zj-goal-gauge></div>`;
}

test(
  'in random cards nothing comes nearer than 6 px to what it does not belong to, and no band of 24 px is empty',
  async () => {
    const cards = seeds('cards', 2000, 10).map(drawCard);
    const faults: string[] = [];
    for (let first = 0; first < cards.length; first += inBatch) {
      const batch = cards.slice(first, first + inBatch);
      const widths = [...new Set(batch.map(({ width }) => width))];
      const rules = [
        'main{width:1100px}',
        ...widths.map((width) => `.w${width}{width:${width}px}`),
        ...batch.map(({ style, rules }) => `.${style}{${rules}}`),
      ];
      host.answers.set('/page.css', () => Promise.resolve({ body: rules.join('') }));
      const { page } = await host.visit(pageOf(batch.map(tagOf).join('')), {
        viewport: { width: 1200, height: 900 },
      });
      await page.evaluate(
        async (verdicts) => {
          const gauges = [...document.querySelectorAll('zj-goal-gauge')];
          gauges.forEach((gauge, at) => (gauge.verdict = verdicts[at]!));
          await Promise.all(gauges.map((gauge) => gauge.updateComplete));
        },
        batch.map(({ verdict }) => verdict),
      );
      const found = await findCrowding(page, 5.5, 1.5);
      faults.push(
        ...found.map((fault) => {
          const { id, lang, theme, width, rules, attributes } = batch.find((card) =>
            fault.startsWith(`#${card.id}:`),
          )!;
          return `${fault} (${[lang, theme, `${width} px`, rules, attributes].filter(Boolean).join(', ')}; seed ${id.slice(1)})`;
        }),
      );
      await page.context().close();
    }
    expect(faults).toEqual([]);
  },
  patience(),
);
