import { speak, type Locale } from '../locale/locale.js';
import * as word from '../locale/messages.js';
import type { GaugeShape } from './gauge-shape.js';
import { clock } from './icons.js';
import type { Tree } from './tree.js';

/** What a gauge knows beside its figures. */
export interface Frame {
  readonly locale: Locale;
  /** How the card looks: a status, or `loading`, `failed`, `fallback`. */
  readonly look: string;
  /** What is shown may have been overtaken. */
  readonly stale: boolean;
  /** What went wrong, and what to do; empty where nothing did. */
  readonly error: string;
  /** Whether trying again may help. */
  readonly retry: boolean;
}

/** The gauge as elements, the same ones in every state: the style hides what has nothing to say. */
export function gaugeTree(shape: GaugeShape, { locale, look, stale, error, retry }: Frame): readonly Tree[] {
  const { name, dial, meter, figure, quantity, ends } = shape;
  const say = speak(locale);
  const rows = shape.rows.map(([label, text]): Tree => [
    'tr',
    {},
    ['th', { scope: 'row' }, label],
    ['td', {}, text],
  ]);
  return [
    ['div', { class: 'room', hidden: look !== 'fallback' }],
    ['slot', { hidden: look !== 'fallback' }],
    [
      'div',
      { class: `root ${look}`, hidden: look === 'fallback' && !error },
      [
        'figure',
        { part: 'figure', lang: locale, dir: 'ltr', 'aria-busy': `${look === 'loading'}` },
        [
          'figcaption',
          {},
          ['slot', { name: 'caption' }, ['span', { part: 'label' }, name]],
          ['span', { hidden: !shape.demo }, ' ', ['small', {}, shape.demo]],
        ],
        [
          'div',
          { class: 'dial' },
          ['p', { class: 'wait', hidden: look !== 'loading' }, meter.text],
          [
            'p',
            { class: 'middle' },
            ['b', { part: 'value' }, figure[0], ['small', {}, figure[1]]],
            ['span', {}, quantity[0], ' ', ['span', {}, quantity[1]]],
          ],
          [
            'div',
            {
              role: 'meter',
              'aria-label': name,
              'aria-valuenow': meter.now,
              'aria-valuemin': meter.min,
              'aria-valuemax': meter.max,
              'aria-valuetext': meter.text,
            },
            [
              'svg',
              { viewBox: '-100 -97 200 146', 'aria-hidden': 'true' },
              ['path', { part: 'track', d: dial.track }],
              ['path', { class: 'done', d: dial.value }],
              ['path', { class: 'casing', d: dial.schedule }],
              ['path', { part: 'schedule', d: dial.schedule }],
            ],
          ],
          [
            'p',
            { class: 'ends', 'aria-hidden': 'true' },
            ['span', {}, ends[0]],
            ['span', { part: 'target' }, ends[1]],
          ],
        ],
        [
          'div',
          { class: 'facts' },
          [
            'p',
            {},
            ['span', { class: 'chip' }, icon(shape.icon), shape.word],
            ' ',
            ['span', { hidden: !stale }, icon(clock), say(word.stale)],
          ],
          ['p', { class: dial.schedule && 'tick' }, shape.pace],
          ['p', {}, shape.through],
          ['p', {}, shape.source],
        ],
        [
          'div',
          { part: 'error', role: 'status' },
          ['p', {}, error],
          ['button', { hidden: !retry }, say(word.retry)],
        ],
        [
          'details',
          {},
          ['summary', { part: 'summary' }, say(word.why)],
          ['p', {}, shape.reason],
          ['table', { part: 'table' }, ...rows],
          ['pre', { hidden: !shape.sql, tabindex: 0, role: 'group', 'aria-label': 'SQL' }, shape.sql],
        ],
        ['slot', { name: 'note' }],
      ],
    ],
  ];
}

function icon(path: string): Tree {
  return ['svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' }, ['path', { d: path }]];
}
