import { meansColumn } from '@zj/metrics/internal';
import { faceOf } from '../locale/locale.js';
import { tableWords } from './book.js';
import type { Column } from './column.js';
import type { Condition, EmptyMeaning } from '@zj/metrics';

const named = ['total', 'rest', 'merged'] as const;

/** The empty cells of a column that read alike: their word, and the condition that they meet. */
type Alike = readonly [word: string, meets: Condition];

/** The words that the empty cells of a column read, as `cellTeller` tells them, so that they are found as they are seen. */
export function emptyCells({ name, kind, of, kinds, locale }: Column): readonly Alike[] {
  const { empties, rowKinds } = tableWords(locale);
  const isEmpty: Condition = { column: name, null: true };
  const isKind = (...list: readonly string[]): readonly Condition[] =>
    kinds === undefined ? [] : [{ column: kinds, in: list }];
  const isOther = (...list: readonly string[]): readonly Condition[] =>
    kinds === undefined
      ? []
      : [{ or: [{ column: kinds, null: true }, { not: { column: kinds, in: list } }] }];
  const isMember = of.role === 'dimension' ? isOther(...named) : [];
  const ofKinds =
    of.role === 'dimension' && kinds !== undefined
      ? named.map((one): Alike => [rowKinds[one], all(isEmpty, ...isKind(one))])
      : [];
  if (of.merged) return [...ofKinds, [empties.merged, all(isEmpty, ...isMember)]];
  const meaning = meansColumn(name);
  const ofMeanings = of.means
    ? (Object.keys(empties) as (keyof typeof empties)[])
        .filter((one): one is EmptyMeaning => one !== 'text' && one !== 'figure')
        .map((one): Alike => [empties[one], all(isEmpty, ...isMember, { column: meaning, equals: one })])
    : [];
  const plain = [isEmpty, ...isMember, ...(of.means ? [{ column: meaning, null: true } as const] : [])];
  const word =
    kind === 'state'
      ? faceOf(locale).states.final
      : of.computed
        ? empties['not-applicable']
        : empties[kind === 'figure' ? kind : 'text'];
  const isMerged = kind === 'figure' && !of.computed && kinds !== undefined;
  return [
    ...ofKinds,
    ...ofMeanings,
    [word, all(...plain, ...(isMerged ? isOther('merged') : []))],
    ...(isMerged ? [[empties.merged, all(...plain, ...isKind('merged'))] as const] : []),
  ];
}

/** That all conditions hold. */
function all(...conditions: readonly Condition[]): Condition {
  const [first, ...further] = conditions;
  return further.length === 0 ? first! : { not: { or: conditions.map((one) => ({ not: one })) } };
}
