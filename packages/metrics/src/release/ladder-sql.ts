import type { Day } from '../base/day.js';
import { sqlDay, sqlName, sqlText } from '../base/sql.js';
import { tableName, type Contract } from '../dataset/contract.js';
import type { LadderRegister, Tier } from '../plan/plan.js';

/**
 * The statement that gives every move of a ladder up to a day: `date`, `from`, `to`, `count` (METHODS §10). A tier is held from the day
 * of an event that leads to it up to the day before one that ends it; of two on one day, the one that leads to it counts.
 */
export function movesSql(
  tiers: readonly Pick<Tier, 'id' | 'events' | 'until'>[],
  { event, subject }: Pick<LadderRegister, 'event' | 'subject'>,
  contract: Pick<Contract, 'id' | 'time'>,
  through: Day,
): string {
  const [name, day] = [sqlName(event), sqlName(contract.time.column)];
  const among = (events: readonly string[]) => `${name} IN (${events.map(sqlText).join(', ')})`;
  const marks = tiers.flatMap(({ events = [], until = [] }, i) => [
    { flag: `leads_${i}`, last: `led_${i}`, events },
    ...(until.length > 0 ? [{ flag: `ends_${i}`, last: `ended_${i}`, events: until }] : []),
  ]);
  const all = [...new Set(marks.flatMap(({ events }) => events))];
  const stands = tiers.map(({ id, until = [] }, i) => {
    const holds = until.length > 0 ? `led_${i} >= coalesce(ended_${i}, led_${i})` : `led_${i} IS NOT NULL`;
    return `WHEN ${holds} THEN ${sqlText(id)}`;
  });
  return `WITH days AS (
  SELECT ${sqlName(subject)} AS enterprise, ${day} AS day,
    ${marks.map(({ flag, events }) => `bool_or(${among(events)}) AS ${flag}`).join(',\n    ')}
  FROM ${sqlName(tableName(contract))}
  WHERE ${day} <= ${sqlDay(through)} AND ${among(all)}
  GROUP BY ALL
), lasts AS (
  SELECT enterprise, day,
    ${marks.map(({ flag, last }) => `max(day) FILTER (WHERE ${flag}) OVER so_far AS ${last}`).join(',\n    ')}
  FROM days
  WINDOW so_far AS (PARTITION BY enterprise ORDER BY day)
), standing AS (
  SELECT enterprise, day, CASE ${stands.join(' ')} END AS tier FROM lasts
), steps AS (
  SELECT day, lag(tier) OVER (PARTITION BY enterprise ORDER BY day) AS before, tier FROM standing
)
SELECT day AS date, before AS "from", tier AS "to", CAST(count(*) AS DOUBLE) AS count
FROM steps
WHERE before IS DISTINCT FROM tier
GROUP BY ALL
ORDER BY date, before NULLS FIRST, tier NULLS FIRST`;
}
