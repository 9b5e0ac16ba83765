import type { GoalSeries, MetricSeries } from '@zj/metrics';
import { every, file } from './verdicts.js';

/** An address of this page at which a text is read as if a site served it. */
export function serve(text: string): string {
  return URL.createObjectURL(new Blob([text], { type: 'application/json' }));
}

/** A release with every verdict of the examples, each under the name of its example. */
export const release = serve(file(Object.entries(every).map(([goal, verdict]) => ({ ...verdict, goal }))));

/** Where no site serves anything. */
export const nowhere = '/no-such-release/verdicts.json';

/** A file that ends too soon. */
export const truncated = `data:application/json,${encodeURIComponent('{"version": 1, "verdicts": [')}`;

/** The files of made-up releases, by their addresses. No site has them: this page answers itself. */
const files = new Map<string, string>();

function serveAt(address: string, text: string): string {
  if (files.size === 0) {
    const others = window.fetch.bind(window);
    window.fetch = (input, options) => {
      const found = typeof input === 'string' ? files.get(input) : undefined;
      return found === undefined ? others(input, options) : Promise.resolve(new Response(found));
    };
  }
  files.set(address, text);
  return address;
}

/** The manifest of a made-up release: its goals with their verdicts and series, and series of metrics. Its files lie in its folder. */
export function serveRelease(goals: readonly GoalSeries[], metrics: readonly MetricSeries[]): string {
  const folder = new URL(`/made-up-release-${files.size}/`, location.href).href;
  let count = 0;
  const named = (text: string): object => {
    const path = `${count++}.json`;
    serveAt(folder + path, text);
    return { path, bytes: text.length, sha256: '0'.repeat(64) };
  };
  const manifest = {
    version: 1,
    plan: { id: 'park', goals: goals.map(({ verdict }) => ({ id: verdict.goal })) },
    metrics: metrics.map(({ metric }) => ({ id: metric, measure: { count: 'rows' } })),
    asOf: '2026-11-15',
    demo: true,
    files: {
      verdicts: named(file(goals.map(({ verdict }) => verdict))),
      database: { path: 'none.duckdb', bytes: 0, sha256: '0'.repeat(64) },
      series: {
        goals: goals.map((series) => ({ goal: series.verdict.goal, ...named(JSON.stringify(series)) })),
        metrics: metrics.map((series) => ({
          metric: series.metric,
          grain: series.grain,
          ...(series.dimension && { by: series.dimension.name }),
          ...named(JSON.stringify(series)),
        })),
      },
    },
    datasets: [],
  };
  return serveAt(`${folder}manifest.json`, JSON.stringify(manifest));
}
