import type { EmptyMeaning } from '@zj/metrics';
import type { ChartTable } from '../chart/csv.js';
import { baseAt, changeAt } from './change.js';
import { dueAt } from './due.js';
import { forecastOf, lineName, milestonesOf } from './model.js';
import { stateOf } from './readout.js';
import type { Change, Teller } from './teller.js';
import { pickFigures, type Line, type View } from './view.js';
import type { Curve, Trend, Values } from './trend.js';

/** The figures of a chart: every one that is shown, and those for which the drawing has no room. */
export interface TrendTable {
  readonly caption: string;
  readonly columns: readonly string[];
  /** Of each column whether its figures are computed, such as forecasts: their last digits say nothing. */
  readonly computed: readonly boolean[];
  readonly rows: readonly (readonly Entry[])[];
  /** The columns behind the names of periods. */
  readonly filled: readonly Column[];
  /** The events beside the figures, with their days. */
  readonly events: readonly TableEvent[];
  /** Facts about the document that a reader must know. */
  readonly notes: readonly string[];
}

/** A cell: a figure in full, or words. */
export type Entry = number | string | null;

export interface TableEvent {
  readonly when: string;
  readonly name: string;
  readonly note: string;
  readonly source: string;
  readonly url: string;
}

/** A column of figures or words. */
export interface Column {
  /** By which rows are ordered. */
  readonly id: string;
  readonly head: string;
  readonly entries: readonly Entry[];
  readonly kind?: 'computed' | 'change' | 'state';
  /** The entries as data, where they differ: states by their codes, changes as numbers. */
  readonly cells?: readonly Entry[];
  /** Why there is none; not applicable where nothing says it. */
  readonly means?: readonly (EmptyMeaning | null)[];
}

/** The table of a view. A column stands there only if it has a figure or a word. */
export function tableOf(view: View, teller: Teller): TrendTable {
  const { words, say, face } = teller;
  const { trend, periods } = view;
  const dated = (day: string): string => face.period(day, 'day', false);
  const [only] = view.lines;
  const names = periods.map((span) => teller.name(span));
  const columns = view.lines.length === 1 && only ? oneLine(view, teller) : manyLines(view, teller);
  const seen = columns.filter(({ entries }) => entries.some((entry) => entry !== null && entry !== ''));
  return {
    caption: words.titled(say(trend.name), words.unit(teller.unit)),
    columns: [words.period, ...seen.map(({ head }) => head)],
    computed: [false, ...seen.map(({ kind }) => kind === 'computed')],
    rows: names.map((name, at) => [name, ...seen.map(({ entries }) => entries[at] ?? null)]),
    filled: seen,
    notes: (trend.goal?.notes ?? []).map((note) => say(note)),
    events: trend.events.map(({ date, until, name, note, document, demo }) => ({
      when: until ? words.span(dated(date), dated(until)) : dated(date),
      name: say(name) + (demo ? words.demoEvents : ''),
      note: note ? say(note) : '',
      source: document ? say(document.title) : '',
      url: document?.url && /^https?:/.test(document.url) ? document.url : '',
    })),
  };
}

function oneLine(view: View, teller: Teller): readonly Column[] {
  const { words } = teller;
  const { periods, isSum, trend, limits } = view;
  const line = view.lines[0]!;
  const forecast = forecastOf(view)?.points ?? [];
  const at = (place: number): (typeof forecast)[number] | undefined =>
    forecast.find((one) => one.at === place);
  const goal = trend.goal?.periods.slice(view.from);
  const column = (id: string, head: string, entries: readonly Entry[]): Column => ({ id, head, entries });
  const computed = (id: string, head: string, entries: readonly Entry[]): Column => ({
    ...column(id, head, entries),
    kind: 'computed',
  });
  const changes = line.value.map((_, place) => changeAt(view, teller, line, place));
  const [{ value: own }, , lacks] = shownOf(view, curveOf(trend, line.id), false);
  return [
    { ...column('value', words.figure, isSum && trend.summed ? [] : line.own), means: meansOf(own, lacks) },
    { ...column('to_date', words.toDate, isSum ? line.value : []), means: meansOf(line.value, line.lacks) },
    computed('average', words.average, line.average ?? []),
    ...stateColumns(view, teller),
    computed(
      'due',
      words.due,
      periods.map((_, place) => dueAt(view, 'due', place).figure),
    ),
    computed(
      'path',
      words.path,
      periods.map((_, place) => dueAt(view, 'path', place).figure),
    ),
    column('milestone', words.milestone, milestoneEntries(view, teller)),
    column(
      'target',
      words.target,
      periods.map((_, place) => (place === periods.length - 1 ? view.target : null)),
    ),
    column(
      'limit',
      words.limit,
      limits ? periods.map((_, place) => keptWord(goal?.[place]?.kept, words)) : [],
    ),
    column(
      'last_year',
      words.lastYear,
      periods.map((_, place) => baseAt(view, line, place)),
    ),
    {
      ...column('change', words.change, changes.map(tellChange)),
      kind: 'change',
      cells: changes.map((change) => change?.by ?? null),
    },
    computed(
      'forecast',
      words.forecast,
      periods.map((_, place) => at(place)?.point ?? null),
    ),
    computed(
      'low',
      words.low,
      periods.map((_, place) => at(place)?.interval?.[0] ?? null),
    ),
    computed(
      'high',
      words.high,
      periods.map((_, place) => at(place)?.interval?.[1] ?? null),
    ),
  ];
}

/** A curve in the periods of a view: its figures, how settled they are, and why there are none. */
function shownOf(
  { from, periods }: View,
  curve: Curve,
  isSum: boolean,
): readonly [Pick<Values, 'value'>, Line['states'], Line['lacks']] {
  const cut = <Value>(list: readonly Value[]): readonly Value[] => list.slice(from, from + periods.length);
  const [{ value }, states, lacks] = pickFigures(curve, isSum);
  return [{ value: cut(value) }, cut(states), cut(lacks)];
}

function curveOf({ curves }: Trend, wanted: string): Curve {
  return curves.find(({ id }) => id === wanted)!;
}

/** A figure that is due was not reported; one that is to come, or is never published, is none to report. */
function meansOf(value: Line['value'], lacks: Line['lacks']): readonly (EmptyMeaning | null)[] {
  return value.map((one, at) =>
    one !== null
      ? null
      : lacks[at] === 'missing'
        ? 'not-available'
        : lacks[at] === 'merged'
          ? 'merged'
          : 'not-applicable',
  );
}

/** The states as data: a code, or the word for the lack of a figure. */
function stateCells(
  { value, states, lacks }: Pick<Line, 'value' | 'states' | 'lacks'>,
  { words }: Teller,
): readonly string[] {
  return value.map((one, at) =>
    one !== null
      ? states[at] === null
        ? ''
        : (states[at] ?? 'final')
      : lacks[at]
        ? words.lack(lacks[at])
        : '',
  );
}

/** The milestones by period, with their days where they are not due by its end. */
function milestoneEntries(view: View, { full, face, words }: Teller): readonly Entry[] {
  const known = milestonesOf(view);
  return view.periods.map(({ end }, place): Entry => {
    const own = known.filter(({ period }) => period === place);
    const [first] = own;
    if (own.length === 1 && first!.date === end) return first!.value;
    return (
      own.map(({ date, value }) => full(value) + words.inBrackets(face.day(date))).join(words.list) || null
    );
  });
}

/** How settled the figures of the periods are; of sums those, too, where they are not as settled as the last figure in them. */
function stateColumns(view: View, teller: Teller): readonly Column[] {
  const { words } = teller;
  const { periods, isSum, trend } = view;
  const line = view.lines[0]!;
  type Told = Pick<Line, 'value' | 'states' | 'lacks'>;
  const tell = (of: Told): readonly string[] => periods.map((_, place) => stateOf(of, place, teller));
  const [, states, lacks] = shownOf(view, curveOf(trend, line.id), false);
  const column = (id: string, head: string, of: Told): Column => ({
    ...{ id, head, entries: tell(of), cells: stateCells(of, teller), kind: 'state' },
  });
  const own = { value: line.own, states, lacks };
  const sums = tell(line);
  if (!isSum || trend.summed || sums.every((one, place) => one === tell(own)[place]))
    return [column('state', words.stateHead, line)];
  return [
    column('state', words.stateHead, own),
    column('to_date_state', words.titled(words.toDate, words.stateHead), line),
  ];
}

function tellChange(change: Change | null): string | null {
  return change && change.signed + change.unit;
}

function keptWord(kept: boolean | undefined, words: Teller['words']): string | null {
  return kept === undefined ? null : words.kept(kept);
}

/** Of several lines the figures alone, each with its state behind it; the whole and those without a line too. */
function manyLines(view: View, teller: Teller): readonly Column[] {
  const column = (curve: Curve, at: number): readonly Column[] => {
    const [{ value }, states, lacks] = shownOf(view, curve, view.isSum);
    const isOpen = value.some((one, place) => one !== null && states[place] && states[place] !== 'final');
    const name = lineName(curve, view, teller);
    const figures = { value, states, lacks: [] };
    return [
      { id: `value_${at + 1}`, head: name, entries: value, means: meansOf(value, lacks) },
      ...(isOpen
        ? [
            {
              id: `state_${at + 1}`,
              head: teller.words.titled(name, teller.words.stateHead),
              entries: value.map((one, place) => (one === null ? null : stateOf(figures, place, teller))),
              cells: stateCells(figures, teller),
              kind: 'state' as const,
            },
          ]
        : []),
    ];
  };
  return inOrder(view.trend).flatMap(column);
}

/** The whole stands first. */
function inOrder({ curves }: Trend): readonly Curve[] {
  return [...curves.filter(({ kind }) => kind === 'total'), ...curves.filter(({ kind }) => kind !== 'total')];
}

/** The table for programs that calculate: figures in all their digits, changes too, each column of them with its unit. */
export function csvOf(
  { columns, rows, filled }: TrendTable,
  { words, unit, move, changes }: Teller,
): Omit<ChartTable, 'notes'> {
  const isFigures = (at: number): boolean => rows.some((row) => typeof row[at] === 'number');
  const changesAt = (at: number): Column | undefined => {
    const column = filled[at - 1];
    return column?.kind === 'change' ? column : undefined;
  };
  return {
    columns: columns.map((head, at) => {
      const own = changesAt(at) ? changes.unit : isFigures(at) ? unit : '';
      return own ? head + words.inBrackets(own) : head;
    }),
    rows: rows.map((row, place) =>
      row.map((entry, at) => {
        const column = changesAt(at);
        if (column) return column.cells?.[place] ?? null;
        return typeof entry === 'number' ? move(entry) : entry === '' ? null : entry;
      }),
    ),
  };
}
