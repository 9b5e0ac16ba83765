import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isGone, ownerName } from './owner.js';

const pending = new Set<() => void>();
const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
type Signal = keyof typeof signals;

/** A folder that does not outlive its work. */
export interface Scratch {
  readonly folder: string;
  remove(): void;
}

/**
 * Makes a folder of its own in the system's temporary folder, which nobody else may read, and sweeps the leftovers of killed runs
 * there. Throws the system's error.
 */
export function openScratch(): Scratch {
  const parent = tmpdir();
  for (const left of findLeft(parent, 'zj-')) {
    // Another run may sweep, too; another user's leftovers are not ours.
    try {
      rmSync(left, { recursive: true, force: true });
    } catch {
      continue;
    }
  }
  const folder = makeOwned(parent, 'zj-');
  return { folder, remove: undoLater(() => rmSync(folder, { recursive: true, force: true })) };
}

/** Makes a folder that a later run can tell to be left by this one. Throws the system's error. */
export function makeOwned(parent: string, prefix: string): string {
  return mkdtempSync(join(parent, `${prefix}${ownerName()}-`));
}

/** Folders of that kind that runs which have ended have left. */
export function findLeft(parent: string, prefix: string): readonly string[] {
  let names: readonly string[];
  try {
    names = readdirSync(parent);
  } catch {
    return [];
  }
  return names
    .filter((name) => name.startsWith(prefix) && isGone(name.slice(prefix.length).replace(/-\w{6}$/, '')))
    .map((name) => join(parent, name))
    .filter((path) => lstatSync(path, { throwIfNoEntry: false })?.isDirectory());
}

/** Returns the function that undoes a piece of work; at the latest it is undone when the process ends, by itself or by a signal. */
export function undoLater(undo: () => void): () => void {
  if (pending.size === 0) listen('on');
  pending.add(undo);
  return () => {
    if (!pending.delete(undo)) return;
    undo();
    if (pending.size === 0) listen('off');
  };
}

function listen(way: 'on' | 'off'): void {
  process[way]('exit', undoAll);
  for (const signal of Object.keys(signals) as Signal[]) process[way](signal, leave);
}

function undoAll(): void {
  for (const undo of [...pending].reverse()) undo();
}

function leave(signal: Signal): void {
  process.exit(signals[signal]);
}
