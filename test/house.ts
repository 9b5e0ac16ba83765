// Who may import whom: house.unit.ts holds the sources and packages/metrics/GUIDE.md §8 against it.

/** The floors of @zj/metrics, from the lowest: each with those below it that it may name. */
export const metricsFloors: Readonly<Record<string, readonly string[]>> = {
  base: [],
  plan: ['base'],
  dataset: ['base', 'plan'],
  metric: ['base', 'plan', 'dataset'],
  query: ['base', 'plan', 'dataset', 'metric'],
  engine: ['base', 'plan', 'dataset'],
  goal: ['base', 'plan'],
  release: ['base', 'plan', 'dataset', 'metric', 'query', 'engine', 'goal'],
  session: ['base', 'plan', 'dataset', 'metric', 'query', 'engine', 'goal', 'release'],
  translation: ['base'],
};

/** The engines: only entries and an engine's own modules name them. */
export const engines: readonly string[] = ['engine/wasm', 'engine/node'];

/** Other people's packages by the folder of @zj/metrics that may name them. A name that ends in `/` or `:` stands for all that begin so. */
export const metricsPackages: Readonly<Record<string, readonly string[]>> = {
  '': ['valibot'],
  base: ['@noble/hashes/'],
  'dataset/read': ['@e965/xlsx', 'hyparquet', 'hyparquet-compressors/', 'fzstd'],
  'engine/wasm': ['@duckdb/duckdb-wasm', 'apache-arrow'],
  'engine/node': ['@duckdb/node-api', 'node:'],
  'engine/arrow': ['apache-arrow'],
  session: ['apache-arrow'],
};

/** The floors of @zj/widgets. */
export const widgetsFloors: Readonly<Record<string, readonly string[]>> = {
  theme: [],
  locale: [],
  drawing: ['theme'],
  // The menu of an element is loaded when a reader opens it.
  element: ['drawing', 'locale', 'theme', 'menu'],
  menu: ['drawing', 'locale', 'theme', 'element', 'chart'],
  'goal-gauge': ['drawing', 'locale', 'theme', 'element', 'menu', 'define'],
  source: ['drawing', 'locale', 'theme', 'element'],
  // The table that opens below a chart, and the element that verifies, are loaded as a page loads them.
  chart: ['drawing', 'locale', 'theme', 'element', 'source', 'define'],
  'trend-chart': ['drawing', 'locale', 'theme', 'element', 'source', 'chart'],
  'breakdown-chart': ['drawing', 'locale', 'theme', 'element', 'source', 'chart'],
  'data-table': ['drawing', 'locale', 'theme', 'element', 'source', 'chart', 'define'],
  filter: ['drawing', 'locale', 'theme', 'element', 'source', 'chart'],
  'goal-board': ['drawing', 'locale', 'theme', 'element', 'chart', 'goal-gauge'],
  'tier-ladder': ['drawing', 'locale', 'theme', 'element', 'chart'],
  'task-board': ['drawing', 'locale', 'theme', 'element', 'chart'],
  verify: ['drawing', 'locale', 'theme', 'element', 'source', 'chart'],
  // The types of all words, for the file of a further language.
  language: [
    'locale',
    'goal-gauge',
    'source',
    'chart',
    'trend-chart',
    'breakdown-chart',
    'data-table',
    'filter',
    'tier-ladder',
    'task-board',
    'goal-board',
    'verify',
    'menu',
  ],
  define: [
    'element',
    'goal-gauge',
    'source',
    'trend-chart',
    'breakdown-chart',
    'data-table',
    'filter',
    'tier-ladder',
    'task-board',
    'goal-board',
    'verify',
  ],
};

/** The packages that widgets may name: never an engine. */
export const widgetsPackages: readonly string[] = [
  '@zj/metrics',
  '@zj/metrics/internal',
  'd3-array',
  'd3-shape',
  'lit',
  'lit/',
];

/** The packages that the command line may name. */
export const cliMay: readonly string[] = ['@zj/metrics', '@zj/metrics/', '@zj/widgets', 'node:'];
