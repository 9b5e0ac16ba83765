import { faceOf, type Locale } from '../../locale/locale.js';
import type { GaugeShape } from '../gauge-shape.js';
import type { Tree } from '../../drawing/tree.js';
import type { DetailAnswer } from './ask-detail.js';
import type { Drawn } from '../shape-of.js';

/** What stands behind a figure, or that it is on its way, or that it cannot be read. */
export function reveal(
  { verdict, judged }: Drawn,
  { reason }: GaugeShape,
  { detail, failed, tried }: DetailAnswer,
  locale: Locale,
): readonly Tree[] {
  const face = faceOf(locale);
  const why: Tree = ['p', {}, reason];
  if (detail) return [why, ...detail.showDetail(verdict!, judged, { locale })];
  const file = 'zj-goal-gauge-detail.js';
  const sentence = !failed
    ? face.loading
    : location.protocol === 'file:'
      ? face.needsHttp(file)
      : face.unreachable(file, 'loading');
  const told: Tree = ['p', { role: 'status' }, sentence];
  return tried ? [why, told, ['button', {}, face.retry]] : [why, told];
}
