import { changeByPercent, sumDigits } from '../base/decimal.js';
import type { Baseline } from './plan.js';
import type { Formula } from './target-kind.js';

/**
 * The target that a formula computes from a baseline, in decimals and rounded once (METHODS §8).
 *
 * @example targetOf({ value: 100, date: '2020-12-31' }, { growth: 7, years: 5 }) // 140.25517307
 */
export function targetOf({ value }: Pick<Baseline, 'value'>, formula: Formula): number {
  return 'plus' in formula ? sumDigits([value, formula.plus]) : changeByPercent(value, changesOf(formula));
}

/** The changes in per cent that a formula makes, one after another. */
export function changesOf(formula: Exclude<Formula, { readonly plus: number }>): readonly number[] {
  if ('percent' in formula) return [formula.percent];
  if ('chain' in formula) return formula.chain;
  return Array.from({ length: formula.years }, () => formula.growth);
}

/** The years that a formula spans; `null` where it does not say. */
export function yearsOf(formula: Formula): number | null {
  return 'years' in formula ? formula.years : 'chain' in formula ? formula.chain.length : null;
}
