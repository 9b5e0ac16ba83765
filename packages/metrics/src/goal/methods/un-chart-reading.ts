import type { MethodVerdict } from '../verdict.js';
import {
  decline,
  declineOwnPeriod,
  declineUnreported,
  declineWithoutBaseline,
  declineWithoutWay,
  sentence,
  type Reading,
} from './reading.js';
import { unChartProgress } from './un-chart.js';
import { formatDown, unChartWords } from './words.js';

/** The result of the UN's progress chart for a goal (METHODS §6.2). */
export function readUnChart(reading: Reading): MethodVerdict {
  const method = 'un-chart';
  if (reading.ownPeriod) return declineOwnPeriod(method);
  if (reading.currentValue === null) return declineUnreported(method, reading);
  if (reading.baseValue === null) return declineWithoutBaseline(method);
  const { baseValue, baseYear, currentValue, currentYear, target, targetYear, direction } = reading;
  const inputs = { baseValue, baseYear, currentValue, currentYear, target, targetYear, direction };
  const outputs = unChartProgress(inputs);
  const { cagr, ratio, score } = outputs;
  if (score === null) return declineUnscored(reading);
  const word = unChartWords[score];
  const rate = `${formatDown((direction === 'decrease' ? -cagr! : cagr!) * 100)}%`;
  const share = ratio === null ? null : `${formatDown(ratio * 100)}%`;
  return {
    method,
    inputs,
    outputs: { ...outputs },
    words: sentence(
      share === null
        ? `${word.zh}：朝期望方向的年均变化率为${rate}`
        : `${word.zh}：按现有年均变化率推算，到${targetYear}年可完成所需变化的${share}`,
      share === null
        ? `${word.en}: the yearly rate in the wanted direction is ${rate}`
        : `${word.en}: at the present yearly rate, ${share} of the way is done by ${targetYear}`,
    ),
  };
}

function declineUnscored({ baseValue, baseYear, currentValue, currentYear, target }: Reading): MethodVerdict {
  const method = 'un-chart';
  if (baseValue! <= 0 || currentValue! <= 0) {
    return decline(
      method,
      '基期值和当前值须大于0，方能计算年均变化率',
      'A yearly rate needs a baseline and a current value above 0',
    );
  }
  if (currentYear! <= baseYear!)
    return decline(method, '现有数据距基期不足一年', 'The figures are less than a year from the baseline');
  return target === baseValue
    ? declineWithoutWay(method)
    : decline(method, '年均变化率无法推算', 'The yearly rate cannot be carried forward');
}
