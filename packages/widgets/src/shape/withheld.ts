import type { WithheldGoal } from '@zj/metrics';
import { faceOf } from '../locale/locale.js';
import type { GaugeShape, Look } from './gauge-shape.js';
import { lock } from './icons.js';

/**
 * The shape of a goal that is withheld: its name, that it is withheld, and the reason. There is no figure, and nothing is drawn.
 *
 * @example withheldShape({ goal: 'a', name, reason: { zh: '保密', en: 'Confidential' } }, { locale: 'en' }).word // 'Withheld'
 */
export function withheldShape(
  { name, reason }: WithheldGoal,
  { locale, appearance = 'arc' }: Look,
): GaugeShape & { readonly status: 'withheld' } {
  const face = faceOf(locale);
  const none = ['', ''] as const;
  return {
    appearance,
    name: name[face.text],
    demo: '',
    drawing: ['svg', {}],
    figure: none,
    quantity: none,
    inside: [false, false],
    ends: none,
    meter: { now: 0, min: 0, max: 100, text: face.withheld },
    status: 'withheld',
    word: face.withheld,
    icon: lock,
    pace: '',
    outlook: '',
    through: '',
    source: '',
    reason: reason[face.text],
  };
}
