import { chanceWord, formatChance } from '@zj/metrics';
import type { GaugeWords } from './words.js';

export const gauge: GaugeWords = {
  progress: 'Progress',
  due: 'Due',
  why: 'Why this status?',
  whyBriefly: 'Why',
  level: 'level with it',
  undated: 'No schedule: as-of is missing',
  apart: (points, ahead) => `${points} points ${ahead ? 'ahead' : 'behind'}`,
  ofTarget: (figure, goal) => `${figure} of a target of ${goal}`,
  margin: (by, side, isAbove) => {
    if (by) return `${by} ${isAbove ? 'above' : 'below'} the ${side}`;
    return side === 'range' ? 'Within the range' : `Exactly at the ${side}`;
  },
  keptOf: (known, grain) => ` / ${known} ${grain}${known === 1 ? '' : 's'} kept`,
  breaches: (newest, others, side) =>
    newest.map(([period, figure]) => `${figure} in ${period}`).join(', ') +
    (others > 0 ? ` and ${others} more` : '') +
    `, ${side} the ${side === 'outside' ? 'range' : 'limit'}`,
  used: (share, due) => `${share} of the ceiling, schedule ${due}`,
  averaged: (periods, of) => `average of ${periods} of ${of} periods`,
  forecast: (figure, range) => `Forecast ${figure}${range && ` (${range})`}`,
  chance: (probability) => `${chanceWord(probability).en} to be attained (${formatChance(probability)})`,
  nature: (nature) => (nature === 'binding' ? 'Binding target' : 'Expected target'),
};
