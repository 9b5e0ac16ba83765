import { pinyinInitials } from '../locale/pinyin.js';
import type { BoardShape, Entry } from './board-shape.js';
import { judged, standings, type Order, type Standing } from './words.js';

/** What a reader has chosen. */
export interface Arrangement {
  /** Only goals that stand so; empty for all. */
  readonly standing: Standing | '';
  readonly search: string;
  readonly order: Order;
}

export const arrangedAtFirst: Arrangement = { standing: '', search: '', order: 'plan' };

/** Some goals below a name; the name is empty where they stand alone. */
export interface Group {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** In this order goals stand by status: those that need attention first, and those without a verdict last. */
const urgent: readonly Standing[] = [
  'missed',
  'off-track',
  'at-risk',
  'on-track',
  'kept-so-far',
  'achieved',
  ...standings.slice(judged),
];

/** The goals that stay, in their groups; in another order than the plan's they are one group. */
export function arrange(shape: BoardShape, { standing, search, order }: Arrangement): readonly Group[] {
  const wanted = search.trim();
  const stay = shape.entries.filter(
    (entry) => (standing === '' || entry.standing === standing) && (wanted === '' || isFound(entry, wanted)),
  );
  if (order === 'plan')
    return shape.groups.flatMap(({ id, title }) => {
      const entries = stay.filter(({ group }) => group === id);
      return entries.length > 0 ? [{ id, title, entries }] : [];
    });
  const rank = (entry: Entry): number =>
    order === 'status' ? urgent.indexOf(entry.standing) : (entry.gap ?? Infinity);
  const entries = [...stay].sort((a, b) => {
    const [one, other] = [rank(a), rank(b)];
    return one === other ? 0 : one < other ? -1 : 1;
  });
  return entries.length > 0 ? [{ id: '', title: '', entries }] : [];
}

/** Whether a goal has a text in its name or its clause, or its name the letters of pinyin. */
function isFound({ name, quote }: Entry, wanted: string): boolean {
  const text = wanted.toLowerCase();
  if ([name, quote].some((one) => one.toLowerCase().includes(text))) return true;
  return /^[a-z\d]+$/.test(text) && (pinyinInitials(name)?.includes(text) ?? false);
}
