import type { CallOptions, Engine } from '../engine/engine.js';
import { tableRows } from '../engine/table.js';
import type { ColumnValue, Contract } from '../dataset/contract.js';
import type { LadderRegister, Plan, Tier } from '../plan/plan.js';
import type { LadderMove, PublishedTier, UnsealedLadder } from './ladder-file.js';
import { movesSql } from './ladder-sql.js';
import type { Manifest, PublishedDataset } from './manifest.js';
import { headOf } from './plan-head.js';
import { joinSources } from './recompute.js';

/** A release, as far as its ladder follows from it. */
export interface LadderRelease extends Pick<Manifest, 'asOf'> {
  readonly plan: Pick<Plan, 'id' | 'document' | 'ladder'>;
  readonly datasets: readonly Pick<PublishedDataset, 'contract' | 'rows'>[];
}

/**
 * Computes the ladder of a plan from the published register (METHODS §10): `zj publish` writes exactly this, and a reader computes
 * exactly this again. Undefined where the plan has no ladder with a register. Throws as `engine.run`.
 *
 * @example
 * const ladder = await recomputeLadder(engine, manifest);
 */
export async function recomputeLadder(
  engine: Pick<Engine, 'run'>,
  { plan, datasets, asOf }: LadderRelease,
  call: Omit<CallOptions, 'onProgress'> = {},
): Promise<UnsealedLadder | undefined> {
  const { ladder } = plan;
  const register = ladder?.register;
  const dataset = datasets.find(({ contract }) => contract.id === register?.dataset);
  if (!ladder || !register || !dataset) return undefined;
  const { contract, rows } = dataset;
  const reportedThrough = contract.reportedThrough < asOf ? contract.reportedThrough : asOf;
  const sql = movesSql(ladder.tiers, register, contract, reportedThrough);
  return {
    version: 1,
    kind: 'ladder',
    plan: headOf(plan),
    asOf,
    quote: ladder.quote,
    tiers: ladder.tiers.map((tier) => nameEvents(tier, register, contract)),
    moves: tableRows(await engine.run(sql, call)) as unknown as readonly LadderMove[],
    dataset: contract.id,
    source: joinSources([contract.source]),
    demo: contract.demo !== undefined,
    reportedThrough,
    rows,
    sql,
  };
}

/** A tier with the words that the register has for its events. */
function nameEvents(
  { events = [], until, ...tier }: Tier,
  { event }: LadderRegister,
  { columns }: Contract,
): PublishedTier {
  const known = columns.find(({ name }) => name === event)?.values ?? [];
  const name = (value: string): ColumnValue =>
    known.find((one) => one.value === value) ?? { value, label: { zh: value } };
  return { ...tier, events: events.map(name), ...(until && { until: until.map(name) }) };
}
