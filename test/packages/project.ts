import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { root, type Packs } from './pack.js';

/** How a command ended, and all it printed. */
export interface Outcome {
  readonly code: number | null;
  readonly printed: string;
}

/** A project of somebody else, in a temporary folder outside of this repository. */
export interface Project {
  readonly folder: string;
  write(files: Readonly<Record<string, string>>): Promise<void>;
  /** Runs a command there. Tools that are no part of the packages, such as bundlers, are found in this repository. */
  run(command: string, ...args: readonly string[]): Promise<Outcome>;
  /** Links a package of this repository as if it were installed. */
  link(...names: readonly string[]): Promise<void>;
  remove(): Promise<void>;
}

/** What was run, and what it printed, for people. */
export const transcript = join(root, 'build/packages.txt');

/** An empty project with tarballs installed in it. */
export async function openProject(name: string, packs: Packs, own: readonly string[]): Promise<Project> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), `zj-${name}-`)));
  const tarballs = own.map((one) => packs.own.get(one)!);
  appendFileSync(transcript, `\n# ${name}: a new folder\n`);
  const project: Project = {
    folder,
    async write(files) {
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), text);
      }
    },
    run: (command, ...args) => run(folder, command, args),
    async link(...names) {
      for (const one of names) {
        const at = join(folder, 'node_modules', one);
        await mkdir(dirname(at), { recursive: true });
        await symlink(join(root, 'node_modules', one), at, 'junction');
      }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
  await project.write({ 'package.json': manifest(name, packs) });
  const files = tarballs.map(({ file }) => file);
  const { code, printed } = await project.run(
    'npm',
    'install',
    '--offline',
    '--no-audit',
    '--no-fund',
    ...files,
  );
  if (code !== 0) throw new Error(`npm install failed:\n${printed}`);
  return project;
}

/**
 * An empty package.json but for `overrides`: what the tarballs depend on comes packed from this repository, so that npm installs
 * it as ever, with its own resolution of versions, on a machine without a network. Native DuckDB is 60 MB to pack: it is linked.
 */
function manifest(name: string, { others }: Packs): string {
  const overrides = {
    ...Object.fromEntries([...others].map(([one, { file }]) => [one, `file:${file}`])),
    '@duckdb/node-api': `file:${join(root, 'node_modules/@duckdb/node-api')}`,
  };
  return JSON.stringify({ name, private: true, type: 'module', overrides }, null, 2);
}

function run(folder: string, command: string, args: readonly string[]): Promise<Outcome> {
  const bins = [join(folder, 'node_modules/.bin'), join(root, 'node_modules/.bin')];
  const path = [...bins, process.env.PATH].join(delimiter);
  // What this process was started with is none of theirs.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([key]) => !/^(npm_|VITEST|NODE_ENV|TEST$)/.test(key)),
  );
  const shell = process.platform === 'win32';
  const child = spawn(command, [...args], { cwd: folder, env: { ...env, PATH: path }, shell });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      const words = [command, ...args].map((word) => (/\s/.test(word) ? JSON.stringify(word) : word));
      const told = `$ ${words.join(' ')}\n${printed}${code === 0 ? '' : `(ended with ${code})\n`}`;
      appendFileSync(transcript, told.replaceAll(root, '<repository>').replaceAll(folder, '.'));
      resolve({ code, printed });
    });
  });
}
