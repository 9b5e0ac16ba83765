import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

export const root = join(import.meta.dirname, '../..');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** A package as `npm pack` wrote it. */
export interface Pack {
  readonly name: string;
  /** The path of the tarball. */
  readonly file: string;
  readonly bytes: number;
  /** Paths in the package. */
  readonly files: readonly string[];
}

/** The part of a package.json that is read here. */
export interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly engines?: { readonly node?: string };
  readonly exports?: Readonly<Record<string, string | { readonly default: string; readonly types?: string }>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

export const readPackage = (folder: string): PackageJson =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson;

/** Writes a tarball of each folder. */
async function packAll(folders: readonly string[], to: string): Promise<readonly Pack[]> {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', to, ...folders];
  const shell = process.platform === 'win32';
  const { stdout } = await promisify(execFile)(npm, args, { cwd: root, maxBuffer: 1 << 28, shell });
  const told = JSON.parse(stdout) as readonly {
    readonly name: string;
    readonly filename: string;
    readonly size: number;
    readonly files: readonly { readonly path: string }[];
  }[];
  return told.map(({ name, filename, size, files }) => ({
    ...{ name, file: join(to, filename), bytes: size },
    files: files.map(({ path }) => path.replaceAll('\\', '/')),
  }));
}

/** The packages of this repository and, by name, those of others that they need, all packed into `build/packs`. */
export interface Packs {
  readonly own: ReadonlyMap<string, Pack>;
  readonly others: ReadonlyMap<string, Pack>;
}

/** Packs everything once. */
export async function pack(): Promise<Packs> {
  const to = join(root, 'build/packs');
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true });
  const names = ['metrics', 'widgets', 'cli'].map((name) => `./packages/${name}`);
  const others = namesNeeded(names.map((folder) => join(root, folder)));
  const [own, needed] = await Promise.all([
    packAll(names, to),
    packAll(
      others.map((folder) => `./${folder}`),
      to,
    ),
  ]);
  const byName = (packs: readonly Pack[]) => new Map(packs.map((one) => [one.name, one]));
  return { own: byName(own), others: byName(needed) };
}

/** Engines are not packed, which would take long: projects that need one get a link to it. */
export const isEngine = (name: string): boolean => name.startsWith('@duckdb/') || name === 'apache-arrow';

/** The folders of all packages that these depend on, and so on, but for engines. */
function namesNeeded(folders: readonly string[]): readonly string[] {
  const found = new Map<string, string>();
  const follow = (from: string): void => {
    for (const name of Object.keys(readPackage(from).dependencies ?? {})) {
      if (name.startsWith('@zj/') || isEngine(name)) continue;
      const folder = find(name, from);
      if (found.get(name) === folder) continue;
      if (found.has(name)) throw new Error(`Two versions of ${name} are needed: pack both.`);
      found.set(name, folder);
      follow(join(root, folder));
    }
  };
  folders.forEach(follow);
  return [...found.values()];
}

/** Where Node finds a package from a folder, below this repository. */
function find(name: string, from: string): string {
  for (let folder = from; folder.startsWith(root); folder = dirname(folder)) {
    const at = join(folder, 'node_modules', name);
    if (existsSync(at)) return at.slice(root.length + 1).replaceAll('\\', '/');
  }
  throw new Error(`${name} is not installed: run npm ci.`);
}
