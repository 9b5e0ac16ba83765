import type { GoalBoardWords } from './words.js';

const goals = (count: number): string => `${count} ${count === 1 ? 'goal' : 'goals'}`;

export const goalBoard: GoalBoardWords = {
  title: 'Goals',
  noInput: 'Nothing says which goals to show. Write src, put the tag into a <zj-source>, or set verdicts.',
  summary: ({ all, judged, plan, day }) =>
    `${plan && `${plan}: `}${goals(all)}, of which ${judged} ${judged === 1 ? 'is' : 'are'} judged${day && `, with figures through ${day}`}.`,
  apart:
    'Goals that have not begun, without data, that cannot be assessed or are withheld are counted apart: they are not behind.',
  filter: 'Filter by status',
  all: 'All',
  notBegun: 'Not begun',
  count: (word, count) => `${word}: ${goals(count)}`,
  search: 'Find a goal',
  byPinyin: 'or initials of its pinyin',
  order: 'Order',
  orders: { plan: 'As in the plan', status: 'By status', gap: 'By gap to schedule' },
  shown: (count, all) => `${count} of ${goals(all)} shown`,
  none: 'No goal meets the conditions.',
  showAll: 'Show all',
  otherGoals: 'Other goals',
  goals,
  heads: {
    goal: 'Goal',
    status: 'Status',
    progress: 'Attainment',
    figure: 'Actual / target',
    expected: 'Due by now',
    needed: 'Needed a month',
    through: 'Data through',
    source: 'Source',
  },
  exact: {
    actual: 'Actual',
    target: 'Target',
    baseline: 'Baseline',
    unit: 'Unit',
    reason: 'Reason',
  },
  key: 'The vertical line is the schedule',
  inAll: (amount) => `${amount} in all`,
  neededSentence: (total, months, each) =>
    `${total} are still needed: ${each} in each of the ${months} ${months === '1' ? 'month' : 'months'} that are left.`,
  clause: 'Clause',
  quote: (text) => `“${text}”`,
  brackets: (text) => ` (${text})`,
  why: 'Why',
  outlook: 'Forecast of the end',
  nextUpdate: (day) => `Next update: ${day}`,
  behind: 'Figures, formulas and SQL',
  behindOf: (name) => `${name}: figures, formulas and SQL`,
  missing: (count) => `The published data leave out ${goals(count)} of the plan.`,
  unreadable: (count) => `The data of ${goals(count)} are damaged, and not shown.`,
};
