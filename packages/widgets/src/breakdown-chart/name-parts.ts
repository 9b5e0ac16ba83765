import type { Text, Unit } from '@zj/metrics';
import { faceOf, type Locale } from '../locale/locale.js';
import { breakdownWords } from './book.js';
import type { Part } from './breakdown.js';

/**
 * Who names the parts of a breakdown. A member is a value of the data: where it has no name for people, only its letters say whether it
 * is Chinese.
 */
export function nameParts(locale: Locale, say: (text: Text | Unit) => string): (part: Part) => string {
  const { unnamed } = breakdownWords(locale);
  const { text } = faceOf(locale);
  return ({ member, label }) => {
    if (label) return say(label);
    if (member === null) return unnamed;
    return say(/[\u2E80-\u9FFF]/u.test(member) ? { zh: member } : ({ [text]: member } as Text));
  };
}
