import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rollup, type OutputOptions, type RollupOptions } from 'rollup';

/** The files of the gauge for pages without a build step. */
export interface Built {
  readonly script: string;
  /** The detail of a figure, loaded by the script on demand. */
  readonly detail: string;
  readonly menu: string;
  readonly style: string;
}

const root = join(import.meta.dirname, '../..');
/** All that a built file follows from. */
const sources = ['packages/widgets/src', 'packages/metrics/src'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name)),
);
const settings = ['rollup.config.mjs', 'package-lock.json', 'packages/widgets/package.json'];

/** The configurations of `npm run build`. */
async function readBuilds(): Promise<readonly RollupOptions[]> {
  const config = join(root, 'rollup.config.mjs');
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

/** The files built from the same sources before, by another test file; else built now. */
async function once<T>(name: string, build: () => Promise<T>): Promise<T> {
  const hash = createHash('sha256');
  for (const file of [...sources.sort(), ...settings.map((file) => join(root, file))])
    hash.update(`${file}\0`).update(readFileSync(file));
  const folder = join(root, 'build/tests');
  const kept = join(folder, `${name}-${hash.digest('hex').slice(0, 16)}.json`);
  try {
    return JSON.parse(readFileSync(kept, 'utf8')) as T;
  } catch {
    const built = await build();
    mkdirSync(folder, { recursive: true });
    // Under its name only when it is whole: two files may build at once.
    writeFileSync(`${kept}.${process.pid}`, JSON.stringify(built));
    renameSync(`${kept}.${process.pid}`, kept);
    return built;
  }
}

/** The files of `npm run build` for pages with any elements: zj.js and the files beside it. */
export async function buildModule(): Promise<ReadonlyMap<string, string>> {
  return new Map(await once('module', bundleModule));
}

async function bundleModule(): Promise<readonly (readonly [string, string])[]> {
  const builds = (await readBuilds()).filter(({ input }) =>
    typeof input === 'string'
      ? input.endsWith('widgets/src/zj.ts')
      : Object.keys(input ?? {}).some((name) => name.startsWith('zj-element-')),
  );
  return (await Promise.all(builds.map(write))).flatMap((files) => [...files]);
}

/** The gauge's files as `npm run build` writes them, built here from the present source. */
export function buildGauge(): Promise<Built> {
  return once('gauge', bundleGauge);
}

async function bundleGauge(): Promise<Built> {
  const builds = await readBuilds();
  const build = (name: string): Promise<ReadonlyMap<string, string>> =>
    write(builds.find(({ output }) => (output as OutputOptions).file?.endsWith(`/${name}`))!);
  const gauge = await build('zj-goal-gauge.js');
  return {
    script: gauge.get('zj-goal-gauge.js')!,
    detail: (await build('zj-goal-gauge-detail.js')).get('zj-goal-gauge-detail.js')!,
    menu: (await build('zj-goal-gauge-menu.js')).get('zj-goal-gauge-menu.js')!,
    style: gauge.get('zj.css')!,
  };
}
