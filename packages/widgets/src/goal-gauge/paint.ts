import type { Tree } from '../shape/tree.js';

/**
 * Makes what is in a parent the same as the trees, and keeps every element that can stay: the focus, an open table and a selection
 * outlive new figures. It sets text and attributes only; no markup is ever parsed.
 */
export function paint(
  parent: ParentNode,
  trees: readonly Tree[],
  namespace = 'http://www.w3.org/1999/xhtml',
): void {
  trees.forEach((tree, at) => {
    const old = parent.childNodes[at];
    const place = (made: string | Element): void => (old ? old.replaceWith(made) : parent.append(made));
    if (typeof tree === 'string') {
      if (!(old instanceof Text)) place(tree);
      else if (old.data !== tree) old.data = tree;
      return;
    }
    const [tag, attributes, ...content] = tree;
    const space = tag === 'svg' ? 'http://www.w3.org/2000/svg' : namespace;
    let element = old as Element;
    if (element?.localName !== tag) place((element = document.createElementNS(space, tag)));
    for (const [name, value] of Object.entries(attributes)) {
      if (value === false) element.removeAttribute(name);
      else if (element.getAttribute(name) !== `${value}`) element.setAttribute(name, `${value}`);
    }
    paint(element, content, space);
  });
  while (parent.childNodes.length > trees.length) parent.lastChild!.remove();
}
