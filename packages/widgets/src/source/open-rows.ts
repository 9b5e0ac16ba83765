import type { Filter, FilterSpec, Rows, RowsQuestion, Selection, Surroundings } from '@zj/metrics';
import { narrowQuery } from '@zj/metrics';
import { fitSelection } from '@zj/metrics/internal';
import type { Locale } from '../locale/locale.js';
import type { Session } from './session.js';

/** A question for rows under a selection: of a dataset its conditions and its period, of a query that query under it. */
export function narrowRows(
  question: RowsQuestion,
  selection: Selection,
  known: Surroundings,
  except?: readonly string[],
): RowsQuestion {
  const { dataset, query, where: own = [] } = question;
  if (query) return { ...question, query: narrowQuery(query, selection, known, except) };
  if (dataset === undefined) return question;
  const { where, during = undefined } = fitSelection(selection, dataset, known, except);
  return {
    ...question,
    ...(own.length + where.length > 0 && { where: [...own, ...where] }),
    ...(during !== undefined && question.during === undefined && { during }),
  };
}

/** Rows whose calls reject in the words of a language. */
export function tellRows(rows: Rows, session: Session, locale: Locale): Rows {
  return {
    ...rows,
    window: (start, count, options) => session.ask(() => rows.window(start, count, options), locale),
    summarize: (options) => session.ask(() => rows.summarize(options), locale),
    totals: (options) => session.ask(() => rows.totals(options), locale),
    find: (text, options) => session.ask(() => rows.find(text, options), locale),
  };
}

/** A filter whose calls reject in the words of a language, and which leaves conditions on columns of other datasets out. */
export function tellFilter(filter: Filter, spec: FilterSpec, session: Session, locale: Locale): Filter {
  const fit = (selection: Partial<Selection>): Selection =>
    fitSelection(selection, spec.dataset, session.catalogue() ?? { datasets: [] });
  return {
    fields: filter.fields,
    ...(filter.metric && { metric: filter.metric }),
    ...(filter.reportedThrough !== undefined && { reportedThrough: filter.reportedThrough }),
    select: (selection, options) => session.ask(() => filter.select(fit(selection), options), locale),
    get state() {
      return filter.state;
    },
    close: () => filter.close(),
  };
}
