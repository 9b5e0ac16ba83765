import { register, type DefineOptions } from '../element/register.js';
import { ZjGoalGauge } from '../goal-gauge/goal-gauge.js';

/**
 * Registers the elements, `<zj-goal-gauge>`. Where the page has another version already, that one stays, with a warning.
 *
 * @example define({ prefix: 'park' }) // <park-goal-gauge>
 */
export function define({ prefix = 'zj', registry = customElements }: DefineOptions = {}): void {
  // A class has one name in a registry, so every further one is a class of its own.
  register(`${prefix}-goal-gauge`, registry, prefix === 'zj' ? ZjGoalGauge : class extends ZjGoalGauge {});
}
