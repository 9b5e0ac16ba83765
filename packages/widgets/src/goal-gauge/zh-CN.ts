import { chanceWord, formatChance } from '@zj/metrics';
import { measures } from '../locale/zh-CN.js';
import type { GaugeWords } from './words.js';

export const gauge: GaugeWords = {
  progress: '完成情况',
  due: '时序',
  why: '为什么是这个状态？',
  whyBriefly: '为什么',
  level: '与时序持平',
  undated: '未写 as-of，不与时序比较',
  apart: (points, ahead) => `${ahead ? '快' : '慢'}${points}个百分点`,
  ofTarget: (figure, goal) => `${figure} / 目标${goal}`,
  margin: (by, side, isAbove) => {
    const limit = { floor: '下限', ceiling: '上限', range: '区间' }[side];
    if (by) return `${isAbove ? '高' : '低'}于${limit}${by}`;
    return side === 'range' ? '在区间之内' : `恰在${limit}`;
  },
  keptOf: (known, grain) => ` / ${known}${/^(day|year)$/.test(grain) ? '' : '个'}${measures[grain]}守住`,
  breaches: (newest, others, side) =>
    newest.map(([period, figure]) => `${period}为${figure}`).join('、') +
    (others > 0 ? `，另有${others}期` : '') +
    `，${{ above: '超过限值', below: '低于限值', outside: '不在区间之内' }[side]}`,
  used: (share, due) => `为上限的${share}，时序进度${due}`,
  averaged: (periods, of) => `${of}期中${periods}期的平均`,
  forecast: (figure, range, year) => `预计${year ? '全年' : '期末'}${figure}${range && `（${range}）`}`,
  chance: (probability) => `达标可能性${chanceWord(probability).zh}（${formatChance(probability)}）`,
  nature: (nature) => (nature === 'binding' ? '约束性指标' : '预期性指标'),
};
