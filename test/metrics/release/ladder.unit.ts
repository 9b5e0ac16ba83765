import { readLadder, type LadderMove, type Period } from '@zj/metrics';
import { openWorkbench, type Workbench } from '@zj/metrics/node';
import { tableRows } from '@zj/metrics';
import { sqlText } from '@zj/metrics/sql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { movesSql } from '../../../packages/metrics/src/release/ladder-sql.js';
import { patience, seeds } from '../../soak.js';
import { drawLadder, drawnDays, registerContract, type DrawnEvent, type DrawnLadder } from './ladder-draw.js';

let workbench: Workbench;
beforeAll(async () => {
  workbench = await openWorkbench();
});
afterAll(() => workbench.close());

const columns = { event: 'event', subject: 'subject' };

async function writeRegister(events: readonly DrawnEvent[]): Promise<void> {
  await workbench.execute('CREATE OR REPLACE TABLE the_register (date DATE, event VARCHAR, subject VARCHAR)');
  if (events.length === 0) return;
  const rows = events.map(
    ({ date, event, subject }) => `(DATE ${sqlText(date)}, ${sqlText(event)}, ${sqlText(subject)})`,
  );
  await workbench.execute(`INSERT INTO the_register VALUES ${rows.join(', ')}`);
}

async function movesOf(
  { tiers, events }: Pick<DrawnLadder, 'tiers' | 'events'>,
  through = drawnDays.end,
): Promise<readonly LadderMove[]> {
  await writeRegister(events);
  const sql = movesSql(tiers, columns, registerContract, through);
  return tableRows(await workbench.run(sql)) as unknown as readonly LadderMove[];
}

/** The tier on which each enterprise stands at the end of each day, by a statement that knows days alone and no moves. */
function standingSql(tiers: DrawnLadder['tiers'], { start, end }: Period): string {
  const pairs = (key: 'events' | 'until'): string => {
    const rows = tiers.flatMap((tier, i) => (tier[key] ?? []).map((event) => `(${i}, ${sqlText(event)})`));
    return `(SELECT * FROM (VALUES (-1, ''), ${rows.join(', ') || "(-1, '')"}) AS t(tier, event))`;
  };
  return `SELECT who.subject, CAST(days.day AS DATE) AS day, (
    SELECT min(leads.tier) FROM the_register AS one JOIN ${pairs('events')} AS leads ON leads.event = one.event
    WHERE one.subject = who.subject AND one.date <= days.day AND NOT EXISTS (
      SELECT 1 FROM the_register AS other JOIN ${pairs('until')} AS ends ON ends.event = other.event
      WHERE ends.tier = leads.tier AND other.subject = who.subject
        AND other.date > one.date AND other.date <= days.day)) AS tier
  FROM (SELECT DISTINCT subject FROM the_register) AS who,
    generate_series(DATE '${start}' - INTERVAL 1 DAY, DATE '${end}', INTERVAL 1 DAY) AS days(day)`;
}

test(
  'is equal to plain SQL over random registers: enterprises on each tier, entries, and moves',
  { timeout: patience() },
  async () => {
    let [moved, ended] = [0, 0];
    for (const seed of seeds('ladders', 400)) {
      const drawn = drawLadder(seed);
      const { tiers, period } = drawn;
      const reading = readLadder({ tiers, moves: await movesOf(drawn) }, period);
      const standing = standingSql(tiers, period);
      const counted = await workbench.rows(
        `SELECT tier, count(*) FILTER (WHERE day = DATE '${period.end}') AS count,
        count(*) FILTER (WHERE day = DATE '${period.start}' - 1) AS before
      FROM (${standing}) WHERE tier IS NOT NULL GROUP BY tier`,
      );
      const steps = await workbench.rows(
        `SELECT b.tier AS "from", a.tier AS "to", count(*) AS count
      FROM (${standing}) AS a JOIN (${standing}) AS b ON a.subject = b.subject AND a.day = b.day + 1
      WHERE a.tier IS DISTINCT FROM b.tier GROUP BY ALL`,
      );
      const number = (rows: readonly Readonly<Record<string, unknown>>[], key: string, is: object): number =>
        rows
          .filter((row) => Object.entries(is).every(([name, value]) => row[name] === value))
          .reduce((sum, row) => sum + Number(row[key]), 0);
      const expected = tiers.map(({ id }, i) => ({
        tier: id,
        before: number(counted, 'before', { tier: i }),
        count: number(counted, 'count', { tier: i }),
        entered: number(steps, 'count', { from: null, to: i }),
        came: number(steps, 'count', { to: i }) - number(steps, 'count', { from: null, to: i }),
        went: number(steps, 'count', { from: i }) - number(steps, 'count', { from: i, to: null }),
        left: number(steps, 'count', { from: i, to: null }),
      }));
      expect(reading.tiers, `seed ${seed}`).toEqual(expected);
      const pairs = reading.moves.map(({ from, to, count }) => [from, to, count]);
      const plain = steps
        .filter((row) => row.from !== null && row.to !== null)
        .sort((a, b) => Number(a.from) - Number(b.from) || Number(a.to) - Number(b.to))
        .map((row) => [`tier-${String(row.from)}`, `tier-${String(row.to)}`, Number(row.count)]);
      expect(pairs, `seed ${seed}`).toEqual(plain);
      moved += pairs.length;
      ended += reading.tiers.filter(({ left }) => left > 0).length;
    }
    expect(Math.min(moved, ended)).toBeGreaterThan(0);
  },
);

describe('an enterprise', () => {
  const tiers = [
    { id: 'top', events: ['crowned'] },
    { id: 'middle', events: ['recognised'], until: ['expired', 'left'] },
    { id: 'low', events: ['entered'], until: ['left'] },
  ];
  const of = async (...events: readonly (readonly [date: string, event: string])[]) => {
    const moves = await movesOf({
      tiers,
      events: events.map(([date, event]) => ({ date, event, subject: 'x' })),
    });
    return moves.map(({ date, from, to, count }) => `${date} ${from} ${to} ${count}`);
  };

  test('stands on the highest tier it holds, so a lower one that comes later is no move', async () => {
    expect(
      await of(['2026-01-02', 'crowned'], ['2026-01-03', 'entered'], ['2026-01-04', 'recognised']),
    ).toEqual(['2026-01-02 null top 1']);
  });

  test('that graduates stays where it is: only events named in "until" end a tier', async () => {
    expect(await of(['2026-01-02', 'entered'], ['2026-01-05', 'graduated'])).toEqual([
      '2026-01-02 null low 1',
    ]);
  });

  test('falls back to the tier that it still holds, and off the ladder where it holds none', async () => {
    expect(
      await of(
        ['2026-01-02', 'entered'],
        ['2026-01-03', 'recognised'],
        ['2026-01-09', 'expired'],
        ['2026-02-01', 'left'],
      ),
    ).toEqual([
      '2026-01-02 null low 1',
      '2026-01-03 low middle 1',
      '2026-01-09 middle low 1',
      '2026-02-01 low null 1',
    ]);
  });

  test('whose recognition expires and is renewed on one day does not move', async () => {
    expect(
      await of(['2026-01-02', 'recognised'], ['2026-01-09', 'recognised'], ['2026-01-09', 'expired']),
    ).toEqual(['2026-01-02 null middle 1']);
  });

  test('with two recognitions is one enterprise, and a count of one stays one', async () => {
    const moves = await movesOf({
      tiers,
      events: ['2026-01-02', '2026-01-03'].map((date) => ({ date, event: 'crowned', subject: 'x' })),
    });
    const { tiers: read } = readLadder({ tiers, moves }, { start: '2026-01-01', end: '2026-01-31' });
    expect(read[0]).toEqual({ tier: 'top', before: 0, count: 1, entered: 1, came: 0, went: 0, left: 0 });
  });

  test('is known up to the day of judging, and no later', async () => {
    const events = [
      { date: '2026-01-02', event: 'entered', subject: 'x' },
      { date: '2026-01-05', event: 'crowned', subject: 'x' },
    ];
    expect((await movesOf({ tiers, events }, '2026-01-04')).map(({ to }) => to)).toEqual(['low']);
  });
});

test('a register without events gives no moves, and tiers with nobody on them', async () => {
  const tiers = [{ id: 'top', events: ['crowned'] }];
  const moves = await movesOf({ tiers, events: [] });
  expect(moves).toEqual([]);
  expect(readLadder({ tiers, moves }, drawnDays).tiers.map(({ count }) => count)).toEqual([0]);
});
