import type { Tree } from '../drawing/tree.js';

/** What the first gauge was painted as: to copy it whole and change what differs costs a third of making every element. */
let model: DocumentFragment | undefined;

/** Paints a shadow root for the first time. */
export function paintFirst(root: ShadowRoot, trees: readonly Tree[]): void {
  if (!model) paint((model = new DocumentFragment()), trees);
  const copy = document.importNode(model, true);
  paint(copy, trees);
  root.append(copy);
}

/**
 * Makes what is in a parent the same as the trees, and keeps every element that can stay: the focus, an open table and a selection
 * outlive new figures. It sets text and attributes only; no markup is ever parsed. Attributes that a tree does not name stay.
 */
export function paint(
  parent: ParentNode,
  trees: readonly Tree[],
  namespace = 'http://www.w3.org/1999/xhtml',
): void {
  let next = parent.firstChild;
  trees.forEach((tree) => {
    const node = next;
    next = node?.nextSibling ?? null;
    const place = (made: string | Element): void => (node ? node.replaceWith(made) : parent.append(made));
    if (typeof tree === 'string') {
      if (!(node instanceof Text)) place(tree);
      else if (node.data !== tree) node.data = tree;
      return;
    }
    const [tag, attributes, ...content] = tree;
    const space = tag === 'svg' ? 'http://www.w3.org/2000/svg' : namespace;
    let element = node as Element;
    if (element?.localName !== tag) place((element = document.createElementNS(space, tag)));
    for (const [name, value] of Object.entries(attributes)) {
      if (value === false) element.removeAttribute(name);
      else if (element.getAttribute(name) !== `${value}`) element.setAttribute(name, `${value}`);
    }
    paint(element, content, space);
  });
  while (next) {
    const node: ChildNode = next;
    next = node.nextSibling;
    node.remove();
  }
}
