import { pinyinInitials } from '../locale/pinyin.js';

/** A part of a name, and whether it is the one that was looked for. */
export interface NamePart {
  readonly text: string;
  readonly isMatch: boolean;
}

/**
 * The parts of a name in which a text was found, as it is written or by the initials of its pinyin; `undefined` where it was not.
 * Letters count in either case.
 *
 * @example findIn('封装测试', 'cs') // [{ text: '封装', isMatch: false }, { text: '测试', isMatch: true }]
 */
export function findIn(name: string, wanted: string): readonly NamePart[] | undefined {
  const text = wanted.normalize('NFKC').trim().toLowerCase();
  if (!text) return [{ text: name, isMatch: false }];
  const at = name.toLowerCase().indexOf(text);
  // Lower case is as long but for a few letters, such as İ.
  if (at >= 0 && name.toLowerCase().length === name.length) return cut(name, at, at + text.length);
  if (!/^[a-z\d]+$/.test(text)) return at >= 0 ? [{ text: name, isMatch: false }] : undefined;
  const characters = [...name];
  const initials = characters.map((one) => pinyinInitials(one) ?? '');
  const found = initials.join('').indexOf(text);
  if (found < 0) return undefined;
  let [letters, from, to] = [0, -1, 0];
  for (const [place, initial] of initials.entries()) {
    if (initial && from < 0 && letters + initial.length > found) from = place;
    if (initial && letters < found + text.length) to = place + 1;
    letters += initial.length;
  }
  const length = (count: number): number => characters.slice(0, count).join('').length;
  return cut(name, length(from), length(to));
}

/** Whether names can be looked for by initials: the browser knows them, and they are asked for. */
export function initialsOf(name: string): string {
  return pinyinInitials(name) ?? '';
}

function cut(name: string, from: number, to: number): readonly NamePart[] {
  return [
    { text: name.slice(0, from), isMatch: false },
    { text: name.slice(from, to), isMatch: true },
    { text: name.slice(to), isMatch: false },
  ].filter(({ text }) => text !== '');
}
