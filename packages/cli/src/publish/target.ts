import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Problem } from '@zj/metrics';
import { makeFolders } from '../folder.js';
import { undoLater } from './scratch.js';

/** The folder that a release goes to, and the one beside it for the rows that were rejected. */
export interface Target {
  readonly release: string;
  readonly rejects: string;
}

/** Where `zj publish --out folder` writes. */
export function targetOf(folder: string): Target {
  const release = existsSync(folder) ? realpathSync(folder) : resolve(folder);
  return { release, rejects: `${release}-rejects` };
}

/** Whether a release may take these places: nothing but the files of an earlier release is ever replaced. */
export function checkTarget({ release, rejects }: Target): readonly Problem[] {
  const earlier = earlierFiles(join(release, 'manifest.json'));
  return [
    ...checkFolder(release, (name) => earlier.includes(name)),
    ...checkFolder(rejects, (name) => name.endsWith('.csv') && isRejectsFile(join(rejects, name))),
  ];
}

function checkFolder(folder: string, isOurs: (name: string) => boolean): readonly Problem[] {
  if (!existsSync(folder)) return [];
  const where = folder;
  if (!statSync(folder).isDirectory()) {
    return [
      {
        code: 'target',
        where,
        message: 'This is a file, not a folder.',
        remedy: 'Name another folder with --out.',
      },
    ];
  }
  const strangers = readdirSync(folder).filter((name) => !isFile(join(folder, name)) || !isOurs(name));
  if (strangers.length === 0) return [];
  const some = `${strangers.slice(0, 3).join(', ')}${strangers.length > 3 ? ', …' : ''}`;
  const message = `This folder holds something else than an earlier release (${some}), and is left alone.`;
  return [{ code: 'target', where, message, remedy: 'Name another folder with --out, or empty this one.' }];
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

/** The files of the release that a manifest describes. Any version of ours: an old release may be replaced by a new one. */
function earlierFiles(path: string): readonly string[] {
  if (!isFile(path)) return [];
  try {
    const json = JSON.parse(readFileSync(path, 'utf8')) as {
      version?: unknown;
      plan?: unknown;
      files?: Readonly<Record<string, { readonly path?: unknown }>>;
    };
    const ours = typeof json.version === 'number' && typeof json.plan === 'object' && json.files?.database;
    if (!ours) return [];
    return ['manifest.json', ...Object.values(json.files!).map((file) => String(file.path))];
  } catch {
    return [];
  }
}

/** The first line of a file of rejected rows. */
export const rejectsHeader = 'line,column,field,value,reason';

function isRejectsFile(path: string): boolean {
  return readFileSync(path, 'utf8').startsWith(`${rejectsHeader}\n`);
}

/** A place beside the target where a release takes shape, to be put in the target's place as a whole or not at all. */
export interface Draft {
  readonly release: string;
  readonly rejects: string;
  /** Puts the release in its place; the rejects too, where there are any. */
  commit(): void;
  /** Leaves nothing behind. */
  discard(): void;
}

/** Begins a release. Throws the system's error where the place cannot be written to. */
export function openDraft(target: Target): Draft {
  const parent = dirname(target.release);
  const made = makeFolders(parent);
  let folder: string | undefined;
  const clear = undoLater(() => {
    if (folder) rmSync(folder, { recursive: true, force: true });
    if (made) removeEmpty(parent, made);
  });
  try {
    folder = mkdtempSync(join(parent, `.${basename(target.release)}-`));
    const [release, rejects, earlier] = ['release', 'rejects', 'earlier'].map((name) =>
      join(folder!, name),
    ) as [string, string, string];
    mkdirSync(release);
    mkdirSync(rejects, { mode: 0o700 });
    return {
      release,
      rejects,
      commit: () => (swap({ release, rejects }, target, earlier), clear()),
      discard: clear,
    };
  } catch (error) {
    clear();
    throw error;
  }
}

/** Nothing waits between these steps, so no signal comes between them. */
function swap(draft: Target, target: Target, earlier: string): void {
  const hadRelease = moveAside(target.release, earlier);
  try {
    renameSync(draft.release, target.release);
  } catch (error) {
    if (hadRelease) renameSync(earlier, target.release);
    throw error;
  }
  moveAside(target.rejects, `${earlier}-rejects`);
  if (readdirSync(draft.rejects).length > 0) renameSync(draft.rejects, target.rejects);
}

function moveAside(folder: string, aside: string): boolean {
  if (!existsSync(folder)) return false;
  renameSync(folder, aside);
  return true;
}

/** Removes folders that were made for a release and hold nothing, from `folder` up to `top`. */
function removeEmpty(folder: string, top: string): void {
  if (!existsSync(folder) || readdirSync(folder).length > 0) return;
  rmdirSync(folder);
  if (folder !== top) removeEmpty(dirname(folder), top);
}
