import type { PublishedVerdict } from '@zj/metrics';
import { icons } from '../drawing/icons.js';
import type { Face } from '../locale/words.js';
import { isKept } from './kept.js';

/** Whether this script knows a status. A newer publisher may have more of them. */
export function isKnown(status: string): boolean {
  return Object.hasOwn(icons, status);
}

/** The word for a verdict's status; for one that is newer than this script, its code and that it is newer. */
export function tellStatus(
  { status, qualifier, kind }: Pick<PublishedVerdict, 'status' | 'qualifier' | 'kind'>,
  face: Face,
): string {
  return isKnown(status) ? face.status(status, qualifier, isKept(kind)) : face.newerStatus(status);
}
