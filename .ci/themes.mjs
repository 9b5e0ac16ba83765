// The themes of the design tokens, and their measures, for the scripts here.
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const folder = fileURLToPath(new URL('../stories/theme', import.meta.url));

/** Everything that stories/theme exports. */
export async function importThemes() {
  const contents = ['themes', 'pairs', 'vision'].map((name) => `export * from './${name}.js';`).join('\n');
  const file = join(tmpdir(), `zj-themes-${process.pid}.mjs`);
  await build({
    stdin: { contents, resolveDir: folder, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile: file,
    logLevel: 'error',
  });
  try {
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(file);
  }
}
