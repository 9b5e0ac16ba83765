import type { Text } from '@zj/metrics';
import { isWebAddress } from '../element/web-address.js';
import { aText, isLike, orAbsent, type Sample } from '../element/like.js';

/** A document in words, and its address of the web; an empty one where it has none. */
export interface Cited {
  readonly title: string;
  readonly url: string;
}

/** The form of a document that a clause or a changed target is from. */
export const aDocument: Sample = { title: aText, number: orAbsent(''), url: orAbsent('') };

/** Its title with its number; `undefined` for data that are no document. Any address but one of the web might be a script. */
export function cite(
  data: unknown,
  { say, brackets }: { readonly say: (text: Text) => string; readonly brackets: (text: string) => string },
): Cited | undefined {
  if (!isLike(data, aDocument)) return undefined;
  const { title, number, url = '' } = data as { title: Text; number?: string; url?: string };
  return {
    title: say(title) + (number ? brackets(number) : ''),
    url: isWebAddress(url) ? url : '',
  };
}
