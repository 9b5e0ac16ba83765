import { differenceUnit, type PublishedVerdict } from '@zj/metrics';
import type { GaugeFace } from '../words.js';
import { detailOf } from './book.js';
import type { Detail } from './words.js';
import type { Locale } from '../../locale/locale.js';
import { speaker, type Speaker } from '../../element/foreign.js';
import { formatNumber, tellQuantities } from '../../locale/number.js';
import { tellForeseen } from '../foreseen.js';
import { gaugeFace } from '../book.js';

/** A line of a table: its head, its words, and the document that they rest on; empty words if it does not apply. */
export type Row = readonly [label: string, text: string, document?: Link];

/** A document with its address. */
export interface Link {
  readonly title: string;
  readonly url: string;
}

/** Tells one verdict's data in one language. */
export interface Teller extends Speaker {
  readonly locale: Locale;
  readonly word: Detail;
  readonly face: GaugeFace;
  /** A figure in the goal's unit, in full: 5,036.18 */
  readonly figure: (value: number) => string;
  /** The same with its unit: 5,036.18亿元; nothing for nothing. */
  readonly amount: (value: number | null) => string;
  /** A figure of a forecast with its unit, to as many decimals as the face tells; a small one, such as an error, to two digits. */
  readonly estimate: (value: number | null) => string;
  /** The difference of two figures, with its unit: of percentages it is in percentage points. */
  readonly apart: (value: number) => string;
  /** The same of a forecast, told as {@link estimate}. */
  readonly apartEstimate: (value: number) => string;
  /** From one such figure to another: 5,772亿元–6,024亿元; one where they read the same. */
  readonly range: (ends: readonly [low: number, high: number]) => string;
  /** A number that is no quantity, with up to so many decimals. */
  readonly number: (value: number, decimals: number) => string;
}

/** The word for a code; where it is newer than this script and has none, the code itself. */
export function nameOf(code: string, words: Readonly<Record<string, string>>): string {
  return Object.hasOwn(words, code) ? words[code]! : code;
}

/** A figure with the unit that follows it. */
function followed(shown: string, unitOf: (shown: string) => string): string {
  return shown + unitOf(shown);
}

/** Who tells a verdict in a language. */
export function teller(verdict: PublishedVerdict, locale: Locale): Teller {
  const face = gaugeFace(locale);
  const { unitOf, tell } = tellQuantities(
    verdict.unit,
    [
      verdict.actual,
      verdict.target,
      verdict.baseline,
      verdict.range?.from ?? null,
      verdict.range?.to ?? null,
    ],
    locale,
  );
  const figure = (value: number): string => tell(value, true);
  const foreseen = tellForeseen(verdict, verdict.forecast?.point ?? null, locale);
  const estimate = (value: number): string => {
    const near = foreseen.tell(value);
    const twoDigits = foreseen.tell(Number(value.toPrecision(2)), true);
    // The finer of the two is the longer.
    return twoDigits.length > near.length ? twoDigits : near;
  };
  const word = detailOf(locale);
  const { say, foreign } = speaker(locale);
  say(verdict.unit);
  const points = { ...verdict, unit: differenceUnit(verdict.unit) };
  const apart = tellQuantities(points.unit, [verdict.actual, verdict.target, verdict.baseline], locale);
  const apartForeseen = tellForeseen(points, verdict.forecast?.point ?? null, locale);
  return {
    locale,
    word,
    face,
    say,
    foreign,
    figure,
    amount: (value) => (value === null ? '' : followed(figure(value), unitOf)),
    estimate: (value) => (value === null ? '' : followed(estimate(value), foreseen.unitOf)),
    apart: (value) => followed(figure(value), apart.unitOf),
    apartEstimate: (value) => followed(estimate(value), apartForeseen.unitOf),
    range: (ends) => {
      const [low, high] = ends.map(estimate) as [string, string];
      // The unit of a range is that of its end.
      const unit = foreseen.unitOf(high);
      return low === high ? low + unit : word.range(low, high, unit);
    },
    number: (value, decimals) => formatNumber(value, decimals, locale),
  };
}
