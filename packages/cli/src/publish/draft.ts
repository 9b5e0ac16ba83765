import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeFolders } from '../folder.js';
import { findLeft, makeOwned, undoLater } from './scratch.js';

/** A place beside the target where a release takes shape, to be put in the target's place as a whole or not at all. */
export interface Draft {
  readonly release: string;
  /** Puts the release in its place. */
  commit(): void;
  /** Leaves nothing behind. */
  discard(): void;
}

/** Begins a release, and sweeps the leftovers of killed runs. Throws the system's error if the place cannot be written to. */
export function openDraft(target: string): Draft {
  const parent = dirname(target);
  sweepDrafts(target);
  const made = makeFolders(parent);
  let folder: string | undefined;
  const clear = undoLater(() => {
    if (folder) rmSync(folder, { recursive: true, force: true });
    if (made) removeEmpty(parent, made);
  });
  try {
    folder = makeOwned(parent, prefixOf(target));
    const release = join(folder, 'release');
    const earlier = join(folder, earlierName);
    mkdirSync(release);
    return { release, commit: () => (swap(release, target, earlier), clear()), discard: clear };
  } catch (error) {
    clear();
    throw error;
  }
}

const earlierName = 'earlier';

function prefixOf(target: string): string {
  return `.${basename(target)}-`;
}

/** Two runs may sweep at once, and another user's leftovers are not ours. */
function sweepDrafts(target: string): void {
  for (const left of findLeft(dirname(target), prefixOf(target))) {
    try {
      // Was a run killed between taking the earlier release away and putting the new one in its place?
      if (!existsSync(target)) moveAside(join(left, earlierName), target);
      rmSync(left, { recursive: true, force: true });
    } catch {
      continue;
    }
  }
}

/** Nothing waits between these steps, so no signal comes between them. */
function swap(release: string, target: string, earlier: string): void {
  const hadRelease = moveAside(target, earlier);
  try {
    renameSync(release, target);
  } catch (error) {
    if (hadRelease) renameSync(earlier, target);
    throw error;
  }
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
