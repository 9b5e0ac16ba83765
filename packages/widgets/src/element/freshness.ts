import { ask, elements, read, type Wish } from './release.js';

/** One for all elements: when one of them is to look again while the page stays in sight. */
let timer: ReturnType<typeof setTimeout> | undefined;

/** Whether it is watched when the page is seen again and when the network is back: once for all elements, and if any reads a file. */
let watched = false;

/** Ends it, when the last gauge is gone. */
export function unwatchFreshness(): void {
  watched = false;
  clearTimeout(timer);
  document.removeEventListener('visibilitychange', look);
  removeEventListener('online', look);
}

/** Notes what a gauge shows and how soon it is to look again. */
export function keepFresh(gauge: { requestUpdate(): void }, wish: Wish | undefined): void {
  // It may have gone before it was painted.
  if (!elements.has(gauge)) return;
  const before = elements.get(gauge);
  elements.set(gauge, wish);
  if (wish && !watched) {
    watched = true;
    document.addEventListener('visibilitychange', look);
    addEventListener('online', look);
  }
  if (!wish?.steady || (wish.url === before?.url && wish.minutes === before.minutes)) return;
  // However many ask, they are planned for once.
  clearTimeout(timer);
  timer = setTimeout(look);
}

/**
 * Reads again every file that is older than one of its elements allows, once the page is seen again or the network is back, and of
 * those that look while they are seen, when it is time. What could not be read is tried as soon as the network is back.
 */
function look(event?: Event): void {
  clearTimeout(timer);
  // A page that nobody sees reads nothing.
  if (document.visibilityState !== 'visible') return;
  const now = Date.now();
  let next = Infinity;
  for (const wish of elements.values()) {
    if (!wish || wish.minutes === Infinity) continue;
    const { at, failure } = ask(wish);
    const wait = wish.minutes * 60_000;
    const due = at + wait <= now && (event ?? wish.steady);
    if (due || (failure && event?.type === 'online')) void read(wish);
    if (wish.steady) next = Math.min(next, due ? wait : at + wait - now);
  }
  // A timer counts to 2³¹, and one that is always due would leave no time for anything else.
  if (next < Infinity) timer = setTimeout(look, Math.min(Math.max(next, 1000), 2 ** 31 - 1));
}
