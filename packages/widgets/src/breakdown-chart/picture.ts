import { hatchPath } from '../drawing/marks.js';
import { lineWidth, wrapText } from '../drawing/text-width.js';
import type { Attributes, Tree } from '../drawing/tree.js';
import type { Drawing } from '../chart/svg.js';
import { colours } from '../theme/tokens.js';
import type { Bar, BreakdownShape, Cell, Row } from './shape.js';

/** The place of a row in a drawing. */
interface Pen {
  readonly elements: Tree[];
  /** The upper edge of the next row. */
  y: number;
  readonly width: number;
  readonly shape: BreakdownShape;
}

/**
 * The rows of a breakdown as one drawing, for a file without style sheets: the same words, figures and lengths as in the table. Where
 * the width has no room for all columns, each row has its name and figure, its bar and its other figures below each other.
 *
 * @example drawRows(breakdownShape(breakdown, look), 816).height
 */
export function drawRows(shape: BreakdownShape, width: number): Drawing {
  const columns = columnsOf(shape);
  const figures = columns.reduce((sum, { room }) => sum + room, 0);
  const name = Math.min(Math.max(...shape.rows.map(({ name }) => lineWidth(name) * text)) + 8, width * 0.28);
  const bar = width - rank - name - figures - 2 * gap;
  const pen: Pen = { elements: [], y: 0, width, shape };
  write(pen, shape.legend, 0, { size: small, style: soft });
  if (bar >= 120) drawWide(pen, columns, { name, bar });
  else drawNarrow(pen);
  return { tree: ['svg', {}, ...pen.elements], width, height: Math.ceil(pen.y) };
}

/** A column of figures: its head, and the room that its widest text needs. */
interface Figures {
  readonly label: string;
  readonly room: number;
}

function columnsOf({ columns, rows }: BreakdownShape): readonly Figures[] {
  return columns.map(({ label: name, unit }, at) => {
    // The unit of the first stands above the rows.
    const label = at > 0 && unit ? `${name} · ${unit}` : name;
    const widths = rows.map(({ cells }) => lineWidth(tellCell(cells[at]!), at === 0) * text);
    return { label, room: Math.max(lineWidth(label) * small, ...widths) + gap };
  });
}

function drawWide(
  pen: Pen,
  columns: readonly Figures[],
  { name, bar }: { readonly name: number; readonly bar: number },
): void {
  const { shape, width } = pen;
  const left = rank + name + gap;
  const ends = columns.map((_, at) => width - columns.slice(at + 1).reduce((sum, { room }) => sum + room, 0));
  drawSides(pen, left, bar);
  columns.forEach(({ label }, at) =>
    place(pen, label, ends[at]!, pen.y + 15, { size: small, style: { ...soft, ...end } }),
  );
  place(pen, shape.dimension, rank, pen.y + 15, { size: small, style: soft });
  pen.y += 24;
  rule(pen, 1);
  for (const row of shape.rows) {
    if (row.kind === 'total') rule(pen, 1.5, colours.ink[0]);
    const lines = wrapText(nameOf(row), name / text, lineWidth);
    const high = Math.max(lines.length * 20 + 16, 36);
    const middle = pen.y + high / 2;
    const weight = row.kind === 'total' ? bold : {};
    place(pen, row.rank, 0, middle + 5, { size: small, style: soft });
    lines.forEach((line, at) =>
      place(pen, line, rank, middle + 5 + (at - (lines.length - 1) / 2) * 20, { size: text, style: weight }),
    );
    drawBar(pen, row, { x: left, y: middle - 9, width: bar, height: 18 });
    row.cells.forEach((cell, at) =>
      place(pen, tellCell(cell), ends[at]!, middle + 5, {
        size: text,
        style: { ...end, ...(at === 0 ? bold : weight) },
      }),
    );
    pen.y += high;
    rule(pen, 1);
  }
}

function drawNarrow(pen: Pen): void {
  const { shape, width } = pen;
  drawSides(pen, 0, width);
  for (const row of shape.rows) {
    if (row.kind === 'total') rule(pen, 1.5, colours.ink[0]);
    const [first, ...others] = row.cells;
    const figure = tellCell(first!);
    const lines = wrapText(
      [row.rank, nameOf(row)].filter(Boolean).join(' '),
      (width - lineWidth(figure, true) * text - gap) / text,
      lineWidth,
    );
    pen.y += 6;
    place(pen, figure, width, pen.y + 16, { size: text, style: { ...end, ...bold } });
    for (const line of lines) {
      place(pen, line, 0, pen.y + 16, { size: text, style: row.kind === 'total' ? bold : {} });
      pen.y += 20;
    }
    if (row.bar || row.noBar) {
      drawBar(pen, row, { x: 0, y: pen.y + 3, width, height: 14 });
      pen.y += 20;
    }
    const told = others.map((cell, at) => `${shape.columns[at + 1]!.label} ${tellCell(cell)}`);
    write(pen, told.join(' · '), 0, { size: small, style: soft });
    pen.y += 8;
    rule(pen, 1);
  }
}

/** The words over the two sides of the zero line. */
function drawSides(pen: Pen, left: number, width: number): void {
  const { zero, sides } = pen.shape;
  if (zero === null) return;
  const x = left + (width * zero) / 100;
  place(pen, `← ${sides[0]}`, x - 8, pen.y + 15, { size: small, style: { ...soft, ...end } });
  place(pen, `${sides[1]} →`, x + 8, pen.y + 15, { size: small, style: soft });
  pen.y += 22;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function drawBar(pen: Pen, { kind, bar, noBar }: Row, box: Box): void {
  const { zero } = pen.shape;
  const at = (share: number): number => box.x + (box.width * share) / 100;
  if (noBar) place(pen, noBar, box.x, box.y + box.height - 4, { size: small, style: soft });
  if (!bar) return;
  const long = { x: at(bar.from), y: box.y, width: at(bar.to) - at(bar.from), height: box.height };
  pen.elements.push(...(kind === 'merged' ? hatched(long) : [solid(bar, kind, long)]));
  if (bar.mark !== null) {
    const line = `M${round(at(bar.mark))} ${round(box.y - 3)}v${box.height + 6}`;
    pen.elements.push(
      ['path', { d: line, stroke: colours.surface[0], 'stroke-width': 5 }],
      ['path', { d: line, stroke: colours.ink[0], 'stroke-width': 2 }],
    );
  }
  if (zero !== null)
    pen.elements.push([
      'path',
      {
        d: `M${round(at(zero))} ${round(box.y - 6)}v${box.height + 12}`,
        stroke: colours.ink[0],
        'stroke-width': 1.5,
      },
    ]);
}

/** A bar of members is in colour; sums of others are quiet. A bar below zero has its outline alone. */
function solid({ isNegative }: Bar, kind: Row['kind'], box: Box): Tree {
  const colour = colours[kind === 'rest' ? 'neutral' : 'on-track'][0];
  const paint = isNegative
    ? { fill: colours.surface[0], stroke: colour, 'stroke-width': 2 }
    : { fill: colour };
  return ['rect', { ...rounded(box), rx: 2, ...paint }];
}

function hatched(box: Box): readonly Tree[] {
  const line = { stroke: colours.neutral[0], fill: 'none' };
  return [
    ['path', { d: hatchPath(box, 6), ...line, 'stroke-width': 2 }],
    ['rect', { ...rounded(box), ...line }],
  ];
}

function nameOf({ name, state }: Row): string {
  return state ? `${name} · ${state}` : name;
}

/** A figure; a change with its direction, which no colour has to tell. */
function tellCell({ text, direction }: Cell): string {
  return direction === null || direction === 0 ? text : `${direction > 0 ? '▲' : '▼'} ${text}`;
}

interface Type {
  readonly size: number;
  readonly style: Attributes;
}

function place({ elements }: Pen, words: string, x: number, y: number, { size, style }: Type): void {
  if (words)
    elements.push([
      'text',
      { x: round(x), y: round(y), 'font-size': size, fill: colours.ink[0], ...style },
      words,
    ]);
}

/** Lines of text from where the last row ended. */
function write(pen: Pen, words: string, x: number, type: Type): void {
  for (const line of words ? wrapText(words, (pen.width - x) / type.size, lineWidth) : []) {
    pen.y += type.size * 1.5;
    place(pen, line, x, pen.y - type.size * 0.4, type);
  }
}

function rule({ elements, y, width }: Pen, thickness: number, colour: string = colours.line[0]): void {
  elements.push(['path', { d: `M0 ${round(y)}h${round(width)}`, stroke: colour, 'stroke-width': thickness }]);
}

function rounded({ x, y, width, height }: Box): Attributes {
  return { x: round(x), y: round(y), width: round(width), height };
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}

/** Sizes of type, the room of a rank, and the space between columns. */
const [text, small, rank, gap] = [14, 13, 24, 16];
const soft: Attributes = { fill: colours['ink-soft'][0] };
const bold: Attributes = { 'font-weight': 700 };
const end: Attributes = { 'text-anchor': 'end' };
