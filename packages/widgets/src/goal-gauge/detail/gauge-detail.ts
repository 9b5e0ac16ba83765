import type { PublishedVerdict } from '@zj/metrics';
import { markForeign } from '../../element/foreign.js';
import type { Locale } from '../../locale/locale.js';
import type { Tree } from '../../drawing/tree.js';
import { figureRows } from './figures.js';
import { formerRows, periodRows } from './kept.js';
import { publishedRows } from './published.js';
import { tellable, type Tellable } from './tellable.js';
import { nameOf, teller, type Row, type Teller } from './teller.js';
import { trialRows } from './trials.js';

/** A table of the detail. */
export interface Table {
  readonly caption: string;
  readonly rows: readonly Row[];
}

/**
 * The detail of a verdict as tables of words: figures and formulas, thresholds, schedules, the forecast with its back-test, the
 * figure needed per month; the gaps in the data; the forecasting methods that were tried; the results of published methods
 * (METHODS §1–6). A malformed part is left out.
 *
 * @example gaugeTables(verdict, { locale: 'zh-CN' })[0].rows[2] // ['完成率', '(5,036.18 − 0) ÷ (6,000 − 0) = 83.9%']
 */
export function gaugeTables(
  verdict: PublishedVerdict,
  { locale }: { readonly locale: Locale },
): readonly Table[] {
  const tells = teller(verdict, locale);
  return tablesOf(tellable(verdict), tells);
}

function tablesOf(verdict: Tellable, tells: Teller): readonly Table[] {
  const { word, say } = tells;
  const tables: readonly Table[] = [
    { caption: word.figures, rows: figureRows(verdict, tells) },
    {
      caption: word.completeness,
      rows: verdict.completeness.map(({ kind, text }) => [nameOf(kind, word.kinds), say(text)]),
    },
    { caption: word.periods, rows: periodRows(verdict, tells) },
    { caption: word.former, rows: formerRows(verdict, tells) },
    { caption: word.trials, rows: trialRows(verdict, tells) },
    { caption: word.published, rows: publishedRows(verdict, tells) },
    {
      caption: word.interpretations,
      rows: verdict.interpretations.map(({ question, reading }) => [say(question), say(reading)]),
    },
  ];
  return tables
    .map(({ caption, rows }) => ({ caption, rows: rows.filter(([, text]) => text) }))
    .filter(({ rows }) => rows.length > 0);
}

/** The same as elements, with the query that gives the figures; and that something is left out, where it is. */
export function gaugeDetail(
  verdict: PublishedVerdict,
  { locale }: { readonly locale: Locale },
): readonly Tree[] {
  const tells = teller(verdict, locale);
  const told = tellable(verdict);
  const tables = tablesOf(told, tells).map(({ caption, rows }): Tree => [
    'table',
    { part: 'table', key: caption },
    ['caption', {}, caption],
    [
      'tbody',
      {},
      ...rows.map(([label, text, link]): Tree => [
        'tr',
        { key: label },
        ['th', { scope: 'row' }, label],
        ['td', {}, text, ...(link ? [['a', { href: link.url }, link.title] as Tree] : [])],
      ]),
    ],
  ]);
  const query: Tree = ['pre', { tabindex: 0, role: 'group', 'aria-label': 'SQL' }, told.sql];
  return [
    ...(told.whole ? [] : [['p', {}, tells.word.partly] as Tree]),
    ...markForeign(tables, tells.foreign),
    ...(told.sql ? [query] : []),
  ];
}
