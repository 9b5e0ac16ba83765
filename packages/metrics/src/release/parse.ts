import { tableName } from '../dataset/contract.js';
import { checkContract } from '../dataset/parse.js';
import { checkUnique, jsonPath, quote, readInput, type InputOptions } from '../base/input.js';
import { checkFiscalPlan } from '../query/fiscal-plan.js';
import { checkGoals, checkJudged, checkMetrics } from '../query/references.js';
import { checkPlan } from '../plan/parse.js';
import { problem, withRemedy, type Problem } from '../base/problem.js';
import type { Manifest, Verdicts } from './manifest.js';
import { manifest as manifestSchema, verdicts as verdictsSchema } from './schema.js';
import { say } from '../base/sentence.js';

/** A manifest, or all that is wrong with it. */
export type ParsedManifest =
  | { readonly manifest: Manifest; readonly problems: readonly [] }
  | { readonly manifest?: undefined; readonly problems: readonly Problem[] };

/** Published verdicts, or all that is wrong with their file. */
export type ParsedVerdicts =
  | { readonly verdicts: Verdicts; readonly problems: readonly [] }
  | { readonly verdicts?: undefined; readonly problems: readonly Problem[] };

/**
 * Reads the manifest of a release from JSON of unknown shape: the result is fit to open and to query.
 *
 * @example
 * const { manifest, problems } = parseManifest(json, { file: 'manifest.json' });
 */
export function parseManifest(json: unknown, options?: InputOptions): ParsedManifest {
  const { value, problems } = readInput(manifestSchema, json, checkManifest, options);
  return value ? { manifest: value, problems: [] } : { problems };
}

/**
 * Reads the verdicts of a release from JSON of unknown shape.
 *
 * @example
 * const { verdicts, problems } = parseVerdicts(json, { file: 'verdicts.json' });
 */
export function parseVerdicts(json: unknown, options?: InputOptions): ParsedVerdicts {
  const { value, problems } = readInput(verdictsSchema, json, checkVerdicts, options);
  return value ? { verdicts: value, problems: [] } : { problems };
}

const again = say`Publish the release again: zj publish.`;

function* checkManifest({ plan, metrics, datasets }: Manifest): Generator<Problem> {
  const contracts = datasets.map(({ contract }) => contract);
  yield* checkPlan(plan, ['plan']);
  yield* checkUnique('metric', metrics, ['metrics']);
  const seen = new Set<string>();
  for (const [i, { contract, table, rows }] of datasets.entries()) {
    const at = ['datasets', i];
    yield* checkContract(contract, [...at, 'contract'], true);
    if (seen.has(contract.id)) {
      const message = say`Two datasets have the id ${quote(contract.id)}.`;
      yield problem({ code: 'duplicate', where: jsonPath(...at, 'contract', 'id'), message, remedy: again });
    }
    seen.add(contract.id);
    if (table !== tableName(contract)) {
      const message = say`The table of ${contract.id} is called ${quote(table)}, not ${tableName(contract)}.`;
      yield problem({ code: 'table', where: jsonPath(...at, 'table'), message, remedy: again });
    }
    if (rows.read !== rows.kept + rows.rejected) {
      const message = say`Of ${rows.read} rows, ${rows.kept} are kept and ${rows.rejected} rejected: the sum is wrong.`;
      yield problem({ code: 'rows', where: jsonPath(...at, 'rows'), message, remedy: again });
    }
  }
  yield* checkMetrics(metrics, contracts);
  yield* checkGoals(plan, metrics, ['plan']);
  yield* checkFiscalPlan(plan, metrics, contracts, ['plan']);
  yield* checkJudged(plan, metrics, contracts, ['plan']);
}

function* checkVerdicts({ verdicts }: Verdicts): Generator<Problem> {
  const goals = verdicts.map(({ goal }) => ({ id: goal }));
  for (const one of checkUnique('verdict', goals, ['verdicts'])) {
    yield withRemedy({ ...one, where: one.where.replace(/\.id$/, '.goal') }, again);
  }
}
