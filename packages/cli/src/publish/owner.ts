import { createHash } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Seconds by which two readings of a process's start may differ. */
const slack = 10;

/**
 * Whose a temporary folder is, as a part of its name: this machine (or container), this process, and the second in which it
 * began, since numbers of processes are used again.
 */
export function ownerName(): string {
  return `${machine()}-${process.pid}-${began().toString(36)}`;
}

/** Whether the process that an owner's name tells has ended. One of another machine is not known, and counts as running. */
export function isGone(owner: string): boolean {
  const [, where, pid, second] = /^([0-9a-f]{8})-(\d+)-([0-9a-z]+)$/.exec(owner) ?? [];
  if (where !== machine() || pid === undefined || second === undefined) return false;
  if (Number(pid) === process.pid) return Math.abs(parseInt(second, 36) - began()) > slack;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

function began(): number {
  return Math.round(Date.now() / 1000 - process.uptime());
}

/** Containers may share a disk, but neither their name nor the numbers of their processes. */
function machine(): string {
  let space = '';
  try {
    space = readlinkSync('/proc/self/ns/pid');
  } catch {
    // Only Linux has it.
  }
  return createHash('sha256').update(`${hostname()} ${space}`).digest('hex').slice(0, 8);
}
