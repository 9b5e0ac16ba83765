// Programs of people who use the packages, and the settings of their tools.

/** A page with a gauge, as a bundler gets it. */
export const pageScript = "import '@zj/widgets/define/goal-gauge';\n";

/** The page around a built script. */
export const pageOf = (script: string): string => `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Gauge</title>
  <link rel="icon" href="data:," />
  <script type="module" src="${script}"></script>
  <zj-goal-gauge label="PCT applications" value="71" target="100"></zj-goal-gauge>
</html>
`;

/** webpack by its API: its command is a package of its own. The first argument is where webpack is. */
export const webpackScript = `import { join } from 'node:path';
const { default: webpack } = await import(process.argv[2]);
const path = join(import.meta.dirname, 'out/webpack');
webpack(
  { mode: 'production', context: import.meta.dirname, entry: './src/page.js', output: { path } },
  (error, stats) => {
    console.log(error ?? stats.toString({ colors: false, modules: false }));
    process.exitCode = error || stats.hasErrors() ? 1 : 0;
  },
);
`;

/** A team that shows gauges: elements, events and the types of verdicts. */
export const gaugeProgram = `import '@zj/widgets/define/goal-gauge';
import { define, gaugeShape, ZjGoalGauge, type PublishedVerdict, type Status } from '@zj/widgets';

export class SiteGauge extends ZjGoalGauge {
  declare accent: string | null;
}
define({ prefix: 'site' });
const gauge = document.createElement('zj-goal-gauge');
gauge.value = 71;
gauge.target = '100';
gauge.appearance = 'ring';
gauge.addEventListener('zj-verdict-changed', ({ detail }) => tell(detail.verdict));
document.addEventListener('zj-failed', ({ detail }) => console.log(detail.code, detail.message));
document.body.append(gauge);

const words: Partial<Record<Status, string>> = { achieved: 'done' };
function tell({ attainment, status }: PublishedVerdict): string {
  return \`\${attainment?.toFixed(1) ?? 'none'} \${words[status] ?? status}\`;
}
// @ts-expect-error There is no such look.
gauge.appearance = 'pie';
export const shape = (verdict: PublishedVerdict) => gaugeShape(verdict, { locale: 'en' });
`;

/** A program with the SDK: plans, queries and judging, in types that say something. */
export const metricsProgram = `import { createMetrics, judge, parsePlan, type Engine, type Goal, type Series, type Verdict } from '@zj/metrics';
import { readTable } from '@zj/metrics/dataset';
import { nodeEngine } from '@zj/metrics/node';
import { wasmEngine } from '@zj/metrics/wasm';
import { compareMethods } from '@zj/metrics/methods';
import { sqlName } from '@zj/metrics/sql';

const { plan, problems } = parsePlan({});
console.log(plan?.goals.length, problems.map(({ code }) => code));
export const engines: readonly (() => Engine)[] = [nodeEngine, () => wasmEngine({ baseUrl: '/zj/engine/' })];
const metrics = createMetrics({ engine: nodeEngine() });
const result = await metrics.query({ metric: 'revenue', by: ['month'], during: '2026' });
export const figures: readonly (number | null)[] = result.rows().map(({ value }) => value);
export const arrow = await result.toArrow();
export const verdict = (goal: Goal, series: Series): Verdict => judge(goal, series, { asOf: '2026-10-31' });
// @ts-expect-error A day is a text.
judge({} as Goal, {} as Series, { asOf: 20261031 });
export { compareMethods, readTable, sqlName };
`;

/** Strict settings of TypeScript by module setting; types of libraries are checked, too. */
export const settings = {
  nodenext: { module: 'nodenext' },
  bundler: { module: 'esnext', moduleResolution: 'bundler' },
} as const;

/** A tsconfig.json for one of them. */
export const tsconfig = (name: keyof typeof settings): string =>
  JSON.stringify({
    compilerOptions: {
      ...settings[name],
      ...{ target: 'es2022', lib: ['es2022', 'dom', 'dom.iterable'], types: [] },
      // TypeScript's own library is its makers' to check.
      ...{ strict: true, skipLibCheck: false, skipDefaultLibCheck: true, noEmit: true },
    },
    include: ['src/program.ts'],
  });
