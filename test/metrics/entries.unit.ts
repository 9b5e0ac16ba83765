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

test('the main entry reaches no engine, and Arrow only when a result is asked for it', async () => {
  expect(await reach('index.ts')).toEqual(['valibot']);
});

test('each engine reaches its own, and no other', async () => {
  expect(await reach('engine/wasm/index.ts')).toEqual(['@duckdb/duckdb-wasm', 'apache-arrow']);
  expect((await reach('engine/node/index.ts')).filter((name) => !name.startsWith('node:'))).toEqual([
    '@duckdb/node-api',
  ]);
});
