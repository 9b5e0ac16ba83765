import type { Goal, Selection, Surroundings } from '@zj/metrics';
import { datasetsOf, partSelection } from '@zj/metrics/internal';
import type { Narrowing, SourceGift } from '../element/source.js';
import type { Locale } from '../locale/locale.js';
import { tellRowsSelection, tellSelection } from './tell-selection.js';

/** How a selection meets the figures of a goal, of a metric or of a query, or the rows of a dataset, in words. */
export function tellNarrowing(
  wanted: Parameters<SourceGift['tell']>[0],
  { selection, known }: { readonly selection: Selection; readonly known: Surroundings | null },
  {
    goals,
    locale,
    except = [],
  }: {
    readonly goals: readonly Pick<Goal, 'id' | 'metric'>[];
    readonly locale: Locale;
    /** Columns whose conditions do not narrow it. */
    readonly except?: readonly string[] | undefined;
  },
): Narrowing {
  const { where, during } = selection;
  if (!known || (where.length === 0 && during === undefined)) return { told: '', beside: '' };
  if ('dataset' in wanted) return tellRowsSelection(wanted.dataset, selection, known, locale);
  const asked =
    'goal' in wanted
      ? [goals.find(({ id }) => id === wanted.goal)?.metric]
      : 'query' in wanted
        ? (wanted.query.metrics ?? [wanted.query.metric])
        : [wanted.metric];
  const metrics = asked.filter((one) => one !== undefined);
  // A query that names a period keeps it.
  const period = 'query' in wanted && wanted.query.during !== undefined ? undefined : during;
  const { fitting, beside } = partSelection(where, metrics, known, except);
  const behind = metrics.flatMap((metric) => datasetsOf(metric, known));
  const own = { datasets: behind.filter((one) => one !== undefined) };
  return {
    told: tellSelection({ where: fitting, during: period }, own, locale),
    beside: tellSelection({ where: beside }, known, locale),
  };
}
