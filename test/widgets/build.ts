import { join } from 'node:path';
import { rollup, type OutputAsset, type OutputChunk, type OutputOptions, type RollupOptions } from 'rollup';

/** The files of the gauge for pages without a build step. */
export interface Built {
  readonly script: string;
  /** What stands behind a figure, which the script asks for when a reader does. */
  readonly detail: string;
  readonly style: string;
}

/** What `npm run build` writes of the gauge, made here from the source as it is. */
export async function buildGauge(): Promise<Built> {
  const config = join(import.meta.dirname, '../../rollup.config.mjs');
  const { default: builds } = (await import(config)) as { default: RollupOptions[] };
  const build = async (name: string): Promise<readonly (OutputChunk | OutputAsset)[]> => {
    const options = builds.find(({ output }) => (output as OutputOptions).file?.endsWith(`/${name}`))!;
    const bundle = await rollup({ ...options, logLevel: 'silent' });
    return (await bundle.generate(options.output as OutputOptions)).output;
  };
  const codeOf = (files: readonly (OutputChunk | OutputAsset)[]): string =>
    files.find((file): file is OutputChunk => file.type === 'chunk')!.code;
  const gauge = await build('zj-goal-gauge.js');
  const asset = gauge.find((file): file is OutputAsset => file.fileName === 'zj.css')!;
  return {
    script: codeOf(gauge),
    detail: codeOf(await build('zj-goal-gauge-detail.js')),
    style: asset.source.toString(),
  };
}
