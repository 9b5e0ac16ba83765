import type { ChartData } from '../chart/finding.js';
import { hasMerged } from '../chart/merged-cells.js';
import { faceOf, type Locale } from '../locale/locale.js';
import { breakdownWords } from './book.js';
import type { Breakdown } from './breakdown.js';
import { breakdownOfResult } from './of-result.js';
import { breakdownOfSeries, type Choice, type Refusal } from './of-series.js';
import { differenceOf } from './ranking.js';
import type { Appearance } from './shape.js';

/** Why data cannot be shown, in words. */
export interface Refused {
  readonly problem: (locale: Locale) => string;
}

/** The figures that a breakdown shows of its data, or why there are none. */
export function readBreakdown(
  data: ChartData,
  { appearance, ...choice }: Choice & { readonly appearance: Appearance },
): Breakdown | Refused {
  const found: Breakdown | Refusal =
    'columns' in data
      ? breakdownOfResult(data, choice.period)
      : data.kind === 'metric'
        ? breakdownOfSeries(data, choice)
        : { code: 'no-parts' };
  if ('code' in found) return { problem: (locale) => tell(found, choice, locale) };
  const refuse = (key: 'merged' | 'noFigures' | 'noSum' | 'noChange' | 'noTime'): Refused => ({
    problem: (locale) => breakdownWords(locale).failures[key],
  });
  if (found.parts.every(({ value }) => value === null) && (found.merged?.value ?? null) === null)
    return refuse(
      'completeness' in data && hasMerged(data.completeness)
        ? 'merged'
        : found.stopped
          ? 'noSum'
          : 'noFigures',
    );
  if (appearance === 'multiples' && 'columns' in data) return refuse('noTime');
  const compared = [...found.parts, ...(found.merged ? [found.merged] : [])];
  return appearance === 'change' && compared.every((part) => differenceOf(part) === null)
    ? refuse('noChange')
    : found;
}

function tell(refusal: Refusal, { period }: Choice, locale: Locale): string {
  const { failures } = breakdownWords(locale);
  switch (refusal.code) {
    case 'no-parts':
      return failures.noParts;
    case 'merged':
      return failures.merged;
    case 'no-cumulative':
      return failures.noCumulative;
    case 'no-period': {
      const { known } = refusal;
      const { period: name } = faceOf(locale);
      return known
        ? failures.noPeriod(
            period,
            name(known.first, 'day', false),
            name(known.last, 'day', false),
            known.example,
          )
        : failures.noFigures;
    }
  }
}
