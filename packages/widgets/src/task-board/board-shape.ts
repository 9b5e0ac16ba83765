import type { Day, PublishedTask, PublishedTasks, TaskReport } from '@zj/metrics';
import type { Card } from '../chart/card.js';
import { speaker, type Speaker } from '../element/foreign.js';
import { faceOf, type Locale } from '../locale/locale.js';
import { formatNumber } from '../locale/number.js';
import { boardWords } from './book.js';
import type { State } from './words.js';

/** The words of the tasks of a plan. */
export interface BoardShape extends Card {
  /** How many tasks are in each state, those in none too. */
  readonly counts: readonly { readonly state: State; readonly count: number }[];
  readonly count: number;
  readonly areas: readonly AreaShape[];
  readonly safeguards: readonly { readonly heading: string; readonly measures: readonly string[] }[];
}

export interface AreaShape {
  readonly id: string;
  readonly heading: string;
  readonly told: string;
  readonly tasks: readonly TaskShape[];
}

/** A task, and each of its measures. */
export interface TaskShape extends ReportShape {
  readonly id: string;
  readonly measures: readonly ReportShape[];
  readonly told: string;
}

/** A report in words; empty words where it does not tell something. */
export interface ReportShape {
  readonly title: string;
  readonly state: State;
  /** By whom and on which day, or that nobody has. */
  readonly line: string;
  readonly since: string;
  readonly due: string;
  readonly note: string;
  readonly evidence: { readonly address: string; readonly host: string } | null;
  readonly changes: readonly string[];
  /** The same for the cells of a table. */
  readonly cells: Readonly<Record<'due' | 'reported' | 'reporter' | 'note', string>>;
}

/** The order of states in counts and sentences. */
export const states: readonly State[] = ['done', 'under-way', 'not-started', 'stopped', 'none'];

export function boardShape(
  content: PublishedTasks,
  { locale, label }: { readonly locale: Locale; readonly label: string },
): BoardShape {
  const words = boardWords(locale);
  const face = faceOf(locale);
  const { say, foreign } = speaker(locale);
  const tell = reportTeller(locale, say);
  const figure = (value: number): string => formatNumber(value, 0, locale);
  const all = content.areas.flatMap(({ tasks }) => tasks);
  const counts = states.map((state) => ({ state, count: countOf(all, state) }));
  const { title, number = '' } = content.plan;
  return {
    title: label || words.title,
    demo: content.demo ? face.demo : '',
    status: null,
    summary: words.summary(
      all.length,
      content.areas.length,
      counts.flatMap(({ state, count }) => (count > 0 ? [words.ofState(state, figure(count))] : [])),
    ),
    counts,
    count: all.length,
    areas: content.areas.map(({ id, ordinal, title: name, tasks }) => ({
      id,
      heading: words.area(ordinal, say(name)),
      told: words.tasks(tasks.length, countOf(tasks, 'done')),
      tasks: tasks.map((task) => taskOf(task)),
    })),
    safeguards: content.safeguards.map(({ ordinal, title: name, measures }) => ({
      heading: words.area(ordinal, say(name)),
      measures: measures.map(say),
    })),
    remarks: [
      words.asReported,
      ...(content.rows.rejected > 0
        ? [words.rejected(figure(content.rows.rejected), figure(content.rows.read))]
        : []),
      words.plan(say(title), number),
    ],
    through: face.through(face.period(content.reportedThrough, 'day', false)),
    source: [face.source, say(content.source)],
    foreign,
  };

  function taskOf({ id, title: name, report, measures }: PublishedTask): TaskShape {
    return {
      ...tell(say(name), report),
      id,
      measures: measures.map((one) => tell(say(one.text), one.report)),
      told: words.measures(measures.length, countOf(measures, 'done'), countOf(measures, 'none')),
    };
  }
}

function countOf(list: readonly { readonly report: TaskReport | null }[], state: State): number {
  return list.filter(({ report }) => stateOf(report) === state).length;
}

function stateOf(report: TaskReport | null): State {
  return report?.state ?? 'none';
}

type Teller = (title: string, report: TaskReport | null) => ReportShape;

function reportTeller(locale: Locale, say: Speaker['say']): Teller {
  const words = boardWords(locale);
  const day = (one: Day): string => faceOf(locale).period(one, 'day', false);
  return (title, report) => {
    const none = { since: '', due: '', note: '', evidence: null, changes: [] };
    if (!report) {
      const cells = { due: '', reported: '', reporter: '', note: '' };
      return { ...none, title, state: 'none', line: words.noReport, cells };
    }
    const { state, due, note, evidence, reported, reporter, changes } = report;
    const since = changes.at(-1)?.since;
    const cells = {
      due: due ? day(due) : '',
      reported: day(reported),
      reporter: say(reporter),
      note: note ? say(note) : '',
    };
    return {
      title,
      state,
      line: words.reported(cells.reported, cells.reporter),
      since: since ? words.since(state, day(since)) : '',
      due: cells.due && words.due(cells.due),
      note: cells.note && words.note(cells.note),
      evidence: evidence === undefined ? null : { address: evidence, host: new URL(evidence).host },
      changes: changes.map((one) =>
        words.change(one.state, one.since ? day(one.since) : '', day(one.reported)),
      ),
      cells,
    };
  };
}
