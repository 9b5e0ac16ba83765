import { formatPoints, type GoalSeries } from '@zj/metrics';
import { sumDigits } from '@zj/metrics/internal';
import { baseAt, changeAt } from './change.js';
import { dueAt, judgingSchedule, type Due } from './due.js';
import { forecastOf, lineName, milestonesOf } from './model.js';
import { tellStatus } from './tell-status.js';
import type { Teller } from './teller.js';
import type { Line, View } from './view.js';

/** The kinds of cells, so that a key can show the line of each. */
export type CellKind =
  'cursor' | 'value' | 'due' | 'path' | 'gap' | 'average' | 'lastYear' | 'limit' | 'line';

/** A cell of the readout. Of an empty one the figure is a dash. */
export interface Cell {
  readonly kind: CellKind;
  readonly label: string;
  readonly figure: string;
  readonly unit: string;
  readonly note: string;
}

/** The figures of one period, in words. The kinds of its cells, their number and their order are the same for all periods. */
export interface Readout {
  readonly cells: readonly Cell[];
  /** The whole in one sentence, for the slider. */
  readonly spoken: string;
}

/** Of a way from a baseline to a target the share of it that a figure is; `null` where there is no way. */
export function shareOf(figure: number, { goal }: View['trend']): number | null {
  const { attainment, target, baseline, actual } = goal!.verdict;
  if (target === null || baseline === null || target === baseline) return null;
  return figure === actual && attainment !== null ? attainment : (figure - baseline) / (target - baseline);
}

/**
 * The readout of the period at a place: the figure and its state, the schedule with its days, how far the figure is from it, the
 * figure of the year before; of several lines each that is coloured.
 */
export function readoutAt(view: View, teller: Teller, at: number): Readout {
  const { words, face } = teller;
  const period = teller.name(view.periods[at]!);
  const [only] = view.lines;
  const cells =
    view.lines.length === 1 && only
      ? oneLine(view, teller, only, at)
      : view.lines.filter(({ isChosen }) => isChosen).map((line) => lineCell(view, teller, line, at));
  const state = view.lines.length === 1 && only ? stateOf(only, at, teller) : '';
  const { partial, ...span } = view.periods[at]!;
  const until = partial === undefined ? '' : face.through(face.day(partial));
  const cursor: Cell = {
    kind: 'cursor',
    label: words.period,
    figure: teller.name(span),
    unit: '',
    note: [state, until].filter(Boolean).join(face.comma),
  };
  return {
    cells: [cursor, ...cells],
    // Of the many that are measured few are spoken.
    get spoken() {
      const told = cells
        .filter(({ figure, note }) => figure !== dash || note)
        .map(({ label, figure, unit, note }) =>
          [figure === dash ? '' : words.spoken(label, figure + unit), note].filter(Boolean).join(face.comma),
        );
      return [period, ...told, state, statusAt(view, teller, at)]
        .filter(Boolean)
        .join(words.semicolon)
        .replaceAll(diamond, words.spoken(words.milestone, ''));
    },
  };
}

const dash = '—';

/** The sign of a milestone in the drawing, which a voice says as its word. */
const diamond = '◇';

/** The state of a figure in words, if it is known, or why there is none. */
export function stateOf(
  { value, states, lacks }: Pick<Line, 'value' | 'states' | 'lacks'>,
  at: number,
  { words, face }: Teller,
): string {
  if (value[at] !== null) return states[at] === null ? '' : face.states[states[at] ?? 'final'];
  return lacks[at] ? words.lack(lacks[at]) : '';
}

/** The status of the goal, at the period up to which it is judged. */
function statusAt({ trend: { goal }, periods }: View, { face }: Teller, at: number): string {
  if (!goal?.verdict.dataThrough) return '';
  const { dataThrough } = goal.verdict;
  const { start, end } = periods[at]!;
  return dataThrough < start || dataThrough > end ? '' : tellStatus(goal.verdict, face);
}

function oneLine(view: View, teller: Teller, line: Line, at: number): readonly Cell[] {
  const { words, tell, unitOf, amount } = teller;
  const { trend } = view;
  const value = line.value[at]!;
  const due = dueAt(view, 'due', at);
  const path = dueAt(view, 'path', at);
  const filled = (kind: CellKind, label: string, figure: number | null, note: string): Cell => {
    const shown = figure === null ? dash : tell(figure);
    return { kind, label, figure: shown, unit: figure === null ? '' : unitOf(shown), note };
  };
  const share = value !== null && trend.goal && view.target !== null ? shareOf(value, trend) : null;
  const foreseen = value === null ? forecastOf(view)?.points.find((one) => one.at === at) : undefined;
  const valueCell = foreseen
    ? filled(
        'value',
        words.forecast,
        foreseen.point,
        foreseen.interval ? teller.range(foreseen.interval) : '',
      )
    : filled(
        'value',
        view.isSum ? words.toDate : words.figure,
        value,
        share === null ? '' : words.done(teller.face.share(share)),
      );
  const before = baseAt(view, line, at);
  const change = changeAt(view, teller, line, at);
  const isWay = view.path.length === 0;
  return [
    valueCell,
    ...(view.due.length > 0
      ? [
          filled(
            'due',
            words.due,
            due.figure,
            (isWay && milestoneNote(view, teller, at)) || dueNote(view, teller, due),
          ),
        ]
      : []),
    ...(view.path.length > 0
      ? [filled('path', words.path, path.figure, milestoneNote(view, teller, at))]
      : []),
    ...(view.due.length > 0 ? [gapCell(view, teller, value, due)] : []),
    ...(line.average ? [filled('average', words.average, line.average[at] ?? null, '')] : []),
    // The average is judged, not the figure of one of its periods.
    ...(view.limits ? [limitCell(view, teller, line.average ? (line.average[at] ?? null) : value)] : []),
    ...(line.lastYear.length > 0
      ? [
          {
            kind: 'lastYear',
            label: words.change,
            figure: change?.signed ?? dash,
            unit: change?.unit ?? '',
            note: before === null ? '' : words.before(words.lastYear, amount(before)),
          } as const,
        ]
      : []),
  ];
}

/** The milestones that are due in a period, by their sign, for which a phone has room: ◇3,000亿元, with their days where that is not its end. */
function milestoneNote(view: View, { words, face, amount }: Teller, at: number): string {
  return milestonesOf(view)
    .filter(({ period }) => period === at)
    .map(
      ({ date, value }) =>
        diamond + amount(value) + (date === view.periods[at]!.end ? '' : words.inBrackets(face.day(date))),
    )
    .join(words.list);
}

/** The share that is due; where days alone decide, with the days: 212/365天，58.1%. */
function dueNote({ trend }: View, { words, face }: Teller, { figure, day }: Due): string {
  if (figure === null) return '';
  const goal = trend.goal!;
  const share = shareOf(figure, trend);
  if (share === null) return '';
  const shown = face.share(share);
  const { start, end } = goal.verdict.period;
  const days = (last: string): number => (Date.parse(last) - Date.parse(start)) / 86_400_000 + 1;
  const [done, all] = [days(day), days(end)];
  const isCounted = judgingSchedule(trend) === 'linear' && Math.abs(done / all - share) < 1e-9;
  return isCounted ? words.days(done, all, shown) : shown;
}

/** How far a figure is from the schedule, in its unit and in points of the way. */
function gapCell({ trend }: View, teller: Teller, value: number | null, { figure: due, day }: Due): Cell {
  const { words } = teller;
  const empty: Cell = { kind: 'gap', label: words.gap, figure: dash, unit: '', note: '' };
  if (value === null || due === null) return empty;
  const [size, unit] = teller.apart(value - due);
  return {
    ...empty,
    figure: size,
    unit,
    note: paceWords(gapOf(trend.goal!, value, due, day), words),
  };
}

/** How far ahead of the schedule, as a share of the way; at the day of the verdict as that has it. */
export function gapOf({ verdict }: GoalSeries, value: number, due: number, day: string): number | null {
  const { schedule, dataThrough, target, baseline } = verdict;
  if (schedule && dataThrough === day) return schedule.gap;
  if (target === null || baseline === null || target === baseline) return null;
  return (value - due) / (target - baseline);
}

/** A gap in points, in the words of METHODS; empty where there is none. */
function paceWords(gap: number | null, { onTime, ahead }: Teller['words']): string {
  if (gap === null) return '';
  const points = formatPoints(gap);
  return points === '0.0' ? onTime : ahead(points, gap > 0);
}

/** How far a figure is from the limit that is nearest, and the limits. */
function limitCell({ limits }: View, teller: Teller, value: number | null): Cell {
  const { words, amount } = teller;
  const { low, high } = limits!;
  const [least, most] = [low, high].map((limit) => (limit === null ? '' : amount(limit))) as [string, string];
  const cell: Cell = {
    kind: 'limit',
    label: words.limit,
    figure: dash,
    unit: '',
    note: words.limits(least, most),
  };
  if (value === null) return cell;
  const isLow = high === null || (low !== null && value - low < high - value);
  const [figure, unit] = teller.apart(sumDigits([value, -(isLow ? low! : high)]));
  return { ...cell, figure, unit };
}

function lineCell(view: View, teller: Teller, line: Line, at: number): Cell {
  const value = line.value[at] ?? null;
  const change = changeAt(view, teller, line, at);
  const state = line.states[at] ?? 'final';
  return {
    kind: 'line',
    label: lineName(line, view, teller),
    figure: value === null ? dash : teller.tell(value),
    unit: value === null ? '' : teller.unitOf(teller.tell(value)),
    note: [
      value === null || state !== 'final' ? stateOf(line, at, teller) : '',
      change ? teller.words.spoken(teller.words.change, change.signed + change.unit) : '',
    ]
      .filter(Boolean)
      .join(teller.face.comma),
  };
}
