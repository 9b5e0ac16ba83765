// Published methods of telling progress, each a function of figures alone, and their words (METHODS.md §6).

// Side by side
export { compareMethods, readByMethod } from './goal/methods/compare.js';
export { methodNames, methodTerms, directionWords } from './goal/methods/words.js';

// Growth
export { cagr } from './goal/methods/growth.js';
export type { GrowthInputs } from './goal/methods/growth.js';

// Open SDG
export { openSdgProgress } from './goal/methods/open-sdg.js';
export type { OpenSdgInputs, OpenSdgResult } from './goal/methods/open-sdg.js';
export { openSdgAggregate, openSdgClassify, scoreStatus } from './goal/methods/open-sdg-score.js';
export type { OpenSdgProgressValue, OpenSdgScore, OpenSdgStatus } from './goal/methods/open-sdg-score.js';
export { openSdgEnds } from './goal/methods/open-sdg-series.js';
export type { OpenSdgPoint } from './goal/methods/open-sdg-series.js';
export { openSdgWords } from './goal/methods/words.js';

// The United Nations' progress chart
export { unChartProgress } from './goal/methods/un-chart.js';
export type { UnChartInputs, UnChartResult } from './goal/methods/un-chart.js';
export { unChartWords } from './goal/methods/words.js';

// Destatis
export { destatisWeather } from './goal/methods/destatis.js';
export type { AnnualPoint, DestatisInputs, DestatisResult, DestatisStatus } from './goal/methods/destatis.js';
export { destatisWords } from './goal/methods/words.js';

// ESCAP and the straight line
export { escapCurrentStatus } from './goal/methods/escap.js';
export type { EscapInputs } from './goal/methods/escap.js';
export { linearAttainment } from './goal/methods/linear.js';
export type { LinearInputs } from './goal/methods/linear.js';
