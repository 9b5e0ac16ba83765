import type { Condition, Manifest, PublishedVerdict, WithheldGoal } from '@zj/metrics';
import { file } from '../../stories/verdicts.js';

const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** Two datasets and their metrics, as far as a source reads them: goods have industries and zones, visits have zones alone. */
const metrics = [
  { id: 'revenue', dataset: 'goods', measure: { sum: 'revenue' } },
  { id: 'visits', dataset: 'visits', measure: { count: 'rows' } },
  { id: 'per-visit', measure: { ratio: ['revenue', 'visits'] } },
];
const datasets = [
  { id: 'goods', columns: ['month', 'industry', 'zone', 'revenue'] },
  { id: 'visits', columns: ['month', 'zone'] },
].map(({ id, columns }) => ({ contract: { id, columns: columns.map((name) => ({ name })) } }));

/** A manifest as far as a source reads it. */
export function manifestOf(change: Partial<Manifest> = {}): Manifest {
  const one = (path: string): object => ({ path, bytes: 0, sha256 });
  const manifest: unknown = {
    version: 1,
    plan: { id: 'park', goals: [{ id: 'park-revenue' }, { id: 'secret' }] },
    metrics,
    datasets,
    files: {
      verdicts: one('verdicts.json'),
      database: one('park.duckdb'),
      ladder: one('ladder.json'),
      tasks: one('tasks.json'),
      series: {
        goals: [{ ...one('series/goals/park-revenue.json'), goal: 'park-revenue' }],
        metrics: [
          { ...one('series/metrics/revenue.month.json'), metric: 'revenue', grain: 'month' },
          {
            ...one('series/metrics/revenue.month.by-zone.json'),
            metric: 'revenue',
            grain: 'month',
            by: 'zone',
          },
        ],
      },
    },
    ...change,
  };
  return manifest as Manifest;
}

/** The addresses of the files of a release with these verdicts, on the test's own page. */
export function publishPage(
  verdicts: readonly PublishedVerdict[],
  withheld: readonly WithheldGoal[] = [],
): { readonly manifest: string; readonly verdicts: string } {
  const manifest = serveManifest(manifestOf());
  const at = manifest.replace('manifest.json', 'verdicts.json');
  serveFile(at, file(verdicts, withheld));
  return { manifest, verdicts: at };
}

/** The address of a manifest, in a folder of its own. */
export function serveManifest(manifest: unknown): string {
  const at = new URL(`/published/${served.size}/manifest.json`, location.href).href;
  serveFile(at, JSON.stringify(manifest));
  return at;
}

/** Files that the test's own page answers with. */
const served = new Map<string, string>();

export function serveFile(address: string, text: string): void {
  if (served.size === 0) {
    const others = window.fetch.bind(window);
    window.fetch = (input, options) => {
      const found = typeof input === 'string' ? served.get(input) : undefined;
      return found === undefined ? others(input, options) : Promise.resolve(new Response(found));
    };
  }
  served.set(address, text);
}

export const chips: Condition = { column: 'industry', equals: '集成电路' };
export const north: Condition = { column: 'zone', equals: '北区' };
