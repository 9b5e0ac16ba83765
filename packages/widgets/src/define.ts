import { ZjGoalGauge } from './goal-gauge/goal-gauge.js';
import { register } from './element/define.js';

register('zj-goal-gauge', customElements, ZjGoalGauge);
