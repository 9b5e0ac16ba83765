import { mkdtempSync, rmSync } from 'node:fs';

const pending = new Set<() => void>();
const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
type Signal = keyof typeof signals;

/** A folder that does not outlive its work. */
export interface Scratch {
  readonly folder: string;
  remove(): void;
}

/** Makes a folder of its own, which nobody else may read, whose path begins with `prefix`. */
export function openScratch(prefix: string): Scratch {
  const folder = mkdtempSync(prefix);
  return { folder, remove: undoLater(() => rmSync(folder, { recursive: true, force: true })) };
}

/** Gives what undoes a piece of work; at the latest it is undone when the process ends, by itself or by a signal. */
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
