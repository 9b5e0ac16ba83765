import type { MethodVerdict } from '../verdict.js';
import { openSdgProgress, type OpenSdgResult } from './open-sdg.js';
import {
  declineOwnPeriod,
  declineUnreported,
  declineWithoutBaseline,
  sentence,
  type Reading,
} from './reading.js';
import { formatDown, openSdgWords } from './words.js';

/** The result of Open SDG for a goal (METHODS §6.1). A plan declares no limit. */
export function readOpenSdg(reading: Reading): MethodVerdict {
  const method = 'open-sdg';
  if (reading.ownPeriod) return declineOwnPeriod(method);
  if (reading.currentValue === null) return declineUnreported(method, reading);
  const { baseValue, baseYear, currentValue, currentYear, target, targetYear, direction } = reading;
  const inputs = {
    baseValue,
    baseYear,
    currentValue,
    currentYear,
    target,
    targetYear,
    direction,
    limit: null,
  };
  const outputs = openSdgProgress(inputs);
  if (baseValue === null && outputs.status === 'not_available') return declineWithoutBaseline(method);
  const word = openSdgWords[outputs.status];
  const why = explain(reading, outputs);
  return {
    method,
    inputs,
    outputs: { ...outputs },
    words: sentence(`${word.zh}：${why.zh}`, `${word.en}: ${why.en}`),
  };
}

function explain(
  reading: Reading,
  { status, progressValue, score }: OpenSdgResult,
): { zh: string; en: string } {
  if (score === null) return explainUnavailable(reading);
  const points = formatDown(score);
  const [zh, en] = [`得分${points}（−5至5）`, `score ${points} of −5 to 5`];
  if (status === 'target_achieved') return { zh, en };
  if (reading.target === null) {
    const rate = `${formatDown(progressValue! * 100)}%`;
    return {
      zh: `朝期望方向的年均变化率为${rate}，${zh}`,
      en: `the yearly rate in the wanted direction is ${rate}, ${en}`,
    };
  }
  const times = formatDown(progressValue!);
  return {
    zh: `朝目标方向的年均变化率是达标所需的${times}倍，${zh}`,
    en: `the yearly rate towards the target is ${times} times the one needed, ${en}`,
  };
}

function explainUnavailable({ baseValue, baseYear, currentValue, currentYear, target }: Reading): {
  zh: string;
  en: string;
} {
  if (currentYear! - baseYear! < 1) {
    return { zh: '现有数据距基期不足一年', en: 'the figures are less than a year from the baseline' };
  }
  if (baseValue === 0) {
    return { zh: '基期值为0，增长率没有意义', en: 'growth from a baseline of 0 has no meaning' };
  }
  if (Math.sign(baseValue!) === -Math.sign(currentValue!)) {
    return {
      zh: '基期值与当前值一正一负，增长率没有意义',
      en: 'growth from one side of 0 to the other has no meaning',
    };
  }
  return target === baseValue
    ? { zh: '目标值等于基期值，达标所需增长率为0', en: 'the target is the baseline, so no growth is needed' }
    : { zh: '增长率无法计算', en: 'the growth has no value' };
}
