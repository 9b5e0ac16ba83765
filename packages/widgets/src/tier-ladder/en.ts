import type { LadderWords } from './words.js';

const start = (isYear: boolean): string => (isYear ? 'at the start of the year' : 'at the start');
const unit = (count: number): string => (count === 1 ? 'enterprise' : 'enterprises');

export const ladder: LadderWords = {
  title: 'Ladder of enterprises',
  noInput:
    'Nothing says which ladder is shown. Write src, or put the element inside a <zj-source>, or set the property ladder.',
  unit,
  enterprises: (figure, count) => `${figure} ${unit(count)}`,
  tiers: (figure, count) => `${figure} ${count === 1 ? 'tier' : 'tiers'}`,
  summary: ({ day, tiers, all, change, entered, left }) =>
    `On ${day}: ${all} on ${tiers}, ${change}. Entered: ${entered}; left: ${left}.`,
  change: (by, direction, isYear) =>
    direction === 0
      ? `as many as ${start(isYear)}`
      : `${by} ${direction > 0 ? 'more' : 'fewer'} than ${start(isYear)}`,
  before: (enterprises, isYear) => `${enterprises} ${start(isYear)}`,
  changed: (by, direction) => (direction === 0 ? 'no change' : `${by} ${direction > 0 ? 'more' : 'fewer'}`),
  flows: { entered: 'Entered', came: 'Moved in', went: 'Moved out', left: 'Left' },
  up: (enterprises) => `Up: ${enterprises}`,
  down: (enterprises) => `Down: ${enterprises}`,
  between: (lower, higher) => `Between ${lower} and ${higher}: `,
  across: (from, to, enterprises) => `Across tiers: ${enterprises} from ${from} to ${to}.`,
  identity: 'For each tier: start + entered + moved in − moved out − left = end.',
  period: (first, last) =>
    `The period is ${first} to ${last}, both days inclusive; the start is the state before ${first}.`,
  once: 'An enterprise counts on the highest tier that it has reached, and nowhere else. One that moved twice in the period counts in both moves.',
  order: 'Height shows the tier, not the number.',
  rejected: (rejected, read) => `Of ${read} rows of the register, ${rejected} are wrong and do not count.`,
  quote: (quote, plan) => `In the words of the plan (${plan}): “${quote}”`,
  choosePeriod: 'Period',
  year: (year) => year,
  yearSoFar: (year, day) => `${year} (to ${day})`,
  noPeriod: (period, first, last, example) =>
    `There is nothing of period="${period}". The register goes from ${first} to ${last}; write it like ${example}.`,
  tables: {
    tiers: 'Enterprises on each tier',
    tier: 'Tier',
    start: 'Start',
    end: 'End',
    support: 'Support under the plan',
    moves: 'Moves between tiers',
    from: 'From',
    to: 'To',
    direction: 'Direction',
    up: 'up',
    down: 'down',
    count: 'Enterprises',
    noMoves: 'No enterprise moved between tiers in the period.',
    inUnit: (caption) => `${caption} (number)`,
  },
};
