// A step of a filter in a browser: over ten million rows as quick as over one million once the sums are there, and far quicker than from rows.
import { rm } from 'node:fs/promises';
import type { Metrics, Selection } from '@zj/metrics';
import { afterAll, bench, expect } from 'vitest';
import { openSite } from '../engine/site.js';
import { sizes, writeSpeedRelease } from '../speed.js';

declare global {
  /** The SDK over the release, remembering nothing. */
  var metrics: Metrics;
}

const folder = await writeSpeedRelease();
const site = await openSite(folder);
/** Promises that were not kept: an error inside of a bench would only hang it. */
const broken: string[] = [];
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
  expect(broken).toEqual([]);
});

const zones = Array.from({ length: 8 }, (_, i) => `zone ${i}`);
const industries = Array.from({ length: 12 }, (_, i) => `industry ${i}`);
/** A reader drags a brush along the months, and chooses zones and industries. */
const steps = Array.from({ length: 30 }, (_, i): Selection => {
  const month = (at: number): string =>
    `${2022 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  const zone = { column: 'zone', in: zones.filter((_, at) => (at + i) % 8 < 3) };
  const industry = { column: 'industry', in: industries.filter((_, at) => (at + i) % 12 < 5) };
  return {
    where: i % 3 === 0 ? [zone] : i % 3 === 1 ? [industry] : [zone, industry],
    during: `${month(i)}/${month(i + 23)}`,
  };
});
/** The same from rows: a condition on a column that the sums do not have, which all rows meet. */
const rowsOnly = { column: 'amount', atLeast: 0 };

bench(
  'a step of a filter over ten million rows',
  async () => {
    const { page } = await site.visit();
    const times = await page.evaluate(
      async ([selections, condition]) => {
        const metrics = zj.createMetrics({ engine: zj.wasmEngine({ baseUrl: '/engine/' }), cacheBytes: 0 });
        await metrics.open('/release/manifest.json', { deadline: 300_000 });
        const make = async (dataset: string) => {
          const begun = performance.now();
          const spec = { dataset, fields: ['month', 'industry', 'zone'], metric: dataset };
          const filter = await metrics.filter(spec, { deadline: 300_000 });
          return { filter, built: performance.now() - begun };
        };
        const [large, huge] = [await make('large'), await make('huge')];
        const taken: Record<string, number[]> = { large: [], huge: [], rows: [] };
        let equal = true;
        for (const [i, selection] of selections.entries()) {
          const answers = [];
          for (const [name, { filter }] of Object.entries({ large, huge })) {
            const begun = performance.now();
            answers.push(await filter.select(selection));
            if (i > 2) taken[name]!.push(performance.now() - begun);
          }
          // One in ten from rows: each reads ten million several times.
          if (i % 10 !== 9) continue;
          const begun = performance.now();
          const where = [...selection.where, condition];
          const plain = await huge.filter.select({ ...selection, where }, { deadline: 300_000 });
          taken.rows!.push(performance.now() - begun);
          const { rows, fields } = answers[1]!;
          equal &&=
            JSON.stringify({ rows, fields }) === JSON.stringify({ rows: plain.rows, fields: plain.fields });
        }
        const cells = metrics.catalogue.cuboids!.length;
        await metrics.close();
        return { ...taken, equal, cells, built: [large.built, huge.built] };
      },
      [steps, rowsOnly] as const,
    );
    const median = (list: readonly number[] = []): number =>
      [...list].sort((a, b) => a - b)[list.length >> 1]!;
    const taken = times as typeof times & Readonly<Record<'large' | 'huge' | 'rows', number[]>>;
    const [large, huge, rows] = [taken.large, taken.huge, taken.rows].map(median) as [number, number, number];
    process.stdout.write(
      `a step over ${sizes.huge} rows ${huge.toFixed(1)} ms, over ${sizes.large} rows ${large.toFixed(1)} ms: ×${(huge / large).toFixed(2)}; ` +
        `from rows ${rows.toFixed(0)} ms: ×${(rows / huge).toFixed(0)}; made in ${times.built.map((one) => (one / 1000).toFixed(2)).join(' and ')} s\n`,
    );
    const promise = (what: string, kept: boolean): void => void (kept || broken.push(what));
    promise('both from sums', times.cells === 2);
    promise('all counts and figures equal', times.equal);
    promise('at most 1.5 times as long as over a tenth of the rows', huge / large <= 1.5);
    promise('at least 20 times quicker than from rows', rows / huge >= 20);
  },
  { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0, throws: true },
);
