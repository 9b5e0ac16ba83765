import { faceOf, type Locale } from '../locale/locale.js';
import { breakdownWords } from './book.js';
import type { Breakdown } from './breakdown.js';
import { tellSpan } from './period-name.js';

/** What a reader must know of the data behind figures, however they are drawn: how settled they are, how far they go, what is missing. */
export function dataRemarks(
  { parts, rest, merged, span, stopped, lacks }: Breakdown,
  locale: Locale,
): readonly string[] {
  const face = faceOf(locale);
  const { notes } = breakdownWords(locale);
  const states = new Set([...parts, rest, merged].filter((part) => part !== null).map(({ state }) => state));
  const [state] = states;
  return [
    ...(states.size === 1 && state && state !== 'final' ? [notes.state(face.states[state])] : []),
    ...(span?.partial ? [notes.partial(face.day(span.partial))] : []),
    ...(stopped && span ? [notes.stopped(tellSpan({ ...span, end: stopped, since: null }, locale))] : []),
    ...lacks.map((lack) => lack[face.text] + (face.text === 'zh' ? '。' : '.')),
  ];
}
