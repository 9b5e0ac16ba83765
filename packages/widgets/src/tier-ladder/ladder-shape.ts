import { readLadder, type Day, type Period, type PublishedLadder, type TierReading } from '@zj/metrics';
import type { Card } from '../chart/card.js';
import type { Painted } from '../chart/painted.js';
import { speaker } from '../element/foreign.js';
import { faceOf, type Locale } from '../locale/locale.js';
import { formatNumber } from '../locale/number.js';
import { ladderWords } from './book.js';
import { listYears, readPeriod } from './period.js';
import type { Flow } from './words.js';

/** How a ladder is to be told. */
export interface LadderWish {
  readonly locale: Locale;
  /** The name; the word for a ladder where empty. */
  readonly label: string;
  /** `2026`, `2026-Q3` …; the year of the last day of the register where empty. */
  readonly period: string;
}

/** The words and figures of a ladder over a period. */
export interface LadderShape extends Card {
  readonly period: string;
  /** Its days: the last one is the last of the register where the period continues. */
  readonly over: Period;
  /** The periods that a reader can choose. */
  readonly periods: readonly { readonly value: string; readonly name: string }[];
  /** Highest first. */
  readonly tiers: readonly TierShape[];
  readonly tables: { readonly tiers: readonly TierRow[]; readonly moves: readonly MoveRow[] };
}

/** A tier in words. */
export interface TierShape {
  readonly id: string;
  readonly name: string;
  readonly count: string;
  readonly unit: string;
  /** Those at the start, and the change. */
  readonly before: string;
  readonly changed: string;
  readonly flows: readonly (readonly [flow: Flow, word: string, enterprises: string])[];
  /** The moves between this tier and the next lower one; `null` below the lowest. */
  readonly moves: { readonly between: string; readonly up: string; readonly down: string } | null;
}

/** A tier in the table. */
export interface TierRow {
  readonly name: string;
  readonly support: string;
  /** Start, entered, moved in, moved out, left, end. */
  readonly figures: readonly string[];
}

/** Moves from one tier to another, in the table. */
export interface MoveRow {
  readonly from: string;
  readonly to: string;
  readonly isUp: boolean;
  readonly count: string;
}

/** Which figures of a tier stand in its row of the table, in this order. */
const columns = ['before', 'entered', 'came', 'went', 'left', 'count'] as const;
const flows: readonly Flow[] = ['entered', 'came', 'went', 'left'];

/** A ladder over a period in words, or that the register has nothing of the period. */
export function ladderShape(
  ladder: PublishedLadder,
  { locale, label, period }: LadderWish,
): Painted<LadderShape> {
  const words = ladderWords(locale);
  const face = faceOf(locale);
  const { say, foreign } = speaker(locale);
  const through = ladder.reportedThrough;
  const day = (one: Day): string => face.period(one, 'day', false);
  const figure = (value: number): string => formatNumber(value, 0, locale);
  const enterprises = (value: number): string => words.enterprises(figure(value), value);
  const years = listYears(ladder.moves, through);
  const chosen = period || years[0]!;
  const asked = readPeriod(chosen);
  if (!asked || asked.start > through || asked.end < `${years.at(-1)!}-01-01`) {
    const [first, last] = [day(ladder.moves[0]?.date ?? through), day(through)];
    return { problem: { code: 'ATTRIBUTE', message: () => words.noPeriod(chosen, first, last, years[0]!) } };
  }
  const over = { start: asked.start, end: asked.end < through ? asked.end : through };
  const { tiers, moves } = readLadder(ladder, over);
  const isYear = over.start.endsWith('-01-01');
  const names = new Map(ladder.tiers.map(({ id, name }) => [id, say(name)]));
  const order = ladder.tiers.map(({ id }) => id);
  const movesOf = (from: string, to: string): number =>
    moves.find((one) => one.from === from && one.to === to)?.count ?? 0;
  const sum = (of: keyof Omit<TierReading, 'tier'>): number =>
    tiers.reduce((total, one) => total + one[of], 0);
  const by = sum('count') - sum('before');
  const yearName = (year: string): string =>
    !through.startsWith(year) || through.endsWith('-12-31')
      ? words.year(year)
      : words.yearSoFar(year, day(through));
  const shape: LadderShape = {
    title: label || words.title,
    demo: ladder.demo ? face.demo : '',
    status: null,
    summary: words.summary({
      day: day(over.end),
      tiers: words.tiers(figure(tiers.length), tiers.length),
      all: enterprises(sum('count')),
      change: words.change(enterprises(Math.abs(by)), signOf(by), isYear),
      entered: enterprises(sum('entered')),
      left: enterprises(sum('left')),
    }),
    units: [words.unit(1), words.unit(2)],
    period: chosen,
    over,
    periods: [
      ...(years.includes(chosen) ? [] : [{ value: chosen, name: chosen }]),
      ...years.map((value) => ({ value, name: yearName(value) })),
    ],
    tiers: tiers.map((one, at) => {
      const change = one.count - one.before;
      const [name, next] = [names.get(one.tier)!, order[at + 1]];
      return {
        id: one.tier,
        name,
        count: figure(one.count),
        unit: words.unit(one.count),
        before: words.before(enterprises(one.before), isYear),
        changed: words.changed(enterprises(Math.abs(change)), signOf(change)),
        flows: flows.map((flow) => [flow, words.flows[flow], enterprises(one[flow])] as const),
        moves:
          next === undefined
            ? null
            : {
                between: words.between(names.get(next)!, name),
                up: words.up(enterprises(movesOf(next, one.tier))),
                down: words.down(enterprises(movesOf(one.tier, next))),
              },
      };
    }),
    tables: {
      tiers: tiers.map((one, at) => ({
        name: names.get(one.tier)!,
        support: say(ladder.tiers[at]!.support),
        figures: columns.map((column) => figure(one[column])),
      })),
      moves: moves.map(({ from, to, up, count }) => ({
        from: names.get(from)!,
        to: names.get(to)!,
        isUp: up,
        count: figure(count),
      })),
    },
    remarks: [
      ...moves
        .filter(({ from, to }) => Math.abs(order.indexOf(from) - order.indexOf(to)) > 1)
        .map(({ from, to, count }) => words.across(names.get(from)!, names.get(to)!, enterprises(count))),
      words.identity,
      words.period(day(over.start), day(over.end)),
      words.once,
      words.order,
      ...(ladder.rows.rejected > 0
        ? [words.rejected(figure(ladder.rows.rejected), figure(ladder.rows.read))]
        : []),
      words.quote(say(ladder.quote), ladder.plan.number ?? say(ladder.plan.title)),
    ],
    through: face.through(day(through)),
    source: [face.source, say(ladder.source)],
    foreign,
  };
  return { shape };
}

function signOf(value: number): -1 | 0 | 1 {
  return value > 0 ? 1 : value < 0 ? -1 : 0;
}
