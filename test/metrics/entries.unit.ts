import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const source = join(import.meta.dirname, '../../packages/metrics/src');

/** The packages that an entry of the SDK reaches. */
async function reach(entry: string): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: [join(source, entry)],
    ...{
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      platform: 'neutral',
      packages: 'external',
    },
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports.map(({ path }) => path));
  return [...new Set(imports)].sort();
}

test('the main entry reaches no engine', async () => {
  expect(await reach('index.ts')).toEqual(['valibot']);
});

test('each engine reaches its own, and no other', async () => {
  expect(await reach('engine/wasm/index.ts')).toEqual(['@duckdb/duckdb-wasm', 'apache-arrow']);
  expect((await reach('engine/node/index.ts')).filter((name) => !name.startsWith('node:'))).toEqual([
    '@duckdb/node-api',
  ]);
});
