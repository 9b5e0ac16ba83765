import { partStart, type PeriodGrain, type Periods } from '../base/period.js';
import { sqlText } from '../base/sql.js';
import type { Contract } from './contract.js';

// Quarters, half-years and years as statistics write them: of a fiscal year, by the year that it begins in, as a query's `during` does.

/** A way to write a period: the year, then `before`, a part of the year, the first part first, and `after`. */
interface Spelling {
  readonly before: string;
  /** In patterns that RE2 and JavaScript read alike. */
  readonly parts: readonly string[];
  readonly after: string;
}

const spellings: Readonly<Record<Exclude<PeriodGrain, 'month'>, readonly Spelling[]>> = {
  quarter: [
    { before: '-?[Qq]', parts: ['1', '2', '3', '4'], after: '' },
    { before: '年第?', parts: ['[1一]', '[2二]', '[3三]', '[4四]'], after: '季度' },
  ],
  'half-year': [
    { before: '-?[Hh]', parts: ['1', '2'], after: '' },
    { before: '年', parts: ['上', '下'], after: '半年' },
  ],
  year: [{ before: '', parts: ['年?'], after: '' }],
};

/** The periods that rows are dated by, where they are longer than a month. */
export type LongPeriods = Periods & { readonly grain: keyof typeof spellings };

/** The periods of a contract's rows, where those are longer than a month. */
export function longPeriods({
  time: { grain },
  fiscalStart,
}: Pick<Contract, 'time' | 'fiscalStart'>): LongPeriods | undefined {
  return grain === 'day' || grain === 'month' ? undefined : { grain, fiscalStart };
}

/**
 * The first day of a period from its spelling; undefined for any other text.
 *
 * @example readPeriod('2026年三季度', { grain: 'quarter' }) // '2026-07-01'
 */
export function readPeriod(text: string, periods: LongPeriods): string | undefined {
  const found = waysToWrite(periods).find(({ pattern }) => new RegExp(`^${pattern}$`).test(text));
  return found && partStart(Number(text.slice(0, 4)), found.part, periods);
}

/** The cases of SQL that give the first day of a period from its spelling, as {@link readPeriod} does. */
export function periodCases(text: string, periods: LongPeriods): string {
  const cases = waysToWrite(periods).map(({ pattern, part }) => {
    const [shift, first] = [partStart(0, part, periods).slice(0, 4), partStart(0, part, periods).slice(4)];
    const year = `CAST(left(${text}, 4) AS INTEGER) + ${Number(shift)}`;
    return `\n    WHEN regexp_full_match(${text}, ${sqlText(pattern)}) THEN format('{:04d}', ${year}) || ${sqlText(first)}`;
  });
  return cases.join('');
}

function waysToWrite({ grain }: LongPeriods): readonly { readonly pattern: string; readonly part: number }[] {
  return spellings[grain].flatMap(({ before, parts, after }) =>
    parts.map((part, i) => ({ pattern: `[0-9]{4}${before}${part}${after}`, part: i + 1 })),
  );
}
