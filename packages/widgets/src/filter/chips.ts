import type { Condition, Selection } from '@zj/metrics';
import { sourceWords } from '../source/book.js';
import { tellSelection } from '../source/tell-selection.js';
import type { Locale } from '../locale/locale.js';
import { filterWords } from './book.js';
import { none, testing, withChoice } from './choice.js';
import type { FilterModel, PeriodModel, ValuesModel } from './model.js';
import { duringOf, isWhole, wholeRange } from './periods.js';

/** A condition in words, and the selection without it. */
export interface Chip {
  readonly key: string;
  readonly label: string;
  readonly choice: string;
  readonly without: Selection;
}

/** So many values stand in a chip by their names. */
const named = 4;

/**
 * The conditions on the fields of a filter in words, in the order of the fields.
 *
 * @example chipsOf(model, { where: [{ column: 'zone', in: ['北区'] }] }, 'zh-CN')[0] // { label: '功能区', choice: '北区', … }
 */
export function chipsOf(model: FilterModel, selection: Selection, locale: Locale): readonly Chip[] {
  /** One that tests two fields stands at the first of them, once. */
  const told = new Set<Condition>();
  return model.fields.flatMap((field): readonly Chip[] => {
    const key = field.field.name;
    const { label } = field;
    const own = testing(selection.where, field.field.column);
    const period = field.kind === 'period' ? periodChip(field, selection, locale) : undefined;
    const chips: Chip[] = period ? [{ key, ...period }] : [];
    if (field.kind === 'values' && field.choice) {
      if (field.choice.values.length === 0) return [];
      const where = withChoice(selection.where, field.field, none);
      return [{ key, label, choice: tellChoice(field, locale), without: { ...selection, where } }];
    }
    // A comparison that a page has set, or several conditions at once: each in words of its own.
    return [
      ...chips,
      ...own
        .filter((one) => !told.has(one))
        .map((one, at) => {
          told.add(one);
          return { key: `${key} ${at}`, ...otherChip(one, model, selection, locale) };
        }),
    ];
  });
}

/** The selection without the conditions of a filter; those on other columns stay. */
export function clearAll(model: FilterModel, selection: Selection): Selection {
  const columns = model.fields.map(({ field }) => field.column);
  const where = selection.where.filter((one) => !columns.some((column) => testing([one], column).length > 0));
  const hasPeriod = model.fields.some(({ kind }) => kind === 'period');
  return { where, ...(!hasPeriod && selection.during !== undefined && { during: selection.during }) };
}

/** The conditions of a selection that no field of a filter shows. */
export function besideFields(model: FilterModel, selection: Selection): number {
  const { where, during } = clearAll(model, selection);
  return where.length + (during === undefined ? 0 : 1);
}

/** A choice in words: `不含 细胞与基因`. */
export function tellChoice({ choice = none, options, field }: ValuesModel, locale: Locale): string {
  const words = filterWords(locale);
  const names = new Map(options.map(({ value, name }) => [value, name]));
  const chosen = choice.values.map((value) => names.get(value) ?? String(value));
  const told =
    chosen.length > named
      ? words.andMore(chosen.slice(0, named - 1).join(words.or), chosen.length)
      : chosen.join(words.or);
  if (!choice.excludes) return told;
  const isKept = field.empty === undefined || field.empty === 'blank';
  const left = isKept || choice.values.includes(null) ? undefined : names.get(null);
  return words.excluding(told) + (left ? words.alsoExcluding(left) : '');
}

function periodChip(
  { label, periods, range, nameOf }: PeriodModel,
  { where, during }: Selection,
  locale: Locale,
): Omit<Chip, 'key'> | undefined {
  if (during === undefined) return undefined;
  const isNamed = range && isWhole(during, range, periods);
  const choice = !isNamed
    ? // A period that begins or ends inside of one of these, or lies beside them all.
      tellSelection({ where: [], during }, { datasets: [] }, locale)
    : range.from === range.to
      ? nameOf(range.from)
      : sourceWords(locale).range(nameOf(range.from), nameOf(range.to));
  return { label: isNamed ? label : '', choice, without: { where } };
}

function otherChip(
  condition: Condition,
  { fields }: FilterModel,
  selection: Selection,
  locale: Locale,
): Omit<Chip, 'key'> {
  const columns = fields.map(({ field: { column: name, label, words: values } }) => ({
    ...{ name, label },
    ...(values && { values }),
  }));
  const contract = { columns };
  return {
    label: '',
    choice: tellSelection({ where: [condition] }, { datasets: [{ contract }] }, locale),
    without: { ...selection, where: selection.where.filter((one) => one !== condition) },
  };
}

/** A selection with another range of periods; conditions on days of the same column go. */
export function withRange(
  selection: Selection,
  { field, periods }: PeriodModel,
  range = wholeRange(periods),
): Selection {
  const where = selection.where.filter((one) => testing([one], field.column).length === 0);
  const during = duringOf(range, periods);
  return { where, ...(during !== undefined && { during }) };
}
