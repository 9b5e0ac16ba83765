import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Who may import whom: the folder a file stands in, and the folders and packages it may reach. */
const rules: readonly { readonly from: string; readonly may: readonly string[] }[] = [
  { from: 'metrics/src/plan', may: ['plan'] },
  {
    from: 'metrics/src/dataset/read',
    may: ['plan', 'dataset', '@e965/xlsx', 'apache-arrow', 'hyparquet', 'hyparquet-compressors/', 'fzstd'],
  },
  { from: 'metrics/src/dataset', may: ['plan', 'dataset'] },
  { from: 'metrics/src/metric', may: ['plan', 'dataset', 'metric'] },
  { from: 'metrics/src/goal', may: ['plan', 'goal'] },
  {
    from: 'metrics/src/engine/wasm',
    may: ['plan', 'dataset', 'metric', 'engine', '@duckdb/duckdb-wasm', 'apache-arrow'],
  },
  {
    from: 'metrics/src/engine/node',
    may: ['plan', 'dataset', 'metric', 'engine', '@duckdb/node-api', 'node:'],
  },
  { from: 'metrics/src/engine', may: ['plan', 'dataset', 'metric', 'engine', 'apache-arrow'] },
  { from: 'metrics/src/query', may: ['plan', 'dataset', 'metric', 'engine', 'query', 'apache-arrow'] },
  { from: 'metrics/src/release', may: ['plan', 'dataset', 'metric', 'engine', 'goal', 'release'] },
  { from: 'metrics/src', may: ['plan', 'dataset', 'metric', 'engine', 'query', 'goal', 'release'] },
  { from: 'widgets/src', may: ['@zj/metrics', 'lit', 'widgets/src'] },
  {
    from: 'cli/src',
    may: ['@zj/metrics', '@zj/metrics/dataset', '@zj/metrics/node', '@zj/widgets', 'node:', 'cli/src'],
  },
];
/** Only these may name an engine, whatever folder a rule speaks of. */
const engines: readonly string[] = ['engine/wasm', 'engine/node'];

interface Import {
  readonly file: string;
  readonly target: string;
}

function readImports(): readonly Import[] {
  const packages = join(root, 'packages');
  const files = readdirSync(packages, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /^[a-z]+\/src\/.*\.ts$/.test(file));
  return files.flatMap((file) => {
    const text = readFileSync(join(packages, file), 'utf8');
    const targets = [
      ...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*'([^']+)'|\bimport\(?\s*'([^']+)'/g),
    ];
    return targets.map(([, named, bare]) => ({ file, target: (named ?? bare)! }));
  });
}

/** What an import reaches, in the words of the rules: a folder of metrics, a package, or the package's own source. */
function reached({ file, target }: Import): string {
  if (!target.startsWith('.')) return target;
  const path = posix.join(dirname(file), target);
  const inMetrics = /^metrics\/src\/(?:([a-z]+)\/)?/.exec(path);
  if (!inMetrics) return path.split('/').slice(0, 2).join('/');
  if (
    engines.some((engine) => path.startsWith(`metrics/src/${engine}`)) &&
    !engines.some((engine) => file.includes(engine))
  ) {
    return /metrics\/src\/(.*)\/[^/]*$/.exec(path)![1]!;
  }
  return inMetrics[1] ?? 'root';
}

function allowed(step: Import): boolean {
  const rule = rules.find(({ from }) => step.file.startsWith(`${from}/`));
  const target = reached(step);
  if (target === 'root') {
    // Problems, errors and their shaping are everyone's; the public API and the facade are above all folders.
    return !/\/(index|metrics|browser)\.js$/.test(step.target) || /^metrics\/src\/[^/]+$/.test(step.file);
  }
  if (target === 'valibot') return step.file.startsWith('metrics/');
  return (
    rule?.may.some(
      (name) =>
        target === name ||
        (/[:/]$/.test(name) && target.startsWith(name)) ||
        (name === 'lit' && target.startsWith('lit/')),
    ) ?? false
  );
}

test('packages and folders import only in the allowed directions', () => {
  const imports = readImports();
  expect(imports.length).toBeGreaterThan(50);
  const refused = imports
    .filter((step) => !allowed(step))
    .map(({ file, target }) => `${file} imports ${target}`);
  // The browser's one file is where the SDK and its engine meet.
  expect(refused.filter((line) => !line.startsWith('metrics/src/browser.ts imports ./engine/wasm/'))).toEqual(
    [],
  );
});

test('a widget that named an engine would be refused', () => {
  expect(allowed({ file: 'widgets/src/goal-gauge/source.ts', target: '@zj/metrics/wasm' })).toBe(false);
  expect(allowed({ file: 'metrics/src/goal/judge.ts', target: '../metric/compile.js' })).toBe(false);
  expect(allowed({ file: 'metrics/src/release/recompute.ts', target: '../engine/wasm/index.js' })).toBe(
    false,
  );
  expect(allowed({ file: 'metrics/src/dataset/csv.ts', target: '@duckdb/node-api' })).toBe(false);
});

/** The modules that the files of a folder name, relative ones by their path in the repository. */
function readTargets(folder: string): readonly string[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(ts|mdx|js|mjs|html)$/.test(file));
  return files.flatMap((file) => {
    const text = readFileSync(join(root, folder, file), 'utf8');
    const targets = text.matchAll(/\b(?:from|import\(?|src=|href=)\s*['"]([^'"]+)['"]/g);
    return [...targets].map(([, target]) =>
      target!.startsWith('.') ? posix.join(folder, dirname(file), target!) : target!,
    );
  });
}

/** Whether a module is a file of a package or of the tests, or of anything else that no one publishes. */
function isOwn(target: string): boolean {
  return /^(packages|test)\//.test(target) || /^@zj\/\w+\/(src|dist|internal)\b/.test(target);
}

test.each(['stories', 'examples'])('%s take the packages by what they publish', (folder) => {
  const targets = readTargets(folder);
  expect(targets.length).toBeGreaterThan(15);
  expect(targets.filter(isOwn)).toEqual([]);
});

test('an example that took a file of a package would be refused', () => {
  for (const target of ['packages/cli/src/terminal.js', 'test/chromium.mjs', '@zj/metrics/internal']) {
    expect(isOwn(target)).toBe(true);
  }
  for (const target of ['@zj/metrics', '@zj/widgets/define', 'examples/park/generate/write.mjs', 'node:fs']) {
    expect(isOwn(target)).toBe(false);
  }
});
