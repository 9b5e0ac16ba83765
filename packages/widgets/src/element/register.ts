import type { ZjBase } from './zj-element.js';

/** Where and under which names elements are registered. */
export interface DefineOptions {
  /** Before the hyphen of every tag: `zj` where absent. */
  readonly prefix?: string;
  readonly registry?: CustomElementRegistry;
}

/** The class of an element. */
export interface ElementClass {
  new (): ZjBase;
  readonly version: string;
}

let warned = false;

/**
 * Registers one element under one name, where the page has none of that name yet. Where it has one of another version, that one
 * stays, and the console says so once.
 */
export function register(tag: string, registry: CustomElementRegistry, element: ElementClass): void {
  const first = registry.get(tag) as ElementClass | undefined;
  if (!first) registry.define(tag, element);
  else if (first.version !== element.version && !warned) {
    warned = true;
    console.warn(`<${tag}> ${first.version} stays; ${element.version} is ignored.`);
  }
}
