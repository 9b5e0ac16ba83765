import { miniPlot } from '../chart/mini-plot.js';
import type { Drawing } from '../chart/svg.js';
import type { ChartTable } from '../chart/csv.js';
import { inkPlot } from '../drawing/ink-plot.js';
import { lineWidth } from '../drawing/text-width.js';
import type { Tree } from '../drawing/tree.js';
import { movePoint, type Text } from '@zj/metrics';
import type { ChartRows } from '../chart/chart-rows.js';
import type { Locale } from '../locale/locale.js';
import { colours } from '../theme/tokens.js';
import { breakdownWords } from './book.js';
import type { MultiplesShape, Panel } from './multiples.js';

/** The room of small charts beside and below each other, in px. */
export interface Grid {
  readonly columns: number;
  /** The width of each. */
  readonly width: number;
  readonly em: number;
  /** The size of the letters in the drawings, in px. */
  readonly letters?: number;
}

/** The space between two charts, and the least width of one, in `em`. */
const [gap, least] = [2.25, 14];

/** How many small charts stand beside each other, and how wide they are. */
export function gridOf({ width, em }: { readonly width: number; readonly em: number }, count: number): Grid {
  const most = Math.max(1, Math.min(count, Math.floor((width / em + gap) / (least + gap))));
  // The rows are as full as each other.
  const columns = Math.ceil(count / Math.ceil(count / most)) || 1;
  return { columns, width: Math.floor((width - (columns - 1) * gap * em) / columns), em };
}

/** The drawing of a small chart; the first one names its lines. */
export function panelTree(
  shape: MultiplesShape,
  panel: Panel,
  { width, em, letters }: Grid,
  locale: Locale,
): Tree {
  const isFirst = panel === shape.panels[0];
  return miniPlot(panel.figures, panel.axis, {
    width,
    em,
    ...(letters !== undefined && { letters }),
    locale,
    ends: shape.ends,
    ...(isFirst && { names: shape.lines }),
  });
}

/** The change in the corner of a small chart, with an arrow that tells nothing beside its sign. */
export function cornerTrees({ change, direction, scale }: Panel): readonly Tree[] {
  return [
    ...(direction === 0
      ? []
      : [['span', { class: 'arrow', 'aria-hidden': 'true' }, direction > 0 ? '▲' : '▼'] as Tree]),
    change,
    ...(scale ? [['small', { class: 'scale' }, scale] as Tree] : []),
  ];
}

/** All figures of all members, as a table for pages without scripts: a row for each period. */
export function membersTree({ periods, members, telling, title }: MultiplesShape, locale: Locale): Tree {
  const words = breakdownWords(locale);
  return [
    'table',
    { part: 'data-table' },
    ['caption', {}, telling.unit ? words.brackets(title, telling.unit) : title],
    [
      'thead',
      {},
      [
        'tr',
        {},
        ['th', { scope: 'col' }, words.multiples.period],
        ...members.map(([name]): Tree => ['th', { scope: 'col', class: 'figure' }, name]),
      ],
    ],
    [
      'tbody',
      {},
      ...periods.map((period, at): Tree => [
        'tr',
        {},
        ['th', { scope: 'row' }, period],
        ...members.map(([, values]): Tree => {
          const value = values[at] ?? null;
          return ['td', { class: 'figure' }, value === null ? words.none : telling.tell(value)];
        }),
      ]),
    ],
  ];
}

/** The same figures as the rows of a data table. */
export function membersRows(
  { starts, grain, fiscalStart, members, telling, title }: MultiplesShape,
  locale: Locale,
): ChartRows {
  const words = breakdownWords(locale);
  const { unit, shift } = telling;
  const plain = (text: string): Text => ({ zh: text, en: text });
  return {
    caption: unit ? words.brackets(title, unit) : title,
    columns: [
      {
        ...{ name: 'period', label: plain(words.multiples.period), type: 'DATE', role: 'time', grain },
        ...(fiscalStart !== undefined && { fiscalStart }),
      },
      ...members.map(([name], at): ChartRows['columns'][number] => ({
        ...{ name: `value_${at + 1}`, label: plain(name), type: 'DOUBLE', role: 'figure' },
        ...(unit && { unit: plain(unit) }),
      })),
    ],
    rows: starts.map((start, at) => [
      start,
      ...members.map(([, values]) => (values[at] == null ? null : movePoint(values[at], shift))),
    ]),
    means: new Map(),
  };
}

/** The same figures in full. */
export function membersTable(
  { periods, members, telling }: MultiplesShape,
  locale: Locale,
): Omit<ChartTable, 'notes'> {
  const words = breakdownWords(locale);
  const { unit, shift } = telling;
  return {
    columns: [words.multiples.period, ...members.map(([name]) => words.brackets(name, unit))],
    rows: periods.map((period, at) => [
      period,
      ...members.map(([, values]) => {
        const value = values[at] ?? null;
        return value === null ? null : movePoint(value, shift);
      }),
    ]),
  };
}

/** All small charts as one drawing, with their names and corners, for a file. */
export function drawPanels(shape: MultiplesShape, width: number, locale: Locale): Drawing {
  const em = 16;
  const grid = gridOf({ width, em }, shape.panels.length);
  const across = grid.width + gap * em;
  let y = 22;
  const trees: Tree[] = [text(shape.legend, 0, 14, { 'font-size': 13, fill: colours['ink-soft'][0] })];
  for (let first = 0; first < shape.panels.length; first += grid.columns) {
    let high = 0;
    for (const [at, panel] of shape.panels.slice(first, first + grid.columns).entries()) {
      const [tag, attributes, ...content] = inkPlot(panelTree(shape, panel, grid, locale)) as Exclude<
        Tree,
        string
      >;
      const x = Math.round(at * across * 100) / 100;
      const corner = [panel.change, panel.scale].filter(Boolean).join(' · ');
      const isFree = (lineWidth(panel.name, true) + lineWidth(corner)) * 14 + 12 < grid.width;
      trees.push(text(panel.name, x, y + 18, { 'font-size': 15, 'font-weight': 700 }));
      trees.push(
        isFree
          ? text(corner, x + grid.width, y + 18, { 'font-size': 14, 'text-anchor': 'end' })
          : text(corner, x, y + 36, { 'font-size': 14 }),
      );
      trees.push([tag, { ...attributes, x, y: y + (isFree ? 26 : 44) }, ...content]);
      high = Math.max(high, Number(attributes.height) + (isFree ? 26 : 44));
    }
    y += high + 20;
  }
  return { tree: ['svg', {}, ...trees], width, height: Math.ceil(y) };
}

function text(words: string, x: number, y: number, style: Readonly<Record<string, string | number>>): Tree {
  return ['text', { x, y, fill: colours.ink[0], ...style }, words];
}
