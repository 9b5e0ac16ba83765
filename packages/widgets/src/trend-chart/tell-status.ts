import type { GoalSeries, Status } from '@zj/metrics';
import { icons } from '../drawing/icons.js';
import type { Face } from '../locale/words.js';

/** The word for a status; for one that is newer than this script, its code. */
export function tellStatus({ status, qualifier, kind }: GoalSeries['verdict'], face: Face): string {
  const isKept = /^(average|floor|ceiling|range|each-period)$/.test(kind ?? '');
  return isKnown(status) ? face.status(status, qualifier, isKept) : face.newerStatus(status);
}

function isKnown(status: string): status is Status {
  return Object.hasOwn(icons, status);
}
