import { ZjGoalGauge } from './goal-gauge/goal-gauge.js';

/** Where and under which names the elements are registered. */
export interface DefineOptions {
  /** Before the hyphen of every tag: `zj` where absent. */
  readonly prefix?: string;
  readonly registry?: CustomElementRegistry;
}

/**
 * Registers the elements, `<zj-goal-gauge>`. Where the page has another version already, that one stays, with a warning.
 *
 * @example define({ prefix: 'park' }) // <park-goal-gauge>
 */
export function define({ prefix = 'zj', registry = customElements }: DefineOptions = {}): void {
  const tag = `${prefix}-goal-gauge`;
  const first = registry.get(tag) as typeof ZjGoalGauge | undefined;
  // A class has one name in a registry, so every further one is a class of its own.
  if (!first) registry.define(tag, prefix === 'zj' ? ZjGoalGauge : class extends ZjGoalGauge {});
  else if (first.version !== ZjGoalGauge.version) {
    console.warn(`<${tag}> ${first.version} stays; ${ZjGoalGauge.version} is ignored.`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zj-goal-gauge': ZjGoalGauge;
  }
}
