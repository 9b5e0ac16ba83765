import type { Contract, Period, Tier } from '@zj/metrics';
import { dayOf, epochDay } from '../../../packages/metrics/src/engine/table.js';
import { random } from '../goal/random.js';

/** An event of a register. */
export interface DrawnEvent {
  readonly date: string;
  readonly event: string;
  readonly subject: string;
}

/** A ladder, a register of events, and a period in which it is read. */
export interface DrawnLadder {
  readonly tiers: readonly Pick<Tier, 'id' | 'events' | 'until'>[];
  readonly events: readonly DrawnEvent[];
  readonly period: Period;
}

/** The days that a drawn register covers. */
export const drawnDays: Period = { start: '2026-01-01', end: '2026-03-01' };

/** A contract of a register, as far as the statement needs it. */
export const registerContract: Pick<Contract, 'id' | 'time'> = {
  id: 'the-register',
  time: { column: 'date', grain: 'day' },
};

const names = ['a', 'b', "it's", 'd', 'e', 'f', 'left', 'expired'];

/** One to four tiers, each with one or two events that lead to it, and up to two that end it; few enterprises with many events, often on one day. */
export function drawLadder(seed: number): DrawnLadder {
  const next = random(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  const leading = names.slice(0, 6);
  const tiers = Array.from({ length: 1 + below(4) }, (_, i) => {
    const events = leading.splice(0, 1 + below(i === 0 ? 2 : 1));
    const ends = names.filter((name) => !events.includes(name) && next() < 0.25);
    return { id: `tier-${i}`, events, ...(ends.length > 0 && { until: ends }) };
  });
  const first = epochDay(drawnDays.start);
  const days = epochDay(drawnDays.end) - first + 1;
  const events = Array.from({ length: below(80) }, () => ({
    date: dayOf(first + below(days)),
    event: names[below(names.length)]!,
    subject: `企业 ${below(9)}`,
  }));
  const [from, to] = [below(days), below(days)].sort((a, b) => a - b) as [number, number];
  return { tiers, events, period: { start: dayOf(first + from), end: dayOf(first + to) } };
}
