import type { GoalVerification, PublishedVerdict } from '@zj/metrics';
import { isKept } from '@zj/metrics/internal';
import type { Speaker } from '../element/foreign.js';
import { aText, isLike } from '../element/like.js';
import { writeDecimal } from '../locale/decimal.js';
import { faceOf, type Locale } from '../locale/locale.js';
import { formatNumber, tellQuantities } from '../locale/number.js';
import type { Face } from '../locale/words.js';
import { verifyWords } from './book.js';
import type { GoalFigure } from './words.js';

/** A figure of a goal as published, beside the one computed again. */
export interface FigureRow {
  readonly name: string;
  readonly published: string;
  readonly computed: string;
  readonly equal: boolean;
}

/** Tells a figure, or that there is none. */
type TellFigure = (value: number | null) => string;

/** Every digit of a figure: two that differ never read alike. */
function inFull(value: number | null, face: Face): string {
  return value === null || !Number.isFinite(value) ? '—' : face.number(writeDecimal(value)).replace('-', '−');
}

/** A figure that is the same on both sides, with four decimals at most. */
function inBrief(value: number | null, locale: Locale): string {
  return value === null || !Number.isFinite(value) ? '—' : formatNumber(value, 4, locale);
}

/** The fields of a verdict that each figure is made of, and its text. */
const figures: Readonly<
  Record<
    GoalFigure,
    {
      readonly fields: readonly (keyof PublishedVerdict)[];
      readonly tell: (verdict: PublishedVerdict, figure: TellFigure, face: Face) => string;
    }
  >
> = {
  actual: { fields: ['actual'], tell: ({ actual }, figure) => figure(actual) },
  baseline: { fields: ['baseline'], tell: ({ baseline }, figure) => figure(baseline) },
  target: {
    fields: ['target', 'bound', 'range'],
    tell: ({ target, range }, figure) =>
      range ? `${figure(range.from)}–${figure(range.to)}` : figure(target),
  },
  attainment: {
    fields: ['attainment'],
    tell: ({ attainment }, _, face) => tellShare(attainment, face),
  },
  schedule: {
    fields: ['schedule', 'otherSchedules'],
    tell: ({ schedule }, _, face) => tellShare(schedule?.expected ?? null, face),
  },
  forecast: {
    fields: ['forecast', 'forecasts'],
    tell: ({ forecast }, figure) => figure(forecast?.point ?? null),
  },
  needed: { fields: ['needed'], tell: ({ needed }, figure) => figure(needed?.total ?? null) },
  status: {
    fields: ['status', 'reason'],
    tell: (verdict, _, face) => face.status(verdict.status, verdict.qualifier, isKept(verdict)),
  },
};
const names = Object.keys(figures) as readonly GoalFigure[];

/** A share as a percentage: 83.9%. */
function tellShare(share: number | null, face: Face): string {
  return share === null ? '—' : face.share(share);
}

/** The figures of a goal, each as published and as computed again. */
export function figureRows(
  { published, recomputed, differences }: GoalVerification,
  locale: Locale,
): readonly FigureRow[] {
  const [face, words] = [faceOf(locale), verifyWords(locale)];
  const tell = (name: GoalFigure, verdict: PublishedVerdict | null, isSame: boolean): string => {
    const figure: TellFigure = (value) => (isSame ? inBrief(value, locale) : inFull(value, face));
    return verdict ? figures[name].tell(verdict, figure, face) : '—';
  };
  return names.map((name) => {
    const { fields } = figures[name];
    // A goal that one side does not have differs as a whole.
    const differing = differences.filter(
      (field) => field === 'goal' || fields.includes(field as keyof PublishedVerdict),
    );
    const isSame = differing.length === 0;
    const told = [tell(name, published, isSame), tell(name, recomputed, isSame)] as const;
    // Two that differ and read alike are told as the file has them.
    const isAlike = !isSame && published && recomputed && told[0] === told[1];
    const [was, is] = isAlike ? [raw(published, differing), raw(recomputed, differing)] : told;
    return { name: words.figures[name], published: was, computed: is, equal: isSame };
  });
}

/** Fields of a verdict as JSON, in at most two hundred characters. */
function raw(verdict: PublishedVerdict, fields: readonly string[]): string {
  const known = new Map<string, unknown>(Object.entries(verdict));
  const text = fields.map((field) => JSON.stringify(known.get(field) ?? null)).join(', ');
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}

/** The differences of a goal in words: its figures, then the names of all other fields. */
export function goalDifferences(one: GoalVerification, locale: Locale): readonly string[] {
  const words = verifyWords(locale);
  if (!one.published) return [words.faults.unpublished];
  if (!one.recomputed) return [words.faults.unfounded];
  return tellFigures(one, locale, words.differs);
}

/** The differences of a goal that the page shows, with its name. */
export function pageDifferences(
  one: GoalVerification,
  { locale, say }: { readonly locale: Locale } & Pick<Speaker, 'say'>,
): readonly string[] {
  const words = verifyWords(locale);
  const { goal, published, recomputed } = one;
  const known = recomputed ?? published;
  // A page may show a figure of its own, which has no name in any release.
  const name = known && isLike(known, { name: aText }) ? say(known.name) : goal;
  if (!published || !recomputed) return [`${name} · ${words.faults.unfounded}`];
  return tellFigures(one, locale, words.differsOnPage).map((told) => `${name} · ${told}`);
}

function tellFigures(
  one: GoalVerification,
  locale: Locale,
  tell: (name: string, before: string, computed: string) => string,
): readonly string[] {
  const told = figureRows(one, locale).filter(({ equal }) => !equal);
  const known = new Set<string>(names.flatMap((name) => figures[name].fields));
  const others = one.differences.filter((field) => !known.has(field));
  return [
    ...told.map(({ name, published, computed }) => tell(name, published, computed)),
    ...(others.length > 0 ? [verifyWords(locale).otherField(others.join(', '))] : []),
  ];
}

/** The figure of a goal in three places: as the page shows it, as published, as computed. All digits where they are not the same. */
export function tellPlaces(
  { published, recomputed }: GoalVerification,
  shown: PublishedVerdict | null,
  locale: Locale,
): readonly [shown: string, published: string, computed: string] {
  const face = faceOf(locale);
  const all = [shown, published, recomputed].map((verdict) => verdict?.actual ?? null);
  const known = (published ?? recomputed)!;
  const areSame = new Set(all.filter((value) => value !== null)).size < 2;
  const { tell, unitOf } = tellQuantities(known.unit, all, locale);
  const unit = unitOf('2').trim();
  const told = all.map((value) => {
    if (value === null) return '—';
    const figure = areSame ? tell(value) : inFull(value, face);
    return areSame ? figure + unitOf(figure) : `${figure} ${unit}`;
  });
  return told as unknown as readonly [string, string, string];
}
