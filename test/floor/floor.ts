import data from '@mdn/browser-compat-data/forLegacyNode';
import type { CompatStatement, Identifier, SimpleSupportStatement } from '@mdn/browser-compat-data/types';

/** The oldest browsers that the built files run in. */
export const floor = { chrome: '109', firefox: '115', safari: '16.4' } as const;

/** Something in a built file that a browser of the floor does not know. */
export interface Finding {
  readonly file: string;
  /** Line and column, both from 1. */
  readonly position: string;
  /** As MDN names it: `Array.toSorted`, `text-wrap`, `color-mix()`. */
  readonly what: string;
  /** The browsers of the floor that lack it, and since when they have it: `Chrome 110`. */
  readonly since: string;
  readonly remedy: string;
}

/** MDN's entry for a feature; undefined without one. */
export type Feature = Identifier | undefined;

/** A finding in one line. */
export function tell({ file, position, what, since, remedy }: Finding): string {
  return `${file}:${position} ${what} is newer than the floor (${since}). ${remedy}`;
}

/** Since when the browsers that lack a feature at the floor have it; nothing where all have it, or nobody knows. */
export function newerThanFloor(compat: CompatStatement | undefined): string | undefined {
  if (!compat) return undefined;
  const lacking = Object.entries(floor).flatMap(([id, version]) => {
    const support = compat.support[id as keyof typeof floor];
    const statements = support ? [support].flat() : [];
    if (statements.length === 0 || statements.some((one) => reaches(one, version))) return [];
    const since = statements.find(({ version_added, flags }) => version_added && !flags)?.version_added;
    return [`${data.browsers[id as keyof typeof floor].name} ${since ?? 'never'}`];
  });
  return lacking.length > 0 ? lacking.join(', ') : undefined;
}

function reaches(
  { version_added, version_removed, flags, prefix, alternative_name }: SimpleSupportStatement,
  version: string,
): boolean {
  if (flags || prefix || alternative_name || typeof version_added !== 'string') return false;
  if (typeof version_removed === 'string' && atMost(version_removed, version)) return false;
  return atMost(version_added.replace('≤', ''), version);
}

function atMost(version: string, most: string): boolean {
  if (version === 'preview') return false;
  const [left, right] = [version, most].map((text) => text.split('.').map(Number));
  const at = right!.findIndex((part, i) => part !== (left![i] ?? 0));
  return at < 0 || (left![at] ?? 0) < right![at]!;
}

/** MDN's support data of a feature and its parts. */
export function find(...path: readonly string[]): Feature {
  let at: Identifier | undefined = data as unknown as Identifier;
  for (const step of path) at = at && Object.hasOwn(at, step) ? at[step] : undefined;
  return at;
}
