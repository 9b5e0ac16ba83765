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
    const range = { parent, first: startNode!.nextSibling, end: endNode };
    if (this._drawn.length > 0) change(range, this._drawn, trees, html);
    else if (trees.length > 0) parent.insertBefore(copyModel(trees), endNode);
    this._drawn = trees;
    return noChange;
  }
}

/**
 * Draws trees as the nodes of a Lit template's child expression, and changes only what differs from the trees before. A node stays
 * where its tree has the same tag and the same `key`: the focus, a selection and an open `<details>` outlive new figures. It sets
 * text and attributes only; no markup is parsed. The expression draws trees always, if only none: `${draw([])}`.
 */
export const draw = directive(Draw);

/** Nodes that are siblings: from the first to before the end. */
interface Range {
  readonly parent: Node;
  readonly first: ChildNode | null;
  readonly end: Node | null;
}

/** By the kinds of trees, what such trees were drawn as first: to copy it whole and change what differs costs a third of making every node. */
const models = new Map<string, { readonly nodes: DocumentFragment; readonly trees: readonly Tree[] }>();

function copyModel(trees: readonly Tree[]): Node {
  const kinds = trees.map(kindOf).join();
  let model = models.get(kinds);
  if (!model) {
    const nodes = new DocumentFragment();
    change({ parent: nodes, first: null, end: null }, [], trees, html);
    models.set(kinds, (model = { nodes, trees }));
  }
  const copy = document.importNode(model.nodes, true);
  change({ parent: copy, first: copy.firstChild, end: null }, model.trees, trees, html);
  return copy;
}

/** What decides whether a node can stay: its tag and its key; all texts are of one kind. */
function kindOf(tree: Tree): string {
  return typeof tree === 'string' ? '' : `${tree[0]} ${tree[1].key ?? ''}`;
}

/** Makes nodes that were drawn from `before` what trees say. */
function change(range: Range, before: readonly Tree[], trees: readonly Tree[], space: string): void {
  if (before.length !== trees.length || before.some((tree, at) => kindOf(tree) !== kindOf(trees[at]!))) {
    arrange(range, before, trees, space);
    return;
  }
  let node = range.first!;
  trees.forEach((tree, at) => {
    changeNode(node, before[at], tree, space);
    node = node.nextSibling!;
  });
}

/** The same where nodes come, go or change their order. */
function arrange(
  { parent, first, end }: Range,
  before: readonly Tree[],
  trees: readonly Tree[],
  space: string,
): void {
  const free = new Map<string, (readonly [ChildNode, Tree])[]>();
  let node = first!;
  for (const tree of before) {
    const alike = free.get(kindOf(tree)) ?? [];
    free.set(kindOf(tree), alike);
    alike.push([node, tree]);
    node = node.nextSibling!;
  }
  const kept = trees.map((tree) => free.get(kindOf(tree))?.shift());
  for (const rest of free.values()) for (const [gone] of rest) gone.remove();
  // From the end, so that a node that is in its place is not moved, and keeps the focus.
  let next = end;
  for (let at = trees.length - 1; at >= 0; at--) {
    const tree = trees[at]!;
    const [old, known] = kept[at] ?? [make(tree, space)];
    changeNode(old, known, tree, space);
    if (old.parentNode !== parent || old.nextSibling !== next) parent.insertBefore(old, next);
    next = old;
  }
}

function make(tree: Tree, space: string): ChildNode {
  return typeof tree === 'string' ? new Text(tree) : document.createElementNS(spaceOf(tree, space), tree[0]);
}

function spaceOf([tag]: Exclude<Tree, string>, space: string): string {
  return tag === 'svg' ? svg : space;
}

function changeNode(node: ChildNode, before: Tree | undefined, tree: Tree, space: string): void {
  if (before === tree) return;
  if (typeof tree === 'string') {
    (node as Text).data = tree;
    return;
  }
  const element = node as Element;
  const [, attributes, ...content] = tree;
  const [, known = {}, ...drawn] = (before ?? []) as Partial<Exclude<Tree, string>>;
  for (const name of Object.keys({ ...known, ...attributes })) {
    const value = attributes[name] ?? false;
    if (name === 'key' || value === (known[name] ?? false)) continue;
    if (value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? '' : `${value}`);
  }
  change(
    { parent: element, first: element.firstChild, end: null },
    drawn as readonly Tree[],
    content,
    spaceOf(tree, space),
  );
}
