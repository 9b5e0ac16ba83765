import { noChange } from 'lit';
import { directive, Directive, type ChildPart } from 'lit/directive.js';
import type { Tree } from './tree.js';

const html = 'http://www.w3.org/1999/xhtml';
const svg = 'http://www.w3.org/2000/svg';

class Draw extends Directive {
  private _drawn: readonly Tree[] = [];

  render(trees: readonly Tree[]): unknown {
    void trees;
    return noChange;
  }

  override update({ startNode, endNode }: ChildPart, [trees]: [readonly Tree[]]): unknown {
    // While a template is drawn for the first time, its nodes stand in a fragment.
    const parent = startNode!.parentNode!;
    if (this._drawn.length > 0) change(parent, this._drawn, trees, html, startNode!.nextSibling, endNode);
    else if (trees.length > 0) parent.insertBefore(copyModel(trees), endNode);
    this._drawn = trees;
    return noChange;
  }
}

/**
 * Draws trees as the nodes of a Lit template's child expression, and changes only the differences from the trees before. A node stays
 * where its tree has the same tag and the same `key`: the focus, a selection and an open `<details>` outlive new figures. It sets
 * text and attributes only; no markup is parsed. It stands where HTML does, not inside an `<svg>` of the template. The expression
 * draws trees always, if only none: `${draw([])}`.
 */
export const draw = directive(Draw);

/** For each list of tags, the first nodes that were drawn: to copy them and change the differences takes a third of the time. */
const models = new Map<string, { readonly nodes: DocumentFragment; readonly trees: readonly Tree[] }>();

function copyModel(trees: readonly Tree[]): Node {
  const tags = trees.map((tree) => (typeof tree === 'string' ? '' : tree[0])).join();
  let model = models.get(tags);
  if (!model) {
    models.set(tags, (model = { nodes: new DocumentFragment(), trees }));
    change(model.nodes, [], trees);
  }
  const copy = document.importNode(model.nodes, true);
  change(copy, model.trees, trees);
  return copy;
}

/** A node can stay for a tree of the same kind: the same tag and key. All texts are of one kind. */
function kindOf(tree: Tree): string {
  return typeof tree === 'string' ? '' : `${tree[0]} ${tree[1].key ?? ''}`;
}

/** Changes the child nodes from `first` up to `end`, which were drawn from `before`, into those of `trees`. */
function change(
  parent: Node,
  before: readonly Tree[],
  trees: readonly Tree[],
  space = html,
  first: ChildNode | null = parent.firstChild,
  end: Node | null = null,
): void {
  // The usual case: nothing comes or goes.
  if (before.length === trees.length && before.every((tree, at) => isAlike(tree, trees[at]!))) {
    trees.forEach((tree, at) => {
      changeNode(first!, before[at], tree, space);
      first = first!.nextSibling;
    });
    return;
  }
  const free = new Map<string, (readonly [ChildNode, Tree])[]>();
  for (const tree of before) {
    const alike = free.get(kindOf(tree));
    if (alike) alike.push([first!, tree]);
    else free.set(kindOf(tree), [[first!, tree]]);
    first = first!.nextSibling;
  }
  const kept = trees.map((tree) => free.get(kindOf(tree))?.shift());
  for (const rest of free.values()) for (const [gone] of rest) gone.remove();
  // From the end, so that a node that is in its place is not moved, and keeps the focus.
  for (let at = trees.length - 1; at >= 0; at--) {
    const [node, known] = kept[at] ?? [];
    const drawn = changeNode(node, known, trees[at]!, space);
    if (drawn.parentNode !== parent || drawn.nextSibling !== end) parent.insertBefore(drawn, end);
    end = drawn;
  }
}

/** Whether two trees are of one kind. */
function isAlike(one: Tree, other: Tree): boolean {
  if (typeof one === 'string' || typeof other === 'string') return typeof one === typeof other;
  return one[0] === other[0] && one[1].key === other[1].key;
}

/** Makes a node the one of a tree; creates it if there is none. */
function changeNode(
  node: ChildNode | undefined,
  before: Tree | undefined,
  tree: Tree,
  space: string,
): ChildNode {
  // The same tree as before: a part of a drawing that did not change.
  if (node && tree === before) return node;
  if (typeof tree === 'string') {
    if (!node) return new Text(tree);
    (node as Text).data = tree;
    return node;
  }
  const [tag, attributes, ...content] = tree;
  const [, known = {}, ...drawn] = (before ?? []) as Partial<Exclude<Tree, string>>;
  const inside = tag === 'svg' ? svg : space;
  const element = (node ?? document.createElementNS(inside, tag)) as Element;
  for (const [name, value] of Object.entries(attributes)) {
    if (value === known[name] || name === 'key') continue;
    if (value !== false) element.setAttribute(name, value === true ? '' : `${value}`);
    else if (name in known) element.removeAttribute(name);
  }
  for (const name of Object.keys(known)) if (!Object.hasOwn(attributes, name)) element.removeAttribute(name);
  change(element, drawn as readonly Tree[], content, inside);
  return element;
}
