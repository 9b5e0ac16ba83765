// What a gauge's detail loads when it is asked for: a file of its own beside the gauge's.
export { gaugeDetail } from '../shape/detail/gauge-detail.js';
export { detailSheet } from './detail-sheet.js';
