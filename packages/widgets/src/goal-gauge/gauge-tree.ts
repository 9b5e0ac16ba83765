import { clock } from '../drawing/icons.js';
import type { Tree } from '../drawing/tree.js';
import { breakWords } from '../drawing/words.js';
import { markForeign } from '../element/foreign.js';
import type { Locale } from '../locale/locale.js';
import type { GaugeShape, Hidden } from './shape.js';
import { gaugeFace } from './book.js';

/** The state of a gauge beside its figures. */
export interface Frame {
  readonly locale: Locale;
  /** How the card looks: a status, or `withheld`, `loading`, `failed`, `fallback`. */
  readonly look: string;
  /** Newer figures may exist. */
  readonly stale: boolean;
  /** Left out of the face, and kept in the text for assistive technology. */
  readonly hide?: readonly Hidden[];
}

/** In sight of assistive technology alone. */
const unseen = 'unseen';

/**
 * The face of a gauge: its name, the dial with the figure, the status with the forecast, and the pace. Assistive technology is told
 * the name by the caption, the figure by the meter and the status by its word, each once: the figure that is seen is hidden from it.
 * Of the forecast it is told all; the face has it briefly.
 */
export function gaugeTree(shape: GaugeShape, { locale, look, stale, hide = [] }: Frame): readonly Tree[] {
  const { name, meter, figure, quantity, inside, ends, beyond, marks } = shape;
  const [full, briefly] = shape.demo;
  const face = gaugeFace(locale);
  // There is neither a figure to draw nor anything behind it.
  const hidden = look === 'withheld';
  const lang = shape.foreign.find(({ words }) => words === name)?.lang;
  const brief: Tree = stale
    ? ['span', { class: 'stale' }, icon(clock), face.stale]
    : [
        'span',
        {
          part: 'outlook',
          class: `${marks.forecast ? 'key' : ''}${shape.brief && hide.includes('forecast') ? ` ${unseen}` : ''}`,
          'aria-hidden': 'true',
        },
        shape.brief || shape.nature,
      ];
  // While it waits, the drawing is out of sight.
  const isWaiting = look === 'loading';
  const told = {
    role: 'meter',
    'aria-label': face.progress,
    'aria-valuenow': meter.now,
    'aria-valuemin': meter.min,
    'aria-valuemax': meter.max,
    'aria-valuetext': meter.text,
  };
  const trees: readonly Tree[] = [
    [
      'div',
      { part: 'dial', class: 'dial', hidden },
      ['div', { class: 'drawing', ...(!isWaiting && told) }, shape.drawing],
      [
        'p',
        { part: 'ends', class: ends[1] ? 'ends' : 'ends none', 'aria-hidden': 'true' },
        ...beyond.below,
        ['span', { part: 'start' }, ends[0]],
        ['span', { part: 'target' }, ends[1]],
        ...(shape.appearance === 'ring' ? [] : beyond.above),
      ],
      [
        'b',
        { part: 'value', class: inside[0] && 'in', 'aria-hidden': 'true' },
        figure[0],
        ['small', {}, figure[1]],
      ],
      [
        'p',
        { part: 'quantity', class: inside[0] && inside[1] && 'in', 'aria-hidden': 'true' },
        ...(quantity[0] ? [quantity[0], ' ', ['span', {}, quantity[1]] as Tree] : []),
      ],
      ...(isWaiting
        ? [['p', { class: 'wait', ...told }, ['span', { 'aria-hidden': 'true' }, meter.text]] as Tree]
        : []),
    ],
    [
      'div',
      { part: 'facts', class: 'facts' },
      [
        'p',
        { class: 'row' },
        ['span', { part: 'chip', class: 'chip' }, icon(shape.icon), shape.word],
        ' ',
        brief,
      ],
      ...(hidden
        ? [['p', {}, shape.reason] as Tree]
        : [
            [
              'p',
              { part: 'pace', class: marks.schedule ? 'pace key' : 'pace' },
              // Without a schedule there is more to say of the status.
              shape.pace || shape.reason,
            ] as Tree,
            ['p', { class: unseen }, [shape.outlook, shape.nature].filter(Boolean).join(face.comma)] as Tree,
          ]),
    ],
  ];
  return [
    [
      'figcaption',
      {},
      ...(full
        ? [
            [
              'small',
              { part: 'demo' },
              ['span', { class: 'full' }, full],
              ['span', { class: 'brief', 'aria-hidden': 'true' }, briefly],
            ] as Tree,
            ' ',
          ]
        : []),
      ['slot', { name: 'caption' }, ...nameTrees(name, lang ?? locale, lang)],
    ],
    ...markForeign(trees, shape.foreign),
  ];
}

/** A name that breaks between its words. Assistive technology is told it in one piece, not word by word. */
function nameTrees(name: string, locale: string, lang: string | false = false): readonly Tree[] {
  const words = breakWords(name, locale);
  if (words.length === 1) return [['span', { part: 'label', lang }, name]];
  return [
    ['span', { class: unseen, lang }, name],
    ['span', { part: 'label', class: 'seen', lang, 'aria-hidden': 'true' }, ...words],
  ];
}

/** The face as a voice reads it: the name, the figure, the status, the pace and the forecast. */
export function toldLines({
  name,
  demo,
  status,
  meter,
  word,
  pace,
  outlook,
  reason,
}: GaugeShape): readonly string[] {
  return status === 'withheld'
    ? [name, word, reason]
    : [name, demo[0], meter.text, word, pace || reason, outlook];
}

/** The last line of a face: the day up to which the figures count, and where they come from. */
export function footTree(
  { through, source, foreign }: GaugeShape,
  hide: readonly Hidden[] = [],
): readonly Tree[] {
  const [isThrough, isSource] = [through, source[1]].map((text) => text !== '') as [boolean, boolean];
  const seen = { through: !hide.includes('through'), source: !hide.includes('source') };
  const between =
    isThrough && isSource
      ? [['span', { class: 'dot' }, seen.through && seen.source ? ' · ' : ' '] as Tree]
      : [];
  const line: readonly Tree[] = [
    ...(isThrough ? [['span', { part: 'through', class: !seen.through && unseen }, through] as Tree] : []),
    ...between,
    ...(isSource
      ? [
          [
            'span',
            { part: 'source', class: !seen.source && unseen },
            ['span', { class: unseen }, source[0]],
            source[1],
          ] as Tree,
        ]
      : []),
  ];
  return markForeign([['p', {}, ...line]], foreign);
}

function icon(path: string): Tree {
  return ['svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' }, ['path', { d: path }]];
}
