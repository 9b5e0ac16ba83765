import type { Attributes, Tree } from '../drawing/tree.js';
import type { BreakdownShape, Row } from './shape.js';

/** The parts of a shape that its bars need. */
type Frame = Pick<BreakdownShape, 'appearance' | 'zero'>;

/**
 * The bar of a row, as wide as the room it stands in: lengths are in per cent, so that it needs no measuring. The figure that it is
 * compared with is a mark on a casing of the surface; a bar of merged cells is striped; a bar from a zero line inside the drawing has
 * its figure at its end.
 */
export function barTree({ bar, kind, cells }: Row, { appearance, zero }: Frame, isNarrow = false): Tree {
  const lines: Tree[] = [];
  if (bar) {
    const width = `${round(bar.to - bar.from)}%`;
    const place: Attributes = { x: `${bar.from}%`, width, height: '100%' };
    lines.push(
      kind === 'merged'
        ? [
            'svg',
            { ...place, part: 'merged' },
            ['rect', { width: '100%', height: '100%', part: 'frame' }],
            ['line', { x2: '100%', y1: '50%', y2: '50%', part: 'stripes', 'stroke-dasharray': '2 4' }],
          ]
        : ['rect', { ...place, rx: 2, part: kind === 'rest' ? 'rest' : bar.isNegative ? 'negative' : 'bar' }],
    );
    if (bar.mark !== null) {
      const mark: Attributes = { x1: `${bar.mark}%`, x2: `${bar.mark}%`, y1: '-12%', y2: '112%' };
      lines.push(['line', { ...mark, part: 'casing' }], ['line', { ...mark, part: 'mark' }]);
    }
  }
  if (zero !== null && kind !== 'total')
    lines.push([
      'line',
      // From row to row, where nothing stands between them.
      {
        x1: `${zero}%`,
        x2: `${zero}%`,
        ...(isNarrow ? { y1: '-15%', y2: '115%' } : { y1: '-50%', y2: '150%' }),
        part: 'zero',
      },
    ]);
  if (appearance === 'change' && kind !== 'total') {
    const [figure] = cells;
    const at = bar ? (bar.isNegative ? bar.from : bar.to) : (zero ?? 0);
    lines.push([
      'text',
      {
        x: `${at}%`,
        dx: bar?.isNegative === true ? -6 : 6,
        y: '50%',
        dy: '0.35em',
        'text-anchor': bar?.isNegative === true ? 'end' : 'start',
        part: 'figure-text',
      },
      figure!.text,
    ]);
  }
  return ['svg', { class: 'bar', 'aria-hidden': 'true', width: '100%', height: 18 }, ...lines];
}

/** The words over the two sides of a zero line; none where all bars begin at the left. */
export function sidesTree({
  zero,
  sides: [left, right],
}: Pick<BreakdownShape, 'zero' | 'sides'>): readonly Tree[] {
  if (zero === null) return [];
  const word = (text: string, dx: number, anchor: string): Tree => [
    'text',
    { x: `${zero}%`, dx, y: '50%', dy: '0.35em', 'text-anchor': anchor, part: 'side' },
    text,
  ];
  return [
    [
      'svg',
      { class: 'sides', 'aria-hidden': 'true', width: '100%', height: 18 },
      word(`← ${left}`, -8, 'end'),
      word(`${right} →`, 8, 'start'),
    ],
  ];
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
