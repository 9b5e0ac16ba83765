import type { PublishedVerdict, Text, WithheldGoal } from '@zj/metrics';
import { differenceUnit, formatDate } from '@zj/metrics';
import type { Card } from '../chart/card.js';
import type { Painted } from '../chart/painted.js';
import { icons, lock } from '../drawing/icons.js';
import type { Tree } from '../drawing/tree.js';
import { speaker, type Foreign } from '../element/foreign.js';
import { aText, isLike, orNull } from '../element/like.js';
import type { GaugeFile } from '../element/verdicts-form.js';
import { cite, type Cited } from '../goal-gauge/cited.js';
import { gaugeFace } from '../goal-gauge/book.js';
import { countedThrough } from '../goal-gauge/counted.js';
import { drawGauge } from '../goal-gauge/drawing.js';
import { gaugeShape } from '../goal-gauge/gauge-shape.js';
import type { GaugeShape } from '../goal-gauge/shape.js';
import { isKept } from '../goal-gauge/kept.js';
import { pen } from '../goal-gauge/pen.js';
import { scaleOf } from '../goal-gauge/scale.js';
import { isVerdict } from '../goal-gauge/valid.js';
import { numbered } from '../locale/ordinal.js';
import type { Locale } from '../locale/locale.js';
import { formatNumber, tellQuantities } from '../locale/number.js';
import { goalBoardWords } from './book.js';
import type { GoalOrder } from './plan-groups.js';
import { judged, standings, type Standing } from './words.js';

/** How a board is to be told. */
export interface BoardWish {
  readonly locale: Locale;
  /** The name; the word for a board where empty. */
  readonly label: string;
  /** Orders the goals by themes; without it they stand as they are published. */
  readonly plan: GoalOrder | undefined;
}

/** The goals of a release in words. */
export interface BoardShape extends Card {
  readonly entries: readonly Entry[];
  /** The themes that have goals, in the order of the plan; the last one, without a name, has all others. */
  readonly groups: readonly { readonly id: string; readonly title: string }[];
  /** How many goals stand so, of those that any does. */
  readonly counts: readonly { readonly standing: Standing; readonly word: string; readonly count: number }[];
}

/** A goal in words. */
export interface Entry {
  readonly goal: string;
  readonly standing: Standing;
  readonly name: string;
  readonly word: string;
  /** Path data in a square of 16. */
  readonly icon: string;
  /** The theme it belongs to; empty for none. */
  readonly group: string;
  /** The way to the target; `null` where there is none. */
  readonly bar: Tree | null;
  /** 83.9%; empty for none, as all that follow. */
  readonly share: string;
  readonly figure: string;
  readonly expected: string;
  readonly needed: string;
  readonly through: string;
  readonly source: string;
  readonly quote: string;
  /** The document that the clause is from, where it is not the plan's own. */
  readonly document?: Cited | undefined;
  readonly reason: string;
  readonly outlook: string;
  readonly neededSentence: string;
  readonly nextUpdate: string;
  /** Attainment less what was due; `null` for none. */
  readonly gap: number | null;
  /** `null` where the goal is withheld. */
  readonly verdict: PublishedVerdict | null;
  readonly foreign: readonly Foreign[];
}

/** The goals of verdicts.json in words, in the order of the plan. */
export function boardShape(
  { verdicts, withheld }: GaugeFile,
  { locale, label, plan }: BoardWish,
): Painted<BoardShape> {
  const words = goalBoardWords(locale);
  const face = gaugeFace(locale);
  const { say, foreign } = speaker(locale);
  const themeOf = new Map(plan?.goals.map(({ id, theme }) => [id, theme ?? '']));
  const place = new Map(plan?.goals.map(({ id }, at) => [id, at]));
  const known = new Set(plan?.themes.map(({ id }) => id));
  const groupOf = (goal: string): string => {
    const theme = themeOf.get(goal) ?? '';
    return known.has(theme) ? theme : '';
  };
  const named = [...verdicts, ...withheld].map((one: Partial<PublishedVerdict> | null) => one?.goal);
  // Nobody knows which of two is the right one.
  const isAlone = ({ goal }: { readonly goal: string }): boolean =>
    named.indexOf(goal) === named.lastIndexOf(goal);
  const sound = verdicts.filter(isWhole).filter(isAlone);
  const hidden = withheld.filter(isWithheldGoal).filter(isAlone);
  const entries = [
    ...sound.map((verdict) => judgedEntry(verdict, groupOf(verdict.goal), locale)),
    ...hidden.map((one) => withheldEntry(one, groupOf(one.goal), locale)),
  ].sort((a, b) => (place.get(a.goal) ?? Infinity) - (place.get(b.goal) ?? Infinity) || 0);
  const used = new Set(entries.map(({ group }) => group));
  const damaged = verdicts.length + withheld.length - entries.length;
  const missing = plan?.goals.filter(({ id }) => !named.includes(id)).length ?? 0;
  const days = new Set(sound.map(countedThrough).filter((day) => day !== null));
  const [day] = days;
  const through = days.size === 1 ? face.day(day!) : '';
  const sources = new Set(entries.map(({ source }) => source).filter(Boolean));
  const [source = ''] = sources;
  return {
    shape: {
      title: label || words.title,
      demo: sound.some(({ demo }) => demo) ? face.demo : '',
      status: null,
      summary: words.summary({
        all: entries.length,
        judged: entries.filter(({ standing }) => standings.indexOf(standing) < judged).length,
        plan: plan ? say(plan.document.title) : '',
        day: through,
      }),
      remarks: [
        ...(entries.some(({ standing }) => standings.indexOf(standing) >= judged) ? [words.apart] : []),
        ...(damaged > 0 ? [words.unreadable(damaged)] : []),
        ...(missing > 0 ? [words.missing(missing)] : []),
      ],
      through: through && face.through(through),
      source: sources.size === 1 ? [face.source, source] : ['', ''],
      foreign: [...foreign, ...entries.flatMap((entry) => entry.foreign)],
      entries,
      groups: [
        ...(plan?.themes ?? [])
          .filter(({ id }) => used.has(id))
          .map(({ id, ordinal, title }) => ({
            id,
            title: face.text === 'zh' ? numbered(ordinal, say(title)) : say(title),
          })),
        ...(used.has('') ? [{ id: '', title: used.size > 1 ? words.otherGoals : '' }] : []),
      ],
      counts: standings.flatMap((standing) => {
        const count = entries.filter((one) => one.standing === standing).length;
        return count > 0 ? [{ standing, word: wordFor(standing, locale), count }] : [];
      }),
    },
  };
}

/** Whether data are a verdict that a row can show. */
function isWhole(data: unknown): data is PublishedVerdict {
  return isVerdict(data) && isLike(data, { needed: orNull({ total: 0, months: 0, perMonth: 0 }) });
}

/** The word for all goals that stand so. */
function wordFor(standing: Standing, locale: Locale): string {
  if (standing === 'not-begun') return goalBoardWords(locale).notBegun;
  const face = gaugeFace(locale);
  if (standing === 'withheld') return face.withheld;
  const isKeptSoFar = standing === 'kept-so-far';
  return face.status(isKeptSoFar ? 'on-track' : standing, { binding: 'firm' }, isKeptSoFar);
}

/** A limit that holds before the end is no pace: it is counted apart. */
function standingOf({ asOf, period, kind }: PublishedVerdict, status: GaugeShape['status']): Standing {
  if (asOf < period.start) return 'not-begun';
  return status === 'on-track' && isKept(kind) ? 'kept-so-far' : status;
}

function judgedEntry(verdict: PublishedVerdict, group: string, locale: Locale): Entry {
  const words = goalBoardWords(locale);
  const face = gaugeFace(locale);
  const shape = gaugeShape(verdict, { locale, appearance: 'linear' });
  const { say, foreign } = speaker(locale);
  const { actual, target, attainment, baseline, schedule, needed } = verdict;
  const standing = standingOf(verdict, shape.status);
  const isWay = shape.scale === 'way' && !isKept(verdict.kind);
  const { segments } = scaleOf(verdict);
  const amounts = tellQuantities(verdict.unit, [actual, target, baseline], locale);
  const apart = tellQuantities(differenceUnit(verdict.unit), [actual, target, baseline], locale);
  const followed = ({ tell, unitOf }: typeof apart, value: number): string =>
    tell(value) + unitOf(tell(value));
  const quote = say((verdict.clause as { readonly quote: Text }).quote);
  const through = countedThrough(verdict);
  const [of, whole] = [
    actual === null ? '—' : amounts.tell(actual),
    target === null ? '' : followed(amounts, target),
  ];
  const total = needed ? followed(apart, needed.total) : '';
  const each = needed ? followed(apart, needed.perMonth) : '';
  return {
    goal: verdict.goal,
    standing,
    name: shape.name,
    word: standing === 'not-begun' ? words.notBegun : shape.word,
    icon: standing === 'not-begun' ? icons['no-data'] : shape.icon,
    group,
    bar: isWay && attainment !== null ? bar(verdict) : null,
    share: isWay && attainment !== null ? face.share(attainment) : '',
    figure: isWay
      ? [of, whole].filter(Boolean).join(' / ')
      : [shape.figure.join(''), shape.quantity.join(' ').trim()].filter(Boolean).join(' · '),
    expected: schedule ? face.share(schedule.expected) : '',
    needed: !needed ? '' : segments ? words.inAll(total) : each,
    through: through ? face.day(through) : '',
    source: say(verdict.source),
    quote,
    document: cite((verdict.clause as { readonly document?: unknown }).document, {
      say,
      brackets: words.brackets,
    }),
    reason: say(verdict.reason),
    outlook: shape.outlook,
    neededSentence: needed ? words.neededSentence(total, formatNumber(needed.months, 1, locale), each) : '',
    nextUpdate: verdict.nextUpdate ? words.nextUpdate(formatDate(verdict.nextUpdate)[face.text]) : '',
    gap: schedule?.gap ?? null,
    verdict,
    foreign: [...shape.foreign, ...foreign],
  };
}

/** The bar of a way, without the word at its mark, which the head of the column explains. */
function bar(verdict: PublishedVerdict): Tree {
  return drawGauge(verdict, { appearance: 'linear', pen, due: '', forecast: false });
}

function withheldEntry({ goal, name, reason }: WithheldGoal, group: string, locale: Locale): Entry {
  const { say, foreign } = speaker(locale);
  const none = '';
  return {
    ...{ goal, group, standing: 'withheld', name: say(name), word: gaugeFace(locale).withheld, icon: lock },
    ...{ bar: null, share: none, figure: none, expected: none, needed: none, through: none, source: none },
    ...{ quote: none, reason: say(reason), outlook: none, neededSentence: none, nextUpdate: none },
    ...{ gap: null, verdict: null, foreign },
  };
}

function isWithheldGoal(data: unknown): data is WithheldGoal {
  return isLike(data, { goal: '', name: aText, reason: aText });
}
