import { cite } from '../cited.js';
import { limitsOf } from '../kept.js';
import { grainOf, namePeriod } from '../period-grain.js';
import type { Tellable } from './tellable.js';
import type { Row, Teller } from './teller.js';

/** The limits of a goal in words: 不低于6.5亿吨; nothing for another goal. */
export function tellLimits(verdict: Tellable, { face, amount }: Teller): string {
  const limits = limitsOf(verdict);
  const of = verdict.kind === 'average' ? 'average' : verdict.kind === 'each-period' ? grainOf(verdict) : '';
  return limits ? face.limit(amount(limits.low), amount(limits.high), of) : '';
}

/** How a target follows from its baseline: 40千克标准煤，累计降低13.5%，即34.6千克标准煤. */
export function tellComputed(
  { formula, baseline, target, unit }: Tellable,
  { word, amount }: Teller,
): string {
  if (!formula || baseline === null || target === null) return '';
  return word.computed(amount(baseline), word.formulaOf(formula, unit), amount(target));
}

/** Each period of a limit with its figure, and whether it kept the limit, newest first (METHODS §8). */
export function periodRows(verdict: Tellable, { word, face, amount }: Teller): readonly Row[] {
  const { kind, periods = [] } = verdict;
  if (kind !== 'each-period') return [];
  const name = namePeriod(verdict, face);
  return periods
    .map(({ date, value, kept, provisional }): Row => [
      name(date, false),
      kept === null
        ? face.status('no-data', verdict.qualifier)
        : amount(value) + word.brackets(word.keeps(kept)) + (provisional ? face.provisional : ''),
    ])
    .reverse();
}

/** The targets that later documents changed: until when each held, why, and the document, newest first. */
export function formerRows({ was }: Tellable, { word, face, amount, say }: Teller): readonly Row[] {
  return was
    .map(({ target, range, until, document, reason }): Row => {
      const { title, url } = cite(document, { say, brackets: word.brackets })!;
      const figure = range ? face.limit(amount(range.from), amount(range.to), '') : amount(target);
      const text = [figure, say(reason)].filter(Boolean).join(word.semicolon) + word.semicolon;
      return url
        ? [word.until(word.date(until)), text, { title, url }]
        : [word.until(word.date(until)), text + title];
    })
    .reverse();
}
