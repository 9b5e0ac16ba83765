import type { PublishedVerdict, Text } from '@zj/metrics';
import { detailOf } from '../../locale/detail.js';
import type { Detail, Face } from '../../locale/language.js';
import { faceOf, type Locale } from '../../locale/locale.js';
import { formatNumber, tellQuantities } from '../../locale/number.js';

/** A line of a table: what it is of, and what stands there; nothing where it does not apply. */
export type Row = readonly [label: string, text: string];

/** Tells one verdict's data in one language. */
export interface Teller {
  readonly word: Detail;
  readonly face: Face;
  /** A text of the release. */
  readonly say: (text: Text) => string;
  /** A figure in the goal's unit, in full: 5,036.18 */
  readonly figure: (value: number) => string;
  /** The same with its unit: 5,036.18亿元; nothing for nothing. */
  readonly amount: (value: number | null) => string;
  /** A number that is no quantity, with up to so many decimals. */
  readonly number: (value: number, decimals: number) => string;
}

/** Who tells a verdict in a language. */
export function teller(verdict: PublishedVerdict, locale: Locale): Teller {
  const face = faceOf(locale);
  const { unit, tell } = tellQuantities(
    verdict.unit,
    [verdict.actual, verdict.target, verdict.baseline],
    locale,
  );
  const figure = (value: number): string => tell(value, true);
  return {
    word: detailOf(locale),
    face,
    say: (text) => text[face.text],
    figure,
    amount: (value) => (value === null ? '' : figure(value) + unit),
    number: (value, decimals) => formatNumber(value, decimals, locale),
  };
}
