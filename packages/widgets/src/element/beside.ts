/** The tag of an element beside another: under its prefix, in its registry. */
export interface Beside {
  readonly tag: string;
  readonly registry: CustomElementRegistry;
}

/** Has an element defined as another one of the page is; `define` is called where there is none of its tag yet. */
export async function defineBeside(
  element: Element,
  name: string,
  define: (tag: string, registry: CustomElementRegistry) => Promise<void>,
): Promise<Beside> {
  // An element of a registry of its own says which.
  const { customElementRegistry: own } = element as {
    readonly customElementRegistry?: CustomElementRegistry | null;
  };
  const registry = own ?? element.ownerDocument.defaultView?.customElements ?? customElements;
  const kind = /(?<=-)(goal-gauge|trend-chart|breakdown-chart|data-table|goal-board|tier-ladder|task-board)$/;
  const tag = kind.test(element.localName) ? element.localName.replace(kind, name) : `zj-${name}`;
  if (!registry.get(tag)) await define(tag, registry);
  return { tag, registry };
}
