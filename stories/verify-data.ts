import type {
  Manifest,
  Metrics,
  PublishedVerdict,
  ReleaseVerification,
  VerificationStep,
  VerifyOptions,
} from '@zj/metrics';
import { applications, revenue } from './verdicts.js';

const digest = 'a'.repeat(64);
const same = { equal: true, published: digest, recomputed: digest };
const verdicts = [revenue(), applications()];

/** The manifest of a made-up release of two goals. */
const manifest = {
  version: 1,
  plan: { id: 'park', goals: verdicts.map(({ goal, name }) => ({ id: goal, name })) },
  metrics: [],
  asOf: '2026-11-15',
  demo: true,
  files: {
    verdicts: { path: 'verdicts.json', bytes: 35988, sha256: digest },
    database: { path: 'park.duckdb', bytes: 2109440, sha256: digest },
  },
  datasets: [],
} as unknown as Manifest;

/** The steps of verifying it, each with made-up rows and times. */
const steps: readonly VerificationStep[] = (
  [
    ['verdicts', 'verdicts.json', '', 0, 6],
    ...verdicts.map(({ goal, sql }, at) => ['goal', goal, sql, at === 0 ? 2186 : 71, 38] as const),
    [
      'rows',
      'industry-revenue',
      "SELECT sha256(coalesce(string_agg(line, chr(10) ORDER BY line), '')) AS digest\nFROM industry_revenue",
      1,
      31,
    ],
    ['facts', 'manifest.json', 'SELECT count(*) AS "all"\nFROM industry_revenue', 1, 9],
    ['series', 'series/goals/leading-industries-revenue.json', '', 0, 27],
    ['series', 'series/goals/pct-applications.json', '', 0, 12],
  ] as const
).map(([kind, name, sql, rows, milliseconds], at, { length: total }) => ({
  kind,
  name,
  statements: sql ? [{ sql, rows, milliseconds }] : [],
  milliseconds,
  done: at + 1,
  total,
}));

/** The verification of it; a `change` is published in place of the figures that follow. */
function verificationOf(change: Partial<PublishedVerdict>, shown: boolean): ReleaseVerification {
  const differences = Object.keys(change);
  const goals = verdicts.map((verdict) => {
    const isChanged = verdict.goal === 'pct-applications' && differences.length > 0;
    const published = isChanged ? { ...verdict, ...change } : verdict;
    return {
      ...{ goal: verdict.goal, published, recomputed: verdict },
      ...{ equal: !isChanged, differences: isChanged ? differences : [] },
    };
  });
  const equal = differences.length === 0;
  return {
    equal,
    goals,
    withheld: [],
    head: { equal: true, differences: [] },
    verdictsFile: same,
    manifest: same,
    rows: [{ ...same, dataset: 'industry-revenue', name: { zh: '产业营业收入', en: 'Industry revenue' } }],
    facts: [{ where: '$.demo', equal: true, published: true, recomputed: true }],
    series: verdicts.map(({ goal }) => ({
      ...{ equal: true, path: `series/goals/${goal}.json`, name: goal, file: same, differences: [] },
    })),
    shown: shown ? { equal, goals, differences: [] } : null,
  };
}

/** How a made-up verification goes. */
export interface MadeUp {
  /** Figures of PCT applications that were published in place of those that follow. */
  readonly change?: Partial<PublishedVerdict>;
  /** It stops after so many steps. */
  readonly until?: number;
  readonly error?: Error;
}

/** Metrics of a page that only verify: a made-up release, no engine. */
export function verifyMetrics({ change = {}, until, error }: MadeUp = {}): Pick<
  Metrics,
  'query' | 'catalogue' | 'verify' | 'manifest'
> {
  return {
    manifest,
    catalogue: { metrics: [], datasets: [] },
    query: () => Promise.reject(new Error('This page has no engine.')),
    verify({ onStep, shown = [] }: VerifyOptions = {}) {
      if (error) return Promise.reject(error);
      for (const step of steps.slice(0, until)) onStep?.(step);
      if (until !== undefined) return new Promise(() => undefined);
      return Promise.resolve(verificationOf(change, 'length' in shown && shown.length > 0));
    },
  };
}
