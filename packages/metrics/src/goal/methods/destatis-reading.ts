import type { Bilingual } from '../../base/text.js';
import type { MethodVerdict } from '../verdict.js';
import { destatisWeather, type DestatisStatus } from './destatis.js';
import { decline, declineUnreported, declineWithoutTarget, sentence, type Reading } from './reading.js';
import { destatisWords } from './words.js';

/** The weather symbol of the German Sustainability Strategy for a goal (METHODS §6.3). */
export function readDestatis(reading: Reading): MethodVerdict {
  const method = 'destatis';
  if (reading.ownPeriod) {
    return decline(
      method,
      '该目标是目标期内的累计值，没有可供推算的逐年数值',
      'The goal is a figure of its own period, so there are no figures from year to year to project',
    );
  }
  if (reading.currentValue === null) return declineUnreported(method, reading);
  if (reading.target === null) return declineWithoutTarget(method);
  const { target, targetYear, direction } = reading;
  const series = reading.annual.slice(-6);
  const outputs = destatisWeather({ series, target, targetYear, direction });
  return {
    method,
    inputs: {
      series: series.map(([year, value]) => `${year}: ${value}`).join(', '),
      target,
      targetYear,
      direction,
    },
    outputs: { ...outputs },
    words: explain(reading, outputs.status),
  };
}

function explain(
  { currentValue, target, targetYear, direction }: Reading,
  status: DestatisStatus,
): Bilingual {
  const word = destatisWords[status];
  const reached = direction === 'decrease' ? currentValue! <= target! : currentValue! >= target!;
  const { zh, en } =
    status === 'sun' && reached ? { zh: '目标已达到', en: 'the target is reached' } : meanings[status];
  const year = String(targetYear);
  return sentence(`${word.zh}：${zh.replace('{year}', year)}`, `${word.en}: ${en.replace('{year}', year)}`);
}

const meanings: Readonly<Record<DestatisStatus, Bilingual>> = {
  sun: {
    zh: '按近年平均变化推算，到{year}年可达到目标，或差距不足现有差距的5%',
    en: 'at the recent mean change the target is reached by {year}, or missed by less than 5% of the present gap',
  },
  slightly_cloudy: {
    zh: '按近年平均变化推算，到{year}年的差距为现有差距的5%至20%',
    en: 'at the recent mean change the target is missed in {year} by 5% to 20% of the present gap',
  },
  cloud: {
    zh: '方向正确，但按近年平均变化推算，到{year}年的差距超过现有差距的20%',
    en: 'the direction is right, but at the recent mean change the target is missed in {year} by more than 20% of the present gap',
  },
  thunderstorm: {
    zh: '近年平均没有朝目标变化',
    en: 'the recent mean change is not towards the target',
  },
  not_calculated: {
    zh: '截至最近一年，连续有数值的年份不足四个',
    en: 'fewer than four years in a row up to the latest have a figure',
  },
};
