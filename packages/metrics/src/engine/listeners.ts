import { checkFunction } from '../base/argument.js';
import type { EngineEvent } from './engine.js';

/** The listeners of an engine. */
export class Listeners {
  readonly #listeners = new Set<{ readonly hear: (event: EngineEvent) => void }>();
  #state: EngineEvent['state'] = 'closed';

  /** Adds a listener, and returns the function that removes it. Throws `REFUSED` for a value that is no function. */
  add(hear: (event: EngineEvent) => void): () => void {
    checkFunction('listener', hear);
    const listener = { hear };
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Tells all of them; closed is said once. */
  tell(event: EngineEvent): void {
    if (event.state === 'closed' && this.#state === 'closed') return;
    this.#state = event.state;
    for (const { hear } of [...this.#listeners]) {
      try {
        hear(event);
      } catch (error) {
        // A listener's fault is its page's to know, and nobody else's to suffer.
        (globalThis as Partial<typeof globalThis>).reportError?.(error);
      }
    }
  }
}
