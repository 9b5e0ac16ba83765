import type { Day, FieldState, FilterState, ListedField, Selection, Unit, ValueState } from '@zj/metrics';
import type { Speaker } from '../element/foreign.js';
import { periodNamer } from '../locale/period-name.js';
import { formatNumber } from '../locale/number.js';
import { faceOf, type Locale } from '../locale/locale.js';
import { filterWords } from './book.js';
import { choiceOf, testing, type Choice } from './choice.js';
import { notePeriod, partialOf, periodsOf, rangeOf, type Periods, type Range } from './periods.js';

/** A value that can be chosen. */
export interface Option {
  readonly value: string | null;
  readonly name: string;
  readonly rows: number;
  readonly rowsText: string;
  /** Its rows as a share of those of the value with the most. */
  readonly share: number;
}

interface FieldModel {
  readonly field: ListedField;
  readonly label: string;
}

/** A field whose values are ticked. */
export interface ValuesModel extends FieldModel {
  readonly kind: 'values';
  readonly options: readonly Option[];
  /** `undefined` where the conditions on its column are no list of values. */
  readonly choice: Choice | undefined;
}

/** A field whose periods are chosen from the first to the last. */
export interface PeriodModel extends FieldModel {
  readonly kind: 'period';
  readonly periods: Periods;
  /** `undefined` where the period that is chosen is none of these. */
  readonly range: Range | undefined;
  /** The figure of each period, else its rows; `null` where it has none. */
  readonly bars: readonly (number | null)[];
  /** The name of a period, by its place. */
  readonly nameOf: (at: number) => string;
  /** The place of the period that is not over; absent where all are. */
  readonly partial?: number;
  /** The last day that counts of it. */
  readonly through?: Day | undefined;
  /** Its name, and of the one that is not over also the last day that counts. */
  readonly toldOf: (at: number) => string;
  /** How it is typed. */
  readonly typedOf: (at: number) => string;
}

/** Everything that a filter shows, as figures and words. */
export interface FilterModel {
  readonly fields: readonly (ValuesModel | PeriodModel)[];
  readonly rows: string;
  readonly allRows: string;
  /** Cells that may match or not; empty without any. */
  readonly merged: string;
}

/** A count in the language's groups. */
export function tellCount(count: number, locale: Locale): string {
  return formatNumber(count, 0, locale);
}

/** The name of a period by its first day and its length. */
export function namePeriodIn(periods: Periods, at: number, locale: Locale): string {
  const { grain, fiscalStart } = periods;
  const face = faceOf(locale);
  const [start, end] = [periods.starts[at], periods.ends[at]];
  if (start === undefined || end === undefined) return '';
  if (grain === 'week') return filterWords(locale).week(face.period(start, 'day', false));
  return periodNamer({ grain, fiscalStart }, face)(end, false);
}

/** The model of a filter under a selection; the figures may still be of the selection before. */
export function filterModel(
  given: {
    readonly fields: readonly ListedField[];
    readonly state: FilterState;
    readonly selection: Selection;
    /** The last day that counts. */
    readonly through?: Day | undefined;
  },
  { say }: Speaker,
  locale: Locale,
): FilterModel {
  const { fields, state, selection, through } = given;
  return {
    rows: tellCount(state.rows, locale),
    allRows: tellCount(state.allRows, locale),
    merged: state.merged ? tellCount(state.merged, locale) : '',
    fields: fields.map((field, at) => {
      const { values } = state.fields[at]!;
      const label = say(field.label);
      if (field.kind === 'period') return periodModel({ field, label, values, through }, selection, locale);
      return {
        kind: 'values',
        ...{ field, label },
        options: optionsOf(field, values, say, locale),
        choice: choiceOf(testing(selection.where, field.column), field),
      };
    }),
  };
}

function optionsOf(
  { words, empty, unit }: ListedField,
  values: readonly ValueState[],
  say: (text: NonNullable<ListedField['words']>[number]['label'] | Unit) => string,
  locale: Locale,
): readonly Option[] {
  const most = Math.max(1, ...values.map(({ rows }) => rows));
  const told = filterWords(locale);
  const nothing = { blank: told.blank, merged: told.mergedValue, either: told.either }[empty ?? 'blank'];
  const labels = new Map(words?.map(({ value, label }) => [String(value), label && say(label)]));
  return values.map(({ value, rows }) => ({
    ...{ value, rows },
    name: value === null ? nothing : (labels.get(value) ?? value) + (unit ? ` ${say(unit)}` : ''),
    rowsText: tellCount(rows, locale),
    share: rows / most,
  }));
}

function periodModel(
  {
    field,
    label,
    values,
    through,
  }: FieldModel & Pick<FieldState, 'values'> & { readonly through: Day | undefined },
  { where, during }: Selection,
  locale: Locale,
): PeriodModel {
  const known = values.filter(({ value }) => value !== null);
  const periods = periodsOf(
    known.map(({ value }) => value!),
    field.grain ?? 'month',
    field.fiscalStart,
  );
  const hasFigures = known.some(({ figure }) => typeof figure === 'number');
  // A name that is typed has to be read back: those of weeks and of parts of fiscal years are not.
  const isNamed =
    faceOf(locale).text === 'zh' &&
    periods.grain !== 'week' &&
    (periods.grain === 'month' || (periods.fiscalStart ?? 1) === 1);
  const nameOf = (at: number): string => namePeriodIn(periods, at, locale);
  const partial = through === undefined ? undefined : partialOf(periods, through);
  return {
    kind: 'period',
    ...{ field, label, periods, nameOf },
    ...(partial !== undefined && { partial, through }),
    toldOf: (at) =>
      at === partial ? filterWords(locale).partial(nameOf(at), faceOf(locale).day(through!)) : nameOf(at),
    // Conditions on days are no range of periods.
    range: testing(where, field.column).length > 0 ? undefined : rangeOf(during, periods),
    bars: known.map(({ figure, rows }) => (hasFigures ? (figure ?? null) : rows)),
    typedOf: (at) =>
      at in periods.starts ? (isNamed ? nameOf(at) : notePeriod(periods.starts[at]!, periods)) : '',
  };
}
