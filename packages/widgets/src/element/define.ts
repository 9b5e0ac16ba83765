import { ZjGoalGauge } from '../goal-gauge/goal-gauge.js';

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
  // A class has one name in a registry, so every further one is a class of its own.
  register(`${prefix}-goal-gauge`, registry, prefix === 'zj' ? ZjGoalGauge : class extends ZjGoalGauge {});
}

/** Registers one element under one name, where the page has none of that name yet. */
export function register(tag: string, registry: CustomElementRegistry, element: typeof ZjGoalGauge): void {
  const first = registry.get(tag) as typeof ZjGoalGauge | undefined;
  if (!first) registry.define(tag, element);
  else if (first.version !== element.version) {
    console.warn(`<${tag}> ${first.version} stays; ${element.version} is ignored.`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zj-goal-gauge': ZjGoalGauge;
  }
}
