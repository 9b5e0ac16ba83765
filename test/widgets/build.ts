import { join } from 'node:path';
import { rollup, type OutputAsset, type OutputChunk, type OutputOptions, type RollupOptions } from 'rollup';

/** What `npm run build` writes of the gauge for pages without a build step, made here from the source as it is. */
export async function buildGauge(): Promise<{ readonly script: string; readonly style: string }> {
  const config = join(import.meta.dirname, '../../rollup.config.mjs');
  const { default: builds } = (await import(config)) as { default: RollupOptions[] };
  const gauge = builds.find(({ output }) => (output as OutputOptions).file?.endsWith('/zj-goal-gauge.js'))!;
  const bundle = await rollup({ ...gauge, logLevel: 'silent' });
  const { output } = await bundle.generate(gauge.output as OutputOptions);
  const chunk = output.find((file): file is OutputChunk => file.type === 'chunk')!;
  const asset = output.find((file): file is OutputAsset => file.fileName === 'zj.css')!;
  return { script: chunk.code, style: asset.source.toString() };
}
