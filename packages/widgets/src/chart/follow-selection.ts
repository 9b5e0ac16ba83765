import type { Day, MetricSeries, QueryResult } from '@zj/metrics';
import type { OneFile, SourceGift, Wanted } from '../element/source.js';
import { faceOf } from '../locale/locale.js';
import { chartWords } from './book.js';
import { choose } from './chosen.js';
import type { ChartTools } from './chart-tools.js';
import type { ChartFinding, Surroundings } from './finding.js';

/** A goal, or the series of a metric. */
type WantedSeries = Exclude<Wanted, OneFile>;

/**
 * A series file under the selection of the source around: the series of a metric is asked anew, where the source can answer. Else its
 * figures are those of all data, and the chart says so. A goal is judged by all data.
 */
export function followSelection(
  found: ChartFinding,
  wanted: WantedSeries,
  surroundings: Surroundings & { readonly around: SourceGift },
): ChartFinding {
  const { around, locale, keepsOwn } = surroundings;
  const except = 'by' in wanted && wanted.by && keepsOwn ? [wanted.by] : [];
  const { told, beside } = around.tell(wanted, locale, except);
  if (!told && !beside) return found;
  const words = chartWords(locale);
  if ('goal' in wanted)
    return { ...found, chosen: choose('', words.goalWhole([told, beside].filter(Boolean).join('; '))) };
  const narrowed = told ? narrow(found, { told, except }, surroundings) : found;
  if (!beside) return narrowed;
  const { chosen } = narrowed;
  return {
    ...narrowed,
    chosen: choose(chosen?.told ?? '', ...(chosen?.remarks ?? []), words.beside(beside)),
  };
}

/** A series with an address of its own inside a source: it is not asked anew, because it may be of another release. */
export function tellSelection(found: ChartFinding, { around, locale }: Surroundings): ChartFinding {
  const { data } = found;
  if (!around || !data || 'columns' in data) return found;
  const words = chartWords(locale);
  if (data.kind === 'goal') {
    const { told } = around.tell({ goal: data.verdict.goal }, locale);
    return told ? { ...found, chosen: choose('', words.goalWhole(told)) } : found;
  }
  const { told } = around.tell({ metric: data.metric, grain: data.grain }, locale);
  return told ? { ...found, chosen: choose('', words.notNarrowed(told)) } : found;
}

function narrow(
  found: ChartFinding,
  { told, except }: { readonly told: string; readonly except: readonly string[] },
  { around, asker, summer, tools, locale, showsSums = false }: Surroundings & { readonly around: SourceGift },
): ChartFinding {
  const words = chartWords(locale);
  const { data: series } = found;
  if (!series || 'columns' in series || series.kind !== 'metric') return found;
  if (!around.canQuery) return { ...found, chosen: choose('', words.notNarrowed(told)) };
  const made = tools.ask();
  if (!made)
    return tools.failure
      ? { ...found, failure: tools.failure, chosen: choose('', words.notNarrowed(told)) }
      : { ...found, busy: true, chosen: choose('', words.narrowing(told)) };
  const { own, toDate } = made.questionsOf(series);
  const answer = asker.ask(around, own, except);
  const sums = toDate && summer.ask(around, toDate, except);
  const failure = answer.failure ?? sums?.failure;
  if (failure) {
    const retry = (): void => [asker, summer].forEach((one) => one.retry());
    return { ...found, failure, retry, chosen: choose('', words.notNarrowed(told)) };
  }
  // While the source is asked, an older answer is of another selection.
  const { result } = answer;
  if (!result || answer.busy || sums?.busy || (sums && !sums.result))
    return { ...found, busy: true, chosen: choose('', words.narrowing(told)) };
  const data = narrowOnce(made.narrowSeries, series, result, { sums: sums?.result, showsSums });
  const isOpen = data.lines.some(({ states, toDateStates }) => states ?? toDateStates);
  const since = sums && showsSums && around.selection.during ? sumsSince(data) : undefined;
  const remarks = [
    words.narrowed(told),
    ...(since ? [words.sumsSince(faceOf(locale).day(since))] : []),
    ...(isOpen ? [words.weakestStates] : []),
  ];
  return { ...found, data, chosen: choose(told, ...remarks) };
}

/** The first day of the sums to date, where that is before the first period; `undefined` where both begin together. */
function sumsSince({ periods, fiscalStart = 1 }: MetricSeries): Day | undefined {
  const start = periods[0]?.start;
  if (start === undefined) return undefined;
  const [year, month] = start.split('-').map(Number) as [number, number];
  const first = `${month < fiscalStart ? year - 1 : year}-${String(fiscalStart).padStart(2, '0')}-01`;
  return first < start ? first : undefined;
}

/** By their answers: series that were narrowed. The same answers make the same object. */
const narrowed = new WeakMap<QueryResult, { readonly of: readonly unknown[]; readonly made: MetricSeries }>();

function narrowOnce(
  narrowSeries: ChartTools<never>['narrowSeries'],
  series: MetricSeries,
  own: QueryResult,
  { sums, showsSums }: { readonly sums: QueryResult | undefined; readonly showsSums: boolean },
): MetricSeries {
  const known = narrowed.get(own);
  const of = [series, sums, showsSums];
  if (known && of.every((one, at) => one === known.of[at])) return known.made;
  const made = narrowSeries(series, own, sums, showsSums);
  narrowed.set(own, { of, made });
  return made;
}
