export { define, type DefineOptions } from './registration.js';
export type { FailureCode } from './goal-gauge/failure.js';
export { ZjGoalGauge } from './goal-gauge/goal-gauge.js';
export type { Locale } from './locale/locale.js';
export { arcPath } from './shape/arc.js';
export type { Dial } from './shape/dial.js';
export { gaugeShape, type GaugeShape, type Meter, type Row } from './shape/gauge-shape.js';
export { gaugeTree, type Frame } from './shape/gauge-tree.js';
export type { Attributes, Tree } from './shape/tree.js';
