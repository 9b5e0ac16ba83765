import { updateAll } from './release.js';

/** One for all gauges: the page may change its language, anywhere. */
let watcher: MutationObserver | undefined;

/** Lets all gauges look again where the language changes of anything around an element. */
export function watchLanguage(element: Element): void {
  watcher ??= new MutationObserver(updateAll);
  for (let at: Element | undefined = element; at; at = (at.getRootNode() as ShadowRoot).host) {
    watcher.observe(at.getRootNode(), { subtree: true, attributeFilter: ['lang'] });
  }
}

/** Ends it, when the last gauge is gone. */
export function unwatchLanguage(): void {
  watcher!.disconnect();
}
