import type { Status } from '@zj/metrics';
import { colours } from '../theme/tokens.js';
import type { Attributes, Tree } from './tree.js';

/** The colours that a drawing has where no style sheet gives it any: the light ones. */
type Ink = (name: keyof typeof colours) => string;
export const ink: Ink = (name) => colours[name][0];

/** The colour of a status; of one that this script does not know, or of a goal that is withheld, that of one without data. */
export function statusInk(status: string): string {
  switch (status) {
    case 'achieved':
    case 'on-track':
    case 'at-risk':
    case 'off-track':
      return ink(status);
    case 'missed':
      return ink('off-track');
    default:
      return ink('neutral');
  }
}

/** A drawing with its colours as presentation attributes; the names of its parts go, and its classes, which only a shadow tree can show. */
export function colourDrawing(tree: Tree, status: Status | 'withheld'): Tree {
  if (typeof tree === 'string') return tree;
  const [tag, { part, ...named }, ...content] = tree;
  const attributes: Attributes = 'class' in named ? { ...named, class: false } : named;
  const coloured = content.map((child) => colourDrawing(child, status));
  if (tag === 'svg' && !part) return [tag, { ...attributes, ...strokes }, ...coloured];
  const lines: Readonly<Record<string, string>> = {
    // Without data the track is a thin line: in the track's own colour it would hardly be seen.
    track: ink(status === 'no-data' ? 'ink-soft' : 'track'),
    done: statusInk(status),
    forecast: statusInk(status),
    notch: ink('surface'),
    schedule: ink('ink'),
    due: ink('ink'),
    finish: ink('ink-soft'),
    broken: ink('ink-soft'),
    zone: statusInk(status),
    limit: ink('ink'),
    number: ink('ink'),
    end: ink('ink-soft'),
    pointer: statusInk(status),
    period: ink('neutral'),
    breach: statusInk(status),
    cross: ink('surface'),
  };
  const line = part === undefined ? undefined : lines[`${part}`]!;
  const paint: Attributes = !line
    ? {}
    : /^(svg|g)$/.test(tag)
      ? // Its lines have no names of their own.
        { ...(tag === 'svg' && strokes), color: line, stroke: 'currentColor' }
      : /^(rect|text)$/.test(tag) || part === 'pointer'
        ? { fill: line, stroke: 'none' }
        : { stroke: line, ...(tag === 'circle' && { fill: ink('surface') }) };
  return [tag, { ...attributes, ...paint }, ...coloured];
}

const strokes: Attributes = {
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': 2,
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
  overflow: 'visible',
};
