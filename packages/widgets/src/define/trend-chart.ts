// Registers <zj-trend-chart>: for bundlers and shadow roots.
import { register } from '../element/register.js';
import { ZjTrendChart } from '../trend-chart/trend-chart.js';

register('zj-trend-chart', customElements, ZjTrendChart);
