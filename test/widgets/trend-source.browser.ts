import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ZjTrendChart } from '../../packages/widgets/src/trend-chart/trend-chart.js';
import { revenueSeries } from './trend-series.js';
import { clear, figureAt, find, painted } from './trend-stage.js';

beforeEach(clear);

afterEach(clear);

describe('inside a source', () => {
  const answer = (json: unknown): Response => new Response(JSON.stringify(json));
  const sha256 = '0'.repeat(64);
  const file = (path: string): object => ({ path, bytes: 1, sha256 });
  const usual = window.fetch.bind(window);
  const asked: string[] = [];

  /** A site with a release: two goals with series, one that is withheld. */
  beforeEach(() => {
    asked.length = 0;
    const series = revenueSeries();
    const manifest = {
      version: 1,
      plan: { id: 'park', goals: [{ id: 'leading-industries-revenue' }, { id: 'secret' }] },
      metrics: [],
      datasets: [],
      files: {
        verdicts: file('verdicts.json'),
        database: file('park.duckdb'),
        series: {
          goals: [{ ...file('series/goals/a.json'), goal: 'leading-industries-revenue' }],
          metrics: [],
        },
      },
    };
    const withheld = [
      { goal: 'secret', name: { zh: '秘密', en: 'Secret' }, reason: { zh: '不足3家', en: 'Few' } },
    ];
    window.fetch = (input) => {
      const path = new URL(input as string, location.href).pathname;
      asked.push(path);
      return Promise.resolve(
        path.endsWith('manifest.json')
          ? answer(manifest)
          : path.endsWith('verdicts.json')
            ? answer({ version: 1, verdicts: [], withheld })
            : path.endsWith('a.json')
              ? answer(series)
              : new Response('', { status: 404 }),
      );
    };
  });
  afterEach(() => {
    window.fetch = usual;
  });

  async function inside(attributes: string): Promise<ZjTrendChart> {
    const box = document.createElement('div');
    box.className = 'box';
    const address = `/release-${Math.round(performance.now() * 1000)}/manifest.json`;
    box.append(
      document
        .createRange()
        .createContextualFragment(
          `<zj-source manifest="${address}"><zj-trend-chart ${attributes}></zj-trend-chart></zj-source>`,
        ),
    );
    document.body.append(box);
    const chart = box.querySelector('zj-trend-chart')!;
    await expect.poll(() => chart.hasAttribute('loading')).toBe(false);
    await painted(chart);
    return chart;
  }

  test('a goal by its id: the series of the release, one request for each file', async () => {
    const chart = await inside('goal="leading-industries-revenue"');
    expect(figureAt(chart)).toBe('5,009');
    expect(asked.map((path) => path.replace(/.*release-\d+/, ''))).toEqual([
      '/manifest.json',
      '/series/goals/a.json',
    ]);
  });

  test('a goal that is withheld: its name and the reason, and nothing failed', async () => {
    const chart = await inside('goal="secret"');
    expect([chart.hasAttribute('withheld'), chart.hasAttribute('failed')]).toEqual([true, false]);
    expect(find(chart, '[part=summary]').textContent).toBe('不足3家');
  });

  test('one that there is not is told by name, with those that there are', async () => {
    const chart = await inside('goal="other"');
    expect(chart.hasAttribute('failed')).toBe(true);
    expect(find(chart, '[part=error] p').textContent).toContain('leading-industries-revenue');
  });
});
