import type { WithheldGoal } from '@zj/metrics';
import { speaker } from '../element/foreign.js';
import type { GaugeShape, Look } from './shape.js';
import { lock } from '../drawing/icons.js';
import { gaugeFace } from './book.js';

/** A gauge without a figure: its name, and a word in place of a status. */
export function blankShape(
  name: string,
  { locale, appearance = 'arc' }: Look,
): GaugeShape & { readonly status: 'withheld' } {
  const { withheld, target } = gaugeFace(locale);
  const none = ['', ''] as const;
  return {
    appearance,
    scale: 'way',
    name: name || target,
    demo: none,
    drawing: ['svg', {}],
    figure: none,
    quantity: none,
    inside: [false, false],
    ends: none,
    beyond: { below: [], above: [] },
    marks: { schedule: false, forecast: false },
    meter: { now: 0, min: 0, max: 100, text: '' },
    status: 'withheld',
    word: withheld,
    icon: lock,
    pace: '',
    brief: '',
    nature: '',
    outlook: '',
    through: '',
    source: none,
    reason: '',
    foreign: [],
  };
}

/**
 * The shape of a goal that is withheld: its name, that it is withheld, and the reason. There is no figure, and nothing is drawn.
 *
 * @example withheldShape({ goal: 'a', name, reason: { zh: '保密', en: 'Confidential' } }, { locale: 'en' }).word // 'Withheld'
 */
export function withheldShape({ name, reason }: WithheldGoal, look: Look): ReturnType<typeof blankShape> {
  const { say, foreign } = speaker(look.locale);
  return { ...blankShape(say(name), look), reason: say(reason), foreign };
}
