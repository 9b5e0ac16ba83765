import { markForeign } from '../element/foreign.js';
import { faceOf, type Locale } from '../locale/locale.js';
import type { GaugeShape } from './gauge-shape.js';
import { clock } from '../drawing/icons.js';
import type { Tree } from '../drawing/tree.js';

/** The state of a gauge beside its figures. */
export interface Frame {
  readonly locale: Locale;
  /** How the card looks: a status, or `withheld`, `loading`, `failed`, `fallback`. */
  readonly look: string;
  /** Newer figures may exist. */
  readonly stale: boolean;
}

/**
 * The face of a gauge: its name, the dial with the figure, and the facts below it. Assistive technology is told the name by the
 * caption, the figure by the meter and the status by its word, each once: the figure that is seen is hidden from it.
 */
export function gaugeTree(shape: GaugeShape, { locale, look, stale }: Frame): readonly Tree[] {
  const { name, meter, figure, quantity, inside, ends } = shape;
  const face = faceOf(locale);
  // There is neither a figure to draw nor anything behind it.
  const hidden = look === 'withheld';
  const trees: readonly Tree[] = [
    [
      'figcaption',
      {},
      ['slot', { name: 'caption' }, ['span', { part: 'label' }, name]],
      ...(shape.demo ? [' ', ['small', {}, shape.demo] as Tree] : []),
    ],
    [
      'div',
      { class: 'dial', hidden },
      [
        'div',
        {
          role: 'meter',
          'aria-label': face.progress,
          'aria-valuenow': meter.now,
          'aria-valuemin': meter.min,
          'aria-valuemax': meter.max,
          'aria-valuetext': meter.text,
        },
        shape.drawing,
      ],
      [
        'p',
        { class: 'ends', 'aria-hidden': 'true' },
        ['span', {}, ends[0]],
        ['span', { part: 'target' }, ends[1]],
      ],
      [
        'b',
        { part: 'value', class: inside[0] && 'in', 'aria-hidden': 'true' },
        figure[0],
        ['small', {}, figure[1]],
      ],
      [
        'p',
        { class: inside[0] && inside[1] && 'in', 'aria-hidden': 'true' },
        quantity[0],
        ' ',
        ['span', {}, quantity[1]],
      ],
      ...(look === 'loading' ? [['p', { class: 'wait', 'aria-hidden': 'true' }, meter.text] as Tree] : []),
    ],
    [
      'div',
      { class: 'facts' },
      [
        'p',
        {},
        ['span', { class: 'chip' }, icon(shape.icon), shape.word],
        ' ',
        ['span', {}, shape.through],
        ...(stale ? [' ', ['span', {}, icon(clock), face.stale] as Tree] : []),
      ],
      ...(hidden
        ? [['p', { class: '' }, shape.reason] as Tree]
        : [
            ['p', { class: 'key' }, shape.pace] as Tree,
            ['p', { class: 'key' }, shape.outlook] as Tree,
            ['p', {}, shape.source] as Tree,
          ]),
    ],
  ];
  return markForeign(trees, shape.foreign);
}

function icon(path: string): Tree {
  return ['svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' }, ['path', { d: path }]];
}
