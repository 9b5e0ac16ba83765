import type { Day, EmptyMeaning, GoalPeriod, GoalSeries, RowsColumn, Schedule } from '@zj/metrics';
import { sumStates } from '../../chart/sum-states.js';
import { writeDecimal } from '../../locale/decimal.js';
import { cellText } from './cell-text.js';
import {
  changeOf,
  changeUnit,
  figureColumn,
  lackBefore,
  partialColumn,
  periodColumn,
  signed,
  wordColumn,
} from './figure-column.js';
import { tableOf, type Filled, type PageTable } from './page-table.js';
import type { SeriesLack, SeriesWords } from './words.js';

/** The series of a goal as a table: a row for each period, and the columns of its chart. A state column says why there is no figure, too. */
export function tableOfGoal(series: GoalSeries, words: SeriesWords): PageTable {
  const { verdict, periods } = series;
  const { unit, kind } = verdict;
  const isAverage = kind === 'average';
  const isSum = !isAverage && periods.some(({ toDate }) => toDate !== undefined);
  const fill = (column: RowsColumn, figureOf: (period: GoalPeriod) => Figure): Filled => [
    column,
    periods.map((period) => cellText(figureOf(period))),
  ];
  const inUnit = (name: string, label: string, more?: Partial<RowsColumn>): RowsColumn =>
    figureColumn(name, label, { unit, ...more });
  const ofSum = (label: string): string => (isSum ? words.titled(words.toDate, label) : label);
  const computed = { computed: true } as const;
  const changes = (name: string, label: string): RowsColumn =>
    figureColumn(name, label, { unit: changeUnit(unit), ...signed });
  const sums = sumStates(series);
  const tellLack = (lack: SeriesLack | undefined): string | null => (lack ? words.lack(lack) : null);
  const own = periods.map(({ value, lack, state }) => (value === null ? tellLack(lack) : (state ?? 'final')));
  const toDate = periods.map((period, at) =>
    period.toDate == null ? tellLack(sums.toDateLacks[at]) : (sums.toDateStates[at] ?? 'final'),
  );
  const isAlike = !isSum || own.every((state, at) => state === toDate[at]);
  const judging = (verdict.schedule ?? verdict.otherSchedules[0])?.kind ?? 'linear';
  const forecast = new Map(series.forecast?.points.map((point) => [point.end, point]));
  return tableOf(
    [
      fill(periodColumn(words.period, series), ({ start }) => start),
      fill(partialColumn(words.partial), (one) => one.partial ?? null),
      fill(inUnit('value', words.figure, { additive: isSum }), ({ value }) => value),
      [wordColumn('state', words.state, 'state'), own.map(cellText)],
      fill(inUnit('to_date', words.toDate), (one) => (isSum ? one.toDate : null)),
      [
        wordColumn('to_date_state', ofSum(words.state), 'state'),
        isAlike ? periods.map(() => null) : toDate.map(cellText),
      ],
      fill(inUnit('average', words.average, computed), (one) => (isAverage ? one.toDate : null)),
      fill(inUnit('due', words.due, computed), (one) => dueIn(series, judging, one)),
      fill(inUnit('path', words.path, computed), (one) =>
        judging === 'path' ? null : dueIn(series, 'path', one),
      ),
      milestones(series, words),
      fill(inUnit('target', words.target), (one) =>
        one === periods.at(-1) && !verdict.bound && !verdict.range ? verdict.target : null,
      ),
      fill(wordColumn('limit', words.limit, 'state'), ({ kept }) =>
        kept === undefined ? null : words.kept(kept),
      ),
      fill(inUnit('last_year', words.lastYear), before('lastYear')),
      fill(changes('change', words.change), (one) => changeOf(one.value, before('lastYear')(one), unit)),
      fill(inUnit('last_year_to_date', ofSum(words.lastYear)), (one) =>
        isSum ? before('lastYearToDate')(one) : null,
      ),
      fill(changes('change_to_date', ofSum(words.change)), (one) =>
        isSum ? changeOf(one.toDate ?? null, before('lastYearToDate')(one), unit) : null,
      ),
      fill(inUnit('forecast', words.forecast, computed), ({ end }) => forecast.get(end)?.point),
      fill(inUnit('low', words.low, computed), ({ end }) => forecast.get(end)?.interval?.[0]),
      fill(inUnit('high', words.high, computed), ({ end }) => forecast.get(end)?.interval?.[1]),
    ],
    {
      sql: verdict.sql,
      completeness: verdict.completeness,
      ...(verdict.dataThrough !== null && { reportedThrough: verdict.dataThrough }),
      source: verdict.source,
      ...(verdict.demo && { demo: true }),
      // A figure that is to come is missing from no sum.
      gaps: new Map([
        [
          'value',
          periods.map(({ value, state, lack }) =>
            value === null ? lack !== 'coming' : state === 'estimate',
          ),
        ],
      ]),
      means: new Map([
        ...(['lastYear', 'lastYearToDate'] as const).map((name): Meant => [
          name === 'lastYear' ? 'last_year' : 'last_year_to_date',
          periods.map((one) => lackBefore(before(name)(one), one, periods[0]!.start)),
        ]),
        // Only a figure that is due is missing; the column of states has the reason of another.
        ['value', periods.map(({ value, lack }) => (value === null && lack !== 'missing' ? none : null))],
        [
          'to_date',
          periods.map((one, at) => (one.toDate == null && sums.toDateLacks[at] !== 'missing' ? none : null)),
        ],
        ...['target', 'milestone', 'limit'].map((name): Meant => [name, periods.map(() => none)]),
      ]),
    },
  );
}

const none = 'not-applicable';

type Meant = readonly [column: string, means: readonly (EmptyMeaning | null)[]];

type Figure = number | string | null | undefined;

/** The figure of the year before; a period that is not over is compared with no whole one. */
function before(name: 'lastYear' | 'lastYearToDate'): (period: GoalPeriod) => number | null {
  return (period) => (period.partial === undefined ? (period[name] ?? null) : null);
}

/** The figure that is due by the end of a period; of one that is not over by the last day that its figure covers, as the verdict has it. */
function dueIn({ verdict }: GoalSeries, kind: Schedule['kind'], { due, partial }: GoalPeriod): number | null {
  const { schedule, otherSchedules, dataThrough, target, baseline, bound, range } = verdict;
  if (bound || range) return null;
  const figure = due?.[kind] ?? null;
  if (partial === undefined || figure === null) return figure;
  const told = [...(schedule ? [schedule] : []), ...otherSchedules].find((one) => one.kind === kind);
  if (!told || dataThrough !== partial || target === null || baseline === null) return null;
  return baseline + told.expected * (target - baseline);
}

/** The milestones by period: figures, or words with their days where one is not due by the end of its period. */
function milestones({ milestones: all = [], periods, verdict }: GoalSeries, words: SeriesWords): Filled {
  const within = (start: Day, end: Day): typeof all => all.filter(({ date }) => start <= date && date <= end);
  const isPlain = periods.every(({ start, end }) => {
    const [first, ...others] = within(start, end);
    return !first || (others.length === 0 && first.date === end);
  });
  const cells = periods.map(({ start, end }) => {
    const own = within(start, end);
    if (isPlain) return own[0]?.value;
    return (
      own.map(({ date, value }) => writeDecimal(value) + words.inBrackets(date)).join(words.list) || null
    );
  });
  const column = isPlain
    ? figureColumn('milestone', words.milestone, { unit: verdict.unit })
    : wordColumn('milestone', words.milestone);
  return [column, cells.map(cellText)];
}
