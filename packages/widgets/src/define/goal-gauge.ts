// Registers <zj-goal-gauge>: for bundlers and shadow roots.
import { register } from '../element/register.js';
import { ZjGoalGauge } from '../goal-gauge/goal-gauge.js';

register('zj-goal-gauge', customElements, ZjGoalGauge);
