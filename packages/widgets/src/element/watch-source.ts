import { elements } from './release.js';
import { findSource } from './source.js';

/** Tells a page that a source has come, or has changed: its elements may be of another copy of the library. */
const news = 'zj-source-news';

/** Whether the page's listener is attached: once for all elements. */
let watched = false;

/** Lets the elements inside a source look again. */
export function updateInside(source: Element): void {
  dispatchEvent(new CustomEvent(news, { detail: source }));
}

/** Lets elements hear of their sources: one listener for all of them. */
export function watchSources(): void {
  if (watched) return;
  watched = true;
  addEventListener(news, look);
}

/** Ends it, when the last element is gone. */
export function unwatchSources(): void {
  watched = false;
  removeEventListener(news, look);
}

function look(event: Event): void {
  const { detail: source } = event as CustomEvent<unknown>;
  for (const element of elements.keys()) {
    if (findSource(element as unknown as Element) === source) element.requestUpdate();
  }
}
