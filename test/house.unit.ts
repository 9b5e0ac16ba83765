import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { cliMay, engines, metricsFloors, metricsPackages, widgetsFloors, widgetsPackages } from './house.js';

const root = join(import.meta.dirname, '..');
const packages = join(root, 'packages');

/** One module that names another: a file below `packages/`, and the file or package that it reaches. */
interface Step {
  readonly file: string;
  readonly target: string;
}

/** The imports of every module: types and values, static and dynamic. */
const steps: readonly Step[] = readdirSync(packages, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /^[a-z]+\/src\/.*\.ts$/.test(file))
  .flatMap((file) => {
    const { importedFiles } = ts.preProcessFile(readFileSync(join(packages, file), 'utf8'), true, true);
    return importedFiles.map(({ fileName }) => ({ file, target: resolve(file, fileName) }));
  });

function resolve(file: string, target: string): string {
  return target.startsWith('.') ? posix.join(dirname(file), target).replace(/\.js$/, '.ts') : target;
}

/** The package a file belongs to, and its floor there: the folder below `src`; none for an entry. */
function placeOf(file: string): { readonly owner: string; readonly floor: string | undefined } {
  const [, owner, floor] = /^([a-z]+)\/src\/(?:([a-z-]+)\/)?/.exec(file)!;
  return { owner: owner!, floor };
}

/** Whether a module may have this import. */
function isAllowed({ file, target }: Step): boolean {
  const { owner, floor } = placeOf(file);
  if (!/^[a-z]+\/src\//.test(target)) return allowsPackage(file, target);
  const to = placeOf(target);
  if (to.owner !== owner) return false;
  const engine = engines.find((folder) => target.startsWith(`metrics/src/${folder}/`));
  if (engine && floor && !file.startsWith(`metrics/src/${engine}/`)) return false;
  if (owner === 'cli') return true;
  // Entries stand above all floors: they name floors, and no floor names an entry.
  if (!floor) return to.floor !== undefined || file.endsWith('/browser.ts');
  const floors = owner === 'metrics' ? metricsFloors : widgetsFloors;
  return to.floor === floor || (floors[floor]?.includes(to.floor!) ?? false);
}

function allowsPackage(file: string, target: string): boolean {
  const { owner } = placeOf(file);
  const named = (list: readonly string[]): boolean =>
    list.some((name) => target === name || (/[:/]$/.test(name) && target.startsWith(name)));
  if (owner === 'cli') return named(cliMay);
  if (owner === 'widgets') return named(widgetsPackages);
  return Object.entries(metricsPackages).some(
    ([folder, list]) => file.startsWith(`metrics/src/${folder}`) && named(list),
  );
}

const tell = ({ file, target }: Step): string => `${file} imports ${target}`;

test('packages and floors import only what stands below them', () => {
  expect(steps.length).toBeGreaterThan(500);
  expect(steps.filter((step) => !isAllowed(step)).map(tell)).toEqual([]);
});

test('every folder is a floor', () => {
  const found = (owner: string): readonly string[] =>
    readdirSync(join(packages, owner, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
  expect(found('metrics').filter((name) => !(name in metricsFloors))).toEqual([]);
  expect(found('widgets').filter((name) => !(name in widgetsFloors))).toEqual([]);
});

test('the guide says who may import whom as it is', () => {
  const guide = readFileSync(join(packages, 'metrics/GUIDE.md'), 'utf8');
  const rows = [...guide.matchAll(/^\| `([a-z]+)` +\|.*?\| *([a-z, ]*?) *\|$/gm)];
  const told = Object.fromEntries(
    rows.map(([, floor, below]) => [floor!, below === '' ? [] : below!.split(', ')]),
  );
  expect(told).toEqual(metricsFloors);
});

/** One refused case of each kind: without it the rule itself could be empty. */
test.each([
  ['widgets/src/goal-gauge/source.ts', '@zj/metrics/wasm'],
  ['widgets/src/element/release.ts', '@duckdb/duckdb-wasm'],
  ['widgets/src/element/release.ts', 'widgets/src/goal-gauge/find.ts'],
  ['widgets/src/drawing/arc.ts', 'widgets/src/element/size.ts'],
  ['widgets/src/goal-gauge/find.ts', 'metrics/src/goal/judge.ts'],
  ['cli/src/publish.ts', 'metrics/src/goal/judge.ts'],
  ['cli/src/publish.ts', '@duckdb/duckdb-wasm'],
  ['metrics/src/base/text.ts', 'metrics/src/plan/plan.ts'],
  ['metrics/src/goal/judge.ts', 'metrics/src/query/compile.ts'],
  ['metrics/src/goal/judge.ts', 'metrics/src/dataset/contract.ts'],
  ['metrics/src/goal/judge.ts', 'apache-arrow'],
  ['metrics/src/query/compile.ts', 'metrics/src/engine/engine.ts'],
  ['metrics/src/engine/engine.ts', 'metrics/src/metric/metric.ts'],
  ['metrics/src/release/verify.ts', 'metrics/src/session/metrics.ts'],
  ['metrics/src/release/recompute.ts', 'metrics/src/engine/wasm/host.ts'],
  ['metrics/src/engine/duckdb.ts', 'metrics/src/engine/node/host.ts'],
  ['metrics/src/engine/wasm/host.ts', 'metrics/src/engine/node/host.ts'],
  ['metrics/src/engine/duckdb.ts', '@duckdb/duckdb-wasm'],
  ['metrics/src/engine/node/host.ts', '@duckdb/duckdb-wasm'],
  ['metrics/src/engine/wasm/host.ts', '@duckdb/node-api'],
  ['metrics/src/dataset/csv.ts', 'node:fs'],
  ['metrics/src/session/metrics.ts', 'metrics/src/index.ts'],
  ['metrics/src/internal.ts', 'metrics/src/index.ts'],
])('%s must not import %s', (file, target) => {
  expect(isAllowed({ file, target })).toBe(false);
});

test('no module imports itself by way of others, not of types either', () => {
  expect(findCircles(steps)).toEqual([]);
  const circle = ['a', 'b', 'c'].map((file, i, all) => ({ file, target: all[(i + 1) % 3]! }));
  expect(findCircles([...circle, { file: 'd', target: 'a' }])).toEqual(['a b c']);
});

/** Groups of modules each of which reaches all others of its group. */
function findCircles(all: readonly Step[]): readonly string[] {
  const next = new Map<string, string[]>();
  for (const { file, target } of all) next.set(file, [...(next.get(file) ?? []), target]);
  const reach = new Map([...next.keys()].map((file) => [file, reachable(file)]));
  const circles = new Set<string>();
  for (const [file, targets] of reach) {
    if (!targets.has(file)) continue;
    const group = [...targets].filter((target) => reach.get(target)?.has(file));
    circles.add(group.sort().join(' '));
  }
  return [...circles];

  function reachable(file: string): ReadonlySet<string> {
    const seen = new Set<string>();
    const waiting = [...(next.get(file) ?? [])];
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      if (seen.has(one)) continue;
      seen.add(one);
      waiting.push(...(next.get(one) ?? []));
    }
    return seen;
  }
}

/** The modules that the files of a folder name, relative ones by their path in the repository. */
function readTargets(folder: string): readonly string[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(tsx?|vue|mdx|js|mjs|html)$/.test(file));
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

test('tests of metrics stand in the folders of its sources', () => {
  const files = readdirSync(join(root, 'test/metrics'), { recursive: true, encoding: 'utf8' });
  const folders = files.filter((file) => /[\\/].*\.ts$/.test(file)).map((file) => file.split(/[\\/]/)[0]!);
  expect([...new Set(folders)].sort()).toEqual(Object.keys(metricsFloors).sort());
});
