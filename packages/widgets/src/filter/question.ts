import type { FilterSpec } from '@zj/metrics';
import { textOf } from '../chart/find-chart.js';
import type { Failure } from '../element/failure.js';
import { wrong } from '../element/patience.js';
import type { SourceGift } from '../element/source.js';
import type { Locale } from '../locale/locale.js';
import { filterWords } from './book.js';

/** The attributes and properties of a filter that say which one it is. */
export interface FilterInput {
  readonly datasetId?: unknown;
  readonly fields?: unknown;
  readonly metric?: unknown;
}

/** The question of a filter's attributes, or the reason why there is none. */
export function readQuestion(
  { datasetId, fields: given, metric: figure }: FilterInput,
  around: SourceGift | undefined,
  locale: Locale,
): { readonly spec: FilterSpec } | { readonly failure: Failure } {
  const words = filterWords(locale);
  if (!around) return { failure: { code: 'ATTRIBUTE', message: () => words.noSource } };
  const dataset = textOf(datasetId);
  const fields = Array.isArray(given)
    ? (given as readonly string[])
    : textOf(given)
        .split(/[\s,，、]+/)
        .filter(Boolean);
  if (!dataset) return wrong('dataset-id', '', 'park-monthly');
  if (fields.length === 0) return wrong('fields', '', 'month industry');
  if (!around.canQuery) return { failure: { code: 'ENGINE', message: () => words.noEngine } };
  const metric = textOf(figure);
  return { spec: { dataset, fields, ...(metric && { metric }) } };
}
