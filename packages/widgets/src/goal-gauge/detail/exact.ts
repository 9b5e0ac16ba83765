import { movePoint, type PublishedVerdict } from '@zj/metrics';
import type { MenuTable, MenuTools } from '../../element/menu-subject.js';
import { speaker } from '../../element/foreign.js';
import type { Locale } from '../../locale/locale.js';
import { tellQuantities } from '../../locale/number.js';
import { gaugeFace } from '../book.js';
import { gaugeSvg } from '../picture.js';
import { tellStatus } from '../tell-status.js';
import type { Appearance } from '../track.js';
import { detailOf } from './book.js';
import { tellable } from './tellable.js';

/** A gauge as its files are made of it. */
export interface SavedGauge {
  readonly verdict: PublishedVerdict;
  readonly appearance: Appearance;
}

/** The figures of a verdict in all their digits: amounts with their unit, shares of 1. */
export function tableOf({ verdict }: SavedGauge, locale: Locale): MenuTable {
  const told = tellable(verdict);
  const [word, face] = [detailOf(locale), gaugeFace(locale)];
  const { say } = speaker(locale);
  const { actual, target, baseline, range, attainment, schedule, forecast, status, period } = told;
  const ends = range ?? { from: null, to: null };
  const { shift, unitOf } = tellQuantities(
    told.unit,
    [actual, target, baseline, ends.from, ends.to],
    locale,
  );
  const unit = unitOf('2').trim();
  const named = (name: string): string => (unit ? name + word.brackets(unit) : name);
  const amount = (name: string, value: number | null): MenuTable['rows'][number] => [
    named(name),
    value === null ? null : movePoint(value, shift),
  ];
  const dated = !period.end.startsWith('9999');
  const rows = [
    amount(word.actual, actual),
    amount(word.target, target),
    ...(range ? [amount(`${word.target} ≥`, range.from), amount(`${word.target} ≤`, range.to)] : []),
    amount(word.baseline, baseline),
    ...told.conflicts.map(({ value, date, source }) =>
      amount(`${word.conflict}${word.brackets(`${say(source)}${face.comma}${date}`)}`, value),
    ),
    [word.attainment, attainment],
    [word.schedule, schedule?.expected ?? null],
    amount(word.forecast, forecast?.point ?? null),
    [word.probability, forecast?.probability ?? null],
    [word.status, tellStatus(told, face) || status],
    [word.period, dated ? `${period.start}/${period.end}` : null],
    [word.through, told.dataThrough],
    [word.clause, say(told.clause.quote)],
    [word.source, say(told.source)],
  ] as const;
  return {
    columns: [word.figures, say(verdict.name)],
    rows: rows.filter(([, value]) => value !== null && value !== ''),
  };
}

/** The gauge as a picture, in the look that it has; a dial is no wider for a wider picture. */
export const svgOf: NonNullable<MenuTools<SavedGauge>['svgOf']> = ({ verdict, appearance }, width, locale) =>
  gaugeSvg(verdict, { locale, appearance, width: Math.min(width, 480) });
