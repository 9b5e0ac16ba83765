// The table and the picture of a gauge that readers save: a file of its own beside the element's, loaded on demand.
import { movePoint, type PublishedVerdict } from '@zj/metrics';
import { speaker } from '../element/foreign.js';
import { aText, isLike } from '../element/like.js';
import type { MenuTable, MenuTools } from '../element/menu-subject.js';
import type { Locale } from '../locale/locale.js';
import { tellQuantities } from '../locale/number.js';
import { conflictsOf } from '../menu/about.js';
import { wordsOfMenu } from '../menu/book.js';
import { gaugeFace } from './book.js';
import { gaugeSvg } from './picture.js';
import { tellStatus } from './tell-status.js';
import type { Appearance } from './track.js';

/** A gauge as its files are made of it. */
export interface SavedGauge {
  readonly verdict: PublishedVerdict;
  readonly appearance: Appearance;
}

type Row = MenuTable['rows'][number];

/** The figures of a verdict in all their digits: amounts with their unit, shares of 1. */
export function tableOf({ verdict }: SavedGauge, locale: Locale): MenuTable {
  const [words, face] = [wordsOfMenu(locale), gaugeFace(locale)];
  const { figures } = words;
  const { say } = speaker(locale);
  const { actual, target, baseline, range, attainment, period, unit } = verdict;
  const ends = [range?.from ?? null, range?.to ?? null];
  const { shift, unitOf } = tellQuantities(unit, [actual, target, baseline, ...ends], locale);
  const name = unitOf('2').trim();
  const amount = (label: string, value: number | null): Row => [
    name ? label + words.brackets(name) : label,
    value === null ? null : movePoint(value, shift),
  ];
  // A gauge that stands alone without a date has neither a period nor a day.
  const dated = !period.end.startsWith('9999');
  const quote: unknown = verdict.clause?.quote;
  const rows: readonly Row[] = [
    amount(figures.actual, actual),
    ...(range
      ? [amount(`${figures.target} ≥`, range.from), amount(`${figures.target} ≤`, range.to)]
      : [amount(figures.target, target)]),
    amount(figures.baseline, baseline),
    ...conflictsOf(verdict).map(({ value, date, source }) =>
      amount(`${figures.other}${words.brackets(`${say(source)}${face.comma}${date}`)}`, value),
    ),
    [figures.attainment, attainment],
    [figures.schedule, figureIn(verdict.schedule, 'expected')],
    amount(figures.forecast, figureIn(verdict.forecast, 'point')),
    [figures.probability, figureIn(verdict.forecast, 'probability')],
    [figures.status, tellStatus(verdict, face)],
    [figures.period, dated ? `${period.start}/${period.end}` : null],
    [figures.through, verdict.dataThrough],
    [words.facts.clause, aText(quote) ? say(quote) : null],
    [words.facts.source, say(verdict.source)],
  ];
  return {
    columns: [figures.figure, say(verdict.name)],
    rows: rows.filter(([, value]) => value !== null && value !== ''),
  };
}

/** A figure of a part that may be absent or damaged. */
function figureIn(part: unknown, name: string): number | null {
  return isLike(part, { [name]: 0 }) ? (part as Readonly<Record<string, number>>)[name]! : null;
}

/** The gauge as a picture, in the look that it has; a dial is no larger in a wider picture. */
export const svgOf: NonNullable<MenuTools<SavedGauge>['svgOf']> = ({ verdict, appearance }, width, locale) =>
  gaugeSvg(verdict, { locale, appearance, width: Math.min(width, 480), font: systemFonts });

/** Fonts that systems have: a file can bring none. */
const systemFonts =
  "-apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";
