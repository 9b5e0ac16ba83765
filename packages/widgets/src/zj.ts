// A module for pages with any elements: each is defined when its tag occurs first, from the files beside this one.
import { declaredBase } from './element/base.js';

/** The elements, by the names of their files. */
const names = ['goal-gauge'] as const;
type Name = (typeof names)[number];

const base = declaredBase() ?? import.meta.url;
const asked = new Map<Name, Promise<void>>();

/**
 * Defines `<zj-…>`, once; the tags of the document ask for it themselves, those in shadow roots do not. Rejects where its file
 * cannot be loaded, which the console tells, too.
 *
 * @example await define('goal-gauge');
 */
export function define(name: Name): Promise<void> {
  if (!asked.has(name)) {
    asked.set(
      name,
      load(name).catch((cause: unknown) => {
        asked.delete(name);
        throw cause;
      }),
    );
  }
  return asked.get(name)!;
}

async function load(name: Name): Promise<void> {
  const address = new URL(`zj-element-${name}.js`, base).href;
  try {
    await import(address);
  } catch (cause) {
    const foreign =
      new URL(address).origin === location.origin
        ? ''
        : ' A script from another host needs crossorigin on its tag, and that host has to allow reading it.';
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

/** Defines what occurs in the document now, and stops looking when everything is defined. */
function look(): void {
  for (const name of names) {
    const tag = `zj-${name}`;
    if (tried.has(name) || document.getElementsByTagName(tag).length === 0) continue;
    tried.add(name);
    // It is told where it fails.
    define(name).catch(() => undefined);
  }
  if (tried.size === names.length) watcher.disconnect();
}

const tried = new Set<Name>();
const watcher = new MutationObserver(look);
watcher.observe(document, { childList: true, subtree: true });
look();
