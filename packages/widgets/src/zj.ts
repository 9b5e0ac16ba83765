// A module for pages with any elements: each is defined when its tag occurs first, from the files beside this one.
import { declaredBase } from './element/base.js';

/** The elements, by the names of their files. */
const names = [
  'source',
  'goal-gauge',
  'trend-chart',
  'breakdown-chart',
  'data-table',
  'filter',
  'verify',
] as const;
type Name = (typeof names)[number];

const base = declaredBase() ?? import.meta.url;
const loads = new Map<Name, Promise<void>>();

/**
 * Defines `<zj-…>`, once; the tags of the document ask for it themselves, those in shadow roots do not. Rejects where its file
 * cannot be loaded, which the console tells, too.
 *
 * @example await load('goal-gauge');
 */
export function load(name: Name): Promise<void> {
  if (!loads.has(name)) {
    loads.set(
      name,
      read(name).catch((cause: unknown) => {
        loads.delete(name);
        throw cause;
      }),
    );
  }
  return loads.get(name)!;
}

async function read(name: Name): Promise<void> {
  const address = new URL(`zj-element-${name}.js`, base).href;
  try {
    await import(address);
  } catch (cause) {
    const foreign =
      new URL(address).origin === location.origin
        ? ''
        : ' A script from another host needs crossorigin on its tag, and that host must allow cross-origin reading.';
    const message = `zj.js cannot load ${address} (${String(cause)}). Copy all files of @zj/widgets/dist beside each other, or say by data-zj-base on <html> where they are.${foreign}`;
    console.error(message);
    for (const element of document.getElementsByTagName(`zj-${name}`)) {
      element.setAttribute('failed', '');
      const detail = { code: 'PART', message };
      element.dispatchEvent(new CustomEvent('zj-failed', { detail, bubbles: true, composed: true }));
    }
    throw new Error(message, { cause });
  }
}

/** How often an element's file is asked for before its tags are left as they are. */
const attempts = 3;
const tries = new Map<Name, number>();

/** Defines the elements that occur in the document now. Stops looking once all are defined. */
function look(): void {
  for (const name of names) {
    const times = tries.get(name) ?? 0;
    const waiting = document.querySelector(`zj-${name}:not(:defined, [failed])`);
    if (times >= attempts || !waiting || loads.has(name)) continue;
    tries.set(name, times + 1);
    // It is told where it fails.
    load(name).catch(() => undefined);
  }
  if (names.every((name) => customElements.get(`zj-${name}`))) watcher.disconnect();
}

const watcher = new MutationObserver(look);
watcher.observe(document, { childList: true, subtree: true });
look();
