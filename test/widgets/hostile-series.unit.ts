import type { GoalSeries, MetricLine, MetricSeries } from '@zj/metrics';
import { describe, expect, test } from 'vitest';
import { breakdownShape, usual } from '../../packages/widgets/src/breakdown-chart/breakdown-shape.js';
import { exactTable } from '../../packages/widgets/src/breakdown-chart/exact.js';
import { multiplesShape } from '../../packages/widgets/src/breakdown-chart/multiples.js';
import { readBreakdown } from '../../packages/widgets/src/breakdown-chart/read-breakdown.js';
import { chartCsv } from '../../packages/widgets/src/chart/csv.js';
import { seriesForm } from '../../packages/widgets/src/chart/series-form.js';
import { faceOf } from '../../packages/widgets/src/locale/locale.js';
import { breakdownHtml, breakdownSvg, trendHtml, trendSvg } from '../../packages/widgets/src/print.js';
import { tableOf } from '../../packages/widgets/src/trend-chart/tools.js';
import { trendShape } from '../../packages/widgets/src/trend-chart/trend-shape.js';
import { random } from '../metrics/goal/random.js';
import { patience, seeds } from '../soak.js';
import { byField, pairs, revenueByField, streets } from './breakdowns.js';
import { applicationsSeries, industrySeries, rateSeries, revenueSeries } from './trend-series.js';

type File = GoalSeries | MetricSeries;
type Key = string | number;

const files: Readonly<Record<string, () => File>> = {
  'a sum with a forecast': () => revenueSeries(),
  'a rate with a limit': rateSeries,
  'a count with gaps': applicationsSeries,
  'a metric by members': () => industrySeries(4),
  'a metric with merged cells': () => revenueByField(),
};

/** Everything that charts say of a file, in both languages: words, figures, tables, drawings. A failure has its message. */
function tellAll(file: File, all = true): { readonly words: string; readonly markup: string } {
  const [words, markup] = [[] as string[], [] as string[]];
  const say = (...parts: readonly unknown[]): void => void words.push(JSON.stringify(parts));
  const locales = all ? (['zh-CN', 'en'] as const) : (['zh-CN'] as const);
  for (const locale of locales) {
    for (const appearance of ['line', 'cumulative', 'bars'] as const) {
      const shape = trendShape(file, { locale, appearance });
      if ('problem' in shape) {
        expect(shape.problem.message(faceOf(locale))).toMatch(/[\u4e00-\u9fff\w]{4}/);
        continue;
      }
      say(shape.title, shape.summary, shape.remarks, shape.through, shape.source);
      for (const at of shape.periods.keys()) say(shape.readout(at));
      words.push(chartCsv({ ...tableOf(shape), notes: [] }));
      markup.push(trendHtml(file, { locale, appearance }), trendSvg(file, { locale, appearance }));
    }
    if (file.kind === 'metric') tellBreakdown(file);

    function tellBreakdown(series: MetricSeries): void {
      for (const cumulative of [false, true])
        for (const appearance of ['table', 'change', 'multiples'] as const) {
          const read = readBreakdown(series, { period: '', cumulative, appearance });
          if ('problem' in read) {
            expect(read.problem(locale)).toMatch(/[\u4e00-\u9fff\w]{4}/);
            continue;
          }
          const look = { ...usual, locale };
          if (appearance === 'multiples') {
            const shape = multiplesShape(series, read, { ...look, isOwn: false });
            say(shape.title, shape.summary, shape.remarks, shape.legend);
            say(shape.panels.map(({ told, change, scale }) => [told, change, scale]));
            continue;
          }
          const shape = breakdownShape(read, { ...look, appearance, isOpen: true });
          const keys = shape.rows.map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
          say(
            shape.title,
            shape.summary,
            shape.remarks,
            shape.legend,
            shape.rows.map(({ cells }) => cells.map(({ text }) => text)),
          );
          words.push(chartCsv({ ...exactTable(shape, locale), notes: [] }));
          const print = { locale, appearance, cumulative };
          markup.push(breakdownHtml(series, print), breakdownSvg(series, print));
        }
    }
  }
  return { words: words.join('\n'), markup: markup.join('\n') };
}

/** What no reader may see: the words of a program, and powers of ten. */
const program = /NaN|Infinity|undefined|\bnull\b|\[object|\d[eE][+-]?\d/;

/** Takes a file as an element does, and tells it; a file that is refused is not told. */
function attack(json: unknown): 'refused' | 'told' {
  const file = seriesForm.take(JSON.parse(JSON.stringify(json)));
  if (!file) return 'refused';
  const { words, markup } = tellAll(file);
  for (const text of [words, markup]) {
    const found = program.exec(text);
    expect(found && text.slice(Math.max(found.index - 60, 0), found.index + 40)).toBeNull();
  }
  expect(/<\/?(script|img)\b/i.exec(markup)).toBeNull();
  return 'told';
}

const nasty: readonly unknown[] = [
  ...[null, 0, -0, 1e308, -1e308, 1e99, 5e-324, 1e-99, 1e21, -1, 0.1, 1e15 + 0.5, 4, 12, 100_000],
  ...['', '</script>', '"><img src=x onerror=alert(1)>', '\u202Eabc', '😀'.repeat(50), '=1+1', [], {}, true],
  ...['2026-13-01', '2026-02-29', '2024-02-29', '9999-12-31', '0001-01-01', 'final', 'estimate', 'omitted'],
  ...['total', 'merged', 'empty', 'day', 'week', 'quarter', 'half-year', 'year', 'a-status-of-tomorrow'],
  ...[{ zh: '', en: '' }, { zh: '甲' }, { en: 'only' }, { zh: '甲', en: 'A', power: 18 }],
];

function listPaths(json: unknown, path: readonly Key[] = []): readonly (readonly Key[])[] {
  if (typeof json !== 'object' || json === null) return [path];
  const own = path.length > 0 ? [path] : [];
  const entries = Object.entries(json) as readonly (readonly [string, unknown])[];
  return [
    ...own,
    ...entries.flatMap(([key, value]) =>
      listPaths(value, [...path, Array.isArray(json) ? Number(key) : key]),
    ),
  ];
}

/** Spoils one to three places of a file, each kind of place as likely as the others. */
function spoil(file: File, next: () => number): unknown {
  const json: unknown = JSON.parse(JSON.stringify(file));
  const pick = <Thing>(things: readonly Thing[]): Thing => things[Math.floor(next() * things.length)]!;
  const kindOf = (path: readonly Key[]): string =>
    path.map((key) => (typeof key === 'number' ? '#' : key)).join('.');
  const paths = listPaths(json);
  for (let i = 0; i <= Math.floor(next() * 3); i++) {
    const kind = pick([...new Set(paths.map(kindOf))]);
    const path = pick(paths.filter((one) => kindOf(one) === kind));
    type Place = Record<Key, unknown>;
    const place = path.slice(0, -1).reduce<unknown>((at, key) => (at as Place | undefined)?.[key], json);
    if (typeof place !== 'object' || place === null) continue;
    const [key, spot, way] = [path.at(-1)!, place as Place, next()];
    const value = spot[key];
    if (Array.isArray(place) && way < 0.1) place.splice(Number(key), 1);
    else if (Array.isArray(place) && way < 0.2)
      place.splice(Number(key), 0, structuredClone(pick(place as unknown[])));
    else if (way < 0.3) Reflect.deleteProperty(spot, key);
    else if (way < 0.5 && typeof value === 'number')
      spot[key] = pick([-1, 1e90, 1e-90, 0, -1e3]) * (value || 1);
    else spot[key] = pick(nasty);
  }
  return json;
}

describe.each(Object.entries(files))('%s, spoiled anywhere,', (_, make) => {
  test(
    'is refused, or told without a word of a program',
    () => {
      const file = make();
      const outcomes = seeds('spoiled series', 400).map((seed) => attack(spoil(file, random(seed * 7919))));
      expect(new Set(outcomes)).toEqual(new Set(['refused', 'told']));
    },
    patience(),
  );
});

const metric = (): MetricSeries => industrySeries(3);
const changeLine = (change: (line: MetricLine, at: number) => MetricLine): MetricSeries => ({
  ...metric(),
  lines: metric().lines.map(change),
});

test.each<[string, () => unknown]>([
  ['of a newer version', () => ({ ...metric(), version: 2 })],
  ['of another kind', () => ({ ...metric(), kind: 'map' })],
  ['of no kind', () => ({ ...metric(), kind: undefined })],
  ['that is null', () => null],
  ['that is a list', () => [metric()]],
  ['with periods out of order', () => ({ ...metric(), periods: metric().periods.toReversed() })],
  [
    'with a period twice',
    () => ({ ...metric(), periods: metric().periods.map((_, at, all) => all[Math.max(at - 1, 0)]!) }),
  ],
  [
    'with a period that ends before it begins',
    () => ({ ...metric(), periods: metric().periods.map(({ start, end }) => ({ start: end, end: start })) }),
  ],
  [
    'of a goal with periods out of order',
    () => ({ ...revenueSeries(), periods: revenueSeries().periods.toReversed() }),
  ],
  [
    'with lists of other lengths',
    () => changeLine((line) => ({ ...line, own: { ...line.own, value: line.own.value.slice(1) } })),
  ],
  ['with states of another length', () => changeLine((line) => ({ ...line, states: ['final'] }))],
  [
    'with a text for a figure',
    () =>
      changeLine((line) => ({
        ...line,
        own: { value: line.own.value.map(() => 'NaN' as unknown as number) },
      })),
  ],
  [
    'with a figure beyond all figures',
    () => changeLine((line) => ({ ...line, own: { value: line.own.value.map(() => 1e308) } })),
  ],
  ['with a line twice', () => ({ ...metric(), lines: [...metric().lines, metric().lines[1]] })],
  ['with two wholes', () => changeLine((line) => ({ kind: 'total', own: line.own }))],
  ['with a member without a name', () => changeLine(({ own, kind }) => ({ kind, own }))],
  ['with members and no dimension', () => ({ ...metric(), dimension: undefined })],
  ['without a unit', () => ({ ...metric(), unit: undefined })],
  [
    'with an interval upside down',
    () => ({
      ...revenueSeries(),
      forecast: {
        ...revenueSeries().forecast,
        points: [{ end: '2026-12-31', point: 5, interval: [9, 1], coverage: null }],
      },
    }),
  ],
])('a file %s is refused', (_, make) => {
  expect(seriesForm.take(make() ?? {})).toBeUndefined();
});

test.each<[string, () => File]>([
  ['without periods', () => ({ ...metric(), periods: [], lines: [] })],
  ['without lines', () => ({ ...metric(), lines: [] })],
  [
    'without any figure',
    () => changeLine((line) => ({ ...line, own: { value: line.own.value.map(() => null) } })),
  ],
  [
    'with one period',
    () => ({
      ...metric(),
      periods: metric().periods.slice(0, 1),
      lines: metric().lines.map((line) => ({ ...line, own: { value: line.own.value.slice(0, 1) } })),
    }),
  ],
  [
    'of zeros',
    () =>
      changeLine((line) => ({
        ...line,
        own: {
          value: line.own.value.map(() => 0),
          lastYear: line.own.value.map(() => -0),
          share: line.own.value.map(() => null),
        },
      })),
  ],
  ['of figures that cancel each other', () => byField(pairs(['甲', 5, 3], ['乙', -5, -3], ['丙', 0, 0]))],
  ['of figures below zero', () => byField(pairs(['甲', -5, -3], ['乙', -1, -3], ['丙', null, -1]))],
  ['with the largest figures', () => byField(pairs(['甲', 1e40, 9e39], ['乙', -1e40, 1e-40], ['丙', 1, 2]))],
  ['with 200 members', () => streets(200)],
  [
    'with keys of a newer publisher',
    () =>
      Object.assign(metric(), {
        tomorrow: { x: [1] },
        lines: metric().lines.map((line) => ({ ...line, rank: 3 })),
      }),
  ],
  [
    'with markup and marks of direction in names',
    () => ({
      ...metric(),
      name: { zh: '</script>名\u202E称', en: '<img src=x>' },
      lines: metric().lines.map((line, at) =>
        line.kind === 'member' ? { ...line, member: `"><b>${at}\u202E😀${'很长的名字'.repeat(9)}` } : line,
      ),
    }),
  ],
  [
    'with members that are called as a program calls things',
    () => ({
      ...metric(),
      lines: metric().lines.map((line, at) =>
        line.kind === 'member' ? { ...line, member: ['__proto__', '?', 'constructor'][at - 1]! } : line,
      ),
    }),
  ],
  [
    'with a goal’s status of tomorrow',
    () => ({ ...revenueSeries(), verdict: { ...revenueSeries().verdict, status: 'half-done' as 'missed' } }),
  ],
])('a file %s is told without a word of a program', (_, make) => {
  expect(attack(make())).toBe('told');
});
