import { findChart, textOf, type ChartInput } from '../chart/find-chart.js';
import type { ChartFinding, Surroundings } from '../chart/finding.js';
import { choose } from '../chart/chosen.js';
import { chartWords } from '../chart/book.js';
import { isLike } from '../element/like.js';
import { wrong } from '../element/patience.js';
import type { SourceGift } from '../element/source.js';
import { tableWords } from './book.js';
import { pageSource } from './page-source.js';
import type { PageLists } from './rows/of-lists.js';
import type { RowSource } from './row-source.js';
import type { Locale } from '../locale/locale.js';
import type { RowsQuestion } from '@zj/metrics';

/** The input of a table, as its attributes and properties have it. */
export interface RowsInput extends ChartInput {
  readonly rows?: RowSource | PageLists | null | undefined;
  readonly datasetId?: unknown;
}

/** The rows to show, or why there are none. */
export interface RowsFinding extends ChartFinding {
  readonly rows?: RowSource | undefined;
}

/** The rows to show, or the failure of the input. */
export function findRows(
  given: RowsInput,
  surroundings: Surroundings,
  keep: <Made>(of: readonly unknown[], make: () => Made) => Made,
): RowsFinding {
  const { rows } = given;
  if (rows) {
    // A page may give anything.
    if (isSource(rows)) return { rows };
    if (isLike(rows, { columns: (list) => Array.isArray(list), rows: [(row) => Array.isArray(row)] }))
      return {
        rows: keep([rows, surroundings.locale], () => pageSource(rows, surroundings.locale)),
      };
    return wrong('rows', typeof rows, '{"columns": […], "rows": […]}');
  }
  const { around } = surroundings;
  const words = tableWords(surroundings.locale);
  const dataset = textOf(given.datasetId);
  if (dataset && !given.series && !given.result) {
    if (!around?.canQuery) return { failure: { code: 'ATTRIBUTE', message: () => words.noEngine } };
    return {
      rows: ofEngine(around, { dataset }, keep),
      chosen: chosenOf(around, { dataset }, surroundings.locale),
    };
  }
  const query = given.query && !given.series && !given.result ? readQuery(given.query) : undefined;
  if (query && around?.canQuery) {
    return {
      rows: ofEngine(around, { query }, keep),
      chosen: chosenOf(around, { query }, surroundings.locale),
    };
  }
  const found = findChart(given, { ...surroundings, noInput: words.noInput });
  return {
    ...found,
    ...(found.data && {
      rows: keep([found.data, surroundings.locale], () => pageSource(found.data!, surroundings.locale)),
    }),
  };
}

function isSource(rows: unknown): rows is RowSource {
  return typeof rows === 'object' && rows !== null && 'arrange' in rows && typeof rows.arrange === 'function';
}

/** The selection of the source around in words, as charts say it. */
function chosenOf(
  around: SourceGift,
  wanted: Parameters<SourceGift['tell']>[0],
  locale: Locale,
): ReturnType<typeof choose> {
  const words = chartWords(locale);
  const { told, beside } = around.tell(wanted, locale);
  return choose(
    told,
    ...(told ? [words.narrowed(told)] : []),
    ...(beside ? [tableWords(locale).beside(beside)] : []),
  );
}

/** Rows of the engine behind a source: those of other data, or under another selection, are other rows. */
function ofEngine(
  around: SourceGift,
  question: RowsQuestion,
  keep: <Made>(of: readonly unknown[], make: () => Made) => Made,
): RowSource {
  return keep([around, around.era, around.selection, JSON.stringify(question)], () => ({
    arrange: ({ where, search, orWhere, orderBy }, signal) =>
      around.rows(
        {
          ...question,
          where,
          ...(search && { search }),
          ...(search && orWhere?.length && { orWhere }),
          orderBy,
        },
        { signal },
      ),
  }));
}

/** A query as data; `undefined` for one that is none, which is told by who asks it. */
function readQuery(query: unknown): RowsQuestion['query'] {
  try {
    const read: unknown = typeof query === 'string' ? JSON.parse(query) : query;
    return isLike(read, {}) ? (read as RowsQuestion['query']) : undefined;
  } catch {
    return undefined;
  }
}
