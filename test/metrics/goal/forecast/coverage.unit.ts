import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  enough,
  intervalAround,
  tryBefore,
  type Past,
} from '../../../../packages/metrics/src/goal/forecast/backtest.js';
import { forecastEnd } from '../../../../packages/metrics/src/goal/forecast/forecast.js';
import { ways } from '../../../../packages/metrics/src/goal/forecast/way.js';
import { findOrigin, layGround } from '../../../../packages/metrics/src/goal/forecast/origin.js';
import { seriesCase, sum, type Case } from './forecasts.js';
import { seriesNames, type SeriesName } from './reference.js';

/** An 80 % interval as it would have been given at an earlier month end, and whether the end figure lay in it. */
interface Given {
  /** Figures known by then. */
  readonly months: number;
  readonly method: string;
  readonly inside: boolean;
}

/** All the back-test of a case that applies now. */
function tryAll({ goal, known }: Case): Past {
  const ground = layGround(goal, known);
  const now = findOrigin(ground);
  return tryBefore(
    ways.filter((way) => way.ruledOut(ground, now) === null),
    ground,
  );
}

/** The forecast at every month end with eight known errors: by the method that had erred least until then. */
function replay({ origins, errors }: Past, lead: number): readonly Given[] {
  return origins.flatMap((origin, i) => {
    const known = origins.filter((earlier) => earlier + lead <= origin).length;
    if (known < enough) return [];
    const methods = [...errors]
      .filter(([method]) => method !== 'naive')
      .map(([method, all]) => ({ method, all, error: sum(all.slice(0, known).map(Math.abs)) }));
    const best = methods.reduce((a, b) => (b.error < a.error * (1 - 1e-9) ? b : a));
    const [low, high] = intervalAround(0, best.all.slice(0, known));
    const error = best.all[i]!;
    return [{ months: origin + 1, method: best.method, inside: error >= low && error <= high }];
  });
}

const columns = [
  { title: 'level, 2 months ahead', options: { accumulate: 'level', lead: 2 } },
  { title: 'level, 12 months ahead', options: { accumulate: 'level', lead: 12 } },
  { title: 'total of 12 months, 2 to come', options: { accumulate: 'total', lead: 2 } },
  { title: 'total of 12 months, all to come', options: { accumulate: 'total', lead: 12 } },
] as const;
const given = new Map(
  seriesNames.map((name) => [
    name,
    columns.map(({ options }) => replay(tryAll(seriesCase(name, options)), options.lead)),
  ]),
);

const share = (intervals: readonly Given[]): number =>
  intervals.filter(({ inside }) => inside).length / intervals.length;
const write = (share: number, of = ''): string => {
  const text = `${(100 * share).toFixed(1)} %${of}`;
  return share < 0.7 || share > 0.9 ? `**${text}**` : text;
};
const cell = (intervals: readonly Given[]): string => write(share(intervals), ` of ${intervals.length}`);

const rows = [...given.values()];
const pooled = columns.map((_, i) => rows.flatMap((row) => row[i]!));
const means = columns.map((_, i) => sum(rows.map((row) => share(row[i]!))) / rows.length);
const table = [
  ['series', ...columns.map(({ title }) => title)],
  ['---', ...columns.map(() => '---')],
  ...[...given].map(([name, row]) => [name, ...row.map(cell)]),
  ['mean of the series', ...means.map((mean) => write(mean))],
  ['all intervals', ...pooled.map(cell)],
]
  .map((row) => `| ${row.join(' | ')} |`)
  .join('\n');

describe('80 % intervals made of earlier errors only', () => {
  test.each(columns.map(({ title }, i) => ({ title, i })))(
    '$title: hold 70 to 90 % of the end figures',
    ({ i }) => {
      const held = pooled[i]!.filter(({ inside }) => inside).length / pooled[i]!.length;
      expect(pooled[i]!.length).toBeGreaterThan(800);
      expect(held).toBeGreaterThan(0.7);
      expect(held).toBeLessThan(0.9);
    },
  );

  test('are those of the table in FORECASTS.md', () => {
    const page = readFileSync(join(import.meta.dirname, '../../../../packages/metrics/FORECASTS.md'), 'utf8');
    const published = page.split('\n').filter((line) => line.startsWith('|'));
    const squeezed = published.map((line) => line.replace(/ +/g, ' ').replace(/-+/g, '---'));
    expect(squeezed.join('\n')).toContain(table.replace(/ +/g, ' '));
  });

  test.each<[SeriesName, number, number]>([
    ['fdeaths', 50, 0],
    ['USAccDeaths', 48, 2],
    ['mdeaths', 55, 1],
  ])('are what the forecast says with the first months of %s alone', (name, months, column) => {
    const { goal, known } = seriesCase(name, { ...columns[column]!.options, months });
    const { forecast } = forecastEnd(goal, known);
    const then = given.get(name)![column]!.find((interval) => interval.months === months)!;
    const past = tryAll({ goal, known });
    expect(forecast!.method).toBe(then.method);
    expect(forecast!.interval).toEqual(intervalAround(forecast!.point, past.errors.get(forecast!.method)!));
  });
});
