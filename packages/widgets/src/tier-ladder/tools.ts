// The table and the picture of a ladder that readers save: a file of its own beside the element's, loaded on demand.
import { chartSvg, pictureRoom } from '../chart/svg.js';
import { ink } from '../drawing/ink.js';
import { lineWidth } from '../drawing/text-width.js';
import type { Attributes, Tree } from '../drawing/tree.js';
import type { MenuTable, MenuTools } from '../element/menu-subject.js';
import { ladderWords } from './book.js';
import type { LadderShape } from './ladder-shape.js';

type Tools = MenuTools<LadderShape>;

/** The figures of each tier, then the moves between tiers: a row each, with its period, which the reader may have chosen. */
export const tableOf: Tools['tableOf'] = ({ over, tables: { tiers, moves } }, locale) => {
  const { tables: words, flows, choosePeriod } = ladderWords(locale);
  const none = [null, null, null, null, null, null] as const;
  const period = `${over.start}/${over.end}`;
  return {
    columns: [
      ...[
        choosePeriod,
        words.tier,
        words.start,
        flows.entered,
        flows.came,
        flows.went,
        flows.left,
        words.end,
      ],
      ...[words.support, words.from, words.to, words.count],
    ],
    rows: [
      ...tiers.map(({ name, figures, support }): MenuTable['rows'][number] => [
        period,
        name,
        ...figures.map(read),
        support,
        ...[null, null, null],
      ]),
      ...moves.map(({ from, to, isUp, count }): MenuTable['rows'][number] => [
        period,
        isUp ? words.up : words.down,
        ...none,
        ...[null, from, to],
        read(count),
      ]),
    ],
  };
};

/** A count of the shape, which groups its digits; where a language writes them otherwise, its text. */
function read(figure: string): string | number {
  const plain = figure.replaceAll(/[,\s]/g, '');
  return /^\d+$/.test(plain) ? Number(plain) : figure;
}

/** How high a tier and the moves below it are, and how far a tier stands to the right of the next lower one. */
const [high, between, most] = [92, 34, 56];

/** The tiers as stairs, highest first, with the moves between them. */
export const svgOf: NonNullable<Tools['svgOf']> = (shape, width, locale) => {
  const { tiers, title, demo, summary, remarks, source, through } = shape;
  const room = pictureRoom(width);
  const step = Math.min(most, (room * 0.3) / Math.max(tiers.length - 1, 1));
  const box = room - step * (tiers.length - 1);
  const strong: Attributes = { fill: ink('ink'), 'font-weight': 700 };
  const soft: Attributes = { fill: ink('ink-soft'), 'font-size': 13 };
  const text = (x: number, y: number, words: string, style: Attributes): Tree => [
    'text',
    { x, y, ...style },
    words,
  ];
  const trees = tiers.flatMap((tier, at): readonly Tree[] => {
    const [x, y] = [step * (tiers.length - 1 - at), at * (high + between)];
    const count = lineWidth(tier.count, true) * 28;
    return [
      [
        'rect',
        {
          x: x + 0.5,
          y: y + 0.5,
          width: box - 1,
          height: high - 1,
          rx: 6,
          fill: 'none',
          stroke: ink('line'),
        },
      ],
      ['rect', { x, y, width: 4, height: high, fill: ink('on-track') }],
      text(x + 18, y + 24, tier.name, { ...strong, 'font-size': 15 }),
      text(x + 18, y + 56, tier.count, { ...strong, 'font-size': 28 }),
      text(x + 24 + count, y + 56, [tier.unit, tier.before, tier.changed].join(' · '), soft),
      text(x + 18, y + 80, tier.flows.map(([, word, figure]) => `${word} ${figure}`).join(' · '), soft),
      ...(tier.moves
        ? [
            text(x + 18, y + high + 22, `↑ ${tier.moves.up} · ↓ ${tier.moves.down}`, {
              ...soft,
              fill: ink('on-track'),
            }),
          ]
        : []),
    ];
  });
  const height = tiers.length * (high + between) - between;
  const drawing = { tree: ['svg', {}, ...trees] as Tree, width: room, height };
  const credits = [source.join(''), through].filter(Boolean);
  return chartSvg({ lang: locale, title, demo, summary, drawing, lines: remarks, credits }, { width });
};
