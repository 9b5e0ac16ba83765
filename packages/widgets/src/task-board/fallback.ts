import type { PublishedTasks } from '@zj/metrics';
import { printChart } from '../chart/fallback.js';
import { linkRel } from '../element/web-address.js';
import type { Tree } from '../drawing/tree.js';
import { faceOf, localeOf, type Locale } from '../locale/locale.js';
import { boardShape, type AreaShape, type ReportShape } from './board-shape.js';
import { boardWords } from './book.js';
import { safeguardTrees } from './board-tree.js';
import { tasksForm } from './tasks-form.js';

/** How tasks are printed. */
export interface BoardPrint {
  readonly locale: Locale;
  /** The name. Default: 重点任务. */
  readonly label?: string;
}

/**
 * Tasks as HTML for inside of the tag: for readers without scripts, for print and for search engines. Each area is a table of its tasks and
 * their measures, with every state as a word. No style, class, id or script. Throws an `Error` for a file that has no tasks.
 *
 * @example boardHtml(JSON.parse(await readFile('release/tasks.json', 'utf8')), { locale: 'zh-CN' }) // '<figure lang="zh-CN" …>…</figure>'
 */
export function boardHtml(tasks: PublishedTasks, { locale: given, label = '' }: BoardPrint): string {
  const locale = localeOf(given);
  const content = tasksForm.take(tasks);
  if (!content) throw new Error(faceOf(locale).malformed('tasks.json'));
  const shape = boardShape(content, { locale, label });
  const tables = shape.areas.map((area) => areaTable(area, locale));
  const region = ['div', { role: 'region', 'aria-label': shape.title, tabindex: 0 }] as const;
  return printChart(shape, locale, { content: [[...region, ...tables], ...safeguardTrees(shape, locale)] });
}

function areaTable({ heading, tasks }: AreaShape, locale: Locale): Tree {
  const { columns } = boardWords(locale);
  return [
    'table',
    {},
    ['caption', {}, heading],
    ['thead', {}, ['tr', {}, ...Object.values(columns).map((word): Tree => ['th', { scope: 'col' }, word])]],
    [
      'tbody',
      {},
      ...tasks.flatMap((task) => [
        row(task, task.title, locale),
        ...task.measures.map((measure, at) => row(measure, `${at + 1}. ${measure.title}`, locale)),
      ]),
    ],
  ];
}

function row({ state, cells, evidence, changes }: ReportShape, name: string, locale: Locale): Tree {
  const words = boardWords(locale);
  const { due, reported, reporter, note } = cells;
  const link: readonly Tree[] = evidence
    ? [' ', ['a', { href: evidence.address, rel: linkRel }, words.evidence(evidence.host)]]
    : [];
  const texts: readonly (readonly Tree[])[] = [
    [words.states[state]],
    [due],
    [reported],
    [reporter],
    [note, ...link],
    [changes.join(words.semicolon)],
  ];
  return ['tr', {}, ['th', { scope: 'row' }, name], ...texts.map((content): Tree => ['td', {}, ...content])];
}
