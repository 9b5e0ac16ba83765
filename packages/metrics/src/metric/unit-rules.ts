import { jsonPath, type Path } from '../base/input.js';
import type { Unit } from '../base/unit.js';
import { problem, type Problem } from '../base/problem.js';
import { isComposite, termsOf } from './measure.js';
import type { Metric } from './metric.js';
import { isSameUnit, powerOf, unitName } from './rules.js';
import { pointsUnit, unitKind, type UnitKind } from '../base/unit.js';
import { say } from '../base/sentence.js';

type Known = ReadonlyMap<string, Metric>;

/** That the unit of a metric made of others follows from theirs: QUERIES.md §2. */
export function* checkUnits(metric: Metric, known: Known, at: Path): Generator<Problem> {
  const { measure } = metric;
  if ('ratio' in measure) yield* checkRatio(metric, measure.ratio, known, at);
  if ('add' in measure || 'subtract' in measure) yield* checkSum(metric, known, at);
}

/** Only figures of one unit are added, and the sum has that unit, too; a difference of percentages is in percentage points. */
function* checkSum({ unit, measure, scale = 0 }: Metric, known: Known, at: Path): Generator<Problem> {
  if (!isComposite(measure)) return;
  const { key, terms } = termsOf(measure);
  const parts = terms.map((term) => (typeof term === 'string' ? known.get(term) : undefined));
  if (key === 'subtract' && parts.every((part) => part && unitKind(part.unit) === 'percent')) {
    const fits = parts.every((part) => powerOf(part!.unit) === powerOf(unit) + scale);
    if (unitKind(unit) === 'points' && fits) return;
    const message = say`The difference of two metrics in % is in percentage points, not in ${unitName(unit)}.`;
    const remedy = say`Write "unit": { "zh": "${pointsUnit.zh}", "en": "${pointsUnit.en}" }, without a "scale".`;
    yield problem({ code: 'unit', where: jsonPath(...at, 'unit'), message, remedy });
    return;
  }
  for (const [i, part] of parts.entries()) {
    if (!part || isSameUnit(part.unit, { ...unit, power: powerOf(unit) + scale })) continue;
    const message =
      key === 'subtract'
        ? say`${part.id} is in ${unitName(part.unit)}, and the difference cannot be in ${unitName(unit)}.`
        : say`${part.id} is in ${unitName(part.unit)}, and the sum cannot be in ${unitName(unit)}.`;
    const remedy = say`Metrics that are added or subtracted must have the same unit: change a unit, or the "scale".`;
    yield problem({ code: 'unit', where: jsonPath(...at, 'measure', key, i), message, remedy });
  }
}

/** The power of ten that turns a share into figures of such a unit. */
const shares: Partial<Readonly<Record<UnitKind, number>>> = {
  percent: 2,
  points: 2,
  'per-mille': 3,
  times: 0,
};

function* checkRatio(
  { id, unit, scale = 0 }: Metric,
  ratio: readonly [string, string],
  known: Known,
  at: Path,
): Generator<Problem> {
  const [a, b] = ratio.map((part) => known.get(part)?.unit) as [Unit | undefined, Unit | undefined];
  if (!a || !b) return;
  const kind = unitKind(unit);
  const share = kind && shares[kind];
  const same = isSameUnit(a, b);
  if (share === undefined) {
    // An index is often a hundred times the ratio to its base.
    if (kind === 'index' && same && scale === 2 && powerOf(unit) === 0) return;
    yield* checkPower(id, { unit, scale, parts: [a, b] }, at);
  } else if (!same) {
    const message = say`${id} is in ${unitName(unit)}, but its parts are in ${unitName(a)} and ${unitName(b)}.`;
    const remedy = say`Name two metrics of the same unit, or give it the unit of the quotient, such as 元/人.`;
    yield problem({ code: 'unit', where: jsonPath(...at, 'measure', 'ratio'), message, remedy });
  } else if (powerOf(unit) !== 0) {
    const message = say`A ratio in ${unitName({ ...unit, power: 0 })} has no power, and ${id} has ${powerOf(unit)}.`;
    const remedy =
      scale === share
        ? say`Remove "power" from its unit.`
        : share === 0
          ? say`Remove "power" from its unit, and its "scale".`
          : say`Remove "power" from its unit, and write "scale": ${share}.`;
    yield problem({ code: 'scale', where: jsonPath(...at, 'unit', 'power'), message, remedy });
  } else if (scale !== share) {
    const message = say`A ratio in ${unitName(unit)} has the scale ${share}, and ${id} has ${scale}.`;
    const remedy = share === 0 ? say`Remove "scale".` : say`Write "scale": ${share}.`;
    yield problem({ code: 'scale', where: jsonPath(...at, 'scale'), message, remedy });
  }
}

/** That the power of a ratio follows from those of its parts. */
function* checkPower(
  id: string,
  {
    unit,
    scale,
    parts: [a, b],
  }: { readonly unit: Unit; readonly scale: number; readonly parts: readonly [Unit, Unit] },
  at: Path,
): Generator<Problem> {
  const power = powerOf(a) - powerOf(b) - scale;
  if (powerOf(unit) === power) return;
  const message = say`${unitName(a)} by ${unitName(b)}, with the scale ${scale}, is in 10^${power}, but ${id} is in ${unitName(unit)}.`;
  const remedy = say`Write "scale": ${powerOf(a) - powerOf(b) - powerOf(unit)}, or "power": ${power} in the unit.`;
  yield problem({ code: 'scale', where: jsonPath(...at, 'scale'), message, remedy });
}
