import { movePoint, roundFigure, type Format, type Unit } from '@zj/metrics';
import { writeDecimal } from '../locale/decimal.js';
import type { Locale } from '../locale/locale.js';
import { formatFixed, tellQuantities } from '../locale/number.js';

/** Figures below each other: of one unit, at one scale, with the same decimals. */
export interface Telling {
  /** The figure alone; with a plus sign where `isSigned`. */
  readonly tell: (value: number, isSigned?: boolean) => string;
  /** With its unit. */
  readonly inFull: (value: number, isSigned?: boolean) => string;
  /** The unit alone, as a header has it; may be empty. */
  readonly unit: string;
  /** The power of ten that moves a figure to this unit. */
  readonly shift: number;
}

/**
 * How a column tells its figures: at the scale of the largest of them (`tellQuantities`), with the decimals that the metric names,
 * else with about four digits of the largest one, and `more` than that; never with more than the figures have. A figure that is not
 * zero does not read as zero.
 */
export function tellColumn(
  unit: Unit,
  values: readonly (number | null)[],
  {
    format,
    more = 0,
    locale,
  }: { readonly format?: Format | undefined; readonly more?: number; readonly locale: Locale },
): Telling {
  const known = values.filter((value) => value !== null && value !== 0).map(Number);
  const largest = known.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const { unitOf, shift, decimals: usual } = tellQuantities(unit, [largest], locale);
  const moved = known.map((value) => movePoint(value, shift));
  const wanted = format?.decimals === undefined ? usual + more : Math.max(format.decimals - shift, 0);
  let decimals = Math.min(wanted, usual + 1, 2, Math.max(0, ...moved.map(placesOf)));
  while (decimals < most && moved.some((value) => roundFigure(value, decimals) === 0)) decimals++;
  const plain = (value: number): string => formatFixed(movePoint(value, shift), decimals, locale);
  const tell = (value: number, isSigned = false): string => (isSigned ? sign(plain(value)) : plain(value));
  return {
    tell,
    inFull: (value, isSigned) => tell(value, isSigned) + unitOf(plain(value)),
    unit: unitOf(plain(2)).trim(),
    shift,
  };
}

/** More decimals than these no column has, however small a figure is. */
const most = 6;

function placesOf(value: number): number {
  return (writeDecimal(value).split('.')[1] ?? '').length;
}

/** A figure as it reads, with a plus sign if it is more than nothing as it reads. */
export function sign(text: string): string {
  return text.startsWith('−') || !/[1-9]/.test(text) ? text : `+${text}`;
}

/** Whether a figure reads as more than nothing, as nothing, or as less. */
export function directionOf(text: string): -1 | 0 | 1 {
  if (!/[1-9]/.test(text)) return 0;
  return text.startsWith('−') ? -1 : 1;
}

/** Tenths of a per cent as a share: a part reads neither as nothing nor as all, if it is neither. */
export function tellShare(tenths: number, exact: number, locale: Locale): string {
  const text = (shown: number): string => `${formatFixed(shown / 10, 1, locale)}%`;
  if (tenths === 0 && exact > 1e-9) return `<${text(1)}`;
  return tenths === 1000 && exact < 100 - 1e-9 ? `>${text(999)}` : text(tenths);
}

/** A share in per cent that is no part of a whole of 100.0: to one decimal. */
export function tellLooseShare(share: number, locale: Locale): string {
  return tellShare(roundFigure(share, 1) * 10, share, locale);
}

/** A change in per cent, or in percentage points, with its sign: +15.9%. */
export function tellChange(change: number, isPoints: boolean, locale: Locale): string {
  return sign(formatFixed(change, 1, locale)) + (isPoints ? '' : '%');
}

/** A contribution in percentage points, with its sign: +4.34. */
export function tellContribution(points: number, locale: Locale): string {
  return sign(formatFixed(points, 2, locale));
}
