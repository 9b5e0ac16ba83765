// Registers <zj-breakdown-chart>: for bundlers and shadow roots.
import { register } from '../element/register.js';
import { ZjBreakdownChart } from '../breakdown-chart/breakdown-chart.js';

register('zj-breakdown-chart', customElements, ZjBreakdownChart);
