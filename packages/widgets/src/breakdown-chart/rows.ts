import { unitKind } from '@zj/metrics/internal';
import { barScale, type BarScale } from './bars.js';
import { faceOf } from '../locale/locale.js';
import type { Breakdown, Part } from './breakdown.js';
import { directionOf, tellChange, tellColumn, tellContribution, type Telling } from './column.js';
import { differenceOf, keyOf, orderParts, rankParts, sumParts, type Order, type Ranked } from './ranking.js';
import type { BreakdownLook, Cell, Column, Row } from './shape.js';
import { tellShares, type Shares } from './tell-shares.js';
import type { BreakdownWords } from './words.js';

/** The rows of a breakdown, with the facts that were found on the way. */
export interface Rows {
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly scale: BarScale;
  /** All members by rank, however many are shown. */
  readonly ranked: readonly Ranked[];
  /** How amounts are told: values, or differences. */
  readonly telling: Telling;
  /** Values, also where the rows show differences. */
  readonly valueTelling: Telling;
  readonly shares: Shares | null;
  readonly isMixed: boolean;
  /** Whether parts are put together, so that they can be opened. */
  readonly hasRest: boolean;
  readonly order: Order;
}

/** The rows: the first parts in the order that is wanted, the rest, the merged cells, the total. */
export function rowsOf(
  breakdown: Breakdown,
  look: BreakdownLook,
  { words, nameOf }: { readonly words: BreakdownWords; readonly nameOf: (part: Part) => string },
): Rows {
  const { parts, merged, total, unit, format } = breakdown;
  const { appearance, locale, isAscending, isOpen } = look;
  const isChange = appearance === 'change';
  const order = look.order ?? (isChange ? 'difference' : 'value');
  const isPoints = unitKind(unit) === 'percent';
  const ranked = rankParts(parts, isChange ? 'difference' : 'value');
  // The query has chosen the first parts; a rest of one part is that part.
  const top = breakdown.rest || ranked.length <= look.top + 1 ? ranked.length : look.top;
  const [head, tail] = [ranked.slice(0, top), ranked.slice(top)];
  const rest = tail.length > 0 ? sumParts(tail, breakdown) : breakdown.rest;

  const all = [...ranked, rest, merged, total].filter((part) => part !== null);
  const values = all.map(({ value }) => value);
  const isMixed =
    values.some((value) => value !== null && value < 0) &&
    values.some((value) => value !== null && value > 0);
  const valueTelling = tellColumn(unit, values, { format, more: 1, locale });
  const telling = isChange
    ? tellColumn(isPoints ? { zh: '个百分点', en: 'points' } : unit, all.map(differenceOf), {
        format,
        locale,
      })
    : valueTelling;
  const shares = isMixed ? null : tellShares(breakdown, { head, tail, rest, locale });

  const has = (figure: (part: Part) => unknown): boolean =>
    parts.some((part) => (figure(part) ?? null) !== null);
  const columns: readonly Column[] = [
    isChange
      ? { id: 'difference', label: words.difference, unit: telling.unit }
      : { id: 'value', label: words.value, unit: telling.unit },
    ...(!isChange && shares ? [{ id: 'share', label: words.share, unit: '' } as const] : []),
    ...(breakdown.base && has(({ change }) => change)
      ? [
          {
            id: 'change',
            label: words.change[breakdown.base],
            unit: isPoints ? words.pointsUnit : '',
          } as const,
        ]
      : []),
    ...(breakdown.base && has(({ contribution }) => contribution)
      ? [{ id: 'contribution', label: words.contribution, unit: words.pointsUnit } as const]
      : []),
  ];

  const missing = '—';
  const cellOf = (part: Part, column: Column['id']): Cell => {
    const { value, change, contribution } = part;
    const plain = (text: string): Cell => ({ column, text, direction: null });
    const signed = (text: string): Cell => ({ column, text, direction: directionOf(text) });
    switch (column) {
      case 'value':
        return plain(value === null ? words.none : telling.tell(value));
      case 'difference': {
        const difference = differenceOf(part);
        return difference === null ? plain(words.none) : signed(telling.tell(difference, true));
      }
      case 'share':
        return plain(shares?.textOf(part) ?? missing);
      case 'change':
        return change === null ? plain(missing) : signed(tellChange(change, isPoints, locale));
      case 'contribution':
        return contribution === null ? plain(missing) : plain(tellContribution(contribution, locale));
    }
  };
  const scale = barScale(
    ranked,
    appearance,
    [rest, merged].filter((part) => part !== null),
  );
  const states = new Set([...ranked, merged].filter((part) => part !== null).map(({ state }) => state));
  const rowOf = (part: Part, kind: Row['kind'], name: string, rank: number | null = null): Row => {
    const bar = kind === 'total' ? null : scale.barOf(part);
    const amount = isChange ? differenceOf(part) : part.value;
    return {
      kind,
      key: kind === 'member' || kind === 'part' ? keyOf(part) : kind,
      member: part.member,
      part,
      rank: rank === null ? '' : `${rank}`,
      name,
      cells: columns.map(({ id }) => cellOf(part, id)),
      state: states.size > 1 && part.state && part.state !== 'final' ? faceOf(locale).states[part.state] : '',
      bar,
      noBar: kind !== 'total' && amount !== null && !bar ? words.noBar : '',
    };
  };
  const inOrder = (some: readonly Ranked[]): readonly Ranked[] => orderParts(some, parts, order, isAscending);
  return {
    rows: [
      ...inOrder(head).map((part) => rowOf(part, 'member', nameOf(part), part.rank)),
      ...(rest ? [rowOf(rest, 'rest', words.rest(tail.length))] : []),
      ...(isOpen ? inOrder(tail).map((part) => rowOf(part, 'part', nameOf(part), part.rank)) : []),
      ...(merged ? [rowOf(merged, 'merged', words.merged)] : []),
      ...(total ? [rowOf(total, 'total', words.total)] : []),
    ],
    columns,
    scale,
    ranked,
    telling,
    valueTelling,
    shares,
    isMixed,
    hasRest: tail.length > 0,
    order,
  };
}
