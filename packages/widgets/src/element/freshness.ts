import { ask, elements, read, type Wish } from './release.js';

/** One for all elements: when one of them is to look again while the page stays in sight. */
let timer: ReturnType<typeof setTimeout> | undefined;

/** Whether the page's two listeners are attached: once for all elements, and if any reads a file. */
let watched = false;

/** Ends it, when the last element is gone. */
export function unwatchFreshness(): void {
  watched = false;
  clearTimeout(timer);
  document.removeEventListener('visibilitychange', look);
  removeEventListener('online', look);
}

/** Notes the file of an element and its interval. An element that comes to an old or failed file has it read again. */
export function keepFresh(element: { requestUpdate(): void }, wish: Wish | undefined): void {
  // It may have gone before it was painted.
  if (!elements.has(element)) return;
  const before = elements.get(element);
  elements.set(element, wish);
  if (wish && !watched) {
    watched = true;
    document.addEventListener('visibilitychange', look);
    addEventListener('online', look);
  }
  if (!wish) return;
  const isNew = wish.url !== before?.url;
  if (isNew && (isOld(wish) || ask(wish).failure)) void read(wish);
  if (!wish.steady || (!isNew && before.steady && wish.minutes === before.minutes)) return;
  // However many ask, they are planned for once.
  clearTimeout(timer);
  timer = setTimeout(look);
}

/**
 * Reads again every file that is older than one of its elements allows, once the page is seen again or the network is back. Files
 * of elements with an interval are read when it is over. A failed file is read again as soon as the network is back.
 */
function look(event?: Event): void {
  clearTimeout(timer);
  // A page that nobody sees reads nothing.
  if (document.visibilityState !== 'visible') return;
  let next = Infinity;
  for (const wish of elements.values()) {
    if (!wish) continue;
    const due = isOld(wish) && (event ?? wish.steady);
    if (due || (ask(wish).failure && event?.type === 'online')) void read(wish);
    if (wish.steady) next = Math.min(next, left(wish));
  }
  // A timer counts to 2³¹, and one that is always due would leave no time for anything else.
  if (next < Infinity) timer = setTimeout(look, Math.min(Math.max(next, 1000), 2 ** 31 - 1));
}

/** Milliseconds until a file is older than a wish allows. */
function left(wish: Wish): number {
  return ask(wish).at + wish.minutes * 60_000 - Date.now();
}

function isOld(wish: Wish): boolean {
  return left(wish) <= 0;
}
