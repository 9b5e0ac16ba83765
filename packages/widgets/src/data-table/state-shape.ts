import type { FigureState } from '@zj/metrics';
import type { Tree } from '../drawing/tree.js';

/** Circle, triangle and diamond, in a square of 16: with the word, they tell a state where colour does not. */
const paths = {
  provisional: 'M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12z',
  estimate: 'M8 2l6.5 12h-13z',
  revised: 'M8 1l7 7-7 7-7-7z',
} as const satisfies Partial<Record<FigureState, string>>;

/** The shape of a state outside of a shadow tree, as high as a letter. */
export function stateShape(state: keyof typeof paths): Tree {
  const fill = state === 'revised' ? 'currentColor' : 'none';
  return [
    'svg',
    { viewBox: '0 0 16 16', width: 12, height: 12, 'aria-hidden': 'true' },
    ['path', { d: paths[state], fill, stroke: 'currentColor', 'stroke-width': 2 }],
  ];
}
