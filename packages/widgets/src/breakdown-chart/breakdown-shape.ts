import { speaker } from '../element/foreign.js';
import { faceOf, type Locale } from '../locale/locale.js';
import type { Breakdown } from './breakdown.js';
import { nameParts } from './name-parts.js';
import { tellSpan } from './period-name.js';
import { rowsOf, type Rows } from './rows.js';
import type { BreakdownLook, BreakdownShape } from './shape.js';
import { dataRemarks } from './data-remarks.js';
import { summarise } from './summary.js';
import { breakdownWords } from './book.js';
import type { BreakdownWords } from './words.js';

/** How a breakdown looks where nobody says: the first eight parts by size, all others as one. */
export const usual: Omit<BreakdownLook, 'locale'> = {
  appearance: 'table',
  top: 8,
  order: null,
  isAscending: false,
  isOpen: false,
};

/**
 * A breakdown in words and lengths: parts by rank with their figures, shares, changes and contributions, bars on one scale, the
 * rest, the total, and the facts that a reader must know of them.
 *
 * @example breakdownShape(breakdown, { ...usual, locale: 'zh-CN' }).rows[0].cells[0].text // '1,731.6'
 */
export function breakdownShape(breakdown: Breakdown, look: BreakdownLook): BreakdownShape {
  const { locale, appearance } = look;
  const face = faceOf(locale);
  const words = breakdownWords(locale);
  const { say, foreign } = speaker(locale);
  const { name, unit, dimension, demo, source, through, base } = breakdown;
  // The unit is told by figures: who hears them is told its language.
  say(unit);
  const nameOf = nameParts(locale, say);
  const found = rowsOf(breakdown, look, { words, nameOf });
  const { rows, columns, scale } = found;
  const label = say(dimension.label);
  const title = words.title(say(name), label, tellSpan(breakdown.span, locale));
  const isChange = appearance === 'change';
  const marked = base && rows.some(({ bar }) => bar?.mark != null) ? words.mark[base] : '';
  return {
    appearance,
    title,
    demo: demo ? face.demo : '',
    status: null,
    summary: summarise(breakdown, found, { look, nameOf }),
    legend: [columns[0]!.unit, marked].filter(Boolean).join(words.semicolon),
    dimension: label,
    column: dimension.name,
    base: base ? words.bases[base] : '',
    columns,
    rows,
    order: found.order,
    isAscending: look.isAscending,
    isOpen: found.hasRest ? look.isOpen : null,
    zero: scale.low < 0 ? scale.zero : null,
    sides: isChange ? [words.less, words.more] : [words.below, words.above],
    remarks: remarksOf(breakdown, found, { locale, words, isChange }),
    through: through ? face.through(face.day(through)) : '',
    source: source && say(source) ? [face.source, say(source)] : ['', ''],
    unit: found.valueTelling.unit,
    units: [found.valueTelling.unit],
    shift: found.valueTelling.shift,
    day: breakdown.span?.end ?? '',
    foreign,
  };
}

/** The facts that a reader must know of the figures. */
function remarksOf(
  breakdown: Breakdown,
  { columns, ranked, shares, valueTelling, isMixed, hasRest }: Rows,
  {
    locale,
    words,
    isChange,
  }: { readonly locale: Locale; readonly words: BreakdownWords; readonly isChange: boolean },
): readonly string[] {
  const { notes } = words;
  const { adds, apart, merged, total, rest } = breakdown;
  const face = faceOf(locale);
  const parts = [...ranked, ...[rest, merged].filter((part) => part !== null)];
  const told: string[] = [];
  if (isChange) told.push(notes.bySize);
  if (!isChange && shares?.isWhole === true) told.push(notes.rounded);
  if (!isChange && shares?.isWhole === false && total?.value != null) {
    const sum = parts.reduce((all, { value }) => all + (value ?? 0), 0);
    told.push(notes.unequal(valueTelling.inFull(sum), valueTelling.inFull(total.value)));
  }
  if (isMixed && adds && !isChange) told.push(notes.mixed);
  if (apart) told.push(notes.apart(apart[face.text]));
  else if (!adds && hasRest) told.push(notes.notAdded);
  if (columns.some(({ id }) => id === 'contribution')) told.push(notes.contributions);
  if (merged) told.push(notes.merged(words.merged));
  const missing = ranked.filter(({ rank }) => rank === null).length;
  if (missing > 0) told.push(notes.missing(missing));
  told.push(...dataRemarks(breakdown, locale));
  return told;
}

/** How many parts are shown one by one: as many as wanted, else so many as is usual there. */
export function topOf(wanted: string | number | null | undefined, usually: number): number {
  const count = Number(wanted === '' || wanted === null || wanted === undefined ? NaN : wanted);
  return Number.isInteger(count) && count > 0 ? count : usually;
}
