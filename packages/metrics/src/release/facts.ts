import type { CallOptions, Engine } from '../engine/engine.js';
import { jsonPath } from '../base/input.js';
import { sqlName } from '../base/sql.js';
import { publishedColumns } from './digest.js';
import type { Manifest, PublishedDataset } from './manifest.js';

/** The facts of a manifest about its data, beside those of the published rows. */
export interface FactCheck {
  /** Where the manifest says it: `$.datasets[0].published`. */
  readonly where: string;
  readonly equal: boolean;
  readonly published: Fact;
  readonly recomputed: Fact;
}

/** A number, a truth value, or names in order. */
export type Fact = number | boolean | string | null;

/**
 * Computes the facts of a manifest again that the published rows show: their number, their columns, whole and merged cells of a
 * cube, the fewest contributors, and whether any of them are made up. Throws as `engine.run`.
 */
export async function checkFacts(
  engine: Pick<Engine, 'run'>,
  { demo, datasets }: Pick<Manifest, 'demo' | 'datasets'>,
  options: CallOptions,
): Promise<readonly FactCheck[]> {
  const made = datasets.some(({ contract }) => contract.demo !== undefined);
  const facts = [check('$.demo', demo, made)];
  for (const [i, dataset] of datasets.entries()) {
    facts.push(...(await checkDataset(engine, dataset, jsonPath('datasets', i), options)));
  }
  return facts;
}

async function checkDataset(
  engine: Pick<Engine, 'run'>,
  { contract, table, rows, published, cube }: PublishedDataset,
  at: string,
  options: CallOptions,
): Promise<readonly FactCheck[]> {
  const columns = await engine.run(columnsSql(table), options);
  const found = (columns.columns[0]?.values ?? []).join(', ');
  const named = check(`${at}.contract.columns`, publishedColumns(contract).join(', '), found);
  // Of other columns nothing more can be asked.
  if (!named.equal) return [named];
  const counts = await engine.run(countsSql(table, contract.cube?.dimensions), options);
  const [all, whole, fewest = null] = counts.columns.map(({ values }) => values[0] as number | null);
  const facts = [
    named,
    check(`${at}.published`, published, all!),
    check(`${at}.rows.read`, rows.read, rows.kept + rows.rejected),
    // No row, and no cell, is published of nothing; rows of days after the release's are kept, and not published.
    check(`${at}.rows.kept`, rows.kept, Math.max(rows.kept, all!)),
  ];
  if (!cube || !contract.cube) return facts;
  const { contributors = 3, dominance = 0.85 } = contract.cube;
  const enough = fewest === null || fewest >= contributors;
  return [
    ...facts,
    check(`${at}.cube.published`, cube.published, all!),
    check(`${at}.cube.cells`, cube.cells - cube.merged, whole!),
    check(`${at}.cube.contributors`, cube.contributors, enough ? contributors : fewest),
    check(`${at}.cube.dominance`, cube.dominance, dominance),
  ];
}

function check(where: string, published: Fact, recomputed: Fact): FactCheck {
  return { where, equal: published === recomputed, published, recomputed };
}

function columnsSql(table: string): string {
  return `SELECT column_name FROM (DESCRIBE ${sqlName(table)})`;
}

/** All rows, those of cells that were not merged, and the fewest contributors to one. */
function countsSql(table: string, dimensions: readonly string[] | undefined): string {
  const whole = (dimensions ?? []).map((name) => `${sqlName(name)} IS NOT NULL`).join(' AND ');
  return `SELECT CAST(count(*) AS DOUBLE) AS "all",
  CAST(count(*) FILTER (${whole || 'true'}) AS DOUBLE) AS whole,
  ${dimensions ? 'CAST(min(contributors) AS DOUBLE)' : 'CAST(NULL AS DOUBLE)'} AS fewest
FROM ${sqlName(table)}`;
}
