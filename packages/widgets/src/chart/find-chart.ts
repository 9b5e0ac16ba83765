import type { GoalSeries, MetricSeries, Query, QueryResult, SeriesGrain, WithheldGoal } from '@zj/metrics';
import { aText, isLike } from '../element/like.js';
import { addressOf, readManner, wrong } from '../element/patience.js';
import { ask } from '../element/release.js';
import type { Located, OneFile, SourceGift, Wanted } from '../element/source.js';
import { verdictsForm } from '../element/verdicts-form.js';
import { chartWords } from './book.js';
import type { ChartFinding, Surroundings } from './finding.js';
import { followSelection, tellSelection } from './follow-selection.js';
import { tellQuery } from './tell-query.js';
import { seriesForm } from './series-form.js';

/** The input of a chart, as its attributes and properties have it. */
export interface ChartInput {
  readonly series?: GoalSeries | MetricSeries | WithheldGoal | null | undefined;
  readonly result?: QueryResult | null | undefined;
  readonly query?: Query | string | null | undefined;
  readonly src?: unknown;
  readonly goal?: unknown;
  readonly metric?: unknown;
  readonly grain?: unknown;
  readonly by?: unknown;
  readonly appearance?: unknown;
  readonly cumulative?: unknown;
  readonly integrity?: unknown;
  readonly refreshAfter?: unknown;
  readonly baseURI: string;
  readonly isConnected?: boolean;
}

const grains: readonly SeriesGrain[] = ['week', 'month', 'quarter', 'half-year', 'year'];

/** The finding of a tag that has no input at all. */
const none: ChartFinding = {};

/** The data to show, or the failure of the input. A tag without input waits for a script, but not for ever. */
export function findChart(given: ChartInput, surroundings: Surroundings): ChartFinding {
  const found = findInput(given, surroundings);
  const isBare = found === none && given.isConnected !== false;
  return surroundings.bare.isLong(isBare)
    ? {
        failure: {
          code: 'ATTRIBUTE',
          message: () => surroundings.noInput ?? chartWords(surroundings.locale).noInput,
        },
      }
    : found;
}

function findInput(given: ChartInput, surroundings: Surroundings): ChartFinding {
  const { around } = surroundings;
  const { series, result } = given;
  if (series) return takeSeries(series);
  if (result)
    return isLike(result, { columns: [{}], rowCount: 1, query: {} })
      ? { data: result }
      : wrong('result', typeof result, 'await metrics.query(…)');
  const [src, goal, metric, grain, by, integrity, refresh] = [
    given.src,
    given.goal,
    given.metric,
    given.grain,
    given.by,
    given.integrity,
    given.refreshAfter,
  ].map(textOf) as [string, string, string, string, string, string, string];
  if (given.query) return askQuery(given.query, surroundings);
  if (src) {
    const url = addressOf(src, given.baseURI);
    if (!url) return wrong('src', src, '/data/series/goals/pct-applications.json');
    const manner = readManner(integrity, refresh);
    if (manner.failure) return manner;
    return tellSelection(readFile({ file: { url, form: seriesForm, ...manner } }), surroundings);
  }
  // Frameworks write an empty attribute for no value.
  if (!goal && !metric) return none;
  if (goal && metric) return together('goal', 'metric');
  if (grain && !grains.some((one) => one === grain))
    return { failure: { code: 'ATTRIBUTE', message: (face) => face.unknown('grain', grain, grains) } };
  if (!around)
    return wrong(
      'src',
      '',
      goal ? `/data/series/goals/${goal}.json` : `/data/series/metrics/${metric}.month.json`,
    );
  const wanted: Exclude<Wanted, OneFile> = goal
    ? { goal }
    : { metric, grain: (grain || 'month') as SeriesGrain, ...(by && { by }) };
  const located = around.locate(wanted, seriesForm);
  // Of a goal without a series verdicts.json may say why.
  const withheld = goal && located.lacks ? findWithheld(goal, around) : undefined;
  if (withheld) return withheld;
  const found = readFile(located);
  const showsSums = given.cumulative === true || textOf(given.appearance) === 'cumulative';
  return followSelection(found, wanted, { ...surroundings, around, showsSums });
}

/** The findings in data that a page gave: they are checked once, not with every step of a cursor. */
const taken = new WeakMap<object, ChartFinding>();

function takeSeries(series: NonNullable<ChartInput['series']>): ChartFinding {
  const known = taken.get(series);
  if (known) return known;
  const withheld = !('kind' in series) && isWithheld(series) ? series : undefined;
  const data = withheld ? undefined : seriesForm.take(series);
  const found = withheld ? { withheld } : data ? { data } : malformed();
  taken.set(series, found);
  return found;
}

function malformed(): ChartFinding {
  return { failure: { code: 'RELEASE', message: (face) => face.malformed('series') } };
}

function readFile({ file, failure, busy, retry }: Located<GoalSeries | MetricSeries>): ChartFinding {
  if (!file) return { failure, busy, retry };
  const { content, failure: read, busy: reading } = ask(file);
  return { source: file, data: content, failure: read ?? failure, busy: reading };
}

function askQuery(
  query: Query | string,
  { around, asker, locale, keepsOwn = false }: Surroundings,
): ChartFinding {
  let question: unknown = query;
  const example = '{"metric":"industry-revenue","by":["month"]}';
  if (typeof query === 'string') {
    try {
      question = JSON.parse(query);
    } catch {
      return wrong('query', query, example);
    }
  }
  if (!isLike(question, {})) return wrong('query', JSON.stringify(query), example);
  if (!around) return { failure: { code: 'ATTRIBUTE', message: () => chartWords(locale).noSource } };
  const own = question as Query;
  const except = keepsOwn ? own.by : undefined;
  const { result, failure, busy } = asker.ask(around, own, except);
  const chosen = tellQuery(
    own,
    { result, isAsking: busy, hasFailed: failure !== undefined },
    { around, locale, except },
  );
  return { data: result, failure, busy, ...(chosen && { chosen }), ...(failure && { retry: asker.retry }) };
}

/** A goal of which the release publishes no figure; `undefined` if that is not why there is no series. */
function findWithheld(goal: string, around: SourceGift): ChartFinding | undefined {
  const { file } = around.locate('verdicts', verdictsForm);
  if (!file) return undefined;
  const { content, busy } = ask(file);
  const withheld = content?.withheld.find((one: WithheldGoal | null) => one?.goal === goal);
  if (withheld && isWithheld(withheld)) return { withheld, source: file };
  return busy && !content ? { source: file, busy } : undefined;
}

function isWithheld(data: unknown): data is WithheldGoal {
  return isLike(data, { name: aText, reason: aText });
}

function together(one: string, other: string): ChartFinding {
  return { failure: { code: 'ATTRIBUTE', message: (face) => face.together(one, other) } };
}

/** An attribute as text: frameworks write numbers, and nothing as `null`. */
export function textOf(given: unknown): string {
  return typeof given === 'string' || typeof given === 'number' ? `${given}`.trim() : '';
}
