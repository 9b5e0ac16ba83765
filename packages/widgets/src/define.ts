import { ZjGoalGauge } from './goal-gauge/goal-gauge.js';
import { register } from './registration.js';

register('zj-goal-gauge', customElements, ZjGoalGauge);
