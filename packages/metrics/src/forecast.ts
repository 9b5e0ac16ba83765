// Forecasts of a goal's end figure (METHODS.md §5, FORECASTS.md), and the methods below them as functions of figures.

// Of a goal
export { forecastEnd } from './goal/forecast/forecast.js';
export type { EndForecast, ForecastOptions } from './goal/forecast/forecast.js';
export { forecastByPeriod } from './goal/forecast/by-period.js';
export type { PeriodForecast } from './goal/forecast/by-period.js';
export type { ForecastGoal, KnownFigures } from './goal/forecast/history.js';

// A straight line
export { fitLine, predictLine } from './goal/forecast/line.js';
export type { Line, Point } from './goal/forecast/line.js';

// Exponential smoothing
export { holtWinters, extendSmoothed, predictSmoothed } from './goal/forecast/holt-winters.js';
export type { Smoothed, SmoothingOptions } from './goal/forecast/holt-winters.js';
export type {
  SmoothingForm,
  SmoothingStart,
  SmoothingState,
  SmoothingWeights,
} from './goal/forecast/smoothing.js';

// The expected figure, and its certainty
export { chanceOf, intervalOf } from './goal/forecast/prediction.js';
export type { Prediction } from './goal/forecast/prediction.js';
