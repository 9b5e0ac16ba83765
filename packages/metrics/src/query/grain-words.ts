import { say, type Sentence } from '../base/sentence.js';
import type { Grain } from './period.js';

/** A grain in a sentence: figures by month. */
export const grainNoun: Readonly<Record<Grain, Sentence>> = {
  day: say`day`,
  week: say`week`,
  month: say`month`,
  quarter: say`quarter`,
  'half-year': say`half-year`,
  year: say`year`,
};

/** Several of a grain in a sentence: whole months. */
export const grainNouns: Readonly<Record<Grain, Sentence>> = {
  day: say`days`,
  week: say`weeks`,
  month: say`months`,
  quarter: say`quarters`,
  'half-year': say`half-years`,
  year: say`years`,
};
