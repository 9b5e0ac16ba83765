import type { Tree } from '../drawing/tree.js';

/** The node of a tree. The file of the menu needs no template library for it: text and attributes alone, no markup is parsed. */
export function make(tree: Tree, document: Document): Node {
  if (typeof tree === 'string') return document.createTextNode(tree);
  const [tag, attributes, ...content] = tree;
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== false) element.setAttribute(name, value === true ? '' : `${value}`);
  element.append(...content.map((one) => make(one, document)));
  return element;
}
