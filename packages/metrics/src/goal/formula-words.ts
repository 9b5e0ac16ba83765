import type { Bilingual } from '../base/text.js';
import { differenceUnit, type Unit } from '../base/unit.js';
import type { Formula } from '../plan/target-kind.js';
import { formatQuantity } from './quantity.js';

/**
 * A formula in words, as documents write it (METHODS §8).
 *
 * @example tellFormula({ percent: -13.5 }, unit).zh // '累计降低13.5%'
 */
export function tellFormula(formula: Formula, unit: Unit): Bilingual {
  if ('plus' in formula) {
    const by = formatQuantity(Math.abs(formula.plus), differenceUnit(unit));
    return formula.plus < 0
      ? { zh: `降低${by.zh}`, en: `down by ${by.en}` }
      : { zh: `提高${by.zh}`, en: `up by ${by.en}` };
  }
  if ('percent' in formula) {
    const { percent } = formula;
    return {
      zh: `累计${percent < 0 ? '降低' : '增长'}${Math.abs(percent)}%`,
      en: `${percent < 0 ? 'down' : 'up'} by ${Math.abs(percent)}% in all`,
    };
  }
  if ('growth' in formula) {
    const { growth, years } = formula;
    return {
      zh: `${years}年年均${growth < 0 ? '下降' : '增长'}${Math.abs(growth)}%`,
      en: `${growth < 0 ? 'down' : 'up'} by ${Math.abs(growth)}% a year for ${years} ${years === 1 ? 'year' : 'years'}`,
    };
  }
  const links = formula.chain.map((change) => `${change > 0 ? '+' : ''}${change}%`.replace('-', '−'));
  return { zh: `逐年变化${links.join('、')}`, en: `changed by ${links.join(', ')} year by year` };
}
