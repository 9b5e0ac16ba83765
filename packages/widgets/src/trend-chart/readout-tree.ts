import type { Room } from '../chart/chart-element.js';
import { lineWidth } from '../drawing/text-width.js';
import type { Attributes, Tree } from '../drawing/tree.js';
import { dashes } from './plot-lines.js';
import type { Cell, CellKind, Readout } from './readout.js';

/** How a readout is laid out: in so many columns, or as a list of rows; each cell is as high as its longest text of all periods. */
export interface ReadoutLayout {
  readonly columns: number;
  /** Lines of the figure and of the note, by cell. */
  readonly lines: readonly (readonly [figure: number, note: number])[];
  /** Of a list, the cells that are one line each: label, note and figure. */
  readonly single: readonly boolean[];
}

/** The least width of a cell beside others, the space within it, and the size of its figure, in `em`. */
const [least, inside, large] = [8.4, 1.5, 1.1875] as const;

/** A chart narrower than this many `em` is a phone's: its readout is a list. */
export const phone = 30;

/**
 * Lays a readout out for a width so that no cell changes its height as the cursor moves. Of very many periods some are measured: their
 * figures are about as long.
 */
export function layReadout(
  readout: (at: number) => Readout,
  count: number,
  { width, em, small: smallSize }: Room,
): ReadoutLayout {
  const [room, small] = [width / em, smallSize / em];
  const step = Math.max(Math.ceil(count / 60), 1);
  const measured: Readout[] = [];
  for (let at = count - 1; at >= 0; at -= step) measured.push(readout(at));
  const cells = measured[0]?.cells ?? [];
  const isList = room < phone;
  // A unit is a line of its own: where it has no room, the columns are fewer. Most units are narrower than the estimate.
  const unitSize = Math.max(...cells.map(({ unit }) => lineWidth(unit) * small * 0.85), 0);
  const most = Math.floor(room / Math.max(least, unitSize + inside));
  const columns = isList ? 1 : Math.max(Math.min(cells.length, Math.max(most, 2)), 1);
  const cellRoom = isList ? room - inside : room / columns - inside;
  // In a list the label stands before the figure, after a line of the key.
  const figureSize = ({ kind, figure, unit, label }: Cell): number =>
    lineWidth(figure, true) * (isList ? 1 : large) +
    lineWidth(unit) * small +
    (isList && kind !== 'cursor' ? lineWidth(label) * Math.max(0.9375, small) + 30 / em + 1.25 : 0);
  const sizes = cells.map((_, at) =>
    measured.map(({ cells: all }) => [figureSize(all[at]!), lineWidth(all[at]!.note) * small] as const),
  );
  const linesOf = (lengths: readonly number[]): number => Math.ceil(Math.max(...lengths) / cellRoom);
  return {
    columns,
    lines: sizes.map((all) => [
      Math.max(linesOf(all.map(([figure]) => figure)), 1),
      linesOf(all.map(([, note]) => note)),
    ]),
    single: sizes.map((all) => isList && linesOf(all.map(([figure, note]) => figure + note + 1)) < 2),
  };
}

/** The line of each kind of cell, as the key in a list shows it. */
const swatches: Partial<Readonly<Record<CellKind, Attributes>>> = {
  value: { part: 'line chosen-1', 'stroke-width': 3 },
  due: { part: 'schedule', 'stroke-width': 1.5, 'stroke-dasharray': '6 4' },
  path: { part: 'path', 'stroke-width': 1.25, 'stroke-dasharray': '1.5 3' },
  lastYear: { part: 'last-year', 'stroke-width': 1.25 },
  limit: { part: 'limit', 'stroke-width': 2 },
};

/** A readout as a list of terms: the same for the eye and for assistive technology. */
export function readoutTree({ cells }: Readout, { lines, columns, single }: ReadoutLayout): Tree {
  return [
    'dl',
    { part: 'readout', class: columns === 1 ? 'readout list' : `readout c${columns}` },
    ...cells.map(({ kind, label, figure, unit, note }, at): Tree => {
      const [figureLines, noteLines] = lines[at]!;
      return [
        'div',
        {
          key: `${kind}${at}`,
          class: `cell ${kind} f${Math.min(figureLines, 3)} n${Math.min(noteLines, 4)}${single[at] ? ' one' : ''}`,
        },
        ['dt', {}, swatchTree(kind, at), label],
        ['dd', { class: 'figure' }, ['b', {}, figure], ['span', {}, unit]],
        ['dd', { class: 'note' }, note],
      ];
    }),
  ];
}

function swatchTree(kind: CellKind, at: number): Tree {
  const chosen = `chosen-${at}`;
  const dash = dashes[chosen];
  const line: Attributes | undefined =
    kind === 'line'
      ? { part: `line ${chosen}`, 'stroke-width': 3, ...(dash && { 'stroke-dasharray': dash }) }
      : swatches[kind];
  return [
    'svg',
    { class: 'swatch', width: 30, height: 10, 'aria-hidden': 'true' },
    ...(line ? [['path', { d: 'M0 5h30', ...line }] as Tree] : []),
  ];
}
