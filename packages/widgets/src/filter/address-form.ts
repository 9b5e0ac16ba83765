import type { Selection } from '@zj/metrics';
import { nearest } from '@zj/metrics/internal';
import { readList, writeList, type AddressState } from '../element/address.js';
import type { Locale } from '../locale/locale.js';
import { filterWords } from './book.js';
import { withChoice } from './choice.js';
import { withRange } from './chips.js';
import type { FilterModel } from './model.js';
import { isWhole, noteRange, readRange, wholeRange } from './periods.js';

/** The texts of a filter for an address: only its own fields, by their names; `undefined` where nothing is chosen. */
export type FieldTexts = Readonly<Record<string, string | undefined>>;

/**
 * The choices of a filter as texts for an address. Comparisons that a page has set are no choices of its reader, and are left out.
 *
 * @example writeFields(model, selection) // { month: '2026-01..2026-10', industry: '集成电路,生物医药', zone: undefined }
 */
export function writeFields(model: FilterModel, { during }: Selection): FieldTexts {
  return Object.fromEntries(
    model.fields.map((one) => {
      const { name } = one.field;
      if (one.kind === 'values') {
        const { choice } = one;
        return [name, choice && choice.values.length > 0 ? writeList(choice) : undefined];
      }
      const { range, periods } = one;
      const isChosen = during !== undefined && range && isWhole(during, range, periods);
      return [name, isChosen ? noteRange(range, periods) : undefined];
    }),
  );
}

/** The selection that an address names, and the unusable parts of it, in words. */
export interface AddressReading {
  readonly selection: Selection;
  readonly remarks: readonly string[];
}

/** Reads the choices of an address over a selection: fields that it does not name are as in that one. */
export function readFields(
  { values, written, repeats }: Pick<AddressState, 'values' | 'written' | 'repeats'>,
  { model, selection, others, prefix = '' }: ReadingGround,
  locale: Locale,
): AddressReading {
  const words = filterWords(locale);
  const remarks: string[] = [];
  let read = selection;
  for (const one of model.fields) {
    const name = prefix + one.field.name;
    const text = values.get(name);
    if (text === undefined) continue;
    const texts = repeats.get(name) ?? [text];
    if (one.kind === 'period') {
      const range = text === '' ? wholeRange(one.periods) : readRange(text, one.periods);
      if (range) read = withRange(read, one, range);
      else remarks.push(words.unknownValue(one.label, text));
      if (new Set(texts).size > 1) remarks.push(words.repeated(one.label));
      continue;
    }
    const lists = texts.map(readList);
    const { excludes } = lists[0]!;
    const alike = lists.filter((list) => list.excludes === excludes);
    // Values that are chosen and values that are left out are no one list.
    if (alike.length < lists.length) remarks.push(words.repeated(one.label));
    const listed = alike.flatMap((list) => list.values);
    const known = new Set(one.options.map(({ value }) => value));
    const lacking = listed.filter((value) => !known.has(value));
    if (lacking.length > 0)
      remarks.push(words.unknownValue(one.label, writeList({ values: lacking, excludes: false })));
    const choice = { values: [...new Set(listed)].filter((value) => known.has(value)), excludes };
    read = { ...read, where: withChoice(read.where, one.field, choice) };
  }
  const names = model.fields.map(({ field }) => prefix + field.name);
  for (const name of values.keys()) {
    if (names.includes(name) || others.includes(name)) continue;
    // The page has parameters of its own: of those only a mistyped name is told.
    if (written.includes(name) || nearest(name, names) !== undefined) remarks.push(words.unknownName(name));
  }
  return { selection: read, remarks };
}

/** A filter that reads an address. */
interface ReadingGround {
  readonly model: FilterModel;
  readonly selection: Selection;
  /** The names that elements own. */
  readonly others: readonly string[];
  /** The text before each name. */
  readonly prefix?: string;
}
