import type { CallOptions, Engine } from '../engine/engine.js';
import type { Cuboid, CuboidPlan } from '../query/cuboid.js';
import { sqlName } from '../base/sql.js';

/** Builds a cuboid in an engine as `memory.main.<name>`, and counts its rows. Throws as {@link Engine}. */
export async function buildCuboid(
  engine: Pick<Engine, 'build' | 'drop' | 'run'>,
  { select, ...plan }: CuboidPlan,
  name: string,
  options: CallOptions,
): Promise<{ readonly cuboid: Cuboid; readonly cells: number }> {
  const cuboid = { ...plan, table: ['memory', 'main', name] };
  try {
    await engine.build(name, select, options);
    const count = `SELECT CAST(count(*) AS DOUBLE) AS cells FROM ${cuboid.table.map(sqlName).join('.')}`;
    const { columns } = await engine.run(count, options);
    return { cuboid, cells: Number(columns[0]!.values[0]) };
  } catch (error) {
    // A build may have been given up when it was done already.
    await engine.drop(name).catch(() => undefined);
    throw error;
  }
}
