import { unitKind } from '@zj/metrics/internal';
import type { Breakdown, Part } from './breakdown.js';
import { directionOf, tellChange, tellContribution } from './column.js';
import { differenceOf } from './ranking.js';
import type { Rows } from './rows.js';
import type { BreakdownLook } from './shape.js';
import { breakdownWords } from './book.js';

/** So many that share the first place are named. */
const mostNamed = 3;

/** A breakdown in one or two sentences: the total, who leads, who moved it. */
export function summarise(
  breakdown: Breakdown,
  rows: Rows,
  {
    look: { appearance, locale },
    nameOf,
  }: { readonly look: BreakdownLook; readonly nameOf: (part: Part) => string },
): string {
  const words = breakdownWords(locale);
  const { summary, notes } = words;
  const { total, base, parts } = breakdown;
  const sentence = (...clauses: readonly string[]): string => {
    const said = clauses.filter(Boolean).join(words.semicolon);
    return said && said + words.stop;
  };
  const whole =
    total?.value == null
      ? ''
      : summary.total(rows.valueTelling.inFull(total.value), tellChanged(breakdown, total, locale));
  const unlike = whole && total!.change !== null ? unlikeParts(breakdown) : [];
  const without =
    unlike.length > 0
      ? notes.without(unlike.slice(0, mostNamed).map(nameOf), Math.max(0, unlike.length - mostNamed))
      : '';

  if (appearance === 'change') {
    const known = parts.map((part) => [nameOf(part), differenceOf(part)] as const);
    const texts = known.flatMap(([name, difference]) =>
      difference === null ? [] : [[name, difference, directionOf(rows.telling.tell(difference))] as const],
    );
    const count = (way: -1 | 1): number => texts.filter(([, , direction]) => direction === way).length;
    const told = extremes(texts, (difference) => rows.telling.inFull(difference, true));
    return (
      sentence(summary.counts(texts.length, count(1), count(-1)), summary.changes(...told)) +
      sentence(whole, without)
    ).trim();
  }

  const first = rows.ranked.filter(({ rank }) => rank === 1);
  const value = first[0]?.value ?? null;
  const leads =
    value === null || first.length > mostNamed
      ? ''
      : summary.first(
          first.map(nameOf),
          rows.valueTelling.inFull(value),
          rows.shares?.textOf(first[0]!) ?? '',
        );
  // With fewer, the first three are most of all there are.
  const leading =
    rows.shares && rows.ranked.length > 5 && leads ? summary.leading(3, rows.shares.leading(3)) : '';
  const drivers = rows.columns.some(({ id }) => id === 'contribution')
    ? extremes(
        parts.flatMap((part) => {
          const { contribution } = part;
          return contribution === null
            ? []
            : [[nameOf(part), contribution, directionOf(tellContribution(contribution, locale))] as const];
        }),
        (points) => tellContribution(points, locale),
      )
    : ([null, null] as const);
  return (
    sentence(whole, without) +
    sentence(leads, leading) +
    sentence(base ? summary.drivers(...drivers) : '')
  ).trim();
}

/**
 * The parts that are in one side of the total's change alone: those whose cell is empty, or that have no sum so far, where the parts
 * add up. A new part is none of them: it has its contribution.
 */
function unlikeParts({ parts, adds, base }: Breakdown): readonly Part[] {
  if (!adds || !base || parts.every(({ contribution }) => contribution === null)) return [];
  return parts.filter(
    ({ contribution, ...part }) => contribution === null && (part.value === null) !== (part.base === null),
  );
}

/** The largest rise and the largest fall, each where there is one. */
function extremes(
  figures: readonly (readonly [name: string, figure: number, direction: -1 | 0 | 1])[],
  tell: (figure: number) => string,
): readonly [up: readonly [string, string] | null, down: readonly [string, string] | null] {
  const of = (way: -1 | 1): readonly [string, string] | null => {
    const [most] = figures
      .filter(([, , direction]) => direction === way)
      .sort(([, a], [, b]) => way * (b - a));
    return most ? [most[0], tell(most[1])] : null;
  };
  return [of(1), of(-1)];
}

/** The change of a part in words; empty where there is none. */
export function tellChanged(
  { base, unit }: Pick<Breakdown, 'base' | 'unit'>,
  { change }: Part,
  locale: BreakdownLook['locale'],
): string {
  if (change === null || !base) return '';
  const isPoints = unitKind(unit) === 'percent';
  const text = tellChange(change, isPoints, locale);
  return breakdownWords(locale).changed(text.replace(/^[+−]/, ''), directionOf(text), base, isPoints);
}
