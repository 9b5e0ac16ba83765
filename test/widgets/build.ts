import { join } from 'node:path';
import { rollup, type OutputOptions, type RollupOptions } from 'rollup';

/** The files of the gauge for pages without a build step. */
export interface Built {
  readonly script: string;
  /** The detail of a figure, loaded by the script on demand. */
  readonly detail: string;
  readonly style: string;
}

/** The configurations of `npm run build`. */
async function readBuilds(): Promise<readonly RollupOptions[]> {
  const config = join(import.meta.dirname, '../../rollup.config.mjs');
  return ((await import(config)) as { default: RollupOptions[] }).default;
}

/** The output of one configuration, by file name. */
async function write(options: RollupOptions): Promise<ReadonlyMap<string, string>> {
  const bundle = await rollup({ ...options, logLevel: 'silent' });
  const { output } = await bundle.generate(options.output as OutputOptions);
  return new Map(
    output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source.toString()]),
  );
}

/** The files of `npm run build` for pages with any elements: zj.js and the files beside it. */
export async function buildModule(): Promise<ReadonlyMap<string, string>> {
  const builds = (await readBuilds()).filter(({ input }) =>
    typeof input === 'string'
      ? input.endsWith('widgets/src/zj.ts')
      : Object.keys(input ?? {}).some((name) => name.startsWith('zj-element-')),
  );
  return new Map((await Promise.all(builds.map(write))).flatMap((files) => [...files]));
}

/** The gauge's files as `npm run build` writes them, built here from the present source. */
export async function buildGauge(): Promise<Built> {
  const builds = await readBuilds();
  const build = (name: string): Promise<ReadonlyMap<string, string>> =>
    write(builds.find(({ output }) => (output as OutputOptions).file?.endsWith(`/${name}`))!);
  const gauge = await build('zj-goal-gauge.js');
  return {
    script: gauge.get('zj-goal-gauge.js')!,
    detail: (await build('zj-goal-gauge-detail.js')).get('zj-goal-gauge-detail.js')!,
    style: gauge.get('zj.css')!,
  };
}
