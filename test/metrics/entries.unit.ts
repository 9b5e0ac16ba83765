import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const source = join(import.meta.dirname, '../../packages/metrics/src');

/** The packages that an entry of the SDK needs at once, and not only when it is asked for something. */
async function reach(entry: string): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: [join(source, entry)],
    ...{ bundle: true, splitting: true, outdir: '.', write: false, metafile: true },
    ...{ format: 'esm', platform: 'neutral', packages: 'external' },
  });
  const packages = new Set<string>();
  const seen = new Set<string>();
  const follow = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { path, kind, external } of metafile.outputs[file]!.imports) {
      if (kind === 'dynamic-import') continue;
      if (external) packages.add(path);
      else follow(path);
    }
  };
  const [file] = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint?.endsWith(entry))!;
  follow(file);
  return [...packages].sort();
}

test.each(['index.ts', 'dataset.ts', 'methods.ts', 'forecast.ts', 'sql.ts', 'internal.ts'])(
  '%s reaches no engine, and a library only when a file or a result asks for it',
  async (entry) => {
    expect((await reach(entry)).filter((name) => name !== 'valibot')).toEqual([]);
  },
);

test('methods and forecasts need nothing', async () => {
  expect(await reach('methods.ts')).toEqual([]);
  expect(await reach('forecast.ts')).toEqual([]);
});

test('the engine for pages reaches its own package, the native one loads its own when it opens', async () => {
  expect(await reach('wasm.ts')).toEqual(['@duckdb/duckdb-wasm', 'apache-arrow']);
  expect((await reach('node.ts')).filter((name) => !name.startsWith('node:'))).toEqual([]);
});

test('the root says about 45 names beside types, so that one can read them all', async () => {
  const values = Object.keys(await import('@zj/metrics'));
  expect(values.length).toBeLessThanOrEqual(48);
});

/** Other packages and people import by the published entries. */
test('package.json publishes each entry, and what is bundled is what is published', () => {
  const { exports } = JSON.parse(readFileSync(join(source, '../package.json'), 'utf8')) as {
    exports: Record<string, string | { source: string }>;
  };
  const published = Object.values(exports).flatMap((entry) =>
    typeof entry === 'string' ? [] : [entry.source],
  );
  const entries = readdirSync(source).filter((file) => file.endsWith('.ts') && file !== 'browser.ts');
  expect(published.map((file) => file.replace('./src/', '')).sort()).toEqual(entries.sort());
});

test('no name stands for two things, whichever entry it is taken from', async () => {
  const entries = await Promise.all([
    import('@zj/metrics'),
    import('@zj/metrics/dataset'),
    import('@zj/metrics/methods'),
    import('@zj/metrics/forecast'),
    import('@zj/metrics/sql'),
    import('@zj/metrics/internal'),
  ]);
  const seen = new Map<string, unknown>();
  for (const [name, value] of entries.flatMap((entry) => Object.entries(entry))) {
    expect(seen.get(name) ?? value, name).toBe(value);
    seen.set(name, value);
  }
  expect(seen.size).toBeGreaterThan(100);
});
