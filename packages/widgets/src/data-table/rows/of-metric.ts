import type {
  EmptyMeaning,
  MetricFigures,
  MetricLine,
  MetricSeries,
  RowsColumn,
  SeriesDimension,
} from '@zj/metrics';
import { isMergedIn } from '../../chart/merged-cells.js';
import { cellText } from './cell-text.js';
import {
  changeOf,
  changeUnit,
  figureColumn,
  lackBefore,
  partialColumn,
  periodColumn,
  relative,
  signed,
  wordColumn,
} from './figure-column.js';
import { tableOf, type Filled, type PageTable } from './page-table.js';
import type { SeriesWords } from './words.js';

/** A line at a period. */
interface Row {
  readonly line: MetricLine;
  readonly at: number;
}

/**
 * The series of a metric as a table: a row for each period, or for each period and member. The member of the whole, of merged cells
 * and of rows without a member is empty; the column of kinds tells the first two.
 */
export function tableOfMetric(series: MetricSeries, words: SeriesWords): PageTable {
  const { unit, periods, lines, dimension } = series;
  const format = series.format && { format: series.format };
  const rows = periods.flatMap((_, at) =>
    lines.filter(isThere(series, at)).map((line): Row => ({ line, at })),
  );
  const fill = (column: RowsColumn, cellOf: (row: Row) => string | number | null | undefined): Filled => [
    column,
    rows.map((row) => cellText(cellOf(row))),
  ];
  const hasSums = lines.some(({ toDate }) => toDate !== undefined);
  const ofSum = (label: string): string => words.titled(words.toDate, label);
  const states = rows.map((row) => stateIn(series, row, 'own', words));
  const sumStates = rows.map((row) => (hasSums ? stateIn(series, row, 'toDate', words) : null));
  const isAlike = states.every((state, at) => state === sumStates[at]);
  const kinds = rows.map(({ line: { kind } }) => (kind === 'total' || kind === 'merged' ? kind : 'value'));
  const lacksBefore = (of: 'own' | 'toDate'): readonly (EmptyMeaning | null)[] =>
    rows.map(
      (row) =>
        lackBefore(figureIn(row, of, 'lastYear'), periods[row.at]!, periods[0]!.start) ??
        mergedIn(series, row, [of, 'lastYear']),
    );
  const lacks = (of: 'own' | 'toDate', name: keyof MetricFigures): readonly (EmptyMeaning | null)[] =>
    rows.map((row) => mergedIn(series, row, [of, name]));
  const beside = (of: 'own' | 'toDate', prefix: string, titled: (label: string) => string): Filled[] => {
    const pick = (name: keyof MetricFigures) => (row: Row) => figureIn(row, of, name);
    const points = { zh: '百分点', en: 'points' };
    return [
      fill(figureColumn(`${prefix}last_year`, titled(words.lastYear), { unit, ...format }), pick('lastYear')),
      fill(
        figureColumn(`${prefix}change`, titled(words.change), { unit: changeUnit(unit), ...signed }),
        (row) => pick('change')(row) ?? changeOf(pick('value')(row), pick('lastYear')(row), unit),
      ),
      fill(
        figureColumn(`${prefix}share`, titled(words.share), { unit: percent, ...relative }),
        pick('share'),
      ),
      fill(
        figureColumn(`${prefix}contribution`, titled(words.contribution), { unit: points, ...signed }),
        pick('contribution'),
      ),
    ];
  };
  // Figures that have sums of the year add up over time.
  const additive = hasSums && !dimension?.apart;
  const hasKinds = dimension && kinds.some((one) => one !== 'value');
  return tableOf(
    [
      fill(periodColumn(words.period, series), ({ at }) => periods[at]!.start),
      fill(partialColumn(words.partial), ({ at }) => periods[at]!.partial),
      ...(dimension ? [fill(memberColumn(dimension, lines), ({ line }) => line.member)] : []),
      [wordColumn('row_kind', words.kind, 'kind'), hasKinds ? kinds : rows.map(() => null)],
      fill(figureColumn('value', series.name, { unit, additive, ...format }), (row) =>
        figureIn(row, 'own', 'value'),
      ),
      [wordColumn('state', words.state, 'state'), states],
      ...beside('own', '', (label) => label),
      fill(figureColumn('to_date', words.toDate, { unit, ...format }), (row) =>
        figureIn(row, 'toDate', 'value'),
      ),
      [wordColumn('to_date_state', ofSum(words.state), 'state'), isAlike ? rows.map(() => null) : sumStates],
      ...beside('toDate', 'to_date_', ofSum),
    ],
    {
      sql: series.sql.join(';\n\n'),
      completeness: series.completeness,
      reportedThrough: series.reportedThrough,
      source: series.source,
      ...(series.demo && { demo: true }),
      gaps: new Map([['value', gapsIn(series, rows)]]),
      means: new Map([
        ['value', lacks('own', 'value')],
        ['last_year', lacksBefore('own')],
        ['change', lacks('own', 'change')],
        ['to_date_last_year', lacksBefore('toDate')],
        ['to_date_change', lacks('toDate', 'change')],
        // A sum after a gap is not known, which its column of states says; and without a figure there is no state.
        [
          'to_date',
          rows.map((row) =>
            figureIn(row, 'own', 'value') === null
              ? mergedIn(series, row, ['toDate', 'value'])
              : 'not-applicable',
          ),
        ],
        ['state', states.map((state) => (state === null ? 'not-applicable' : null))],
        ['to_date_state', sumStates.map((state) => (state === null ? 'not-applicable' : null))],
        ...(dimension
          ? [[dimension.name, kinds.map((one) => (one === 'merged' ? one : null))] as const]
          : []),
      ]),
    },
  );
}

const percent = { zh: '%', en: '%' };

function figureIn({ line, at }: Row, of: 'own' | 'toDate', name: keyof MetricFigures): number | null {
  return line[of]?.[name]?.[at] ?? null;
}

/**
 * Whether a figure of a member may be empty because it was merged: there are cells in the period, or in that of a year before, that
 * were merged. A change lacks either.
 */
function mergedIn(
  series: MetricSeries,
  row: Row,
  [of, name]: readonly ['own' | 'toDate', keyof MetricFigures],
): EmptyMeaning | null {
  const merged = series.lines.find(({ kind }) => kind === 'merged');
  if (!merged || row.line.kind !== 'member') return null;
  const names = name === 'change' ? (['value', 'lastYear'] as const) : [name];
  const isMerged = names.some(
    (one) => figureIn(row, of, one) === null && figureIn({ line: merged, at: row.at }, of, one) !== null,
  );
  return isMerged ? 'merged' : null;
}

/** A member that has not come yet, or has gone, has no row; the whole has one for each period. */
function isThere({ dimension }: MetricSeries, at: number): (line: MetricLine) => boolean {
  return (line) =>
    !dimension ||
    line.kind === 'total' ||
    (['own', 'toDate'] as const).some((of) =>
      (['value', 'lastYear'] as const).some((name) => figureIn({ line, at }, of, name) !== null),
    );
}

/** The rows whose figure is missing or an estimate; all where a period has no row. */
function gapsIn({ dimension, completeness }: MetricSeries, rows: readonly Row[]): readonly boolean[] {
  const hasNoRow = dimension !== undefined && completeness.some(({ kind }) => kind === 'missing');
  return rows.map(
    (row) => hasNoRow || figureIn(row, 'own', 'value') === null || row.line.states?.[row.at] === 'estimate',
  );
}

/** The members, with the names for people that some have. */
function memberColumn({ name, label }: SeriesDimension, lines: readonly MetricLine[]): RowsColumn {
  const values = lines.flatMap(({ member, label: words }) =>
    member !== undefined && words ? [{ value: member, label: words }] : [],
  );
  return { ...wordColumn(name, label), inKey: true, ...(values.length > 0 && { values }) };
}

/** How settled a figure is, or why there is none: it is missing where no line has one, and a sum after a gap is not known. */
function stateIn(
  { lines, periods, completeness }: MetricSeries,
  row: Row,
  of: 'own' | 'toDate',
  words: SeriesWords,
): string | null {
  const { line, at } = row;
  if (figureIn(row, of, 'value') !== null)
    return (of === 'own' ? line.states : line.toDateStates)?.[at] ?? 'final';
  if (of === 'toDate' && figureIn(row, 'own', 'value') !== null) return words.lack('sum');
  const isTold = lines.some((one) => figureIn({ line: one, at }, 'own', 'value') !== null);
  if (isTold) return null;
  const { start, end } = periods[at]!;
  return words.lack(isMergedIn(completeness, start, end) ? 'merged' : 'missing');
}
