import type { Period, Query, QueryResult } from '@zj/metrics';
import { endOf, resolveDuring } from '@zj/metrics/internal';
import type { SourceGift } from '../element/source.js';
import { faceOf, type Locale } from '../locale/locale.js';
import { chartWords } from './book.js';
import { choose, type Chosen } from './chosen.js';

/** The days that a query is asked for, where they cut a period of its answer. */
export function cutOf({ columns, query }: Pick<QueryResult, 'columns' | 'query'>): Period | undefined {
  const time = columns.find(({ role }) => role === 'time');
  const { during, fiscalStart, cumulative } = query;
  if (!time?.grain || during === undefined || cumulative !== undefined) return undefined;
  const days = resolveDuring(during, fiscalStart);
  if (!days) return undefined;
  const { grain } = time;
  const isCut = time.values.some(
    (start) => typeof start === 'string' && (start < days.start || endOf(start, grain) > days.end),
  );
  return isCut ? days : undefined;
}

/** How the selection of the source around meets the answer to a query, in words; `undefined` where there is nothing to tell. */
export function tellQuery(
  query: Query,
  {
    result,
    isAsking,
    hasFailed,
  }: {
    readonly result: QueryResult | undefined;
    readonly isAsking: boolean;
    readonly hasFailed: boolean;
  },
  {
    around,
    locale,
    except,
  }: {
    readonly around: SourceGift;
    readonly locale: Locale;
    readonly except?: readonly string[] | undefined;
  },
): Chosen | undefined {
  // The figures on display are those of another selection, which the failure tells.
  if (hasFailed) return undefined;
  const words = chartWords(locale);
  const { told, beside } = around.tell({ query }, locale, except);
  const cut = result && !isAsking ? cutOf(result) : undefined;
  if (!told && !beside && !cut) return undefined;
  const { day } = faceOf(locale);
  return choose(
    // The figures on display may still be those of another selection.
    isAsking ? '' : told,
    ...(told ? [isAsking ? words.narrowing(told) : words.narrowed(told)] : []),
    ...(cut ? [words.cut(day(cut.start), day(cut.end))] : []),
    ...(beside ? [words.beside(beside)] : []),
  );
}
